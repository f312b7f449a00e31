/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/device.h"
#include "base/error.h"
#include "base/id.h"
#include "store/check.h"
#include "store/salvage-private.h"
#include "store/salvage.h"
#include "store/schema.h"
#include "store/store-private.h"

/* A record on its way into the new dossier. Field 0 is `deleted`. */
typedef struct
{
  const char *id;
  GType type;
  const SamenRecordClass *klass;
  GVariant **logged; /* what replaying the log gives */
  gboolean *has;     /* whether the log speaks of the field */
  GVariant **kept;   /* what it is to hold */
  gboolean dropped;
} Record;

typedef struct
{
  SamenStore *store;
  SamenDb *db;
  SamenSalvaged *found;
  SamenSalvage *result;
  GPtrArray *edits;    /* SamenSalvagedEdit, by number */
  GHashTable *records; /* id to Record */
  gint64 last_edit;    /* the number of the one that puts right what the log lacks */
  char *empty;         /* the hash of no bytes */
  char *partnership;   /* the id of one that is made where there is none */
} Rebuild;

static void
record_free (gpointer data)
{
  Record *self = data;

  for (guint i = 0; i <= self->klass->n_fields; i++)
    {
      g_clear_pointer (&self->logged[i], g_variant_unref);
      g_clear_pointer (&self->kept[i], g_variant_unref);
    }
  g_free (self->logged);
  g_free (self->kept);
  g_free (self->has);
  g_free (self);
}

static const SamenField *
field_at (const Record *self, guint place)
{
  return place == 0 ? &samen_record_deleted : &self->klass->fields[place - 1];
}

static Record *
record_new (Rebuild *self, const char *id, GType type)
{
  Record *record = g_new0 (Record, 1);

  record->id = id;
  record->type = type;
  record->klass = samen_record_class_of (type);
  record->logged = g_new0 (GVariant *, record->klass->n_fields + 1);
  record->kept = g_new0 (GVariant *, record->klass->n_fields + 1);
  record->has = g_new0 (gboolean, record->klass->n_fields + 1);
  g_hash_table_insert (self->records, (gpointer) id, record);
  return record;
}

/* ---- the log ---- */

static int
compare_seqs (gconstpointer a, gconstpointer b)
{
  const SamenSalvagedEdit *x = *(const SamenSalvagedEdit *const *) a;
  const SamenSalvagedEdit *y = *(const SamenSalvagedEdit *const *) b;

  return (x->seq > y->seq) - (x->seq < y->seq);
}

/* An edit whose row is lost comes just after the one before it */
static void
stand_in (SamenSalvagedEdit *edit, const SamenSalvagedEdit *before)
{
  edit->id = samen_id_new ();
  edit->label = g_strdup (SAMEN_RECOVER_LABEL);
  edit->device = g_strdup (samen_device_id ());
  edit->action = g_strdup ("do");
  edit->time = before != NULL ? before->time : 0;
  edit->clock = before != NULL ? before->clock + 1 : 0;
}

static void
complete_edits (Rebuild *self)
{
  g_autoptr (GPtrArray) known = g_hash_table_get_values_as_ptr_array (self->found->edits);
  const SamenSalvagedEdit *before = NULL;
  gint64 last = 0;

  /* What an edit undid is there too, even if nothing of it could be read */
  for (guint i = 0; i < known->len; i++)
    {
      const SamenSalvagedEdit *edit = g_ptr_array_index (known, i);

      if (edit->target > 0)
        samen_salvaged_get_edit (self->found, edit->target);
    }
  self->edits = g_hash_table_get_values_as_ptr_array (self->found->edits);
  g_ptr_array_sort (self->edits, compare_seqs);
  for (guint i = 0; i < self->edits->len; i++)
    {
      SamenSalvagedEdit *edit = g_ptr_array_index (self->edits, i);

      self->result->n_lost_edits += (guint) MIN (edit->seq - last - 1, G_MAXINT / 2);
      if (edit->id == NULL)
        {
          stand_in (edit, before);
          self->result->n_lost_edits++;
        }
      else
        self->result->n_edits++;
      last = edit->seq;
      before = edit;
    }
  self->last_edit = last + 1;
}

static int
compare_clocks (gconstpointer a, gconstpointer b, gpointer found)
{
  const SamenSalvagedEdit *x =
      samen_salvaged_get_edit (found, (*(const SamenSalvagedChange *const *) a)->edit);
  const SamenSalvagedEdit *y =
      samen_salvaged_get_edit (found, (*(const SamenSalvagedChange *const *) b)->edit);

  if (x->clock != y->clock)
    return x->clock < y->clock ? -1 : 1;
  return g_strcmp0 (x->device, y->device);
}

static guint
place_of (const Record *record, const SamenField *field)
{
  return field == &samen_record_deleted ? 0 : (guint) (field - record->klass->fields) + 1;
}

static void
replay (Rebuild *self)
{
  g_ptr_array_sort_with_data (self->found->changes, compare_clocks, self->found);
  for (guint i = 0; i < self->found->changes->len; i++)
    {
      const SamenSalvagedChange *salvaged = g_ptr_array_index (self->found->changes, i);
      const SamenChange *change = salvaged->change;
      Record *record = g_hash_table_lookup (self->records, change->record);
      guint place = place_of (record, change->field);

      g_clear_pointer (&record->logged[place], g_variant_unref);
      record->logged[place] = change->new != NULL ? g_variant_ref (change->new) : NULL;
      record->has[place] = TRUE;
    }
}

/* ---- what records hold ---- */

/* What the table holds is how it was in the end; where it is lost, what the log says */
static void
choose_values (Rebuild *self, Record *record, const SamenSalvagedRecord *found)
{
  for (guint i = 0; i <= record->klass->n_fields; i++)
    {
      const SamenField *field = field_at (record, i);
      GVariant *row = i < found->n_row ? found->row[i] : NULL;
      gboolean in_row = i < found->n_row && samen_field_accepts (field, row, NULL);

      if (in_row)
        record->kept[i] = row != NULL ? g_variant_ref (row) : NULL;
      else if (record->has[i] && samen_field_accepts (field, record->logged[i], NULL))
        record->kept[i] = record->logged[i] != NULL ? g_variant_ref (record->logged[i]) : NULL;
      else
        record->kept[i] = samen_field_default (field);
    }
}

static void
make_records (Rebuild *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->found->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    record_new (self, ((SamenSalvagedRecord *) value)->id, ((SamenSalvagedRecord *) value)->type);
  replay (self);
  g_hash_table_iter_init (&iter, self->found->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    choose_values (self, g_hash_table_lookup (self->records, ((SamenSalvagedRecord *) value)->id),
                   value);
}

static void
keep (Record *record, guint place, GVariant *value)
{
  g_clear_pointer (&record->kept[place], g_variant_unref);
  record->kept[place] = value != NULL ? g_variant_ref_sink (value) : NULL;
}

/* Whether there are still bytes of that hash */
static gboolean
has_bytes (Rebuild *self, GVariant *hash)
{
  sqlite3_stmt *statement =
      samen_db_prepare (self->db, "SELECT 1 FROM content WHERE hash = ?1", NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, g_variant_get_string (hash, NULL));
  if (samen_db_step (self->db, statement, &has_row, NULL))
    sqlite3_reset (statement);
  return has_row;
}

/* Sees to it that a field holds what it has to. Without what it is part of, a record is nothing. */
static void
mend_field (Rebuild *self, Record *record, guint place)
{
  const SamenField *field = field_at (record, place);
  GVariant *value = record->kept[place];
  gboolean required = (field->flags & SAMEN_REQUIRED) != 0;

  if (field->kind == SAMEN_KIND_REFERENCE && value != NULL)
    {
      const Record *referred =
          g_hash_table_lookup (self->records, g_variant_get_string (value, NULL));

      if (referred != NULL && !referred->dropped && referred->type == field->refers ())
        return;
      record->dropped = required;
      self->result->n_lost_values += !required;
      keep (record, place, NULL);
    }
  else if (field->kind == SAMEN_KIND_BYTES && value != NULL && !has_bytes (self, value))
    {
      self->result->n_lost_files++;
      keep (record, place, g_variant_new_string (self->empty));
    }
  else if (required && value == NULL && field->kind == SAMEN_KIND_TEXT &&
           (field->flags & SAMEN_INTERNAL) == 0)
    {
      self->result->n_lost_values++;
      /* Translators: stands for a title or name that could not be read in a damaged dossier */
      keep (record, place, g_variant_new_string (C_ ("salvage", "(lost)")));
    }
  else if (required && value == NULL)
    record->dropped = TRUE;
}

/* What is dropped may be what others need */
static void
mend_records (Rebuild *self)
{
  gboolean again = TRUE;

  while (again)
    {
      GHashTableIter iter;
      gpointer value;

      again = FALSE;
      g_hash_table_iter_init (&iter, self->records);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          Record *record = value;

          for (guint i = 1; i <= record->klass->n_fields && !record->dropped; i++)
            mend_field (self, record, i);
          if (!record->dropped || record->kept[0] == NULL)
            continue;
          keep (record, 0, NULL);
          self->result->n_lost_records++;
          again = TRUE;
        }
    }
}

/* A dossier is of one partnership, whatever became of it */
static void
add_partnership (Rebuild *self)
{
  Record *record;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Record *other = value;

      if (other->type == SAMEN_TYPE_PARTNERSHIP && !other->dropped &&
          !g_variant_get_boolean (other->kept[0]))
        return;
    }
  record = record_new (self, self->partnership, SAMEN_TYPE_PARTNERSHIP);
  for (guint i = 0; i <= record->klass->n_fields; i++)
    record->kept[i] = samen_field_default (field_at (record, i));
  mend_field (self, record, place_of (record, record->klass->title));
}

/* ---- writing ---- */

static gboolean
write_edit (Rebuild *self, const SamenSalvagedEdit *edit, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (
      self->db,
      "INSERT INTO edit (seq, id, label, author, device, time, clock, action, target) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, edit->seq);
  samen_db_bind_text (statement, 2, edit->id);
  samen_db_bind_text (statement, 3, edit->label != NULL ? edit->label : "");
  samen_db_bind_text (statement, 4, edit->author != NULL ? edit->author : "");
  samen_db_bind_text (statement, 5, edit->device != NULL ? edit->device : "");
  sqlite3_bind_int64 (statement, 6, edit->time);
  sqlite3_bind_int64 (statement, 7, edit->clock);
  samen_db_bind_text (statement, 8, edit->action);
  if (edit->target > 0)
    sqlite3_bind_int64 (statement, 9, edit->target);
  return samen_db_step (self->db, statement, NULL, error);
}

static gboolean
write_edits (Rebuild *self, GError **error)
{
  const gint64 now = g_get_real_time () / 1000;
  gint64 clock = now << 16;
  g_autofree char *id = samen_id_new ();
  SamenSalvagedEdit last = { .seq = self->last_edit,
                             .id = id,
                             .label = (char *) SAMEN_RECOVER_LABEL,
                             .device = (char *) samen_device_id (),
                             .time = now,
                             .action = (char *) "do" };

  for (guint i = 0; i < self->edits->len; i++)
    {
      const SamenSalvagedEdit *edit = g_ptr_array_index (self->edits, i);

      clock = MAX (clock, MIN (edit->clock, G_MAXINT64 - 1) + 1);
      if (!write_edit (self, edit, error))
        return FALSE;
    }
  last.clock = clock;
  return write_edit (self, &last, error);
}

static gboolean
write_change (Rebuild *self,
              gint64 seq,
              const Record *record,
              const SamenField *field,
              GVariant *old,
              GVariant *new,
              GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (self->db,
                        "INSERT INTO change (edit, type, record, field, old, new) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                        error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, seq);
  samen_db_bind_text (statement, 2, record->klass->table);
  samen_db_bind_text (statement, 3, record->id);
  samen_db_bind_text (statement, 4, field->name);
  samen_db_bind (statement, 5, old);
  samen_db_bind (statement, 6, new);
  return samen_db_step (self->db, statement, NULL, error);
}

static gboolean
write_changes (Rebuild *self, GError **error)
{
  for (guint i = 0; i < self->found->changes->len; i++)
    {
      const SamenSalvagedChange *salvaged = g_ptr_array_index (self->found->changes, i);
      const SamenChange *change = salvaged->change;
      const Record *record = g_hash_table_lookup (self->records, change->record);

      if (!record->dropped && !write_change (self, salvaged->edit, record, change->field,
                                             change->old, change->new, error))
        return FALSE;
    }
  return TRUE;
}

/* The log has to say what the record holds, and that it began */
static gboolean
log_rest (Rebuild *self, const Record *record, GError **error)
{
  for (guint i = 0; i <= record->klass->n_fields; i++)
    {
      const SamenField *field = field_at (record, i);
      g_autoptr (GVariant) usual = samen_field_default (field);
      GVariant *said = record->has[i] ? record->logged[i] : i > 0 ? usual : NULL;

      if (!samen_value_equal (said, record->kept[i]) &&
          !write_change (self, self->last_edit, record, field, said, record->kept[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
index_record (Rebuild *self, const Record *record, GError **error)
{
  for (guint i = 1; i <= record->klass->n_fields; i++)
    {
      SamenChange change = { record->type, (char *) record->id, field_at (record, i), NULL,
                             record->kept[i] };

      if (!samen_store_index (self->store, &change, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_record (Rebuild *self, const Record *record, GError **error)
{
  g_autofree char *sql = samen_schema_insert (record->klass);
  sqlite3_stmt *statement = samen_db_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, record->id);
  for (guint i = 0; i <= record->klass->n_fields; i++)
    samen_db_bind (statement, (int) i + 2, record->kept[i]);
  self->result->n_records += !g_variant_get_boolean (record->kept[0]);
  return samen_db_step (self->db, statement, NULL, error) && log_rest (self, record, error) &&
         index_record (self, record, error);
}

static gboolean
write_records (Rebuild *self, GError **error)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (!((Record *) record)->dropped && !write_record (self, record, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_info (Rebuild *self, GError **error)
{
  sqlite3_stmt *statement;

  if (self->found->dossier == NULL)
    return TRUE;
  statement =
      samen_db_prepare (self->db, "UPDATE info SET value = ?1 WHERE key = 'dossier'", error);
  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, self->found->dossier);
  return samen_db_step (self->db, statement, NULL, error);
}

/* ---- all of it ---- */

static gboolean
read_all (Rebuild *self, const char *dossier, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (self->db, "INSERT INTO content (hash, bytes) VALUES (?1, x'')", error);

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, self->empty);
  if (!samen_db_step (self->db, statement, NULL, error))
    return FALSE;
  self->found = samen_salvaged_read (dossier, self->db, error);
  if (self->found == NULL)
    return FALSE;
  if (g_hash_table_size (self->found->records) > 0)
    return TRUE;
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED,
                       _ ("Nothing of this dossier can be read any more. Restore a backup of it."));
  return FALSE;
}

static gboolean
rebuild (Rebuild *self, const char *dossier, const SamenProgress *progress, GError **error)
{
  gboolean success;

  if (!samen_db_begin (self->db, error))
    return FALSE;
  success = samen_db_run (self->db, "PRAGMA defer_foreign_keys = ON", error) &&
            read_all (self, dossier, error) && samen_progress_report (progress, 0.5, error);
  if (success)
    {
      complete_edits (self);
      make_records (self);
      mend_records (self);
      add_partnership (self);
      success = write_info (self, error) && write_edits (self, error) &&
                write_changes (self, error) && write_records (self, error) &&
                samen_progress_report (progress, 0.9, error) && samen_db_commit (self->db, error);
    }
  if (!success)
    samen_db_rollback (self->db);
  return success;
}

static gboolean
is_sound (SamenStore *store, GError **error)
{
  g_auto (GStrv) problems = samen_store_check (store);

  if (problems[0] == NULL)
    return TRUE;
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED, problems[0]);
  return FALSE;
}

gboolean
samen_salvage (const char *dossier,
               const char *path,
               SamenSalvage *result,
               const SamenProgress *progress,
               GError **error)
{
  g_autoptr (SamenStore) store = samen_store_create (path, error);
  g_autoptr (GHashTable) records =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, record_free);
  g_autofree char *empty = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "", 0);
  g_autofree char *partnership = samen_id_new ();
  Rebuild self = { .store = store,
                   .result = result,
                   .records = records,
                   .empty = empty,
                   .partnership = partnership };
  gboolean success;

  if (store == NULL)
    return FALSE;
  *result = (SamenSalvage) { 0 };
  self.db = store->db;
  success = rebuild (&self, dossier, progress, error) && is_sound (store, error);
  g_hash_table_remove_all (records);
  g_clear_pointer (&self.edits, g_ptr_array_unref);
  g_clear_pointer (&self.found, samen_salvaged_free);
  g_clear_object (&store);
  if (!success)
    samen_db_remove_files (path);
  return success;
}
