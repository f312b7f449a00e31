/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "fuzz.h"
#include "store/check.h"
#include "store/package-private.h"

/* The records and the log of a package, a zero byte between them, without the zip around them */

typedef struct
{
  const char *data;
  gsize size;
} Source;

static gssize
fill (gpointer data, char *buffer, gsize size, GError **error)
{
  Source *self = data;
  const gsize n = MIN (size, self->size);

  if (n > 0)
    memcpy (buffer, self->data, n);
  self->data += n;
  self->size -= n;
  return (gssize) n;
}

static SamenJsonStream *
open_stream (Source *source)
{
  return samen_json_stream_new (fill, source, SAMEN_PACKAGE_DEEPEST, SAMEN_PACKAGE_LONGEST_TEXT);
}

static gboolean
collect (gpointer data, const char *text, gsize length, GError **error)
{
  g_string_append_len (data, text, (gssize) length);
  return TRUE;
}

static void
begin (SamenStore *store)
{
  fuzz_assert (samen_db_run (store->db, "BEGIN; PRAGMA defer_foreign_keys = ON", NULL));
}

static gboolean
read_records (SamenStore *store, Source source)
{
  g_autoptr (SamenJsonStream) stream = open_stream (&source);
  g_autoptr (GError) error = NULL;
  const gboolean success = samen_package_read_records (stream, store, &error);

  fuzz_assert (success == (error == NULL));
  return success;
}

static void
read_log (SamenStore *store, Source source)
{
  g_autoptr (SamenJsonStream) stream = open_stream (&source);
  g_auto (GStrv) problems = NULL;

  if (!samen_package_read_log (stream, store, NULL))
    return;
  problems = samen_store_check (store);
  fuzz_assert (problems != NULL);
}

/* What was read is written as it was */
static void
check_written (SamenStore *store)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  fuzz_assert (samen_store_write_json (store, SAMEN_JSON_DELETED, collect, first, NULL));
  samen_db_rollback (store->db);
  begin (store);
  fuzz_assert (read_records (store, (Source) { first->str, first->len }));
  fuzz_assert (samen_store_write_json (store, SAMEN_JSON_DELETED, collect, second, NULL));
  fuzz_assert (g_str_equal (first->str, second->str));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static SamenStore *store;
  const guint8 *end = size > 0 ? memchr (data, 0, size) : NULL;
  const gsize length = end != NULL ? (gsize) (end - data) : size;
  const gsize rest = end != NULL ? length + 1 : size;

  if (store == NULL)
    {
      store = samen_store_create (fuzz_file ("dossier"), NULL);
      /* What a change of the tables takes need not be done each time */
      fuzz_assert (store != NULL &&
                   samen_db_run (store->db,
                                 "PRAGMA synchronous = OFF; "
                                 "PRAGMA temp_store = MEMORY; "
                                 "CREATE TEMP TABLE place (record TEXT PRIMARY KEY, "
                                 "line INTEGER NOT NULL) STRICT, WITHOUT ROWID",
                                 NULL));
    }
  begin (store);
  if (read_records (store, (Source) { (const char *) data, length }))
    {
      samen_package_check_references (store, NULL);
      check_written (store);
    }
  read_log (store, (Source) { (const char *) data + rest, size - rest });
  samen_db_rollback (store->db);
  return 0;
}
