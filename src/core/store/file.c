/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "base/unfinished.h"
#include "store/file.h"
#include "store/store-private.h"

/* Of a name, in bytes: what any file system takes, with room for what a program adds */
#define LONGEST_NAME 200

/* How much is in memory at once */
#define PORTION (256 * 1024)

/*
 * One file on its way in: to the disk first, for its hash, and from there into the place that is made for it.
 * Others wait for the latter, which takes no longer for a file that comes from far or from a slow stick.
 */
typedef struct
{
  SamenStore *store;
  GFile *file;
  SamenUnfinished *stage;
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
samen_file_show_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *clean = samen_text_clean (valid);

  g_strstrip (g_strdelimit (clean, "\n", ' '));
  return g_strdup (*clean != '\0' ? clean : "file");
}

char *
samen_file_safe_name (const char *name)
{
  g_autofree char *shown = samen_file_show_name (name);
  g_autofree char *plain = g_strdelimit (g_steal_pointer (&shown), "/\\:", '_');
  gsize length = strlen (plain);
  const char *end = plain + (length > LONGEST_NAME ? length - LONGEST_NAME : 0);

  while ((*end & 0xc0) == 0x80 || *end == '.' || *end == ' ')
    end++;
  return g_strdup (*end != '\0' ? end : "file");
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

/* Puts into words what the system says of the file, where a user can do something about that */
static gboolean
explain (Taking *self, GError **error)
{
  g_autofree char *base = g_file_get_basename (self->file);
  g_autofree char *name = g_filename_display_name (base);

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_clear_error (error);
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND, _ ("“%s” is not there any more."),
                   name);
    }
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    {
      g_clear_error (error);
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
                   _ ("You may not read “%s”. Ask its owner for access, or choose another file."),
                   name);
    }
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
    return explain (self, error);
  self->taken->name = samen_file_show_name (g_file_info_get_display_name (info));
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
                   _ ("“%s” is not a file. Choose a file, such as a PDF."), self->taken->name);
      return FALSE;
    }
  return g_file_info_get_size (info) <= SAMEN_FILE_MOST_BYTES || fail_too_large (self, error);
}

static gboolean
fail_staging (GError **error)
{
  g_set_error (error, SAMEN_ERROR, errno == ENOSPC ? SAMEN_ERROR_FULL : SAMEN_ERROR_FAILED,
               _ ("The file could not be kept: %s"), g_strerror (errno));
  return FALSE;
}

static gboolean
stage_portion (Taking *self, gsize n, GError **error)
{
  for (gsize done = 0; done < n;)
    {
      gssize written = write (self->stage->descriptor, self->portion + done, n - done);

      if (written < 0 && errno != EINTR)
        return fail_staging (error);
      done += (gsize) MAX (written, 0);
    }
  return TRUE;
}

/* How far it is, of a file that is as large as it is allowed to be, or less */
static gboolean
report_staged (Taking *self, GError **error)
{
  return samen_progress_report (
      self->progress, 0.6 * (double) self->taken->size / (double) SAMEN_FILE_MOST_BYTES, error);
}

static char *
get_etag (GFileInputStream *stream)
{
  g_autoptr (GFileInfo) info =
      g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

/* What somebody wrote into it meanwhile would be half in it */
static gboolean
is_unchanged (Taking *self, GFileInputStream *stream, const char *before, GError **error)
{
  g_autofree char *after = get_etag (stream);

  if (g_strcmp0 (before, after) == 0)
    return TRUE;
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
               _ ("“%s” changed while it was read. Close it elsewhere and try again."),
               self->taken->name);
  return FALSE;
}

static gboolean
read_all (Taking *self, GInputStream *stream, GError **error)
{
  GCancellable *cancellable = self->progress != NULL ? self->progress->cancellable : NULL;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize n = 0;

  do
    {
      if (!g_input_stream_read_all (stream, self->portion, PORTION, &n, cancellable, error) ||
          !stage_portion (self, n, error))
        return FALSE;
      if (self->taken->size == 0)
        self->taken->media_type = samen_file_guess_type (self->taken->name, self->portion, n);
      self->taken->size += (gint64) n;
      if (self->taken->size > SAMEN_FILE_MOST_BYTES)
        return fail_too_large (self, error);
      g_checksum_update (sum, self->portion, (gssize) n);
      if (!report_staged (self, error))
        return FALSE;
    }
  while (n == PORTION);
  self->taken->hash = g_strdup (g_checksum_get_string (sum));
  if (self->taken->size > 0)
    return TRUE;
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, _ ("“%s” is empty."), self->taken->name);
  return FALSE;
}

static gboolean
read_in (Taking *self, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, NULL, error);
  g_autofree char *before = stream != NULL ? get_etag (stream) : NULL;

  if (stream == NULL)
    return explain (self, error);
  return read_all (self, G_INPUT_STREAM (stream), error) &&
         is_unchanged (self, stream, before, error);
}

static gboolean
stage (Taking *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (samen_store_get_path (self->store));

  self->stage = samen_unfinished_new (folder);
  return self->stage != NULL ? read_in (self, error) : fail_staging (error);
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

static gboolean
copy_in (Taking *self, sqlite3_blob *blob, GError **error)
{
  for (gint64 done = 0; done < self->taken->size;)
    {
      gssize n = pread (self->stage->descriptor, self->portion, PORTION, done);
      int code = SQLITE_IOERR;

      if (n > 0)
        code = sqlite3_blob_write (blob, self->portion, (int) n, (int) done);
      if (code != SQLITE_OK)
        {
          samen_db_set_error (self->store->db, code, error);
          return FALSE;
        }
      done += n;
      if (!samen_progress_report (self->progress,
                                  0.6 + 0.4 * (double) done / (double) self->taken->size, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_in (Taking *self, GError **error)
{
  sqlite3_blob *blob;
  gboolean success;

  /* Kept already, with something else */
  if (samen_store_bytes_size (self->store, self->taken->hash) >= 0)
    return TRUE;
  if (!make_place (self, error))
    return FALSE;
  blob = open_blob (self->store, self->taken->hash, TRUE, error);
  if (blob == NULL)
    return FALSE;
  success = copy_in (self, blob, error);
  sqlite3_blob_close (blob);
  return success;
}

static gboolean
take (Taking *self, GError **error)
{
  SamenDb *db = self->store->db;

  if (!samen_store_is_in_place (self->store, error) ||
      samen_store_is_damaged (self->store, error) || !look_at (self, error) ||
      !stage (self, error) || !samen_db_begin (db, error))
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
  Taking taking = { self, file, NULL, progress, taken, portion };
  const gboolean success = take (&taking, error);

  g_clear_pointer (&taking.stage, samen_unfinished_free);
  return success ? g_steal_pointer (&taken) : NULL;
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
