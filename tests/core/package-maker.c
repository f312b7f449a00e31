/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#include "package-maker.h"

static void
entry_free (gpointer data)
{
  MakerEntry *self = data;

  g_free (self->name);
  g_bytes_unref (self->data);
  g_free (self);
}

static void
add (GPtrArray *entries, const char *name, GBytes *data)
{
  MakerEntry *entry = g_new0 (MakerEntry, 1);

  entry->name = g_strdup (name);
  entry->data = data;
  g_ptr_array_add (entries, entry);
}

static GBytes *
read_data (struct archive *archive)
{
  GByteArray *data = g_byte_array_new ();
  guint8 buffer[4096];
  la_ssize_t n;

  while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    g_byte_array_append (data, buffer, (guint) n);
  g_assert_cmpint (n, ==, 0);
  return g_byte_array_free_to_bytes (data);
}

GPtrArray *
maker_read (const char *path)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  g_assert_cmpint (archive_read_support_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_read_open_filename (archive, path, 4096), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    add (entries, archive_entry_pathname (entry), read_data (archive));
  archive_read_free (archive);
  return entries;
}

MakerEntry *
maker_find (GPtrArray *entries, const char *name)
{
  for (guint i = 0; i < entries->len; i++)
    {
      MakerEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->name, name))
        return entry;
    }
  g_error ("There is no %s", name);
}

void
maker_add (GPtrArray *entries, const char *name, const void *data, gsize size)
{
  add (entries, name, g_bytes_new (data, size));
}

void
maker_replace (GPtrArray *entries, const char *name, const char *text, const char *with)
{
  MakerEntry *entry = maker_find (entries, name);
  gsize size;
  const char *data = g_bytes_get_data (entry->data, &size);
  g_autofree char *whole = g_strndup (data, size);
  const char *found = strstr (whole, text);
  GString *replaced = g_string_new (NULL);

  if (found == NULL)
    g_error ("There is no %s in %s: %s", text, name, whole);
  g_string_append_len (replaced, whole, found - whole);
  g_string_append (replaced, with);
  g_string_append (replaced, found + strlen (text));
  g_bytes_unref (entry->data);
  entry->data = g_string_free_to_bytes (replaced);
}

static void
write_entry (struct archive *archive, const MakerEntry *self)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size;
  const char *data = g_bytes_get_data (self->data, &size);
  g_autofree char *target = g_strndup (data, size);

  archive_entry_set_pathname (entry, self->name);
  archive_entry_set_perm (entry, 0755);
  if (self->kind == MAKER_SYMLINK)
    {
      archive_entry_set_filetype (entry, AE_IFLNK);
      archive_entry_set_symlink (entry, target);
    }
  else
    {
      archive_entry_set_filetype (entry, self->kind == MAKER_FOLDER ? AE_IFDIR : AE_IFREG);
      archive_entry_set_size (entry, self->kind == MAKER_FOLDER ? 0 : (gint64) size);
    }
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  if (self->kind == MAKER_FILE && size > 0)
    g_assert_cmpint (archive_write_data (archive, data, size), ==, (gint64) size);
  archive_entry_free (entry);
}

void
maker_write (GPtrArray *entries, const char *path)
{
  struct archive *archive = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < entries->len; i++)
    write_entry (archive, g_ptr_array_index (entries, i));
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}
