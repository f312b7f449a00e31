/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "fixture.h"
#include "package-maker.h"
#include "store/check.h"
#include "store/log.h"
#include "store/package.h"

/* Packages from strangers: what is wrong is told, and nothing is left of it. */

#define RECORDS "dossier.json"
#define LOG "log.jsonl"
#define HASH "attachments/2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
#define OTHER_HASH "attachments/0000000000000000000000000000000000000000000000000000000000000000"

/* A dossier of which the records stand on lines that are known */
static void
fill (Fixture *self)
{
  SamenEdit *edit = samen_edit_new ("Start Dossier");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("hello", 5);
  g_autofree char *hash = NULL;
  const char *agreement, *article, *clause;

  samen_store_add_bytes (self->store, bytes, &hash, NULL);
  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value ("Zorg"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("Groeien"), NULL);
  agreement = samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Convenant"),
                              "notice", samen_value ((gint64) 3), NULL);
  article = samen_edit_add (edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (agreement),
                            "heading", samen_value ("Duur"), NULL);
  clause = samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article), "text",
                           samen_value ("Eerste lid"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article), "part_of",
                  samen_value (clause), "text", samen_value ("Tweede lid"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value ("hallo.txt"), "record",
                  samen_value ("all"), "content", samen_value (hash), NULL);
  fixture_apply (self, edit);
  edit = samen_edit_new ("Add Milestone");
  samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value ("Ooit"), NULL);
  fixture_apply (self, edit);
  samen_store_undo (self->store, NULL, NULL);
}

static GPtrArray *
good_package (Fixture *self)
{
  g_autofree char *path = fixture_file (self, "good.samenspel");
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  samen_package_export (self->store, path, NULL, NULL, &error);
  g_assert_no_error (error);
  entries = maker_read (path);
  g_unlink (path);
  return entries;
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* Imports what is in the file, and leaves nothing behind. Returns what is wrong, or NULL. */
static GError *
import_file (Fixture *self, const char *package)
{
  g_autofree char *path = fixture_file (self, "imported");
  guint files = count_files (self);
  GError *error = NULL;

  if (!samen_package_import (package, NULL, path, NULL, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  else
    {
      g_autoptr (SamenStore) store = samen_store_open (path, NULL);
      g_auto (GStrv) problems = NULL;

      g_assert_nonnull (store);
      problems = samen_store_check (store);
      g_assert_cmpstr (problems[0], ==, NULL);
      g_assert_finalize_object (g_steal_pointer (&store));
      g_unlink (path);
    }
  g_assert_cmpuint (count_files (self), ==, files);
  return error;
}

static GError *
import (Fixture *self, GPtrArray *entries)
{
  g_autofree char *package = fixture_file (self, "package");
  GError *error;

  maker_write (entries, package);
  error = import_file (self, package);
  g_unlink (package);
  return error;
}

static void
assert_refused (const char *what, GError *error, int code, const char *message)
{
  g_autoptr (GError) owned = error;

  if (owned == NULL)
    g_error ("%s was taken", what);
  g_test_message ("%s: %s", what, owned->message);
  if (!g_error_matches (owned, SAMEN_ERROR, code) || strstr (owned->message, message) == NULL)
    g_error ("%s: %s, not %s", what, owned->message, message);
}

/* ---- what stands in the texts ---- */

typedef struct
{
  const char *entry;
  const char *text;
  const char *with;
  const char *message;
} Fault;

#define UUID "\"00000000-0000-4000-8000-000000000000\""

static const Fault faults[] = {
  /* not JSON */
  { RECORDS, "{", "", "dossier.json, line 2: " },
  { RECORDS, "{", "[", "dossier.json, line 1: " },
  { RECORDS, "{", "{,", "dossier.json, line 1: " },
  { RECORDS, "\"Groeien\"", "\"Groeien", "control character" },
  { RECORDS, "\"Groeien\"", "Groeien", "not JSON" },
  { RECORDS, "\"Groeien\"", "\"Gr\\oeien\"", "After \\" },
  { RECORDS, "\"Groeien\"", "\"Gr\\u00Zeien\"", "hexadecimal" },
  { RECORDS, "\"Groeien\"", "\"Gr\\u0000eien\"", "no such character" },
  { RECORDS, "\"Groeien\"", "\"Gr\\ud800eien\"", "Half of a character" },
  { RECORDS, "\"Groeien\"", "\"Gr\\ud800\\u0041eien\"", "Half of a character" },
  { RECORDS, "\"Groeien\"", "\"Gr\\udc00eien\"", "no such character" },
  { RECORDS, "\"Groeien\"",
    "\"Gr\xff"
    "eien\"",
    "UTF-8" },
  { RECORDS, "\"Groeien\"",
    "\"Gr\xed\xa0\x80"
    "eien\"",
    "UTF-8" },
  { RECORDS, "\"Groeien\"", "\"Gr\teien\"", "control character" },
  { RECORDS, "\"title\": \"Groeien\"", "\"title\" \"Groeien\"", "colon" },
  { RECORDS, "\"title\": \"Groeien\"", "\"title\": \"Groeien\",", "name in quotes" },
  { RECORDS, "\"title\": \"Groeien\"", "title: \"Groeien\"", "name in quotes" },
  { RECORDS, "\"notice\": 3", "\"notice\": 03", "not a number" },
  { RECORDS, "\"notice\": 3", "\"notice\": 3.", "not a number" },
  { RECORDS, "\"notice\": 3", "\"notice\": +3", "not JSON" },
  { RECORDS, "\"notice\": 3", "\"notice\": 3e", "not a number" },
  { RECORDS, "\"notice\": 3", "\"notice\": NaN", "not JSON" },
  { RECORDS, "\"notice\": 3", "\"notice\": 1e999", "too large" },
  { RECORDS, "\"notice\": 3", "\"notice\": 9223372036854775808", "too large" },
  { RECORDS, "\"notice\": 3", "\"notice\": -9223372036854775808", "too large" },
  { RECORDS, "\n  }\n}\n", "\n  }\n", "ends in the middle" },
  { RECORDS, "\n  }\n}\n", "\n  }\n}\n{}", "comes nothing" },
  { RECORDS, "\n  }\n}\n", "\n  },\n\"more\": 1}\n", "comes nothing" },
  /* not what belongs there */
  { RECORDS, "\"notice\": 3", "\"notice\": 3.5", "cannot be 3.5" },
  { RECORDS, "\"notice\": 3", "\"notice\": \"3\"", "cannot be" },
  { RECORDS, "\"notice\": 3", "\"notice\": -3", "has to be from" },
  { RECORDS, "\"notice\": 3", "\"notice\": [3]", "nested too deeply" },
  { RECORDS, "\"notice\": 3", "\"notice\": [[[[3]]]]", "nested too deeply" },
  { RECORDS, "\"notice\": 3", "\"notices\": 3", "no such field" },
  { RECORDS, "\"notice\": 3", "\"notice\": 3, \"notice\": 3", "said twice" },
  { RECORDS, "\"title\": \"Groeien\"", "\"due\": \"2027-02-30\"", "cannot be" },
  { RECORDS, "\"title\": \"Groeien\"", "\"text\": \"Groeien\"", "cannot be empty" },
  { RECORDS, "\"title\": \"Groeien\"", "\"title\": \"  \"", "cannot be empty" },
  { RECORDS, "\"title\": \"Groeien\"", "\"title\": \"Groeien\", \"position\": \"!\"", "cannot be" },
  { RECORDS, "\"goal\": [", "\"goals\": [", "no such type" },
  { RECORDS, "\"goal\": [", "\"goal\": [[],", "is an object" },
  { RECORDS, "\"goal\": [", "\"goal\": [[[],", "is an object" },
  { RECORDS, "\"goal\": [", "\"goal\": [{},", "has no id" },
  { RECORDS, "\"goal\": [", "\"goal\": [{\"id\": \"a\"},", "is a UUID" },
  { RECORDS, "\"goal\": [", "\"goal\": [{\"id\": 3},", "is a UUID" },
  { RECORDS, "\"goal\": [", "\"goal\": [{\"id\": " UUID ", \"id\": " UUID "},", "said twice" },
  { RECORDS, "\"goal\": [",
    "\"goal\": [{\"id\": " UUID ", \"title\": \"a\"}, {\"id\": " UUID ", \"title\": \"a\"},",
    "same id" },
  { RECORDS, "\"organisation\": [",
    "\"organisation\": [{\"id\": " UUID ", \"name\": \"a\"}], \"person\": [{\"id\": " UUID
    ", \"name\": \"a\"}",
    "same id" },
  { RECORDS, "\"format\": 1", "\"format\": 2", "newer Samenspel" },
  { RECORDS, "\"format\": 1", "\"format\": 0", "no such version" },
  { RECORDS, "\"format\": 1", "\"format\": \"1\"", "a whole number" },
  { RECORDS, "\"format\": 1,", "", "begins with" },
  { RECORDS, "\"schema\": ", "\"schema\": 99", "newer Samenspel" },
  { RECORDS, "\"dossier\": \"", "\"dossier\": \"x", "is a UUID" },
  /* not what the log says */
  { RECORDS, "\"title\": \"Groeien\"", "\"title\": \"Krimpen\"", "contradict" },
  { RECORDS, "\"goal\": [", "\"goal\": [{\"id\": " UUID ", \"title\": \"a\"},", "contradict" },
  { RECORDS, "\"deleted\": true,", "", "contradict" },
  { LOG, "\"new\":\"Groeien\"", "\"new\":\"Krimpen\"", "contradict" },
  /* the log */
  { LOG, "{", "x{", "log.jsonl, line 1: " },
  { LOG, "}\n{", "}\n[", "log.jsonl, line 2: " },
  { LOG, "}\n{", "}\n{\"edit\":1,", "log.jsonl, line 2: " },
  { LOG, "{\"edit\"", "{\"type\":\"goal\"}\n{\"edit\"", "before any edit" },
  { LOG, "\"action\":\"do\"", "\"action\":\"done\"", "is “do”" },
  { LOG, "\"action\":\"do\"", "\"action\":\"undo\"", "as the “target”" },
  { LOG, "\"action\":\"do\"", "\"action\":\"do\",\"target\":" UUID, "No edit before" },
  { LOG, "\"label\":\"Start Dossier\"", "\"label\":7", "short texts" },
  { LOG, "\"label\":\"Start Dossier\",", "", "short texts" },
  { LOG, "\"label\":", "\"labels\":", "cannot have this" },
  { LOG, "\"label\":", "\"label\":\"\",\"label\":", "said twice" },
  { LOG, "\"time\":", "\"time\":-", "whole numbers" },
  { LOG, "\"time\":", "\"time\":9999", "whole numbers" },
  { LOG, "\"clock\":", "\"clock\":99", "whole numbers" },
  { LOG, "\"count\":", "\"count\":65536", "whole numbers" },
  { LOG, "\"edit\":\"", "\"edit\":\"x", "is a UUID" },
  { LOG, "\"device\":\"", "\"device\":\"X", "is a UUID" },
  { LOG, "\"record\":\"", "\"record\":\"x", "is a UUID" },
  { LOG, "\"type\":\"goal\"", "\"type\":\"aim\"", "no such type" },
  { LOG, "\"type\":\"goal\"", "\"type\":7", "no such type" },
  { LOG, "\"field\":\"title\"", "\"field\":\"titel\"", "no such field" },
  { LOG, "\"new\":\"Groeien\"", "\"new\":7", "cannot be" },
  { LOG, "\"new\":\"Groeien\"", "\"new\":{\"a\":7}", "list or an object" },
  { LOG, "\"type\":\"goal\"", "\"edit\":" UUID ",\"type\":\"goal\"", "is an edit, or a change" },
};

static void
test_faults (Fixture *self, gconstpointer unused)
{
  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GPtrArray) entries = good_package (self);
      const Fault *fault = &faults[i];
      gboolean is_newer = strstr (fault->message, "newer") != NULL;
      gboolean contradicts = strstr (fault->message, "contradict") != NULL;

      maker_replace (entries, fault->entry, fault->text, fault->with);
      assert_refused (fault->with, import (self, entries),
                      is_newer      ? SAMEN_ERROR_NEWER
                      : contradicts ? SAMEN_ERROR_DAMAGED
                                    : SAMEN_ERROR_INVALID,
                      fault->message);
    }
}

/* Each line that is wrong is told by its number */
static void
test_line (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *message = NULL;
  const char *text, *goal;
  guint line = 1;

  fill (self);
  entries = good_package (self);
  maker_replace (entries, RECORDS, "\"Groeien\"", "Groeien");
  text = g_bytes_get_data (maker_find (entries, RECORDS)->data, NULL);
  goal = strstr (text, "Groeien");
  for (const char *p = text; p < goal; p++)
    line += *p == '\n';
  message = g_strdup_printf ("dossier.json, line %u: ", line);
  assert_refused ("a goal", import (self, entries), SAMEN_ERROR_INVALID, message);
}

/* ---- what refers to what ---- */

static void
test_references (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *sql;
    const char *message;
  } dossiers[] = {
    { "UPDATE clause SET article = " UUID, "refers to one that is not" },
    { "UPDATE clause SET article = (SELECT id FROM goal)", "refers to one that is not" },
    { "UPDATE article SET agreement = " UUID, "refers to one that is not" },
    { "UPDATE clause SET part_of = id", "part of itself" },
    { "UPDATE clause SET part_of = (SELECT c.id FROM clause c WHERE c.id <> clause.id)",
      "part of itself" },
    { "DELETE FROM content", "attachment of this record is not" },
  };

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (dossiers); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *sql = g_strdelimit (g_strdup (dossiers[i].sql), "\"", '\'');
      g_autoptr (GPtrArray) entries = NULL;
      gsize size;

      g_clear_object (&self->store);
      g_assert_true (g_file_get_contents (self->path, &before, &size, NULL));
      fixture_sql (self, sql);
      self->store = samen_store_open (self->path, NULL);
      entries = good_package (self);
      assert_refused (sql, import (self, entries), SAMEN_ERROR_INVALID, dossiers[i].message);
      assert_refused (sql, import (self, entries), SAMEN_ERROR_INVALID, "dossier.json, line ");
      g_clear_object (&self->store);
      g_assert_true (g_file_set_contents (self->path, before, (gssize) size, NULL));
      self->store = samen_store_open (self->path, NULL);
    }
}

/* ---- the files in the package ---- */

static void
test_names (Fixture *self, gconstpointer unused)
{
  static const char *const bad[] = {
    "../dossier.json",
    "/etc/passwd",
    "attachments/../../x",
    "attachments/../" RECORDS,
    "./" RECORDS,
    "attachments//" RECORDS,
    "attachments\\" RECORDS,
    "C:\\dossier.json",
    "attachments/2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824",
    HASH "0",
    HASH "/",
    "DOSSIER.JSON",
    "dossier.json ",
    "notes.txt",
    "attachments/scan.pdf",
    "x\ny",
  };

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) entries = good_package (self);

      maker_add (entries, bad[i], "x", 1);
      assert_refused (bad[i], import (self, entries), SAMEN_ERROR_INVALID, "belong");
      g_ptr_array_insert (entries, 0, g_ptr_array_steal_index (entries, entries->len - 1));
      assert_refused (bad[i], import (self, entries), SAMEN_ERROR_INVALID, "belong");
    }
}

static void
test_entries (Fixture *self, gconstpointer unused)
{
  static const char *const names[] = { RECORDS, LOG, HASH };

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) entries = good_package (self);
      MakerEntry *entry = maker_find (entries, names[i]);
      gsize size;
      gconstpointer data = g_bytes_get_data (entry->data, &size);

      maker_add (entries, names[i], data, size);
      assert_refused ("twice", import (self, entries), SAMEN_ERROR_INVALID, "twice");
      g_ptr_array_remove_index (entries, entries->len - 1);
      entry->kind = MAKER_SYMLINK;
      assert_refused ("a link", import (self, entries), SAMEN_ERROR_INVALID, "link");
      g_ptr_array_remove (entries, entry);
      assert_refused ("missing", import (self, entries), SAMEN_ERROR_INVALID,
                      i < 2 ? "missing" : "not in the package");
    }
}

/* What other programs may do, and does no harm */
static void
test_harmless (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  MakerEntry *folder;

  fill (self);
  entries = good_package (self);
  g_ptr_array_insert (entries, 0, g_ptr_array_steal_index (entries, entries->len - 1));
  maker_add (entries, "attachments/", "", 0);
  folder = g_ptr_array_index (entries, entries->len - 1);
  folder->kind = MAKER_FOLDER;
  maker_replace (entries, RECORDS, "\"title\": \"Groeien\"", "\"title\"\t:\r\n \"Gr\\u006feien\"");
  maker_replace (entries, RECORDS, "\"notice\": 3", "\"notice\": 3, \"preamble\": null");
  error = import (self, entries);
  g_assert_no_error (error);
}

static void
test_hash (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) entries = NULL;

  fill (self);
  entries = good_package (self);
  maker_replace (entries, HASH, "hello", "hallo");
  assert_refused ("other bytes", import (self, entries), SAMEN_ERROR_INVALID, HASH ": ");
}

/* ---- how large it is ---- */

static void
test_bombs (Fixture *self, gconstpointer unused)
{
  const gsize size = 80 << 20;
  g_autofree char *zeros = g_malloc0 (size);
  g_autoptr (GPtrArray) entries = NULL;

  fill (self);
  entries = good_package (self);
  maker_add (entries, OTHER_HASH, zeros, size);
  assert_refused ("zeros", import (self, entries), SAMEN_ERROR_INVALID, "so much more");
  g_ptr_array_remove_index (entries, entries->len - 1);

  memset (zeros, ' ', size);
  memcpy (zeros + size - 2, "{", 2);
  maker_replace (entries, RECORDS, "{", zeros);
  assert_refused ("spaces", import (self, entries), SAMEN_ERROR_INVALID, "so much more");
}

static void
test_long_text (Fixture *self, gconstpointer unused)
{
  g_autofree char *text = g_strnfill ((1 << 20) + 1, 'a');
  g_autofree char *quoted = g_strconcat ("\"", text, "\"", NULL);
  g_autofree char *digits = g_strnfill (1000, '1');
  g_autofree char *deep = g_strnfill (100000, '[');

  fill (self);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) entries = good_package (self);
      const char *const longs[] = { quoted, digits, deep };

      maker_replace (entries, RECORDS, "\"Groeien\"", longs[i]);
      assert_refused ("long", import (self, entries), SAMEN_ERROR_INVALID,
                      i == 2 ? "nested too deeply" : "too long");
    }
}

static void
test_many (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) entries = NULL;

  fill (self);
  entries = good_package (self);
  for (guint i = 0; i <= 100000; i++)
    {
      g_autofree char *name = g_strdup_printf ("attachments/%064u", i);

      maker_add (entries, name, "", 0);
    }
  /* What is first is not what its name says, so nothing of the rest is asked for */
  g_ptr_array_remove_range (entries, 0, 3);
  {
    g_autofree char *package = fixture_file (self, "package");
    g_autoptr (GError) error = NULL;

    maker_write (entries, package);
    g_assert_null (samen_package_look (package, NULL, &error));
    assert_refused ("many", g_steal_pointer (&error), SAMEN_ERROR_INVALID, "too many");
  }
}

/* ---- what is no package, or no longer a whole one ---- */

static void
test_not_a_package (Fixture *self, gconstpointer unused)
{
  static const char *const texts[] = { "", "PK", "PK\x05\x06", "Dear diary", "{\"format\":1}" };
  g_autofree char *path = fixture_file (self, "package");
  g_autofree char *folder = fixture_file (self, ".");
  g_autofree char *target = fixture_file (self, "imported");
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      assert_refused (texts[i], import_file (self, path), SAMEN_ERROR_INVALID, "not a package");
    }
  assert_refused ("a dossier", import_file (self, self->path), SAMEN_ERROR_INVALID,
                  "not a package");
  assert_refused ("a folder", import_file (self, folder), SAMEN_ERROR_INVALID, "not a package");
  assert_refused ("nothing", import_file (self, "/nowhere"), SAMEN_ERROR_NOT_FOUND, "/nowhere");
  g_assert_true (g_file_set_contents (target, "mine", -1, NULL));
  g_assert_false (samen_package_import (path, NULL, target, NULL, &error));
  assert_refused ("a file that is there", error, SAMEN_ERROR_FAILED, "already");
}

/* Cut short anywhere, or with any byte changed: it is refused, or a sound dossier */
static void
test_damaged (Fixture *self, gconstpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree char *package = fixture_file (self, "package");
  g_autofree char *bytes = NULL;
  guint refused = 0;
  gsize size;

  fill (self);
  samen_package_export (self->store, package, NULL, NULL, NULL);
  g_assert_true (g_file_get_contents (package, &bytes, &size, NULL));
  for (gsize length = 0; length < size; length += 41)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (package, bytes, (gssize) length, NULL));
      error = import_file (self, package);
      g_assert_nonnull (error);
    }
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *changed = g_memdup2 (bytes, size);
      g_autoptr (GError) error = NULL;

      changed[g_rand_int_range (random, 0, (gint32) size)] ^=
          (char) (1 << g_rand_int_range (random, 0, 8));
      g_assert_true (g_file_set_contents (package, changed, (gssize) size, NULL));
      error = import_file (self, package);
      refused += error != NULL;
    }
  g_assert_cmpuint (refused, >, 75);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/package-import/faults", test_faults);
  FIXTURE_TEST ("/package-import/line", test_line);
  FIXTURE_TEST ("/package-import/references", test_references);
  FIXTURE_TEST ("/package-import/names", test_names);
  FIXTURE_TEST ("/package-import/entries", test_entries);
  FIXTURE_TEST ("/package-import/harmless", test_harmless);
  FIXTURE_TEST ("/package-import/hash", test_hash);
  FIXTURE_TEST ("/package-import/bombs", test_bombs);
  FIXTURE_TEST ("/package-import/long-text", test_long_text);
  FIXTURE_TEST ("/package-import/many", test_many);
  FIXTURE_TEST ("/package-import/not-a-package", test_not_a_package);
  FIXTURE_TEST ("/package-import/damaged", test_damaged);
  return g_test_run ();
}
