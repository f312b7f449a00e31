/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/record-keys.h"

gboolean
samen_record_keys_target (GtkWidget *row, const char **table, const char **id)
{
  GVariant *target = GTK_IS_ACTIONABLE (row)
                         ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row))
                         : NULL;

  if (target == NULL || !g_variant_is_of_type (target, G_VARIANT_TYPE ("(ss)")))
    return FALSE;
  g_variant_get (target, "(&s&s)", table, id);
  return TRUE;
}

static GtkWidget *
find_row (GtkWidget *list, GVariant *target)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GVariant *other = GTK_IS_ACTIONABLE (row)
                            ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row))
                            : NULL;

      if (other != NULL && g_variant_equal (other, target))
        return row;
    }
  return NULL;
}

/* A list that shows a model makes a new row for what moves */
void
samen_record_keys_move (GtkWidget *row, int by)
{
  g_autoptr (GtkWidget) list = g_object_ref (gtk_widget_get_parent (row));
  const char *table, *id;
  g_autoptr (GVariant) target = NULL;
  GtkWidget *moved;

  if (!samen_record_keys_target (row, &table, &id))
    return;
  target = g_variant_ref (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)));
  gtk_widget_activate_action (row, "record.move", "(ssi)", table, id, by);
  moved = find_row (list, target);
  if (moved != NULL && gtk_widget_get_focus_child (list) != moved)
    gtk_widget_grab_focus (moved);
}

/* The focus goes to the row that comes in its place, or to the last */
static void delete (GtkWidget *row)
{
  g_autoptr (GtkWidget) list = g_object_ref (gtk_widget_get_parent (row));
  gboolean in_list = GTK_IS_LIST_BOX (list) && GTK_IS_LIST_BOX_ROW (row);
  int place = in_list ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : 0;
  GtkListBoxRow *next = NULL;
  const char *table, *id;

  if (!samen_record_keys_target (row, &table, &id))
    return;
  gtk_widget_activate_action (row, "record.delete", "(ss)", table, id);
  if (!in_list || gtk_widget_get_focus_child (list) != NULL)
    return;
  for (; next == NULL && place >= 0; place--)
    next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), place);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

static void
move_up_cb (GtkWidget *row, const char *action, GVariant *unused)
{
  samen_record_keys_move (row, -1);
}

static void
move_down_cb (GtkWidget *row, const char *action, GVariant *unused)
{
  samen_record_keys_move (row, 1);
}

static void
delete_cb (GtkWidget *row, const char *action, GVariant *unused)
{
  delete (row);
}

void
samen_record_keys_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move-down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.delete", NULL);
}
