/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/milestones.h"
#include "rules/signals-private.h"

#define FAR_MONTHS 6

/* A quarter, so that it comes up in a meeting at least once; then the moment has gone */
#define CELEBRATE_DAYS 90

void
samen_signals_milestone_overdue (SamenSignalSearch *search)
{
  GListModel *milestones = search->sources->milestones;

  for (guint i = 0; i < samen_n_items (milestones); i++)
    {
      g_autoptr (SamenMilestone) milestone = g_list_model_get_item (milestones, i);
      g_autofree char *due = samen_date_format (milestone->due, NULL);

      if (milestone->parent_instance.deleted ||
          samen_milestone_state (milestone, NULL, search->today) != SAMEN_MILESTONE_OVERDUE)
        continue;
      samen_signal_search_add (
          search, milestone, milestone->due,
          (guint) samen_milestone_days_late (milestone, search->today),
          g_strdup_printf (_ ("The milestone “%s” was due %s and has not been reached yet."),
                           milestone->title, due));
    }
}

static gboolean
has_any (GListModel *records)
{
  for (guint i = 0; i < samen_n_items (records); i++)
    {
      g_autoptr (SamenRecord) record = g_list_model_get_item (records, i);

      if (!record->deleted)
        return TRUE;
    }
  return FALSE;
}

void
samen_signals_next_far (SamenSignalSearch *search)
{
  const SamenSignalSources *sources = search->sources;
  g_autoptr (SamenMilestone) next = samen_milestones_next (sources->milestones, search->today);
  g_autofree char *due = NULL;

  /* A dossier that just begins has no steps yet, and hears of its goals first */
  if (next == NULL && (has_any (sources->goals) || has_any (sources->milestones)))
    samen_signal_search_add (search, NULL, SAMEN_DATE_NONE, 0,
                             g_strdup (_ ("No next milestone is planned.")));
  if (next == NULL || samen_date_compare (samen_date_last_day (next->due),
                                          samen_date_add_months (search->today, FAR_MONTHS)) <= 0)
    return;
  due = samen_date_format (next->due, NULL);
  samen_signal_search_add (
      search, next, next->due, 0,
      g_strdup_printf (_ ("The next milestone, “%s”, is more than six months away (%s)."),
                       next->title, due));
}

/* The ids of the milestones for which a celebration was held or is planned */
static GHashTable *
milestones_with_celebration (GListModel *celebrations)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < samen_n_items (celebrations); i++)
    {
      g_autoptr (SamenCelebration) celebration = g_list_model_get_item (celebrations, i);

      if (!celebration->parent_instance.deleted && celebration->milestone.id != NULL)
        g_hash_table_add (ids, g_strdup (celebration->milestone.id));
    }
  return ids;
}

void
samen_signals_not_celebrated (SamenSignalSearch *search)
{
  GListModel *milestones = search->sources->milestones;
  g_autoptr (GHashTable) celebrated = milestones_with_celebration (search->sources->celebrations);

  for (guint i = 0; i < samen_n_items (milestones); i++)
    {
      g_autoptr (SamenMilestone) milestone = g_list_model_get_item (milestones, i);
      SamenDate until =
          samen_date_add_days (samen_date_last_day (milestone->reached), CELEBRATE_DAYS);

      if (milestone->parent_instance.deleted || !samen_date_is_set (milestone->reached) ||
          samen_date_compare (until, search->today) < 0 ||
          g_hash_table_contains (celebrated, milestone->parent_instance.id))
        continue;
      samen_signal_search_add (
          search, milestone, milestone->reached, 0,
          g_strdup_printf (_ ("The milestone “%s” has been reached and not been celebrated yet."),
                           milestone->title));
    }
}
