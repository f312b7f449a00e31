/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * What the store costs: an edit beside the same rows in bare SQLite, and a dossier of a hundred thousand
 * records beside one of a thousand. Rounds are interleaved, and medians are compared within one run.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "bench.h"
#include "store/history.h"
#include "store/search.h"
#include "store/store-private.h"

#define SMALL 1000
#define LARGE 100000
#define MILESTONES 200 /* in either of them */
#define ROUNDS 201

/* ---- an edit beside bare SQLite ---- */

static void
step (sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *begin, *edit, *change, *update, *forget, *index, *commit;
  const char *id;
  char *old;
  gint64 entry;
} Bare;

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return statement;
}

static void
bare_open (Bare *self, BenchDossier *dossier, const char *field)
{
  g_autofree char *update = g_strdup_printf ("UPDATE milestone SET %s = ?2 WHERE id = ?1", field);
  g_autofree char *entry =
      g_strdup_printf ("SELECT id FROM search_entry WHERE record = ?1 AND field = '%s'", field);
  g_autoptr (GVariant) value = samen_record_get ((SamenRecord *) dossier->milestone, field);
  sqlite3_stmt *find;

  sqlite3_open_v2 (dossier->path, &self->db, SQLITE_OPEN_READWRITE, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_exec (self->db, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON", NULL, NULL, NULL);
  self->id = ((SamenRecord *) dossier->milestone)->id;
  self->old = g_variant_dup_string (value, NULL);
  self->begin = prepare (self->db, "BEGIN IMMEDIATE");
  self->commit = prepare (self->db, "COMMIT");
  self->edit = prepare (self->db, "INSERT INTO edit (id, label, author, device, time, clock, "
                                  "action) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'do')");
  self->change = prepare (self->db, "INSERT INTO change (edit, type, record, field, old, new) "
                                    "VALUES (?1, 'milestone', ?2, ?3, ?4, ?5)");
  self->update = prepare (self->db, update);
  self->forget =
      prepare (self->db, "INSERT INTO search (search, rowid, text) VALUES ('delete', ?1, ?2)");
  self->index = prepare (self->db, "INSERT INTO search (rowid, text) VALUES (?1, ?2)");
  find = prepare (self->db, entry);
  sqlite3_bind_text (find, 1, self->id, -1, SQLITE_STATIC);
  self->entry = sqlite3_step (find) == SQLITE_ROW ? sqlite3_column_int64 (find, 0) : 0;
  sqlite3_finalize (find);
}

static void
bare_close (Bare *self)
{
  sqlite3_stmt *all[] = { self->begin,  self->edit,  self->change, self->update,
                          self->forget, self->index, self->commit };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    sqlite3_finalize (all[i]);
  sqlite3_close (self->db);
  g_free (self->old);
}

static void
bare_write (Bare *self, const char *field, const char *new)
{
  g_autofree char *id = g_uuid_string_random ();
  gint64 now = g_get_real_time () / 1000;

  step (self->begin);
  sqlite3_bind_text (self->edit, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->edit, 2, "Change Milestone", -1, SQLITE_STATIC);
  sqlite3_bind_text (self->edit, 3, "M. de Vries", -1, SQLITE_STATIC);
  sqlite3_bind_text (self->edit, 4, self->id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (self->edit, 5, now);
  sqlite3_bind_int64 (self->edit, 6, now << 16);
  step (self->edit);
  sqlite3_bind_text (self->update, 1, self->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->update, 2, new, -1, SQLITE_STATIC);
  step (self->update);
  sqlite3_bind_int64 (self->change, 1, sqlite3_last_insert_rowid (self->db));
  sqlite3_bind_text (self->change, 2, self->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->change, 3, field, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->change, 4, self->old, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->change, 5, new, -1, SQLITE_STATIC);
  step (self->change);
  if (self->entry != 0)
    {
      sqlite3_bind_int64 (self->forget, 1, self->entry);
      sqlite3_bind_text (self->forget, 2, self->old, -1, SQLITE_STATIC);
      step (self->forget);
      sqlite3_bind_int64 (self->index, 1, self->entry);
      sqlite3_bind_text (self->index, 2, new, -1, SQLITE_STATIC);
      step (self->index);
    }
  step (self->commit);
  g_set_str (&self->old, new);
}

static char *
date_of (guint round)
{
  return samen_date_to_string (samen_date_from_days (738000 + (int) round));
}

static char *
title_of (guint round)
{
  return g_strdup_printf ("Eerste les op de groep %u", round);
}

static void
bare_date (gpointer data, guint round)
{
  g_autofree char *new = date_of (round);

  bare_write (data, "due", new);
}

static void
bare_title (gpointer data, guint round)
{
  g_autofree char *new = title_of (round);

  bare_write (data, "title", new);
}

static void
store_set (BenchDossier *self, const char *field, const char *new)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Change Milestone");
  g_autoptr (GError) error = NULL;

  samen_edit_set (edit, (SamenRecord *) self->milestone, field, samen_value (new));
  samen_store_apply (self->store, edit, &error);
  bench_fail_on (error);
}

static void
store_date (gpointer data, guint round)
{
  g_autofree char *new = date_of (round);

  store_set (data, "due", new);
}

static void
store_title (gpointer data, guint round)
{
  g_autofree char *new = title_of (round);

  store_set (data, "title", new);
}

/* ---- the size of a dossier ---- */

static void
open_dossier (gpointer data, guint round)
{
  BenchDossier *self = data;
  g_autoptr (SamenStore) store = samen_store_open (self->path, NULL);

  g_assert_nonnull (store);
}

static void
list_milestones (gpointer data, guint round)
{
  BenchDossier *self = data;
  g_autoptr (GListModel) list = samen_store_list (self->store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  guint n = MIN (g_list_model_get_n_items (list), MILESTONES);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SamenMilestone) milestone = g_list_model_get_item (list, i);

      g_assert_nonnull (milestone->title);
    }
}

static void
search (BenchDossier *self, const char *text)
{
  g_autoptr (GListModel) hits = samen_store_search (self->store, text, 100);

  g_assert_cmpuint (g_list_model_get_n_items (hits), >, 0);
}

static void
search_common (gpointer data, guint round)
{
  search (data, "s");
}

static void
search_rare (gpointer data, guint round)
{
  search (data, "nummer150");
}

static void
read_history (gpointer data, guint round)
{
  BenchDossier *self = data;
  g_autoptr (SamenHistory) history = samen_history_new (self->store, NULL);

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (SamenPastEdit) edit = g_list_model_get_item (G_LIST_MODEL (history), i);
      g_autofree char *text = samen_past_edit_describe (edit, self->store, 6, NULL);

      g_assert_nonnull (text);
    }
}

static gboolean
compare_with_bare (const char *folder)
{
  BenchDossier *bare_dossier = bench_dossier_new (folder, "bare", SMALL, MILESTONES);
  BenchDossier *dossier = bench_dossier_new (folder, "store", SMALL, MILESTONES);
  Bare bare = { 0 };
  gboolean ok;

  bare_open (&bare, bare_dossier, "due");
  ok = bench_report ("one edit of a date, bare SQLite / the store", ROUNDS, bare_date, &bare,
                     store_date, dossier, 2) <= 2;
  bare_close (&bare);
  bare_open (&bare, bare_dossier, "title");
  ok = bench_report ("one edit of a text, bare SQLite / the store", ROUNDS, bare_title, &bare,
                     store_title, dossier, 2) <= 2 &&
       ok;
  bare_close (&bare);
  bench_dossier_free (bare_dossier);
  bench_dossier_free (dossier);
  return ok;
}

static gboolean
compare_sizes (const char *folder)
{
  BenchDossier *small = bench_dossier_new (folder, "small", SMALL, MILESTONES);
  BenchDossier *large = bench_dossier_new (folder, "large", LARGE, MILESTONES);
  BenchDossier *long_list = bench_dossier_new (folder, "long", LARGE, LARGE);
  gboolean ok = bench_report ("the list of milestones, 1,000 records / 100,000", ROUNDS,
                              list_milestones, small, list_milestones, large, 1.2) <= 1.2;

  bench_report ("that list where all 100,000 are milestones", 15, list_milestones, small,
                list_milestones, long_list, 0);
  bench_report ("one edit, 1,000 records / 100,000", ROUNDS, store_date, small, store_date, large,
                0);
  bench_report ("opening the dossier, 1,000 records / 100,000", ROUNDS, open_dossier, small,
                open_dossier, large, 0);
  bench_report ("searching what is everywhere, 1,000 records / 100,000", 15, search_common, small,
                search_common, large, 0);
  bench_report ("searching what is rare, 1,000 records / 100,000", 15, search_rare, small,
                search_rare, large, 0);
  bench_report ("the history, 1,000 records / 100,000", 15, read_history, small, read_history,
                large, 0);
  bench_dossier_free (small);
  bench_dossier_free (large);
  bench_dossier_free (long_list);
  return ok;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("samenspel-bench-XXXXXX", &error);
  gboolean ok;

  bench_fail_on (error);
  bench_print_head ();
  ok = compare_with_bare (folder);
  ok = compare_sizes (folder) && ok;
  bench_remove_folder (folder);
  return ok ? 0 : 1;
}
