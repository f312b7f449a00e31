/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <stdlib.h>

#include <glib/gstdio.h>

#include "bench.h"
#include "store/store-private.h"

#define BATCH 20 /* records that are added in one edit */

static const char *const words[] = {
  "leren",  "praktijk", "zorg",    "school", "student",  "begeleider",   "samen",   "reflectie",
  "groep",  "afspraak", "doel",    "meting", "cliënt",   "coöperatie",   "één",     "opleiding",
  "stage",  "vakvrouw", "regio",   "wijk",   "overleg",  "werkbegeleid", "kind",    "ouder",
  "docent", "les",      "locatie", "team",   "voorjaar", "najaar",       "rooster", "inzet",
};

void
bench_fail_on (GError *error)
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

BenchDossier *
bench_dossier_new (const char *folder, const char *name, guint n_records, guint n_milestones)
{
  BenchDossier *self = g_new0 (BenchDossier, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GError) error = NULL;

  self->path = g_build_filename (folder, name, NULL);
  self->store = samen_store_create (self->path, &error);
  bench_fail_on (error);
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
      bench_fail_on (error);
    }
  samen_db_run (self->store->db,
                "PRAGMA synchronous = FULL; PRAGMA wal_checkpoint (TRUNCATE); PRAGMA optimize",
                NULL);
  list = samen_store_list (self->store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  self->milestone = g_list_model_get_item (list, n_milestones / 2);
  return self;
}

void
bench_dossier_free (BenchDossier *self)
{
  g_clear_object (&self->milestone);
  g_clear_object (&self->store);
  g_free (self->path);
  g_free (self);
}

static double
elapsed (BenchWork work, gpointer data, guint round)
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
double
bench_report (const char *what,
              guint n_rounds,
              BenchWork base,
              gpointer base_data,
              BenchWork work,
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

void
bench_remove_folder (const char *path)
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

void
bench_print_head (void)
{
  g_print ("medians in milliseconds\n\n| %-58s | %8s | %8s | %5s | %4s |\n", "what", "base", "this",
           "ratio", "most");
  g_print ("|---|---:|---:|---:|---:|\n");
}
