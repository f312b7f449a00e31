/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "faults.h"
#include "fixture.h"
#include "store/backup.h"
#include "store/log.h"
#include "store/store-private.h"
#include "story.h"

/* A disk that fails under a dossier, a clock that is set wrong, a file that is damaged. */

#define KINDS_OF_STEP 12
#define ROUNDS_PER_CODE 60
#define FOR_EVER (G_MAXUINT / 2)
#define MANY_GOALS 200

static const struct
{
  int code;
  const char *name;
  FaultsCall calls; /* which may return it */
  gboolean waits;   /* SQLite tries again for a while, so it is to end by itself */
} codes[] = {
  { SQLITE_BUSY, "BUSY", FAULTS_LOCK, TRUE },
  { SQLITE_IOERR, "IOERR", FAULTS_ALL, FALSE },
  { SQLITE_FULL, "FULL", FAULTS_WRITE | FAULTS_TRUNCATE | FAULTS_SYNC | FAULTS_SHARE, FALSE },
  { SQLITE_CORRUPT, "CORRUPT", FAULTS_READ, FALSE },
  { SQLITE_READONLY, "READONLY", FAULTS_OPEN | FAULTS_CHANGE, FALSE },
  { SQLITE_CANTOPEN, "CANTOPEN", FAULTS_OPEN | FAULTS_SHARE, FALSE },
};

/* A dossier to begin each round with, and the one that suffers */
typedef struct
{
  char *bytes;
  gsize size;
  char *path;
  gint64 edits;
  guint failures; /* steps that did not succeed */
} Trial;

static void
set_up (Trial *self, Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2 * KINDS_OF_STEP; i++)
    if (!story_step (fixture->store, i, &error))
      g_error ("%s", error->message);
  g_clear_object (&fixture->store);
  g_file_get_contents (fixture->path, &self->bytes, &self->size, &error);
  g_assert_no_error (error);
  self->path = fixture_file (fixture, "trial");
  self->edits = story_edits (fixture->path);
}

static void
begin_round (Trial *self)
{
  g_autoptr (GError) error = NULL;

  samen_db_remove_files (self->path);
  g_file_set_contents_full (self->path, self->bytes, (gssize) self->size, G_FILE_SET_CONTENTS_NONE,
                            0600, &error);
  g_assert_no_error (error);
}

static void
tear_down (Trial *self)
{
  samen_db_remove_files (self->path);
  g_free (self->path);
  g_free (self->bytes);
}

/* How many such calls the step takes, opening included or not */
static guint
count_calls (Trial *self, guint step, FaultsCall calls, gboolean with_open)
{
  g_autoptr (SamenStore) store = NULL;

  begin_round (self);
  if (!with_open)
    store = samen_store_open (self->path, NULL);
  faults_fail (calls, FOR_EVER, 1, SQLITE_OK);
  if (with_open)
    store = samen_store_open (self->path, NULL);
  g_assert_true (story_step (store, step, NULL));
  return faults_stop ();
}

/* Who looks at a record sees what the file holds */
static void
assert_live (SamenStore *store, SamenGoal *live)
{
  g_autoptr (SamenStore) fresh = samen_store_open (samen_store_get_path (store), NULL);
  g_autoptr (SamenGoal) goal = samen_store_get (fresh, SAMEN_TYPE_GOAL, SAMEN_RECORD (live)->id);

  g_assert_cmpstr (goal->text, ==, live->text);
  g_assert_cmpint (SAMEN_RECORD (goal)->deleted, ==, SAMEN_RECORD (live)->deleted);
}

/* The disk is well again: what could not be done can be done, unless the app took the file for damaged */
static void
go_on (SamenStore *store, guint step)
{
  g_autoptr (GError) error = NULL;

  if (samen_store_is_damaged (store, NULL))
    {
      g_assert_false (story_step (store, 0, &error));
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED);
      return;
    }
  story_step (store, step, &error);
  g_assert_no_error (error);
}

static void
assert_told (gboolean success, GError *error)
{
  if (success)
    g_assert_no_error (error);
  else
    {
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, SAMEN_ERROR);
      g_assert_cmpstr (error->message, !=, "");
    }
}

/* The dossier is opened and a step is done while calls fail. Returns whether the step was done. */
static gboolean
run_cold (Trial *self, guint step, FaultsCall calls, guint first, guint times, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = NULL;
  gboolean success;
  gint64 edits;

  begin_round (self);
  faults_fail (calls, first, times, code);
  store = samen_store_open (self->path, &error);
  success = store != NULL && story_step (store, step, &error);
  faults_stop ();
  assert_told (success, error);
  if (store != NULL)
    go_on (store, step);
  edits = story_edits (self->path);
  g_clear_object (&store);
  story_assert_sound (self->path);
  /* The first step was done or not, and then the second */
  g_assert_cmpint (edits, >=, self->edits);
  g_assert_cmpint (edits, <=, self->edits + 2);
  return success;
}

static void
test_codes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = faults_random ();
  guint rounds = faults_rounds (ROUNDS_PER_CODE);
  Trial trial = { 0 };

  set_up (&trial, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      guint calls[KINDS_OF_STEP];
      guint failures = 0;

      for (guint step = 0; step < KINDS_OF_STEP; step++)
        calls[step] = count_calls (&trial, step, codes[i].calls, TRUE);
      for (guint round = 0; round < rounds; round++)
        {
          guint step = round % KINDS_OF_STEP;
          guint first = (guint) g_rand_int_range (random, 0, (gint32) calls[step]);
          guint times = codes[i].waits || g_rand_boolean (random) ? 1 : FOR_EVER;

          failures += !run_cold (&trial, step, codes[i].calls, first, times, codes[i].code);
        }
      g_test_message ("%s: %u rounds, %u failed and said so", codes[i].name, rounds, failures);
    }
  /* Any one read of a deletion: SQLite may have taken all of it back already */
  for (guint first = count_calls (&trial, 6, FAULTS_READ, TRUE); first > 0; first--)
    run_cold (&trial, 6, FAULTS_READ, first - 1, 1, SQLITE_IOERR);
  tear_down (&trial);
}

/* INTERRUPT comes from within SQLite, after some of its operations */
typedef struct
{
  guint seen;
  guint last;
  guint commit; /* how many it had seen when the last COMMIT began */
} Interruption;

static int
interrupt_cb (gpointer data)
{
  Interruption *self = data;

  return self->seen++ >= self->last;
}

static int
trace_cb (unsigned event, gpointer data, gpointer statement, gpointer sql)
{
  Interruption *self = data;

  if (g_str_equal (sql, "COMMIT"))
    self->commit = self->seen;
  return 0;
}

static gboolean
run_interrupted (Trial *self, guint step, Interruption *interruption)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = NULL;
  sqlite3 *handle;
  gboolean success;

  begin_round (self);
  store = samen_store_open (self->path, NULL);
  handle = samen_db_handle (store->db);
  sqlite3_trace_v2 (handle, SQLITE_TRACE_STMT, trace_cb, interruption);
  sqlite3_progress_handler (handle, 1, interrupt_cb, interruption);
  success = story_step (store, step, &error);
  sqlite3_progress_handler (handle, 0, NULL, NULL);
  sqlite3_trace_v2 (handle, 0, NULL, NULL);
  assert_told (success, error);
  if (!success)
    g_assert_cmpint (story_edits (self->path), ==, self->edits);
  go_on (store, step);
  g_clear_object (&store);
  story_assert_sound (self->path);
  return success;
}

static void
test_interrupt (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = faults_random ();
  guint rounds = faults_rounds (ROUNDS_PER_CODE), failures = 0;
  Trial trial = { 0 };

  set_up (&trial, fixture);
  for (guint round = 0; round < rounds; round++)
    {
      Interruption all = { .last = FOR_EVER }, some = { 0 };
      guint step = round % KINDS_OF_STEP;

      g_assert_true (run_interrupted (&trial, step, &all));
      some.last = (guint) g_rand_int_range (random, 0, (gint32) all.seen);
      failures += !run_interrupted (&trial, step, &some);
    }
  g_test_message ("INTERRUPT: %u rounds, %u failed and said so", rounds, failures);
  tear_down (&trial);
}

/* Before, in and after the COMMIT, after which SQLite says that it was interrupted though it is done */
static void
test_interrupt_commit (Fixture *fixture, gconstpointer unused)
{
  Trial trial = { 0 };
  guint rounds = 0, failures = 0;

  set_up (&trial, fixture);
  for (guint step = 0; step < KINDS_OF_STEP; step++)
    {
      Interruption all = { .last = FOR_EVER };

      g_assert_true (run_interrupted (&trial, step, &all));
      /* A step that changes nothing has none */
      for (guint last = all.commit > 0 ? all.commit - 2 : all.seen;
           last < MIN (all.commit + 6, all.seen); last++, rounds++)
        {
          Interruption some = { .last = last };

          failures += !run_interrupted (&trial, step, &some);
        }
    }
  g_test_message ("INTERRUPT around a COMMIT: %u rounds, %u failed and said so", rounds, failures);
  g_assert_cmpuint (failures, >, 0);
  g_assert_cmpuint (failures, <, rounds);
  tear_down (&trial);
}

/* A step during which the disk fails from one write on */
static void
run_warm (Trial *self, guint step, guint first, int code, SamenError reason)
{
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (GListModel) goals = NULL;
  g_autoptr (SamenGoal) goal = NULL;
  g_autoptr (GError) error = NULL;
  gboolean success;

  begin_round (self);
  store = samen_store_open (self->path, NULL);
  goals = samen_store_list (store, SAMEN_TYPE_GOAL, NULL, NULL);
  goal = g_list_model_get_item (goals, 0);
  faults_fail (FAULTS_WRITE, first, FOR_EVER, code);
  success = story_step (store, step, &error);
  faults_stop ();
  if (!success)
    {
      g_assert_error (error, SAMEN_ERROR, (int) reason);
      g_assert_cmpint (story_edits (self->path), ==, self->edits);
      self->failures++;
    }
  assert_live (store, goal);
  go_on (store, step);
  assert_live (store, goal);
  g_clear_object (&goals);
  g_clear_object (&goal);
  g_assert_finalize_object (g_steal_pointer (&store));
  story_assert_sound (self->path);
}

static void
try_every_write (Fixture *fixture, int code, SamenError reason)
{
  Trial trial = { 0 };
  guint writes = 0;

  set_up (&trial, fixture);
  for (guint step = 0; step < KINDS_OF_STEP; step++)
    {
      guint n = count_calls (&trial, step, FAULTS_WRITE, FALSE);

      for (guint first = 0; first < n; first++)
        run_warm (&trial, step, first, code, reason);
      writes += n;
    }
  g_test_message ("%u writes, %u steps failed and said so", writes, trial.failures);
  /* Only what is written after the edit is safe may fail without a word */
  g_assert_cmpuint (trial.failures, >=, writes * 9 / 10);
  tear_down (&trial);
}

/* A backup that cannot be written is not there, and those that are stay */
static void
test_backup (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SamenBackup) first = NULL;
  Trial trial = { 0 };
  guint writes;

  set_up (&trial, fixture);
  begin_round (&trial);
  faults_fail (FAULTS_CHANGE, FOR_EVER, 1, SQLITE_FULL);
  first = samen_backup_make (trial.path, SAMEN_BACKUP_UPDATE, NULL, NULL);
  writes = faults_stop ();
  for (guint i = 0; i < writes; i++)
    {
      g_autoptr (SamenBackup) backup = NULL;
      g_autoptr (GListModel) backups = NULL;
      g_autoptr (GError) error = NULL;

      faults_fail (FAULTS_WRITE | FAULTS_SYNC, i, FOR_EVER, SQLITE_FULL);
      backup = samen_backup_make (trial.path, SAMEN_BACKUP_UPDATE, NULL, &error);
      faults_stop ();
      backups = samen_backup_list (trial.path);
      if (backup == NULL)
        {
          g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_FULL);
          g_assert_cmpuint (g_list_model_get_n_items (backups), ==, 1);
          story_assert_sound (first->path);
        }
      else
        {
          story_assert_sound (backup->path);
          g_unlink (backup->path);
        }
    }
  g_test_message ("a backup on a full disk, at %u writes", writes);
  samen_backup_remove_all (trial.path);
  tear_down (&trial);
}

static void
test_full (Fixture *fixture, gconstpointer unused)
{
  try_every_write (fixture, SQLITE_FULL, SAMEN_ERROR_FULL);
}

static void
test_read_only (Fixture *fixture, gconstpointer unused)
{
  try_every_write (fixture, SQLITE_READONLY, SAMEN_ERROR_READ_ONLY);
}

/* On a disk of one megabyte: writes until it is full, makes room, and goes on */
static void
test_on_small_disk (void)
{
  const char *folder = g_getenv ("SAMENSPEL_SMALL_DISK");
  g_autofree char *path = g_build_filename (folder, "dossier", NULL);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char *room = g_malloc0 (400 * 1024);
  g_autoptr (SamenStore) store = samen_store_create (path, NULL);
  g_autoptr (GError) error = NULL;
  guint step = 0;
  gint64 edits;

  g_assert_nonnull (store);
  g_assert_true (g_file_set_contents (ballast, room, 400 * 1024, NULL));
  while (story_step (store, step, &error))
    step++;
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_FULL);
  g_clear_error (&error);
  edits = story_edits (path);
  story_assert_sound (path);

  g_assert_cmpint (g_unlink (ballast), ==, 0);
  story_step (store, step, &error);
  g_assert_no_error (error);
  g_assert_cmpint (story_edits (path), ==, edits + 1);
  story_assert_sound (path);
}

static void
test_small_disk (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *command[] = {
    "unshare",
    "--user",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
    "mount -t tmpfs -o size=1m small \"$1\" || exit 77; SAMENSPEL_SMALL_DISK=$1 exec \"$0\"",
    program,
    fixture->folder,
    NULL,
  };
  int status;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                     &status, &error) ||
      strstr (output, "/faults/on-small-disk") == NULL)
    {
      g_test_skip ("no disk can be mounted here");
      return;
    }
  g_spawn_check_wait_status (status, &error);
  if (error != NULL)
    g_error ("%s\n%s", error->message, output);
}

/* The clock jumps ten years back and forward; the order of the log is that in which things were done */
static void
test_clock (Fixture *fixture, gconstpointer unused)
{
  const gint64 years = 10 * G_GINT64_CONSTANT (31556952000);
  const gint64 now = g_get_real_time () / 1000;
  g_autoptr (SamenGoal) goal = fixture_add_goal (fixture, "0");
  g_autoptr (GListModel) history = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 1; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", i);

      fixture->store->fixed_time = now + (i % 3 - 1) * years;
      fixture_set (fixture, goal, "title", samen_value (title));
      if (i % 10 == 0)
        {
          g_autofree char *id = g_strdup (SAMEN_RECORD (goal)->id);

          g_clear_object (&goal);
          fixture_reopen (fixture);
          goal = samen_store_get (fixture->store, SAMEN_TYPE_GOAL, id);
        }
    }
  g_assert_cmpint (fixture_number (fixture, "SELECT count(*) FROM edit a JOIN edit b ON "
                                            "b.seq > a.seq WHERE b.clock <= a.clock"),
                   ==, 0);
  samen_store_undo (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (goal->title, ==, "28");
  fixture_assert_sound (fixture);
  history = samen_store_history (fixture->store, NULL, 0);
  for (guint i = 1; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (SamenLogEntry) later = g_list_model_get_item (history, i - 1);
      g_autoptr (SamenLogEntry) earlier = g_list_model_get_item (history, i);

      g_assert_cmpint (later->edit, >=, earlier->edit);
    }
}

static void
write_damaged (const char *path, const char *bytes, gsize size)
{
  samen_db_remove_files (path);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

/* A file that is not whole is refused, or nothing that people see of it is missing without a word */
static void
assert_nothing_is_hidden (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (path, &error);
  g_autoptr (GListModel) goals = NULL;

  if (store == NULL)
    {
      g_assert_true (g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED) ||
                     g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_NOT_A_DOSSIER));
      return;
    }
  goals = samen_store_list (store, SAMEN_TYPE_GOAL, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (SamenGoal) goal = g_list_model_get_item (goals, i);

      g_assert_true (goal->title != NULL || samen_store_is_damaged (store, NULL));
    }
  g_assert_true (g_list_model_get_n_items (goals) == MANY_GOALS ||
                 samen_store_is_damaged (store, NULL));
}

static void
test_damage (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = fixture_file (fixture, "damaged");
  g_autofree char *bytes = NULL;
  gsize size, page, refused = 0;

  for (guint i = 0; i < MANY_GOALS; i++)
    {
      g_autoptr (SamenGoal) goal = fixture_add_goal (fixture, "A goal that fills some of a page");
    }
  page = (gsize) fixture_number (fixture, "PRAGMA page_size");
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  for (gsize i = 0; i < size / page; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, size);
      g_autofree char *after = NULL;
      g_autoptr (SamenStore) store = NULL;
      gsize size_after;

      memset (damaged + i * page, 0, page);
      write_damaged (path, damaged, size);
      assert_nothing_is_hidden (path);
      store = samen_store_open (path, NULL);
      refused += store == NULL;
      g_clear_object (&store);
      g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
      g_assert_cmpmem (after, size_after, damaged, size);
    }
  for (gsize cut = size - page; cut > 0; cut -= page)
    {
      write_damaged (path, bytes, cut);
      g_assert_null (samen_store_open (path, NULL));
    }
  g_test_message ("%" G_GSIZE_FORMAT " pages; %" G_GSIZE_FORMAT " of them cannot be missed",
                  size / page, refused);
  samen_db_remove_files (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faults_install ();
  if (g_getenv ("SAMENSPEL_SMALL_DISK") != NULL)
    {
      g_test_add_func ("/faults/on-small-disk", test_on_small_disk);
      return g_test_run ();
    }
  FIXTURE_TEST ("/faults/codes", test_codes);
  FIXTURE_TEST ("/faults/interrupt", test_interrupt);
  FIXTURE_TEST ("/faults/interrupt-commit", test_interrupt_commit);
  FIXTURE_TEST ("/faults/full", test_full);
  FIXTURE_TEST ("/faults/read-only", test_read_only);
  FIXTURE_TEST ("/faults/backup", test_backup);
  FIXTURE_TEST ("/faults/small-disk", test_small_disk);
  FIXTURE_TEST ("/faults/clock", test_clock);
  FIXTURE_TEST ("/faults/damage", test_damage);
  return g_test_run ();
}
