/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "faults.h"
#include "fixture.h"
#include "store/backup.h"
#include "store/package.h"
#include "story.h"

/* Programs that are killed, or that write at the same time: what was confirmed is there, whole. */

#define KILLS 300
#define KILLS_PER_DOSSIER 50
#define LONGEST_LIFE 60000 /* microseconds; longer on a slow machine */
#define BACKUP_EVERY 6
#define PACKAGE_EVERY 5
#define EDITS_EACH 60

/* A copy of a program would else give the same ids as its other copies */
static void
become_another (void)
{
  g_random_set_seed ((guint32) g_get_monotonic_time () ^ ((guint32) getpid () << 16));
}

/* Hands the dossier over: writes a package, in the place of the one before, and makes a dossier of it */
static void
hand_over (const char *path, SamenStore *store, guint number)
{
  g_autofree char *package = g_strconcat (path, SAMEN_PACKAGE_SUFFIX, NULL);
  g_autofree char *copy = g_strdup_printf ("%s-copy-%d-%u", path, getpid (), number);

  if (samen_package_export (store, package, NULL, NULL, NULL))
    samen_package_import (package, NULL, copy, NULL, NULL);
}

/* Does one step after another, and says each time how many edits are in the log */
static void
live (const char *path, guint first, int pipe)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (path, &error);

  for (guint i = first; store != NULL && story_step (store, i, &error); i++)
    {
      gint64 n = story_edits (path);

      if (i % BACKUP_EVERY == 0)
        {
          g_autoptr (SamenBackup) backup = samen_backup_make (path, SAMEN_BACKUP_DAILY, NULL, NULL);
        }
      if (i % PACKAGE_EVERY == 0)
        hand_over (path, store, i);
      if (write (pipe, &n, sizeof n) != sizeof n)
        break;
    }
  g_printerr ("# %s\n", error != NULL ? error->message : g_strerror (errno));
  _exit (1);
}

/* Lets a program work on the dossier for @microseconds; returns how many edits it confirmed */
static gint64
live_and_die (const char *path, guint first, gulong microseconds)
{
  gint64 confirmed = 0, n;
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      become_another ();
      close (ends[0]);
      live (path, first, ends[1]);
    }
  close (ends[1]);
  g_usleep (microseconds);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while (read (ends[0], &n, sizeof n) == sizeof n)
    confirmed = n;
  close (ends[0]);
  return confirmed;
}

/* Whatever is called a backup is one */
static guint
check_backups (const char *path)
{
  g_autoptr (GListModel) backups = samen_backup_list (path);
  guint n = g_list_model_get_n_items (backups);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SamenBackup) backup = g_list_model_get_item (backups, i);

      story_assert_sound (backup->path);
    }
  return n;
}

/* Whatever is called a package or an imported dossier is one; what is neither is removed */
static guint
check_copies (const char *folder, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *prefix = g_strconcat (path, "-copy-", NULL);
  g_autofree char *again = g_strconcat (path, "-again", NULL);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      if (g_str_has_suffix (name, SAMEN_PACKAGE_SUFFIX))
        {
          samen_package_import (file, NULL, again, NULL, &error);
          g_assert_no_error (error);
          g_ptr_array_add (left, g_strdup (again));
        }
      else if (g_str_has_prefix (file, prefix) && strstr (name, ".unfinished") == NULL &&
               g_ascii_isdigit (name[strlen (name) - 1]))
        {
          story_assert_sound (file);
          n++;
        }
      if (g_str_has_prefix (file, prefix) || g_str_has_prefix (name, ".samenspel-") ||
          g_str_has_suffix (name, SAMEN_PACKAGE_SUFFIX))
        g_ptr_array_add (left, g_strdup (file));
    }
  for (guint i = 0; i < left->len; i++)
    samen_db_remove_files (g_ptr_array_index (left, i));
  return n;
}

/* Long enough for a dossier to be handed over, on this machine as busy as it is */
static gint32
longest_life (Fixture *fixture)
{
  gint64 start = g_get_monotonic_time ();
  gint64 took;

  hand_over (fixture->path, fixture->store, 0);
  took = g_get_monotonic_time () - start;
  g_assert_cmpuint (check_copies (fixture->folder, fixture->path), ==, 1);
  return (gint32) CLAMP (4 * took, LONGEST_LIFE, 20 * LONGEST_LIFE);
}

static void
test_kill (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = faults_random ();
  guint rounds = faults_rounds (KILLS);
  gint32 longest = longest_life (fixture);
  gint64 edits = 0;
  guint backups = 0, copies = 0;

  g_clear_object (&fixture->store);
  for (guint i = 0; i < rounds; i++)
    {
      gint64 before = story_edits (fixture->path), confirmed, after;
      g_autofree char *log = story_log (fixture->path, before);
      g_autofree char *log_after = NULL;

      confirmed = live_and_die (fixture->path, (guint) g_rand_int_range (random, 0, 12),
                                (gulong) g_rand_int_range (random, 500, longest));
      story_assert_sound (fixture->path);
      after = story_edits (fixture->path);
      log_after = story_log (fixture->path, before);
      g_assert_cmpstr (log_after, ==, log);
      g_assert_cmpint (after, >=, MAX (before, confirmed));
      g_assert_cmpint (after, <=, MAX (before, confirmed) + 1);
      edits += after - before;
      if (i % KILLS_PER_DOSSIER == KILLS_PER_DOSSIER - 1)
        {
          backups += check_backups (fixture->path);
          copies += check_copies (fixture->folder, fixture->path);
          samen_backup_remove_all (fixture->path);
          samen_db_remove_files (fixture->path);
          g_object_unref (samen_store_create (fixture->path, NULL));
        }
    }
  g_test_message ("killed %u times, during %" G_GINT64_FORMAT
                  " edits, %u backups and %u imports that are whole",
                  rounds, edits, backups, copies);
  g_assert_cmpint (edits, >, rounds / 10);
  g_assert_cmpuint (copies, >, 0);
}

/* Adds goals of its own, and writes all the while into the one that everybody writes into */
static void
write_along (const char *path, const char *shared, guint number)
{
  g_autoptr (SamenStore) store = samen_store_open (path, NULL);

  for (guint i = 0; i < EDITS_EACH; i++)
    {
      g_autoptr (SamenEdit) edit = samen_edit_new ("Write along");
      g_autofree char *title = g_strdup_printf ("%u by %u", i, number);
      g_autoptr (GError) error = NULL;

      samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value (title), NULL);
      samen_edit_set_by_id (edit, SAMEN_TYPE_GOAL, shared, "title", samen_value (title));
      if (store == NULL || !samen_store_apply (store, edit, &error))
        {
          g_printerr ("# %s\n", error != NULL ? error->message : "it does not open");
          _exit (1);
        }
    }
  g_clear_object (&store);
  _exit (0);
}

static void
test_together (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SamenGoal) shared = fixture_add_goal (fixture, "Everybody’s");
  g_autofree char *id = g_strdup (SAMEN_RECORD (shared)->id);
  pid_t children[3];

  g_clear_object (&shared);
  g_clear_object (&fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        {
          become_another ();
          write_along (fixture->path, id, i);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
  story_assert_sound (fixture->path);
  /* Not one is lost, and each saw what the others wrote before it */
  g_assert_cmpint (story_edits (fixture->path), ==, 1 + EDITS_EACH * G_N_ELEMENTS (children));
  g_assert_cmpint (fixture_number (fixture, "SELECT count(*) FROM goal"), ==,
                   1 + EDITS_EACH * G_N_ELEMENTS (children));
  g_assert_cmpint (fixture_number (fixture, "SELECT count(*) FROM change a JOIN change b ON "
                                            "b.record = a.record AND b.field = a.field AND "
                                            "b.edit = (SELECT max (c.edit) FROM change c WHERE "
                                            "c.record = a.record AND c.field = a.field AND "
                                            "c.edit < a.edit) WHERE a.old IS NOT b.new"),
                   ==, 0);
}

/* While somebody else is writing for long, the second waits; then it is told who has it */
static void
test_busy (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Add goal");
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("Waiting"), NULL);
  g_assert_false (samen_store_apply (fixture->store, edit, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_BUSY);
  g_clear_error (&error);

  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  samen_store_apply (fixture->store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (samen_store_count (fixture->store, SAMEN_TYPE_GOAL), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/faults/kill", test_kill);
  FIXTURE_TEST ("/faults/together", test_together);
  FIXTURE_TEST ("/faults/busy", test_busy);
  return g_test_run ();
}
