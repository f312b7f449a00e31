/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_PEOPLE_PAGE (samen_people_page_get_type ())

/** SamenPeoplePage: the organisations of a partnership, and the people who take part for them. */
G_DECLARE_FINAL_TYPE (SamenPeoplePage, samen_people_page, SAMEN, PEOPLE_PAGE, SamenPage)

G_END_DECLS
