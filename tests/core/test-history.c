/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/error.h"
#include "fixture.h"
#include "store/history.h"
#include "store/log.h"
#include "store/wording.h"

static SamenPastEdit *
latest (SamenHistory *history, guint place)
{
  SamenPastEdit *edit = g_list_model_get_item (G_LIST_MODEL (history), place);

  g_assert_nonnull (edit);
  return edit;
}

static void
assert_says (Fixture *self, const char *record, guint place, const char *expected)
{
  g_autoptr (SamenHistory) history = samen_history_new (self->store, record);
  g_autoptr (SamenPastEdit) edit = latest (history, place);
  g_autofree char *text = samen_past_edit_describe (edit, self->store, 0, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_title (Fixture *self, guint place, const char *title, SamenPastState state)
{
  g_autoptr (SamenHistory) history = samen_history_new (self->store, NULL);
  g_autoptr (SamenPastEdit) edit = latest (history, place);

  g_assert_cmpstr (edit->title, ==, title);
  g_assert_cmpint (edit->state, ==, state);
}

static gint64
number_of (Fixture *self, guint place)
{
  g_autoptr (SamenHistory) history = samen_history_new (self->store, NULL);
  g_autoptr (SamenPastEdit) edit = latest (history, place);

  return edit->seq;
}

static void
take_back (Fixture *self, gint64 seq)
{
  g_autoptr (GError) error = NULL;

  samen_store_take_back (self->store, seq, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *self, gint64 seq, const char *reason)
{
  g_autofree char *before = fixture_dump (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (samen_store_take_back (self->store, seq, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, reason);
  after = fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
}

static SamenMilestone *
add_milestone (Fixture *self, const char *title, SamenGoal *goal)
{
  SamenEdit *edit = samen_edit_new ("Add Milestone");
  g_autofree char *id = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value (title), "due",
                      samen_value (samen_date_day (2027, 3, 1)), "goal",
                      samen_value (goal != NULL ? ((SamenRecord *) goal)->id : NULL), NULL));

  fixture_apply (self, edit);
  return samen_store_get (self->store, SAMEN_TYPE_MILESTONE, id);
}

/* No ids, no raw dates: what a secretary would say */
static void
test_words (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Leren in de praktijk");
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "Eerste les", goal);

  assert_says (self, NULL, 0,
               "Added: Milestone “Eerste les”\n"
               "\u2003Milestone: Eerste les\n"
               "\u2003Due: 1 March 2027\n"
               "\u2003Goal: Leren in de praktijk");
  fixture_set (self, milestone, "due", samen_value (samen_date_day (2027, 6, 1)));
  assert_says (self, NULL, 0, "Milestone “Eerste les”\n\u2003Due: 1 March 2027 → 1 June 2027");
  fixture_set (self, milestone, "goal", NULL);
  assert_says (self, NULL, 0, "Milestone “Eerste les”\n\u2003Goal: Leren in de praktijk → nothing");
  fixture_set (self, goal, "position", samen_value ("a5"));
  assert_says (self, NULL, 0, "Goal “Leren in de praktijk”\n\u2003Another place in the list");
  fixture_delete (self, milestone);
  assert_says (self, NULL, 0, "Deleted: Milestone “Eerste les”");
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  assert_says (self, NULL, 0, "Brought back: Milestone “Eerste les”");
}

static void
test_date_for_title (Fixture *self, gconstpointer unused)
{
  SamenEdit *edit = samen_edit_new ("Add Celebration");
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "Eerste les", NULL);
  g_autofree char *id = g_strdup (samen_edit_add (
      edit, SAMEN_TYPE_CELEBRATION, "milestone", samen_value (((SamenRecord *) milestone)->id),
      "date", samen_value (samen_date_day (2027, 3, 2)), NULL));
  g_autofree char *name = NULL;

  fixture_apply (self, edit);
  name = samen_wording_record (self->store, SAMEN_TYPE_CELEBRATION, id);
  g_assert_cmpstr (name, ==, "Celebration “2 March 2027 – Eerste les”");
}

/* An article is referred to by its id, which nobody can read */
static void
test_citation (Fixture *self, gconstpointer unused)
{
  SamenEdit *edit = samen_edit_new ("Fill");
  const char *agreement =
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Convenant"), NULL);
  const char *article =
      samen_edit_add (edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (agreement), "heading",
                      samen_value ("Doel"), NULL);
  g_autofree char *text = g_strdup_printf ("Zie {article:%s} en {article:%s} en {dit}.", article,
                                           "00000000-0000-4000-8000-000000000000");
  g_autofree char *readable = NULL;

  fixture_apply (self, edit);
  readable = samen_wording_text (self->store, text);
  g_assert_cmpstr (readable, ==, "Zie article “Doel” en ? en {dit}.");
}

static void
test_of_record (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) a = fixture_add_goal (self, "A");
  g_autoptr (SamenGoal) b = fixture_add_goal (self, "B");
  const char *id = ((SamenRecord *) a)->id;
  g_autoptr (SamenHistory) history = samen_history_new (self->store, id);
  SamenEdit *edit = samen_edit_new ("Both");
  g_autoptr (SamenPastEdit) past = NULL;
  guint left;
  g_autofree char *text = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 1);
  samen_edit_set (edit, (SamenRecord *) a, "title", samen_value ("AA"));
  samen_edit_set (edit, (SamenRecord *) b, "title", samen_value ("BB"));
  samen_edit_set (edit, (SamenRecord *) b, "text", samen_value ("Of b"));
  fixture_apply (self, edit);
  /* It is live */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 2);
  past = latest (history, 0);
  g_assert_cmpuint (past->changes->len, ==, 1);
  g_assert_cmpuint (past->n_others, ==, 2);
  text = samen_past_edit_describe (past, self->store, 1, &left);
  g_assert_cmpstr (text, ==, "Goal “AA”\n\u2003Goal: A → AA");
  g_assert_cmpuint (left, ==, 0);
  fixture_set (self, b, "title", samen_value ("BBB"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (history)), ==, 2);
}

static void
test_states (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");
  g_autoptr (SamenHistory) history = samen_history_new (self->store, NULL);
  g_autoptr (SamenPastEdit) first = NULL;
  gint64 seq;

  fixture_set (self, goal, "title", samen_value ("B"));
  first = latest (history, 0);
  seq = first->seq;
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  g_assert_cmpint (first->state, ==, SAMEN_PAST_UNDONE);
  assert_title (self, 0, "Undone: Set field", SAMEN_PAST_STEP);
  assert_refused (self, number_of (self, 0), "What undid something cannot itself be taken back.");
  assert_refused (self, seq, "This was undone already.");
  g_assert_true (samen_store_redo (self->store, NULL, NULL));
  g_assert_cmpint (first->state, ==, SAMEN_PAST_STANDS);
  assert_title (self, 0, "Done again: Set field", SAMEN_PAST_STEP);
  take_back (self, seq);
  g_assert_cmpint (first->state, ==, SAMEN_PAST_UNDONE);
  assert_title (self, 0, "Taken back: Set field", SAMEN_PAST_STANDS);
  g_assert_cmpstr (goal->title, ==, "A");
  /* To take back is an edit like any other, to be undone and even taken back */
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  g_assert_cmpint (first->state, ==, SAMEN_PAST_STANDS);
  g_assert_cmpstr (goal->title, ==, "B");
  take_back (self, seq);
  take_back (self, number_of (self, 0));
  g_assert_cmpint (first->state, ==, SAMEN_PAST_STANDS);
  g_assert_cmpstr (goal->title, ==, "B");
  fixture_assert_sound (self);
}

/* In the middle of the log, with what came after it left alone */
static void
test_take_back (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");
  gint64 seq;

  fixture_set (self, goal, "title", samen_value ("B"));
  seq = number_of (self, 0);
  fixture_set (self, goal, "text", samen_value ("Later"));
  take_back (self, seq);
  g_assert_cmpstr (goal->title, ==, "A");
  g_assert_cmpstr (goal->text, ==, "Later");
  fixture_reopen (self);
  assert_title (self, 2, "Set field", SAMEN_PAST_UNDONE);
  fixture_assert_sound (self);
}

static void
test_changed_later (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");
  gint64 seq;

  fixture_set (self, goal, "title", samen_value ("B"));
  seq = number_of (self, 0);
  fixture_set (self, goal, "title", samen_value ("C"));
  assert_refused (
      self, seq,
      "“Goal” of Goal “C” was changed again later. Take that edit back first: “Set field”.");
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  take_back (self, seq);
  g_assert_cmpstr (goal->title, ==, "A");
}

static void
test_addition (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");
  gint64 seq = number_of (self, 0);
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "Eerste les", goal);

  assert_refused (self, seq, "Milestone “Eerste les” was added to it since. Delete that first.");
  fixture_delete (self, milestone);
  take_back (self, seq);
  g_assert_true (((SamenRecord *) goal)->deleted);
  fixture_assert_sound (self);
}

static void
test_deletion (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "Eerste les", NULL);
  SamenEdit *edit = samen_edit_new ("Add Celebration");
  g_autoptr (SamenCelebration) celebration = NULL;
  gint64 renamed, party, all;
  g_autofree char *id = g_strdup (samen_edit_add (
      edit, SAMEN_TYPE_CELEBRATION, "milestone", samen_value (((SamenRecord *) milestone)->id),
      "date", samen_value (samen_date_day (2027, 3, 2)), NULL));

  fixture_apply (self, edit);
  celebration = samen_store_get (self->store, SAMEN_TYPE_CELEBRATION, id);
  fixture_set (self, milestone, "title", samen_value ("Les één"));
  renamed = number_of (self, 0);
  fixture_delete (self, celebration);
  party = number_of (self, 0);
  fixture_delete (self, milestone);
  all = number_of (self, 0);
  assert_refused (self, renamed, "Milestone “Les één” was deleted since. Bring that back first.");
  assert_refused (self, party, "Milestone “Les één” was deleted since. Bring that back first.");
  take_back (self, all);
  g_assert_false (((SamenRecord *) milestone)->deleted);
  g_assert_true (((SamenRecord *) celebration)->deleted);
  take_back (self, party);
  g_assert_false (((SamenRecord *) celebration)->deleted);
  fixture_assert_sound (self);
}

static void
test_founding (Fixture *self, gconstpointer unused)
{
  SamenEdit *edit = samen_edit_new ("New Dossier");

  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value ("Rijnstreek"), NULL);
  fixture_apply (self, edit);
  assert_title (self, 0, "New Dossier", SAMEN_PAST_FOUNDING);
  assert_refused (self, number_of (self, 0), "This made the dossier, so it stays.");
}

static gboolean
say_no (SamenStore *store, GPtrArray *changes, GError **error)
{
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_FAILED, "No.");
  return FALSE;
}

/* There is one door for edits */
static void
test_guard (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");

  samen_store_set_guard (self->store, say_no);
  assert_refused (self, number_of (self, 0), "No.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/history/words", test_words);
  FIXTURE_TEST ("/history/date-for-title", test_date_for_title);
  FIXTURE_TEST ("/history/citation", test_citation);
  FIXTURE_TEST ("/history/of-record", test_of_record);
  FIXTURE_TEST ("/history/states", test_states);
  FIXTURE_TEST ("/history/take-back", test_take_back);
  FIXTURE_TEST ("/history/changed-later", test_changed_later);
  FIXTURE_TEST ("/history/addition", test_addition);
  FIXTURE_TEST ("/history/deletion", test_deletion);
  FIXTURE_TEST ("/history/founding", test_founding);
  FIXTURE_TEST ("/history/guard", test_guard);
  return g_test_run ();
}
