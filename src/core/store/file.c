/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "store/file.h"
#include "store/store-private.h"

/* How much is in memory at once */
#define PORTION (256 * 1024)

/* One file on its way in: read twice, for its hash and then into the place that is made for it */
typedef struct
{
  SamenStore *store;
  GFile *file;
  const SamenProgress *progress;
  SamenFile *taken;
  guint8 *portion;
} Taking;

void
samen_file_free (SamenFile *self)
{
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->hash);
  g_free (self);
}

char *
samen_file_guess_type (const char *name, const guint8 *start, gsize length)
{
  g_autofree char *contents = g_content_type_guess (NULL, start, length, NULL);
  g_autofree char *named = g_content_type_guess (name, NULL, 0, NULL);
  gboolean precise = !g_content_type_is_unknown (contents) && !g_content_type_is_unknown (named) &&
                     g_content_type_is_a (named, contents);
  char *type = g_content_type_get_mime_type (precise ? named : contents);

  return type != NULL ? type : g_strdup ("application/octet-stream");
}

static gboolean
fail_too_large (Taking *self, GError **error)
{
  g_autofree char *most = g_format_size (SAMEN_FILE_MOST_BYTES);

  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
               /* Translators: the name of a file, and a size such as 50 MB */
               _ ("“%s” is too large: a dossier takes files of %s at most. Make it smaller, for "
                  "example by scanning it in black and white."),
               self->taken->name, most);
  return FALSE;
}

static gboolean
look_at (Taking *self, GError **error)
{
  GCancellable *cancellable = self->progress != NULL ? self->progress->cancellable : NULL;
  g_autoptr (GFileInfo) info =
      g_file_query_info (self->file,
                         G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                                "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  self->taken->name = g_utf8_make_valid (g_file_info_get_display_name (info), -1);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
                   _ ("“%s” is not a file. Choose a file, such as a PDF."), self->taken->name);
      return FALSE;
    }
  return g_file_info_get_size (info) <= SAMEN_FILE_MOST_BYTES || fail_too_large (self, error);
}

/* Reads on; *@n is 0 at the end */
static gboolean
read_portion (Taking *self, GInputStream *stream, gsize *n, GError **error)
{
  GCancellable *cancellable = self->progress != NULL ? self->progress->cancellable : NULL;

  return g_input_stream_read_all (stream, self->portion, PORTION, n, cancellable, error);
}

static gboolean
read_hash (Taking *self, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, NULL, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize n = 0;

  if (stream == NULL)
    return FALSE;
  do
    {
      if (!read_portion (self, G_INPUT_STREAM (stream), &n, error))
        return FALSE;
      if (self->taken->size == 0)
        self->taken->media_type = samen_file_guess_type (self->taken->name, self->portion, n);
      self->taken->size += (gint64) n;
      if (self->taken->size > SAMEN_FILE_MOST_BYTES)
        return fail_too_large (self, error);
      g_checksum_update (sum, self->portion, (gssize) n);
    }
  while (n == PORTION);
  self->taken->hash = g_strdup (g_checksum_get_string (sum));
  if (self->taken->size > 0)
    return samen_progress_report (self->progress, 0.4, error);
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, _ ("“%s” is empty."), self->taken->name);
  return FALSE;
}

static sqlite3_blob *
open_blob (SamenStore *self, const char *hash, gboolean writable, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (self->db, "SELECT rowid FROM content WHERE hash = ?1", error);
  sqlite3_blob *blob = NULL;
  gboolean has_row;
  gint64 row;
  int code;

  if (statement == NULL)
    return NULL;
  samen_db_bind_text (statement, 1, hash);
  if (!samen_db_step (self->db, statement, &has_row, error))
    return NULL;
  row = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  if (!has_row)
    {
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND,
                           _ ("The contents of this file are not in the dossier."));
      return NULL;
    }
  code = sqlite3_blob_open (samen_db_handle (self->db), "main", "content", "bytes", row, writable,
                            &blob);
  if (code == SQLITE_OK)
    return blob;
  samen_db_set_error (self->db, code, error);
  sqlite3_blob_close (blob);
  return NULL;
}

static gboolean
make_place (Taking *self, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (
      self->store->db, "INSERT INTO content (hash, bytes) VALUES (?1, zeroblob (?2))", error);

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, self->taken->hash);
  sqlite3_bind_int64 (statement, 2, self->taken->size);
  return samen_db_step (self->store->db, statement, NULL, error);
}

/* Fails where the file is no longer what its hash was made of */
static gboolean
copy_in (Taking *self, sqlite3_blob *blob, GInputStream *stream, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 done = 0;
  gsize n = 0;

  do
    {
      int code = SQLITE_OK;

      if (!read_portion (self, stream, &n, error))
        return FALSE;
      if (done + (gint64) n <= self->taken->size)
        code = sqlite3_blob_write (blob, self->portion, (int) n, (int) done);
      if (code != SQLITE_OK)
        {
          samen_db_set_error (self->store->db, code, error);
          return FALSE;
        }
      g_checksum_update (sum, self->portion, (gssize) n);
      done += (gint64) n;
      if (!samen_progress_report (self->progress,
                                  0.4 + 0.5 * (double) done / (double) self->taken->size, error))
        return FALSE;
    }
  while (n == PORTION && done <= self->taken->size);
  if (g_str_equal (g_checksum_get_string (sum), self->taken->hash))
    return TRUE;
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
               _ ("“%s” changed while it was read. Close it elsewhere and try again."),
               self->taken->name);
  return FALSE;
}

static gboolean
write_in (Taking *self, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  sqlite3_blob *blob;
  gboolean success;

  /* Kept already, with something else */
  if (samen_store_bytes_size (self->store, self->taken->hash) >= 0)
    return TRUE;
  stream = g_file_read (self->file, NULL, error);
  if (stream == NULL || !make_place (self, error))
    return FALSE;
  blob = open_blob (self->store, self->taken->hash, TRUE, error);
  if (blob == NULL)
    return FALSE;
  success = copy_in (self, blob, G_INPUT_STREAM (stream), error);
  sqlite3_blob_close (blob);
  return success;
}

static gboolean
take (Taking *self, GError **error)
{
  SamenDb *db = self->store->db;

  if (!samen_store_is_in_place (self->store, error) ||
      samen_store_is_damaged (self->store, error) || !look_at (self, error) ||
      !read_hash (self, error) || !samen_db_begin (db, error))
    return FALSE;
  if (write_in (self, error) && samen_db_commit (db, error))
    return TRUE;
  samen_db_rollback (db);
  return FALSE;
}

SamenFile *
samen_store_take_file (SamenStore *self, GFile *file, const SamenProgress *progress, GError **error)
{
  g_autoptr (SamenFile) taken = g_new0 (SamenFile, 1);
  g_autofree guint8 *portion = g_malloc (PORTION);
  Taking taking = { self, file, progress, taken, portion };

  return take (&taking, error) ? g_steal_pointer (&taken) : NULL;
}

/* All of the blob into the stream; fails where it is not what its hash says */
static gboolean
copy_out (SamenStore *self,
          sqlite3_blob *blob,
          const char *hash,
          GOutputStream *stream,
          const SamenProgress *progress,
          GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *portion = g_malloc (PORTION);
  const int size = sqlite3_blob_bytes (blob);

  for (int done = 0; done < size;)
    {
      const int n = MIN (PORTION, size - done);
      const int code = sqlite3_blob_read (blob, portion, n, done);

      if (code != SQLITE_OK)
        {
          samen_db_set_error (self->db, code, error);
          return FALSE;
        }
      g_checksum_update (sum, portion, n);
      done += n;
      if (!g_output_stream_write_all (stream, portion, (gsize) n, NULL, NULL, error) ||
          !samen_progress_report (progress, (double) done / size, error))
        return FALSE;
    }
  if (g_str_equal (g_checksum_get_string (sum), hash))
    return TRUE;
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED,
                       _ ("The contents of this file are damaged, so they were not written."));
  return FALSE;
}

gboolean
samen_store_write_file (SamenStore *self,
                        const char *hash,
                        GFile *file,
                        const SamenProgress *progress,
                        GError **error)
{
  sqlite3_blob *blob = open_blob (self, hash, FALSE, error);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) dropped = g_cancellable_new ();
  gboolean success;

  if (blob == NULL)
    return FALSE;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error);
  success =
      stream != NULL && copy_out (self, blob, hash, G_OUTPUT_STREAM (stream), progress, error);
  sqlite3_blob_close (blob);
  if (success)
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
  /* What was there stays there */
  g_cancellable_cancel (dropped);
  if (stream != NULL)
    g_output_stream_close (G_OUTPUT_STREAM (stream), dropped, NULL);
  return FALSE;
}

gint64
samen_store_bytes_size (SamenStore *self, const char *hash)
{
  sqlite3_stmt *statement =
      samen_db_prepare (self->db, "SELECT length (bytes) FROM content WHERE hash = ?1", NULL);
  gint64 size = -1;
  gboolean has_row;

  if (statement == NULL)
    return -1;
  samen_db_bind_text (statement, 1, hash);
  if (samen_db_step (self->db, statement, &has_row, NULL) && has_row)
    size = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return size;
}
