/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/overview/standing.h"
#include "shell/summary.h"
#include "widgets/words.h"

static char *
describe_signals (SamenStore *store)
{
  g_autoptr (GListModel) signals = samen_standing_signals (store);
  guint n = g_list_model_get_n_items (signals);

  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u point of attention", "%u points of attention", n), n);
}

static char *
summarise (SamenDossier *dossier)
{
  g_autoptr (SamenStore) store = samen_store_open (dossier->path, NULL);
  g_autofree char *next = NULL;
  g_autofree char *signals = NULL;

  if (store == NULL)
    return g_strdup ("");
  next = samen_standing_next_milestone (store);
  signals = describe_signals (store);
  return samen_join_facts (dossier->region, next, signals, SAMEN_END);
}

static void
summarise_in_thread (GTask *task, gpointer dossier, gpointer data, GCancellable *cancellable)
{
  char *summary;

  samen_library_begin_read ();
  summary = summarise (dossier);
  samen_library_end_read ();
  g_task_return_pointer (task, summary, g_free);
}

void
samen_summarise_async (SamenDossier *dossier,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (dossier, cancellable, callback, data);

  if (dossier->problem != NULL)
    g_task_return_pointer (task, g_strdup (dossier->problem), g_free);
  else
    g_task_run_in_thread (task, summarise_in_thread);
}

char *
samen_summarise_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
