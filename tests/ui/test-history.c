/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "dialogs/history-dialog.h"
#include "dialogs/history-row.h"
#include "ui-fixture.h"

static SamenGoal *
add_goal (UiFixture *self)
{
  SamenGoal *goal = fixture_add_goal (&self->base, "Learning at work");

  fixture_set (&self->base, goal, "title", samen_value ("Learning together"));
  return goal;
}

/* From what to what, and a button that brings it back */
static void
test_take_back (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = add_goal (self);
  AdwDialog *dialog = ui_present (self, samen_history_dialog_new (self->base.store, NULL));

  ui_settle ();
  g_assert_nonnull (
      ui_find (dialog, GTK_TYPE_LABEL,
               "Goal “Learning together”\n\u2003Goal: Learning at work → Learning together"));
  ui_assert_named (dialog);
  ui_press (dialog, "Take Back This Edit");
  g_assert_cmpstr (goal->title, ==, "Learning at work");
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "Taken back: Set field"));
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "Taken back"));
  /* Taken back in turn, the goal is as it was */
  ui_press (dialog, "Take Back This Edit");
  g_assert_cmpstr (goal->title, ==, "Learning together");
}

static void
press_last (AdwDialog *dialog)
{
  GtkWidget *list = ui_find (dialog, GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *last = gtk_widget_get_last_child (list);

  ui_press (ui_find (last, SAMEN_TYPE_HISTORY_ROW, NULL), "Take Back This Edit");
}

/* The reason is told, and nothing happens */
static void
test_in_the_way (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = add_goal (self);
  AdwDialog *dialog =
      ui_present (self, samen_history_dialog_new (self->base.store, SAMEN_RECORD (goal)));
  AdwBanner *banner = ui_find (dialog, ADW_TYPE_BANNER, NULL);

  ui_settle ();
  press_last (dialog);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_nonnull (strstr (adw_banner_get_title (banner), "changed again later"));
  g_assert_false (SAMEN_RECORD (goal)->deleted);
}

/* A long history is read as it is scrolled */
static void
test_long (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (&self->base, "0");
  AdwDialog *dialog;
  guint n_rows = 0;
  GtkWidget *list;

  for (guint i = 1; i < 600; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      fixture_set (&self->base, goal, "title", samen_value (title));
    }
  dialog = ui_present (self, samen_history_dialog_new (self->base.store, NULL));
  ui_settle ();
  list = ui_find (dialog, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), ==,
      600);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_rows++;
  g_assert_cmpuint (n_rows, <, 300);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/history/take-back", test_take_back);
  UI_TEST ("/history/in-the-way", test_in_the_way);
  UI_TEST ("/history/long", test_long);
  return g_test_run ();
}
