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
#include "store/package-private.h"

#define BLOCK 65536

/* How much of the work is done when all is read, the rest being to check it */
#define SHARE_OF_READING 0.7

struct _SamenPackageArchive
{
  struct archive *archive;
  struct archive_entry *entry;
  const SamenProgress *progress;
  GHashTable *seen; /* the names of the entries until now */
  const char *name; /* of the present entry */
  gboolean has_passphrase;
  gboolean is_begun;  /* whether anything of the present entry was read */
  guint64 file_size;  /* of the whole file */
  guint64 n_bytes;    /* that came out of it until now */
  guint64 n_of_entry; /* and those of the present entry */
};

gboolean
samen_package_fail (const char *entry, guint line, const char *message, GError **error)
{
  if (line > 0)
    /* Translators: the name of a file in a package, the number of a line, and what is wrong there */
    g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, _ ("%s, line %u: %s"), entry, line,
                 message);
  else
    g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, "%s: %s", entry, message);
  return FALSE;
}

static gboolean
not_a_package (GError **error)
{
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
                       _ ("This file is not a package of Samenspel, or it is damaged."));
  return FALSE;
}

static gboolean
needs_passphrase (SamenPackageArchive *self, GError **error)
{
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_PASSPHRASE,
                       self->has_passphrase ? _ ("The package does not open with this passphrase.")
                                            : _ ("The package opens with its passphrase only."));
  return FALSE;
}

void
samen_package_archive_close (SamenPackageArchive *self)
{
  archive_read_free (self->archive);
  g_hash_table_unref (self->seen);
  g_free (self);
}

SamenPackageArchive *
samen_package_archive_open (const char *path,
                            const char *passphrase,
                            const SamenProgress *progress,
                            GError **error)
{
  g_autoptr (SamenPackageArchive) self = g_new0 (SamenPackageArchive, 1);
  g_autofree char *shown = g_filename_display_name (path);
  GStatBuf status;

  self->archive = archive_read_new ();
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->progress = progress;
  self->has_passphrase = passphrase != NULL && *passphrase != '\0';
  if (g_stat (path, &status) != 0)
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND, _ ("“%s” could not be read: %s"),
                   shown, g_strerror (errno));
      return NULL;
    }
  self->file_size = S_ISREG (status.st_mode) ? (guint64) status.st_size : 0;
  /* By the list of contents at its end, which every zip has, and by nothing else */
  if (self->file_size == 0 ||
      archive_read_support_format_zip_seekable (self->archive) != ARCHIVE_OK ||
      (self->has_passphrase &&
       archive_read_add_passphrase (self->archive, passphrase) != ARCHIVE_OK) ||
      archive_read_open_filename (self->archive, path, BLOCK) != ARCHIVE_OK)
    {
      not_a_package (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
is_hash (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

/* There is no name in a package that could be a place outside of it */
static gboolean
is_known (const char *name)
{
  return g_str_equal (name, SAMEN_PACKAGE_RECORDS) || g_str_equal (name, SAMEN_PACKAGE_LOG) ||
         (g_str_has_prefix (name, SAMEN_PACKAGE_ATTACHMENTS) &&
          is_hash (name + strlen (SAMEN_PACKAGE_ATTACHMENTS)));
}

static gboolean
refuse (const char *name, const char *message, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *shown = g_utf8_truncate_middle (g_strdelimit (valid, "\n\r\t\v\f\b", ' '), 80);

  return samen_package_fail (shown, 0, message, error);
}

static gboolean
check_entry (SamenPackageArchive *self, const char *name, GError **error)
{
  const gint64 size =
      archive_entry_size_is_set (self->entry) ? archive_entry_size (self->entry) : 0;

  if (archive_entry_filetype (self->entry) != AE_IFREG ||
      archive_entry_hardlink (self->entry) != NULL || archive_entry_symlink (self->entry) != NULL)
    return refuse (name, _ ("This is a link, or something else that does not belong in a package."),
                   error);
  if (!is_known (name))
    return refuse (name, _ ("A file of this name does not belong in a package."), error);
  if (!g_hash_table_add (self->seen, g_strdup (name)))
    return refuse (name, _ ("This file is in the package twice."), error);
  if (g_hash_table_size (self->seen) > SAMEN_PACKAGE_MOST_ENTRIES)
    return refuse (name, _ ("There are too many files in the package."), error);
  if (size < 0 || (g_str_has_prefix (name, SAMEN_PACKAGE_ATTACHMENTS) &&
                   (guint64) size > SAMEN_PACKAGE_LARGEST_ATTACHMENT))
    return refuse (name, _ ("This file is too large."), error);
  if (!self->has_passphrase && archive_entry_is_data_encrypted (self->entry))
    return needs_passphrase (self, error);
  return TRUE;
}

static gboolean
is_folder (struct archive_entry *entry, const char *name)
{
  return name != NULL && archive_entry_filetype (entry) == AE_IFDIR &&
         g_str_equal (name, SAMEN_PACKAGE_ATTACHMENTS);
}

gboolean
samen_package_archive_next (SamenPackageArchive *self, const char **name, GError **error)
{
  const char *found;
  int code;

  do
    {
      code = archive_read_next_header (self->archive, &self->entry);
      if (code == ARCHIVE_EOF)
        {
          *name = NULL;
          return g_hash_table_size (self->seen) > 0 || not_a_package (error);
        }
      if (code != ARCHIVE_OK)
        return not_a_package (error);
      found = archive_entry_pathname (self->entry);
    }
  while (is_folder (self->entry, found));
  if (found == NULL)
    return not_a_package (error);
  if (!check_entry (self, found, error))
    return FALSE;
  self->n_of_entry = 0;
  self->is_begun = FALSE;
  self->name = found;
  *name = found;
  return TRUE;
}

gint64
samen_package_archive_size (SamenPackageArchive *self)
{
  return archive_entry_size_is_set (self->entry) ? archive_entry_size (self->entry) : -1;
}

static gboolean
check_amount (SamenPackageArchive *self, GError **error)
{
  if (self->n_bytes > SAMEN_PACKAGE_LARGEST ||
      (g_str_has_prefix (self->name, SAMEN_PACKAGE_ATTACHMENTS) &&
       self->n_of_entry > SAMEN_PACKAGE_LARGEST_ATTACHMENT))
    return refuse (self->name, _ ("This file is too large."), error);
  if (self->n_bytes > SAMEN_PACKAGE_RATIO_FREE &&
      self->n_bytes / self->file_size >= SAMEN_PACKAGE_MOST_RATIO)
    return refuse (self->name,
                   _ ("This is so much more than what the package takes on the disk that it cannot "
                      "be a dossier."),
                   error);
  return TRUE;
}

/* All or nothing, or one who does not know the passphrase could put something in */
static gboolean
check_passphrase (SamenPackageArchive *self, GError **error)
{
  return !self->has_passphrase || self->n_of_entry == 0 ||
         archive_entry_is_data_encrypted (self->entry) ||
         refuse (
             self->name,
             _ ("This file can be read without the passphrase, so somebody else may have put it "
                "there. Open the package without a passphrase if you trust it."),
             error);
}

static gssize
fail_reading (SamenPackageArchive *self, GError **error)
{
  /* It is seen at the first bytes, but for one wrong passphrase in 65,536 */
  if (!self->is_begun && archive_entry_is_data_encrypted (self->entry))
    needs_passphrase (self, error);
  else
    refuse (self->name, _ ("This file in the package is damaged."), error);
  return -1;
}

gssize
samen_package_archive_read (gpointer data, char *buffer, gsize size, GError **error)
{
  SamenPackageArchive *self = data;
  la_ssize_t n = archive_read_data (self->archive, buffer, size);
  const double place = (double) archive_filter_bytes (self->archive, -1);

  if (n < 0)
    return fail_reading (self, error);
  self->is_begun = TRUE;
  self->n_bytes += (guint64) n;
  self->n_of_entry += (guint64) n;
  if (!check_amount (self, error) || !check_passphrase (self, error) ||
      !samen_progress_report (self->progress,
                              SHARE_OF_READING * MIN (1, place / (double) self->file_size), error))
    return -1;
  return n;
}
