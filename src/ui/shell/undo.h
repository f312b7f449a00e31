/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_undo_update:
 * @window: has the actions `win.undo` and `win.redo`
 * @section: (inout): the part of its menu for these
 * @store: (nullable): the open dossier
 *
 * Lets the actions and the menu say what there is to undo and to do again.
 */
void samen_undo_update (GtkWidget *window, GMenu *section, SamenStore *store);

/**
 * samen_undo:
 * @window: shows what was done, in a toast
 * @back: %TRUE to undo, %FALSE to do again
 *
 * Takes back what was typed in the text that has the focus; where that is none or as it was, the latest edit.
 */
void samen_undo (GtkWidget *window, SamenStore *store, gboolean back);

G_END_DECLS
