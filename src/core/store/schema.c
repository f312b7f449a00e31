/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "record/types.h"
#include "store/schema.h"

/*
 * The log: an edit is what somebody did in one go, a change is one field of it. What stands in the
 * tables of the records is what replaying the changes gives, each field keeping the one of the latest
 * clock. The clock is a hybrid logical clock: milliseconds since 1970 times 65536 and a counter, and
 * always ahead of all that this device has seen (Kulkarni and others, "Logical Physical Clocks", 2014).
 */
static const char fixed_tables[] =
    "CREATE TABLE info (\n"
    "  key TEXT NOT NULL PRIMARY KEY,\n"
    "  value TEXT NOT NULL\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE content (\n"
    "  hash TEXT NOT NULL PRIMARY KEY,\n"
    "  bytes BLOB NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE edit (\n"
    "  seq INTEGER PRIMARY KEY,\n"
    "  id TEXT NOT NULL UNIQUE,\n"
    "  label TEXT NOT NULL,\n"
    "  author TEXT NOT NULL,\n"
    "  device TEXT NOT NULL,\n"
    "  time INTEGER NOT NULL,\n"
    "  clock INTEGER NOT NULL,\n"
    "  action TEXT NOT NULL CHECK (action IN ('do', 'undo', 'redo')),\n"
    "  target INTEGER REFERENCES edit (seq)\n"
    ") STRICT;\n"
    "CREATE INDEX edit_clock ON edit (clock, device);\n"
    "CREATE INDEX edit_target ON edit (target) WHERE target IS NOT NULL;\n"
    "CREATE INDEX edit_done ON edit (seq) WHERE action = 'do';\n"
    "CREATE TABLE change (\n"
    "  edit INTEGER NOT NULL REFERENCES edit (seq),\n"
    "  type TEXT NOT NULL,\n"
    "  record TEXT NOT NULL,\n"
    "  field TEXT NOT NULL,\n"
    "  old ANY,\n"
    "  new ANY,\n"
    "  PRIMARY KEY (edit, record, field)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX change_record ON change (record, field, edit);\n"
    "CREATE TABLE search_entry (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  type TEXT NOT NULL,\n"
    "  record TEXT NOT NULL,\n"
    "  field TEXT NOT NULL,\n"
    "  UNIQUE (record, field)\n"
    ") STRICT;\n"
    "CREATE VIRTUAL TABLE search USING fts5 (\n"
    "  text, content = '', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'\n"
    ");\n"
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1);\n";

/* What brings a dossier of version i + 1 to version i + 2, beside new tables and columns */
static const char *const steps[SAMEN_SCHEMA_VERSION] = { NULL, NULL, NULL, NULL };

static void
append_column (GString *sql, const SamenField *field)
{
  static const char *const types[] = {
    [SAMEN_KIND_TEXT] = "TEXT",       [SAMEN_KIND_INTEGER] = "INTEGER",
    [SAMEN_KIND_DECIMAL] = "REAL",    [SAMEN_KIND_MONEY] = "INTEGER",
    [SAMEN_KIND_DATE] = "TEXT",       [SAMEN_KIND_TIME] = "TEXT",
    [SAMEN_KIND_BOOLEAN] = "INTEGER", [SAMEN_KIND_CHOICE] = "TEXT",
    [SAMEN_KIND_REFERENCE] = "TEXT",  [SAMEN_KIND_POSITION] = "TEXT",
    [SAMEN_KIND_BYTES] = "TEXT",
  };

  g_string_append_printf (sql, "\"%s\" %s", field->name, types[field->kind]);
  if ((field->flags & SAMEN_REQUIRED) != 0)
    g_string_append_printf (sql, " NOT NULL CHECK (\"%s\" <> '')", field->name);
  if (field->kind == SAMEN_KIND_BOOLEAN)
    g_string_append_printf (sql, " NOT NULL DEFAULT 0 CHECK (\"%s\" IN (0, 1))", field->name);
  else if (field->kind == SAMEN_KIND_CHOICE)
    g_string_append_printf (sql, " NOT NULL DEFAULT '%s'", field->choices[0].name);
  else if (field->kind == SAMEN_KIND_REFERENCE)
    g_string_append_printf (sql, " REFERENCES \"%s\" (id) DEFERRABLE INITIALLY DEFERRED",
                            samen_record_class_of (field->refers ())->table);
  else if (field->kind == SAMEN_KIND_BYTES)
    g_string_append (sql, " REFERENCES content (hash)");
}

static void
append_table (GString *sql, const SamenRecordClass *klass)
{
  g_string_append_printf (sql,
                          "CREATE TABLE IF NOT EXISTS \"%s\" (\n"
                          "  id TEXT NOT NULL PRIMARY KEY,\n  ",
                          klass->table);
  append_column (sql, &samen_record_deleted);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_string_append (sql, ",\n  ");
      append_column (sql, &klass->fields[i]);
    }
  g_string_append (sql, "\n) STRICT;\n");
}

/*
 * A date sorts by its last day, and of those that end together the more precise first: days that no month
 * has come after those it has. Spring 2027 would otherwise come after December, for its number is 21.
 */
static char *
date_order (const char *name)
{
  return g_strdup_printf (
      "CASE length (\"%1$s\") WHEN 10 THEN \"%1$s\" WHEN 4 THEN \"%1$s\" || '-12-34' WHEN 7 THEN "
      "CASE substr (\"%1$s\", 6) WHEN '21' THEN substr (\"%1$s\", 1, 5) || '05-33' "
      "WHEN '22' THEN substr (\"%1$s\", 1, 5) || '08-33' "
      "WHEN '23' THEN substr (\"%1$s\", 1, 5) || '11-33' "
      "WHEN '24' THEN format ('%%04d-02-33', substr (\"%1$s\", 1, 4) + 1) "
      "ELSE \"%1$s\" || '-32' END ELSE '~' END",
      name);
}

char *
samen_schema_order (const SamenRecordClass *klass)
{
  if (klass->order == NULL)
    return g_strdup ("id");
  if (klass->order->kind == SAMEN_KIND_DATE)
    return date_order (klass->order->name);
  return g_strdup_printf ("\"%s\"", klass->order->name);
}

char *
samen_schema_insert (const SamenRecordClass *klass)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (id, deleted", klass->table);
  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", klass->fields[i].name);
  g_string_append (sql, ") VALUES (?1, ?2");
  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 3);
  g_string_append (sql, ")");
  return g_string_free_and_steal (sql);
}

/* One for the list of all of a type, one for each list of what refers to the same record */
static void
append_indexes (GString *sql, const SamenRecordClass *klass)
{
  g_autofree char *order = samen_schema_order (klass);

  g_string_append_printf (sql,
                          "CREATE INDEX IF NOT EXISTS \"%s_all\" ON \"%s\" (deleted, %s, id);\n",
                          klass->table, klass->table, order);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == SAMEN_KIND_REFERENCE)
      g_string_append_printf (
          sql, "CREATE INDEX IF NOT EXISTS \"%s_%s\" ON \"%s\" (\"%s\", deleted, %s, id);\n",
          klass->table, klass->fields[i].name, klass->table, klass->fields[i].name, order);
}

static char *
records_sql (void)
{
  GString *sql = g_string_new (NULL);
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      append_table (sql, samen_record_class_of (types[i]));
      append_indexes (sql, samen_record_class_of (types[i]));
    }
  return g_string_free_and_steal (sql);
}

char *
samen_schema_sql (void)
{
  g_autofree char *records = records_sql ();

  return g_strconcat (fixed_tables, records, NULL);
}

static gboolean
set_version (SamenDb *db, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                          SAMEN_APPLICATION_ID, SAMEN_SCHEMA_VERSION);

  return samen_db_run (db, sql, error);
}

static gboolean
commit (SamenDb *db, gboolean success, GError **error)
{
  if (success && samen_db_commit (db, error))
    return TRUE;
  samen_db_rollback (db);
  return FALSE;
}

static gboolean
create (SamenDb *db, const char *id, GError **error)
{
  g_autofree char *sql = samen_schema_sql ();
  sqlite3_stmt *statement;

  if (!samen_db_run (db, sql, error))
    return FALSE;
  statement = samen_db_prepare (db, "INSERT INTO info (key, value) VALUES ('dossier', ?1)", error);
  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, id);
  return samen_db_step (db, statement, NULL, error) && set_version (db, error);
}

gboolean
samen_schema_create (SamenDb *db, const char *id, GError **error)
{
  return samen_db_run (db, "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE", error) &&
         commit (db, create (db, id, error), error);
}

static gboolean
add_missing_column (SamenDb *db,
                    const SamenRecordClass *klass,
                    const SamenField *field,
                    GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (db, "SELECT 1 FROM pragma_table_info (?1) WHERE name = ?2", error);
  g_autoptr (GString) sql = g_string_new (NULL);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, klass->table);
  samen_db_bind_text (statement, 2, field->name);
  if (!samen_db_step (db, statement, &has_row, error))
    return FALSE;
  sqlite3_reset (statement);
  if (has_row)
    return TRUE;
  g_string_append_printf (sql, "ALTER TABLE \"%s\" ADD COLUMN ", klass->table);
  append_column (sql, field);
  return samen_db_run (db, sql->str, error);
}

gboolean
samen_schema_complete (SamenDb *db, GError **error)
{
  g_autofree char *records = NULL;
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);
      g_autoptr (GString) table = g_string_new (NULL);

      append_table (table, klass);
      if (!samen_db_run (db, table->str, error))
        return FALSE;
      for (guint j = 0; j < klass->n_fields; j++)
        if (!add_missing_column (db, klass, &klass->fields[j], error))
          return FALSE;
    }
  /* Again, for the indexes: they may be on the new columns */
  records = records_sql ();
  return samen_db_run (db, records, error);
}

static gboolean
update_from (SamenDb *db, gint64 version, GError **error)
{
  for (gint64 i = version; i < SAMEN_SCHEMA_VERSION; i++)
    if (steps[i - 1] != NULL && !samen_db_run (db, steps[i - 1], error))
      return FALSE;
  return samen_schema_complete (db, error) && set_version (db, error);
}

/* Into *@number, what the header of the file says; a file that SQLite cannot read has none */
static gboolean
read_header (SamenDb *db, const char *pragma, gint64 *number, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (db, pragma, error);
  gboolean has_row;

  if (statement == NULL || !samen_db_step (db, statement, &has_row, error))
    return FALSE;
  *number = has_row ? sqlite3_column_int64 (statement, 0) : -1;
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
samen_schema_is_current (SamenDb *db, gboolean *current, GError **error)
{
  gint64 id, version;

  if (!read_header (db, "PRAGMA application_id", &id, error) ||
      !read_header (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (id != SAMEN_APPLICATION_ID || version < 1)
    {
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_NOT_A_DOSSIER,
                           _ ("This file is not a dossier of Samenspel, or it is damaged."));
      return FALSE;
    }
  if (version > SAMEN_SCHEMA_VERSION)
    {
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_NEWER,
                           _ ("This dossier was last used with a newer Samenspel. Update the app "
                              "to open it."));
      return FALSE;
    }
  *current = version == SAMEN_SCHEMA_VERSION;
  return TRUE;
}

gboolean
samen_schema_update (SamenDb *db, gboolean *updated, GError **error)
{
  gboolean current;
  gint64 version;

  if (updated != NULL)
    *updated = FALSE;
  if (!samen_schema_is_current (db, &current, error))
    return FALSE;
  if (current)
    return TRUE;
  if (updated != NULL)
    *updated = TRUE;
  version = samen_db_query_integer (db, "PRAGMA user_version", 1);
  return samen_db_begin (db, error) && commit (db, update_from (db, version, error), error);
}
