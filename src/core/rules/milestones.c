/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/milestones.h"
#include "rules/rules-private.h"

static gboolean
is_celebrated (SamenMilestone *milestone, GListModel *celebrations, SamenDate today)
{
  for (guint i = 0; i < samen_n_items (celebrations); i++)
    {
      g_autoptr (SamenCelebration) celebration = g_list_model_get_item (celebrations, i);

      if (!celebration->parent_instance.deleted &&
          g_strcmp0 (celebration->milestone.id, milestone->parent_instance.id) == 0 &&
          samen_date_compare (samen_date_first_day (celebration->date), today) <= 0)
        return TRUE;
    }
  return FALSE;
}

/* The state, where @celebrated tells whether a celebration was held */
static SamenMilestoneState
state_of (SamenMilestone *milestone, gboolean celebrated, SamenDate today)
{
  SamenDate near = samen_date_add_days (today, SAMEN_MILESTONE_NEAR_DAYS);

  if (samen_date_is_set (milestone->reached))
    return celebrated ? SAMEN_MILESTONE_CELEBRATED : SAMEN_MILESTONE_REACHED;
  if (!samen_date_is_set (milestone->due))
    return SAMEN_MILESTONE_PLANNED;
  if (samen_date_compare (samen_date_last_day (milestone->due), today) < 0)
    return SAMEN_MILESTONE_OVERDUE;
  if (samen_date_compare (samen_date_last_day (milestone->due), near) <= 0)
    return SAMEN_MILESTONE_NEAR;
  return SAMEN_MILESTONE_PLANNED;
}

SamenMilestoneState
samen_milestone_state (SamenMilestone *milestone, GListModel *celebrations, SamenDate today)
{
  return state_of (milestone, is_celebrated (milestone, celebrations, today), today);
}

const char *
samen_milestone_state_label (SamenMilestoneState state)
{
  switch (state)
    {
    case SAMEN_MILESTONE_NEAR:
      return C_ ("milestone", "Near");
    case SAMEN_MILESTONE_OVERDUE:
      return C_ ("milestone", "Overdue");
    case SAMEN_MILESTONE_REACHED:
      return C_ ("milestone", "Reached");
    case SAMEN_MILESTONE_CELEBRATED:
      return C_ ("milestone", "Celebrated");
    default:
      return C_ ("milestone", "Planned");
    }
}

static int
days_between (SamenDate from, SamenDate to)
{
  return samen_date_days (samen_date_last_day (to)) - samen_date_days (samen_date_last_day (from));
}

int
samen_milestone_drift (SamenMilestone *milestone, SamenDate first)
{
  if (!samen_date_is_set (first) || !samen_date_is_set (milestone->due))
    return 0;
  return days_between (first, milestone->due);
}

int
samen_milestone_days_late (SamenMilestone *milestone, SamenDate today)
{
  SamenDate until = today;

  if (!samen_date_is_set (milestone->due))
    return 0;
  /* Reached in a month or season: on its first day, since nothing says it was later */
  if (samen_date_is_set (milestone->reached))
    until = samen_date_first_day (milestone->reached);
  return MAX (0, days_between (milestone->due, until));
}

/* The ids of the milestones that were celebrated, to look many of them up */
static GHashTable *
celebrated_ids (GListModel *celebrations, SamenDate today)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < samen_n_items (celebrations); i++)
    {
      g_autoptr (SamenCelebration) celebration = g_list_model_get_item (celebrations, i);

      if (!celebration->parent_instance.deleted && celebration->milestone.id != NULL &&
          samen_date_compare (samen_date_first_day (celebration->date), today) <= 0)
        g_hash_table_add (ids, g_strdup (celebration->milestone.id));
    }
  return ids;
}

guint
samen_milestones_count (GListModel *milestones,
                        GListModel *celebrations,
                        SamenDate today,
                        guint counts[SAMEN_N_MILESTONE_STATES])
{
  g_autoptr (GHashTable) celebrated = celebrated_ids (celebrations, today);
  guint total = 0;

  for (guint i = 0; i < SAMEN_N_MILESTONE_STATES; i++)
    counts[i] = 0;
  for (guint i = 0; i < samen_n_items (milestones); i++)
    {
      g_autoptr (SamenMilestone) milestone = g_list_model_get_item (milestones, i);
      gboolean is_held = g_hash_table_contains (celebrated, milestone->parent_instance.id);

      if (milestone->parent_instance.deleted)
        continue;
      counts[state_of (milestone, is_held, today)]++;
      total++;
    }
  return total;
}

static gboolean
is_ahead (SamenMilestone *milestone, SamenDate today)
{
  return !milestone->parent_instance.deleted && !samen_date_is_set (milestone->reached) &&
         samen_date_is_set (milestone->due) &&
         samen_date_compare (samen_date_last_day (milestone->due), today) >= 0;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  return samen_date_compare ((*(SamenMilestone *const *) a)->due,
                             (*(SamenMilestone *const *) b)->due);
}

GListModel *
samen_milestones_ahead (GListModel *milestones, SamenDate today, guint most)
{
  g_autoptr (GPtrArray) ahead = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *first = g_list_store_new (SAMEN_TYPE_MILESTONE);

  for (guint i = 0; i < samen_n_items (milestones); i++)
    {
      g_autoptr (SamenMilestone) milestone = g_list_model_get_item (milestones, i);

      if (is_ahead (milestone, today))
        g_ptr_array_add (ahead, g_steal_pointer (&milestone));
    }
  g_ptr_array_sort (ahead, compare_due);
  g_list_store_splice (first, 0, 0, ahead->pdata, MIN (ahead->len, most));
  return G_LIST_MODEL (first);
}

SamenMilestone *
samen_milestones_next (GListModel *milestones, SamenDate today)
{
  g_autoptr (GListModel) ahead = samen_milestones_ahead (milestones, today, 1);

  return g_list_model_get_item (ahead, 0);
}

const char *
samen_milestone_goal_id (SamenMilestone *milestone, SamenCriterion *criterion)
{
  if (milestone->goal.id != NULL || criterion == NULL || criterion->parent_instance.deleted)
    return milestone->goal.id;
  return criterion->goal.id;
}

static char *
describe_reached (SamenMilestone *milestone, SamenMilestoneState state, int late)
{
  g_autofree char *reached = samen_date_format (milestone->reached, NULL);

  if (state == SAMEN_MILESTONE_CELEBRATED)
    return g_strdup_printf (_ ("Reached (%s) and celebrated."), reached);
  if (late == 0)
    return g_strdup_printf (_ ("Reached (%s)."), reached);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Reached (%s), %d day after it was due.",
                                       "Reached (%s), %d days after it was due.", late),
                          reached, late);
}

static char *
describe_state (SamenMilestone *milestone, SamenMilestoneState state, int late)
{
  g_autofree char *due = samen_date_format (milestone->due, NULL);

  if (samen_date_is_set (milestone->reached))
    return describe_reached (milestone, state, late);
  if (*due == '\0')
    return g_strdup (_ ("No date is set yet."));
  if (state == SAMEN_MILESTONE_OVERDUE)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Due %s, which is %d day ago.",
                                         "Due %s, which is %d days ago.", late),
                            due, late);
  return g_strdup_printf (_ ("Due %s."), due);
}

static char *
describe_drift (int drift, SamenDate first)
{
  g_autofree char *date = samen_date_format (first, NULL);

  if (drift > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "It was first due %s and has moved %d day later.",
                                         "It was first due %s and has moved %d days later.", drift),
                            date, drift);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "It was first due %s and has moved %d day earlier.",
                   "It was first due %s and has moved %d days earlier.", -drift),
      date, -drift);
}

char *
samen_milestone_describe (SamenMilestone *milestone,
                          GListModel *celebrations,
                          SamenDate first,
                          SamenDate today)
{
  const int drift = samen_milestone_drift (milestone, first);
  g_autofree char *state =
      describe_state (milestone, samen_milestone_state (milestone, celebrations, today),
                      samen_milestone_days_late (milestone, today));
  g_autofree char *moved = NULL;

  if (drift == 0)
    return g_steal_pointer (&state);
  moved = describe_drift (drift, first);
  return g_strdup_printf ("%s %s", state, moved);
}
