/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/id.h"
#include "store/salvage-pages.h"
#include "store/salvage-private.h"

/* How the tables of the log are laid out: by store/schema.c, with what is a key first where there is no rowid */
#define EDIT_COLUMNS 9
#define CHANGE_COLUMNS 6

typedef struct
{
  SamenSalvaged *found;
  GHashTable *seen; /* keys of changes */
  SamenDb *db;
} Reading;

static void
edit_free (gpointer data)
{
  SamenSalvagedEdit *self = data;

  g_free (self->id);
  g_free (self->label);
  g_free (self->author);
  g_free (self->device);
  g_free (self->action);
  g_free (self);
}

static void
change_free (gpointer data)
{
  SamenSalvagedChange *self = data;

  samen_change_free (self->change);
  g_free (self);
}

static void
record_free (gpointer data)
{
  SamenSalvagedRecord *self = data;

  for (guint i = 0; i < self->n_row; i++)
    g_clear_pointer (&self->row[i], g_variant_unref);
  g_free (self->row);
  g_free (self->id);
  g_free (self);
}

void
samen_salvaged_free (SamenSalvaged *self)
{
  g_free (self->dossier);
  g_hash_table_unref (self->edits);
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->records);
  g_free (self);
}

SamenSalvagedEdit *
samen_salvaged_get_edit (SamenSalvaged *self, gint64 seq)
{
  SamenSalvagedEdit *edit = g_hash_table_lookup (self->edits, &seq);

  if (edit != NULL)
    return edit;
  edit = g_new0 (SamenSalvagedEdit, 1);
  edit->seq = seq;
  g_hash_table_insert (self->edits, &edit->seq, edit);
  return edit;
}

static SamenSalvagedRecord *
get_record (SamenSalvaged *self, const char *id)
{
  SamenSalvagedRecord *record = g_hash_table_lookup (self->records, id);

  if (record != NULL)
    return record;
  record = g_new0 (SamenSalvagedRecord, 1);
  record->id = g_strdup (id);
  record->type = G_TYPE_INVALID;
  g_hash_table_insert (self->records, record->id, record);
  return record;
}

/* ---- values ---- */

/* NULL for what is no text that a dossier can hold */
static char *
dup_text (const SamenSalvageValue *value)
{
  if (value->type != SQLITE_TEXT ||
      !g_utf8_validate_len ((const char *) value->bytes, value->length, NULL))
    return NULL;
  return g_strndup ((const char *) value->bytes, value->length);
}

static char *
dup_id (const SamenSalvageValue *value)
{
  g_autofree char *text = dup_text (value);

  return text != NULL && samen_id_is_valid (text) ? g_steal_pointer (&text) : NULL;
}

static GVariant *
to_variant (const SamenSalvageValue *value, const SamenField *field)
{
  g_autofree char *text = dup_text (value);

  if (value->type == SQLITE_INTEGER && field->kind == SAMEN_KIND_BOOLEAN)
    return g_variant_ref_sink (g_variant_new_boolean (value->integer != 0));
  /* SQLite keeps a decimal that is whole as a whole number */
  if (value->type == SQLITE_INTEGER && field->kind == SAMEN_KIND_DECIMAL)
    return g_variant_ref_sink (g_variant_new_double ((double) value->integer));
  if (value->type == SQLITE_INTEGER)
    return g_variant_ref_sink (g_variant_new_int64 (value->integer));
  if (value->type == SQLITE_FLOAT)
    return g_variant_ref_sink (g_variant_new_double (value->real));
  return text != NULL ? g_variant_ref_sink (g_variant_new_string (text)) : NULL;
}

/* ---- rows ---- */

static gboolean
is_action (const char *text)
{
  static const char *const actions[] = { "do", "undo", "redo", NULL };

  return text != NULL && g_strv_contains (actions, text);
}

static gboolean
take_edit (Reading *self, const SamenSalvageRow *row)
{
  const SamenSalvageValue *values = row->values;
  g_autofree char *action = NULL;
  g_autofree char *id = NULL;
  SamenSalvagedEdit *edit;

  if (row->n_values != EDIT_COLUMNS || row->rowid <= 0 || values[5].type != SQLITE_INTEGER ||
      values[6].type != SQLITE_INTEGER)
    return FALSE;
  id = dup_id (&values[1]);
  action = dup_text (&values[7]);
  if (id == NULL || !is_action (action))
    return FALSE;
  edit = samen_salvaged_get_edit (self->found, row->rowid);
  if (edit->id != NULL)
    return TRUE;
  edit->id = g_steal_pointer (&id);
  edit->label = dup_text (&values[2]);
  edit->author = dup_text (&values[3]);
  edit->device = dup_text (&values[4]);
  edit->time = values[5].integer;
  edit->clock = values[6].integer;
  edit->action = g_steal_pointer (&action);
  edit->target = values[8].type == SQLITE_INTEGER && values[8].integer < row->rowid
                     ? MAX (values[8].integer, 0)
                     : 0;
  return TRUE;
}

static gboolean
take_change (Reading *self, const SamenSalvageRow *row)
{
  const SamenSalvageValue *values = row->values;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *table = NULL;
  g_autofree char *key = NULL;
  GType type;
  const SamenField *field;
  SamenSalvagedRecord *record;
  SamenSalvagedChange *change;

  if (row->n_values != CHANGE_COLUMNS || row->rowid != 0 || values[0].type != SQLITE_INTEGER ||
      values[0].integer <= 0)
    return FALSE;
  id = dup_id (&values[1]);
  name = dup_text (&values[2]);
  table = dup_text (&values[3]);
  type = id != NULL && name != NULL && table != NULL ? samen_record_type_of_table (table)
                                                     : G_TYPE_INVALID;
  field =
      type != G_TYPE_INVALID ? samen_record_class_find (samen_record_class_of (type), name) : NULL;
  key = g_strdup_printf ("%" G_GINT64_FORMAT " %s %s", values[0].integer, id, name);
  if (field == NULL || !g_hash_table_add (self->seen, g_steal_pointer (&key)))
    return field != NULL;
  record = get_record (self->found, id);
  if (record->type == G_TYPE_INVALID)
    record->type = type;
  if (record->type != type)
    return TRUE;
  change = g_new0 (SamenSalvagedChange, 1);
  change->edit = values[0].integer;
  change->change = g_new0 (SamenChange, 1);
  *change->change =
      (SamenChange) { type, g_steal_pointer (&id), field, to_variant (&values[4], field),
                      to_variant (&values[5], field) };
  g_ptr_array_add (self->found->changes, change);
  samen_salvaged_get_edit (self->found, change->edit);
  return TRUE;
}

static void
take_content (Reading *self, const SamenSalvageValue *values)
{
  g_autofree char *hash = dup_text (&values[0]);
  g_autofree char *sum =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, values[1].bytes, values[1].length);
  sqlite3_stmt *statement;

  if (g_strcmp0 (hash, sum) != 0)
    return;
  statement = samen_db_prepare (
      self->db, "INSERT OR IGNORE INTO content (hash, bytes) VALUES (?1, ?2)", NULL);
  if (statement == NULL)
    return;
  samen_db_bind_text (statement, 1, hash);
  sqlite3_bind_blob64 (statement, 2, values[1].bytes, values[1].length, SQLITE_STATIC);
  samen_db_step (self->db, statement, NULL, NULL);
  sqlite3_clear_bindings (statement);
}

static void
take_info (Reading *self, const SamenSalvageValue *values)
{
  g_autofree char *key = dup_text (&values[0]);

  if (self->found->dossier == NULL && g_strcmp0 (key, "dossier") == 0)
    self->found->dossier = dup_id (&values[1]);
}

/* What its columns mean is known once its type is; until then they are as they were */
static void
take_record (Reading *self, const SamenSalvageRow *row)
{
  static const SamenField any = { .kind = SAMEN_KIND_TEXT };
  g_autofree char *id = dup_id (&row->values[0]);
  SamenSalvagedRecord *record;

  if (id == NULL || row->values[1].type != SQLITE_INTEGER || row->values[1].integer < 0 ||
      row->values[1].integer > 1)
    return;
  record = get_record (self->found, id);
  if (record->row != NULL)
    return;
  record->page = row->page;
  record->n_row = row->n_values - 1;
  record->row = g_new0 (GVariant *, record->n_row);
  for (guint i = 0; i < record->n_row; i++)
    record->row[i] = to_variant (&row->values[i + 1], i == 0 ? &samen_record_deleted : &any);
}

static void
found_cb (const SamenSalvageRow *row, gpointer data)
{
  Reading *self = data;

  if (take_edit (self, row) || take_change (self, row))
    return;
  if (row->n_values == 2 && row->values[0].type == SQLITE_TEXT &&
      row->values[1].type == SQLITE_BLOB)
    take_content (self, row->values);
  else if (row->n_values == 2 && row->rowid == 0)
    take_info (self, row->values);
  else if (row->n_values > 2 && row->rowid > 0)
    take_record (self, row);
}

/* ---- what they are ---- */

static GVariant *
convert (GVariant *value, const SamenField *field)
{
  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    {
      SamenSalvageValue integer = { .type = SQLITE_INTEGER,
                                    .integer = g_variant_get_int64 (value) };

      return to_variant (&integer, field);
    }
  return value != NULL ? g_variant_ref (value) : NULL;
}

/* Gives the columns of its row the types of its fields */
static void
understand (SamenSalvagedRecord *record)
{
  const SamenRecordClass *klass = samen_record_class_of (record->type);

  for (guint i = klass->n_fields + 1; i < record->n_row; i++)
    g_clear_pointer (&record->row[i], g_variant_unref);
  record->n_row = MIN (record->n_row, klass->n_fields + 1);
  for (guint i = 1; i < record->n_row; i++)
    {
      g_autoptr (GVariant) value = record->row[i];

      record->row[i] = convert (value, &klass->fields[i - 1]);
    }
}

/* A record that the log does not know is of the type of what stands on the same page */
static void
find_types (SamenSalvaged *self)
{
  g_autoptr (GHashTable) types = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const SamenSalvagedRecord *record = value;

      if (record->row != NULL && record->type != G_TYPE_INVALID)
        g_hash_table_insert (types, GUINT_TO_POINTER (record->page),
                             GSIZE_TO_POINTER (record->type));
    }
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SamenSalvagedRecord *record = value;
      gpointer type;

      if (record->type == G_TYPE_INVALID &&
          g_hash_table_lookup_extended (types, GUINT_TO_POINTER (record->page), NULL, &type))
        record->type = GPOINTER_TO_SIZE (type);
      if (record->type == G_TYPE_INVALID)
        g_hash_table_iter_remove (&iter);
      else
        understand (record);
    }
}

SamenSalvaged *
samen_salvaged_read (const char *path,
                     SamenDb *db,
                     const SamenProgress *progress,
                     double share,
                     GError **error)
{
  g_autoptr (SamenSalvaged) self = g_new0 (SamenSalvaged, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { self, seen, db };

  self->edits = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, edit_free);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, record_free);
  if (!samen_salvage_pages (path, found_cb, &reading, progress, share, error))
    return NULL;
  find_types (self);
  return g_steal_pointer (&self);
}
