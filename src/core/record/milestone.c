/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/criterion.h"
#include "record/goal.h"
#include "record/milestone.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenMilestone, title, N_ ("Milestone"), .flags = SAMEN_REQUIRED),
  SAMEN_FIELD (SamenMilestone, due, N_ ("Due"), .flags = SAMEN_ORDER),
  SAMEN_FIELD (SamenMilestone, reached, N_ ("Reached"), .flags = SAMEN_PAST),
  SAMEN_FIELD (SamenMilestone, contributors, N_ ("Contributors")),
  SAMEN_FIELD (SamenMilestone, goal, N_ ("Goal"), .refers = samen_goal_get_type),
  SAMEN_FIELD (SamenMilestone, criterion, N_ ("Criterion"), .refers = samen_criterion_get_type),
  SAMEN_FIELD (SamenMilestone, note, N_ ("Note"), .flags = SAMEN_LONG),
};

SAMEN_DEFINE_RECORD (SamenMilestone, samen_milestone, "milestone", N_ ("milestone"), fields)
