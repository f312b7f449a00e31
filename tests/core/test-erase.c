/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "somebody.h"
#include "store/draft.h"
#include "store/erase.h"
#include "store/history.h"
#include "store/known-names.h"
#include "store/log.h"
#include "store/search.h"
#include "store/traces.h"

/* How many moments at which an erasure is killed are tried, and how long one may take, in microseconds */
#define KILLS 40
#define LONGEST 30000

static void
erase (Fixture *self, const char *person, const char *const *names, gboolean texts, gboolean files)
{
  const SamenErasure erasure = { person, names, texts, files };
  g_autoptr (GError) error = NULL;

  samen_store_erase (self->store, &erasure, NULL, &error);
  g_assert_no_error (error);
}

static void
erase_all (Fixture *self, Somebody *somebody)
{
  g_auto (GStrv) names = samen_traces_names (self->store, somebody->person);

  erase (self, somebody->person, (const char *const *) names, TRUE, TRUE);
}

static void
assert_gone (Fixture *self)
{
  g_autofree char *left = somebody_is_in (self->path);

  g_assert_cmpstr (left, ==, NULL);
}

static guint
count_in (const SamenTraces *traces, GType type, SamenTraceKind kind)
{
  guint n = 0;

  for (guint i = 0; i < traces->places->len; i++)
    {
      const SamenTrace *trace = g_ptr_array_index (traces->places, i);

      n += trace->kind == kind && G_OBJECT_TYPE (trace->record) == type;
    }
  return n;
}

static void
test_traces (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_auto (GStrv) names = samen_traces_names (self->store, somebody->person);
  g_autoptr (SamenTraces) traces = NULL;
  g_autoptr (SamenTraces) none = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const nobody[] = { "Bert Jansen", NULL };

  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, SOMEBODY);
  g_assert_cmpstr (names[1], ==, SOMEBODY_BEFORE);
  traces = samen_traces_find (self->store, somebody->person, (const char *const *) names, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (samen_traces_count (traces, SAMEN_TRACE_OWN), ==, 1);
  g_assert_cmpuint (count_in (traces, SAMEN_TYPE_PARTY, SAMEN_TRACE_ROLE), ==, 1);
  g_assert_cmpuint (count_in (traces, SAMEN_TYPE_SIGNATURE, SAMEN_TRACE_ROLE), ==, 1);
  g_assert_cmpuint (count_in (traces, SAMEN_TYPE_REPRESENTATIVE, SAMEN_TRACE_ROLE), ==, 1);
  g_assert_cmpuint (samen_traces_count (traces, SAMEN_TRACE_TEXT), ==, 2);
  g_assert_cmpuint (samen_traces_count (traces, SAMEN_TRACE_FILE), ==, 2);
  g_assert_true (traces->in_draft);
  /* Of which one is undone, and one undoes it */
  g_assert_cmpuint (traces->edits->len, ==, 6);
  g_assert_cmpuint (traces->past->len, >, 10);

  none = samen_traces_find (self->store, NULL, nobody, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->places->len + none->past->len + none->edits->len, ==, 0);
  g_assert_false (none->in_draft);
}

static void
test_erase (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autofree char *before = somebody_is_in (self->path);
  g_autoptr (SamenSignature) signature = NULL;
  g_autoptr (SamenParty) party = NULL;
  g_autoptr (SamenParty) past_party = NULL;
  g_autoptr (SamenPerson) person =
      samen_store_get (self->store, SAMEN_TYPE_PERSON, somebody->person);
  g_autoptr (SamenGoal) goal = samen_store_get (self->store, SAMEN_TYPE_GOAL, somebody->goal);

  g_assert_nonnull (before);
  erase_all (self, somebody);
  assert_gone (self);
  fixture_assert_sound (self);

  /* That a party signed, and when, stays; so does who came after the person */
  signature = samen_store_get (self->store, SAMEN_TYPE_SIGNATURE, somebody->signature);
  g_assert_cmpstr (signature->signatory, ==, "gewist");
  g_assert_null (signature->function);
  g_assert_cmpint (samen_date_compare (signature->signed_on, samen_date_day (2026, 3, 12)), ==, 0);
  party = samen_store_get (self->store, SAMEN_TYPE_PARTY, somebody->party);
  g_assert_cmpstr (party->representative, ==, "gewist");
  g_assert_null (party->function);
  past_party = samen_store_get (self->store, SAMEN_TYPE_PARTY, somebody->past_party);
  g_assert_cmpstr (past_party->representative, ==, "Bert Bakker");
  g_assert_cmpstr (past_party->function, ==, "rector");
  /* What is live follows */
  g_assert_true (SAMEN_RECORD (person)->deleted);
  g_assert_cmpstr (person->name, ==, "gewist");
  g_assert_cmpstr (goal->text, ==, "Met dank aan gewist.");
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM content"), ==, 2);

  fixture_reopen (self);
  assert_gone (self);
  fixture_assert_sound (self);
}

/* Neither undo nor taking back brings anything of it into the dossier */
static void
test_undo (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autoptr (SamenHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  erase_all (self, somebody);
  samen_store_set_author (self->store, "Noor Alberts");
  while (samen_store_undo (self->store, NULL, &error))
    fixture_assert_sound (self);
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
  assert_gone (self);
  while (samen_store_redo (self->store, NULL, NULL))
    fixture_assert_sound (self);
  assert_gone (self);

  history = samen_history_new (self->store, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (history)); i++)
    {
      g_autoptr (SamenPastEdit) edit = g_list_model_get_item (G_LIST_MODEL (history), i);

      if (g_str_equal (edit->title, "Erase Person"))
        g_assert_cmpint (edit->state, ==, SAMEN_PAST_ERASED);
      samen_store_take_back (self->store, edit->seq, NULL);
      assert_gone (self);
    }
  fixture_assert_sound (self);
}

/* What is not asked for stays as it is: texts, files, and whoever else is called the same */
static void
test_sparing (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  static const char *const names[] = { SOMEBODY, NULL };
  g_autoptr (SamenGoal) goal = samen_store_get (self->store, SAMEN_TYPE_GOAL, somebody->goal);
  g_autoptr (SamenPerson) namesake = NULL;
  g_autoptr (SamenEdit) draft = NULL;
  SamenEdit *edit = samen_edit_new ("Add Person");
  g_autofree char *id =
      g_strdup (samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value (SOMEBODY), "position",
                                samen_value ("a1"), NULL));

  fixture_apply (self, edit);
  erase (self, somebody->person, names, FALSE, FALSE);
  fixture_assert_sound (self);
  g_assert_cmpstr (goal->text, ==, "Met dank aan " SOMEBODY_DECOMPOSED ".");
  namesake = samen_store_get (self->store, SAMEN_TYPE_PERSON, id);
  g_assert_cmpstr (namesake->name, ==, SOMEBODY);
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM content"), ==, 3);
  g_assert_cmpint (
      fixture_number (self, "SELECT count(*) FROM edit WHERE author LIKE '%Zuiderveld%'"), ==, 0);
  draft = samen_store_get_draft (self->store);
  g_assert_nonnull (draft);
}

static void
test_draft (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autoptr (SamenEdit) draft = NULL;
  const SamenChange *change;

  erase_all (self, somebody);
  draft = samen_store_get_draft (self->store);
  change = g_ptr_array_index (samen_edit_get_changes (draft), 0);
  g_assert_cmpstr (g_variant_get_string (change->new, NULL), ==, "Nog meer dank aan gewist");
}

/* Somebody whom the list of people does not have */
static void
test_by_name (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  static const char *const names[] = { "Bert Bakker", NULL };
  g_autoptr (SamenParty) party =
      samen_store_get (self->store, SAMEN_TYPE_PARTY, somebody->past_party);

  erase (self, NULL, names, TRUE, TRUE);
  g_assert_cmpstr (party->representative, ==, "gewist");
  g_assert_null (party->function);
  g_assert_cmpint (
      fixture_number (self, "SELECT count(*) FROM change WHERE old = 'rector' OR new = 'rector'"),
      ==, 0);
  fixture_assert_sound (self);
}

static char *
add_file (Fixture *self, const char *goal, const char *bytes, gsize length)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);
  SamenEdit *edit = samen_edit_new ("Add Attachment");
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  char *id;

  samen_store_add_bytes (self->store, content, &hash, &error);
  g_assert_no_error (error);
  id = g_strdup (samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value ("convenant.txt"),
                                 "record", samen_value (goal), "content", samen_value (hash),
                                 "position", samen_value ("a9"), NULL));
  fixture_apply (self, edit);
  return id;
}

static char *
read_file (Fixture *self, const char *id)
{
  g_autoptr (SamenAttachment) file = samen_store_get (self->store, SAMEN_TYPE_ATTACHMENT, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = samen_store_load_bytes (self->store, file->content.hash, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The text that a covenant was read from is kept, and says who signed; a picture is let be */
static void
test_text_files (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  static const char utf8[] = "Partijen:\r\nROC, door " SOMEBODY ", lid\r\nEinde\r\n";
  static const char latin[] = "Partijen:\nROC, door Zo\xeb Zuiderveldhuis\n";
  static const char binary[] = "\x89PNG\0\1\2 Bert Jansen";
  g_autofree char *one = add_file (self, somebody->goal, utf8, strlen (utf8));
  g_autofree char *two = add_file (self, somebody->goal, latin, strlen (latin));
  g_autofree char *three = add_file (self, somebody->goal, binary, sizeof binary);
  static const char *const names[] = { SOMEBODY, NULL };
  static const char *const other[] = { "Bert Jansen", NULL };
  g_autoptr (SamenMentions) mentions = samen_mentions_new (names);
  g_autoptr (SamenTraces) traces = NULL;
  g_autoptr (SamenTraces) none = samen_traces_find (self->store, NULL, other, NULL);
  g_autoptr (SamenAttachment) file = samen_store_get (self->store, SAMEN_TYPE_ATTACHMENT, two);
  g_autofree char *line = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpuint (none->places->len, ==, 0);
  traces = samen_traces_find (self->store, somebody->person, names, NULL);
  g_assert_cmpuint (count_in (traces, SAMEN_TYPE_ATTACHMENT, SAMEN_TRACE_TEXT), ==, 2);
  for (guint i = 0; i < traces->places->len; i++)
    {
      const SamenTrace *trace = g_ptr_array_index (traces->places, i);

      if (g_str_equal (trace->record->id, one) && trace->kind == SAMEN_TRACE_TEXT)
        line = samen_trace_get_text (trace, self->store, mentions);
    }
  g_assert_cmpstr (line, ==, "ROC, door " SOMEBODY ", lid");

  /* What was deleted can be brought back */
  fixture_delete (self, file);
  erase_all (self, somebody);
  assert_gone (self);
  fixture_assert_sound (self);
  first = read_file (self, one);
  g_assert_cmpstr (first, ==, "Partijen:\r\nROC, door gewist, lid\r\nEinde\r\n");
  second = read_file (self, two);
  g_assert_cmpstr (second, ==, "Partijen:\nROC, door gewist\n");
  fixture_reopen (self);
  g_assert_cmpint (
      fixture_number (
          self, "SELECT count(*) FROM content WHERE instr (bytes, CAST ('Jansen' AS BLOB)) > 0"),
      ==, 1);
}

static const SamenKnownName *
find_known (GPtrArray *known, const char *name)
{
  const SamenKnownName *found = NULL;

  for (guint i = 0; i < known->len; i++)
    {
      const SamenKnownName *it = g_ptr_array_index (known, i);

      if (!g_str_equal (it->name, name))
        continue;
      g_assert_null (found);
      found = it;
    }
  return found;
}

/* Who can be looked for is whoever is named, now or before, or worked on the dossier; each of them once */
static void
test_known (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autoptr (SamenPerson) person =
      samen_store_get (self->store, SAMEN_TYPE_PERSON, somebody->person);
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GError) error = NULL;

  known = samen_known_names (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (known->len, ==, 4);
  g_assert_cmpstr (find_known (known, SOMEBODY)->record->id, ==, somebody->person);
  g_assert_cmpstr (find_known (known, SOMEBODY_BEFORE)->record->id, ==, somebody->signature);
  g_assert_true (SAMEN_IS_PARTY (find_known (known, "Bert Bakker")->record));
  g_assert_null (find_known (known, "Noor Alberts")->record);

  /* Deleted, they can be brought back */
  fixture_delete (self, person);
  left = samen_known_names (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 4);
  g_assert_nonnull (find_known (left, SOMEBODY));

  erase_all (self, somebody);
  rest = samen_known_names (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rest->len, ==, 2);
  g_assert_nonnull (find_known (rest, "Bert Bakker"));
  g_assert_nonnull (find_known (rest, "Noor Alberts"));
}

/* Two of the people may have one name; who has another one in a role is not meant */
static void
test_called (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_auto (GStrv) one = samen_people_called (self->store, "ZOE\u0308 zuiderveldhuis ");
  g_auto (GStrv) none = samen_people_called (self->store, "Bert Bakker");
  g_auto (GStrv) two = NULL;
  SamenEdit *edit = samen_edit_new ("Add Person");

  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpstr (one[0], ==, somebody->person);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value (SOMEBODY), "position",
                  samen_value ("a1"), NULL);
  fixture_apply (self, edit);
  two = samen_people_called (self->store, SOMEBODY);
  g_assert_cmpuint (g_strv_length (two), ==, 2);
}

/* Words are found by what is there, and not by what was */
static void
test_search (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autoptr (GListModel) before = samen_store_search (self->store, "zuiderveld", 10);
  g_autoptr (GListModel) after = NULL;
  g_autoptr (GListModel) others = NULL;
  g_autoptr (GListModel) marked = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (before), >, 2);
  erase_all (self, somebody);
  after = samen_store_search (self->store, "zuiderveld", 10);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, 0);
  others = samen_store_search (self->store, "plaatsen", 10);
  g_assert_cmpuint (g_list_model_get_n_items (others), ==, 1);
  marked = samen_store_search (self->store, "dank gewist", 10);
  g_assert_cmpuint (g_list_model_get_n_items (marked), ==, 1);
  /* The index still forgets what it is told to */
  g_object_unref (fixture_add_goal (self, "kortstondig"));
  samen_store_undo (self->store, NULL, NULL);
  fixture_assert_sound (self);
}

/* Another program that reads keeps the WAL: what is left in there goes when the dossier is opened next */
static void
test_in_use (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN; SELECT count(*) FROM goal", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  erase_all (self, somebody);
  g_assert_true (samen_store_is_erasing (self->store));
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  fixture_reopen (self);
  g_assert_false (samen_store_is_erasing (self->store));
  assert_gone (self);
  fixture_assert_sound (self);
}

static void
erase_in_child (Fixture *self, Somebody *somebody)
{
  g_auto (GStrv) names = NULL;
  SamenErasure erasure = { somebody->person, NULL, TRUE, TRUE };
  SamenStore *store = samen_store_open (self->path, NULL);

  names = samen_traces_names (store, somebody->person);
  erasure.names = (const char *const *) names;
  samen_store_erase (store, &erasure, NULL, NULL);
  _exit (0);
}

/* Killed at any moment, the dossier is as it was before, or nothing of the person is left in it */
static void
test_kill (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autofree char *before = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  guint erased = 0;

  g_clear_object (&self->store);
  before = fixture_dump (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  for (guint i = 0; i < KILLS; i++)
    {
      g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
      g_autofree char *shm = g_strconcat (self->path, "-shm", NULL);
      g_autofree char *after = NULL;
      g_autofree char *left = NULL;
      pid_t child;

      unlink (wal);
      unlink (shm);
      g_assert_true (g_file_set_contents (self->path, bytes, (gssize) length, NULL));
      child = fork ();
      if (child == 0)
        erase_in_child (self, somebody);
      g_usleep ((gulong) g_test_rand_int_range (0, LONGEST));
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);

      self->store = samen_store_open (self->path, NULL);
      g_assert_nonnull (self->store);
      fixture_assert_sound (self);
      left = somebody_is_in (self->path);
      g_clear_object (&self->store);
      after = fixture_dump (self);
      if (left != NULL)
        g_assert_cmpstr (after, ==, before);
      else
        erased++;
    }
  g_test_message ("%u of %u were erased", erased, KILLS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/erase/traces", test_traces);
  FIXTURE_TEST ("/erase/erase", test_erase);
  FIXTURE_TEST ("/erase/undo", test_undo);
  FIXTURE_TEST ("/erase/sparing", test_sparing);
  FIXTURE_TEST ("/erase/draft", test_draft);
  FIXTURE_TEST ("/erase/by-name", test_by_name);
  FIXTURE_TEST ("/erase/text-files", test_text_files);
  FIXTURE_TEST ("/erase/known", test_known);
  FIXTURE_TEST ("/erase/called", test_called);
  FIXTURE_TEST ("/erase/search", test_search);
  FIXTURE_TEST ("/erase/in-use", test_in_use);
  FIXTURE_TEST ("/erase/kill", test_kill);
  return g_test_run ();
}
