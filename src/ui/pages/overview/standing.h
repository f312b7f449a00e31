/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/*
 * Where a dossier stands, a line each in the interface's language (transfer full), and its successes.
 */

/** samen_standing_of_agreements: the first agreement in force, or else the first that is not a draft, or else the
 *   first; and where it stands. */
char *samen_standing_of_agreements (SamenStore *store);

/** samen_standing_of_people: how many organisations and people take part. */
char *samen_standing_of_people (SamenStore *store);

/** samen_standing_of_criteria: how many criteria are on course. */
char *samen_standing_of_criteria (SamenStore *store);

/** samen_standing_next_milestone: (nullable): the milestone that is due next, and when. */
char *samen_standing_next_milestone (SamenStore *store);

/** samen_standing_of_milestones: how many are reached, and which is next. */
char *samen_standing_of_milestones (SamenStore *store);

/** samen_standing_next_milestones: Returns: (transfer full): the three #SamenMilestone that are due next. */
GListModel *samen_standing_next_milestones (SamenStore *store);

/** samen_standing_of_milestone: Returns: (transfer full): where a milestone stands, and who contributes. */
char *samen_standing_of_milestone (SamenStore *store, SamenMilestone *milestone);

/**
 * samen_standing_recent_successes:
 *
 * Returns: (transfer full): the three #SamenMilestone that were reached last, the latest first.
 */
GListModel *samen_standing_recent_successes (SamenStore *store);

/** SamenFirstSteps: what a dossier begins with */
typedef enum
{
  SAMEN_FIRST_PURPOSE,
  SAMEN_FIRST_COVENANT,
  SAMEN_FIRST_PEOPLE,
  SAMEN_FIRST_GOAL,
  SAMEN_FIRST_MILESTONE,
  SAMEN_N_FIRST_STEPS,
} SamenFirstStep;

/**
 * samen_standing_first_steps:
 * @done: (out caller-allocates): which of them were done
 *
 * Returns: whether to show them: until there is a covenant, a goal and a milestone. Who goes about it in
 *   another way is not reminded of the others.
 */
gboolean samen_standing_first_steps (SamenStore *store, gboolean done[SAMEN_N_FIRST_STEPS]);

/** samen_standing_has_begun: Returns: whether anything is recorded that tip @tip is about. */
gboolean samen_standing_has_begun (SamenStore *store, guint tip);

/** samen_standing_signals: Returns: (transfer full): the points of attention of today, as #SamenSignal. */
GListModel *samen_standing_signals (SamenStore *store);

G_END_DECLS
