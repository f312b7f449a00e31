/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "store/backup-private.h"

/* How many pages to copy before whoever waits hears of it: two megabytes */
#define PAGES_AT_ONCE 512

/* How long to wait for another program that is writing, in tries of 20 milliseconds */
#define MOST_TRIES 250

/* How much of the work it is to copy; the rest is to wait for the disk, and for what is checked */
#define SHARE_OF_COPYING 0.6

gboolean
samen_backup_fail (GError **error, const char *folder)
{
  g_set_error (error, SAMEN_ERROR, errno == ENOSPC ? SAMEN_ERROR_FULL : SAMEN_ERROR_FAILED,
               _ ("No backup could be made in %s: %s"), folder, g_strerror (errno));
  return FALSE;
}

static gboolean
fail (GError **error, const SamenUnfinished *file)
{
  g_autofree char *folder = g_path_get_dirname (file->path);

  return samen_backup_fail (error, folder);
}

/* Copies as SQLite does while others read and write; @from is at one moment all the while */
static gboolean
copy_pages (SamenDb *from, SamenDb *to, const SamenProgress *progress, GError **error)
{
  sqlite3_backup *copying =
      sqlite3_backup_init (samen_db_handle (to), "main", samen_db_handle (from), "main");
  gboolean go_on = copying != NULL;
  guint tries = 0;
  int code = copying != NULL ? SQLITE_OK : sqlite3_errcode (samen_db_handle (to));

  while (go_on)
    {
      int left, all;

      code = sqlite3_backup_step (copying, PAGES_AT_ONCE);
      left = sqlite3_backup_remaining (copying);
      all = MAX (sqlite3_backup_pagecount (copying), 1);
      if ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && ++tries < MOST_TRIES)
        g_usleep (20000);
      else if (code != SQLITE_OK)
        break;
      go_on = samen_progress_report (progress, SHARE_OF_COPYING * (all - left) / all, error);
    }
  sqlite3_backup_finish (copying);
  if (!go_on && copying != NULL)
    return FALSE;
  if (code != SQLITE_DONE)
    samen_db_set_error (to, code, error);
  return code == SQLITE_DONE;
}

/* It is known before anything is written if there is no room, and the file comes to be in one piece */
static gboolean
reserve (SamenDb *from, SamenUnfinished *to, GError **error)
{
  const gint64 pages = samen_db_query_integer (from, "PRAGMA page_count", 0);
  const gint64 size = samen_db_query_integer (from, "PRAGMA page_size", 0);

  return samen_unfinished_reserve (to, pages * size) || fail (error, to);
}

static gboolean
copy_to (const char *path,
         SamenDb *from,
         const char *journal,
         const SamenProgress *progress,
         GError **error)
{
  g_autofree char *journal_sql = g_strdup_printf ("PRAGMA journal_mode = %s", journal);
  g_autoptr (SamenDb) to = samen_db_open (path, SQLITE_OPEN_READWRITE, error);

  /* Half a copy is of no use to anybody, so it is synced when all of it is there */
  return to != NULL &&
         samen_db_run (
             to, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -256",
             error) &&
         copy_pages (from, to, progress, error) && samen_db_run (to, journal_sql, error);
}

static gpointer
sync_in_thread (gpointer data)
{
  const SamenUnfinished *file = data;

  return GINT_TO_POINTER (fsync (file->descriptor) == 0 ? 0 : errno);
}

/* The disk is at work while what is left is checked */
static gboolean
sync_and_check (SamenUnfinished *file, SamenBackupCheck *check, GError **error)
{
  GThread *syncing = g_thread_new ("sync", sync_in_thread, file);
  gboolean success = samen_backup_check_end (check, error);
  int failure = GPOINTER_TO_INT (g_thread_join (syncing));

  if (!success || failure == 0)
    return success;
  errno = failure;
  return fail (error, file);
}

gboolean
samen_backup_copy (SamenDb *from,
                   SamenUnfinished *to,
                   const char *journal,
                   const SamenProgress *progress,
                   GError **error)
{
  g_autoptr (SamenBackupCheck) check = samen_backup_check_begin (from, progress, error);
  gboolean success;

  if (check == NULL)
    return FALSE;
  success = reserve (from, to, error) && copy_to (to->path, from, journal, progress, error);
  samen_db_rollback (from);
  return success && sync_and_check (to, check, error);
}
