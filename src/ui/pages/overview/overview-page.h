/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_OVERVIEW_PAGE (samen_overview_page_get_type ())

/** SamenOverviewPage: where the partnership stands, and what asks for attention. */
G_DECLARE_FINAL_TYPE (SamenOverviewPage, samen_overview_page, SAMEN, OVERVIEW_PAGE, SamenPage)

G_END_DECLS
