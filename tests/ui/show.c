/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gstdio.h>

#include "show.h"
#include "shell/record-actions.h"
#include "store/script.h"

void
fixture_set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GActionGroup *actions;

  self->folder = g_dir_make_tmp ("samenspel-ui-XXXXXX", NULL);
  path = g_build_filename (self->folder, "example.sqlite", NULL);
  self->store = samen_script_load_example ("en", path, &error);
  g_assert_no_error (error);
  self->window = g_object_ref_sink (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  actions = samen_record_actions_new (self->window, self->store);
  gtk_widget_insert_action_group (self->window, "record", actions);
  g_object_unref (actions);
}

void
fixture_tear_down (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_strdup (samen_store_get_path (self->store));

  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->window);
  g_object_unref (self->store);
  g_unlink (path);
  g_rmdir (self->folder);
  g_free (self->folder);
}

static void
wait_until_drawn (GtkWidget *widget)
{
  while (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
}

void
fixture_show (Fixture *self, GtkWidget *widget)
{
  adw_window_set_content (ADW_WINDOW (self->window), adw_toast_overlay_new ());
  adw_toast_overlay_set_child (
      ADW_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (self->window))), widget);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until_drawn (widget);
}

void
fixture_show_dialog (Fixture *self, AdwDialog *dialog)
{
  fixture_show (self, gtk_label_new ("below"));
  adw_dialog_present (dialog, self->window);
  wait_until_drawn (GTK_WIDGET (dialog));
}

static gpointer
find (GtkWidget *widget, GType type, const char *title)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (title == NULL ||
       g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title)))
    return widget;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
fixture_find (GtkWidget *widget, GType type)
{
  gpointer found = find (widget, type, NULL);

  if (found == NULL)
    g_error ("no %s below %s", g_type_name (type), G_OBJECT_TYPE_NAME (widget));
  return found;
}

gpointer
fixture_find_titled (GtkWidget *widget, const char *title)
{
  gpointer found = find (widget, ADW_TYPE_PREFERENCES_ROW, title);

  if (found == NULL)
    g_error ("no row called %s", title);
  return found;
}

gpointer
fixture_first (Fixture *self, GType type)
{
  g_autoptr (GListModel) list = samen_store_list (self->store, type, NULL, NULL);

  return g_list_model_get_item (list, 0);
}
