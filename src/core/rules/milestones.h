/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

#include "record/celebration.h"
#include "record/criterion.h"
#include "record/milestone.h"

G_BEGIN_DECLS

/** A milestone is near when it is due within so many days */
#define SAMEN_MILESTONE_NEAR_DAYS 30

/**
 * SamenMilestoneState:
 * @SAMEN_MILESTONE_PLANNED: to be reached, later or without a date
 * @SAMEN_MILESTONE_NEAR: due within %SAMEN_MILESTONE_NEAR_DAYS days, today included
 * @SAMEN_MILESTONE_OVERDUE: the last day of its due date is past
 * @SAMEN_MILESTONE_REACHED: reached
 * @SAMEN_MILESTONE_CELEBRATED: reached, and celebrated today or before
 */
typedef enum
{
  SAMEN_MILESTONE_PLANNED,
  SAMEN_MILESTONE_NEAR,
  SAMEN_MILESTONE_OVERDUE,
  SAMEN_MILESTONE_REACHED,
  SAMEN_MILESTONE_CELEBRATED,
} SamenMilestoneState;

#define SAMEN_N_MILESTONE_STATES (SAMEN_MILESTONE_CELEBRATED + 1)

/**
 * samen_milestone_state:
 * @milestone: a milestone
 * @celebrations: (nullable): #SamenCelebration; those of other milestones are passed over
 * @today: the day to look from
 *
 * Returns: where it stands. A celebration counts from its own date; a milestone that was reopened is to
 *   be reached again, whatever was celebrated.
 */
SamenMilestoneState samen_milestone_state (SamenMilestone *milestone,
                                           GListModel *celebrations,
                                           SamenDate today);

/** samen_milestone_state_label: Returns: (transfer none): in a word, in the interface's language. */
const char *samen_milestone_state_label (SamenMilestoneState state);

/**
 * samen_milestone_drift:
 * @milestone: a milestone
 * @first: the first due date it ever had
 *
 * Returns: by how many days it was moved since: above zero for later, below for earlier; 0 where either
 *   date is not set. Months and seasons count by their last day: making "spring 2027" into "May 2027"
 *   moves nothing.
 */
int samen_milestone_drift (SamenMilestone *milestone, SamenDate first);

/**
 * samen_milestone_days_late:
 * @milestone: a milestone
 * @today: the day to look from
 *
 * Returns: how many days after the last day of its due date it was reached, or today is if it was not;
 *   0 if it is not late.
 */
int samen_milestone_days_late (SamenMilestone *milestone, SamenDate today);

/**
 * samen_milestones_count:
 * @milestones: (nullable): #SamenMilestone
 * @celebrations: (nullable): #SamenCelebration
 * @today: the day to look from
 * @counts: (out caller-allocates) (array fixed-size=5): how many are in each #SamenMilestoneState
 *
 * Returns: how many they are.
 */
guint samen_milestones_count (GListModel *milestones,
                              GListModel *celebrations,
                              SamenDate today,
                              guint counts[SAMEN_N_MILESTONE_STATES]);

/**
 * samen_milestones_ahead:
 * @milestones: (nullable): #SamenMilestone
 * @today: the day to look from
 * @most: at most so many
 *
 * Returns: (transfer full): the #SamenMilestone that are to be reached and are due today or later, the first
 *   of them first; those due on one day in the order of @milestones.
 */
GListModel *samen_milestones_ahead (GListModel *milestones, SamenDate today, guint most);

/**
 * samen_milestones_next:
 * @milestones: (nullable): #SamenMilestone
 * @today: the day to look from
 *
 * Returns: (transfer full) (nullable): the first that is to be reached and is due today or later; of
 *   those due on one day the first in the list.
 */
SamenMilestone *samen_milestones_next (GListModel *milestones, SamenDate today);

/**
 * samen_milestone_goal_id:
 * @criterion: (nullable): the criterion that it refers to
 *
 * Returns: (transfer none) (nullable): the goal under which it is a step: its own, or else that of its
 *   criterion, unless that was deleted.
 */
const char *samen_milestone_goal_id (SamenMilestone *milestone, SamenCriterion *criterion);

/**
 * samen_milestone_describe:
 * @milestone: a milestone
 * @celebrations: (nullable): #SamenCelebration
 * @first: the first due date it ever had, or no date
 * @today: the day to look from
 *
 * Returns: (transfer full): where it stands in one or two sentences, in the interface's language, for
 *   who does not see the timeline: "Due 1 June 2027. It was first due 1 April 2027 and has moved 61 days
 *   later."
 */
char *samen_milestone_describe (SamenMilestone *milestone,
                                GListModel *celebrations,
                                SamenDate first,
                                SamenDate today);

G_END_DECLS
