/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "fixture.h"
#include "store/backup-contents.h"
#include "store/log.h"
#include "store/schema.h"

#define DAY G_GINT64_CONSTANT (86400)
#define YEARS_OF_DAYS 800

static SamenBackup *
make (Fixture *fixture, SamenBackupReason reason)
{
  g_autoptr (GError) error = NULL;
  SamenBackup *backup = samen_backup_make (fixture->path, reason, NULL, &error);

  g_assert_no_error (error);
  return backup;
}

static guint
count (Fixture *fixture)
{
  g_autoptr (GListModel) backups = samen_backup_list (fixture->path);

  return g_list_model_get_n_items (backups);
}

static char *
dump_of (const char *path)
{
  Fixture other = { .path = (char *) path };

  return fixture_dump (&other);
}

static void
read_file (const char *path, char **bytes, gsize *size)
{
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, bytes, size, &error);
  g_assert_no_error (error);
}

/* Returns where what was there is kept */
static char *
restore (Fixture *fixture, SamenBackup *backup)
{
  g_autoptr (GError) error = NULL;
  char *kept;

  samen_backup_restore (backup, fixture->path, &kept, &error);
  g_assert_no_error (error);
  return kept;
}

/* While the dossier is in use, and has a WAL */
static void
test_make (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (fixture, "First");
  g_autoptr (SamenBackup) first = NULL;
  g_autoptr (SamenBackup) second = NULL;
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *kept = NULL;
  g_autofree char *wal = NULL;

  first = make (fixture, SAMEN_BACKUP_UPDATE);
  g_assert_true (samen_backup_is_due (fixture->path));
  fixture_set (fixture, goal, "title", samen_value ("Second"));
  second = make (fixture, SAMEN_BACKUP_DAILY);
  g_assert_false (samen_backup_is_due (fixture->path));

  kept = dump_of (first->path);
  g_assert_cmpstr (kept, ==, before);
  g_assert_cmpint (first->size, >, 0);
  g_assert_cmpuint (count (fixture), ==, 2);
  /* One file, to be put on a stick */
  wal = g_strconcat (first->path, "-wal", NULL);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  samen_backup_remove_all (fixture->path);
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* The good ones stay, and no bad one comes beside them */
static void
test_damaged (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SamenBackup) good = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size, page;

  for (guint i = 0; i < 100; i++)
    g_object_unref (fixture_add_goal (fixture, "A goal that fills some of a page"));
  good = make (fixture, SAMEN_BACKUP_DAILY);
  page = (gsize) fixture_number (fixture, "PRAGMA page_size");
  g_clear_object (&fixture->store);
  read_file (fixture->path, &bytes, &size);
  for (gsize i = 0; i < size / page; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, size);
      g_autofree char *after = NULL;
      gsize size_after;

      memset (damaged + i * page, 0, page);
      g_assert_true (g_file_set_contents (fixture->path, damaged, (gssize) size, NULL));
      g_assert_null (samen_backup_make (fixture->path, SAMEN_BACKUP_DAILY, NULL, &error));
      g_assert_true (g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED) ||
                     g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_NOT_A_DOSSIER));
      g_clear_error (&error);
      g_assert_cmpuint (count (fixture), ==, 1);
      read_file (fixture->path, &after, &size_after);
      g_assert_cmpmem (after, size_after, damaged, size);
    }
  samen_backup_remove_all (fixture->path);
}

/* What no single page tells: an id of which one letter is another in a table, or in one of its indexes */
static void
test_damaged_index (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = NULL;
  g_autofree char *id = NULL;
  g_autofree char *bytes = NULL;
  gsize size;
  guint n = 0;

  for (guint i = 0; i < 30; i++)
    {
      g_clear_object (&goal);
      goal = fixture_add_goal (fixture, "Goal");
    }
  id = g_strdup (SAMEN_RECORD (goal)->id);
  g_clear_object (&goal);
  g_clear_object (&fixture->store);
  read_file (fixture->path, &bytes, &size);
  for (char *at = bytes; (at = memmem (at, size - (gsize) (at - bytes), id, strlen (id))) != NULL;
       at++, n++)
    {
      g_autoptr (GError) error = NULL;
      char *last = at + strlen (id) - 1;

      *last = *last == '0' ? '1' : '0';
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
      g_assert_null (samen_backup_make (fixture->path, SAMEN_BACKUP_DAILY, NULL, &error));
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED);
      *last = id[strlen (id) - 1];
    }
  /* In its table, the log, what is searched, and the indexes of each */
  g_assert_cmpuint (n, >=, 6);
  g_assert_cmpuint (count (fixture), ==, 0);
  samen_backup_remove_all (fixture->path);
}

typedef struct
{
  const char *path;
  int is_enough;
  int n_written;
} Writer;

static gpointer
write_in_thread (gpointer data)
{
  Writer *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (self->path, &error);

  while (error == NULL && !g_atomic_int_get (&self->is_enough))
    {
      g_autoptr (SamenEdit) edit = samen_edit_new ("Add");

      samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value ("Somebody"), NULL);
      samen_store_apply (store, edit, &error);
      g_atomic_int_inc (&self->n_written);
    }
  g_assert_no_error (error);
  return NULL;
}

/* Each is the dossier at one moment, whoever writes meanwhile and however often */
static void
test_while_written (Fixture *fixture, gconstpointer unused)
{
  Writer writer = { .path = fixture->path };
  GThread *thread = g_thread_new ("writer", write_in_thread, &writer);

  for (guint i = 0; i < 8; i++)
    {
      const int before = g_atomic_int_get (&writer.n_written);
      g_autoptr (SamenBackup) backup = make (fixture, SAMEN_BACKUP_UPDATE);
      Fixture copy = { .path = backup->path };
      const gint64 n = fixture_number (&copy, "SELECT count(*) FROM person");

      g_assert_cmpint (n, >=, before);
      g_assert_cmpint (n, <=, g_atomic_int_get (&writer.n_written) + 1);
      copy.store = samen_store_open (backup->path, NULL);
      fixture_assert_sound (&copy);
      g_clear_object (&copy.store);
    }
  g_atomic_int_set (&writer.is_enough, 1);
  g_thread_join (thread);
  g_test_message ("8 backups while %d edits were written", writer.n_written);
  samen_backup_remove_all (fixture->path);
}

static void
touch (const char *folder, gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time);
  g_autofree char *name = g_date_time_format (moment, "%Y%m%d-%H%M%S-daily.sqlite");
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

/* A backup each day for years, and each day the superfluous taken away */
static void
test_thin_out (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = samen_backup_folder (fixture->path);
  const gint64 start = G_GINT64_CONSTANT (1700000000);
  g_autoptr (GListModel) left = NULL;
  gint64 last = 0;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint day = 0; day < YEARS_OF_DAYS; day++)
    {
      g_autoptr (GListModel) backups = NULL;
      g_autoptr (GPtrArray) superfluous = NULL;

      touch (folder, start + day * DAY);
      backups = samen_backup_list (fixture->path);
      superfluous = samen_backup_find_superfluous (backups);
      for (guint i = 0; i < superfluous->len; i++)
        g_unlink (((SamenBackup *) g_ptr_array_index (superfluous, i))->path);
    }
  left = samen_backup_list (fixture->path);
  g_assert_cmpuint (g_list_model_get_n_items (left), >=, SAMEN_BACKUP_DAYS + 2 + 11);
  g_assert_cmpuint (g_list_model_get_n_items (left), <=,
                    SAMEN_BACKUP_DAYS + SAMEN_BACKUP_WEEKS + SAMEN_BACKUP_MONTHS);
  for (guint i = 0; i < g_list_model_get_n_items (left); i++)
    {
      g_autoptr (SamenBackup) backup = g_list_model_get_item (left, i);
      gint64 age = (start + (YEARS_OF_DAYS - 1) * DAY - backup->time) / DAY;

      if (i < SAMEN_BACKUP_DAYS)
        g_assert_cmpint (age, ==, i);
      else if (age < SAMEN_BACKUP_WEEKS * 7)
        g_assert_cmpint (age - last, <=, 7);
      else
        g_assert_cmpint (age - last, <=, 31);
      last = age;
    }
  g_assert_cmpint (last, >=, 300);
  samen_backup_remove_all (fixture->path);
}

/* One from before an update is there for a month, whatever comes after it that day */
static void
test_safety (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SamenBackup) update = make (fixture, SAMEN_BACKUP_UPDATE);
  g_autoptr (SamenBackup) daily = make (fixture, SAMEN_BACKUP_DAILY);
  g_autoptr (SamenBackup) later = make (fixture, SAMEN_BACKUP_DAILY);

  g_assert_true (g_file_test (update->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (daily->path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (later->path, G_FILE_TEST_EXISTS));
  samen_backup_remove_all (fixture->path);
}

static void
test_restore (Fixture *fixture, gconstpointer unused)
{
  SamenGoal *goal = fixture_add_goal (fixture, "As it was");
  g_autoptr (SamenBackup) backup = make (fixture, SAMEN_BACKUP_DAILY);
  g_autofree char *then = fixture_dump (fixture);
  g_autofree char *later = NULL;
  g_autofree char *now = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_dump = NULL;
  g_autoptr (GError) error = NULL;

  fixture_delete (fixture, goal);
  g_object_unref (goal);
  later = fixture_dump (fixture);
  g_clear_object (&fixture->store);

  kept = restore (fixture, backup);
  now = fixture_dump (fixture);
  g_assert_cmpstr (now, ==, then);
  kept_dump = dump_of (kept);
  g_assert_cmpstr (kept_dump, ==, later);

  /* It is used as any other, with its history */
  fixture->store = samen_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (samen_store_count (fixture->store, SAMEN_TYPE_GOAL), ==, 1);
  samen_store_undo (fixture->store, NULL, &error);
  g_assert_no_error (error);
  fixture_assert_sound (fixture);
  samen_backup_remove_all (fixture->path);
}

/* Whatever became of the file: it is kept as it is, and the backup comes in its place */
static void
test_restore_damaged (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SamenBackup) backup = NULL;
  g_autofree char *then = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  for (guint i = 0; i < 60; i++)
    g_object_unref (fixture_add_goal (fixture, "A goal that fills some of a page"));
  backup = make (fixture, SAMEN_BACKUP_DAILY);
  then = fixture_dump (fixture);
  g_clear_object (&fixture->store);
  read_file (fixture->path, &bytes, &size);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, size);
      gsize length = i == 0 ? size / 2 : i == 1 ? 0 : size;
      g_autofree char *kept = NULL;
      g_autofree char *after = NULL;
      g_autofree char *now = NULL;
      gsize size_after;

      memset (damaged, 'x', i == 2 ? 100 : 0);
      memset (damaged + 68, 0, i == 3 ? 4 : 0); /* application_id */
      g_assert_true (g_file_set_contents (fixture->path, damaged, (gssize) length, NULL));
      kept = restore (fixture, backup);
      now = fixture_dump (fixture);
      g_assert_cmpstr (now, ==, then);
      read_file (kept, &after, &size_after);
      g_assert_cmpmem (after, size_after, damaged, length);
      g_unlink (kept);
    }
  g_unlink (fixture->path);
  g_free (restore (fixture, backup));
  samen_backup_remove_all (fixture->path);
}

/* Nothing is changed by a backup that is not whole, nor under the hands of another program */
static void
test_restore_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SamenBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GListModel) all = NULL;
  gsize size;

  g_object_unref (fixture_add_goal (fixture, "Goal"));
  backup = make (fixture, SAMEN_BACKUP_DAILY);
  g_object_unref (fixture_add_goal (fixture, "Later"));
  before = fixture_dump (fixture);

  g_assert_false (samen_backup_restore (backup, fixture->path, &kept, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_BUSY);
  g_clear_error (&error);
  /* Each try would else leave one behind */
  g_assert_null (kept);
  all = samen_backup_list (fixture->path);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 1);

  g_clear_object (&fixture->store);
  read_file (backup->path, &bytes, &size);
  memset (bytes + size / 2, 0, size / 2);
  g_assert_true (g_file_set_contents (backup->path, bytes, (gssize) size, NULL));
  g_assert_false (samen_backup_restore (backup, fixture->path, &kept, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED);

  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  samen_backup_remove_all (fixture->path);
}

static void
test_look (Fixture *fixture, gconstpointer unused)
{
  SamenGoal *goal = fixture_add_goal (fixture, "Goal");
  g_autoptr (SamenBackup) backup = make (fixture, SAMEN_BACKUP_UPDATE);
  g_autoptr (SamenBackup) later = NULL;
  SamenBackupContents *contents = samen_backup_look (backup, fixture->path, NULL);
  const SamenBackupEdit *edit;

  g_assert_cmpuint (contents->n_records, ==, 1);
  g_assert_cmpint (contents->n_since, ==, 0);
  samen_backup_contents_free (contents);

  samen_store_set_author (fixture->store, "Noor");
  for (guint i = 0; i < SAMEN_BACKUP_MOST_TOLD + 5; i++)
    fixture_set (fixture, goal, "title", samen_value (i % 2 == 0 ? "One" : "Two"));
  contents = samen_backup_look (backup, fixture->path, NULL);
  g_assert_cmpint (contents->n_since, ==, SAMEN_BACKUP_MOST_TOLD + 5);
  g_assert_cmpuint (contents->since->len, ==, SAMEN_BACKUP_MOST_TOLD);
  edit = g_ptr_array_index (contents->since, 0);
  g_assert_cmpstr (edit->label, ==, "Set field");
  g_assert_cmpstr (edit->author, ==, "Noor");
  samen_backup_contents_free (contents);

  /* With what the dossier does not have, nothing can be told of what came after */
  later = make (fixture, SAMEN_BACKUP_UPDATE);
  g_object_unref (goal);
  g_clear_object (&fixture->store);
  g_free (restore (fixture, backup));
  contents = samen_backup_look (later, fixture->path, NULL);
  g_assert_cmpint (contents->n_since, ==, -1);
  samen_backup_contents_free (contents);

  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  contents = samen_backup_look (backup, fixture->path, NULL);
  g_assert_cmpint (contents->n_since, ==, -1);
  samen_backup_contents_free (contents);
  samen_backup_remove_all (fixture->path);
}

static void
cancel_cb (double fraction, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const SamenProgress progress = { cancellable, cancel_cb, cancellable };
  g_autofree char *folder = samen_backup_folder (fixture->path);
  g_autofree guint8 *noise = g_malloc0 (8 * 1024 * 1024);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&noise), 8 * 1024 * 1024);
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;

  samen_store_add_bytes (fixture->store, bytes, &hash, &error);
  g_assert_no_error (error);
  g_assert_null (samen_backup_make (fixture->path, SAMEN_BACKUP_DAILY, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A dossier of an earlier version is kept as it was before anything of it is changed */
static void
test_before_update (Fixture *fixture, gconstpointer unused)
{
  if (SAMEN_SCHEMA_VERSION == 1)
    {
      g_test_skip ("there is no earlier version yet");
      return;
    }
  g_clear_object (&fixture->store);
  for (int version = 1; version < SAMEN_SCHEMA_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("%d.sql", version);
      g_autofree char *source = g_test_build_filename (G_TEST_DIST, "schema", name, NULL);
      g_autofree char *sql = NULL;
      g_autoptr (SamenStore) store = NULL;
      g_autoptr (SamenBackup) backup = NULL;
      g_autoptr (GListModel) backups = NULL;
      g_autofree char *header = NULL;
      Fixture kept = { 0 };

      samen_db_remove_files (fixture->path);
      g_assert_true (g_file_get_contents (source, &sql, NULL, NULL));
      g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
      fixture_sql (fixture, sql);
      header = g_strdup_printf ("INSERT OR IGNORE INTO info VALUES ('dossier', 'x'); "
                                "PRAGMA application_id = %d; PRAGMA user_version = %d",
                                SAMEN_APPLICATION_ID, version);
      fixture_sql (fixture, header);
      store = samen_store_open (fixture->path, NULL);
      g_assert_nonnull (store);
      backups = samen_backup_list (fixture->path);
      backup = g_list_model_get_item (backups, 0);
      g_assert_cmpint (backup->reason, ==, SAMEN_BACKUP_UPDATE);
      kept.path = backup->path;
      g_assert_cmpint (fixture_number (&kept, "PRAGMA user_version"), ==, version);
    }
  samen_backup_remove_all (fixture->path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/backup/make", test_make);
  FIXTURE_TEST ("/backup/damaged", test_damaged);
  FIXTURE_TEST ("/backup/damaged-index", test_damaged_index);
  FIXTURE_TEST ("/backup/while-written", test_while_written);
  FIXTURE_TEST ("/backup/thin-out", test_thin_out);
  FIXTURE_TEST ("/backup/safety", test_safety);
  FIXTURE_TEST ("/backup/restore", test_restore);
  FIXTURE_TEST ("/backup/restore-damaged", test_restore_damaged);
  FIXTURE_TEST ("/backup/restore-refused", test_restore_refused);
  FIXTURE_TEST ("/backup/look", test_look);
  FIXTURE_TEST ("/backup/cancel", test_cancel);
  FIXTURE_TEST ("/backup/before-update", test_before_update);
  return g_test_run ();
}
