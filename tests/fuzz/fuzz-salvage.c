/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "fuzz.h"
#include "store/check.h"
#include "store/salvage-private.h"
#include "store/salvage.h"
#include "store/store-private.h"

/* A small file shows all that a large one does, and leads sooner to what was not reached before */
#define MOST_SIZE (64 * 1024)

static void
write_file (const char *path, const guint8 *data, gsize size)
{
  fuzz_assert (g_file_set_contents_full (path, (const char *) data, (gssize) size,
                                         G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* To make a dossier takes a hundred times as long as to read one, so of so many it is done with the first few */
#define ROUND 256
#define FEW 16

static void
read_rows (const char *path)
{
  static SamenStore *store;
  g_autoptr (SamenSalvaged) salvaged = NULL;

  if (store == NULL)
    store = samen_store_create (fuzz_file ("reading"), NULL);
  fuzz_assert (store != NULL && samen_db_run (store->db, "BEGIN", NULL));
  salvaged = samen_salvaged_read (path, store->db, NULL, 1, NULL);
  fuzz_assert (salvaged != NULL);
  samen_db_rollback (store->db);
}

static void
make_dossier (const char *path)
{
  const char *target = fuzz_file ("salvaged");
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = NULL;
  g_auto (GStrv) problems = NULL;
  g_autofree char *told = NULL;
  SamenSalvage result;

  if (!samen_salvage (path, target, &result, NULL, &error))
    {
      fuzz_assert (error != NULL && !g_file_test (target, G_FILE_TEST_EXISTS));
      return;
    }
  told = samen_salvage_describe (&result);
  store = samen_store_open (target, &error);
  fuzz_assert (store != NULL);
  problems = samen_store_check (store);
  fuzz_assert (problems[0] == NULL);
  g_clear_object (&store);
  samen_db_remove_files (target);
}

/*
 * A damaged dossier: the file, and after a line of its own a WAL beside it. What comes of it is a dossier that
 * is sound, or nothing; and the file is as it was.
 */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char line[] = "\n--wal--\n";
  static guint n;
  const char *path = fuzz_file ("damaged");
  const char *wal = fuzz_file ("damaged-wal");
  const guint8 *end = size > 0 ? memmem (data, size, line, strlen (line)) : NULL;
  const gsize length = end != NULL ? (gsize) (end - data) : size;
  g_autofree char *after = NULL;
  gsize length_after;

  if (size > MOST_SIZE)
    return 0;
  write_file (path, data, length);
  if (end != NULL)
    write_file (wal, end + strlen (line), size - length - strlen (line));
  else
    g_unlink (wal);
  read_rows (path);
  if (n++ % ROUND < FEW)
    make_dossier (path);
  fuzz_assert (g_file_get_contents (path, &after, &length_after, NULL) && length_after == length &&
               memcmp (after, data, length) == 0);
  return 0;
}
