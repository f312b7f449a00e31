/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "store/store-private.h"

gboolean
samen_store_add_bytes (SamenStore *self, GBytes *bytes, char **hash, GError **error)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  sqlite3_stmt *statement = samen_db_prepare (
      self->db, "INSERT OR IGNORE INTO content (hash, bytes) VALUES (?1, ?2)", error);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, sum);
  sqlite3_bind_blob64 (statement, 2, data != NULL ? data : "", size, SQLITE_STATIC);
  if (!samen_db_step (self->db, statement, NULL, error))
    return FALSE;
  sqlite3_clear_bindings (statement);
  *hash = g_steal_pointer (&sum);
  return TRUE;
}

GBytes *
samen_store_load_bytes (SamenStore *self, const char *hash, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (self->db, "SELECT bytes FROM content WHERE hash = ?1", error);
  GBytes *bytes = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  samen_db_bind_text (statement, 1, hash);
  if (!samen_db_step (self->db, statement, &has_row, error))
    return NULL;
  if (has_row)
    bytes = g_bytes_new (sqlite3_column_blob (statement, 0),
                         (gsize) sqlite3_column_bytes (statement, 0));
  else
    g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND,
                         _ ("The contents of this file are not in the dossier."));
  sqlite3_reset (statement);
  return bytes;
}
