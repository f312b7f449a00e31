/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "base/id.h"
#include "fixture.h"
#include "store/log.h"

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
count_changed_cb (SamenStore *store, GPtrArray *changes, guint *count)
{
  *count += changes->len;
}

static char *
id_of (gpointer record)
{
  return g_strdup (((SamenRecord *) record)->id);
}

/* The edit is refused for that reason, and nothing at all has changed */
static void
assert_refused (Fixture *self, SamenEdit *edit, SamenError reason, const char *said)
{
  g_autofree char *before = fixture_dump (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint changed = 0, labels = 0;

  g_signal_connect (self->store, "changed", G_CALLBACK (count_changed_cb), &changed);
  g_signal_connect (self->store, "notify", G_CALLBACK (count_cb), &labels);
  g_assert_false (samen_store_apply (self->store, edit, &error));
  g_assert_error (error, SAMEN_ERROR, (int) reason);
  if (strstr (error->message, said) == NULL)
    g_error ("“%s” does not say “%s”", error->message, said);
  after = fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (changed + labels, ==, 0);
  g_signal_handlers_disconnect_by_data (self->store, &changed);
  g_signal_handlers_disconnect_by_data (self->store, &labels);
  samen_edit_free (edit);
  fixture_assert_sound (self);
}

static void
test_live_objects (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenGoal) same =
      samen_store_get (self->store, SAMEN_TYPE_GOAL, ((SamenRecord *) goal)->id);
  guint titles = 0, dues = 0, others = 0;
  SamenEdit *edit = samen_edit_new ("Set fields");

  g_assert_true (goal == same);
  g_signal_connect (goal, "notify::title", G_CALLBACK (count_cb), &titles);
  g_signal_connect (goal, "notify::due", G_CALLBACK (count_cb), &dues);
  g_signal_connect (goal, "notify::text", G_CALLBACK (count_cb), &others);
  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ("Bloeien"));
  samen_edit_set (edit, (SamenRecord *) goal, "due", samen_value (samen_date_day (2027, 3, 15)));
  fixture_apply (self, edit);

  g_assert_cmpstr (goal->title, ==, "Bloeien");
  g_assert_true (samen_date_equal (goal->due, samen_date_day (2027, 3, 15)));
  g_assert_cmpuint (titles, ==, 1);
  g_assert_cmpuint (dues, ==, 1);
  g_assert_cmpuint (others, ==, 0);
}

/* One object for each record, however it is come by; and a new one once nobody holds it */
static void
test_identity (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autofree char *id = id_of (goal);
  g_autoptr (GListModel) list = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  g_autoptr (SamenGoal) from_list = g_list_model_get_item (list, 0);
  g_autofree char *other = samen_id_new ();

  g_assert_true (from_list == goal);
  g_clear_object (&from_list);
  g_clear_object (&list);
  g_assert_finalize_object (g_steal_pointer (&goal));
  goal = samen_store_get (self->store, SAMEN_TYPE_GOAL, id);
  g_assert_cmpstr (goal->title, ==, "Groeien");

  g_assert_null (samen_store_get (self->store, SAMEN_TYPE_PARTY, id));
  g_clear_object (&goal);
  g_assert_null (samen_store_get (self->store, SAMEN_TYPE_PARTY, id));
  g_assert_null (samen_store_get (self->store, SAMEN_TYPE_GOAL, other));
  g_assert_null (samen_store_get (self->store, SAMEN_TYPE_GOAL, NULL));
}

static void
test_record_outlives_store (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");

  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_assert_cmpstr (goal->title, ==, "Groeien");
}

static void
test_nothing_changed (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autofree char *before = fixture_dump (self);
  g_autofree char *after = NULL;
  guint changed = 0;
  SamenEdit *edit = samen_edit_new ("Set fields");

  g_signal_connect (self->store, "changed", G_CALLBACK (count_changed_cb), &changed);
  fixture_apply (self, samen_edit_new ("Nothing at all"));
  fixture_set (self, goal, "title", samen_value ("Groeien"));
  fixture_set (self, goal, "due", NULL);
  fixture_set (self, goal, "text", samen_value (""));
  /* There and back */
  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ("Bloeien"));
  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ("Groeien"));
  fixture_apply (self, edit);
  after = fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (changed, ==, 0);
}

static void
test_last_counts (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  SamenEdit *edit = samen_edit_new ("Set fields");
  const char *id;
  g_autoptr (SamenGoal) added = NULL;

  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ("Bloeien"));
  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ("Snoeien"));
  samen_edit_delete (edit, (SamenRecord *) goal);
  samen_edit_set (edit, (SamenRecord *) goal, "deleted", samen_value ((bool) false));
  id = samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("Een"), NULL);
  samen_edit_set_by_id (edit, SAMEN_TYPE_GOAL, id, "title", samen_value ("Twee"));
  added = samen_store_get (self->store, SAMEN_TYPE_GOAL, id);
  g_assert_null (added);
  g_autofree char *kept_id = g_strdup (id);
  fixture_apply (self, edit);

  added = samen_store_get (self->store, SAMEN_TYPE_GOAL, kept_id);
  g_assert_cmpstr (goal->title, ==, "Snoeien");
  g_assert_false (((SamenRecord *) goal)->deleted);
  g_assert_cmpstr (added->title, ==, "Twee");
  fixture_assert_sound (self);
}

/* Nothing to see, but nothing to stumble over either, and an undo of it is no surprise */
static void
test_add_and_delete (Fixture *self, gconstpointer unused)
{
  SamenEdit *edit = samen_edit_new ("Add and delete");
  g_autoptr (SamenGoal) goal = NULL;
  g_autofree char *id =
      g_strdup (samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("Even"), NULL));

  samen_edit_set_by_id (edit, SAMEN_TYPE_GOAL, id, "deleted", samen_value ((bool) true));
  samen_edit_set_by_id (edit, SAMEN_TYPE_GOAL, id, "text", samen_value ("Uitleg"));
  fixture_apply (self, edit);
  goal = samen_store_get (self->store, SAMEN_TYPE_GOAL, id);
  g_assert_true (((SamenRecord *) goal)->deleted);
  g_assert_cmpstr (goal->text, ==, "Uitleg");
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_GOAL), ==, 0);
  fixture_assert_sound (self);
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  g_assert_true (samen_store_redo (self->store, NULL, NULL));
  g_assert_true (((SamenRecord *) goal)->deleted);
  fixture_assert_sound (self);
}

static void
test_empty_text_is_nothing (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");

  fixture_set (self, goal, "text", g_variant_new_string ("Uitleg"));
  fixture_set (self, goal, "text", g_variant_new_string (""));
  g_assert_null (goal->text);
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM goal WHERE text IS NULL"), ==, 1);
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM change WHERE new = ''"), ==, 0);
}

static void
test_bad_values (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  SamenEdit *edit;
  guint notified = 0;

  g_signal_connect (goal, "notify", G_CALLBACK (count_cb), &notified);

  /* A good change before a bad one is not done either */
  edit = samen_edit_new ("Set fields");
  samen_edit_set (edit, (SamenRecord *) goal, "text", samen_value ("Uitleg"));
  samen_edit_set (edit, (SamenRecord *) goal, "due", samen_value ("morgen"));
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "Due");

  edit = samen_edit_new ("Set field");
  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value (" "));
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "Goal cannot be empty");

  edit = samen_edit_new ("Set field");
  samen_edit_set (edit, (SamenRecord *) goal, "due", samen_value ("  "));
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "Due");

  edit = samen_edit_new ("Set field");
  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ((gint64) 3));
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "Goal");

  edit = samen_edit_new ("Set field");
  samen_edit_set (edit, (SamenRecord *) goal, "deleted", NULL);
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "Deleted");

  edit = samen_edit_new ("Add goals");
  samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("Goed"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_GOAL, "text", samen_value ("zonder titel"), NULL);
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "Goal cannot be empty");

  edit = samen_edit_new ("Add partnership");
  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value ("Regio"), "language",
                  samen_value ("de"), NULL);
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "Language of documents");

  edit = samen_edit_new ("Add partnership");
  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value ("Regio"), "language", NULL,
                  NULL);
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "Language of documents");
  g_assert_cmpuint (notified, ==, 0);

  /* The door is not stuck */
  fixture_set (self, goal, "title", samen_value ("Bloeien"));
  g_assert_cmpstr (goal->title, ==, "Bloeien");
}

static void
test_nowhere (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autofree char *nowhere = samen_id_new ();
  g_autofree char *no_bytes = g_strnfill (64, 'a');
  SamenEdit *edit = samen_edit_new ("Set field");

  samen_edit_set_by_id (edit, SAMEN_TYPE_GOAL, nowhere, "title", samen_value ("Weg"));
  assert_refused (self, edit, SAMEN_ERROR_NOT_FOUND, "no longer");

  edit = samen_edit_new ("Delete");
  samen_edit_set_by_id (edit, SAMEN_TYPE_GOAL, nowhere, "deleted", samen_value ((bool) true));
  assert_refused (self, edit, SAMEN_ERROR_NOT_FOUND, "no longer");

  edit = samen_edit_new ("Add criterion");
  samen_edit_add (edit, SAMEN_TYPE_CRITERION, "goal", samen_value (nowhere), "title",
                  samen_value ("Cijfer"), NULL);
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "refers");

  /* To something of another type */
  edit = samen_edit_new ("Add clause");
  samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (((SamenRecord *) goal)->id),
                  "text", samen_value ("lid"), NULL);
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "refers");

  edit = samen_edit_new ("Add attachment");
  samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value ("foto.jpg"), "record",
                  samen_value (((SamenRecord *) goal)->id), "content", samen_value (no_bytes),
                  NULL);
  assert_refused (self, edit, SAMEN_ERROR_INVALID, "refers");
}

/* A photo is deleted with what it is kept with, and both come back */
static void
test_delete_attachment (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenGoal) other = fixture_add_goal (self, "Bloeien");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("foto", 4);
  g_autofree char *hash = NULL;
  g_autoptr (GListModel) kept = NULL;
  SamenEdit *edit = samen_edit_new ("Add attachment");

  g_assert_true (samen_store_add_bytes (self->store, bytes, &hash, NULL));
  for (guint i = 0; i < 2; i++)
    samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value ("foto.jpg"), "record",
                    samen_value (((SamenRecord *) (i == 0 ? goal : other))->id), "content",
                    samen_value (hash), NULL);
  fixture_apply (self, edit);
  kept =
      samen_store_list (self->store, SAMEN_TYPE_ATTACHMENT, "record", ((SamenRecord *) goal)->id);
  g_assert_cmpuint (g_list_model_get_n_items (kept), ==, 1);
  fixture_delete (self, goal);
  g_assert_cmpuint (g_list_model_get_n_items (kept), ==, 0);
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_ATTACHMENT), ==, 1);
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (kept), ==, 1);
  fixture_assert_sound (self);
}

/* An id is that of one record, whatever its type: the history is told by the id */
static void
test_same_id (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  const char *id = ((SamenRecord *) goal)->id;
  SamenEdit *edit = samen_edit_new ("Add organisation");

  samen_edit_set_by_id (edit, SAMEN_TYPE_ORGANISATION, id, "deleted", samen_value ((bool) false));
  samen_edit_set_by_id (edit, SAMEN_TYPE_ORGANISATION, id, "name", samen_value ("School"));
  assert_refused (self, edit, SAMEN_ERROR_DAMAGED, "same");
}

/* A file that was tampered with may hold it all the same: each is shown as what it is */
static void
test_same_id_in_file (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autofree char *id = id_of (goal);
  g_autoptr (SamenOrganisation) organisation = NULL;
  g_autoptr (GListModel) all = NULL;

  fixture_sql (self, "INSERT INTO organisation (id, name) SELECT id, 'School' FROM goal");
  for (guint i = 0; i < 2; i++)
    {
      all = samen_store_list (self->store, SAMEN_TYPE_ORGANISATION, NULL, NULL);
      organisation = g_list_model_get_item (all, 0);
      g_assert_cmpstr (organisation->name, ==, "School");
      fixture_set (self, goal, "title", samen_value (i == 0 ? "Bloeien" : "Snoeien"));
      g_assert_cmpstr (goal->title, ==, i == 0 ? "Bloeien" : "Snoeien");
      g_clear_object (&organisation);
      g_clear_object (&all);
      g_clear_object (&goal);
      goal = samen_store_get (self->store, SAMEN_TYPE_GOAL, id);
      g_assert_cmpstr (goal->title, ==, i == 0 ? "Bloeien" : "Snoeien");
    }
}

/* Two edits in one: what an edit adds can be referred to in it, also before it is added */
static void
test_references_within (Fixture *self, gconstpointer unused)
{
  SamenEdit *edit = samen_edit_new ("Add goal");
  g_autofree char *goal_id = samen_id_new ();
  g_autoptr (GListModel) criteria = NULL;

  samen_edit_add (edit, SAMEN_TYPE_CRITERION, "goal", samen_value (goal_id), "title",
                  samen_value ("Cijfer"), NULL);
  samen_edit_set_by_id (edit, SAMEN_TYPE_GOAL, goal_id, "deleted", samen_value ((bool) false));
  samen_edit_set_by_id (edit, SAMEN_TYPE_GOAL, goal_id, "title", samen_value ("Groeien"));
  fixture_apply (self, edit);
  criteria = samen_store_list (self->store, SAMEN_TYPE_CRITERION, "goal", goal_id);
  g_assert_cmpuint (g_list_model_get_n_items (criteria), ==, 1);
  fixture_assert_sound (self);
}

typedef struct
{
  char *agreement, *other, *organisation, *article, *clause, *sub_clause, *party, *signature;
} Covenant;

static void
covenant_clear (Covenant *self)
{
  for (guint i = 0; i < sizeof (Covenant) / sizeof (char *); i++)
    g_free (((char **) self)[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Covenant, covenant_clear)

static Covenant
add_covenant (Fixture *self)
{
  SamenEdit *edit = samen_edit_new ("Add covenant");
  Covenant it;

  it.agreement = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Convenant"), NULL));
  it.other =
      g_strdup (samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Ander"), NULL));
  it.organisation = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_ORGANISATION, "name", samen_value ("School"), NULL));
  it.article = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (it.agreement), NULL));
  it.clause =
      g_strdup (samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (it.article),
                                "text", samen_value ("lid 1"), NULL));
  it.sub_clause = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (it.article), "part_of",
                      samen_value (it.clause), "text", samen_value ("onderdeel a"), NULL));
  it.party = g_strdup (samen_edit_add (
      edit, SAMEN_TYPE_PARTY, "agreement", samen_value (it.agreement), "organisation",
      samen_value (it.organisation), "name", samen_value ("School"), NULL));
  it.signature = g_strdup (samen_edit_add (
      edit, SAMEN_TYPE_SIGNATURE, "party", samen_value (it.party), "signed_on",
      samen_value (samen_date_day (2026, 11, 23)), "signatory", samen_value ("Jan"), NULL));
  fixture_apply (self, edit);
  return it;
}

static gboolean
is_deleted (Fixture *self, GType type, const char *id)
{
  g_autoptr (SamenRecord) record = samen_store_get (self->store, type, id);

  g_assert_nonnull (record);
  return record->deleted;
}

static void
test_delete_with_parts (Fixture *self, gconstpointer unused)
{
  g_auto (Covenant) it = add_covenant (self);
  g_autoptr (SamenRecord) agreement =
      samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, it.agreement);
  g_autoptr (SamenRecord) clause = samen_store_get (self->store, SAMEN_TYPE_CLAUSE, it.sub_clause);
  guint notified = 0;

  g_signal_connect (clause, "notify::deleted", G_CALLBACK (count_cb), &notified);
  fixture_delete (self, agreement);

  g_assert_cmpuint (notified, ==, 1);
  g_assert_true (agreement->deleted);
  g_assert_true (clause->deleted);
  g_assert_true (is_deleted (self, SAMEN_TYPE_ARTICLE, it.article));
  g_assert_true (is_deleted (self, SAMEN_TYPE_CLAUSE, it.clause));
  g_assert_true (is_deleted (self, SAMEN_TYPE_PARTY, it.party));
  g_assert_true (is_deleted (self, SAMEN_TYPE_SIGNATURE, it.signature));
  g_assert_false (is_deleted (self, SAMEN_TYPE_AGREEMENT, it.other));
  g_assert_false (is_deleted (self, SAMEN_TYPE_ORGANISATION, it.organisation));
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_AGREEMENT), ==, 1);
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_CLAUSE), ==, 0);
  fixture_assert_sound (self);
}

/* What refers to a record without being part of it stays, and still refers to it */
static void
test_delete_what_is_referred_to (Fixture *self, gconstpointer unused)
{
  g_auto (Covenant) it = add_covenant (self);
  g_autoptr (SamenRecord) organisation =
      samen_store_get (self->store, SAMEN_TYPE_ORGANISATION, it.organisation);
  g_autoptr (SamenParty) party = samen_store_get (self->store, SAMEN_TYPE_PARTY, it.party);

  fixture_delete (self, organisation);
  g_assert_false (((SamenRecord *) party)->deleted);
  g_assert_cmpstr (party->organisation.id, ==, it.organisation);
  fixture_assert_sound (self);
}

/* Moved out in the same edit, a part is not deleted; brought back, it is not either */
static void
test_delete_but_keep_part (Fixture *self, gconstpointer unused)
{
  g_auto (Covenant) it = add_covenant (self);
  SamenEdit *edit = samen_edit_new ("Delete all but one");

  samen_edit_set_by_id (edit, SAMEN_TYPE_PARTY, it.party, "agreement", samen_value (it.other));
  samen_edit_set_by_id (edit, SAMEN_TYPE_AGREEMENT, it.agreement, "deleted",
                        samen_value ((bool) true));
  samen_edit_set_by_id (edit, SAMEN_TYPE_CLAUSE, it.clause, "deleted", samen_value ((bool) false));
  fixture_apply (self, edit);
  g_assert_false (is_deleted (self, SAMEN_TYPE_PARTY, it.party));
  g_assert_false (is_deleted (self, SAMEN_TYPE_SIGNATURE, it.signature));
  g_assert_false (is_deleted (self, SAMEN_TYPE_CLAUSE, it.clause));
  g_assert_true (is_deleted (self, SAMEN_TYPE_ARTICLE, it.article));
  fixture_assert_sound (self);
}

/* A clause that is part of itself is nonsense, which a file may hold: deleting it comes to an end */
static void
test_delete_circle (Fixture *self, gconstpointer unused)
{
  g_auto (Covenant) it = add_covenant (self);
  g_autoptr (SamenRecord) article = samen_store_get (self->store, SAMEN_TYPE_ARTICLE, it.article);
  SamenEdit *edit = samen_edit_new ("Make a circle");

  samen_edit_set_by_id (edit, SAMEN_TYPE_CLAUSE, it.clause, "part_of", samen_value (it.sub_clause));
  fixture_apply (self, edit);
  fixture_delete (self, article);
  g_assert_true (is_deleted (self, SAMEN_TYPE_CLAUSE, it.clause));
  g_assert_true (is_deleted (self, SAMEN_TYPE_CLAUSE, it.sub_clause));
  fixture_assert_sound (self);
}

static void
expect_changes_cb (SamenStore *store, GPtrArray *changes, GString *seen)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (changes, i);
      g_autofree char *old = change->old != NULL ? g_variant_print (change->old, FALSE) : NULL;
      g_autofree char *new = change->new != NULL ? g_variant_print (change->new, FALSE) : NULL;

      g_string_append_printf (seen, "%s:%s>%s ", change->field->name, old != NULL ? old : "-",
                              new != NULL ? new : "-");
    }
}

static void
test_changed_signal (Fixture *self, gconstpointer unused)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (SamenGoal) goal = NULL;
  SamenEdit *edit = samen_edit_new ("Set fields");

  g_signal_connect (self->store, "changed", G_CALLBACK (expect_changes_cb), seen);
  goal = fixture_add_goal (self, "Groeien");
  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ("Bloeien"));
  samen_edit_set (edit, (SamenRecord *) goal, "text", NULL);
  samen_edit_delete (edit, (SamenRecord *) goal);
  fixture_apply (self, edit);
  g_assert_cmpstr (seen->str, ==,
                   "deleted:->false title:->'Groeien' position:->'a0' "
                   "title:'Groeien'>'Bloeien' deleted:false>true ");
}

/* Whoever hears of an edit may make another at once */
static void
answer_cb (SamenStore *store, GPtrArray *changes, SamenRecord *goal)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Answer");

  samen_edit_set (edit, goal, "text", samen_value ("Antwoord"));
  g_assert_true (samen_store_apply (store, edit, NULL));
}

static void
test_edit_within_edit (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");

  g_signal_connect (self->store, "changed", G_CALLBACK (answer_cb), goal);
  fixture_set (self, goal, "title", samen_value ("Bloeien"));
  g_assert_cmpstr (goal->title, ==, "Bloeien");
  g_assert_cmpstr (goal->text, ==, "Antwoord");
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM edit"), ==, 3);
  fixture_assert_sound (self);
}

static void
test_author (Fixture *self, gconstpointer unused)
{
  guint notified = 0;
  g_autofree char *author = NULL;
  g_autoptr (SamenGoal) first = fixture_add_goal (self, "Eerste");
  g_autoptr (SamenGoal) second = NULL;

  g_signal_connect (self->store, "notify::author", G_CALLBACK (count_cb), &notified);
  samen_store_set_author (self->store, "Fatima");
  samen_store_set_author (self->store, "Fatima");
  g_assert_cmpuint (notified, ==, 1);
  g_object_get (self->store, "author", &author, NULL);
  g_assert_cmpstr (author, ==, "Fatima");
  second = fixture_add_goal (self, "Tweede");
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM edit WHERE author = ''"), ==, 1);
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM edit WHERE author = 'Fatima'"), ==,
                   1);
  samen_store_set_author (self->store, NULL);
  g_object_set (self->store, "author", "Jan", NULL);
  g_assert_cmpuint (notified, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  FIXTURE_TEST ("/edit/live-objects", test_live_objects);
  FIXTURE_TEST ("/edit/identity", test_identity);
  FIXTURE_TEST ("/edit/record-outlives-store", test_record_outlives_store);
  FIXTURE_TEST ("/edit/nothing-changed", test_nothing_changed);
  FIXTURE_TEST ("/edit/last-counts", test_last_counts);
  FIXTURE_TEST ("/edit/add-and-delete", test_add_and_delete);
  FIXTURE_TEST ("/edit/empty-text-is-nothing", test_empty_text_is_nothing);
  FIXTURE_TEST ("/edit/bad-values", test_bad_values);
  FIXTURE_TEST ("/edit/nowhere", test_nowhere);
  FIXTURE_TEST ("/edit/same-id", test_same_id);
  FIXTURE_TEST ("/edit/delete-attachment", test_delete_attachment);
  FIXTURE_TEST ("/edit/same-id-in-file", test_same_id_in_file);
  FIXTURE_TEST ("/edit/references-within", test_references_within);
  FIXTURE_TEST ("/edit/delete-with-parts", test_delete_with_parts);
  FIXTURE_TEST ("/edit/delete-what-is-referred-to", test_delete_what_is_referred_to);
  FIXTURE_TEST ("/edit/delete-but-keep-part", test_delete_but_keep_part);
  FIXTURE_TEST ("/edit/delete-circle", test_delete_circle);
  FIXTURE_TEST ("/edit/changed-signal", test_changed_signal);
  FIXTURE_TEST ("/edit/edit-within-edit", test_edit_within_edit);
  FIXTURE_TEST ("/edit/author", test_author);

  return g_test_run ();
}
