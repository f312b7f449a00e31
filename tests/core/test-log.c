/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/error.h"
#include "fixture.h"
#include "store/log.h"

static void
assert_labels (Fixture *self, const char *undo, const char *redo)
{
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  g_object_get (self->store, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (redo_label, ==, redo);
}

static void
undo (Fixture *self, const char *expected)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  samen_store_undo (self->store, &label, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

static void
redo (Fixture *self, const char *expected)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  samen_store_redo (self->store, &label, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

static void
assert_nothing (Fixture *self, gboolean (*go) (SamenStore *, char **, GError **))
{
  g_autofree char *before = fixture_dump (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (go (self->store, NULL, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
  after = fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
}

static void
set_title (Fixture *self, SamenGoal *goal, const char *title)
{
  g_autofree char *label = g_strdup_printf ("To %s", title);
  SamenEdit *edit = samen_edit_new (label);

  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value (title));
  fixture_apply (self, edit);
}

static void
test_order (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = NULL;

  assert_labels (self, NULL, NULL);
  assert_nothing (self, samen_store_undo);
  assert_nothing (self, samen_store_redo);

  goal = fixture_add_goal (self, "A");
  set_title (self, goal, "B");
  set_title (self, goal, "C");
  set_title (self, goal, "D");
  assert_labels (self, "To D", NULL);
  assert_nothing (self, samen_store_redo);

  undo (self, "To D");
  g_assert_cmpstr (goal->title, ==, "C");
  assert_labels (self, "To C", "To D");
  undo (self, "To C");
  g_assert_cmpstr (goal->title, ==, "B");
  redo (self, "To C");
  g_assert_cmpstr (goal->title, ==, "C");
  assert_labels (self, "To C", "To D");

  /* Something new: what was undone before it is not done again */
  set_title (self, goal, "E");
  assert_labels (self, "To E", NULL);
  assert_nothing (self, samen_store_redo);
  undo (self, "To E");
  undo (self, "To C");
  undo (self, "To B");
  g_assert_cmpstr (goal->title, ==, "A");
  assert_labels (self, "Add goal", "To B");
  redo (self, "To B");
  redo (self, "To C");
  redo (self, "To E");
  g_assert_cmpstr (goal->title, ==, "E");
  assert_nothing (self, samen_store_redo);
  fixture_assert_sound (self);
}

static void
test_survives_restart (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");
  g_autofree char *id = g_strdup (((SamenRecord *) goal)->id);

  set_title (self, goal, "B");
  set_title (self, goal, "C");
  undo (self, "To C");
  g_clear_object (&goal);

  fixture_reopen (self);
  assert_labels (self, "To B", "To C");
  goal = samen_store_get (self->store, SAMEN_TYPE_GOAL, id);
  undo (self, "To B");
  g_assert_cmpstr (goal->title, ==, "A");
  g_clear_object (&goal);

  fixture_reopen (self);
  assert_labels (self, "Add goal", "To B");
  redo (self, "To B");
  redo (self, "To C");
  goal = samen_store_get (self->store, SAMEN_TYPE_GOAL, id);
  g_assert_cmpstr (goal->title, ==, "C");
}

/* Against the simplest thing that can do it: an array of states and a place in it */
static void
test_random (Fixture *self, gconstpointer unused)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *first = g_strdup_printf ("seed %u", seed);
      g_autoptr (SamenGoal) goal = fixture_add_goal (self, first);
      guint at = 0;

      g_ptr_array_add (states, g_strdup (first));
      for (guint i = 0; i < 150; i++)
        {
          int dice = g_rand_int_range (random, 0, 10);

          if (dice < 4 && at > 0)
            {
              g_assert_true (samen_store_undo (self->store, NULL, NULL));
              at--;
            }
          else if (dice < 7 && at + 1 < states->len)
            {
              g_assert_true (samen_store_redo (self->store, NULL, NULL));
              at++;
            }
          else
            {
              g_autofree char *title = g_strdup_printf ("%u-%u", seed, i);

              set_title (self, goal, title);
              g_ptr_array_set_size (states, (int) at + 1);
              g_ptr_array_add (states, g_steal_pointer (&title));
              at++;
            }
          g_assert_cmpstr (goal->title, ==, g_ptr_array_index (states, at));
        }
      g_assert_cmpint (at + 1 < states->len, ==, samen_store_redo (self->store, NULL, NULL));
    }
  fixture_assert_sound (self);
}

static void
test_add (Fixture *self, gconstpointer unused)
{
  g_autoptr (GListModel) list = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  SamenRecord *record = (SamenRecord *) goal;

  undo (self, "Add goal");
  g_assert_true (record->deleted);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_cmpstr (goal->title, ==, "Groeien");
  fixture_assert_sound (self);
  redo (self, "Add goal");
  g_assert_false (record->deleted);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  undo (self, "Add goal");
  g_assert_true (record->deleted);
  assert_labels (self, NULL, "Add goal");
  fixture_assert_sound (self);
}

static SamenRecord *
add_criterion (Fixture *self, SamenGoal *goal, const char *title)
{
  SamenEdit *edit = samen_edit_new ("Add criterion");
  g_autofree char *id = g_strdup (samen_edit_add (edit, SAMEN_TYPE_CRITERION, "goal",
                                                  samen_value (((SamenRecord *) goal)->id), "title",
                                                  samen_value (title), NULL));

  fixture_apply (self, edit);
  return samen_store_get (self->store, SAMEN_TYPE_CRITERION, id);
}

/* Brings back what went with it, and not what had gone before */
static void
test_delete_with_parts (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenRecord) gone = add_criterion (self, goal, "Eerder weg");
  g_autoptr (SamenRecord) kept = add_criterion (self, goal, "Gaat mee");
  SamenRecord *record = (SamenRecord *) goal;

  fixture_delete (self, gone);
  fixture_delete (self, goal);
  g_assert_true (record->deleted && gone->deleted && kept->deleted);
  undo (self, "Delete record");
  g_assert_false (record->deleted);
  g_assert_false (kept->deleted);
  g_assert_true (gone->deleted);
  fixture_assert_sound (self);
  redo (self, "Delete record");
  g_assert_true (record->deleted && gone->deleted && kept->deleted);
  undo (self, "Delete record");
  undo (self, "Delete record");
  g_assert_false (gone->deleted);
  fixture_assert_sound (self);
}

/* To undo is to do what the log says, and no more: what came back by itself stays */
static void
test_restore_apart (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenRecord) part = add_criterion (self, goal, "Cijfer");
  SamenRecord *record = (SamenRecord *) goal;

  fixture_delete (self, goal);
  fixture_set (self, part, "deleted", samen_value ((bool) false));
  fixture_set (self, goal, "deleted", samen_value ((bool) false));
  undo (self, "Set field");
  g_assert_true (record->deleted);
  g_assert_false (part->deleted);
  undo (self, "Set field");
  g_assert_true (part->deleted);
  undo (self, "Delete record");
  g_assert_false (record->deleted || part->deleted);
  fixture_assert_sound (self);
}

static void
test_several_changes (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) a = fixture_add_goal (self, "A");
  g_autoptr (SamenGoal) b = fixture_add_goal (self, "B");
  SamenEdit *edit = samen_edit_new ("Everything at once");
  g_autofree char *before = NULL;

  fixture_set (self, a, "text", samen_value ("Uitleg"));
  samen_edit_set (edit, (SamenRecord *) a, "title", samen_value ("A2"));
  samen_edit_set (edit, (SamenRecord *) a, "text", NULL);
  samen_edit_set (edit, (SamenRecord *) a, "due", samen_value ("2027-21"));
  samen_edit_delete (edit, (SamenRecord *) b);
  samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("C"), NULL);
  fixture_apply (self, edit);
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_GOAL), ==, 2);

  undo (self, "Everything at once");
  g_assert_cmpstr (a->title, ==, "A");
  g_assert_cmpstr (a->text, ==, "Uitleg");
  g_assert_false (samen_date_is_set (a->due));
  g_assert_false (((SamenRecord *) b)->deleted);
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_GOAL), ==, 2);

  redo (self, "Everything at once");
  g_assert_cmpstr (a->title, ==, "A2");
  g_assert_null (a->text);
  g_assert_cmpint (a->due.month, ==, SAMEN_SPRING);
  g_assert_true (((SamenRecord *) b)->deleted);
  fixture_assert_sound (self);
}

static SamenLogEntry *
entry_at (GListModel *history, guint index)
{
  g_autoptr (SamenLogEntry) entry = g_list_model_get_item (history, index);

  return entry;
}

static void
assert_entry (GListModel *history, guint index, const char *label, const char *new, gboolean undone)
{
  SamenLogEntry *entry = entry_at (history, index);

  g_assert_cmpstr (entry->label, ==, label);
  g_assert_cmpint (entry->undone, ==, undone);
  g_assert_cmpstr (g_variant_get_string (entry->change->new, NULL), ==, new);
}

static void
test_history (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");
  g_autoptr (SamenGoal) other = fixture_add_goal (self, "Ander");
  const char *id = ((SamenRecord *) goal)->id;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (GListModel) limited = NULL;
  g_autoptr (GListModel) all = NULL;
  g_autoptr (GListModel) none = NULL;

  samen_store_set_author (self->store, "Fatima");
  set_title (self, goal, "B");
  set_title (self, goal, "C");
  undo (self, "To C");

  history = samen_store_history (self->store, id, 0);
  limited = samen_store_history (self->store, id, 2);
  all = samen_store_history (self->store, NULL, 0);
  none = samen_store_history (self->store, "nobody", 0);
  /* Taken back, C, B, and three fields of the beginning */
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (limited), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 9);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  assert_entry (history, 0, "To C", "B", FALSE);
  assert_entry (history, 1, "To C", "C", TRUE);
  assert_entry (history, 2, "To B", "B", FALSE);
  assert_entry (limited, 1, "To C", "C", TRUE);
  g_assert_cmpstr (g_variant_get_string (entry_at (history, 2)->change->old, NULL), ==, "A");
  g_assert_cmpstr (entry_at (history, 2)->author, ==, "Fatima");
  g_assert_cmpstr (entry_at (history, 5)->author, ==, "");
  g_assert_cmpstr (entry_at (history, 5)->label, ==, "Add goal");
  g_assert_cmpstr (entry_at (history, 5)->change->record, ==, id);
  g_assert_true (entry_at (history, 3)->edit == entry_at (history, 5)->edit);
}

/* What a later version of the app wrote, and this one does not know, is passed over */
static void
test_history_of_later_version (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");
  g_autoptr (GListModel) history = NULL;

  fixture_sql (self, "INSERT INTO change SELECT edit, 'goal', record, 'colour', NULL, 'red' "
                     "FROM change LIMIT 1;"
                     "INSERT INTO change SELECT edit, 'dream', 'x', 'title', NULL, 'y' "
                     "FROM change LIMIT 1");
  history = samen_store_history (self->store, NULL, 0);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 3);
  undo (self, "Add goal");
  g_assert_true (((SamenRecord *) goal)->deleted);
}

static void
assert_first (Fixture *self, gpointer record, const char *field, const char *expected)
{
  g_autoptr (GVariant) value = samen_store_first_value (self->store, record, field);

  g_assert_cmpstr (value != NULL ? g_variant_get_string (value, NULL) : NULL, ==, expected);
}

static void
test_first_value (Fixture *self, gconstpointer unused)
{
  SamenEdit *edit = samen_edit_new ("Add milestone");
  g_autofree char *id =
      g_strdup (samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value ("Start"), NULL));
  g_autoptr (SamenRecord) milestone = NULL;
  g_autoptr (SamenRecord) agreement = NULL;
  g_autofree char *agreement_id = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Convenant"), NULL));

  fixture_apply (self, edit);
  milestone = samen_store_get (self->store, SAMEN_TYPE_MILESTONE, id);
  agreement = samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, agreement_id);

  assert_first (self, milestone, "due", NULL);
  assert_first (self, milestone, "title", "Start");
  /* A slip that was taken back at once does not count */
  fixture_set (self, milestone, "due", samen_value ("2072-03-15"));
  undo (self, "Set field");
  assert_first (self, milestone, "due", NULL);
  fixture_set (self, milestone, "due", samen_value ("2027-03-15"));
  fixture_set (self, milestone, "due", samen_value ("2027-06-01"));
  fixture_set (self, milestone, "due", NULL);
  fixture_set (self, milestone, "due", samen_value ("2028"));
  assert_first (self, milestone, "due", "2027-03-15");
  assert_first (self, milestone, "title", "Start");
  /* Undone and done again it counts, and so it does after a restart */
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  g_assert_true (samen_store_redo (self->store, NULL, NULL));
  assert_first (self, milestone, "due", "2027-03-15");
  /* What comes in from another copy of the dossier later, and was first by the clock, is first */
  fixture_sql (self, "UPDATE edit SET clock = 1 WHERE seq = (SELECT max (e.seq) FROM edit e "
                     "JOIN change c ON c.edit = e.seq WHERE c.new = '2028' AND e.action = 'do')");
  assert_first (self, milestone, "due", "2028");

  /* A choice holds something before anybody chooses */
  assert_first (self, agreement, "kind", "covenant");
  fixture_set (self, agreement, "kind", samen_value ("intent"));
  assert_first (self, agreement, "kind", "covenant");
}

static SamenDate
day_of (gint64 milliseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (milliseconds / 1000);

  return samen_date_day (g_date_time_get_year (time), g_date_time_get_month (time),
                         g_date_time_get_day_of_month (time));
}

static void
test_added_on (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");
  SamenRecord *record = (SamenRecord *) goal;

  fixture_sql (self, "UPDATE edit SET time = 1700000000000");
  fixture_delete (self, goal);
  undo (self, "Delete record");
  g_assert_true (
      samen_date_equal (samen_store_added_on (self->store, record), day_of (1700000000000)));
  fixture_sql (self, "UPDATE edit SET time = 9223372036854775807");
  g_assert_false (samen_date_is_set (samen_store_added_on (self->store, record)));
}

/* Also when the computer's clock was a year ahead, and was then set right */
static void
test_clock (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("later %u", i);

      if (i == 10)
        fixture_sql (self, "UPDATE edit SET clock = clock + ((365 * 86400000) << 16) "
                           "WHERE seq = (SELECT max(seq) FROM edit)");
      set_title (self, goal, title);
      if (i % 7 == 3)
        g_assert_true (samen_store_undo (self->store, NULL, NULL));
    }
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM edit a JOIN edit b "
                                         "ON b.seq > a.seq AND b.clock <= a.clock"),
                   ==, 0);
  g_assert_cmpint (fixture_number (self, "SELECT min(clock >> 16) >= 1700000000000 FROM edit"), ==,
                   1);
  g_assert_cmpstr (goal->title, ==, "later 29");
  fixture_assert_sound (self);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_labels_notify (Fixture *self, gconstpointer unused)
{
  guint undos = 0, redos = 0;
  g_autoptr (SamenGoal) goal = NULL;

  g_signal_connect (self->store, "notify::undo-label", G_CALLBACK (count_cb), &undos);
  g_signal_connect (self->store, "notify::redo-label", G_CALLBACK (count_cb), &redos);
  goal = fixture_add_goal (self, "A");
  g_assert_cmpuint (undos, ==, 1);
  g_assert_cmpuint (redos, ==, 0);
  undo (self, "Add goal");
  g_assert_cmpuint (undos, ==, 2);
  g_assert_cmpuint (redos, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  FIXTURE_TEST ("/log/order", test_order);
  FIXTURE_TEST ("/log/survives-restart", test_survives_restart);
  FIXTURE_TEST ("/log/random", test_random);
  FIXTURE_TEST ("/log/add", test_add);
  FIXTURE_TEST ("/log/delete-with-parts", test_delete_with_parts);
  FIXTURE_TEST ("/log/restore-apart", test_restore_apart);
  FIXTURE_TEST ("/log/several-changes", test_several_changes);
  FIXTURE_TEST ("/log/history", test_history);
  FIXTURE_TEST ("/log/history-of-later-version", test_history_of_later_version);
  FIXTURE_TEST ("/log/first-value", test_first_value);
  FIXTURE_TEST ("/log/added-on", test_added_on);
  FIXTURE_TEST ("/log/clock", test_clock);
  FIXTURE_TEST ("/log/labels-notify", test_labels_notify);

  return g_test_run ();
}
