/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * samen_record_keys_install:
 * @widget_class: the class of a row whose action is "record.change", with the table and id of a record
 *
 * Gives such rows their keys: Alt+Up and Alt+Down move the record in its list, Delete deletes it; and the
 * actions that a menu names: "row.move-up", "row.move-down" and "row.delete".
 */
void samen_record_keys_install (GtkWidgetClass *widget_class);

/**
 * samen_record_keys_target:
 * @table: (out) (transfer none): the table of the record that the action of @row is about
 * @id: (out) (transfer none): its id
 *
 * Returns: whether it is about one.
 */
gboolean samen_record_keys_target (GtkWidget *row, const char **table, const char **id);

/** samen_record_keys_move: moves the record of @row by so many places; the focus goes along. */
void samen_record_keys_move (GtkWidget *row, int by);

G_END_DECLS
