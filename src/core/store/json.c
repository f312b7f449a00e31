/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <json-glib/json-glib.h>

#include "store/json.h"
#include "store/schema.h"
#include "store/store-private.h"

static void
append_text (GString *out, const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append (out, quoted);
}

/* JSON-GLib would write 7.4 as 7.4000000000000004: this is in as few digits as give the same number */
static void
append_decimal (GString *out, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  g_string_append (out, g_ascii_strtod (digits, NULL) == number
                            ? digits
                            : g_ascii_dtostr (digits, sizeof digits, number));
}

static void
append_value (GString *out, GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    g_string_append_printf (out, "%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    append_decimal (out, g_variant_get_double (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    g_string_append (out, g_variant_get_boolean (value) ? "true" : "false");
  else
    append_text (out, g_variant_get_string (value, NULL));
}

static void
append_field (GString *out, const SamenField *field, GVariant *value)
{
  g_autoptr (GVariant) usual = samen_field_default (field);

  if (value == NULL || samen_value_equal (value, usual))
    return;
  g_string_append_printf (out, ",\n        \"%s\": ", field->name);
  append_value (out, value);
}

static void
append_record (GString *out, const SamenRecordClass *klass, sqlite3_stmt *statement)
{
  g_string_append (out, "      {\n        \"id\": ");
  append_text (out, samen_db_column_text (statement, 0));
  for (int i = -1; i < (int) klass->n_fields; i++)
    {
      const SamenField *field = i < 0 ? &samen_record_deleted : &klass->fields[i];
      g_autoptr (GVariant) value =
          samen_db_column (statement, i + 2, field->kind == SAMEN_KIND_BOOLEAN);

      append_field (out, field, value);
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

static gboolean
append_type (GString *out, SamenDb *db, GType type, SamenJsonFlags flags, GError **error)
{
  const SamenRecordClass *klass = samen_record_class_of (type);
  g_autofree char *sql = records_sql (klass, flags);
  sqlite3_stmt *statement = samen_db_prepare (db, sql, error);
  gboolean has_row, is_first = TRUE;

  if (statement == NULL)
    return FALSE;
  g_string_append_printf (out, "    \"%s\": [", klass->table);
  while (samen_db_step (db, statement, &has_row, error))
    {
      if (!has_row)
        {
          g_string_append (out, is_first ? "]" : "\n    ]");
          return TRUE;
        }
      g_string_append (out, is_first ? "\n" : ",\n");
      append_record (out, klass, statement);
      is_first = FALSE;
    }
  return FALSE;
}

static gboolean
append_types (GString *out, SamenDb *db, SamenJsonFlags flags, GError **error)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      if (!append_type (out, db, types[i], flags, error))
        return FALSE;
    }
  return TRUE;
}

char *
samen_store_to_json (SamenStore *self, SamenJsonFlags flags, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean success;

  g_string_append_printf (out, "{\n  \"format\": %d,\n  \"dossier\": ", SAMEN_JSON_FORMAT);
  append_text (out, samen_store_get_dossier_id (self));
  g_string_append (out, ",\n  \"records\": {");

  /* All tables as they were at one moment, whatever another program writes meanwhile */
  if (!samen_db_run (self->db, "BEGIN", error))
    return NULL;
  success = append_types (out, self->db, flags, error);
  samen_db_run (self->db, "COMMIT", NULL);
  if (!success)
    return NULL;

  g_string_append (out, "\n  }\n}\n");
  return g_string_free_and_steal (g_steal_pointer (&out));
}
