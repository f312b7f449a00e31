/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/types.h"
#include "store/backup-contents.h"

static void
backup_edit_free (gpointer data)
{
  SamenBackupEdit *self = data;

  g_free (self->label);
  g_free (self->author);
  g_free (self);
}

void
samen_backup_contents_free (SamenBackupContents *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->since);
  g_free (self);
}

static char *
read_text (SamenDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (db, sql, error);
  char *text = NULL;
  gboolean has_row;

  if (statement == NULL || !samen_db_step (db, statement, &has_row, error))
    return NULL;
  text = g_strdup (has_row ? samen_db_column_text (statement, 0) : "");
  sqlite3_reset (statement);
  return text;
}

/* A backup of an earlier version of the app has no tables for what came later */
static guint
count_records (SamenDb *db)
{
  guint n_types, n = 0;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE deleted = 0",
                                              samen_record_class_of (types[i])->table);

      n += (guint) samen_db_query_integer (db, sql, 0);
    }
  return n;
}

static SamenBackupEdit *
read_edit (sqlite3_stmt *statement)
{
  SamenBackupEdit *edit = g_new0 (SamenBackupEdit, 1);
  const char *label = samen_db_column_text (statement, 0);
  const char *action = samen_db_column_text (statement, 4);

  label = *label != '\0' ? g_dpgettext2 (GETTEXT_PACKAGE, "edit", label) : "";
  if (g_str_equal (action, "undo"))
    edit->label = g_strdup_printf (_ ("Undone: %s"), label);
  else if (g_str_equal (action, "redo"))
    edit->label = g_strdup_printf (_ ("Done again: %s"), label);
  else
    edit->label = g_strdup (label);
  edit->author = g_strdup (samen_db_column_text (statement, 1));
  edit->time = sqlite3_column_int64 (statement, 2) / 1000;
  return edit;
}

/* The edits of the dossier after @last, the id of the last one in the backup */
static void
compare (SamenBackupContents *self, SamenDb *dossier, const char *last)
{
  sqlite3_stmt *statement = samen_db_prepare (
      dossier,
      "SELECT e.label, e.author, e.time, count(*) OVER (), e.action FROM edit e WHERE e.seq > "
      "(SELECT l.seq FROM edit l WHERE l.id = ?1) ORDER BY e.seq DESC LIMIT ?2",
      NULL);
  gboolean has_row;

  if (statement == NULL)
    return;
  samen_db_bind_text (statement, 1, last);
  sqlite3_bind_int (statement, 2, SAMEN_BACKUP_MOST_TOLD);
  while (samen_db_step (dossier, statement, &has_row, NULL) && has_row)
    {
      self->n_since = sqlite3_column_int (statement, 3);
      g_ptr_array_add (self->since, read_edit (statement));
    }
  sqlite3_reset (statement);
}

static gboolean
has_edit (SamenDb *dossier, const char *id)
{
  sqlite3_stmt *statement =
      samen_db_prepare (dossier, "SELECT 1 FROM edit WHERE id = ?1 OR ?1 = ''", NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, id);
  if (!samen_db_step (dossier, statement, &has_row, NULL))
    return FALSE;
  sqlite3_reset (statement);
  return has_row;
}

SamenBackupContents *
samen_backup_look (SamenBackup *self, const char *dossier, GError **error)
{
  g_autoptr (SamenDb) db = samen_db_open (self->path, SQLITE_OPEN_READONLY, error);
  g_autoptr (SamenDb) present = NULL;
  g_autofree char *last = NULL;
  g_autofree char *name = NULL;
  SamenBackupContents *contents;

  if (db == NULL)
    return NULL;
  last = read_text (db, "SELECT id FROM edit ORDER BY seq DESC LIMIT 1", error);
  if (last == NULL)
    return NULL;
  name = read_text (db, "SELECT name FROM partnership WHERE deleted = 0 ORDER BY id", error);
  if (name == NULL)
    return NULL;
  contents = g_new0 (SamenBackupContents, 1);
  contents->name = g_steal_pointer (&name);
  contents->n_records = count_records (db);
  contents->n_since = -1;
  contents->since = g_ptr_array_new_with_free_func (backup_edit_free);
  present = samen_db_open (dossier, SQLITE_OPEN_READWRITE, NULL);
  if (present == NULL)
    return contents;
  sqlite3_db_config (samen_db_handle (present), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (has_edit (present, last))
    {
      contents->n_since = 0;
      compare (contents, present, last);
    }
  return contents;
}
