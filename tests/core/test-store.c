/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "base/id.h"
#include "fixture.h"
#include "store/schema.h"
#include "store/store-private.h"

static char *
read_bytes (const char *path, gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, size, &error);
  g_assert_no_error (error);
  return bytes;
}

/* The names of what is in the folder, in order */
static char *
list_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  return g_strjoinv (" ", (char **) names->pdata);
}

/* The file is refused for that reason, in words, and it and what lies beside it stay as they were */
static void
assert_not_opened (const char *path, SamenError reason)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = list_folder (folder);
  g_autofree char *beside_after = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0, size_after = 0;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    before = read_bytes (path, &size);
  g_assert_null (samen_store_open (path, &error));
  g_assert_error (error, SAMEN_ERROR, (int) reason);
  g_assert_cmpstr (error->message, !=, "");
  if (before != NULL)
    {
      after = read_bytes (path, &size_after);
      g_assert_cmpmem (before, size, after, size_after);
    }
  beside_after = list_folder (folder);
  g_assert_cmpstr (beside_after, ==, beside);
}

static void
write_file (const char *path, gconstpointer bytes, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
write_database (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_create_and_reopen (Fixture *self, gconstpointer unused)
{
  g_autofree char *id = g_strdup (samen_store_get_dossier_id (self->store));
  g_autofree char *goal_id = NULL;
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenGoal) again = NULL;

  g_assert_true (samen_id_is_valid (id));
  g_assert_cmpstr (samen_store_get_path (self->store), ==, self->path);
  fixture_assert_sound (self);
  goal_id = g_strdup (((SamenRecord *) goal)->id);
  g_assert_finalize_object (g_steal_pointer (&goal));

  fixture_reopen (self);
  g_assert_cmpstr (samen_store_get_dossier_id (self->store), ==, id);
  again = samen_store_get (self->store, SAMEN_TYPE_GOAL, goal_id);
  g_assert_cmpstr (again->title, ==, "Groeien");
  fixture_assert_sound (self);
}

static void
test_two_dossiers_differ (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = fixture_file (self, "other");
  g_autoptr (SamenStore) other = samen_store_create (path, NULL);

  g_assert_nonnull (other);
  g_assert_cmpstr (samen_store_get_dossier_id (self->store), !=,
                   samen_store_get_dossier_id (other));
}

static gint64
ask (SamenStore *store, const char *pragma)
{
  return samen_db_query_integer (store->db, pragma, -1);
}

/* What makes that a dossier survives a loss of power, and holds no more than it says */
static void
test_settings (Fixture *self, gconstpointer unused)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      g_assert_cmpint (ask (self->store, "PRAGMA synchronous"), ==, 2);
      g_assert_cmpint (ask (self->store, "PRAGMA foreign_keys"), ==, 1);
      g_assert_cmpint (ask (self->store, "PRAGMA secure_delete"), ==, 1);
      g_assert_cmpint (ask (self->store, "PRAGMA trusted_schema"), ==, 0);
      g_assert_cmpint (ask (self->store, "PRAGMA application_id"), ==, SAMEN_APPLICATION_ID);
      g_assert_cmpint (ask (self->store, "PRAGMA user_version"), ==, SAMEN_SCHEMA_VERSION);
      g_assert_cmpint (ask (self->store, "SELECT 'wal' = (SELECT journal_mode FROM "
                                         "pragma_journal_mode)"),
                       ==, 1);
      fixture_reopen (self);
    }
}

static void
test_create_where_something_is (Fixture *self, gconstpointer unused)
{
  g_autofree char *text = fixture_file (self, "notes.txt");
  g_autofree char *nowhere = fixture_file (self, "nowhere/dossier");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  write_file (text, "keep me", 7);
  g_assert_null (samen_store_create (text, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, text));
  bytes = read_bytes (text, &size);
  g_assert_cmpmem (bytes, size, "keep me", 7);
  g_clear_error (&error);

  g_assert_null (samen_store_create (self->folder, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_null (samen_store_create (nowhere, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

static void
test_not_there (Fixture *self, gconstpointer unused)
{
  g_autofree char *missing = fixture_file (self, "missing");

  assert_not_opened (missing, SAMEN_ERROR_NOT_FOUND);
  assert_not_opened (self->folder, SAMEN_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static void
test_other_files (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = fixture_file (self, "other");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint32 bytes[5000];

  write_file (path, "", 0);
  assert_not_opened (path, SAMEN_ERROR_NOT_A_DOSSIER);
  write_file (path, "Notulen van 23 november\n", 24);
  assert_not_opened (path, SAMEN_ERROR_NOT_A_DOSSIER);
  write_file (path, "SQLite format 3", 16);
  assert_not_opened (path, SAMEN_ERROR_NOT_A_DOSSIER);
  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    bytes[i] = g_rand_int (random);
  write_file (path, bytes, sizeof bytes);
  assert_not_opened (path, SAMEN_ERROR_NOT_A_DOSSIER);
}

static void
test_other_databases (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = fixture_file (self, "other");
  g_autofree char *wal = fixture_file (self, "wal");
  g_autofree char *future = fixture_file (self, "future");

  write_database (path, "CREATE TABLE person (name); INSERT INTO person VALUES ('Jan')");
  assert_not_opened (path, SAMEN_ERROR_NOT_A_DOSSIER);
  write_database (path, "PRAGMA user_version = 1");
  assert_not_opened (path, SAMEN_ERROR_NOT_A_DOSSIER);
  write_database (path, "PRAGMA application_id = 1399681904; PRAGMA user_version = 0");
  assert_not_opened (path, SAMEN_ERROR_NOT_A_DOSSIER);
  write_database (wal, "PRAGMA journal_mode = WAL; CREATE TABLE person (name)");
  assert_not_opened (wal, SAMEN_ERROR_NOT_A_DOSSIER);
  write_database (future, "PRAGMA application_id = 1399681904; PRAGMA user_version = 1000000");
  assert_not_opened (future, SAMEN_ERROR_NEWER);
}

/* Of another program that still has it open, or that was killed: what it wrote is in the WAL only */
static void
test_other_database_in_use (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = fixture_file (self, "other");
  g_autofree char *killed = fixture_file (self, "killed");
  g_autofree char *killed_wal = fixture_file (self, "killed-wal");
  g_autofree char *wal = fixture_file (self, "other-wal");
  g_autofree char *bytes = NULL;
  g_autofree char *wal_bytes = NULL;
  gsize size, wal_size;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA journal_mode = WAL; CREATE TABLE person (name);"
                                 "INSERT INTO person VALUES ('Jan')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  assert_not_opened (path, SAMEN_ERROR_NOT_A_DOSSIER);
  bytes = read_bytes (path, &size);
  wal_bytes = read_bytes (wal, &wal_size);
  sqlite3_close (db);

  write_file (killed, bytes, size);
  write_file (killed_wal, wal_bytes, wal_size);
  g_assert_null (samen_store_open (killed, NULL));
  g_clear_pointer (&bytes, g_free);
  bytes = read_bytes (killed_wal, &size);
  g_assert_cmpmem (bytes, size, wal_bytes, wal_size);
}

static void
test_newer (Fixture *self, gconstpointer unused)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", SAMEN_SCHEMA_VERSION + 1);

  g_clear_object (&self->store);
  fixture_sql (self, version);
  assert_not_opened (self->path, SAMEN_ERROR_NEWER);
}

static void
test_without_id (Fixture *self, gconstpointer unused)
{
  g_clear_object (&self->store);
  fixture_sql (self, "DELETE FROM info");
  assert_not_opened (self->path, SAMEN_ERROR_DAMAGED);
}

/* Cut off anywhere, or with noise in it, a dossier opens or is refused: it never crashes */
static void
test_damaged (Fixture *self, gconstpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autofree char *path = fixture_file (self, "damaged");
  g_autofree char *bytes = NULL;
  gsize size;

  g_clear_object (&goal);
  g_clear_object (&self->store);
  bytes = read_bytes (self->path, &size);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *copy = g_memdup2 (bytes, size);
      g_autoptr (SamenStore) store = NULL;
      g_autoptr (GError) error = NULL;
      gsize length = i < 50 ? size * i / 50 : size;

      for (guint j = 0; i >= 50 && j < 30; j++)
        copy[g_rand_int_range (random, 0, (gint32) size)] = (char) g_rand_int (random);
      /* Without a sync to the disk: there are many of these */
      g_assert_true (g_file_set_contents_full (path, copy, (gssize) length,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      store = samen_store_open (path, &error);
      if (store == NULL)
        {
          g_assert_nonnull (error);
          continue;
        }
      for (guint t = 0; t < 2; t++)
        {
          g_autoptr (GListModel) list =
              samen_store_list (store, t == 0 ? SAMEN_TYPE_GOAL : SAMEN_TYPE_PARTY, NULL, NULL);

          for (guint k = 0; k < g_list_model_get_n_items (list); k++)
            {
              g_autoptr (SamenRecord) record = g_list_model_get_item (list, k);
            }
        }
    }
}

static gboolean
may_write_anything (void)
{
  if (geteuid () != 0)
    return FALSE;
  g_test_skip ("root may write everywhere");
  return TRUE;
}

static void
test_read_only_file (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SamenEdit) edit = samen_edit_new ("Set field");
  g_autoptr (GListModel) goals = NULL;
  g_autoptr (GError) error = NULL;
  gsize size, size_after;

  if (may_write_anything ())
    return;
  g_clear_object (&goal);
  g_clear_object (&self->store);
  g_chmod (self->path, 0400);
  before = read_bytes (self->path, &size);

  self->store = samen_store_open (self->path, &error);
  g_assert_no_error (error);
  goals = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  goal = g_list_model_get_item (goals, 0);
  g_assert_cmpstr (goal->title, ==, "Groeien");
  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ("Krimpen"));
  g_assert_false (samen_store_apply (self->store, edit, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_READ_ONLY);
  g_assert_cmpstr (goal->title, ==, "Groeien");

  after = read_bytes (self->path, &size_after);
  g_assert_cmpmem (before, size, after, size_after);
}

/* SQLite cannot even read a dossier without a place for its index of the WAL: that is not damage */
static void
test_read_only_folder (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  SamenStore *store;

  if (may_write_anything ())
    return;
  g_clear_object (&self->store);
  g_chmod (self->path, 0400);
  g_chmod (self->folder, 0500);
  store = samen_store_open (self->path, &error);
  g_chmod (self->folder, 0700);
  if (store == NULL)
    g_assert_true (g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND) ||
                   g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_READ_ONLY));
  g_clear_object (&store);
}

static void
test_not_readable (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  if (may_write_anything ())
    return;
  g_clear_object (&self->store);
  g_chmod (self->path, 0000);
  g_assert_null (samen_store_open (self->path, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
}

static void
test_busy (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenEdit) edit = samen_edit_new ("Set field");
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ("Krimpen"));
  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  /* A test does not wait */
  sqlite3_busy_timeout (samen_db_handle (self->store->db), 0);
  g_assert_false (samen_store_apply (self->store, edit, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_BUSY);
  g_assert_cmpstr (goal->title, ==, "Groeien");
  g_clear_error (&error);

  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  g_assert_true (samen_store_apply (self->store, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (goal->title, ==, "Krimpen");
}

static void
test_disk_full (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenEdit) edit = samen_edit_new ("Set field");
  g_autofree char *text = g_strnfill (500000, 'x');
  g_autofree char *before = fixture_dump (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                                            ask (self->store, "PRAGMA page_count"));

  g_assert_true (samen_db_run (self->store->db, limit, NULL));
  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ("Krimpen"));
  samen_edit_set (edit, (SamenRecord *) goal, "text", samen_value (text));
  g_assert_false (samen_store_apply (self->store, edit, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_FULL);
  after = fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (goal->title, ==, "Groeien");

  g_assert_true (samen_db_run (self->store->db, "PRAGMA max_page_count = 1000000", NULL));
  g_assert_true (samen_store_apply (self->store, edit, NULL));
  fixture_assert_sound (self);
}

static void
test_bytes (Fixture *self, gconstpointer unused)
{
  static const char data[] = { 1, 0, 2, (char) 255, 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, sizeof data);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GBytes) loaded_nothing = NULL;
  g_autofree char *hash = NULL, *again = NULL, *hash_of_nothing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (samen_store_add_bytes (self->store, bytes, &hash, &error));
  g_assert_true (samen_store_add_bytes (self->store, bytes, &again, &error));
  g_assert_true (samen_store_add_bytes (self->store, nothing, &hash_of_nothing, &error));
  g_assert_cmpstr (hash, ==, again);
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM content"), ==, 2);
  /* sha256sum of an empty file */
  g_assert_cmpstr (hash_of_nothing, ==,
                   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  fixture_reopen (self);
  loaded = samen_store_load_bytes (self->store, hash, &error);
  loaded_nothing = samen_store_load_bytes (self->store, hash_of_nothing, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, bytes));
  g_assert_cmpuint (g_bytes_get_size (loaded_nothing), ==, 0);
  g_assert_null (samen_store_load_bytes (self->store, "none", &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  FIXTURE_TEST ("/store/create-and-reopen", test_create_and_reopen);
  FIXTURE_TEST ("/store/two-dossiers-differ", test_two_dossiers_differ);
  FIXTURE_TEST ("/store/settings", test_settings);
  FIXTURE_TEST ("/store/create-where-something-is", test_create_where_something_is);
  FIXTURE_TEST ("/store/not-there", test_not_there);
  FIXTURE_TEST ("/store/other-files", test_other_files);
  FIXTURE_TEST ("/store/other-databases", test_other_databases);
  FIXTURE_TEST ("/store/other-database-in-use", test_other_database_in_use);
  FIXTURE_TEST ("/store/newer", test_newer);
  FIXTURE_TEST ("/store/without-id", test_without_id);
  FIXTURE_TEST ("/store/damaged", test_damaged);
  FIXTURE_TEST ("/store/read-only-file", test_read_only_file);
  FIXTURE_TEST ("/store/read-only-folder", test_read_only_folder);
  FIXTURE_TEST ("/store/not-readable", test_not_readable);
  FIXTURE_TEST ("/store/busy", test_busy);
  FIXTURE_TEST ("/store/disk-full", test_disk_full);
  FIXTURE_TEST ("/store/bytes", test_bytes);

  return g_test_run ();
}
