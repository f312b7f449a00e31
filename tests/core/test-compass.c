/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "rules-fixture.h"
#include "rules/compass.h"

/* Two goals without a criterion (tip 3, soon), a milestone that is overdue (tip 4, now) and one that was
 * reached and not celebrated (tip 4, when it suits) */
static void
test_states (void)
{
  g_autoptr (GListStore) goals = g_list_store_new (SAMEN_TYPE_GOAL);
  g_autoptr (GListStore) milestones = g_list_store_new (SAMEN_TYPE_MILESTONE);
  const SamenSignalSources sources = { .goals = G_LIST_MODEL (goals),
                                       .milestones = G_LIST_MODEL (milestones) };
  g_autoptr (GListModel) signals = NULL;
  SamenMilestone *late;

  put (goals, make (SAMEN_TYPE_GOAL, "g", "title", T ("A place"), NULL));
  put (goals, make (SAMEN_TYPE_GOAL, "h", "title", T ("A job"), NULL));
  late = put (milestones, make (SAMEN_TYPE_MILESTONE, "m", "title", T ("One desk"), "due",
                                T ("2027-02-01"), NULL));
  put (milestones, make (SAMEN_TYPE_MILESTONE, "n", "title", T ("First group"), "reached",
                         T ("2027-02-20"), NULL));
  put (milestones,
       make (SAMEN_TYPE_MILESTONE, "o", "title", T ("Next"), "due", T ("2027-04-01"), NULL));

  signals = samen_signals_find (&sources, day ("2027-03-01"));
  g_assert_cmpint (samen_tip_state (1, signals, FALSE), ==, SAMEN_TIP_NOT_BEGUN);
  g_assert_cmpint (samen_tip_state (1, signals, TRUE), ==, SAMEN_TIP_IN_ORDER);
  /* What asks for attention does so, begun or not */
  g_assert_cmpint (samen_tip_state (3, signals, FALSE), ==, SAMEN_TIP_SOON);
  g_assert_cmpint (samen_tip_state (4, signals, TRUE), ==, SAMEN_TIP_NOW);

  set (late, "reached", T ("2027-02-20"));
  g_clear_object (&signals);
  signals = samen_signals_find (&sources, day ("2027-03-01"));
  g_assert_cmpint (samen_tip_state (4, signals, TRUE), ==, SAMEN_TIP_IN_ORDER);
  g_assert_cmpint (samen_tip_state (4, NULL, TRUE), ==, SAMEN_TIP_IN_ORDER);
}

static void
test_labels (void)
{
  for (int i = SAMEN_TIP_NOT_BEGUN; i <= SAMEN_TIP_IN_ORDER; i++)
    for (int j = SAMEN_TIP_NOT_BEGUN; j < i; j++)
      g_assert_cmpstr (samen_tip_state_label (i), !=, samen_tip_state_label (j));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compass/states", test_states);
  g_test_add_func ("/compass/labels", test_labels);
  return g_test_run ();
}
