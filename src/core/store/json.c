/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/json-text.h"
#include "store/json.h"
#include "store/schema.h"
#include "store/store-private.h"

/* Whether the field in that column holds what it would without anybody saying so */
static gboolean
is_usual (const SamenField *field, sqlite3_stmt *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return TRUE;
  if (field->kind == SAMEN_KIND_BOOLEAN)
    return sqlite3_column_int (statement, column) == 0;
  return field->kind == SAMEN_KIND_CHOICE &&
         g_strcmp0 (samen_db_column_text (statement, column), field->choices[0].name) == 0;
}

static void
append_record (GString *out, const SamenRecordClass *klass, sqlite3_stmt *statement)
{
  g_string_append (out, "      {\n        \"id\": ");
  samen_db_append_column (out, statement, 0, FALSE);
  for (int i = -1; i < (int) klass->n_fields; i++)
    {
      const SamenField *field = i < 0 ? &samen_record_deleted : &klass->fields[i];

      if (is_usual (field, statement, i + 2))
        continue;
      g_string_append (out, ",\n        \"");
      g_string_append (out, field->name);
      g_string_append (out, "\": ");
      samen_db_append_column (out, statement, i + 2, field->kind == SAMEN_KIND_BOOLEAN);
    }
  g_string_append (out, "\n      }");
}

static char *
records_sql (const SamenRecordClass *klass, SamenJsonFlags flags)
{
  g_autofree char *order = samen_schema_order (klass);
  GString *sql = g_string_new ("SELECT id, deleted");

  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", klass->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\"", klass->table);
  if ((flags & SAMEN_JSON_DELETED) == 0)
    g_string_append (sql, " WHERE deleted = 0");
  g_string_append_printf (sql, " ORDER BY %s, id", order);
  return g_string_free_and_steal (sql);
}

/* What is written is handed over whenever it is this much, in bytes */
#define PIECE 65536

static gboolean
hand_over (GString *out, gsize least, SamenJsonSink sink, gpointer data, GError **error)
{
  if (out->len < least)
    return TRUE;
  if (!sink (data, out->str, out->len, error))
    return FALSE;
  g_string_truncate (out, 0);
  return TRUE;
}

typedef struct
{
  SamenDb *db;
  SamenJsonFlags flags;
  SamenJsonSink sink;
  gpointer data;
} Writing;

static gboolean
write_type (const Writing *self, GString *out, GType type, GError **error)
{
  const SamenRecordClass *klass = samen_record_class_of (type);
  g_autofree char *sql = records_sql (klass, self->flags);
  sqlite3_stmt *statement = samen_db_prepare (self->db, sql, error);
  gboolean has_row, is_first = TRUE;

  if (statement == NULL)
    return FALSE;
  g_string_append_printf (out, "    \"%s\": [", klass->table);
  while (samen_db_step (self->db, statement, &has_row, error))
    {
      if (!has_row)
        {
          g_string_append (out, is_first ? "]" : "\n    ]");
          return TRUE;
        }
      g_string_append (out, is_first ? "\n" : ",\n");
      append_record (out, klass, statement);
      is_first = FALSE;
      if (!hand_over (out, PIECE, self->sink, self->data, error))
        break;
    }
  return FALSE;
}

static gboolean
write_types (const Writing *self, GString *out, GError **error)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      if (!write_type (self, out, types[i], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
samen_store_write_json (SamenStore *self,
                        SamenJsonFlags flags,
                        SamenJsonSink sink,
                        gpointer data,
                        GError **error)
{
  const Writing writing = { self->db, flags, sink, data };
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "{\n  \"format\": %d,\n  \"schema\": %d,\n  \"dossier\": ",
                          SAMEN_JSON_FORMAT, SAMEN_SCHEMA_VERSION);
  samen_json_append_text (out, samen_store_get_dossier_id (self));
  g_string_append (out, ",\n  \"records\": {");
  if (!write_types (&writing, out, error))
    return FALSE;
  g_string_append (out, "\n  }\n}\n");
  return hand_over (out, 0, sink, data, error);
}

static gboolean
collect (gpointer data, const char *text, gsize length, GError **error)
{
  g_string_append_len (data, text, (gssize) length);
  return TRUE;
}

char *
samen_store_to_json (SamenStore *self, SamenJsonFlags flags, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean success;

  /* All tables as they were at one moment, whatever another program writes meanwhile */
  if (!samen_db_run (self->db, "BEGIN", error))
    return NULL;
  success = samen_store_write_json (self, flags, collect, out, error);
  samen_db_rollback (self->db);
  return success ? g_string_free_and_steal (g_steal_pointer (&out)) : NULL;
}
