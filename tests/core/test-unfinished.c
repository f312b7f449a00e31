/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "base/unfinished.h"
#include "fixture.h"
#include "store/backup.h"
#include "store/package.h"

/* What is on its way to its place, and what is left of it when its writer was killed */

static void
age (const char *path)
{
  const time_t then = time (NULL) - SAMEN_UNFINISHED_SECONDS - 60;
  const struct utimbuf times = { then, then };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static char *
leave (const char *folder, const char *name, gboolean is_old)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "left", -1, NULL));
  if (is_old)
    age (path);
  return path;
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The path of one whose writer was killed */
static char *
kill_a_writer (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int ends[2];
  pid_t child;
  char ready;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      if (samen_unfinished_new (folder) != NULL && write (ends[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &ready, 1), ==, 1);
  close (ends[0]);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ".samenspel-"))
      {
        char *path = g_build_filename (folder, name, NULL);

        /* However old it is: its writer lives */
        age (path);
        samen_unfinished_clear (folder);
        g_assert_true (is_there (path));
        kill (child, SIGKILL);
        g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
        return path;
      }
  g_assert_not_reached ();
}

static void
test_put (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *target = fixture_file (fixture, "target");
  SamenUnfinished *file = samen_unfinished_new (fixture->folder);
  g_autofree char *path = g_strdup (file->path);
  g_autofree char *contents = NULL;

  g_assert_cmpint (write (file->descriptor, "new", 3), ==, 3);
  samen_unfinished_free (file);
  g_assert_false (is_there (path));
  g_assert_false (is_there (target));

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  file = samen_unfinished_new (fixture->folder);
  g_assert_true (samen_unfinished_reserve (file, 100000));
  g_assert_cmpint (write (file->descriptor, "new", 3), ==, 3);
  g_assert_true (samen_unfinished_put (file, target));
  g_assert_false (is_there (file->path));
  samen_unfinished_free (file);
  g_assert_true (g_file_get_contents (target, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "new");
  g_assert_null (samen_unfinished_new ("/nonexistent"));
}

/* Only what is ours, old, and written by nobody */
static void
test_clear (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *killed = kill_a_writer (fixture->folder);
  g_autofree char *beside = g_strconcat (killed, "-wal", NULL);
  g_autofree char *young = leave (fixture->folder, ".samenspel-Young1", FALSE);
  g_autofree char *shorter = leave (fixture->folder, ".samenspel-abc", TRUE);
  g_autofree char *longer = leave (fixture->folder, ".samenspel-abcdefg", TRUE);
  g_autofree char *other = leave (fixture->folder, ".samenspel-ab.def", TRUE);
  g_autofree char *package = leave (fixture->folder, "Ours.samenspel", TRUE);
  g_autofree char *folder = g_build_filename (fixture->folder, ".samenspel-Folder", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, ".samenspel-Linked", NULL);

  g_assert_true (g_file_set_contents (beside, "left", -1, NULL));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  age (folder);
  g_assert_cmpint (symlink (package, link), ==, 0);
  samen_unfinished_clear (fixture->folder);
  g_assert_false (is_there (killed));
  g_assert_false (is_there (beside));
  g_assert_true (is_there (young) && is_there (shorter) && is_there (longer) && is_there (other));
  g_assert_true (is_there (package) && is_there (folder) && is_there (link));
  samen_unfinished_clear ("/nonexistent");
}

/* Whoever writes there next takes it away */
static void
test_next (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *target = fixture_file (fixture, "Ours.samenspel");
  g_autofree char *backups = samen_backup_folder (fixture->path);
  g_autofree char *exported = leave (fixture->folder, ".samenspel-Export", TRUE);
  g_autofree char *backed_up = NULL;
  g_autoptr (SamenBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (backups, 0700), ==, 0);
  backed_up = leave (backups, ".samenspel-Backup", TRUE);
  samen_package_export (fixture->store, target, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_there (exported));
  backup = samen_backup_make (fixture->path, SAMEN_BACKUP_DAILY, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_there (backed_up));
  samen_backup_remove_all (fixture->path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/unfinished/put", test_put);
  FIXTURE_TEST ("/unfinished/clear", test_clear);
  FIXTURE_TEST ("/unfinished/next", test_next);
  return g_test_run ();
}
