/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "ui-fixture.h"
#include "widgets/record-drag.h"
#include "widgets/record-row.h"

/* A list of goals, in an order that people make */

static GtkWidget *
make_row (gpointer item, gpointer unused)
{
  GtkWidget *row = samen_record_row_new (item);

  samen_record_row_add_menu (SAMEN_RECORD_ROW (row));
  return row;
}

static void
add_goal (UiFixture *self, const char *title)
{
  SamenEdit *edit = samen_edit_new ("Add Goal");
  g_autofree char *position =
      samen_store_append_position (self->base.store, SAMEN_TYPE_GOAL, NULL, NULL);

  samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value (title), "position",
                  samen_value ((const char *) position), NULL);
  fixture_apply (&self->base, edit);
}

static GtkListBox *
show_goals (UiFixture *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  g_autoptr (GListModel) goals = samen_store_list (self->base.store, SAMEN_TYPE_GOAL, NULL, NULL);

  add_goal (self, "one");
  add_goal (self, "two");
  add_goal (self, "three");
  samen_record_drag_install (list);
  gtk_list_box_bind_model (list, goals, make_row, NULL, NULL);
  ui_show (self, list);
  return list;
}

static void
assert_order (UiFixture *self, GtkListBox *list, const char *order, const char *focused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (list));

  ui_settle ();
  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ui_name (ui_row (list, (guint) i)));
  g_assert_cmpstr (text->str, ==, order);
  g_assert_nonnull (focus);
  g_assert_cmpstr (ui_name (focus), ==, focused);
}

static void
do_to (GtkListBox *list, guint place, const char *action)
{
  GtkWidget *row = ui_row (list, place);

  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate_action (row, action, NULL));
}

/* What moves keeps the focus, and what is deleted passes it on */
static void
test_focus (UiFixture *self, gconstpointer unused)
{
  GtkListBox *list = show_goals (self);

  do_to (list, 2, "row.move-up");
  assert_order (self, list, "one three two", "three");
  do_to (list, 0, "row.move-down");
  assert_order (self, list, "three one two", "one");
  do_to (list, 1, "row.delete");
  assert_order (self, list, "three two", "two");
  do_to (list, 1, "row.delete");
  assert_order (self, list, "three", "three");
}

static gboolean
is_offered (GtkMenuButton *button, const char *label)
{
  GtkWidget *found = ui_find (gtk_menu_button_get_popover (button), GTK_TYPE_LABEL, label);

  g_assert_nonnull (found);
  return gtk_widget_is_sensitive (found);
}

/* At the end of the list it cannot go further, but once its menu is closed others may come after it */
static void
test_menu (UiFixture *self, gconstpointer unused)
{
  GtkListBox *list = show_goals (self);
  GtkMenuButton *button = ui_find (ui_row (list, 2), GTK_TYPE_MENU_BUTTON, "More Actions");

  ui_assert_named (ui_row (list, 2));
  gtk_menu_button_popup (button);
  ui_settle ();
  g_assert_true (is_offered (button, "Move Up"));
  g_assert_false (is_offered (button, "Move Down"));
  gtk_menu_button_popdown (button);
  ui_settle ();
  add_goal (self, "four");
  do_to (list, 2, "row.move-down");
  assert_order (self, list, "one two four three", "three");
}

static void
assert_told (UiFixture *self, const char *article, const char *text)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->overlay), "record.delete", "(ss)",
                                             "article", article));
  ui_settle ();
  g_assert_nonnull (ui_find (self->overlay, GTK_TYPE_LABEL, text));
  adw_toast_overlay_dismiss_all (self->overlay);
  ui_settle ();
}

/* What has no title is told of by its text, or by what it is */
static void
test_told (UiFixture *self, gconstpointer unused)
{
  SamenEdit *edit = samen_edit_new ("Add Article");
  g_autofree char *agreement = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Covenant"), NULL));
  g_autofree char *headed =
      g_strdup (samen_edit_add (edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (agreement),
                                "heading", samen_value ("Steering"), NULL));
  g_autofree char *empty = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (agreement), NULL));

  fixture_apply (&self->base, edit);
  show_goals (self);
  assert_told (self, headed, "“Steering” is deleted");
  assert_told (self, empty, "Deleted: Article");
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/moves/focus", test_focus);
  UI_TEST ("/moves/menu", test_menu);
  UI_TEST ("/moves/told", test_told);
  return g_test_run ();
}
