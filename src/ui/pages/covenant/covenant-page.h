/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_COVENANT_PAGE (samen_covenant_page_get_type ())

/**
 * SamenCovenantPage: the covenants of a partnership, one shown at a time.
 *
 * Actions: `covenant.export` makes a PDF of the one shown, `covenant.mail` attaches that to a message.
 */
G_DECLARE_FINAL_TYPE (SamenCovenantPage, samen_covenant_page, SAMEN, COVENANT_PAGE, SamenPage)

G_END_DECLS
