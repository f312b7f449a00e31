/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "base/unfinished.h"
#include "store/package-private.h"

/* How much is written at a time, in bytes */
#define PIECE 65536

/* The texts take little more room than at the level that takes three times as long */
#define LEVEL "1"

/* How much of an attachment is as much work as a record or a change, in bytes */
#define BYTES_A_ROW 4096.0

typedef struct
{
  SamenStore *store;
  struct archive *archive;
  const SamenProgress *progress;
  GString *text;
  double done;
  double all;
} Export;

static gboolean
fail (Export *self, GError **error)
{
  const int code = archive_errno (self->archive);
  const char *detail = archive_error_string (self->archive);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error_literal (
        error, SAMEN_ERROR, SAMEN_ERROR_FULL,
        _ ("There is no room for the package. Make room, or choose another place."));
  else
    g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED, _ ("The package could not be written: %s"),
                 detail != NULL ? detail : g_strerror (code));
  return FALSE;
}

static gboolean
report (Export *self, double work, GError **error)
{
  self->done += work;
  return samen_progress_report (self->progress, 0.98 * self->done / self->all, error);
}

/* Nothing in it tells when or by whom it was written, so that the same dossier gives the same bytes */
static gboolean
begin_entry (Export *self, const char *name, gint64 size, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean success;

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (size >= 0)
    archive_entry_set_size (entry, size);
  /* An attachment is a photo or a scan, which hardly gets any smaller */
  success = (size >= 0 ? archive_write_zip_set_compression_store (self->archive)
                       : archive_write_zip_set_compression_deflate (self->archive)) == ARCHIVE_OK &&
            archive_write_header (self->archive, entry) == ARCHIVE_OK;
  archive_entry_free (entry);
  return success || fail (self, error);
}

static gboolean
write_data (gpointer data, const char *bytes, gsize size, GError **error)
{
  Export *self = data;

  return archive_write_data (self->archive, bytes, size) == (la_ssize_t) size || fail (self, error);
}

static gboolean
write_json (gpointer data, const char *text, gsize length, GError **error)
{
  Export *self = data;

  return write_data (self, text, length, error) && report (self, length / 256.0, error);
}

/* ---- the log ---- */

/* A member of that name, if there is anything in the column */
static void
append_member (GString *out,
               const char *name,
               sqlite3_stmt *statement,
               int column,
               gboolean boolean)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return;
  g_string_append (out, out->str[out->len - 1] == '{' ? "\"" : ",\"");
  g_string_append (out, name);
  g_string_append (out, "\":");
  samen_db_append_column (out, statement, column, boolean);
}

static void
append_edit (GString *out, sqlite3_stmt *statement)
{
  static const char *const names[] = { "edit", "label", "author", "device", "action", "target" };
  const gint64 clock = sqlite3_column_int64 (statement, 8);

  g_string_append_c (out, '{');
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    append_member (out, names[i], statement, (int) i + 1, FALSE);
  /* Many programs read whole numbers up to 2^53 only */
  g_string_append_printf (out, ",\"time\":%" G_GINT64_FORMAT ",\"clock\":%" G_GINT64_FORMAT,
                          (gint64) sqlite3_column_int64 (statement, 7),
                          clock >> SAMEN_CLOCK_COUNTER_BITS);
  g_string_append_printf (out, ",\"count\":%d}\n",
                          (int) (clock & ((1 << SAMEN_CLOCK_COUNTER_BITS) - 1)));
}

static gboolean
append_change (GString *out, sqlite3_stmt *statement)
{
  static const char *const names[] = { "type", "record", "field", "old", "new" };
  GType type = samen_record_type_of_table (samen_db_column_text (statement, 0));
  const SamenField *field = type != G_TYPE_INVALID
                                ? samen_record_class_find (samen_record_class_of (type),
                                                           samen_db_column_text (statement, 2))
                                : NULL;

  if (field == NULL)
    return FALSE;
  g_string_append_c (out, '{');
  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    append_member (out, names[i], statement, i, i >= 3 && field->kind == SAMEN_KIND_BOOLEAN);
  g_string_append (out, "}\n");
  return TRUE;
}

static gboolean
flush (Export *self, gsize least, GError **error)
{
  if (self->text->len < least)
    return TRUE;
  if (!write_data (self, self->text->str, self->text->len, error))
    return FALSE;
  g_string_truncate (self->text, 0);
  return report (self, 0, error);
}

static gboolean
write_changes (Export *self, gint64 seq, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (self->store->db,
                        "SELECT type, record, field, old, new FROM change WHERE edit = ?1 "
                        "ORDER BY record, field",
                        error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, seq);
  while (samen_db_step (self->store->db, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!append_change (self->text, statement))
        {
          g_set_error_literal (
              error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED,
              _ ("The history of the dossier has something in it that this version "
                 "of Samenspel does not know."));
          return FALSE;
        }
      self->done++;
      if (!flush (self, PIECE, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
write_log (Export *self, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (
      self->store->db,
      "SELECT e.seq, e.id, e.label, e.author, e.device, e.action, t.id, e.time, e.clock "
      "FROM edit e LEFT JOIN edit t ON t.seq = e.target ORDER BY e.seq",
      error);
  gboolean has_row;

  if (statement == NULL || !begin_entry (self, SAMEN_PACKAGE_LOG, -1, error))
    return FALSE;
  while (samen_db_step (self->store->db, statement, &has_row, error))
    {
      if (!has_row)
        return flush (self, 0, error);
      append_edit (self->text, statement);
      if (!write_changes (self, sqlite3_column_int64 (statement, 0), error))
        return FALSE;
    }
  return FALSE;
}

/* ---- the attachments ---- */

static gboolean
copy_bytes (Export *self, sqlite3_blob *blob, GError **error)
{
  char buffer[PIECE];
  const int size = sqlite3_blob_bytes (blob);

  for (int offset = 0; offset < size; offset += PIECE)
    {
      const int n = MIN (PIECE, size - offset);
      const int code = sqlite3_blob_read (blob, buffer, n, offset);

      if (code != SQLITE_OK)
        {
          samen_db_set_error (self->store->db, code, error);
          return FALSE;
        }
      if (!write_data (self, buffer, (gsize) n, error) || !report (self, n / BYTES_A_ROW, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_attachment (Export *self, sqlite3_stmt *statement, GError **error)
{
  g_autofree char *name =
      g_strconcat (SAMEN_PACKAGE_ATTACHMENTS, samen_db_column_text (statement, 1), NULL);
  sqlite3_blob *blob = NULL;
  const int code = sqlite3_blob_open (samen_db_handle (self->store->db), "main", "content", "bytes",
                                      sqlite3_column_int64 (statement, 0), 0, &blob);
  gboolean success;

  if (code != SQLITE_OK)
    samen_db_set_error (self->store->db, code, error);
  success = code == SQLITE_OK && begin_entry (self, name, sqlite3_blob_bytes (blob), error) &&
            copy_bytes (self, blob, error);
  sqlite3_blob_close (blob);
  return success;
}

static gboolean
write_attachments (Export *self, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (self->store->db, "SELECT rowid, hash FROM content ORDER BY hash", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (samen_db_step (self->store->db, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!write_attachment (self, statement, error))
        return FALSE;
    }
  return FALSE;
}

/* ---- the file ---- */

/* A change takes about as much text in the log as in its record, which is half of what there is to write */
static double
measure (SamenDb *db)
{
  const double changes = samen_db_query_integer (db, "SELECT count(*) FROM change", 0);
  const double bytes =
      samen_db_query_integer (db, "SELECT coalesce (sum (length (bytes)), 0) FROM content", 0);

  return 1 + 1.5 * changes + bytes / BYTES_A_ROW;
}

static gboolean
write_entries (Export *self, GError **error)
{
  return begin_entry (self, SAMEN_PACKAGE_RECORDS, -1, error) &&
         samen_store_write_json (self->store, SAMEN_JSON_DELETED, write_json, self, error) &&
         write_log (self, error) && write_attachments (self, error) && report (self, 0, error);
}

/* All of the dossier as it is at one moment, whatever others write meanwhile */
static gboolean
write_at_one_moment (Export *self, GError **error)
{
  SamenDb *db = self->store->db;
  gboolean success;

  if (!samen_db_begin_read (db, error))
    return FALSE;
  self->all = measure (db);
  success = write_entries (self, error);
  samen_db_rollback (db);
  return success;
}

static gboolean
open_archive (Export *self, int descriptor, const char *passphrase, GError **error)
{
  struct archive *archive = self->archive;

  if (archive_write_set_format_zip (archive) != ARCHIVE_OK ||
      archive_write_set_options (archive, "zip:compression-level=" LEVEL) != ARCHIVE_OK ||
      archive_write_set_bytes_per_block (archive, PIECE) != ARCHIVE_OK ||
      archive_write_set_bytes_in_last_block (archive, 1) != ARCHIVE_OK)
    return fail (self, error);
  if (passphrase != NULL &&
      (archive_write_set_options (archive, "zip:encryption=aes256") != ARCHIVE_OK ||
       archive_write_set_passphrase (archive, passphrase) != ARCHIVE_OK))
    return fail (self, error);
  return archive_write_open_fd (archive, descriptor) == ARCHIVE_OK || fail (self, error);
}

static gboolean
write_archive (Export *self, int descriptor, const char *passphrase, GError **error)
{
  gboolean success =
      open_archive (self, descriptor, passphrase, error) && write_at_one_moment (self, error);

  if (success)
    success = archive_write_close (self->archive) == ARCHIVE_OK || fail (self, error);
  /* This ends an entry in the middle of which something failed, and lets go of what it takes to compress it */
  archive_write_free (self->archive);
  return success;
}

static gboolean
fail_file (const char *path, GError **error)
{
  const int reason = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SAMEN_ERROR, reason == ENOSPC ? SAMEN_ERROR_FULL : SAMEN_ERROR_FAILED,
               _ ("“%s” could not be written: %s"), name, g_strerror (reason));
  return FALSE;
}

gboolean
samen_package_export (SamenStore *store,
                      const char *path,
                      const char *passphrase,
                      const SamenProgress *progress,
                      GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SamenUnfinished) file = samen_unfinished_new (folder);
  g_autoptr (GString) text = g_string_sized_new (2 * PIECE);
  Export export = { .store = store, .progress = progress, .text = text };

  if (file == NULL)
    return fail_file (path, error);
  export.archive = archive_write_new ();
  return write_archive (&export, file->descriptor, passphrase, error) &&
         (samen_unfinished_put (file, path) || fail_file (path, error));
}
