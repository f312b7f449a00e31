/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/id.h"
#include "store/package-private.h"
#include "store/schema.h"

#define ENTRY SAMEN_PACKAGE_RECORDS

/* How many parts may stand within one another: more than any covenant has */
#define DEEPEST_PARTS 20

typedef struct
{
  SamenJsonStream *stream;
  SamenStore *store;
  const SamenRecordClass *klass;
  GType type;
  char *id;          /* of the present record */
  GPtrArray *values; /* of its fields, `deleted` first */
  GArray *are_set;   /* whether it has them */
} Records;

static gboolean
fail (SamenJsonStream *stream, const char *message, GError **error)
{
  return samen_package_fail (ENTRY, stream->line, message, error);
}

static gboolean
next (SamenJsonStream *stream, GError **error)
{
  return samen_json_stream_next (stream, error) || samen_package_blame (ENTRY, stream, error);
}

gboolean
samen_package_blame (const char *entry, SamenJsonStream *stream, GError **error)
{
  g_autoptr (GError) reason = NULL;

  /* What is wrong with the file as a whole names its place by itself */
  if (error == NULL || !g_error_matches (*error, SAMEN_ERROR, SAMEN_ERROR_INVALID) ||
      g_str_has_prefix ((*error)->message, entry))
    return FALSE;
  reason = g_steal_pointer (error);
  return samen_package_fail (entry, stream->line, reason->message, error);
}

gboolean
samen_package_read_value (const SamenField *field,
                          const SamenJsonStream *stream,
                          GVariant **value,
                          GError **error)
{
  GVariant *floating = NULL;

  *value = NULL;
  switch (stream->token)
    {
    case SAMEN_JSON_NULL:
      break;
    case SAMEN_JSON_TEXT:
      floating = samen_value ((const char *) stream->text->str);
      break;
    case SAMEN_JSON_BOOLEAN:
      floating = samen_value ((bool) stream->boolean);
      break;
    case SAMEN_JSON_INTEGER:
      floating = field->kind == SAMEN_KIND_DECIMAL ? samen_value (stream->decimal)
                                                   : samen_value (stream->integer);
      break;
    case SAMEN_JSON_DECIMAL:
      floating = samen_value (stream->decimal);
      break;
    default:
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
                           _ ("A field cannot hold a list or an object."));
      return FALSE;
    }
  if (floating == NULL)
    return TRUE;
  *value = g_variant_ref_sink (floating);
  if (samen_field_accepts (field, *value, error))
    return TRUE;
  g_clear_pointer (value, g_variant_unref);
  return FALSE;
}

/* ---- one record ---- */

static const SamenField *
field_at (const Records *self, guint i)
{
  return i == 0 ? &samen_record_deleted : &self->klass->fields[i - 1];
}

/* Remembers where the record stood, for an id is that of one record, whatever its type */
static gboolean
note_place (Records *self, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (
      self->store->db, "INSERT OR IGNORE INTO temp.place (record, line) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, self->id);
  sqlite3_bind_int64 (statement, 2, self->stream->line);
  if (!samen_db_step (self->store->db, statement, NULL, error))
    return FALSE;
  return sqlite3_changes (samen_db_handle (self->store->db)) == 1 ||
         fail (self->stream, _ ("Another record has the same id."), error);
}

static gboolean
write_record (Records *self, GError **error)
{
  g_autofree char *sql = samen_schema_insert (self->klass);
  sqlite3_stmt *statement = samen_db_prepare (self->store->db, sql, error);

  if (statement == NULL || !note_place (self, error))
    return FALSE;
  samen_db_bind_text (statement, 1, self->id);
  for (guint i = 0; i <= self->klass->n_fields; i++)
    {
      GVariant *value = g_ptr_array_index (self->values, i);

      samen_db_bind (statement, (int) i + 2, value);
    }
  return samen_db_step (self->store->db, statement, NULL, error);
}

/* What the package says nothing of holds its default, unless the record cannot be without it */
static gboolean
complete (Records *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (self->id == NULL)
    return fail (self->stream, _ ("This record has no id."), error);
  for (guint i = 0; i <= self->klass->n_fields; i++)
    {
      const SamenField *field = field_at (self, i);
      GVariant *value = g_ptr_array_index (self->values, i);

      if (value == NULL)
        value = self->values->pdata[i] = samen_field_default (field);
      if (value == NULL && !samen_field_accepts (field, NULL, &reason))
        return fail (self->stream, reason->message, error);
    }
  return TRUE;
}

static gboolean
read_id (Records *self, GError **error)
{
  SamenJsonStream *stream = self->stream;

  if (self->id != NULL)
    return fail (stream, _ ("This is said twice."), error);
  if (stream->token != SAMEN_JSON_TEXT || !samen_id_is_valid (stream->text->str))
    return fail (stream, _ ("An id is a UUID in small letters."), error);
  self->id = g_strdup (stream->text->str);
  return TRUE;
}

static gboolean
find_field (Records *self, guint *index, GError **error)
{
  for (guint i = 0; i <= self->klass->n_fields; i++)
    {
      if (!g_str_equal (field_at (self, i)->name, self->stream->text->str))
        continue;
      if (g_array_index (self->are_set, gboolean, i))
        return fail (self->stream, _ ("This is said twice."), error);
      g_array_index (self->are_set, gboolean, i) = TRUE;
      *index = i;
      return TRUE;
    }
  return fail (self->stream, _ ("There is no such field."), error);
}

static gboolean
read_field (Records *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GVariant *value;
  guint i = 0;

  if (g_str_equal (self->stream->text->str, "id"))
    return next (self->stream, error) && read_id (self, error);
  if (!find_field (self, &i, error) || !next (self->stream, error))
    return FALSE;
  if (!samen_package_read_value (field_at (self, i), self->stream, &value, &reason))
    return fail (self->stream, reason->message, error);
  self->values->pdata[i] = value;
  return TRUE;
}

static void
clear_value (gpointer value)
{
  if (value != NULL)
    g_variant_unref (value);
}

static gboolean
read_record (Records *self, GError **error)
{
  g_clear_pointer (&self->id, g_free);
  g_ptr_array_set_size (self->values, 0);
  g_array_set_size (self->are_set, 0);
  g_ptr_array_set_size (self->values, (int) self->klass->n_fields + 1);
  g_array_set_size (self->are_set, self->klass->n_fields + 1);
  for (;;)
    {
      if (!next (self->stream, error))
        return FALSE;
      if (self->stream->token == SAMEN_JSON_OBJECT_END)
        return complete (self, error) && write_record (self, error);
      if (!read_field (self, error))
        return FALSE;
    }
}

/* ---- all of them ---- */

static gboolean
expect (SamenJsonStream *stream, SamenJsonToken token, const char *message, GError **error)
{
  return next (stream, error) && (stream->token == token || fail (stream, message, error));
}

static gboolean
read_type (Records *self, GError **error)
{
  SamenJsonStream *stream = self->stream;

  self->type = samen_record_type_of_table (stream->text->str);
  if (self->type == G_TYPE_INVALID)
    return fail (stream, _ ("There is no such type of record."), error);
  self->klass = samen_record_class_of (self->type);
  if (!expect (stream, SAMEN_JSON_ARRAY, _ ("The records of a type are a list."), error))
    return FALSE;
  for (;;)
    {
      if (!next (stream, error))
        return FALSE;
      if (stream->token == SAMEN_JSON_ARRAY_END)
        return TRUE;
      if (stream->token != SAMEN_JSON_OBJECT)
        return fail (stream, _ ("A record is an object."), error);
      if (!read_record (self, error))
        return FALSE;
    }
}

static gboolean
read_types (SamenJsonStream *stream, SamenStore *store, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (clear_value);
  g_autoptr (GArray) are_set = g_array_new (FALSE, TRUE, sizeof (gboolean));
  Records records = { .stream = stream, .store = store, .values = values, .are_set = are_set };
  gboolean success = expect (stream, SAMEN_JSON_OBJECT, _ ("“records” is an object."), error);

  while (success)
    {
      success = next (stream, error);
      if (!success || stream->token == SAMEN_JSON_OBJECT_END)
        break;
      success = read_type (&records, error);
    }
  g_free (records.id);
  return success;
}

/* A number in the head that tells whether this version can read what follows */
static gboolean
read_version (SamenJsonStream *stream, gint64 newest, GError **error)
{
  if (!expect (stream, SAMEN_JSON_INTEGER, _ ("Here a whole number has to stand."), error))
    return FALSE;
  if (stream->integer < 1)
    return fail (stream, _ ("There is no such version."), error);
  if (stream->integer <= newest)
    return TRUE;
  g_set_error_literal (
      error, SAMEN_ERROR, SAMEN_ERROR_NEWER,
      _ ("This package was made with a newer Samenspel. Update the app to open it."));
  return FALSE;
}

/* What comes before the records, which has to be told first: what they are, and of which dossier */
gboolean
samen_package_read_head (SamenJsonStream *stream, char **id, GError **error)
{
  static const char *const names[] = { "format", "schema", "dossier" };

  if (!expect (stream, SAMEN_JSON_OBJECT, _ ("A package begins with “format”."), error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!next (stream, error))
        return FALSE;
      if (stream->token != SAMEN_JSON_KEY || !g_str_equal (stream->text->str, names[i]))
        return fail (stream, _ ("A package begins with “format”, “schema” and “dossier”."), error);
      if (i < 2 &&
          !read_version (stream, i == 0 ? SAMEN_PACKAGE_FORMAT : SAMEN_SCHEMA_VERSION, error))
        return FALSE;
    }
  if (!expect (stream, SAMEN_JSON_TEXT, _ ("“dossier” is an id."), error))
    return FALSE;
  if (!samen_id_is_valid (stream->text->str))
    return fail (stream, _ ("An id is a UUID in small letters."), error);
  *id = g_strdup (stream->text->str);
  return TRUE;
}

static gboolean
set_dossier_id (SamenStore *store, const char *id, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (store->db, "UPDATE info SET value = ?1 WHERE key = 'dossier'", error);

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, id);
  return samen_db_step (store->db, statement, NULL, error);
}

gboolean
samen_package_read_records (SamenJsonStream *stream, SamenStore *store, GError **error)
{
  g_autofree char *id = NULL;

  if (!samen_package_read_head (stream, &id, error) || !set_dossier_id (store, id, error) ||
      !samen_db_run (store->db,
                     "CREATE TEMP TABLE IF NOT EXISTS place (record TEXT PRIMARY KEY, "
                     "line INTEGER NOT NULL) STRICT, WITHOUT ROWID; DELETE FROM temp.place",
                     error) ||
      !next (stream, error))
    return FALSE;
  if (stream->token != SAMEN_JSON_KEY || !g_str_equal (stream->text->str, "records"))
    return fail (stream, _ ("After “dossier” come the “records”."), error);
  return read_types (stream, store, error) &&
         expect (stream, SAMEN_JSON_OBJECT_END, _ ("After the “records” comes nothing."), error) &&
         expect (stream, SAMEN_JSON_END, _ ("After the “records” comes nothing."), error);
}

/* ---- what refers to what ---- */

/* Whether @sql, which gives a record that is wrong, finds none */
static gboolean
finds_none (SamenStore *store, const char *sql, const char *message, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (store->db, sql, error);
  gboolean has_row;
  gint64 line = 0;

  if (statement == NULL || !samen_db_step (store->db, statement, &has_row, error))
    return FALSE;
  if (has_row)
    line = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return !has_row || samen_package_fail (ENTRY, (guint) line, message, error);
}

static gboolean
check_field (SamenStore *store,
             const SamenRecordClass *klass,
             const SamenField *field,
             GError **error)
{
  const gboolean is_bytes = field->kind == SAMEN_KIND_BYTES;
  const char *table = is_bytes ? "content" : samen_record_class_of (field->refers ())->table;
  g_autofree char *dangling = g_strdup_printf (
      "SELECT p.line FROM \"%1$s\" t LEFT JOIN temp.place p ON p.record = t.id "
      "WHERE t.\"%2$s\" IS NOT NULL AND t.\"%2$s\" NOT IN (SELECT %3$s FROM \"%4$s\") "
      "ORDER BY 1 LIMIT 1",
      klass->table, field->name, is_bytes ? "hash" : "id", table);
  g_autofree char *endless = g_strdup_printf (
      "WITH RECURSIVE part (id, depth) AS (SELECT id, 1 FROM \"%1$s\" WHERE \"%2$s\" IS NULL "
      "UNION ALL SELECT t.id, depth + 1 FROM \"%1$s\" t JOIN part ON t.\"%2$s\" = part.id "
      "WHERE depth < %3$d) SELECT p.line FROM \"%1$s\" t LEFT JOIN temp.place p ON p.record = t.id "
      "WHERE t.id NOT IN (SELECT id FROM part) ORDER BY 1 LIMIT 1",
      klass->table, field->name, DEEPEST_PARTS);

  if (!finds_none (store, dangling,
                   is_bytes ? _ ("The attachment of this record is not in the package.")
                            : _ ("This record refers to one that is not in the package."),
                   error))
    return FALSE;
  return is_bytes || !g_str_equal (table, klass->table) ||
         finds_none (store, endless,
                     _ ("This record is part of itself, or of parts within parts without end."),
                     error);
}

gboolean
samen_package_check_references (SamenStore *store, GError **error)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if ((klass->fields[j].kind == SAMEN_KIND_REFERENCE ||
             klass->fields[j].kind == SAMEN_KIND_BYTES) &&
            !check_field (store, klass, &klass->fields[j], error))
          return FALSE;
    }
  return TRUE;
}
