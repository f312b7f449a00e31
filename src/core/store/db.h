/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * SamenDb:
 *
 * A connection to a dossier's SQLite file, with its statements prepared once. For the store alone.
 */
typedef struct _SamenDb SamenDb;

/**
 * samen_db_open:
 * @path: the file
 * @flags: SQLite's, such as SQLITE_OPEN_READWRITE
 *
 * Opens with what every dossier is used with: a full sync at each commit, foreign keys, deleted content
 * overwritten, no trust in what the file's schema says. Writes nothing: the file may be another's.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with @error.
 */
SamenDb *samen_db_open (const char *path, int flags, GError **error);

void samen_db_close (SamenDb *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenDb, samen_db_close)

/** samen_db_handle: Returns: (transfer none): SQLite's own handle. */
sqlite3 *samen_db_handle (SamenDb *self);

/** samen_db_run: runs all statements of @sql, which takes no values. Returns: whether it did. */
gboolean samen_db_run (SamenDb *self, const char *sql, GError **error);

/**
 * samen_db_prepare:
 * @sql: one statement, with ?1, ?2 … for its values
 *
 * Returns: (transfer none) (nullable): the statement, reset and without values, to be used before the
 *   same @sql is asked for again; %NULL with @error.
 */
sqlite3_stmt *samen_db_prepare (SamenDb *self, const char *sql, GError **error);

/**
 * samen_db_step:
 * @has_row: (out) (optional): whether there is a row to read; without it, the statement is run to its
 *   end and reset
 *
 * Returns: whether it went well.
 */
gboolean samen_db_step (SamenDb *self, sqlite3_stmt *statement, gboolean *has_row, GError **error);

/** samen_db_bind: gives the parameter at @index a value; see base/value.h. A floating one is sunk. */
void samen_db_bind (sqlite3_stmt *statement, int index, GVariant *value);

/** samen_db_bind_text: gives the parameter at @index a copy of @text, or NULL. */
void samen_db_bind_text (sqlite3_stmt *statement, int index, const char *text);

/**
 * samen_db_column:
 * @boolean: whether 0 and 1 in that column mean no and yes
 *
 * Returns: (transfer full) (nullable): the value in that column of the current row.
 */
GVariant *samen_db_column (sqlite3_stmt *statement, int column, gboolean boolean);

/**
 * samen_db_append_column:
 * @out: appended to
 * @boolean: whether 0 and 1 in that column mean no and yes
 *
 * Appends the value in that column, which is not nothing, to @out as JSON.
 */
void samen_db_append_column (GString *out, sqlite3_stmt *statement, int column, gboolean boolean);

/** samen_db_column_text: Returns: (transfer none) (nullable): valid until the next step. */
const char *samen_db_column_text (sqlite3_stmt *statement, int column);

/**
 * samen_db_query_integer:
 *
 * Returns: the number in the first column of the first row of @sql, or @fallback where there is none.
 */
gint64 samen_db_query_integer (SamenDb *self, const char *sql, gint64 fallback);

/**
 * samen_db_begin:
 *
 * Begins to write: nobody else does until samen_db_commit() succeeds, or samen_db_rollback().
 *
 * Returns: whether it did.
 */
gboolean samen_db_begin (SamenDb *self, GError **error);

/**
 * samen_db_begin_read:
 *
 * Begins to read all as it is at this moment, whatever others write until samen_db_rollback().
 *
 * Returns: whether it did.
 */
gboolean samen_db_begin_read (SamenDb *self, GError **error);

/**
 * samen_db_commit:
 *
 * Returns: whether all since samen_db_begin() is in the file; if not, none of it is once it is rolled back.
 */
gboolean samen_db_commit (SamenDb *self, GError **error);

/** samen_db_rollback: takes back all since samen_db_begin(). */
void samen_db_rollback (SamenDb *self);

/**
 * samen_db_watch_damage:
 * @noticed: called whenever SQLite finds that the file is damaged
 */
void samen_db_watch_damage (SamenDb *self, void (*noticed) (gpointer data), gpointer data);

/** samen_db_forget_failure: what failed until now is no concern of what comes. */
void samen_db_forget_failure (SamenDb *self);

/**
 * samen_db_failed:
 *
 * Returns: whether anything failed since samen_db_forget_failure(), also where nobody asked why; then
 *   @error says what did first, unless it says something already.
 */
gboolean samen_db_failed (SamenDb *self, GError **error);

/** samen_db_remove_files: removes the database at @path and what SQLite keeps beside it. */
void samen_db_remove_files (const char *path);

/** samen_db_set_error: puts into @error what SQLite last said, as a #SamenError with advice. */
void samen_db_set_error (SamenDb *self, int code, GError **error);

G_END_DECLS
