/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "store/backup-traces.h"
#include "store/person-sql.h"

#define SECONDS_A_DAY G_GINT64_CONSTANT (86400)

/* Longer than any backup is kept */
#define MOST_DAYS 800

/* All that is in the tables of a dossier was in its log, in each version of the app */
static const char *const mention_sql[] = {
  "SELECT 1 FROM edit WHERE person_in (author) LIMIT 1",
  "SELECT 1 FROM change WHERE person_in (old) OR person_in (new) LIMIT 1",
  "SELECT 1 FROM info WHERE person_in (value) LIMIT 1",
  "SELECT 1 FROM content WHERE person_in_file (bytes) LIMIT 1",
};

static void
trace_free (gpointer data)
{
  SamenBackupTrace *self = data;

  g_free (self->path);
  g_free (self);
}

static void
remove_superfluous (GListStore *backups)
{
  g_autoptr (GPtrArray) superfluous = samen_backup_find_superfluous (G_LIST_MODEL (backups));

  for (guint i = 0; i < superfluous->len; i++)
    {
      guint place;

      if (g_list_store_find (backups, g_ptr_array_index (superfluous, i), &place))
        g_list_store_remove (backups, place);
    }
}

SamenDate
samen_backup_gone_on (GListModel *backups, SamenBackup *backup)
{
  g_autoptr (GListStore) kept = g_list_store_new (SAMEN_TYPE_BACKUP);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < g_list_model_get_n_items (backups); i++)
    {
      g_autoptr (SamenBackup) each = g_list_model_get_item (backups, i);

      g_list_store_append (kept, each);
    }
  for (gint64 day = 1; day < MOST_DAYS; day++)
    {
      g_autoptr (SamenBackup) daily = g_object_new (SAMEN_TYPE_BACKUP, NULL);

      daily->time = MAX (now, backup->time) + day * SECONDS_A_DAY;
      daily->reason = SAMEN_BACKUP_DAILY;
      g_list_store_insert (kept, 0, daily);
      remove_superfluous (kept);
      if (!g_list_store_find (kept, backup, NULL))
        return samen_moment_day (daily->time);
    }
  return SAMEN_DATE_NONE;
}

/* One that cannot be read may hold anybody */
static gboolean
mentions (const char *path, const char *const *names)
{
  g_autoptr (SamenDb) db = samen_db_open (path, SQLITE_OPEN_READONLY, NULL);
  SamenPersonSql *sql = db != NULL ? samen_person_sql_new (db, names, NULL, NULL) : NULL;
  gboolean has_row = FALSE;

  if (sql == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (mention_sql) && !has_row; i++)
    {
      sqlite3_stmt *statement = samen_db_prepare (db, mention_sql[i], NULL);

      if (statement == NULL || !samen_db_step (db, statement, &has_row, NULL))
        has_row = TRUE;
      if (statement != NULL)
        sqlite3_reset (statement);
    }
  samen_person_sql_free (sql, db);
  return has_row;
}

static void
add (GPtrArray *traces, const char *path, gint64 time, goffset size, SamenDate gone)
{
  SamenBackupTrace *trace = g_new0 (SamenBackupTrace, 1);

  trace->path = g_strdup (path);
  trace->time = time;
  trace->size = size;
  trace->gone = gone;
  g_ptr_array_add (traces, trace);
}

/* Damaged dossiers that were kept, and what SQLite left beside them */
static void
add_damaged (GPtrArray *traces, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (strstr (name, "-damaged.") != NULL && g_stat (path, &status) == 0)
        add (traces, path, status.st_mtime, status.st_size, SAMEN_DATE_NONE);
    }
}

GPtrArray *
samen_backup_find_traces (const char *dossier, const char *const *names)
{
  GPtrArray *traces = g_ptr_array_new_with_free_func (trace_free);
  g_autoptr (GListModel) backups = samen_backup_list (dossier);
  g_autofree char *folder = samen_backup_folder (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (backups); i++)
    {
      g_autoptr (SamenBackup) backup = g_list_model_get_item (backups, i);

      if (mentions (backup->path, names))
        add (traces, backup->path, backup->time, backup->size,
             samen_backup_gone_on (backups, backup));
    }
  add_damaged (traces, folder);
  return traces;
}

gboolean
samen_backup_remove_traces (const char *dossier, GPtrArray *traces, GError **error)
{
  g_autoptr (SamenBackup) backup = samen_backup_make (dossier, SAMEN_BACKUP_DAILY, NULL, error);

  /* Not before there is a good one */
  if (backup == NULL)
    return FALSE;
  for (guint i = 0; i < traces->len; i++)
    {
      const SamenBackupTrace *trace = g_ptr_array_index (traces, i);

      if (g_unlink (trace->path) == 0 || errno == ENOENT)
        continue;
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
                   _ ("The backup in %s could not be deleted: %s"), trace->path,
                   g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}
