/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "store/backup-private.h"
#include "store/backup.h"

#define SUFFIX ".sqlite"
#define TIME_FORMAT "%Y%m%d-%H%M%S"
#define TIME_LENGTH 15

#define SECONDS_A_DAY G_GINT64_CONSTANT (86400)

static const char *const reasons[] = {
  [SAMEN_BACKUP_DAILY] = "daily",
  [SAMEN_BACKUP_UPDATE] = "update",
  [SAMEN_BACKUP_RESTORE] = "restore",
};

G_DEFINE_FINAL_TYPE (SamenBackup, samen_backup, G_TYPE_OBJECT)

static void
samen_backup_finalize (GObject *object)
{
  g_free (SAMEN_BACKUP (object)->path);
  G_OBJECT_CLASS (samen_backup_parent_class)->finalize (object);
}

static void
samen_backup_class_init (SamenBackupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_backup_finalize;
}

static void
samen_backup_init (SamenBackup *self)
{
}

char *
samen_backup_folder (const char *dossier)
{
  g_autofree char *folder = g_path_get_dirname (dossier);
  g_autofree char *name = g_path_get_basename (dossier);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  /* In the library, also from the bin; elsewhere beside the dossier */
  if (g_str_has_suffix (folder, "/dossiers") || g_str_has_suffix (folder, "/bin"))
    {
      g_autofree char *root = g_path_get_dirname (folder);

      return g_build_filename (root, "backups", name, NULL);
    }
  return g_strconcat (folder, "/", name, ".backups", NULL);
}

static SamenBackup *
backup_new (const char *path, gint64 time, SamenBackupReason reason)
{
  SamenBackup *self = g_object_new (SAMEN_TYPE_BACKUP, NULL);
  GStatBuf status;

  self->path = g_strdup (path);
  self->time = time;
  self->reason = reason;
  self->size = g_stat (path, &status) == 0 ? status.st_size : 0;
  return self;
}

/* The backup in the file called @name, such as 20261125-093000-daily.sqlite; NULL if it is something else */
static SamenBackup *
read_name (const char *folder, const char *name)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int year, month, day, hour, minute, second, length = 0;

  if (sscanf (name, "%4d%2d%2d-%2d%2d%2d-%n", &year, &month, &day, &hour, &minute, &second,
              &length) != 6 ||
      length != TIME_LENGTH + 1)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *rest = g_strconcat (reasons[i], SUFFIX, NULL);
      g_autoptr (GDateTime) time = NULL;

      if (!g_str_equal (name + length, rest))
        continue;
      time = g_date_time_new (utc, year, month, day, hour, minute, second);
      return time != NULL ? backup_new (path, g_date_time_to_unix (time), (SamenBackupReason) i)
                          : NULL;
    }
  return NULL;
}

static int
compare_times (gconstpointer a, gconstpointer b, gpointer unused)
{
  const SamenBackup *first = a, *second = b;

  return (first->time < second->time) - (first->time > second->time);
}

GListModel *
samen_backup_list (const char *dossier)
{
  GListStore *backups = g_list_store_new (SAMEN_TYPE_BACKUP);
  g_autofree char *folder = samen_backup_folder (dossier);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (SamenBackup) backup = read_name (folder, name);

      if (backup != NULL)
        g_list_store_insert_sorted (backups, backup, compare_times, NULL);
    }
  return G_LIST_MODEL (backups);
}

/* A number for the day, week or month of that moment, here; equal for the same one only */
static int
period_of (gint64 time, int kind)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  if (moment == NULL)
    return 0;
  if (kind == 0)
    return g_date_time_get_year (moment) * 1000 + g_date_time_get_day_of_year (moment);
  if (kind == 1)
    return g_date_time_get_week_numbering_year (moment) * 100 +
           g_date_time_get_week_of_year (moment);
  return g_date_time_get_year (moment) * 100 + g_date_time_get_month (moment);
}

gboolean
samen_backup_is_due (const char *dossier)
{
  g_autoptr (GListModel) backups = samen_backup_list (dossier);
  int today = period_of (g_get_real_time () / G_USEC_PER_SEC, 0);

  for (guint i = 0; i < g_list_model_get_n_items (backups); i++)
    {
      g_autoptr (SamenBackup) backup = g_list_model_get_item (backups, i);

      if (backup->reason == SAMEN_BACKUP_DAILY)
        return period_of (backup->time, 0) != today;
    }
  return TRUE;
}

GPtrArray *
samen_backup_find_superfluous (GListModel *backups)
{
  static const guint most[] = { SAMEN_BACKUP_DAYS, SAMEN_BACKUP_WEEKS, SAMEN_BACKUP_MONTHS };
  GPtrArray *superfluous = g_ptr_array_new_with_free_func (g_object_unref);
  int last[G_N_ELEMENTS (most)] = { 0 };
  guint kept[G_N_ELEMENTS (most)] = { 0 };
  gint64 latest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (backups); i++)
    {
      g_autoptr (SamenBackup) backup = g_list_model_get_item (backups, i);
      gboolean keep = FALSE;

      /* It stands beside that of its day, which may be the one that is being restored */
      latest = MAX (latest, backup->time);
      if (backup->reason != SAMEN_BACKUP_DAILY &&
          latest - backup->time <= SAMEN_BACKUP_SAFETY_DAYS * SECONDS_A_DAY)
        continue;
      for (guint kind = 0; kind < G_N_ELEMENTS (most); kind++)
        {
          int period = period_of (backup->time, (int) kind);

          if (period == last[kind] || kept[kind] == most[kind])
            continue;
          last[kind] = period;
          kept[kind]++;
          keep = TRUE;
        }
      if (!keep)
        g_ptr_array_add (superfluous, g_steal_pointer (&backup));
    }
  return superfluous;
}

static void
thin_out (const char *dossier)
{
  g_autoptr (GListModel) backups = samen_backup_list (dossier);
  g_autoptr (GPtrArray) superfluous = samen_backup_find_superfluous (backups);

  for (guint i = 0; i < superfluous->len; i++)
    g_unlink (((SamenBackup *) g_ptr_array_index (superfluous, i))->path);
}

static char *
name_for (const char *folder, gint64 *time, SamenBackupReason reason)
{
  for (;; (*time)++)
    {
      g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (*time);
      g_autofree char *stamp = g_date_time_format (moment, TIME_FORMAT);
      g_autofree char *name = g_strconcat (stamp, "-", reasons[reason], SUFFIX, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

SamenBackup *
samen_backup_make_of (SamenDb *db,
                      const char *dossier,
                      SamenBackupReason reason,
                      const SamenProgress *progress,
                      GError **error)
{
  g_autofree char *folder = samen_backup_folder (dossier);
  g_autoptr (SamenUnfinished) copy = NULL;
  gint64 time = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *path = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    copy = samen_unfinished_new (folder);
  if (copy == NULL)
    {
      samen_backup_fail (error, folder);
      return NULL;
    }
  if (!samen_backup_copy (db, copy, "DELETE", progress, error))
    return NULL;
  path = name_for (folder, &time, reason);
  if (!samen_unfinished_put (copy, path))
    {
      samen_backup_fail (error, folder);
      return NULL;
    }
  thin_out (dossier);
  return backup_new (path, time, reason);
}

SamenBackup *
samen_backup_make (const char *dossier,
                   SamenBackupReason reason,
                   const SamenProgress *progress,
                   GError **error)
{
  g_autoptr (SamenDb) db = samen_db_open (dossier, SQLITE_OPEN_READWRITE, error);

  if (db == NULL)
    return NULL;
  /* What lies beside a file that may be damaged is not moved into it */
  sqlite3_db_config (samen_db_handle (db), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return samen_backup_make_of (db, dossier, reason, progress, error);
}

/* Moves a damaged dossier, and what SQLite left beside it, to where its backups are */
static char *
keep_as_it_is (const char *dossier, GError **error)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *folder = samen_backup_folder (dossier);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, TIME_FORMAT);
  g_autofree char *name = g_strconcat (stamp, "-damaged", SUFFIX, NULL);
  g_autofree char *target = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  /* The file itself last: what stays beside it would be taken for part of the one that comes in its place */
  for (int i = G_N_ELEMENTS (endings) - 1; i >= 0; i--)
    {
      g_autofree char *from = g_strconcat (dossier, endings[i], NULL);
      g_autofree char *to = g_strconcat (target, endings[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          samen_backup_fail (error, folder);
          return NULL;
        }
    }
  return g_steal_pointer (&target);
}

/* Sees to it that nothing is beside the file that SQLite would take for part of the one in its place */
static gboolean
settle (const char *dossier, GError **error)
{
  g_autofree char *wal = g_strconcat (dossier, "-wal", NULL);
  SamenDb *db = samen_db_open (dossier, SQLITE_OPEN_READWRITE, error);
  gboolean success = db != NULL && samen_db_run (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);

  g_clear_pointer (&db, samen_db_close);
  if (!success)
    return FALSE;
  if (!g_file_test (wal, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_BUSY,
                       _ ("The dossier is open in another program. Close it there and try again."));
  return FALSE;
}

/* Keeps what the dossier holds; *@kept stays NULL if there is no such file */
static gboolean
keep_present (const char *dossier, char **kept, GError **error)
{
  g_autoptr (SamenBackup) backup = NULL;
  g_autoptr (GError) reason = NULL;

  if (!g_file_test (dossier, G_FILE_TEST_EXISTS))
    return TRUE;
  backup = samen_backup_make (dossier, SAMEN_BACKUP_RESTORE, NULL, &reason);
  if (backup != NULL)
    {
      *kept = g_strdup (backup->path);
      if (settle (dossier, error))
        return TRUE;
      /* Nothing takes its place now; whoever tries again keeps it again */
      samen_db_remove_files (*kept);
      g_clear_pointer (kept, g_free);
      return FALSE;
    }
  if (!g_error_matches (reason, SAMEN_ERROR, SAMEN_ERROR_DAMAGED) &&
      !g_error_matches (reason, SAMEN_ERROR, SAMEN_ERROR_NOT_A_DOSSIER))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  *kept = keep_as_it_is (dossier, error);
  return *kept != NULL;
}

gboolean
samen_backup_restore (SamenBackup *self, const char *dossier, char **kept, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (dossier);
  g_autoptr (SamenUnfinished) ready = NULL;
  g_autoptr (SamenDb) db = samen_db_open (self->path, SQLITE_OPEN_READONLY, error);

  *kept = NULL;
  if (db == NULL)
    return FALSE;
  ready = samen_unfinished_new (folder);
  if (ready == NULL)
    return samen_backup_fail (error, folder);
  if (!samen_backup_copy (db, ready, "WAL", NULL, error) || !keep_present (dossier, kept, error))
    return FALSE;
  if (samen_unfinished_put (ready, dossier))
    return TRUE;
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED, _ ("The backup could not be restored: %s"),
               g_strerror (errno));
  return FALSE;
}

void
samen_backup_remove_all (const char *dossier)
{
  g_autofree char *folder = samen_backup_folder (dossier);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}
