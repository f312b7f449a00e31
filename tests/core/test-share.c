/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "fixture.h"
#include "store/log.h"

/* Two stores on one file, as two windows or two programs have */

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static SamenStore *
open_second (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  SamenStore *second = samen_store_open (self->path, &error);

  g_assert_no_error (error);
  return second;
}

static void
set_in (SamenStore *store, gpointer record, const char *field, const char *text)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Set field");
  g_autoptr (GError) error = NULL;

  samen_edit_set (edit, record, field, samen_value (text));
  samen_store_apply (store, edit, &error);
  g_assert_no_error (error);
}

static void
test_refresh (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (GListModel) list = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  g_autoptr (SamenStore) second = open_second (self);
  g_autoptr (SamenGoal) theirs =
      samen_store_get (second, SAMEN_TYPE_GOAL, ((SamenRecord *) goal)->id);
  g_autoptr (SamenEdit) edit = samen_edit_new ("Add another");
  g_autofree char *undo = NULL;
  guint titles = 0, texts = 0;

  g_assert_true (goal != theirs);
  g_signal_connect (goal, "notify::title", G_CALLBACK (count_cb), &titles);
  g_signal_connect (goal, "notify::text", G_CALLBACK (count_cb), &texts);
  set_in (second, theirs, "title", "Bloeien");
  samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("Nog een"), NULL);
  g_assert_true (samen_store_apply (second, edit, NULL));
  g_assert_cmpstr (goal->title, ==, "Groeien");

  samen_store_refresh (self->store);
  g_assert_cmpstr (goal->title, ==, "Bloeien");
  g_assert_cmpuint (titles, ==, 1);
  g_assert_cmpuint (texts, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_object_get (self->store, "undo-label", &undo, NULL);
  g_assert_cmpstr (undo, ==, "Add another");

  samen_store_refresh (self->store);
  g_assert_cmpuint (titles, ==, 1);
}

/* Whoever hears of a change asks the store for something else, as a binding does */
static void
look_around_cb (GObject *goal, GParamSpec *pspec, Fixture *self)
{
  g_autoptr (GListModel) list = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SamenRecord) record = g_list_model_get_item (list, i);
      g_autoptr (SamenRecord) same = samen_store_get (self->store, SAMEN_TYPE_GOAL, record->id);

      g_assert_true (same == record);
    }
}

static void
test_refresh_while_looking (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenGoal) other = fixture_add_goal (self, "Bloeien");
  g_autoptr (SamenStore) second = open_second (self);
  g_autoptr (SamenGoal) theirs =
      samen_store_get (second, SAMEN_TYPE_GOAL, ((SamenRecord *) goal)->id);

  /* Not held by anybody here, so that it is read while the first is being refreshed */
  g_clear_object (&other);
  g_signal_connect (goal, "notify", G_CALLBACK (look_around_cb), self);
  set_in (second, theirs, "title", "Snoeien");
  set_in (second, theirs, "text", "Uitleg");
  set_in (second, theirs, "due", "2027-03-15");
  samen_store_refresh (self->store);
  g_assert_cmpstr (goal->title, ==, "Snoeien");
  g_assert_cmpstr (goal->text, ==, "Uitleg");
  g_assert_true (samen_date_equal (goal->due, samen_date_day (2027, 3, 15)));
  g_assert_cmpstr (goal->position.key, ==, "a0");
}

/* Each writes without having looked at what the other wrote */
static void
test_no_edit_is_lost (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) mine = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenStore) second = open_second (self);
  g_autoptr (SamenGoal) theirs =
      samen_store_get (second, SAMEN_TYPE_GOAL, ((SamenRecord *) mine)->id);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Titel %u", i);
      g_autofree char *text = g_strdup_printf ("Uitleg %u", i);

      set_in (self->store, mine, "title", title);
      set_in (second, theirs, "text", text);
      set_in (second, theirs, "due", i % 2 == 0 ? "2027" : "2028");
      set_in (self->store, mine, "started", i % 2 == 0 ? "2026" : "2025");
      g_assert_cmpstr (mine->text, ==, text);
      g_assert_cmpstr (theirs->title, ==, title);
    }
  samen_store_refresh (second);
  g_assert_cmpstr (theirs->title, ==, "Titel 19");
  g_assert_cmpstr (theirs->text, ==, "Uitleg 19");
  g_assert_cmpint (theirs->started.year, ==, 2025);
  g_assert_cmpint (theirs->due.year, ==, 2028);
  /* The one that adds it, and 4 by 20 */
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM edit"), ==, 81);
  g_assert_cmpint (fixture_number (self, "SELECT count(DISTINCT clock) FROM edit"), ==, 81);
  fixture_assert_sound (self);
}

/* "What it was" in the log is what the other wrote, not what was on show here */
static void
test_old_is_what_was_there (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) mine = fixture_add_goal (self, "Een");
  g_autoptr (SamenStore) second = open_second (self);
  g_autoptr (SamenGoal) theirs =
      samen_store_get (second, SAMEN_TYPE_GOAL, ((SamenRecord *) mine)->id);

  set_in (second, theirs, "title", "Twee");
  set_in (self->store, mine, "title", "Drie");
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM change WHERE field = 'title' "
                                         "AND old = 'Twee' AND new = 'Drie'"),
                   ==, 1);
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  g_assert_cmpstr (mine->title, ==, "Twee");
  samen_store_refresh (second);
  g_assert_cmpstr (theirs->title, ==, "Twee");
  g_assert_true (samen_store_undo (second, NULL, NULL));
  samen_store_refresh (self->store);
  g_assert_cmpstr (mine->title, ==, "Een");
  fixture_assert_sound (self);
}

/* Deleted there, changed here: nothing is lost, and undeleting shows the change */
static void
test_deleted_meanwhile (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) mine = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenStore) second = open_second (self);
  g_autoptr (SamenGoal) theirs =
      samen_store_get (second, SAMEN_TYPE_GOAL, ((SamenRecord *) mine)->id);
  g_autoptr (SamenEdit) edit = samen_edit_new ("Delete");

  samen_edit_delete (edit, (SamenRecord *) theirs);
  g_assert_true (samen_store_apply (second, edit, NULL));
  set_in (self->store, mine, "title", "Bloeien");
  g_assert_true (((SamenRecord *) mine)->deleted);
  fixture_set (self, mine, "deleted", samen_value ((bool) false));
  samen_store_refresh (second);
  g_assert_cmpstr (theirs->title, ==, "Bloeien");
  g_assert_false (((SamenRecord *) theirs)->deleted);
  fixture_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  FIXTURE_TEST ("/share/refresh", test_refresh);
  FIXTURE_TEST ("/share/refresh-while-looking", test_refresh_while_looking);
  FIXTURE_TEST ("/share/no-edit-is-lost", test_no_edit_is_lost);
  FIXTURE_TEST ("/share/old-is-what-was-there", test_old_is_what_was_there);
  FIXTURE_TEST ("/share/deleted-meanwhile", test_deleted_meanwhile);

  return g_test_run ();
}
