/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "rules-fixture.h"
#include "rules/milestones.h"

static SamenMilestone *
milestone (GListStore *list, const char *id, const char *due, const char *reached)
{
  return put (list, make (SAMEN_TYPE_MILESTONE, id, "title", T (id), "due", T (due), "reached",
                          T (reached), NULL));
}

static void
celebrate (GListStore *list, const char *id, const char *date)
{
  put (list, make (SAMEN_TYPE_CELEBRATION, "c", "milestone", T (id), "date", T (date), NULL));
}

/* Seen from 1 March 2027; near is up to and including 31 March */
static void
test_state (void)
{
  const struct
  {
    const char *due, *reached, *celebrated;
    SamenMilestoneState state;
  } cases[] = {
    { NULL, NULL, NULL, SAMEN_MILESTONE_PLANNED },
    { "2027-04-01", NULL, NULL, SAMEN_MILESTONE_PLANNED },
    { "2027-03-31", NULL, NULL, SAMEN_MILESTONE_NEAR },
    { "2027-03-01", NULL, NULL, SAMEN_MILESTONE_NEAR },
    { "2027-02-28", NULL, NULL, SAMEN_MILESTONE_OVERDUE },
    /* February is over, spring ends in May, winter 2026 ended yesterday */
    { "2027-02", NULL, NULL, SAMEN_MILESTONE_OVERDUE },
    { "2027-21", NULL, NULL, SAMEN_MILESTONE_PLANNED },
    { "2026-24", NULL, NULL, SAMEN_MILESTONE_OVERDUE },
    { "2027", NULL, NULL, SAMEN_MILESTONE_PLANNED },
    { "2026", "2027-01-01", NULL, SAMEN_MILESTONE_REACHED },
    { NULL, "2027-01-01", NULL, SAMEN_MILESTONE_REACHED },
    { "2026", "2027-01-01", "2027-03-02", SAMEN_MILESTONE_REACHED },
    { "2026", "2027-01-01", "2027-03-01", SAMEN_MILESTONE_CELEBRATED },
    /* Reopened */
    { "2027-02-28", NULL, "2027-01-01", SAMEN_MILESTONE_OVERDUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) list = g_list_store_new (SAMEN_TYPE_MILESTONE);
      g_autoptr (GListStore) celebrations = g_list_store_new (SAMEN_TYPE_CELEBRATION);
      SamenMilestone *one = milestone (list, "m", cases[i].due, cases[i].reached);

      celebrate (celebrations, "other", "2027-01-01");
      if (cases[i].celebrated != NULL)
        celebrate (celebrations, "m", cases[i].celebrated);
      g_assert_cmpint (samen_milestone_state (one, G_LIST_MODEL (celebrations), day ("2027-03-01")),
                       ==, cases[i].state);
    }
}

static void
test_drift (void)
{
  g_autoptr (GListStore) list = g_list_store_new (SAMEN_TYPE_MILESTONE);
  SamenMilestone *one = milestone (list, "m", "2027-06-01", NULL);

  /* 30 days of April and 31 of May */
  g_assert_cmpint (samen_milestone_drift (one, day ("2027-04-01")), ==, 61);
  g_assert_cmpint (samen_milestone_drift (one, day ("2027-06-01")), ==, 0);
  g_assert_cmpint (samen_milestone_drift (one, day ("2027-06-11")), ==, -10);
  g_assert_cmpint (samen_milestone_drift (one, SAMEN_DATE_NONE), ==, 0);
  /* 29 February 2028 */
  g_assert_cmpint (samen_milestone_drift (one, day ("2028-02-29")), ==, -273);
  set (one, "due", T ("2027-05"));
  g_assert_cmpint (samen_milestone_drift (one, day ("2027-21")), ==, 0);
  set (one, "due", NULL);
  g_assert_cmpint (samen_milestone_drift (one, day ("2027-04-01")), ==, 0);
}

static void
test_late (void)
{
  g_autoptr (GListStore) list = g_list_store_new (SAMEN_TYPE_MILESTONE);
  SamenMilestone *one = milestone (list, "m", "2027-02", NULL);

  g_assert_cmpint (samen_milestone_days_late (one, day ("2027-02-28")), ==, 0);
  g_assert_cmpint (samen_milestone_days_late (one, day ("2027-03-01")), ==, 1);
  set (one, "reached", T ("2027-02-10"));
  g_assert_cmpint (samen_milestone_days_late (one, day ("2028-01-01")), ==, 0);
  set (one, "reached", T ("2027-03-10"));
  g_assert_cmpint (samen_milestone_days_late (one, day ("2028-01-01")), ==, 10);
  set (one, "due", NULL);
  g_assert_cmpint (samen_milestone_days_late (one, day ("2028-01-01")), ==, 0);
}

static void
test_count_and_next (void)
{
  g_autoptr (GListStore) list = g_list_store_new (SAMEN_TYPE_MILESTONE);
  g_autoptr (GListStore) celebrations = g_list_store_new (SAMEN_TYPE_CELEBRATION);
  g_autoptr (SamenMilestone) next = NULL;
  g_autoptr (SamenMilestone) second = NULL;
  g_autoptr (SamenMilestone) later = NULL;
  g_autoptr (GListModel) ahead = NULL;
  guint counts[SAMEN_N_MILESTONE_STATES];

  g_assert_null (samen_milestones_next (NULL, day ("2027-03-01")));
  g_assert_cmpuint (samen_milestones_count (NULL, NULL, day ("2027-03-01"), counts), ==, 0);
  milestone (list, "far", "2027-21", NULL);
  milestone (list, "also far", "2027-05-31", NULL);
  milestone (list, "as far", "2027-05-31", NULL);
  milestone (list, "open", NULL, NULL);
  milestone (list, "late", "2027-01-01", NULL);
  milestone (list, "done", "2027-03-15", "2027-02-01");
  milestone (list, "feast", "2027-01-01", "2026-12-01");
  set (milestone (list, "gone", "2027-03-02", NULL), "deleted", samen_value_boolean (true));
  celebrate (celebrations, "feast", "2027-01-15");
  g_assert_cmpuint (samen_milestones_count (G_LIST_MODEL (list), G_LIST_MODEL (celebrations),
                                            day ("2027-03-01"), counts),
                    ==, 7);
  g_assert_cmpuint (counts[SAMEN_MILESTONE_PLANNED], ==, 4);
  g_assert_cmpuint (counts[SAMEN_MILESTONE_NEAR], ==, 0);
  g_assert_cmpuint (counts[SAMEN_MILESTONE_OVERDUE], ==, 1);
  g_assert_cmpuint (counts[SAMEN_MILESTONE_REACHED], ==, 1);
  g_assert_cmpuint (counts[SAMEN_MILESTONE_CELEBRATED], ==, 1);

  /* All end on 31 May: those of which the day is known come first, in the order of the list */
  next = samen_milestones_next (G_LIST_MODEL (list), day ("2027-03-01"));
  g_assert_cmpstr (next->title, ==, "also far");
  ahead = samen_milestones_ahead (G_LIST_MODEL (list), day ("2027-03-01"), 2);
  g_assert_cmpuint (g_list_model_get_n_items (ahead), ==, 2);
  second = g_list_model_get_item (ahead, 1);
  g_assert_cmpstr (second->title, ==, "as far");
  later = samen_milestones_next (G_LIST_MODEL (list), day ("2027-06-01"));
  g_assert_null (later);
}

static void
assert_sentence (SamenMilestone *one,
                 GListStore *celebrations,
                 const char *first,
                 const char *expected)
{
  assert_text (
      samen_milestone_describe (one, G_LIST_MODEL (celebrations), day (first), day ("2027-03-01")),
      expected);
}

static void
test_sentences (void)
{
  g_autoptr (GListStore) list = g_list_store_new (SAMEN_TYPE_MILESTONE);
  g_autoptr (GListStore) celebrations = g_list_store_new (SAMEN_TYPE_CELEBRATION);
  SamenMilestone *one = milestone (list, "m", NULL, NULL);

  assert_sentence (one, celebrations, "", "No date is set yet.");
  set (one, "due", T ("2027-06-01"));
  assert_sentence (one, celebrations, "2027-06-01", "Due 1 June 2027.");
  assert_sentence (one, celebrations, "2027-04-01",
                   "Due 1 June 2027. It was first due 1 April 2027 and has moved 61 days later.");
  assert_sentence (one, celebrations, "2027-06-02",
                   "Due 1 June 2027. It was first due 2 June 2027 and has moved 1 day earlier.");
  set (one, "due", T ("2027-02-28"));
  assert_sentence (one, celebrations, "", "Due 28 February 2027, which is 1 day ago.");
  set (one, "reached", T ("2027-03-01"));
  assert_sentence (one, celebrations, "", "Reached (1 March 2027), 1 day after it was due.");
  set (one, "reached", T ("2027-02"));
  assert_sentence (one, celebrations, "", "Reached (February 2027).");
  celebrate (celebrations, "m", "2027-03-01");
  assert_sentence (one, celebrations, "", "Reached (February 2027) and celebrated.");
}

static void
test_goal (void)
{
  g_autoptr (SamenCriterion) criterion =
      make (SAMEN_TYPE_CRITERION, "c", "title", T ("Places"), "goal", T ("of-criterion"), NULL);
  g_autoptr (SamenMilestone) one =
      make (SAMEN_TYPE_MILESTONE, "m", "title", T ("One desk"), "criterion", T ("c"), NULL);

  g_assert_cmpstr (samen_milestone_goal_id (one, NULL), ==, NULL);
  g_assert_cmpstr (samen_milestone_goal_id (one, criterion), ==, "of-criterion");
  set (one, "goal", T ("its-own"));
  g_assert_cmpstr (samen_milestone_goal_id (one, criterion), ==, "its-own");
  set (one, "goal", NULL);
  criterion->parent_instance.deleted = true;
  g_assert_cmpstr (samen_milestone_goal_id (one, criterion), ==, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/milestones/state", test_state);
  g_test_add_func ("/milestones/drift", test_drift);
  g_test_add_func ("/milestones/late", test_late);
  g_test_add_func ("/milestones/count-and-next", test_count_and_next);
  g_test_add_func ("/milestones/goal", test_goal);
  g_test_add_func ("/milestones/sentences", test_sentences);
  return g_test_run ();
}
