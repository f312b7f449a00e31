/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "shell/page-list.h"
#include "store/log.h"
#include "ui-fixture.h"

/* Where the keyboard focus is after the rows that it was in are made anew, or are gone */

static GtkWidget *
get_focus (UiFixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

/* The row of a list that has the focus */
static GtkListBoxRow *
get_row (UiFixture *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL ? GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW))
                       : NULL;
}

/* What a window does, so that the rows which lead there can be pressed */
static void
add_window_actions (UiFixture *self)
{
  static const GActionEntry entries[] = { { .name = "go", .parameter_type = "s" },
                                          { .name = "show-record", .parameter_type = "(sss)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));
}

static GtkWidget *
show_page (UiFixture *self, const char *name)
{
  const SamenPageEntry *entry = samen_page_list_find (name);

  return ui_show (self, g_object_new (entry->get_type (), "store", self->base.store, NULL));
}

static gboolean
has_rows (gpointer list)
{
  return gtk_widget_get_mapped (list) && gtk_list_box_get_row_at_index (list, 0) != NULL;
}

/* The list that a screen reader calls @name */
static gpointer
find_list (gpointer root, const char *name)
{
  g_autofree char *other = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_list (child, name);

      if (found != NULL)
        return found;
    }
  if (!GTK_IS_LIST_BOX (root))
    return NULL;
  other = gtk_test_accessible_check_property (root, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return other == NULL ? root : NULL;
}

static void
change_name (UiFixture *self)
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (self->base.store);
  g_autoptr (SamenEdit) edit = samen_edit_new ("Change Partnership");
  g_autoptr (GError) error = NULL;

  samen_edit_set (edit, SAMEN_RECORD (partnership), "name", samen_value ("Another"));
  samen_store_apply (self->base.store, edit, &error);
  g_assert_no_error (error);
}

/* On each page, each row of a list keeps the focus while something else is changed */
static void
test_kept (UiFixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *page;
    const char *list;
  } lists[] = {
    { "overview", "Points of attention" },
    { "overview", "Next milestones" },
    { "overview", "Recent successes" },
    { "overview", "Where we stand on each tip" },
    { "covenant", "Parties" },
    { "people", "Organisations" },
    { "people", "People" },
  };

  add_window_actions (self);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkWidget *page = show_page (self, lists[i].page);
      GtkListBox *list = find_list (page, lists[i].list);
      GtkListBoxRow *row;
      g_autofree char *title = NULL;

      g_test_message ("%s", lists[i].list);
      ui_wait (has_rows, list);
      row = gtk_list_box_get_row_at_index (list, 1);
      title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
      change_name (self);
      ui_draw_frames (self);
      g_assert_nonnull (get_row (self));
      g_assert_true (gtk_widget_get_mapped (get_focus (self)));
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (self))), ==,
                       title);
      g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
    }
}

static void
delete_titled (UiFixture *self, GType type, const char *title)
{
  g_autoptr (GListModel) records = samen_store_list (self->base.store, type, NULL, NULL);
  g_autoptr (SamenEdit) edit = samen_edit_new ("Delete");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (SamenRecord) record = g_list_model_get_item (records, i);
      g_autofree char *name = samen_record_dup_title (record);

      if (g_str_equal (name, title))
        samen_edit_delete (edit, record);
    }
  samen_store_apply (self->base.store, edit, &error);
  g_assert_no_error (error);
}

static int
count_rows (GtkListBox *list)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;
  return n;
}

/* The next row has the focus after the one that is deleted, and after the last one the one before it */
static void
test_deleted (UiFixture *self, gconstpointer unused)
{
  GtkListBox *list = find_list (show_page (self, "people"), "Organisations");

  ui_wait (has_rows, list);
  for (guint i = 0; i < 3; i++)
    {
      const int n = count_rows (list);
      const int place = i == 0 ? 1 : n - 1;
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, place);
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

      g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
      delete_titled (self, SAMEN_TYPE_ORGANISATION, title);
      ui_draw_frames (self);
      g_assert_cmpint (count_rows (list), ==, n - 1);
      g_assert_true (get_row (self) == gtk_list_box_get_row_at_index (list, MIN (place, n - 2)));
    }
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_EXAMPLE_TEST ("/focus/kept", test_kept);
  UI_EXAMPLE_TEST ("/focus/deleted", test_deleted);
  return g_test_run ();
}
