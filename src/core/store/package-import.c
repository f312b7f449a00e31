/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "base/sync.h"
#include "store/check.h"
#include "store/package-private.h"

#define PIECE 65536

/* How much of the dossier stays in memory while it is put together, in kilobytes */
#define CACHE "32768"

/* After how many steps of SQLite's own it is asked whether anybody still waits */
#define STEPS_AT_ONCE 100000

typedef struct
{
  SamenPackageArchive *archive;
  SamenStore *store;
  const SamenProgress *progress;
  gboolean has_records;
  gboolean has_log;
} Import;

/* ---- attachments ---- */

static sqlite3_blob *
make_blob (Import *self, const char *hash, gint64 size, GError **error)
{
  SamenDb *db = self->store->db;
  sqlite3_blob *blob = NULL;
  sqlite3_stmt *statement =
      samen_db_prepare (db, "INSERT INTO content (hash, bytes) VALUES (?1, zeroblob (?2))", error);
  int code;

  if (statement == NULL)
    return NULL;
  samen_db_bind_text (statement, 1, hash);
  sqlite3_bind_int64 (statement, 2, size);
  if (!samen_db_step (db, statement, NULL, error))
    return NULL;
  code = sqlite3_blob_open (samen_db_handle (db), "main", "content", "bytes",
                            sqlite3_last_insert_rowid (samen_db_handle (db)), 1, &blob);
  if (code != SQLITE_OK)
    samen_db_set_error (db, code, error);
  return blob;
}

/* Whether all of the entry is in the blob, and is what its name says */
static gboolean
fill_blob (Import *self, sqlite3_blob *blob, const char *name, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *hash = name + strlen (SAMEN_PACKAGE_ATTACHMENTS);
  const int size = sqlite3_blob_bytes (blob);
  g_autofree char *buffer = g_malloc (PIECE);
  int offset = 0;
  gssize n;

  while ((n = samen_package_archive_read (self->archive, buffer, PIECE, error)) > 0)
    {
      int code =
          n <= size - offset ? sqlite3_blob_write (blob, buffer, (int) n, offset) : SQLITE_TOOBIG;

      if (code == SQLITE_TOOBIG)
        return samen_package_fail (name, 0, _ ("This file is longer than the package says."),
                                   error);
      if (code != SQLITE_OK)
        {
          samen_db_set_error (self->store->db, code, error);
          return FALSE;
        }
      g_checksum_update (sum, (const guchar *) buffer, n);
      offset += (int) n;
    }
  if (n < 0)
    return FALSE;
  return (offset == size && g_str_equal (g_checksum_get_string (sum), hash)) ||
         samen_package_fail (name, 0, _ ("This file in the package is damaged."), error);
}

static gboolean
read_attachment (Import *self, const char *name, GError **error)
{
  const gint64 size = samen_package_archive_size (self->archive);
  sqlite3_blob *blob;
  gboolean success;

  if (size < 0)
    return samen_package_fail (name, 0, _ ("The package does not say how long this file is."),
                               error);
  blob = make_blob (self, name + strlen (SAMEN_PACKAGE_ATTACHMENTS), size, error);
  success = blob != NULL && fill_blob (self, blob, name, error);
  sqlite3_blob_close (blob);
  return success;
}

/* ---- all of it ---- */

static SamenJsonStream *
open_stream (SamenPackageArchive *archive)
{
  return samen_json_stream_new (samen_package_archive_read, archive, SAMEN_PACKAGE_DEEPEST,
                                SAMEN_PACKAGE_LONGEST_TEXT);
}

static gboolean
read_entry (Import *self, const char *name, GError **error)
{
  g_autoptr (SamenJsonStream) stream = open_stream (self->archive);

  if (g_str_equal (name, SAMEN_PACKAGE_RECORDS))
    {
      self->has_records = TRUE;
      return samen_package_read_records (stream, self->store, error);
    }
  if (g_str_equal (name, SAMEN_PACKAGE_LOG))
    {
      self->has_log = TRUE;
      return samen_package_read_log (stream, self->store, error);
    }
  return read_attachment (self, name, error);
}

static gboolean
read_entries (Import *self, GError **error)
{
  const char *name;

  do
    if (!samen_package_archive_next (self->archive, &name, error) ||
        (name != NULL && !read_entry (self, name, error)))
      return FALSE;
  while (name != NULL);
  if (!self->has_records || !self->has_log)
    return samen_package_fail (self->has_records ? SAMEN_PACKAGE_LOG : SAMEN_PACKAGE_RECORDS, 0,
                               _ ("This file is missing in the package."), error);
  return samen_package_check_references (self->store, error) &&
         samen_store_index_anew (self->store, error);
}

static int
is_cancelled_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static gboolean
check (Import *self, GError **error)
{
  SamenDb *db = self->store->db;
  GCancellable *cancellable = self->progress != NULL ? self->progress->cancellable : NULL;
  g_auto (GStrv) problems = NULL;

  if (!samen_progress_report (self->progress, 0.8, error))
    return FALSE;
  if (cancellable != NULL)
    sqlite3_progress_handler (samen_db_handle (db), STEPS_AT_ONCE, is_cancelled_cb, cancellable);
  problems = samen_store_check (self->store);
  sqlite3_progress_handler (samen_db_handle (db), 0, NULL, NULL);
  if (!samen_progress_report (self->progress, 0.95, error))
    return FALSE;
  if (problems[0] == NULL)
    return TRUE;
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED,
               _ ("The records and the log of the package contradict each other: %s"), problems[0]);
  return FALSE;
}

/* The file is of no use before it is complete, so it need not be safe on the disk until then */
static gboolean
fill (Import *self, GError **error)
{
  SamenDb *db = self->store->db;

  if (!samen_db_run (db,
                     "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; "
                     "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -" CACHE
                     "; BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON",
                     error))
    return FALSE;
  if (!read_entries (self, error) || !samen_db_commit (db, error))
    {
      samen_db_rollback (db);
      return FALSE;
    }
  return check (self, error) &&
         samen_db_run (db, "DROP TABLE temp.place; PRAGMA journal_mode = WAL", error);
}

static gboolean
make_dossier (Import *self, const char *path, GError **error)
{
  gboolean success;

  self->store = samen_store_create (path, error);
  if (self->store == NULL)
    return FALSE;
  success = fill (self, error);
  g_clear_object (&self->store);
  return success;
}

gboolean
samen_package_import (const char *path,
                      const char *passphrase,
                      const char *target,
                      const SamenProgress *progress,
                      GError **error)
{
  g_autofree char *unfinished = g_strconcat (target, SAMEN_UNFINISHED, NULL);
  g_autoptr (SamenPackageArchive) archive = NULL;
  Import import = { .progress = progress };
  gboolean success;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED, _ ("There is a file called %s already."),
                   target);
      return FALSE;
    }
  archive = samen_package_archive_open (path, passphrase, progress, error);
  if (archive == NULL)
    return FALSE;
  import.archive = archive;
  samen_db_remove_files (unfinished);
  success = make_dossier (&import, unfinished, error);
  if (success && !samen_put_in_place (unfinished, target, FALSE))
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
                   _ ("The dossier could not be written: %s"), g_strerror (errno));
      success = FALSE;
    }
  if (!success)
    samen_db_remove_files (unfinished);
  return success;
}

char *
samen_package_look (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (SamenPackageArchive) archive =
      samen_package_archive_open (path, passphrase, NULL, error);
  g_autoptr (SamenJsonStream) stream = NULL;
  const char *name = NULL;
  char *id = NULL;

  do
    if (archive == NULL || !samen_package_archive_next (archive, &name, error))
      return NULL;
  while (name != NULL && !g_str_equal (name, SAMEN_PACKAGE_RECORDS));
  if (name == NULL)
    {
      samen_package_fail (SAMEN_PACKAGE_RECORDS, 0, _ ("This file is missing in the package."),
                          error);
      return NULL;
    }
  stream = open_stream (archive);
  return samen_package_read_head (stream, &id, error) ? id : NULL;
}
