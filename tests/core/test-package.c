/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "fixture.h"
#include "store/log.h"
#include "store/package.h"
#include "store/script.h"
#include "store/search.h"
#include "waiting.h"

/* Of what a package is made: the sizes of its attachments, around that of a piece that is copied */
static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 300000 };

static void
attach (Fixture *self, gsize size, guint8 seed)
{
  g_autofree guint8 *data = g_malloc (size + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  SamenEdit *edit = samen_edit_new ("Add Attachment");

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (i * 7 + seed + i / 251);
  bytes = g_bytes_new (data, size);
  samen_store_add_bytes (self->store, bytes, &hash, &error);
  g_assert_no_error (error);
  samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value ("scan.pdf"), "record",
                  samen_value ("all"), "content", samen_value (hash), NULL);
  fixture_apply (self, edit);
}

static void
undo (SamenStore *store)
{
  g_autoptr (GError) error = NULL;

  samen_store_undo (store, NULL, &error);
  g_assert_no_error (error);
}

/* In place of the empty dossier, one with all that a dossier can have */
static void
fill (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenPartnership) partnership = NULL;

  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_unlink (self->path);
  self->store = samen_script_load_example ("nl", self->path, &error);
  g_assert_no_error (error);
  samen_store_set_author (self->store, "Marieke “de baas” \\ van 't Veer\n\x01");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    attach (self, sizes[i], (guint8) i);
  partnership = samen_store_get_partnership (self->store);
  fixture_set (self, partnership, "name",
               samen_value ("Naam met \t\"tekens\" \u2028 👩‍🏫 \x7f"));
  fixture_set (self, partnership, "name", samen_value ("Nog een naam"));
  undo (self->store);
  fixture_set (self, partnership, "quiet", samen_value ((bool) true));
  undo (self->store);
  undo (self->store);
}

static void export (Fixture *self, const char *path, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  samen_package_export (self->store, path, passphrase, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_same_file (const char *a, const char *b)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_size, second_size;

  g_file_get_contents (a, &first, &first_size, &error);
  g_assert_no_error (error);
  g_file_get_contents (b, &second, &second_size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (first, first_size, second, second_size);
}

/* How many files are in the folder of the test */
static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_round_trip (Fixture *self, gconstpointer unused)
{
  g_autofree char *package = fixture_file (self, "a.samenspel");
  g_autofree char *again = fixture_file (self, "b.samenspel");
  g_autofree char *path = fixture_file (self, "imported");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) hits = NULL;
  g_autoptr (GListModel) found = NULL;
  Fixture other = { .folder = self->folder, .path = path };

  fill (self);
  export (self, package, NULL);
  samen_package_import (package, NULL, path, NULL, &error);
  g_assert_no_error (error);
  other.store = samen_store_open (path, &error);
  g_assert_no_error (error);
  fixture_assert_sound (&other);
  g_assert_cmpstr (samen_store_get_dossier_id (other.store), ==,
                   samen_store_get_dossier_id (self->store));

  export (&other, again, NULL);
  assert_same_file (package, again);
  before = fixture_dump (self);
  after = fixture_dump (&other);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (fixture_number (&other, "PRAGMA user_version"), ==,
                   fixture_number (self, "PRAGMA user_version"));

  /* What can be found can be found again */
  hits = samen_store_search (self->store, "leren", 1000);
  found = samen_store_search (other.store, "leren", 1000);
  g_assert_cmpuint (g_list_model_get_n_items (hits), >, 3);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, g_list_model_get_n_items (hits));
  g_clear_object (&found);

  /* What was undone can be redone, and what was not yet can be undone */
  samen_store_redo (other.store, NULL, &error);
  g_assert_no_error (error);
  undo (other.store);
  undo (other.store);
  fixture_assert_sound (&other);
  g_assert_finalize_object (other.store);
}

/* Every field of every type, with all that it can hold */
static void
test_all_fields (Fixture *self, gconstpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autofree char *package = fixture_file (self, "a.samenspel");
  g_autofree char *again = fixture_file (self, "b.samenspel");
  g_autofree char *path = fixture_file (self, "imported");
  g_autoptr (GError) error = NULL;
  Fixture other = { .folder = self->folder, .path = path };

  for (guint round = 0; round < 20; round++)
    fixture_add_all (self, random);
  export (self, package, NULL);
  samen_package_import (package, NULL, path, NULL, &error);
  g_assert_no_error (error);
  other.store = samen_store_open (path, &error);
  g_assert_no_error (error);
  export (&other, again, NULL);
  assert_same_file (package, again);
  g_assert_finalize_object (other.store);
}

/* Neither the time nor the place it is written in leave a trace */
static void
test_same_bytes (Fixture *self, gconstpointer unused)
{
  g_autofree char *first = fixture_file (self, "a.samenspel");
  g_autofree char *second = fixture_file (self, "b.samenspel");

  fill (self);
  g_setenv ("TZ", "Europe/Amsterdam", TRUE);
  tzset ();
  export (self, first, NULL);
  g_setenv ("TZ", "America/St_Johns", TRUE);
  tzset ();
  fixture_reopen (self);
  export (self, second, NULL);
  assert_same_file (first, second);
  g_unsetenv ("TZ");
  tzset ();
}

static gboolean
opens_with_7z (const char *package, const char *passphrase)
{
  g_autofree char *program = g_find_program_in_path ("7z");
  g_autofree char *option = g_strconcat ("-p", passphrase, NULL);
  const char *const command[] = { program, "t", option, package, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL,
                G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  return g_spawn_check_wait_status (status, NULL);
}

static void
test_7z (Fixture *self, gconstpointer unused)
{
  g_autofree char *program = g_find_program_in_path ("7z");
  g_autofree char *open = fixture_file (self, "a.samenspel");
  g_autofree char *closed = fixture_file (self, "b.samenspel");

  if (program == NULL)
    {
      g_test_skip ("7z is not here");
      return;
    }
  fill (self);
  export (self, open, NULL);
  export (self, closed, "één geheim");
  g_assert_true (opens_with_7z (open, ""));
  g_assert_true (opens_with_7z (closed, "één geheim"));
  g_assert_false (opens_with_7z (closed, "een ander"));
}

static void
test_passphrase (Fixture *self, gconstpointer unused)
{
  static const char *const wrong[] = { NULL, "", "geheim", "één geheim " };
  g_autofree char *package = fixture_file (self, "a.samenspel");
  g_autofree char *path = fixture_file (self, "imported");
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Fixture other = { .folder = self->folder, .path = path };

  fill (self);
  export (self, package, "één geheim");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (samen_package_look (package, wrong[i], &error));
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_PASSPHRASE);
      g_clear_error (&error);
      g_assert_false (samen_package_import (package, wrong[i], path, NULL, &error));
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_PASSPHRASE);
      g_clear_error (&error);
    }
  id = samen_package_look (package, "één geheim", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, samen_store_get_dossier_id (self->store));
  samen_package_import (package, "één geheim", path, NULL, &error);
  g_assert_no_error (error);
  before = fixture_dump (self);
  after = fixture_dump (&other);
  g_assert_cmpstr (before, ==, after);
  /* What is not locked does not pass for what is */
  export (self, package, NULL);
  g_assert_null (samen_package_look (package, "één geheim", &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
}

/* Cancelled at each of the moments that are told, then not at all */
static void
test_cancel (Fixture *self, gconstpointer unused)
{
  g_autofree char *package = fixture_file (self, "a.samenspel");
  g_autofree char *path = fixture_file (self, "imported");
  gboolean is_exported = FALSE, is_imported = FALSE;
  guint n, files;

  fill (self);
  files = count_files (self);
  for (n = 0; !is_imported; n++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Waiting waiting = { cancellable, 0, n, 0 };
      const SamenProgress progress = { cancellable, waiting_cb, &waiting };

      if (!is_exported)
        is_exported = samen_package_export (self->store, package, NULL, &progress, &error);
      else
        is_imported = samen_package_import (package, NULL, path, &progress, &error);
      if (error != NULL)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_assert_cmpuint (count_files (self), ==, files + is_exported);
        }
      else if (!is_imported)
        n = 0;
    }
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (count_files (self), ==, files + 2);
}

/* While there is no room, what was there stays */
static void
test_full (Fixture *self, gconstpointer unused)
{
  g_autofree char *package = fixture_file (self, "a.samenspel");
  g_autofree char *copy = fixture_file (self, "b.samenspel");
  g_autoptr (GError) error = NULL;
  struct rlimit usual, small;
  guint files;

  fill (self);
  export (self, package, NULL);
  export (self, copy, NULL);
  attach (self, 700000, 99);
  files = count_files (self);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  for (guint i = 0; i < 20; i++)
    {
      small = (struct rlimit) { 50000 * i, usual.rlim_max };
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      g_assert_false (samen_package_export (self->store, package, NULL, NULL, &error));
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_FULL);
      g_clear_error (&error);
      g_assert_cmpuint (count_files (self), ==, files);
    }
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  assert_same_file (package, copy);
  export (self, package, NULL);
}

static void
test_no_folder (Fixture *self, gconstpointer unused)
{
  g_autofree char *package = fixture_file (self, "nowhere/a.samenspel");
  g_autoptr (GError) error = NULL;

  g_assert_false (samen_package_export (self->store, package, NULL, NULL, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "nowhere/a.samenspel"));
}

/* What another program writes meanwhile is in it wholly or not at all: the log and the records agree */
static void
test_while_written (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) other = NULL;
  g_autofree char *package = fixture_file (self, "a.samenspel");
  g_autofree char *path = fixture_file (self, "imported");

  fill (self);
  other = samen_store_open (self->path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    {
      g_object_unref (fixture_add_goal (self, "Another"));
      samen_package_export (other, package, NULL, NULL, &error);
      g_assert_no_error (error);
      g_unlink (path);
      samen_package_import (package, NULL, path, NULL, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SAMENSPEL_TODAY", "2026-11-23", TRUE);
  FIXTURE_TEST ("/package/round-trip", test_round_trip);
  FIXTURE_TEST ("/package/all-fields", test_all_fields);
  FIXTURE_TEST ("/package/same-bytes", test_same_bytes);
  FIXTURE_TEST ("/package/7z", test_7z);
  FIXTURE_TEST ("/package/passphrase", test_passphrase);
  FIXTURE_TEST ("/package/cancel", test_cancel);
  FIXTURE_TEST ("/package/full", test_full);
  FIXTURE_TEST ("/package/no-folder", test_no_folder);
  FIXTURE_TEST ("/package/while-written", test_while_written);
  return g_test_run ();
}
