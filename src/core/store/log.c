/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "store/log.h"
#include "store/store-private.h"

G_DEFINE_FINAL_TYPE (SamenLogEntry, samen_log_entry, G_TYPE_OBJECT)

#define IS_UNDONE SAMEN_IS_UNDONE

#define HISTORY(where)                                                                             \
  "SELECT e.seq, e.label, e.author, e.time, " IS_UNDONE                                            \
  ", c.type, c.record, c.field, c.old, c.new "                                                     \
  "FROM edit e JOIN change c ON c.edit = e.seq " where                                             \
  " ORDER BY e.clock DESC, e.device DESC, c.record, c.field LIMIT ?2"

/* What made the dossier cannot be undone: there would be nothing for it to be of */
static const char undo_sql[] =
    "SELECT e.seq, e.label FROM edit e WHERE e.action = 'do' AND NOT (" IS_UNDONE ") "
    "AND NOT (e.seq = (SELECT min (seq) FROM edit) "
    "         AND EXISTS (SELECT 1 FROM change c WHERE c.edit = e.seq AND c.type = 'partnership')) "
    "AND " SAMEN_IS_LEFT " ORDER BY e.seq DESC LIMIT 1";

/* What was undone after the last new edit, the earliest of those first. It starts from what was undone, for
 * that is little, and the log is long. */
static const char redo_sql[] =
    "SELECT e.seq, e.label FROM edit e WHERE e.action = 'do' AND (" IS_UNDONE ") "
    "AND e.seq IN (SELECT u.target FROM edit u WHERE u.action = 'undo' AND u.seq > "
    "              (SELECT max (d.seq) FROM edit d WHERE d.action = 'do')) "
    "AND " SAMEN_IS_LEFT " ORDER BY e.seq LIMIT 1";

static void
samen_log_entry_finalize (GObject *object)
{
  SamenLogEntry *self = SAMEN_LOG_ENTRY (object);

  g_free (self->label);
  g_free (self->author);
  g_clear_pointer (&self->change, samen_change_free);
  G_OBJECT_CLASS (samen_log_entry_parent_class)->finalize (object);
}

static void
samen_log_entry_class_init (SamenLogEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_log_entry_finalize;
}

static void
samen_log_entry_init (SamenLogEntry *self)
{
}

const char *
samen_log_translate (const char *label)
{
  return label != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "edit", label) : NULL;
}

/* The edit that @sql gives, or 0 */
static gint64
find_edit (SamenStore *self, const char *sql, char **label)
{
  sqlite3_stmt *statement = samen_db_prepare (self->db, sql, NULL);
  gint64 seq = 0;
  gboolean has_row;

  if (statement == NULL)
    return 0;
  if (samen_db_step (self->db, statement, &has_row, NULL) && has_row)
    {
      seq = sqlite3_column_int64 (statement, 0);
      *label = g_strdup (samen_db_column_text (statement, 1));
    }
  sqlite3_reset (statement);
  return seq;
}

void
samen_store_update_labels (SamenStore *self)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  find_edit (self, undo_sql, &undo);
  find_edit (self, redo_sql, &redo);
  samen_store_set_labels (self, samen_log_translate (undo), samen_log_translate (redo));
}

/* The change in the columns type, record, field, old, new that begin at @column; NULL if a later version
 * of the app kept something that this one does not know */
static SamenChange *
read_change (sqlite3_stmt *statement, int column)
{
  GType type = samen_record_type_of_table (samen_db_column_text (statement, column));
  const SamenField *field = NULL;
  g_autoptr (GVariant) old = NULL;
  g_autoptr (GVariant) new = NULL;
  gboolean boolean;

  if (type != G_TYPE_INVALID)
    field = samen_record_class_find (samen_record_class_of (type),
                                     samen_db_column_text (statement, column + 2));
  if (field == NULL)
    return NULL;
  boolean = field->kind == SAMEN_KIND_BOOLEAN;
  old = samen_db_column (statement, column + 3, boolean);
  new = samen_db_column (statement, column + 4, boolean);
  return samen_change_new (type, samen_db_column_text (statement, column + 1), field, old, new);
}

static void
add_inverse (SamenEdit *edit, const SamenChange *change)
{
  const char *table = samen_record_class_of (change->type)->table;
  GVariant *old = change->old;

  /* What was not there before is deleted, and keeps the rest for a redo */
  if (change->field == &samen_record_deleted && old == NULL)
    old = samen_value ((bool) true);
  g_debug ("undoing %s.%s of %s", table, change->field->name, change->record);
  samen_edit_set_by_id (edit, change->type, change->record, change->field->name, old);
}

GPtrArray *
samen_log_read_changes (SamenStore *self, gint64 seq, GError **error)
{
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) samen_change_free);
  sqlite3_stmt *statement = samen_db_prepare (
      self->db, "SELECT type, record, field, old, new FROM change WHERE edit = ?1", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, seq);
  while (samen_db_step (self->db, statement, &has_row, error))
    {
      SamenChange *change;

      if (!has_row)
        return g_steal_pointer (&changes);
      change = read_change (statement, 0);
      if (change != NULL)
        g_ptr_array_add (changes, change);
    }
  return NULL;
}

SamenEdit *
samen_log_edit_from_changes (const char *label, GPtrArray *changes, gboolean inverse)
{
  SamenEdit *edit = samen_edit_new (label);
  g_autoptr (GHashTable) begun = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    if (samen_change_is_beginning (g_ptr_array_index (changes, i)))
      g_hash_table_add (begun, ((SamenChange *) g_ptr_array_index (changes, i))->record);

  for (guint i = 0; i < changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (changes, i);

      if (g_hash_table_contains (begun, change->record) && !samen_change_is_beginning (change))
        continue;
      if (inverse)
        add_inverse (edit, change);
      else
        samen_edit_set_by_id (edit, change->type, change->record, change->field->name, change->new);
    }
  return edit;
}

static gboolean
go (SamenStore *self, SamenAction action, const char *sql, char **label, GError **error)
{
  g_autofree char *name = NULL;
  gint64 seq = find_edit (self, sql, &name);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (SamenEdit) edit = NULL;

  if (seq == 0)
    {
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND,
                           action == SAMEN_ACTION_UNDO ? _ ("There is nothing to undo.")
                                                       : _ ("There is nothing to redo."));
      return FALSE;
    }
  changes = samen_log_read_changes (self, seq, error);
  if (changes == NULL)
    return FALSE;
  edit = samen_log_edit_from_changes (name, changes, action == SAMEN_ACTION_UNDO);
  if (!samen_store_write (self, edit, action, seq, error))
    return FALSE;
  if (label != NULL)
    *label = g_strdup (samen_log_translate (name));
  return TRUE;
}

gboolean
samen_store_undo (SamenStore *self, char **label, GError **error)
{
  return go (self, SAMEN_ACTION_UNDO, undo_sql, label, error);
}

gboolean
samen_store_redo (SamenStore *self, char **label, GError **error)
{
  return go (self, SAMEN_ACTION_REDO, redo_sql, label, error);
}

static SamenLogEntry *
read_entry (sqlite3_stmt *statement)
{
  SamenChange *change = read_change (statement, 5);
  SamenLogEntry *entry;

  if (change == NULL)
    return NULL;
  entry = g_object_new (SAMEN_TYPE_LOG_ENTRY, NULL);
  entry->edit = sqlite3_column_int64 (statement, 0);
  entry->label = g_strdup (samen_db_column_text (statement, 1));
  entry->author = g_strdup (samen_db_column_text (statement, 2));
  entry->time = sqlite3_column_int64 (statement, 3);
  entry->undone = sqlite3_column_int (statement, 4) != 0;
  entry->change = change;
  return entry;
}

static void
read_entries (SamenStore *self, sqlite3_stmt *statement, GListStore *entries)
{
  gboolean has_row;

  while (samen_db_step (self->db, statement, &has_row, NULL) && has_row)
    {
      g_autoptr (SamenLogEntry) entry = read_entry (statement);

      if (entry != NULL)
        g_list_store_append (entries, entry);
    }
}

GListModel *
samen_store_history (SamenStore *self, const char *record, guint limit)
{
  GListStore *entries = g_list_store_new (SAMEN_TYPE_LOG_ENTRY);
  /* Two statements, so that each can use an index */
  sqlite3_stmt *statement = samen_db_prepare (
      self->db, record != NULL ? HISTORY ("WHERE c.record = ?1") : HISTORY (""), NULL);

  if (statement == NULL)
    return G_LIST_MODEL (entries);
  if (record != NULL)
    samen_db_bind_text (statement, 1, record);
  sqlite3_bind_int64 (statement, 2, limit > 0 ? (gint64) limit : -1);
  read_entries (self, statement, entries);
  return G_LIST_MODEL (entries);
}

GListModel *
samen_log_of_person (SamenStore *self)
{
  GListStore *entries = g_list_store_new (SAMEN_TYPE_LOG_ENTRY);
  sqlite3_stmt *statement =
      samen_db_prepare (self->db,
                        HISTORY ("WHERE person_own (c.record) OR ((person_in (c.old) OR person_in "
                                 "(c.new)) AND NOT person_spared (c.record, c.field))"),
                        NULL);

  if (statement == NULL)
    return G_LIST_MODEL (entries);
  sqlite3_bind_int64 (statement, 2, -1);
  read_entries (self, statement, entries);
  return G_LIST_MODEL (entries);
}

GVariant *
samen_store_first_value (SamenStore *self, SamenRecord *record, const char *field)
{
  sqlite3_stmt *statement = samen_db_prepare (
      self->db,
      /* What the log first says was there: a choice was its default before anybody chose */
      "SELECT coalesce (c.old, c.new) FROM change c JOIN edit e ON e.seq = c.edit "
      "WHERE c.record = ?1 AND c.field = ?2 AND coalesce (c.old, c.new) IS NOT NULL "
      "AND e.action = 'do' AND NOT (" IS_UNDONE ") ORDER BY e.clock, e.device LIMIT 1",
      NULL);
  const SamenField *found = samen_record_class_find (SAMEN_RECORD_GET_CLASS (record), field);
  GVariant *value = NULL;
  gboolean has_row;

  g_return_val_if_fail (found != NULL, NULL);
  if (statement == NULL)
    return samen_field_default (found);
  samen_db_bind_text (statement, 1, record->id);
  samen_db_bind_text (statement, 2, field);
  if (samen_db_step (self->db, statement, &has_row, NULL) && has_row)
    value = samen_db_column (statement, 0, found->kind == SAMEN_KIND_BOOLEAN);
  sqlite3_reset (statement);
  return value != NULL ? value : samen_field_default (found);
}

SamenDate
samen_store_first_date (SamenStore *self, SamenRecord *record, const char *field)
{
  g_autoptr (GVariant) first = samen_store_first_value (self, record, field);
  SamenDate date = SAMEN_DATE_NONE;

  if (first != NULL)
    samen_date_parse (g_variant_get_string (first, NULL), &date);
  return date;
}

SamenDate
samen_store_added_on (SamenStore *self, SamenRecord *record)
{
  sqlite3_stmt *statement = samen_db_prepare (
      self->db,
      "SELECT e.time / 1000 FROM change c JOIN edit e ON e.seq = c.edit "
      "WHERE c.record = ?1 AND c.field = 'deleted' ORDER BY e.clock, e.device LIMIT 1",
      NULL);
  SamenDate date = SAMEN_DATE_NONE;
  gboolean has_row;

  if (statement == NULL)
    return date;
  samen_db_bind_text (statement, 1, record->id);
  if (samen_db_step (self->db, statement, &has_row, NULL) && has_row)
    date = samen_moment_day (sqlite3_column_int64 (statement, 0));
  sqlite3_reset (statement);
  return date;
}
