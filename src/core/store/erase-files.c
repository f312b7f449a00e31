/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

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

/* Takes away the bytes with hash ?1, unless a table or the log refers to them */
static char *
drop_sql (void)
{
  GString *sql = g_string_new ("DELETE FROM content WHERE hash = ?1");
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].kind == SAMEN_KIND_BYTES)
          g_string_append_printf (
              sql,
              " AND NOT EXISTS (SELECT 1 FROM \"%1$s\" WHERE \"%2$s\" = ?1) AND NOT EXISTS "
              "(SELECT 1 FROM change WHERE type = '%1$s' AND field = '%2$s' "
              "AND (old = ?1 OR new = ?1))",
              klass->table, klass->fields[j].name);
    }
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
