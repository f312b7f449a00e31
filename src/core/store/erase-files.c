/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/text.h"
#include "record/types.h"
#include "store/erase-private.h"

/* Of one attachment: what it is, and what the log says it ever was */
static const char *const erase_sql[] = {
  "UPDATE attachment SET name = person_word (), media_type = NULL, description = NULL, content = "
  "?2 "
  "WHERE id = ?1",
  "UPDATE change SET old = iif (old IS NULL, NULL, ?2), new = ?2 "
  "WHERE record = ?1 AND field = 'content'",
  "UPDATE change SET old = iif (old IS NULL, NULL, person_word ()), new = person_word () "
  "WHERE record = ?1 AND field = 'name' AND ?2 <> ''",
  "DELETE FROM change WHERE record = ?1 AND field IN ('media_type', 'description') AND ?2 <> ''",
};

/* Adds the texts that @sql gives for ?1 */
static gboolean
query_texts (SamenDb *db, const char *sql, const char *parameter, GPtrArray *texts, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  if (parameter != NULL)
    samen_db_bind_text (statement, 1, parameter);
  while (samen_db_step (db, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (texts, g_strdup (samen_db_column_text (statement, 0)));
    }
  return FALSE;
}

static gboolean
run_with (SamenDb *db, const char *sql, const char *first, const char *second, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, first);
  if (second != NULL)
    samen_db_bind_text (statement, 2, second);
  return samen_db_step (db, statement, NULL, error);
}

static gboolean
erase_file (SamenDb *db, const char *id, const char *empty, GPtrArray *hashes, GError **error)
{
  if (!query_texts (db,
                    "SELECT content FROM attachment WHERE id = ?1 UNION "
                    "SELECT new FROM change WHERE record = ?1 AND field = 'content' "
                    "AND new IS NOT NULL",
                    id, hashes, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (erase_sql); i++)
    if (!run_with (db, erase_sql[i], id, empty, error))
      return FALSE;
  return TRUE;
}

/* Appends @format for each field that can refer to bytes; it takes a table and a field */
static void
append_for_each (GString *sql, const char *format)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].kind == SAMEN_KIND_BYTES)
          {
            g_auto (GStrv) with_table = g_strsplit (format, "TABLE", -1);
            g_autofree char *half = g_strjoinv (klass->table, with_table);
            g_auto (GStrv) with_field = g_strsplit (half, "FIELD", -1);
            g_autofree char *whole = g_strjoinv (klass->fields[j].name, with_field);

            g_string_append (sql, whole);
          }
    }
}

/* Takes away the bytes with hash ?1, unless a table or the log refers to them */
static char *
drop_sql (void)
{
  GString *sql = g_string_new ("DELETE FROM content WHERE hash = ?1");

  append_for_each (sql, " AND NOT EXISTS (SELECT 1 FROM \"TABLE\" WHERE \"FIELD\" = ?1) "
                        "AND NOT EXISTS (SELECT 1 FROM change WHERE type = 'TABLE' "
                        "AND field = 'FIELD' AND (old = ?1 OR new = ?1))");
  return g_string_free_and_steal (sql);
}

static gboolean
drop_bytes (SamenDb *db, GPtrArray *hashes, GError **error)
{
  g_autofree char *sql = drop_sql ();

  for (guint i = 0; i < hashes->len; i++)
    if (!run_with (db, sql, g_ptr_array_index (hashes, i), NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
samen_erase_files (SamenDb *db, GPtrArray *ids, GError **error)
{
  g_autofree char *empty = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "", 0);
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);

  if (!query_texts (db,
                    "SELECT id FROM attachment WHERE person_own (record) OR person_in (name) "
                    "OR person_in (description)",
                    NULL, ids, error) ||
      !run_with (db, "INSERT OR IGNORE INTO content (hash, bytes) VALUES (?1, x'')", empty, NULL,
                 error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!erase_file (db, g_ptr_array_index (ids, i), empty, hashes, error))
      return FALSE;
  return drop_bytes (db, hashes, error);
}

/* ---- in what a file says ---- */

/* The text of the bytes with that hash, without the name */
static char *
text_without (SamenDb *db, SamenPersonSql *person, const char *hash, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (db, "SELECT bytes FROM content WHERE hash = ?1", error);
  g_autofree char *text = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  samen_db_bind_text (statement, 1, hash);
  if (!samen_db_step (db, statement, &has_row, error))
    return NULL;
  text = samen_text_of_bytes (sqlite3_column_blob (statement, 0),
                              (gsize) sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  return samen_mentions_replace (person->mentions, text, person->word);
}

static gboolean
keep_text (SamenDb *db, const char *text, const char *hash, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (db, "INSERT OR IGNORE INTO content (hash, bytes) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, hash);
  sqlite3_bind_blob64 (statement, 2, text, strlen (text), SQLITE_TRANSIENT);
  return samen_db_step (db, statement, NULL, error);
}

/* What referred to one refers to the other, and did so from the beginning */
static gboolean
put_in_place (SamenDb *db, const char *old, const char *new, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) each = NULL;

  append_for_each (all, "UPDATE \"TABLE\" SET \"FIELD\" = ?2 WHERE \"FIELD\" = ?1;"
                        "UPDATE change SET old = iif (old = ?1, ?2, old), "
                        "new = iif (new = ?1, ?2, new) "
                        "WHERE type = 'TABLE' AND field = 'FIELD';");
  g_string_append (all, "DELETE FROM content WHERE hash = ?1");
  each = g_strsplit (all->str, ";", -1);
  for (guint i = 0; each[i] != NULL; i++)
    if (!run_with (db, each[i], old, strchr (each[i], '2') != NULL ? new : NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
samen_erase_in_files (SamenDb *db, SamenPersonSql *person, GError **error)
{
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);

  if (!query_texts (db, "SELECT hash FROM content WHERE person_in_file (bytes)", NULL, hashes,
                    error))
    return FALSE;
  for (guint i = 0; i < hashes->len; i++)
    {
      const char *old = g_ptr_array_index (hashes, i);
      g_autofree char *text = text_without (db, person, old, error);
      g_autofree char *new =
          text != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1) : NULL;

      if (text == NULL || !keep_text (db, text, new, error) || !put_in_place (db, old, new, error))
        return FALSE;
    }
  return TRUE;
}
