/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "base/id.h"
#include "store/backup.h"
#include "store/erase-private.h"
#include "store/schema.h"
#include "store/store-private.h"

G_DEFINE_FINAL_TYPE (SamenStore, samen_store, G_TYPE_OBJECT)

enum
{
  PROP_AUTHOR = 1,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_DAMAGED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void
samen_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SamenStore *self = SAMEN_STORE (object);

  switch (id)
    {
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_DAMAGED:
      g_value_set_boolean (value, self->damaged);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
samen_store_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AUTHOR)
    samen_store_set_author (SAMEN_STORE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
record_gone_cb (gpointer data, GObject *record)
{
  SamenStore *self = data;

  /* The object is being disposed of, but its id is there until it is finalized */
  g_hash_table_remove (self->records, ((SamenRecord *) record)->id);
}

static void
samen_store_finalize (GObject *object)
{
  SamenStore *self = SAMEN_STORE (object);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_object_weak_unref (record, record_gone_cb, self);
  g_hash_table_unref (self->records);
  g_ptr_array_unref (self->lists);
  if (self->db != NULL)
    samen_db_watch_damage (self->db, NULL, NULL);
  g_clear_pointer (&self->db, samen_db_close);
  g_free (self->path);
  g_free (self->dossier_id);
  g_free (self->author);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (samen_store_parent_class)->finalize (object);
}

static void
samen_store_class_init (SamenStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = samen_store_get_property;
  object_class->set_property = samen_store_set_property;
  object_class->finalize = samen_store_finalize;

  properties[PROP_AUTHOR] =
      g_param_spec_string ("author", NULL, NULL, "", readable | G_PARAM_WRITABLE);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);
  properties[PROP_DAMAGED] = g_param_spec_boolean ("damaged", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", SAMEN_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
samen_store_init (SamenStore *self)
{
  self->records = g_hash_table_new (g_str_hash, g_str_equal);
  self->lists = g_ptr_array_new ();
  self->author = g_strdup ("");
}

static char *
read_dossier_id (SamenDb *db, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (db, "SELECT value FROM info WHERE key = 'dossier'", error);
  gboolean has_row;
  char *id = NULL;

  if (statement == NULL || !samen_db_step (db, statement, &has_row, error))
    return NULL;
  if (has_row)
    id = g_strdup (samen_db_column_text (statement, 0));
  sqlite3_reset (statement);
  if (id == NULL)
    g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED,
                         _ ("The dossier is damaged: it does not say which one it is."));
  return id;
}

static gint64
read_data_version (SamenStore *self)
{
  return samen_db_query_integer (self->db, "PRAGMA data_version", 0);
}

gboolean
samen_store_is_in_place (SamenStore *self, GError **error)
{
  GStatBuf status;

  if (g_stat (self->path, &status) == 0 && status.st_dev == self->device &&
      status.st_ino == self->inode)
    return TRUE;
  g_set_error_literal (
      error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND,
      _ ("The dossier’s file was moved or deleted while it was open, so nothing was "
         "changed. Put it back and try again."));
  return FALSE;
}

static void
damage_noticed_cb (gpointer data)
{
  SamenStore *self = data;

  if (self->damaged)
    return;
  self->damaged = TRUE;
  /* What lies beside a damaged file is not moved into it: it may be all that is left */
  sqlite3_db_config (samen_db_handle (self->db), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAMAGED]);
}

gboolean
samen_store_is_damaged (SamenStore *self, GError **error)
{
  if (self->damaged)
    g_set_error_literal (
        error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED,
        _ ("The dossier is damaged, so nothing was changed. Restore a backup of it."));
  return self->damaged;
}

/* Visits all records: a page of them that cannot be read would else be an empty list, or a shorter one */
static gboolean
probe (SamenDb *db, GError **error)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" NOT INDEXED",
                                              samen_record_class_of (types[i])->table);

      if (!samen_db_run (db, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* Brings a dossier of an earlier version up to date, when it is safe elsewhere as it was */
static gboolean
update (SamenDb *db, const char *path, GError **error)
{
  gboolean current;
  g_autoptr (SamenBackup) backup = NULL;

  if (!samen_schema_is_current (db, &current, error))
    return FALSE;
  if (current)
    return TRUE;
  backup = samen_backup_make_of (db, path, SAMEN_BACKUP_UPDATE, NULL, error);
  return backup != NULL && samen_schema_update (db, NULL, error);
}

/* Takes over @db, also on failure */
static SamenStore *
store_new (SamenDb *db, const char *path, GError **error)
{
  g_autoptr (SamenStore) self = g_object_new (SAMEN_TYPE_STORE, NULL);

  GStatBuf status;

  self->db = db;
  self->path = g_strdup (path);
  if (g_stat (path, &status) == 0)
    {
      self->device = status.st_dev;
      self->inode = status.st_ino;
    }
  self->dossier_id = read_dossier_id (db, error);
  if (self->dossier_id == NULL)
    return NULL;
  self->data_version = read_data_version (self);
  samen_db_watch_damage (db, damage_noticed_cb, self);
  samen_store_update_labels (self);
  if (samen_db_failed (db, error))
    return NULL;
  return g_steal_pointer (&self);
}

SamenStore *
samen_store_create (const char *path, GError **error)
{
  g_autofree char *id = samen_id_new ();
  g_autoptr (SamenDb) db = NULL;
  SamenStore *self = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED, _ ("There is a file called %s already."),
                   path);
      return NULL;
    }
  db = samen_db_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (db != NULL && samen_schema_create (db, id, error))
    self = store_new (g_steal_pointer (&db), path, error);
  g_clear_pointer (&db, samen_db_close);
  if (self == NULL)
    samen_db_remove_files (path);
  return self;
}

SamenStore *
samen_store_open (const char *path, GError **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  gboolean has_wal = g_file_test (wal, G_FILE_TEST_EXISTS);
  /* SQLite makes both and takes both away */
  gboolean lacks_wal = !has_wal && g_file_test (shm, G_FILE_TEST_EXISTS);
  g_autoptr (SamenDb) db = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND, _ ("There is no file called %s."),
                   path);
      return NULL;
    }
  db = samen_db_open (path, SQLITE_OPEN_READWRITE, error);
  if (db == NULL)
    return NULL;
  /* Until it is known to be a dossier, not even what lies ready beside it is moved into the file */
  sqlite3_db_config (samen_db_handle (db), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_wal, NULL);
  samen_db_forget_failure (db);
  if (!update (db, path, error) || !probe (db, error))
    return NULL;
  sqlite3_db_config (samen_db_handle (db), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  /* If that cannot be done now, the dossier is as good, and it is tried again the next time */
  if (samen_erase_is_unfinished (db))
    samen_erase_finish (db);
  /* Whoever sees to it may be somebody who only looks at which dossiers there are */
  if (lacks_wal)
    samen_db_run (db, "INSERT OR REPLACE INTO info (key, value) VALUES ('loss', '1')", NULL);
  samen_db_forget_failure (db);
  return store_new (g_steal_pointer (&db), path, error);
}

gboolean
samen_store_take_loss (SamenStore *self)
{
  gboolean lost =
      samen_db_query_integer (self->db, "SELECT 1 FROM info WHERE key = 'loss'", 0) == 1;

  if (lost)
    samen_db_run (self->db, "DELETE FROM info WHERE key = 'loss'", NULL);
  return lost;
}

const char *
samen_store_get_path (SamenStore *self)
{
  return self->path;
}

const char *
samen_store_get_dossier_id (SamenStore *self)
{
  return self->dossier_id;
}

void
samen_store_set_author (SamenStore *self, const char *author)
{
  if (g_set_str (&self->author, author != NULL ? author : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTHOR]);
}

void
samen_store_set_labels (SamenStore *self, const char *undo, const char *redo)
{
  if (g_set_str (&self->undo_label, undo))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  if (g_set_str (&self->redo_label, redo))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

/* Reads row @rowid, or that with @id, into the live record; NULL if there is no such row */
static SamenRecord *
load_row (SamenStore *self, GType type, sqlite3_stmt *statement)
{
  const SamenRecordClass *klass = samen_record_class_of (type);
  const char *id = samen_db_column_text (statement, 0);
  SamenRecord *live = g_hash_table_lookup (self->records, id);
  SamenRecord *record;

  if (live != NULL && G_OBJECT_TYPE (live) == type)
    return g_object_ref (live);
  record = samen_record_new (type, id);
  record->deleted = sqlite3_column_int (statement, 1) != 0;
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autoptr (GVariant) value =
          samen_db_column (statement, (int) i + 2, field->kind == SAMEN_KIND_BOOLEAN);

      samen_field_set (field, record, value);
    }
  /* No two records have the same id, but a file that somebody tampered with may say so */
  if (live != NULL)
    return record;
  g_hash_table_insert (self->records, record->id, record);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, self);
  return record;
}

static char *
select_sql (const SamenRecordClass *klass, const char *where)
{
  GString *sql = g_string_new ("SELECT id, deleted");

  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", klass->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" WHERE %s", klass->table, where);
  return g_string_free_and_steal (sql);
}

static SamenRecord *
load_where (SamenStore *self, GType type, const char *where, const char *text, gint64 rowid)
{
  g_autofree char *sql = select_sql (samen_record_class_of (type), where);
  sqlite3_stmt *statement = samen_db_prepare (self->db, sql, NULL);
  SamenRecord *record = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  if (text != NULL)
    samen_db_bind_text (statement, 1, text);
  else
    sqlite3_bind_int64 (statement, 1, rowid);
  if (samen_db_step (self->db, statement, &has_row, NULL) && has_row)
    record = load_row (self, type, statement);
  sqlite3_reset (statement);
  return record;
}

SamenRecord *
samen_store_load (SamenStore *self, GType type, gint64 rowid)
{
  return load_where (self, type, "rowid = ?1", NULL, rowid);
}

gpointer
samen_store_get (SamenStore *self, GType type, const char *id)
{
  SamenRecord *record;

  if (id == NULL)
    return NULL;
  record = g_hash_table_lookup (self->records, id);
  if (record != NULL)
    return G_OBJECT_TYPE (record) == type ? g_object_ref (record) : NULL;
  return load_where (self, type, "id = ?1", id, 0);
}

SamenPartnership *
samen_store_get_partnership (SamenStore *self)
{
  g_autoptr (GListModel) all = samen_store_list (self, SAMEN_TYPE_PARTNERSHIP, NULL, NULL);

  return g_list_model_get_item (all, 0);
}

GListModel *
samen_store_list (SamenStore *self, GType type, const char *reference, const char *id)
{
  SamenList *list = samen_list_new (self, type, reference, id);

  g_ptr_array_add (self->lists, list);
  return G_LIST_MODEL (list);
}

void
samen_store_forget_list (SamenStore *self, SamenList *list)
{
  g_ptr_array_remove_fast (self->lists, list);
}

guint
samen_store_count (SamenStore *self, GType type)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE deleted = 0",
                                          samen_record_class_of (type)->table);

  return (guint) samen_db_query_integer (self->db, sql, 0);
}

char *
samen_store_append_position (SamenStore *self, GType type, const char *reference, const char *id)
{
  g_autoptr (GListModel) list = samen_store_list (self, type, reference, id);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (SamenRecord) last = n > 0 ? g_list_model_get_item (list, n - 1) : NULL;
  const SamenField *order = samen_record_class_of (type)->order;
  g_autoptr (GVariant) position = NULL;

  g_return_val_if_fail (order != NULL && order->kind == SAMEN_KIND_POSITION, NULL);
  if (last != NULL)
    position = samen_field_get (order, last);
  return samen_position_between (position != NULL ? g_variant_get_string (position, NULL) : NULL,
                                 NULL);
}

static void
update_lists (SamenStore *self, GPtrArray *changes)
{
  /* A list may be made or dropped by whoever hears of another */
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->lists->len; i++)
    g_ptr_array_add (lists, g_object_ref (g_ptr_array_index (self->lists, i)));
  for (guint i = 0; i < lists->len; i++)
    {
      SamenList *list = g_ptr_array_index (lists, i);
      gboolean concerns = changes == NULL;

      for (guint j = 0; !concerns && j < changes->len; j++)
        concerns = samen_list_concerns (list, g_ptr_array_index (changes, j));
      if (concerns)
        samen_list_update (list, changes == NULL);
    }
}

void
samen_store_publish (SamenStore *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (changes, i);
      SamenRecord *found = g_hash_table_lookup (self->records, change->record);
      g_autoptr (SamenRecord) record = found != NULL ? g_object_ref (found) : NULL;

      if (record != NULL && G_OBJECT_TYPE (record) == change->type)
        samen_record_apply (record, change->field, change->new);
    }
  update_lists (self, changes);
  samen_store_update_labels (self);
  g_signal_emit (self, changed_signal, 0, changes);
}

/* Another program's edits: which fields they changed is not known, so each live record is read again.
 * All of it, before anybody hears of a change and asks the store for more with the same statement. */
static GPtrArray *
read_changes_of (SamenStore *self, SamenRecord *record)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samen_change_free);
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);
  g_autofree char *sql = select_sql (klass, "id = ?1");
  sqlite3_stmt *statement = samen_db_prepare (self->db, sql, NULL);
  gboolean has_row;

  if (statement == NULL)
    return changes;
  samen_db_bind_text (statement, 1, record->id);
  if (samen_db_step (self->db, statement, &has_row, NULL) && has_row)
    for (int i = -1; i < (int) klass->n_fields; i++)
      {
        const SamenField *field = i < 0 ? &samen_record_deleted : &klass->fields[i];
        g_autoptr (GVariant) value =
            samen_db_column (statement, i + 2, field->kind == SAMEN_KIND_BOOLEAN);
        g_autoptr (GVariant) shown = samen_field_get (field, record);

        if (!samen_value_equal (value, shown))
          g_ptr_array_add (
              changes, samen_change_new (G_OBJECT_TYPE (record), record->id, field, shown, value));
      }
  sqlite3_reset (statement);
  return changes;
}

static void
reload_record (SamenStore *self, SamenRecord *record)
{
  g_autoptr (GPtrArray) changes = read_changes_of (self, record);

  for (guint i = 0; i < changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (changes, i);

      samen_record_apply (record, change->field, change->new);
    }
}

void
samen_store_refresh (SamenStore *self)
{
  gint64 version = read_data_version (self);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer record;

  if (version == self->data_version)
    return;
  self->data_version = version;
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (records, g_object_ref (record));
  for (guint i = 0; i < records->len; i++)
    reload_record (self, g_ptr_array_index (records, i));
  update_lists (self, NULL);
  samen_store_update_labels (self);
  g_signal_emit (self, changed_signal, 0, none);
}
