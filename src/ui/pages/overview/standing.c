/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/agreement-text.h"
#include "pages/overview/standing.h"
#include "rules/milestones.h"
#include "rules/progress.h"
#include "rules/signals.h"
#include "store/log.h"
#include "widgets/words.h"

#define N_SUCCESSES 3
#define N_NEXT 3

char *
samen_standing_of_agreements (SamenStore *store)
{
  g_autoptr (GListModel) agreements = samen_store_list (store, SAMEN_TYPE_AGREEMENT, NULL, NULL);
  g_autofree char *first = NULL;
  gboolean first_is_draft = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (agreements); i++)
    {
      g_autoptr (SamenAgreement) agreement = g_list_model_get_item (agreements, i);
      g_autoptr (SamenAgreementTerm) term = samen_agreement_term_today (store, agreement);
      g_autofree char *label = samen_agreement_term_label (term);
      g_autofree char *line = samen_join_facts (agreement->title, label, SAMEN_END);

      if (samen_agreement_term_is_running (term))
        return g_steal_pointer (&line);
      if (first == NULL || (first_is_draft && term->status != SAMEN_AGREEMENT_DRAFT))
        {
          g_free (first);
          first = g_steal_pointer (&line);
          first_is_draft = term->status == SAMEN_AGREEMENT_DRAFT;
        }
    }
  return first != NULL ? g_steal_pointer (&first) : g_strdup (_ ("Not recorded yet"));
}

char *
samen_standing_of_people (SamenStore *store)
{
  guint n_organisations = samen_store_count (store, SAMEN_TYPE_ORGANISATION);
  guint n_people = samen_store_count (store, SAMEN_TYPE_PERSON);
  g_autofree char *organisations = g_strdup_printf (
      ngettext ("%u organisation", "%u organisations", n_organisations), n_organisations);
  g_autofree char *people =
      g_strdup_printf (ngettext ("%u person", "%u people", n_people), n_people);

  if (n_organisations + n_people == 0)
    return g_strdup (_ ("None named yet"));
  return samen_join_facts (organisations, people, SAMEN_END);
}

static SamenCourse
course_of (SamenStore *store, SamenCriterion *criterion)
{
  g_autoptr (SamenGoal) goal = samen_store_get (store, SAMEN_TYPE_GOAL, criterion->goal.id);
  g_autoptr (GListModel) measurements =
      samen_store_list (store, SAMEN_TYPE_MEASUREMENT, "criterion", SAMEN_RECORD (criterion)->id);
  g_autoptr (SamenProgress) progress = samen_progress_new (
      criterion, goal, measurements, samen_store_added_on (store, SAMEN_RECORD (criterion)),
      samen_date_today ());

  return progress->course;
}

char *
samen_standing_of_criteria (SamenStore *store)
{
  g_autoptr (GListModel) criteria = samen_store_list (store, SAMEN_TYPE_CRITERION, NULL, NULL);
  guint n = g_list_model_get_n_items (criteria);
  guint on_course = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SamenCriterion) criterion = g_list_model_get_item (criteria, i);
      SamenCourse course = course_of (store, criterion);

      on_course += course == SAMEN_COURSE_ON || course == SAMEN_COURSE_REACHED;
    }
  if (n == 0)
    return g_strdup (_ ("None named yet"));
  return g_strdup_printf (ngettext ("%u of %u criterion on course or reached",
                                    "%u of %u criteria on course or reached", n),
                          on_course, n);
}

char *
samen_standing_next_milestone (SamenStore *store)
{
  g_autoptr (GListModel) milestones = samen_store_list (store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  g_autoptr (SamenMilestone) next = samen_milestones_next (milestones, samen_date_today ());
  g_autofree char *day = NULL;

  if (next == NULL)
    return NULL;
  day = samen_date_format (next->due, NULL);
  /* Translators: a milestone, and when it is due */
  return g_strdup_printf (_ ("Next milestone: %s (%s)"), next->title, day);
}

char *
samen_standing_of_milestones (SamenStore *store)
{
  g_autoptr (GListModel) milestones = samen_store_list (store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  guint counts[SAMEN_N_MILESTONE_STATES];
  guint n = samen_milestones_count (milestones, NULL, samen_date_today (), counts);
  guint reached = counts[SAMEN_MILESTONE_REACHED] + counts[SAMEN_MILESTONE_CELEBRATED];
  g_autofree char *count = NULL;
  g_autofree char *next = NULL;

  if (n == 0)
    return g_strdup (_ ("None planned yet"));
  count = g_strdup_printf (ngettext ("%u of %u reached", "%u of %u reached", n), reached, n);
  next = samen_standing_next_milestone (store);
  return samen_join_facts (count, next, SAMEN_END);
}

GListModel *
samen_standing_next_milestones (SamenStore *store)
{
  g_autoptr (GListModel) milestones = samen_store_list (store, SAMEN_TYPE_MILESTONE, NULL, NULL);

  return samen_milestones_ahead (milestones, samen_date_today (), N_NEXT);
}

char *
samen_standing_of_milestone (SamenStore *store, SamenMilestone *milestone)
{
  SamenDate first = samen_store_first_date (store, SAMEN_RECORD (milestone), "due");
  g_autofree char *facts = samen_milestone_describe (milestone, NULL, first, samen_date_today ());

  return samen_join_facts (facts, milestone->contributors, SAMEN_END);
}

static int
latest_first (gconstpointer a, gconstpointer b, gpointer unused)
{
  return samen_date_compare (((const SamenMilestone *) b)->reached,
                             ((const SamenMilestone *) a)->reached);
}

GListModel *
samen_standing_recent_successes (SamenStore *store)
{
  g_autoptr (GListModel) milestones = samen_store_list (store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  GListStore *successes = g_list_store_new (SAMEN_TYPE_MILESTONE);

  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (SamenMilestone) milestone = g_list_model_get_item (milestones, i);

      if (samen_date_is_set (milestone->reached))
        g_list_store_insert_sorted (successes, milestone, latest_first, NULL);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (successes)) > N_SUCCESSES)
    g_list_store_splice (successes, N_SUCCESSES,
                         g_list_model_get_n_items (G_LIST_MODEL (successes)) - N_SUCCESSES, NULL,
                         0);
  return G_LIST_MODEL (successes);
}

gboolean
samen_standing_first_steps (SamenStore *store, gboolean done[SAMEN_N_FIRST_STEPS])
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);

  done[SAMEN_FIRST_PURPOSE] = partnership != NULL && partnership->purpose != NULL;
  done[SAMEN_FIRST_COVENANT] = samen_store_count (store, SAMEN_TYPE_AGREEMENT) > 0;
  done[SAMEN_FIRST_PEOPLE] = samen_store_count (store, SAMEN_TYPE_PERSON) > 0;
  done[SAMEN_FIRST_GOAL] = samen_store_count (store, SAMEN_TYPE_GOAL) > 0;
  done[SAMEN_FIRST_MILESTONE] = samen_store_count (store, SAMEN_TYPE_MILESTONE) > 0;
  return !done[SAMEN_FIRST_COVENANT] || !done[SAMEN_FIRST_GOAL] || !done[SAMEN_FIRST_MILESTONE];
}

gboolean
samen_standing_has_begun (SamenStore *store, guint tip)
{
  switch (tip)
    {
    case 1:
      return samen_store_count (store, SAMEN_TYPE_AGREEMENT) > 0;
    case 2:
      return samen_store_count (store, SAMEN_TYPE_PERSON) > 0;
    case 3:
      return samen_store_count (store, SAMEN_TYPE_CRITERION) > 0;
    case 4:
      return samen_store_count (store, SAMEN_TYPE_MILESTONE) > 0;
    default:
      return FALSE;
    }
}

static SamenDate
added_on (SamenRecord *record, gpointer store)
{
  return samen_store_added_on (store, record);
}

GListModel *
samen_standing_signals (SamenStore *store)
{
  const GType types[] = { SAMEN_TYPE_AGREEMENT,      SAMEN_TYPE_PARTY,       SAMEN_TYPE_SIGNATURE,
                          SAMEN_TYPE_CONSIDERATION,  SAMEN_TYPE_ARTICLE,     SAMEN_TYPE_CLAUSE,
                          SAMEN_TYPE_GOAL,           SAMEN_TYPE_CRITERION,   SAMEN_TYPE_MEASUREMENT,
                          SAMEN_TYPE_MILESTONE,      SAMEN_TYPE_CELEBRATION, SAMEN_TYPE_EVALUATION,
                          SAMEN_TYPE_REPRESENTATIVE, SAMEN_TYPE_PARTNERSHIP, SAMEN_TYPE_PERSON };
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);
  SamenSignalSources sources = { .added_on = added_on, .data = store };
  GListModel **members[] = { &sources.agreements,      &sources.parties,      &sources.signatures,
                             &sources.considerations,  &sources.articles,     &sources.clauses,
                             &sources.goals,           &sources.criteria,     &sources.measurements,
                             &sources.milestones,      &sources.celebrations, &sources.evaluations,
                             &sources.representatives, &sources.partnerships, &sources.people };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      *members[i] = samen_store_list (store, types[i], NULL, NULL);
      g_ptr_array_add (lists, *members[i]);
    }
  return samen_signals_find (&sources, samen_date_today ());
}
