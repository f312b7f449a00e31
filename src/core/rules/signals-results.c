/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/progress.h"
#include "rules/signals-private.h"

/* A quarter: later on nobody can mend it */
#define NAMED_DAYS 90

/* What is part of what: (id of the owner: GListStore of records), by the reference at @offset */
static GHashTable *
group_by (GListModel *list, GType type, gsize offset)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < samen_n_items (list); i++)
    {
      g_autoptr (SamenRecord) record = g_list_model_get_item (list, i);
      const SamenReference *owner =
          (const SamenReference *) (gconstpointer) ((char *) record + offset);
      GListStore *group;

      if (record->deleted || owner->id == NULL)
        continue;
      group = g_hash_table_lookup (groups, owner->id);
      if (group == NULL)
        {
          group = g_list_store_new (type);
          g_hash_table_insert (groups, g_strdup (owner->id), group);
        }
      g_list_store_append (group, record);
    }
  return groups;
}

/* The goals that are there: (id: SamenGoal, owned) */
static GHashTable *
goals_by_id (SamenSignalSearch *search)
{
  GListModel *goals = search->sources->goals;
  GHashTable *by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < samen_n_items (goals); i++)
    {
      g_autoptr (SamenGoal) goal = g_list_model_get_item (goals, i);

      if (!goal->parent_instance.deleted)
        g_hash_table_replace (by_id, goal->parent_instance.id, g_object_ref (goal));
    }
  return by_id;
}

static SamenGoal *
goal_of (GHashTable *goals, SamenCriterion *criterion)
{
  return criterion->goal.id != NULL ? g_hash_table_lookup (goals, criterion->goal.id) : NULL;
}

static char *
describe_stale (SamenCriterion *criterion, const SamenProgress *progress)
{
  g_autofree char *latest = samen_date_format (progress->latest_date, NULL);
  g_autofree char *next = samen_date_format (progress->next, NULL);
  const guint rhythm = (guint) criterion->rhythm;

  if (progress->n_measurements == 0)
    return g_strdup_printf (_ ("“%s” has not been measured yet; that was to be done by %s."),
                            criterion->title, next);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "“%s” was last measured %s; it is to be measured every month.",
                   "“%s” was last measured %s; it is to be measured every %u months.", rhythm),
      criterion->title, latest, rhythm);
}

void
samen_signals_not_measured (SamenSignalSearch *search)
{
  const SamenSignalSources *sources = search->sources;
  g_autoptr (GHashTable) goals = goals_by_id (search);
  g_autoptr (GHashTable) measurements = group_by (sources->measurements, SAMEN_TYPE_MEASUREMENT,
                                                  offsetof (SamenMeasurement, criterion));

  for (guint i = 0; i < samen_n_items (sources->criteria); i++)
    {
      g_autoptr (SamenCriterion) criterion = g_list_model_get_item (sources->criteria, i);
      g_autoptr (SamenProgress) progress = NULL;

      if (criterion->parent_instance.deleted)
        continue;
      progress =
          samen_progress_new (criterion, goal_of (goals, criterion),
                              g_hash_table_lookup (measurements, criterion->parent_instance.id),
                              samen_signal_search_added_on (search, criterion), search->today);
      if (progress->stale)
        samen_signal_search_add (search, criterion, progress->next, 0,
                                 describe_stale (criterion, progress));
    }
}

void
samen_signals_no_criterion (SamenSignalSearch *search)
{
  const SamenSignalSources *sources = search->sources;
  g_autoptr (GHashTable) criteria =
      group_by (sources->criteria, SAMEN_TYPE_CRITERION, offsetof (SamenCriterion, goal));

  for (guint i = 0; i < samen_n_items (sources->goals); i++)
    {
      g_autoptr (SamenGoal) goal = g_list_model_get_item (sources->goals, i);

      if (!goal->parent_instance.deleted &&
          !g_hash_table_contains (criteria, goal->parent_instance.id))
        samen_signal_search_add (
            search, goal, SAMEN_DATE_NONE, 0,
            g_strdup_printf (_ ("The goal “%s” has no evaluation criterion yet."), goal->title));
    }
}

void
samen_signals_no_target (SamenSignalSearch *search)
{
  GListModel *criteria = search->sources->criteria;

  for (guint i = 0; i < samen_n_items (criteria); i++)
    {
      g_autoptr (SamenCriterion) criterion = g_list_model_get_item (criteria, i);

      if (!criterion->parent_instance.deleted && !samen_criterion_has_target (criterion))
        samen_signal_search_add (
            search, criterion, SAMEN_DATE_NONE, 0,
            g_strdup_printf (_ ("The criterion “%s” has no target yet."), criterion->title));
    }
}

void
samen_signals_named_afterwards (SamenSignalSearch *search)
{
  GListModel *criteria = search->sources->criteria;
  g_autoptr (GHashTable) goals = goals_by_id (search);

  for (guint i = 0; i < samen_n_items (criteria); i++)
    {
      g_autoptr (SamenCriterion) criterion = g_list_model_get_item (criteria, i);
      SamenDate added = samen_signal_search_added_on (search, criterion);

      if (criterion->parent_instance.deleted ||
          samen_criterion_named_beforehand (goal_of (goals, criterion), added) ||
          !samen_signal_search_within (search, samen_date_add_days (added, NAMED_DAYS), NAMED_DAYS))
        continue;
      samen_signal_search_add (
          search, criterion, added, 0,
          g_strdup_printf (_ ("The criterion “%s” was named after work on its goal had started."),
                           criterion->title));
    }
}
