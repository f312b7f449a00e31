/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "somebody.h"
#include "store/check.h"
#include "store/db.h"
#include "store/library.h"
#include "store/log.h"
#include "store/salvage.h"
#include "store/script.h"
#include "store/search.h"
#include "waiting.h"

#define PAGE 4096

/* How many damaged files of random bytes are tried */
#define GARBAGE 20

/* The example, closed, as bytes */
typedef struct
{
  Fixture base;
  char *bytes;
  gsize length;
  char *damaged;
  char *mended;
  guint n_records;
  SamenSalvage result;
} Wreck;

static guint
count_records (SamenStore *store)
{
  guint n_types, n = 0;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    n += samen_store_count (store, types[i]);
  return n;
}

static void
set_up (Wreck *self, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->base, NULL);
  path = fixture_file (&self->base, "example.sqlite");
  self->damaged = fixture_file (&self->base, "damaged.sqlite");
  self->mended = fixture_file (&self->base, "mended.sqlite");
  store = samen_script_load_example ("nl", path, &error);
  g_assert_no_error (error);
  self->n_records = count_records (store);
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (path, &self->bytes, &self->length, NULL));
  g_assert_cmpuint (self->length, >, 20 * PAGE);
}

static void
tear_down (Wreck *self, gconstpointer unused)
{
  fixture_tear_down (&self->base, NULL);
  g_free (self->bytes);
  g_free (self->damaged);
  g_free (self->mended);
}

/* Opens what became of @bytes, which stay as they are; NULL if nothing could be read */
static SamenStore *
salvage (Wreck *self, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  gsize n;
  gboolean success;
  SamenStore *store;

  g_assert_true (g_file_set_contents (self->damaged, bytes, (gssize) length, NULL));
  samen_db_remove_files (self->mended);
  success = samen_salvage (self->damaged, self->mended, &self->result, NULL, &error);
  g_assert_true (g_file_get_contents (self->damaged, &after, &n, NULL));
  g_assert_cmpmem (after, n, bytes, length);
  if (!success)
    {
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "Nothing"));
      g_assert_false (g_file_test (self->mended, G_FILE_TEST_EXISTS));
      return NULL;
    }
  store = samen_store_open (self->mended, &error);
  g_assert_no_error (error);
  return store;
}

static void
assert_sound (SamenStore *store)
{
  g_auto (GStrv) problems = samen_store_check (store);

  g_assert_cmpstr (problems[0], ==, NULL);
}

/* Of what is whole, everything: nothing is lost on the way, and it can be worked on */
static void
test_whole (Wreck *self, gconstpointer unused)
{
  g_autoptr (SamenStore) store = salvage (self, self->bytes, self->length);
  g_autofree char *text = NULL;
  g_autoptr (GListModel) hits = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (store);
  g_assert_cmpuint (self->result.n_records, ==, self->n_records);
  g_assert_cmpuint (count_records (store), ==, self->n_records);
  g_assert_cmpuint (self->result.n_lost_edits + self->result.n_lost_records +
                        self->result.n_lost_values + self->result.n_lost_files,
                    ==, 0);
  assert_sound (store);
  hits = samen_store_search (store, "student", 10);
  g_assert_cmpuint (g_list_model_get_n_items (hits), >, 0);
  samen_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  assert_sound (store);
  text = samen_salvage_describe (&self->result);
  g_assert_nonnull (strstr (text, "records could be read."));
  g_assert_null (strstr (text, "lost"));
}

/* A page zeroed, one of every few in turn: the rest is there, and says so */
static void
test_zeroed_pages (Wreck *self, gconstpointer unused)
{
  guint worst = self->n_records;

  for (gsize i = (gsize) g_test_rand_int_range (0, 3); i < self->length / PAGE; i += 5)
    {
      g_autofree char *damaged = g_memdup2 (self->bytes, self->length);
      g_autoptr (SamenStore) store = NULL;

      memset (damaged + i * PAGE, 0, PAGE);
      store = salvage (self, damaged, self->length);
      g_assert_nonnull (store);
      assert_sound (store);
      worst = MIN (worst, count_records (store));
    }
  /* The log and the tables tell the same, so what one lost is in the other */
  g_assert_cmpuint (worst, >=, self->n_records - 2);
  g_test_message ("at least %u of %u records", worst, self->n_records);
}

static void
test_header (Wreck *self, gconstpointer unused)
{
  static const gsize lengths[] = { 16, 100, PAGE };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *damaged = g_memdup2 (self->bytes, self->length);
      g_autoptr (SamenStore) store = NULL;

      memset (damaged, 'x', lengths[i]);
      store = salvage (self, damaged, self->length);
      g_assert_nonnull (store);
      assert_sound (store);
      g_assert_cmpuint (count_records (store), ==, self->n_records);
    }
}

/* Cut short anywhere: the less is left, the less is read, and never anything that is not so */
static void
test_cut (Wreck *self, gconstpointer unused)
{
  for (gsize length = self->length - 7; length > 10 * PAGE; length -= 9 * PAGE + 13)
    {
      g_autoptr (SamenStore) store = salvage (self, self->bytes, length);

      if (store == NULL)
        continue;
      assert_sound (store);
      g_assert_cmpuint (count_records (store), <=, self->n_records + 1);
    }
  g_assert_null (salvage (self, self->bytes, 0));
  g_assert_null (salvage (self, self->bytes, 1000));
}

/* Bytes of anybody's: no crash, and a sound dossier or none */
static void
test_garbage (Wreck *self, gconstpointer unused)
{
  for (guint i = 0; i < GARBAGE; i++)
    {
      g_autofree char *damaged = g_memdup2 (self->bytes, self->length);
      g_autoptr (SamenStore) store = NULL;
      guint n = 1u << g_test_rand_int_range (0, 14);

      for (guint j = 0; j < n; j++)
        damaged[g_test_rand_int_range (0, (gint32) self->length)] = (char) g_test_rand_int ();
      store = salvage (self, damaged, self->length);
      if (store != NULL)
        assert_sound (store);
    }
}

/* What lies ready in a WAL is taken along, up to its last commit */
static void
test_wal (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = fixture_file (self, "copy.sqlite");
  g_autofree char *mended = fixture_file (self, "mended.sqlite");
  static const char *const endings[] = { "", "-wal" };
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (SamenPerson) person = NULL;
  g_autoptr (GError) error = NULL;
  SamenSalvage result;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (self->path, endings[i], NULL);
      g_autofree char *to = g_strconcat (path, endings[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
      if (i == 0)
        memset (bytes, 0, 100);
      g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
    }
  samen_salvage (path, mended, &result, NULL, &error);
  g_assert_no_error (error);
  store = samen_store_open (mended, &error);
  g_assert_no_error (error);
  assert_sound (store);
  person = samen_store_get (store, SAMEN_TYPE_PERSON, somebody->person);
  g_assert_cmpstr (person->name, ==, SOMEBODY);
  g_assert_cmpuint (result.n_lost_edits + result.n_lost_files + result.n_lost_records, ==, 0);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_ATTACHMENT), ==, 3);
}

/* A damaged file stays as it is, and so does what lies ready beside it, whoever tries to open it */
static void
test_untouched (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = fixture_file (self, "copy.sqlite");
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *copy_wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *wal_bytes = NULL;
  g_autofree char *after = NULL;
  g_autofree char *wal_after = NULL;
  gsize length, wal_length, n;

  g_object_unref (fixture_add_goal (self, "Goal"));
  fixture_reopen (self);
  g_object_unref (fixture_add_goal (self, "In the WAL"));
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (wal, &wal_bytes, &wal_length, NULL));
  g_assert_cmpuint (wal_length, >, 0);
  memset (bytes, 'x', 100);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (copy_wal, wal_bytes, (gssize) wal_length, NULL));
  g_assert_null (samen_store_open (path, NULL));
  g_assert_true (g_file_get_contents (path, &after, &n, NULL));
  g_assert_cmpmem (after, n, bytes, length);
  g_assert_true (g_file_get_contents (copy_wal, &wal_after, &n, NULL));
  g_assert_cmpmem (wal_after, n, wal_bytes, wal_length);
}

/* That is told once, however many have opened it in between */
static void
test_loss (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = fixture_file (self, "copy.sqlite");
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (SamenStore) store = NULL;
  gsize length;

  g_object_unref (fixture_add_goal (self, "Goal"));
  fixture_reopen (self);
  g_assert_false (samen_store_take_loss (self->store));
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (shm, "", 0, NULL));
  g_object_unref (samen_store_open (path, NULL));
  store = samen_store_open (path, NULL);
  g_assert_true (samen_store_take_loss (store));
  g_assert_false (samen_store_take_loss (store));
}

/* Returns whether it was not cancelled */
static gboolean
salvage_until (Wreck *self, Waiting *waiting)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const SamenProgress progress = { cancellable, waiting_cb, waiting };
  g_autoptr (GError) error = NULL;
  g_autofree char *unfinished = g_strconcat (self->mended, ".unfinished", NULL);

  waiting->cancellable = cancellable;
  waiting->calls = 0;
  waiting->last = 0;
  samen_db_remove_files (self->mended);
  if (samen_salvage (self->damaged, self->mended, &self->result, &progress, &error))
    return TRUE;
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (self->mended, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
  return FALSE;
}

static void
test_cancel (Wreck *self, gconstpointer unused)
{
  Waiting all = { .cancel_at = G_MAXUINT };

  g_assert_true (g_file_set_contents (self->damaged, self->bytes, (gssize) self->length, NULL));
  g_assert_true (salvage_until (self, &all));
  g_assert_cmpfloat (all.last, ==, 1);
  g_assert_cmpuint (all.calls, >, 100);
  for (guint i = 0; i < 10; i++)
    {
      Waiting some = { .cancel_at = i * (all.calls - 2) / 9 };

      g_assert_false (salvage_until (self, &some));
      /* At the next thing it does */
      g_assert_cmpuint (some.calls, <=, some.cancel_at + 1);
    }
}

/* Beside the damaged one, which has the same id, it is the one that is found by that */
static void
test_id (Wreck *self, gconstpointer unused)
{
  g_autofree char *root = fixture_file (&self->base, "library");
  g_autofree char *first = g_build_filename (root, "dossiers", "a.sqlite", NULL);
  g_autofree char *second = g_build_filename (root, "dossiers", "b.sqlite", NULL);
  g_autoptr (SamenLibrary) library = samen_library_new (root);
  const struct utimbuf long_ago = { 1000000000, 1000000000 };
  guint n_alike = 0;

  for (guint i = 0; i < 4; i++)
    {
      const char *damaged = i % 2 == 0 ? first : second, *mended = i % 2 == 0 ? second : first;
      g_autofree char *bytes = g_memdup2 (self->bytes, self->length);
      g_autoptr (SamenStore) store = NULL;
      g_autoptr (GError) error = NULL;
      GListModel *dossiers = samen_library_get_dossiers (library);

      samen_db_remove_files (damaged);
      samen_db_remove_files (mended);
      /* A page in the middle, with which it can still be opened; or its header, with which it cannot */
      memset (bytes + (i < 2 ? self->length / PAGE / 2 * PAGE : 0), 0, i < 2 ? PAGE : 100);
      g_assert_true (g_file_set_contents (damaged, bytes, (gssize) self->length, NULL));
      samen_salvage (damaged, mended, &self->result, NULL, &error);
      g_assert_no_error (error);
      store = samen_store_open (mended, &error);
      g_assert_no_error (error);
      /* In a folder, a new file may come before an older one, or after it */
      g_assert_cmpint (g_unlink (damaged), ==, 0);
      g_assert_true (g_file_set_contents (damaged, bytes, (gssize) self->length, NULL));
      g_assert_cmpint (utime (damaged, &long_ago), ==, 0);
      samen_library_reload (library);
      g_assert_cmpuint (g_list_model_get_n_items (dossiers), ==, 2);
      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (SamenDossier) dossier = g_list_model_get_item (dossiers, j);

          n_alike += g_strcmp0 (dossier->id, samen_store_get_dossier_id (store)) == 0;
        }
      g_assert_cmpstr (samen_library_find (library, samen_store_get_dossier_id (store))->path, ==,
                       mended);
    }
  g_assert_cmpuint (n_alike, ==, 2 + 2 + 1 + 1);
}

#define WRECK_TEST(path, function) g_test_add (path, Wreck, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  WRECK_TEST ("/salvage/whole", test_whole);
  WRECK_TEST ("/salvage/zeroed-pages", test_zeroed_pages);
  WRECK_TEST ("/salvage/header", test_header);
  WRECK_TEST ("/salvage/cut", test_cut);
  WRECK_TEST ("/salvage/garbage", test_garbage);
  WRECK_TEST ("/salvage/cancel", test_cancel);
  WRECK_TEST ("/salvage/id", test_id);
  FIXTURE_TEST ("/salvage/wal", test_wal);
  FIXTURE_TEST ("/salvage/untouched", test_untouched);
  FIXTURE_TEST ("/salvage/loss", test_loss);
  return g_test_run ();
}
