/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/json-text.h"
#include "base/unfinished.h"
#include "store/db.h"

/* How long to wait for another program that is writing, in milliseconds */
#define BUSY_TIMEOUT 5000

struct _SamenDb
{
  sqlite3 *handle;
  GHashTable *statements; /* their SQL to themselves */
  GError *failure;        /* the first since somebody began to ask */
  gboolean is_writing;    /* from samen_db_begin() until that is committed or rolled back */
  void (*damage_noticed) (gpointer data);
  gpointer data;
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
describe (SamenDb *self, int code, GError **error)
{
  const char *detail = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_FULL,
                           _ ("The disk is full. Make room and try again; nothing was changed."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_READ_ONLY,
                           _ ("You can only read this dossier; nothing was changed."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_BUSY,
                           _ ("Another program is writing this dossier. Try again in a moment."));
      break;
    case SQLITE_NOTADB:
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_NOT_A_DOSSIER,
                           _ ("This file is not a dossier of Samenspel, or it is damaged."));
      break;
    case SQLITE_CORRUPT:
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED,
                           _ ("The dossier is damaged: part of it cannot be read."));
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
                   code == SQLITE_CONSTRAINT_FOREIGNKEY
                       ? _ ("This refers to something that is not in the dossier.")
                       : _ ("The dossier cannot hold this: %s"),
                   detail);
      break;
    case SQLITE_CANTOPEN:
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND,
                           _ ("The dossier’s file cannot be opened."));
      break;
    default:
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED, _ ("The dossier could not be used: %s"),
                   detail);
    }
}

/* All that fails comes by here, also what nobody asks the reason of */
void
samen_db_set_error (SamenDb *self, int code, GError **error)
{
  const int primary = code & 0xff;
  g_autoptr (GError) reason = NULL;

  describe (self, code, &reason);
  if (self->failure == NULL)
    self->failure = g_error_copy (reason);
  g_propagate_error (error, g_steal_pointer (&reason));
  if ((primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB) && self->damage_noticed != NULL)
    self->damage_noticed (self->data);
}

void
samen_db_watch_damage (SamenDb *self, void (*noticed) (gpointer data), gpointer data)
{
  self->damage_noticed = noticed;
  self->data = data;
}

void
samen_db_forget_failure (SamenDb *self)
{
  g_clear_error (&self->failure);
}

gboolean
samen_db_failed (SamenDb *self, GError **error)
{
  if (self->failure != NULL && error != NULL && *error == NULL)
    *error = g_error_copy (self->failure);
  return self->failure != NULL;
}

void
samen_db_remove_files (const char *path)
{
  samen_remove_with_companions (path);
}

static gboolean
configure (SamenDb *self, GError **error)
{
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  if (sqlite3_db_readonly (self->handle, "main") == 1)
    return TRUE;
  return samen_db_run (self,
                       "PRAGMA synchronous = FULL;"
                       "PRAGMA secure_delete = ON;",
                       error);
}

SamenDb *
samen_db_open (const char *path, int flags, GError **error)
{
  g_autoptr (SamenDb) self = g_new0 (SamenDb, 1);
  int code;

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      samen_db_set_error (self, code, error);
      return NULL;
    }
  if (!configure (self, error))
    {
      /* What lies ready beside a damaged file is not moved into it */
      sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
samen_db_close (SamenDb *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_clear_error (&self->failure);
  g_free (self);
}

sqlite3 *
samen_db_handle (SamenDb *self)
{
  return self->handle;
}

/* After some errors SQLite takes back the transaction by itself. Whoever did not see that error and went on
 * would write for good, each statement by itself. */
static gboolean
has_lost_transaction (SamenDb *self, GError **error)
{
  if (!self->is_writing || !sqlite3_get_autocommit (self->handle))
    return FALSE;
  if (self->failure == NULL)
    samen_db_set_error (self, SQLITE_ABORT, error);
  else if (error != NULL)
    *error = g_error_copy (self->failure);
  return TRUE;
}

gboolean
samen_db_run (SamenDb *self, const char *sql, GError **error)
{
  int code;

  if (has_lost_transaction (self, error))
    return FALSE;
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    samen_db_set_error (self, code, error);
  return code == SQLITE_OK;
}

gboolean
samen_db_commit (SamenDb *self, GError **error)
{
  int code;

  if (has_lost_transaction (self, error))
    return FALSE;
  code = sqlite3_exec (self->handle, "COMMIT", NULL, NULL, NULL);
  /* SQLite may say so of one that is done: it looks once more before it returns */
  if (code == SQLITE_INTERRUPT && sqlite3_get_autocommit (self->handle))
    code = SQLITE_OK;
  if (code != SQLITE_OK)
    samen_db_set_error (self, code, error);
  else
    self->is_writing = FALSE;
  return code == SQLITE_OK;
}

void
samen_db_rollback (SamenDb *self)
{
  /* SQLite has done it by itself after some errors */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  self->is_writing = FALSE;
}

gboolean
samen_db_begin (SamenDb *self, GError **error)
{
  /* What could not even be taken back the last time would stand in the way for ever */
  samen_db_rollback (self);
  self->is_writing = samen_db_run (self, "BEGIN IMMEDIATE", error);
  return self->is_writing;
}

gboolean
samen_db_begin_read (SamenDb *self, GError **error)
{
  /* SQLite begins to read at the first thing that is asked */
  if (samen_db_run (self, "BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1", error))
    return TRUE;
  samen_db_rollback (self);
  return FALSE;
}

sqlite3_stmt *
samen_db_prepare (SamenDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      samen_db_set_error (self, code, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

gboolean
samen_db_step (SamenDb *self, sqlite3_stmt *statement, gboolean *has_row, GError **error)
{
  int code;

  if (has_lost_transaction (self, error))
    {
      if (has_row != NULL)
        *has_row = FALSE;
      sqlite3_reset (statement);
      return FALSE;
    }
  do
    code = sqlite3_step (statement);
  while (code == SQLITE_ROW && has_row == NULL);

  if (has_row != NULL)
    *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    samen_db_set_error (self, code, error);
  /* An open read would keep the WAL from being cleared */
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

void
samen_db_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

void
samen_db_bind (sqlite3_stmt *statement, int index, GVariant *value)
{
  g_autoptr (GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;

  if (owned == NULL)
    sqlite3_bind_null (statement, index);
  else if (g_variant_is_of_type (owned, G_VARIANT_TYPE_INT64))
    sqlite3_bind_int64 (statement, index, g_variant_get_int64 (owned));
  else if (g_variant_is_of_type (owned, G_VARIANT_TYPE_DOUBLE))
    sqlite3_bind_double (statement, index, g_variant_get_double (owned));
  else if (g_variant_is_of_type (owned, G_VARIANT_TYPE_BOOLEAN))
    sqlite3_bind_int (statement, index, g_variant_get_boolean (owned));
  else
    samen_db_bind_text (statement, index, g_variant_get_string (owned, NULL));
}

const char *
samen_db_column_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

GVariant *
samen_db_column (sqlite3_stmt *statement, int column, gboolean boolean)
{
  GVariant *value = NULL;

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      if (boolean)
        value = g_variant_new_boolean (sqlite3_column_int (statement, column) != 0);
      else
        value = g_variant_new_int64 (sqlite3_column_int64 (statement, column));
      break;
    case SQLITE_FLOAT:
      value = g_variant_new_double (sqlite3_column_double (statement, column));
      break;
    case SQLITE_TEXT:
      /* A damaged file may hold anything, and a GVariant only UTF-8 */
      value = g_variant_new_take_string (
          g_utf8_make_valid (samen_db_column_text (statement, column), -1));
      break;
    default:
      return NULL;
    }
  return g_variant_ref_sink (value);
}

static void
append_text (GString *out, const char *text, gsize length)
{
  g_autofree char *valid = NULL;

  /* A damaged file may hold anything, and JSON only UTF-8 */
  if (!g_utf8_validate_len (text, length, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  samen_json_append_text (out, text);
}

void
samen_db_append_column (GString *out, sqlite3_stmt *statement, int column, gboolean boolean)
{
  char digits[24];

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT,
                  (gint64) sqlite3_column_int64 (statement, column));
      g_string_append (out, !boolean ? digits : *digits != '0' ? "true" : "false");
      break;
    case SQLITE_FLOAT:
      samen_json_append_decimal (out, sqlite3_column_double (statement, column));
      break;
    default:
      append_text (out, samen_db_column_text (statement, column),
                   (gsize) sqlite3_column_bytes (statement, column));
    }
}

gint64
samen_db_query_integer (SamenDb *self, const char *sql, gint64 fallback)
{
  sqlite3_stmt *statement = samen_db_prepare (self, sql, NULL);
  gint64 number = fallback;
  gboolean has_row;

  if (statement != NULL && samen_db_step (self, statement, &has_row, NULL) && has_row)
    number = sqlite3_column_int64 (statement, 0);
  if (statement != NULL)
    sqlite3_reset (statement);
  return number;
}
