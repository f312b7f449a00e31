/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <time.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "store/check.h"
#include "store/library.h"

typedef struct
{
  char *folder;
  SamenLibrary *library;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->folder = g_dir_make_tmp ("samenspel-library-XXXXXX", NULL);
  self->library = samen_library_new (self->folder);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_object_unref (self->library);
  remove_folder (self->folder);
  g_free (self->folder);
}

static guint
n_dossiers (Fixture *self)
{
  return g_list_model_get_n_items (samen_library_get_dossiers (self->library));
}

static guint
n_binned (Fixture *self)
{
  return g_list_model_get_n_items (samen_library_get_bin (self->library));
}

/* Makes a dossier, closed again */
static void
make (Fixture *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_library_create (
      self->library, name, "Noor", (const char *[]) { "De Wilg", "", "Zonneveld", NULL }, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
}

static SamenDossier *
first (GListModel *dossiers)
{
  return g_list_model_get_item (dossiers, 0);
}

static void
test_create (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDossier) dossier = NULL;
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (GListModel) organisations = NULL;
  g_autoptr (SamenOrganisation) school = NULL;
  g_autoptr (SamenOrganisation) employer = NULL;
  g_auto (GStrv) problems = NULL;

  g_assert_cmpuint (n_dossiers (self), ==, 0);
  make (self, "Samen Opleiden Oost");
  g_assert_cmpuint (n_dossiers (self), ==, 1);
  dossier = first (samen_library_get_dossiers (self->library));
  g_assert_cmpstr (dossier->name, ==, "Samen Opleiden Oost");
  g_assert_null (dossier->problem);

  store = samen_store_open (dossier->path, NULL);
  organisations = samen_store_list (store, SAMEN_TYPE_ORGANISATION, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (organisations), ==, 2);
  school = g_list_model_get_item (organisations, 0);
  employer = g_list_model_get_item (organisations, 1);
  g_assert_cmpstr (school->name, ==, "De Wilg");
  g_assert_cmpint (school->side, ==, SAMEN_SIDE_EDUCATION);
  g_assert_cmpstr (employer->name, ==, "Zonneveld");
  g_assert_cmpint (employer->side, ==, SAMEN_SIDE_CARE);
  problems = samen_store_check (store);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

static void
test_create_refused (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dossiers = g_build_filename (self->folder, "dossiers", NULL);
  g_autoptr (GDir) dir = NULL;

  g_assert_null (samen_library_create (self->library, "  ", "Noor", NULL, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
  dir = g_dir_open (dossiers, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_sorted (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDossier) dossier = NULL;

  make (self, "Zuid");
  make (self, "Noord");
  dossier = first (samen_library_get_dossiers (self->library));
  g_assert_cmpstr (dossier->name, ==, "Noord");
}

static void
test_bin_and_back (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDossier) dossier = NULL;
  g_autoptr (SamenDossier) binned = NULL;
  g_autoptr (GError) error = NULL;

  make (self, "Samen Opleiden Oost");
  dossier = first (samen_library_get_dossiers (self->library));
  g_assert_true (samen_library_bin (self->library, dossier, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_dossiers (self), ==, 0);
  g_assert_cmpuint (n_binned (self), ==, 1);

  binned = first (samen_library_get_bin (self->library));
  g_assert_cmpstr (binned->name, ==, "Samen Opleiden Oost");
  g_assert_true (samen_date_is_set (binned->binned));
  g_assert_true (samen_library_restore (self->library, binned, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_dossiers (self), ==, 1);
  g_assert_cmpuint (n_binned (self), ==, 0);
}

static void
add_person (SamenStore *store, const char *name)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Add Person");

  samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value (name), NULL);
  g_assert_true (samen_store_apply (store, edit, NULL));
}

/* Somebody has it open, so part of it is in the file that SQLite keeps beside it */
static void
test_bin_what_is_open (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDossier) dossier = NULL;
  g_autoptr (SamenDossier) binned = NULL;
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (GError) error = NULL;

  make (self, "Samen Opleiden Oost");
  dossier = first (samen_library_get_dossiers (self->library));
  store = samen_store_open (dossier->path, &error);
  g_assert_no_error (error);
  add_person (store, "Noor");
  g_assert_false (samen_library_bin (self->library, dossier, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (n_dossiers (self), ==, 1);
  g_clear_object (&store);
  g_assert_true (samen_library_bin (self->library, dossier, &error));
  binned = first (samen_library_get_bin (self->library));
  store = samen_store_open (binned->path, &error);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_PERSON), ==, 1);
}

/* Two that closed it at once, and neither was the last to SQLite */
static void
test_bin_what_was_left_beside (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDossier) dossier = NULL;
  g_autoptr (SamenDossier) binned = NULL;
  g_autoptr (SamenStore) store = NULL;
  g_autofree char *log = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  make (self, "Samen Opleiden Oost");
  dossier = first (samen_library_get_dossiers (self->library));
  log = g_strconcat (dossier->path, "-wal", NULL);
  kept = g_build_filename (self->folder, "kept.sqlite", NULL);
  store = samen_store_open (dossier->path, NULL);
  add_person (store, "Noor");
  g_assert_true (g_file_get_contents (dossier->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (kept, bytes, (gssize) length, NULL));
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (log, &bytes, &length, NULL));
  g_clear_object (&store);
  g_assert_cmpint (g_rename (kept, dossier->path), ==, 0);
  g_assert_true (g_file_set_contents (log, bytes, (gssize) length, NULL));

  g_assert_true (samen_library_bin (self->library, dossier, NULL));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  binned = first (samen_library_get_bin (self->library));
  store = samen_store_open (binned->path, NULL);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_PERSON), ==, 1);
}

static void
set_age (const char *path, int days)
{
  time_t then = time (NULL) - (time_t) days * 24 * 60 * 60;

  g_assert_cmpint (utime (path, &(struct utimbuf) { then, then }), ==, 0);
}

/* Puts the only dossier into the bin, so many days ago, and starts the app again */
static void
age_in_bin (Fixture *self, int days)
{
  g_autoptr (SamenDossier) dossier = first (samen_library_get_dossiers (self->library));
  g_autoptr (SamenDossier) binned = NULL;

  g_assert_true (samen_library_bin (self->library, dossier, NULL));
  binned = first (samen_library_get_bin (self->library));
  set_age (binned->path, days);
  g_object_unref (self->library);
  self->library = samen_library_new (self->folder);
}

static void
test_kept_for_30_days (Fixture *self, gconstpointer unused)
{
  make (self, "Samen Opleiden Oost");
  age_in_bin (self, SAMEN_BIN_DAYS - 1);
  g_assert_cmpuint (n_binned (self), ==, 1);
}

static void
test_dropped_after_30_days (Fixture *self, gconstpointer unused)
{
  make (self, "Samen Opleiden Oost");
  age_in_bin (self, SAMEN_BIN_DAYS + 2);
  g_assert_cmpuint (n_binned (self), ==, 0);
}

/* What is left of an import that never ended goes; what is being imported now stays */
static void
test_unfinished (Fixture *self, gconstpointer unused)
{
  g_autofree char *left = g_build_filename (self->folder, "dossiers", "a.sqlite.unfinished", NULL);
  g_autofree char *now = g_build_filename (self->folder, "dossiers", "b.sqlite.unfinished", NULL);

  g_assert_true (g_file_set_contents (left, "left", -1, NULL));
  g_assert_true (g_file_set_contents (now, "now", -1, NULL));
  set_age (left, 3);
  g_object_unref (self->library);
  self->library = samen_library_new (self->folder);
  g_assert_cmpuint (n_dossiers (self), ==, 0);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (now, G_FILE_TEST_EXISTS));
}

static void
test_find (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDossier) dossier = NULL;
  SamenDossier *found;

  make (self, "Noord");
  make (self, "Zuid");
  dossier = first (samen_library_get_dossiers (self->library));
  found = samen_library_find (self->library, dossier->id);
  g_assert_true (found == dossier);
  g_assert_null (samen_library_find (self->library, "00000000-0000-4000-8000-000000000000"));
  g_assert_true (samen_library_bin (self->library, dossier, NULL));
  g_assert_null (samen_library_find (self->library, dossier->id));
}

static void
test_damaged (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = samen_library_new_path (self->library);
  g_autoptr (SamenDossier) dossier = NULL;

  g_assert_true (
      g_file_set_contents (path, "not a dossier at all, but long enough to look", -1, NULL));
  samen_library_reload (self->library);
  dossier = first (samen_library_get_dossiers (self->library));
  g_assert_nonnull (dossier->problem);
  g_assert_true (g_str_has_suffix (path, dossier->name));
}

/* The example can be made again while an earlier one is in the bin; neither may overwrite the other */
static void
test_same_name (Fixture *self, gconstpointer unused)
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path = samen_library_example_path (self->library, NULL);
      g_autoptr (SamenDossier) dossier = NULL;

      g_assert_nonnull (path);
      dossier = first (samen_library_get_dossiers (self->library));
      g_assert_true (samen_library_bin (self->library, dossier, NULL));
    }
  g_assert_cmpuint (n_binned (self), ==, 2);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (SamenDossier) binned = first (samen_library_get_bin (self->library));

      g_assert_true (samen_library_restore (self->library, binned, NULL));
    }
  g_assert_cmpuint (n_dossiers (self), ==, 2);
}

/* Another program moves the file of an open dossier away, and puts it back */
static void
test_moved_away (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenStore) store =
      samen_library_create (self->library, "Samen Opleiden Oost", "Noor", NULL, NULL);
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);
  g_autoptr (SamenEdit) edit = samen_edit_new ("Change Partnership");
  g_autoptr (GError) error = NULL;
  const char *path = samen_store_get_path (store);
  g_autofree char *away = g_strconcat (path, "-away", NULL);

  samen_edit_set (edit, SAMEN_RECORD (partnership), "purpose", samen_value ("Samen verder"));
  g_assert_cmpint (g_rename (path, away), ==, 0);
  g_assert_false (samen_store_apply (store, edit, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
  g_assert_null (partnership->purpose);

  g_assert_cmpint (g_rename (away, path), ==, 0);
  g_assert_true (samen_store_apply (store, edit, NULL));
  g_assert_cmpstr (partnership->purpose, ==, "Samen verder");
}

static void
set_true (gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

/* Reads in a thread, and waits for that */
static void
await_reloaded (Fixture *self)
{
  gboolean done = FALSE;
  gulong handler =
      g_signal_connect_swapped (self->library, "reloaded", G_CALLBACK (set_true), &done);

  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (self->library, handler);
}

static void
rename_first (Fixture *self, const char *name)
{
  g_autoptr (SamenDossier) dossier = first (samen_library_get_dossiers (self->library));
  g_autoptr (SamenStore) store = samen_store_open (dossier->path, NULL);
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);
  g_autoptr (SamenEdit) edit = samen_edit_new ("Change Partnership");

  samen_edit_set (edit, SAMEN_RECORD (partnership), "name", samen_value (name));
  g_assert_true (samen_store_apply (store, edit, NULL));
}

/* Of what did not change, whoever shows it keeps the row */
static void
test_reload_async (Fixture *self, gconstpointer unused)
{
  const char *const names[] = { "A", "C", "E", "G", "I", "K", "M", "O" };
  g_autoptr (SamenLibrary) other = NULL;
  g_autoptr (SamenDossier) second = NULL;
  g_autoptr (SamenDossier) now_first = NULL;
  g_autoptr (SamenDossier) now_last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    make (self, names[i]);
  second = g_list_model_get_item (samen_library_get_dossiers (self->library), 1);
  rename_first (self, "Z");
  samen_library_reload_async (self->library);
  await_reloaded (self);
  g_assert_cmpuint (n_dossiers (self), ==, G_N_ELEMENTS (names));
  now_first = first (samen_library_get_dossiers (self->library));
  g_assert_true (now_first == second);
  now_last =
      g_list_model_get_item (samen_library_get_dossiers (self->library), G_N_ELEMENTS (names) - 1);
  g_assert_cmpstr (now_last->name, ==, "Z");

  other = samen_library_new_unread (self->folder);
  g_assert_false (samen_library_is_read (other));
  g_assert_cmpuint (g_list_model_get_n_items (samen_library_get_dossiers (other)), ==, 0);
  g_set_object (&self->library, other);
  samen_library_reload_async (self->library);
  await_reloaded (self);
  g_assert_true (samen_library_is_read (self->library));
  g_assert_cmpuint (n_dossiers (self), ==, G_N_ELEMENTS (names));
}

/* What is done meanwhile is not undone by what was read before it */
static void
test_changed_while_read (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDossier) dossier = NULL;

  make (self, "A");
  make (self, "B");
  dossier = first (samen_library_get_dossiers (self->library));
  samen_library_reload_async (self->library);
  make (self, "C");
  g_assert_true (samen_library_bin (self->library, dossier, NULL));
  await_reloaded (self);
  g_assert_cmpuint (n_dossiers (self), ==, 2);
  g_assert_cmpuint (n_binned (self), ==, 1);
}

#define LIBRARY_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LIBRARY_TEST ("/library/create", test_create);
  LIBRARY_TEST ("/library/create-refused", test_create_refused);
  LIBRARY_TEST ("/library/sorted", test_sorted);
  LIBRARY_TEST ("/library/bin-and-back", test_bin_and_back);
  LIBRARY_TEST ("/library/bin-what-is-open", test_bin_what_is_open);
  LIBRARY_TEST ("/library/bin-what-was-left-beside", test_bin_what_was_left_beside);
  LIBRARY_TEST ("/library/kept-for-30-days", test_kept_for_30_days);
  LIBRARY_TEST ("/library/dropped-after-30-days", test_dropped_after_30_days);
  LIBRARY_TEST ("/library/unfinished", test_unfinished);
  LIBRARY_TEST ("/library/find", test_find);
  LIBRARY_TEST ("/library/damaged", test_damaged);
  LIBRARY_TEST ("/library/same-name", test_same_name);
  LIBRARY_TEST ("/library/moved-away", test_moved_away);
  LIBRARY_TEST ("/library/reload-async", test_reload_async);
  LIBRARY_TEST ("/library/changed-while-read", test_changed_while_read);
  return g_test_run ();
}
