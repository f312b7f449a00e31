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

char *
samen_summarise (SamenDossier *dossier)
{
  g_autoptr (SamenStore) store = NULL;
  g_autofree char *next = NULL;
  g_autofree char *signals = NULL;

  if (dossier->problem != NULL)
    return g_strdup (dossier->problem);
  store = samen_store_open (dossier->path, NULL);
  if (store == NULL)
    return g_strdup ("");
  next = samen_standing_next_milestone (store);
  signals = describe_signals (store);
  return samen_join_facts (dossier->region, next, signals, SAMEN_END);
}
