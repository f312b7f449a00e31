/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "fixture.h"
#include "store/log.h"
#include "store/script.h"

/* In place of the empty dossier of the fixture, that of a script as it is on that day */
static void
load (Fixture *self, const char *json, const char *today)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("SAMENSPEL_TODAY", today, TRUE);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_unlink (self->path);
  self->store = samen_script_load (json, strlen (json), self->path, &error);
  g_assert_no_error (error);
  fixture_assert_sound (self);
}

#define HEAD "{\"today\": \"2026-11\", \"edits\": ["
#define EDIT(set) "{\"label\": \"Add Goal\", \"time\": \"2025-01-01\", \"set\": {" set "}}"
#define TAIL "]}"
#define GOAL "\"goal/a\": {\"title\": \"A\"}"

static const struct
{
  const char *today;
  const char *written;
  const char *shifted;
  const char *added;
} shifts[] = {
  { "2026-11-01", "2027-21", "2027-21", "2024-01-31" },
  { "2026-11-30", "2026-10-31", "2026-10-31", "2024-01-31" },
  { "2026-12-03", "2026-10-31", "2026-11-30", "2024-02-29" },
  { "2026-12-03", "2027-21", "2027-06", "2024-02-29" },
  { "2026-12-03", "2027", "2028-01", "2024-02-29" },
  { "2027-02-28", "2027-21", "2027-22", "2024-04-30" },
  { "2027-02-28", "2027-24", "2028-21", "2024-04-30" },
  { "2027-08-15", "2027-24", "2028-23", "2024-10-31" },
  { "2027-11-15", "2027", "2028", "2025-01-31" },
  { "2027-11-15", "2028-02-29", "2029-02-28", "2025-01-31" },
  { "2028-03-05", "2026-12", "2028-04", "2025-05-31" },
  { "2025-08-31", "2027-21", "2025-24", "2022-10-31" },
  { "2025-10-01", "2027-21", "2026-04", "2022-12-31" },
  { "2026-10-01", "2027", "2027-11", "2023-12-31" },
  { "2025-11-01", "2027", "2026", "2023-01-31" },
};

static void
test_shift (Fixture *self, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autofree char *json =
          g_strconcat (HEAD "{\"label\": \"Add Goal\", \"time\": \"2024-01-31T23:30\", \"set\": "
                            "{\"goal/a\": {\"title\": \"A\", \"started\": \"",
                       shifts[i].written, "\"}}}" TAIL, NULL);
      g_autoptr (GListModel) goals = NULL;
      g_autoptr (SamenGoal) goal = NULL;
      g_autofree char *started = NULL;
      g_autofree char *added = NULL;

      load (self, json, shifts[i].today);
      goals = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
      goal = g_list_model_get_item (goals, 0);
      started = samen_date_to_string (goal->started);
      added = samen_date_to_string (samen_store_added_on (self->store, (SamenRecord *) goal));
      g_assert_cmpstr (started, ==, shifts[i].shifted);
      g_assert_cmpstr (added, ==, shifts[i].added);
    }
}

/* In a short month, the hours of two days stay in order */
static void
test_days_that_meet (Fixture *self, gconstpointer unused)
{
  g_autoptr (GListModel) history = NULL;
  g_autoptr (SamenLogEntry) entry = NULL;

  load (self,
        HEAD "{\"label\": \"Add Goal\", \"time\": \"2025-08-30T22:00\", \"set\": {" GOAL "}},"
             "{\"label\": \"Change Goal\", \"time\": \"2025-08-31T08:00\", "
             "\"set\": {\"goal/a\": {\"title\": \"B\"}}}" TAIL,
        "2027-02-10");
  history = samen_store_history (self->store, NULL, 1);
  entry = g_list_model_get_item (history, 0);
  g_assert_cmpstr (entry->label, ==, "Change Goal");
}

/* Records are in order of mention; later edits set, empty and delete */
static void
test_edits (Fixture *self, gconstpointer unused)
{
  g_autoptr (GListModel) goals = NULL;
  g_autoptr (GListModel) agreements = NULL;
  g_autoptr (SamenGoal) b = NULL;
  g_autoptr (SamenGoal) c = NULL;
  g_autoptr (SamenAgreement) agreement = NULL;

  load (
      self,
      HEAD EDIT ("\"agreement/c\": {\"title\": \"C\", \"kind\": \"intent\", \"notice\": 6}") "," EDIT (
          "\"agreement/c\": {\"notice\": null, \"kind\": null}") "," EDIT (GOAL
                                                                           ", \"goal/b\": "
                                                                           "{\"title\": "
                                                                           "\"B\"}") "," EDIT ("\"g"
                                                                                               "oal"
                                                                                               "/c"
                                                                                               "\":"
                                                                                               " {"
                                                                                               "\"t"
                                                                                               "itl"
                                                                                               "e\""
                                                                                               ": "
                                                                                               "\"C"
                                                                                               "\"}"
                                                                                               ", "
                                                                                               "\"g"
                                                                                               "oal"
                                                                                               "/a"
                                                                                               "\":"
                                                                                               " {"
                                                                                               "\"d"
                                                                                               "ele"
                                                                                               "ted"
                                                                                               "\":"
                                                                                               " tr"
                                                                                               "ue"
                                                                                               "}")
          TAIL,
      "2026-11-23");
  goals = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  agreements = samen_store_list (self->store, SAMEN_TYPE_AGREEMENT, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 2);
  b = g_list_model_get_item (goals, 0);
  c = g_list_model_get_item (goals, 1);
  g_assert_cmpstr (b->title, ==, "B");
  g_assert_cmpstr (c->title, ==, "C");
  agreement = g_list_model_get_item (agreements, 0);
  g_assert_cmpint (agreement->notice, ==, SAMEN_INTEGER_NONE);
  g_assert_cmpint (agreement->kind, ==, SAMEN_AGREEMENT_COVENANT);
}

/* Within an edit, fields and texts may refer to what comes later */
static void
test_references (Fixture *self, gconstpointer unused)
{
  g_autoptr (GListModel) clauses = NULL;
  g_autoptr (SamenClause) x = NULL;
  g_autoptr (SamenClause) y = NULL;
  g_autofree char *text = NULL;

  load (self,
        HEAD EDIT (
            "\"clause/x\": {\"article\": \"article/z\", \"text\": \"{1} see {article:article/z} "
            "and {Article:clause/y}, {article\"},"
            "\"clause/y\": {\"article\": \"article/z\", \"text\": \"Y\"},"
            "\"article/z\": {\"agreement\": \"agreement/c\"},"
            "\"agreement/c\": {\"title\": \"C\"}") TAIL,
        "2026-11-23");
  clauses = samen_store_list (self->store, SAMEN_TYPE_CLAUSE, NULL, NULL);
  x = g_list_model_get_item (clauses, 0);
  y = g_list_model_get_item (clauses, 1);
  g_assert_cmpstr (x->article.id, ==, y->article.id);
  text = g_strdup_printf ("{1} see {article:%s} and {Article:%s}, {article", x->article.id,
                          y->parent_instance.id);
  g_assert_cmpstr (x->text, ==, text);
}

static const struct
{
  const char *json;
  const char *message;
} mistakes[] = {
  { "", "empty" },
  { "Dear all,", "JSON" },
  { "{\"today\": \"2026-11\",\n\"edits\": [}", ":2:" },
  { "[]", "edits" },
  { "{\"today\": \"2026-11\"}", "edits" },
  { "{\"edits\": []}", "today: " },
  { "{\"edits\": [], \"today\": 2026}", "today: " },
  { "{\"edits\": [], \"today\": \"november\"}", "today: " },
  { "{\"edits\": [], \"today\": \"2026-11\", \"more\": 1}", "more: " },
  { HEAD "7" TAIL, "Edit 1: " },
  { HEAD "{\"label\": \"Add Goal\", \"time\": \"2025-01-01\"}" TAIL, "Edit 1: " },
  { HEAD EDIT (GOAL) ", {\"set\": {}}" TAIL, "Edit 2, label: " },
  { HEAD "{\"label\": \"Add Gold\", \"time\": \"2025-01-01\", \"set\": {}}" TAIL,
    "Edit 1, label: " },
  { HEAD "{\"label\": \"Add Goal\", \"set\": {}}" TAIL, "Edit 1, time: " },
  { HEAD "{\"label\": \"Add Goal\", \"time\": \"2025-01\", \"set\": {}}" TAIL, "Edit 1, time: " },
  { HEAD "{\"label\": \"Add Goal\", \"time\": \"2025-01-01T25:00\", \"set\": {}}" TAIL,
    "Edit 1, time: " },
  { HEAD "{\"label\": \"Add Goal\", \"time\": \"2026-11-01\", \"set\": {}}" TAIL,
    "Edit 1, time: " },
  { HEAD "{\"label\": \"Add Goal\", \"time\": \"\", \"set\": {}}" TAIL, "Edit 1, time: " },
  { HEAD EDIT (GOAL) ", {\"label\": \"Add Goal\", \"time\": \"2024-12-31\", \"set\": {}}" TAIL,
    "Edit 2, time: " },
  { HEAD "{\"label\": \"Add Goal\", \"time\": \"2025-01-01\", \"by\": \"me\", \"set\": {}}" TAIL,
    "Edit 1, by: " },
  { HEAD "{\"label\": \"Add Goal\", \"time\": \"2025-01-01\", \"author\": 3, \"set\": {}}" TAIL,
    "Edit 1, author: " },
  { HEAD EDIT ("\"gaol/a\": {\"title\": \"A\"}") TAIL, "Edit 1, gaol/a: " },
  { HEAD EDIT ("\"goal\": {\"title\": \"A\"}") TAIL, "Edit 1, goal: " },
  { HEAD EDIT ("\"goal/\": {\"title\": \"A\"}") TAIL, "Edit 1, goal/: " },
  { HEAD EDIT ("\"goal/Ä\": {\"title\": \"A\"}") TAIL, "Edit 1, goal/Ä: " },
  { HEAD EDIT ("\"goal/a\": 7") TAIL, "Edit 1, goal/a: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": \"A\", \"colour\": \"red\"}") TAIL,
    "Edit 1, goal/a, colour: " },
  { HEAD EDIT ("\"goal/a\": {\"due\": \"2027\"}") TAIL, "Edit 1, goal/a, title: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": \" \"}") TAIL, "Edit 1, goal/a, title: " },
  { HEAD EDIT (GOAL) "," EDIT ("\"goal/a\": {\"title\": null}") TAIL, "Edit 2, goal/a, title: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": 7}") TAIL, "Edit 1, goal/a, title: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": [\"A\"]}") TAIL, "Edit 1, goal/a, title: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": \"A\", \"due\": \"2027-13\"}") TAIL,
    "Edit 1, goal/a, due: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": \"A\", \"due\": 2027}") TAIL, "Edit 1, goal/a, due: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": \"A\", \"position\": \"!\"}") TAIL,
    "Edit 1, goal/a, position: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": \"A\", \"deleted\": true}") TAIL, "Edit 1, goal/a: " },
  { HEAD EDIT ("\"organisation/a\": {\"name\": \"A\", \"side\": \"left\"}") TAIL,
    "Edit 1, organisation/a, side: " },
  { HEAD EDIT ("\"agreement/a\": {\"title\": \"A\", \"notice\": 121}") TAIL,
    "Edit 1, agreement/a, notice: " },
  { HEAD EDIT ("\"agreement/a\": {\"title\": \"A\", \"notice\": 1.5}") TAIL,
    "Edit 1, agreement/a, notice: " },
  { HEAD EDIT ("\"agreement/a\": {\"title\": \"A\", \"notice\": \"6\"}") TAIL,
    "Edit 1, agreement/a, notice: " },
  { HEAD EDIT ("\"milestone/a\": {\"title\": \"A\", \"goal\": \"goal/b\"}") TAIL,
    "Edit 1, milestone/a, goal: " },
  { HEAD EDIT (GOAL ", \"milestone/a\": {\"title\": \"A\", \"criterion\": \"goal/a\"}") TAIL,
    "Edit 1, milestone/a, criterion: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": \"A\", \"text\": \"{article:article/b}\"}") TAIL,
    "Edit 1, goal/a, text: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": \"A\", \"text\": \"{article:\"}") TAIL,
    "Edit 1, goal/a, text: " },
  { HEAD EDIT ("\"goal/a\": {\"title\": [[[[[[[[[]]]]]]]]]}") TAIL, "nested" },
  { HEAD EDIT ("\"goal/a\": {\"title\": \"\xff\"}") TAIL, "UTF-8" },
};

/* Says what is wrong with the script, of which nothing is left */
static char *
refuse (Fixture *self, const char *json)
{
  g_autofree char *folder = fixture_file (self, "new");
  g_autofree char *path = g_build_filename (folder, "dossier", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_null (samen_script_load (json, strlen (json), path, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return g_strdup (error->message);
}

static void
test_bad (Fixture *self, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *message = refuse (self, mistakes[i].json);

      g_test_message ("%s", message);
      g_assert_nonnull (strstr (message, mistakes[i].message));
    }
}

/* Of what is too large, not much is made, nor repeated */
static void
test_too_large (Fixture *self, gconstpointer unused)
{
  static const gsize sizes[] = { 9 * 1024 * 1024, 2 * 1024 * 1024 };
  static const char start[] =
      HEAD "{\"label\": \"Add Goal\", \"time\": \"2025-01-01\", \"set\": {\"goal/";

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *filler = g_strnfill (sizes[i], 'a');
      g_autofree char *text =
          g_strconcat (start, "a\": {\"title\": \"", filler, "\"}}}" TAIL, NULL);
      g_autofree char *key = g_strconcat (start, filler, "\": {\"title\": \"A\"}}}" TAIL, NULL);
      g_autofree char *deep = g_strnfill (sizes[i], '[');
      const char *const all[] = { text, key, deep };

      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        {
          g_autofree char *message = refuse (self, all[j]);

          g_assert_cmpuint (strlen (message), <, 1000);
        }
    }
}

/* A file that is there is not touched */
static void
test_file_exists (Fixture *self, gconstpointer unused)
{
  static const char script[] = HEAD EDIT (GOAL) TAIL;
  g_autofree char *path = fixture_file (self, "mine");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_null (samen_script_load (script, strlen (script), path, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/script/shift", test_shift);
  FIXTURE_TEST ("/script/days-that-meet", test_days_that_meet);
  FIXTURE_TEST ("/script/edits", test_edits);
  FIXTURE_TEST ("/script/references", test_references);
  FIXTURE_TEST ("/script/bad", test_bad);
  FIXTURE_TEST ("/script/too-large", test_too_large);
  FIXTURE_TEST ("/script/file-exists", test_file_exists);
  return g_test_run ();
}
