/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * What the store costs: an edit beside the same rows in bare SQLite, and a dossier of a hundred thousand
 * records beside one of a thousand. Rounds are interleaved, and medians are compared within one run.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "store/history.h"
#include "store/search.h"
#include "store/store-private.h"

#define SMALL 1000
#define LARGE 100000
#define MILESTONES 200 /* in either of them */
#define BATCH 20       /* records that are added in one edit */
#define ROUNDS 201

static const char *const words[] = {
  "leren",  "praktijk", "zorg",    "school", "student",  "begeleider",   "samen",   "reflectie",
  "groep",  "afspraak", "doel",    "meting", "cliënt",   "coöperatie",   "één",     "opleiding",
  "stage",  "vakvrouw", "regio",   "wijk",   "overleg",  "werkbegeleid", "kind",    "ouder",
  "docent", "les",      "locatie", "team",   "voorjaar", "najaar",       "rooster", "inzet",
};

typedef struct
{
  char *path;
  SamenStore *store;
  SamenMilestone *milestone; /* one of them, to be edited */
} Dossier;

/* Something that is measured */
typedef void (*Work) (gpointer data, guint round);

static void
fail_on (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static char *
some_text (GRand *random, guint number)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 8; i++)
    g_string_append_printf (text, "%s ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  g_string_append_printf (text, "nummer%u", number);
  return g_string_free_and_steal (text);
}

static void
add_milestone (SamenEdit *edit, const char *text, guint number)
{
  samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value (text), "due",
                  samen_value (samen_date_from_days (738000 + (int) (number % 4000))), NULL);
}

static Dossier *
make_dossier (const char *folder, const char *name, guint n_records, guint n_milestones)
{
  Dossier *self = g_new0 (Dossier, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GError) error = NULL;

  self->path = g_build_filename (folder, name, NULL);
  self->store = samen_store_create (self->path, &error);
  fail_on (error);
  /* What it takes to fill is not measured */
  samen_db_run (self->store->db, "PRAGMA synchronous = OFF", NULL);
  for (guint i = 0; i < n_records; i += BATCH)
    {
      g_autoptr (SamenEdit) edit = samen_edit_new ("Fill");

      for (guint j = i; j < MIN (i + BATCH, n_records); j++)
        {
          g_autofree char *text = some_text (random, j);

          if (j < n_milestones)
            add_milestone (edit, text, j);
          else
            samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value (text), NULL);
        }
      samen_store_apply (self->store, edit, &error);
      fail_on (error);
    }
  samen_db_run (self->store->db,
                "PRAGMA synchronous = FULL; PRAGMA wal_checkpoint (TRUNCATE); PRAGMA optimize",
                NULL);
  list = samen_store_list (self->store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  self->milestone = g_list_model_get_item (list, n_milestones / 2);
  return self;
}

static void
dossier_free (Dossier *self)
{
  g_clear_object (&self->milestone);
  g_clear_object (&self->store);
  g_free (self->path);
  g_free (self);
}

static double
elapsed (Work work, gpointer data, guint round)
{
  gint64 start = g_get_monotonic_time ();

  work (data, round);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *times, guint n)
{
  qsort (times, n, sizeof (double), compare);
  return times[n / 2];
}

/* Measures both in turns, and the one that goes first changes too */
static double
report (const char *what,
        guint n_rounds,
        Work base,
        gpointer base_data,
        Work work,
        gpointer work_data,
        double most)
{
  g_autofree double *bases = g_new (double, n_rounds);
  g_autofree double *times = g_new (double, n_rounds);
  double base_time, time, ratio;

  for (guint i = 0; i < n_rounds; i++)
    {
      if (i % 2 == 0)
        bases[i] = elapsed (base, base_data, i);
      times[i] = elapsed (work, work_data, i);
      if (i % 2 == 1)
        bases[i] = elapsed (base, base_data, i);
    }
  base_time = median (bases, n_rounds);
  time = median (times, n_rounds);
  ratio = time / base_time;
  g_print ("| %-58s | %8.3f | %8.3f | %5.2f |", what, base_time, time, ratio);
  if (most > 0)
    g_print (" %4.1f%s |\n", most, ratio > most ? " (over)" : "");
  else
    g_print ("      |\n");
  return ratio;
}

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
bare_open (Bare *self, Dossier *dossier, const char *field)
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
store_set (Dossier *self, const char *field, const char *new)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Change Milestone");
  g_autoptr (GError) error = NULL;

  samen_edit_set (edit, (SamenRecord *) self->milestone, field, samen_value (new));
  samen_store_apply (self->store, edit, &error);
  fail_on (error);
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
  Dossier *self = data;
  g_autoptr (SamenStore) store = samen_store_open (self->path, NULL);

  g_assert_nonnull (store);
}

static void
list_milestones (gpointer data, guint round)
{
  Dossier *self = data;
  g_autoptr (GListModel) list = samen_store_list (self->store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  guint n = MIN (g_list_model_get_n_items (list), MILESTONES);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SamenMilestone) milestone = g_list_model_get_item (list, i);

      g_assert_nonnull (milestone->title);
    }
}

static void
search (Dossier *self, const char *text)
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
  Dossier *self = data;
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
  Dossier *bare_dossier = make_dossier (folder, "bare", SMALL, MILESTONES);
  Dossier *dossier = make_dossier (folder, "store", SMALL, MILESTONES);
  Bare bare = { 0 };
  gboolean ok;

  bare_open (&bare, bare_dossier, "due");
  ok = report ("one edit of a date, bare SQLite / the store", ROUNDS, bare_date, &bare, store_date,
               dossier, 2) <= 2;
  bare_close (&bare);
  bare_open (&bare, bare_dossier, "title");
  ok = report ("one edit of a text, bare SQLite / the store", ROUNDS, bare_title, &bare,
               store_title, dossier, 2) <= 2 &&
       ok;
  bare_close (&bare);
  dossier_free (bare_dossier);
  dossier_free (dossier);
  return ok;
}

static gboolean
compare_sizes (const char *folder)
{
  Dossier *small = make_dossier (folder, "small", SMALL, MILESTONES);
  Dossier *large = make_dossier (folder, "large", LARGE, MILESTONES);
  Dossier *long_list = make_dossier (folder, "long", LARGE, LARGE);
  gboolean ok = report ("the list of milestones, 1,000 records / 100,000", ROUNDS, list_milestones,
                        small, list_milestones, large, 1.2) <= 1.2;

  report ("that list where all 100,000 are milestones", 15, list_milestones, small, list_milestones,
          long_list, 0);
  report ("one edit, 1,000 records / 100,000", ROUNDS, store_date, small, store_date, large, 0);
  report ("opening the dossier, 1,000 records / 100,000", ROUNDS, open_dossier, small, open_dossier,
          large, 0);
  report ("searching what is everywhere, 1,000 records / 100,000", 15, search_common, small,
          search_common, large, 0);
  report ("searching what is rare, 1,000 records / 100,000", 15, search_rare, small, search_rare,
          large, 0);
  report ("the history, 1,000 records / 100,000", 15, read_history, small, read_history, large, 0);
  dossier_free (small);
  dossier_free (large);
  dossier_free (long_list);
  return ok;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }
  g_rmdir (path);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("samenspel-bench-XXXXXX", &error);
  gboolean ok;

  fail_on (error);
  g_print ("medians in milliseconds\n\n| %-58s | %8s | %8s | %5s | %4s |\n", "what", "base", "this",
           "ratio", "most");
  g_print ("|---|---:|---:|---:|---:|\n");
  ok = compare_with_bare (folder);
  ok = compare_sizes (folder) && ok;
  remove_folder (folder);
  return ok ? 0 : 1;
}
