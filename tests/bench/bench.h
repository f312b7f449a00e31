/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What those that measure share */

/** BenchDossier: a dossier to measure; @milestone: one of its milestones, to be edited */
typedef struct
{
  char *path;
  SamenStore *store;
  SamenMilestone *milestone;
} BenchDossier;

/** bench_dossier_new: Returns: (transfer full): one of @n_records records, @n_milestones of which are milestones. */
BenchDossier *bench_dossier_new (const char *folder,
                                 const char *name,
                                 guint n_records,
                                 guint n_milestones);

void bench_dossier_free (BenchDossier *self);

/** BenchWork: something that is measured */
typedef void (*BenchWork) (gpointer data, guint round);

/** bench_print_head: the head of the table that bench_report() adds lines to. */
void bench_print_head (void);

/**
 * bench_report:
 * @most: how many times as long as @base @work may take; 0 for any
 *
 * Measures both in turns, and prints the medians.
 *
 * Returns: how many times as long as @base @work took.
 */
double bench_report (const char *what,
                     guint n_rounds,
                     BenchWork base,
                     gpointer base_data,
                     BenchWork work,
                     gpointer work_data,
                     double most);

/** bench_fail_on: ends the program if @error is set. */
void bench_fail_on (GError *error);

/** bench_remove_folder: removes a folder and the files in it. */
void bench_remove_folder (const char *path);

G_END_DECLS
