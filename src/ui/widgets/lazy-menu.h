/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * samen_lazy_menu:
 * @button: a button that has no menu yet
 * @menu: what it is to show
 *
 * Gives @button a menu that is made when somebody first asks for it. That of a window is made of more
 * widgets than all else that it opens with.
 */
void samen_lazy_menu (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
