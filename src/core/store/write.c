/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/device.h"
#include "base/error.h"
#include "base/id.h"
#include "store/schema.h"
#include "store/store-private.h"

/* One edit on its way into the tables */
typedef struct
{
  SamenStore *store;
  GHashTable *added;  /* ids of records that this edit begins */
  GPtrArray *changes; /* SamenChange, those that change something */
  gint64 seq;
} Writing;

static const char *const action_names[] = {
  [SAMEN_ACTION_DO] = "do",
  [SAMEN_ACTION_UNDO] = "undo",
  [SAMEN_ACTION_REDO] = "redo",
};

static gint64
next_clock (SamenStore *self, gint64 now)
{
  gint64 last = samen_db_query_integer (self->db, "SELECT max(clock) FROM edit", 0);

  /* A log that somebody tampered with may say anything */
  return MAX (MIN (last, G_MAXINT64 - 1) + 1, now << SAMEN_CLOCK_COUNTER_BITS);
}

gboolean
samen_change_is_beginning (const SamenChange *change)
{
  return change->field == &samen_record_deleted && change->old == NULL;
}

static gboolean
insert_edit (Writing *self, SamenEdit *edit, SamenAction action, gint64 target, GError **error)
{
  SamenDb *db = self->store->db;
  g_autofree char *id = samen_id_new ();
  gint64 fixed = self->store->fixed_time;
  gint64 now = fixed != 0 ? fixed : g_get_real_time () / 1000;
  sqlite3_stmt *statement =
      samen_db_prepare (db,
                        "INSERT INTO edit (id, label, author, device, time, clock, action, target) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        error);

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, id);
  samen_db_bind_text (statement, 2, samen_edit_get_label (edit));
  samen_db_bind_text (statement, 3, self->store->author);
  samen_db_bind_text (statement, 4, samen_device_id ());
  sqlite3_bind_int64 (statement, 5, now);
  sqlite3_bind_int64 (statement, 6, next_clock (self->store, now));
  samen_db_bind_text (statement, 7, action_names[action]);
  if (target != 0)
    sqlite3_bind_int64 (statement, 8, target);
  if (!samen_db_step (db, statement, NULL, error))
    return FALSE;
  self->seq = sqlite3_last_insert_rowid (samen_db_handle (db));
  return TRUE;
}

static gboolean
insert_change (Writing *self, const SamenChange *change, GError **error)
{
  SamenDb *db = self->store->db;
  sqlite3_stmt *statement = samen_db_prepare (
      db,
      /* Twice in an edit: what it adds and deletes, or deletes with its whole and keeps */
      "INSERT INTO change (edit, type, record, field, old, new) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
      "ON CONFLICT (edit, record, field) DO UPDATE SET new = excluded.new",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->seq);
  samen_db_bind_text (statement, 2, samen_record_class_of (change->type)->table);
  samen_db_bind_text (statement, 3, change->record);
  samen_db_bind_text (statement, 4, change->field->name);
  samen_db_bind (statement, 5, change->old);
  samen_db_bind (statement, 6, change->new);
  return samen_db_step (db, statement, NULL, error);
}

/* What the table holds, which may be newer than what a live record shows */
static gboolean
read_field (Writing *self, const SamenChange *change, GVariant **value, GError **error)
{
  SamenDb *db = self->store->db;
  g_autofree char *sql =
      g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", change->field->name,
                       samen_record_class_of (change->type)->table);
  sqlite3_stmt *statement = samen_db_prepare (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, change->record);
  if (!samen_db_step (db, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND,
                           _ ("What you are changing is no longer in the dossier."));
      return FALSE;
    }
  *value = samen_db_column (statement, 0, change->field->kind == SAMEN_KIND_BOOLEAN);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
update_field (Writing *self, const SamenChange *change, GError **error)
{
  SamenDb *db = self->store->db;
  g_autofree char *sql =
      g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE id = ?1",
                       samen_record_class_of (change->type)->table, change->field->name);
  sqlite3_stmt *statement = samen_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, change->record);
  samen_db_bind (statement, 2, change->new);
  return samen_db_step (db, statement, NULL, error);
}

/* The last of the changes that gives that field of a new record a value */
static GVariant *
value_of_new (GPtrArray *changes, const char *id, const SamenField *field)
{
  for (guint i = changes->len; i > 0; i--)
    {
      const SamenChange *change = g_ptr_array_index (changes, i - 1);

      if (change->field == field && g_str_equal (change->record, id))
        return change->new != NULL ? g_variant_ref (change->new) : NULL;
    }
  return samen_field_default (field);
}

static gboolean
log_and_index (Writing *self,
               GType type,
               const char *id,
               const SamenField *field,
               GVariant *old,
               GVariant *new,
               GError **error)
{
  SamenChange *change = samen_change_new (type, id, field, old, new);

  g_ptr_array_add (self->changes, change);
  return insert_change (self, change, error) && samen_store_index (self->store, change, error);
}

/* An id is that of one record, whatever its type: live objects and the history go by the id alone */
static gboolean
check_id (Writing *self, const SamenChange *beginning, GError **error)
{
  SamenDb *db = self->store->db;
  sqlite3_stmt *statement =
      samen_db_prepare (db, "SELECT 1 FROM change WHERE record = ?1 AND type <> ?2 LIMIT 1", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, beginning->record);
  samen_db_bind_text (statement, 2, samen_record_class_of (beginning->type)->table);
  if (!samen_db_step (db, statement, &has_row, error))
    return FALSE;
  sqlite3_reset (statement);
  if (has_row)
    g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED,
                         _ ("Two different records have the same id, so they cannot be kept."));
  return !has_row;
}

/* Writes a new record with all its fields at once, so that what is required is there */
static gboolean
insert_record (Writing *self, GPtrArray *wanted, const SamenChange *beginning, GError **error)
{
  const SamenRecordClass *klass = samen_record_class_of (beginning->type);
  SamenDb *db = self->store->db;
  g_autofree char *sql = samen_schema_insert (klass);
  sqlite3_stmt *statement = samen_db_prepare (db, sql, error);

  if (statement == NULL || !check_id (self, beginning, error) ||
      !log_and_index (self, beginning->type, beginning->record, &samen_record_deleted, NULL,
                      beginning->new, error))
    return FALSE;
  samen_db_bind_text (statement, 1, beginning->record);
  samen_db_bind (statement, 2, beginning->new);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autoptr (GVariant) value = value_of_new (wanted, beginning->record, field);
      g_autoptr (GVariant) usual = samen_field_default (field);

      if (!samen_field_accepts (field, value, error))
        return FALSE;
      samen_db_bind (statement, (int) i + 3, value);
      if (!samen_value_equal (value, usual) &&
          !log_and_index (self, beginning->type, beginning->record, field, usual, value, error))
        return FALSE;
    }
  g_hash_table_add (self->added, beginning->record);
  return samen_db_step (db, statement, NULL, error);
}

static gboolean
change_record (Writing *self, const SamenChange *wanted, GError **error)
{
  g_autoptr (GVariant) old = NULL;

  if (!samen_field_accepts (wanted->field, wanted->new, error) ||
      !read_field (self, wanted, &old, error))
    return FALSE;
  if (samen_value_equal (old, wanted->new))
    return TRUE;
  return update_field (self, wanted, error) &&
         log_and_index (self, wanted->type, wanted->record, wanted->field, old, wanted->new, error);
}

static gboolean delete_parts (Writing *self, const SamenChange *deletion, GError **error);

/* Deletes what has @owner in its field @field */
static gboolean
delete_parts_of_type (Writing *self,
                      GType type,
                      const SamenField *field,
                      const char *owner,
                      GError **error)
{
  g_autoptr (GListModel) parts = samen_store_list (self->store, type, field->name, owner);

  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (SamenRecord) part = g_list_model_get_item (parts, i);
      g_autoptr (GVariant) yes = g_variant_ref_sink (samen_value ((bool) true));
      SamenChange deletion = { type, part->id, &samen_record_deleted, NULL, yes };

      if (!change_record (self, &deletion, error) || !delete_parts (self, &deletion, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_parts (Writing *self, const SamenChange *deletion, GError **error)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  if (!delete_parts_of_type (
          self, SAMEN_TYPE_ATTACHMENT,
          samen_record_class_find (samen_record_class_of (SAMEN_TYPE_ATTACHMENT), "record"),
          deletion->record, error))
    return FALSE;
  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if ((klass->fields[j].flags & SAMEN_OWNER) != 0 &&
            klass->fields[j].refers () == deletion->type &&
            !delete_parts_of_type (self, types[i], &klass->fields[j], deletion->record, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
is_deletion (const SamenChange *change)
{
  return change->field == &samen_record_deleted &&
         change->new != NULL &&g_variant_get_boolean (change->new);
}

/* A record that is said not to be deleted begins with that, if it is not there yet */
static gboolean
begins (Writing *self, const SamenChange *change)
{
  g_autoptr (SamenRecord) record = NULL;

  if (!samen_change_is_beginning (change) || is_deletion (change))
    return FALSE;
  record = samen_store_get (self->store, change->type, change->record);
  return record == NULL;
}

/* Of each field of each record, the last of the changes that speak of it: that one counts */
static GHashTable *
find_last_changes (GPtrArray *wanted)
{
  GHashTable *last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < wanted->len; i++)
    {
      SamenChange *change = g_ptr_array_index (wanted, i);

      g_hash_table_insert (last, g_strdup_printf ("%s %s", change->record, change->field->name),
                           change);
    }
  return last;
}

static gboolean
is_last_change (GHashTable *last, const SamenChange *change)
{
  g_autofree char *key = g_strdup_printf ("%s %s", change->record, change->field->name);

  return g_hash_table_lookup (last, key) == change;
}

static gboolean
write_changes (Writing *self, SamenEdit *edit, SamenAction action, GError **error)
{
  GPtrArray *wanted = samen_edit_get_changes (edit);
  g_autoptr (GHashTable) last = find_last_changes (wanted);

  for (guint i = 0; i < wanted->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (wanted, i);
      gboolean is_new = g_hash_table_contains (self->added, change->record);
      gboolean success;

      if (!is_new && begins (self, change))
        success = insert_record (self, wanted, change, error);
      /* The fields of what is new were written with it, but it may be deleted at once */
      else if (!is_last_change (last, change) || (is_new && change->field != &samen_record_deleted))
        continue;
      else
        success = change_record (self, change, error);
      /* To undo or redo is to do just what the log says */
      if (success && action == SAMEN_ACTION_DO && is_deletion (change))
        success = delete_parts (self, change, error);
      if (!success)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (Writing *self, SamenEdit *edit, SamenAction action, gint64 target, GError **error)
{
  return insert_edit (self, edit, action, target, error) &&
         write_changes (self, edit, action, error);
}

gboolean
samen_store_write_along (SamenStore *self, SamenEdit *edit, GError **error)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) samen_change_free);
  Writing writing = { self, added, changes, 0 };

  return write_all (&writing, edit, SAMEN_ACTION_DO, 0, error);
}

gboolean
samen_store_write (SamenStore *self,
                   SamenEdit *edit,
                   SamenAction action,
                   gint64 target,
                   GError **error)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) samen_change_free);
  Writing writing = { self, added, changes, 0 };
  gboolean success;

  /* SQLite would go on writing a file that nobody finds again */
  if (!samen_store_is_in_place (self, error) || samen_store_is_damaged (self, error))
    return FALSE;
  samen_store_refresh (self);
  samen_db_forget_failure (self->db);
  if (self->guard != NULL && !self->guard (self, samen_edit_get_changes (edit), error))
    return FALSE;
  if (!samen_db_begin (self->db, error))
    return FALSE;
  /* A list of what goes along that could not be read is as bad as what could not be written */
  success = write_all (&writing, edit, action, target, error) && !samen_db_failed (self->db, error);
  /* An undo that finds nothing left to do still has to be remembered as done */
  if (success && changes->len == 0 && action == SAMEN_ACTION_DO)
    {
      samen_db_rollback (self->db);
      return TRUE;
    }
  if (success && samen_db_commit (self->db, error))
    {
      samen_store_publish (self, changes);
      return TRUE;
    }
  samen_db_rollback (self->db);
  return FALSE;
}

void
samen_store_set_guard (SamenStore *self, SamenGuard guard)
{
  self->guard = guard;
}

gboolean
samen_store_apply (SamenStore *self, SamenEdit *edit, GError **error)
{
  return samen_store_write (self, edit, SAMEN_ACTION_DO, 0, error);
}
