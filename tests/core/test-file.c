/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "fixture.h"
#include "store/file.h"
#include "store/log.h"

#define LARGE (3 * 1000 * 1000 + 17)

static GFile *
make_file (Fixture *self, const char *name, const void *bytes, gsize length)
{
  g_autofree char *path = fixture_file (self, name);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return g_file_new_for_path (path);
}

static guint8 *
make_noise (gsize length)
{
  guint8 *noise = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    noise[i] = (guint8) g_test_rand_int ();
  return noise;
}

static SamenFile *
take (Fixture *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  SamenFile *taken = samen_store_take_file (self->store, file, NULL, &error);

  g_assert_no_error (error);
  return taken;
}

static void
assert_written (Fixture *self, const char *hash, const void *bytes, gsize length)
{
  g_autofree char *path = fixture_file (self, "written");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  samen_store_write_file (self->store, hash, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, &n, NULL));
  g_assert_cmpmem (written, n, bytes, length);
}

/* Byte by byte the same, after it was deleted and brought back too; and kept once */
static void
test_round (Fixture *self, gconstpointer unused)
{
  static const gsize lengths[] = { 1, 256 * 1024, 2 * 256 * 1024 + 1, LARGE };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree guint8 *noise = make_noise (lengths[i]);
      g_autoptr (GFile) file = make_file (self, "noise.bin", noise, lengths[i]);
      g_autoptr (GFile) again = make_file (self, "again.bin", noise, lengths[i]);
      g_autoptr (SamenFile) taken = take (self, file);
      g_autoptr (SamenFile) other = take (self, again);
      g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Goal");
      g_autoptr (SamenAttachment) attachment = NULL;
      g_autoptr (GError) error = NULL;
      SamenEdit *edit = samen_edit_new ("Add Attachment");
      g_autofree char *id = g_strdup (
          samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value (taken->name), "record",
                          samen_value (SAMEN_RECORD (goal)->id), "content",
                          samen_value (taken->hash), "position", samen_value ("a0"), NULL));

      g_assert_cmpstr (taken->hash, ==, other->hash);
      g_assert_cmpint (taken->size, ==, (gint64) lengths[i]);
      g_assert_cmpint (samen_store_bytes_size (self->store, taken->hash), ==, taken->size);
      fixture_apply (self, edit);
      attachment = samen_store_get (self->store, SAMEN_TYPE_ATTACHMENT, id);
      fixture_delete (self, attachment);
      samen_store_undo (self->store, NULL, &error);
      g_assert_no_error (error);
      assert_written (self, attachment->content.hash, noise, lengths[i]);
    }
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM content"), ==,
                   G_N_ELEMENTS (lengths));
  fixture_assert_sound (self);
}

static void
assert_type (const char *name, const char *start, const char *expected)
{
  g_autofree char *type = samen_file_guess_type (name, (const guint8 *) start, strlen (start));

  g_assert_cmpstr (type, ==, expected);
}

/* A name does not make a file what it is not */
static void
test_types (void)
{
  assert_type ("scan.pdf", "%PDF-1.7\n", "application/pdf");
  assert_type ("scan.txt", "%PDF-1.7\n", "application/pdf");
  assert_type ("scan", "%PDF-1.7\n", "application/pdf");
  assert_type ("foto.pdf", "\x89PNG\r\n\x1a\n", "image/png");
  assert_type ("lijst.csv", "naam;plaats\n", "text/csv");
  assert_type ("lijst.png", "naam;plaats\n", "text/plain");
  assert_type ("program.pdf",
               "\x7f"
               "ELF\x02\x01\x01",
               "application/x-executable");
  assert_type ("verslag.docx", "PK\x03\x04\x14",
               "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

static void
assert_refused (Fixture *self, GFile *file, int code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (samen_store_take_file (self->store, file, NULL, &error));
  if (code >= 0)
    g_assert_error (error, SAMEN_ERROR, code);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM content"), ==, 0);
}

static void
test_refused (Fixture *self, gconstpointer unused)
{
  g_autoptr (GFile) empty = make_file (self, "leeg.pdf", "", 0);
  g_autoptr (GFile) large = make_file (self, "groot.pdf", "x", 1);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autofree char *nothing = fixture_file (self, "nothing");
  g_autoptr (GFile) missing = g_file_new_for_path (nothing);
  g_autofree char *path = g_file_get_path (large);

  g_assert_cmpint (truncate (path, SAMEN_FILE_MOST_BYTES + 1), ==, 0);
  assert_refused (self, empty, SAMEN_ERROR_INVALID, "leeg.pdf");
  assert_refused (self, large, SAMEN_ERROR_INVALID, "50");
  assert_refused (self, folder, SAMEN_ERROR_INVALID, "not a file");
  assert_refused (self, missing, SAMEN_ERROR_NOT_FOUND, "“nothing” is not there");
}

/* Only who may read all can read what nobody may */
static void
test_closed (Fixture *self, gconstpointer unused)
{
  g_autoptr (GFile) closed = make_file (self, "dicht.pdf", "x", 1);
  g_autofree char *path = g_file_get_path (closed);

  if (geteuid () == 0)
    {
      g_test_skip ("root may read anything");
      return;
    }
  g_assert_cmpint (chmod (path, 0), ==, 0);
  assert_refused (self, closed, SAMEN_ERROR_FAILED, "You may not read “dicht.pdf”");
}

static void
test_names (void)
{
  static const struct
  {
    const char *name, *shown, *safe;
  } cases[] = {
    { "scan één.pdf", "scan één.pdf", "scan één.pdf" },
    { "foto\u202egpj.exe", "fotogpj.exe", "fotogpj.exe" },
    { "a\u2215b \u0645\u0631\u062d\u0628\u0627.pdf", "a\u2215b \u0645\u0631\u062d\u0628\u0627.pdf",
      "a\u2215b \u0645\u0631\u062d\u0628\u0627.pdf" },
    { "../../etc/passwd", "../../etc/passwd", "_.._etc_passwd" },
    { "C:\\a.txt", "C:\\a.txt", "C__a.txt" },
    { " .bashrc\n", ".bashrc", "bashrc" },
    { "\u200b", "file", "file" },
    { "..", "..", "file" },
  };
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *safe = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = samen_file_show_name (cases[i].name);
      g_autofree char *plain = samen_file_safe_name (cases[i].name);

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (plain, ==, cases[i].safe);
    }
  /* As long as a file system allows; no character is cut in two */
  for (guint i = 0; i < 125; i++)
    g_string_append (name, "é");
  g_string_append (name, "x.pdf");
  safe = samen_file_safe_name (name->str);
  g_assert_cmpuint (strlen (safe), <=, 200);
  g_assert_true (g_utf8_validate (safe, -1, NULL));
  g_assert_true (g_str_has_suffix (safe, "éx.pdf"));
}

typedef struct
{
  const char *path;
  GCancellable *cancellable;
} Meanwhile;

static void
change_cb (double fraction, gpointer data)
{
  const Meanwhile *meanwhile = data;

  if (meanwhile->cancellable != NULL && fraction > 0.5)
    g_cancellable_cancel (meanwhile->cancellable);
  if (meanwhile->path != NULL)
    {
      int descriptor = g_open (meanwhile->path, O_WRONLY, 0);

      g_assert_cmpint (write (descriptor, "Something else", 14), ==, 14);
      close (descriptor);
    }
}

/* What changes under one's hands, or is no longer wanted, leaves nothing */
static void
test_meanwhile (Fixture *self, gconstpointer unused)
{
  g_autofree guint8 *noise = make_noise (LARGE);
  g_autoptr (GFile) file = make_file (self, "noise.bin", noise, LARGE);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Meanwhile changed = { path, NULL }, cancelled = { NULL, cancellable };
  const SamenProgress unwanted = { cancellable, change_cb, &cancelled };
  const SamenProgress changing = { NULL, change_cb, &changed };
  const struct utimbuf long_ago = { 1000000000, 1000000000 };
  g_autoptr (GError) error = NULL;

  g_assert_null (samen_store_take_file (self->store, file, &unwanted, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (utime (path, &long_ago), ==, 0);
  g_assert_null (samen_store_take_file (self->store, file, &changing, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "changed while it was read"));
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM content"), ==, 0);
  fixture_assert_sound (self);
}

static void
write_cb (double fraction, gpointer data)
{
  Fixture *self = data;
  g_autoptr (SamenStore) other = samen_store_open (self->path, NULL);
  g_autoptr (SamenEdit) edit = samen_edit_new ("Add");
  g_autoptr (GError) error = NULL;

  /* While it comes in, which may take minutes; then it is put in its place */
  if (fraction > 0.6 * LARGE / SAMEN_FILE_MOST_BYTES)
    return;
  samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value ("Somebody"), NULL);
  samen_store_apply (other, edit, &error);
  g_assert_no_error (error);
}

/* Whoever else writes need not wait for a slow stick */
static void
test_others (Fixture *self, gconstpointer unused)
{
  g_autofree guint8 *noise = make_noise (LARGE);
  g_autoptr (GFile) file = make_file (self, "noise.bin", noise, LARGE);
  const SamenProgress progress = { NULL, write_cb, self };
  g_autoptr (GError) error = NULL;
  SamenFile *taken = samen_store_take_file (self->store, file, &progress, &error);
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_assert_no_error (error);
  samen_file_free (taken);
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM person"), >, 1);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".samenspel-"));
  fixture_assert_sound (self);
}

/* What was in its place stays there where not all could be written */
static void
test_write_damaged (Fixture *self, gconstpointer unused)
{
  g_autoptr (GFile) file = make_file (self, "a.txt", "What is kept", strlen ("What is kept"));
  g_autoptr (SamenFile) taken = take (self, file);
  g_autoptr (GFile) target = make_file (self, "b.txt", "As it was", strlen ("As it was"));
  g_autofree char *path = g_file_get_path (target);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_sql (self, "UPDATE content SET bytes = CAST ('What is lost' AS BLOB)");
  g_assert_false (samen_store_write_file (self->store, taken->hash, target, NULL, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (samen_store_write_file (self->store, "0000", target, NULL, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "As it was");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/file/round", test_round);
  g_test_add_func ("/file/types", test_types);
  FIXTURE_TEST ("/file/refused", test_refused);
  FIXTURE_TEST ("/file/closed", test_closed);
  g_test_add_func ("/file/names", test_names);
  FIXTURE_TEST ("/file/meanwhile", test_meanwhile);
  FIXTURE_TEST ("/file/others", test_others);
  FIXTURE_TEST ("/file/write-damaged", test_write_damaged);
  return g_test_run ();
}
