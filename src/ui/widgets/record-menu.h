/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SamenMenuPrepare:
 * @row: the row whose menu it is
 * @opens: whether it is about to be shown; otherwise it was closed
 *
 * Enables the actions that make sense on @row now; and all of them once the menu is closed, for keys do them
 * too, and other rows may move.
 */
typedef void (*SamenMenuPrepare) (GtkWidget *row, gboolean opens);

/**
 * samen_record_menu_new:
 * @row: a row of a class that samen_record_keys_install() was called for
 * @model: (nullable): what the menu holds; %NULL for Move Up, Move Down and Delete, or for Delete alone
 *   where the records have no order that people make
 * @prepare: (nullable): called before the menu is shown; %NULL where @model is
 *
 * Makes the menu of a row: a button to put at its end, and the same menu where the right button of the
 * mouse, Shift+F10 or the menu key asks for it.
 *
 * Returns: (transfer floating): the button.
 */
GtkWidget *samen_record_menu_new (GtkWidget *row, GMenuModel *model, SamenMenuPrepare prepare);

/**
 * samen_record_menu_add_section:
 * @row: a row that has a menu without a model of its own
 *
 * Adds what can be done with records of this kind alone, before Delete.
 */
void samen_record_menu_add_section (GtkWidget *row, GMenuModel *section);

G_END_DECLS
