/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/record-keys.h"

/* The table and id that activating the row is about */
static void
get_target (GtkWidget *row, const char **table, const char **id)
{
  g_variant_get (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), "(&s&s)", table,
                 id);
}

static gboolean
move_cb (GtkWidget *row, GVariant *arguments, gpointer unused)
{
  const char *table, *id;
  int by;

  get_target (row, &table, &id);
  g_variant_get (arguments, "(i)", &by);
  return gtk_widget_activate_action (row, "record.move", "(ssi)", table, id, by);
}

static gboolean
delete_cb (GtkWidget *row, GVariant *unused_arguments, gpointer unused)
{
  const char *table, *id;

  get_target (row, &table, &id);
  return gtk_widget_activate_action (row, "record.delete", "(ss)", table, id);
}

void
samen_record_keys_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
}
