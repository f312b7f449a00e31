/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/criterion.h"
#include "record/goal.h"

static const SamenChoice directions[] = {
  { "higher", NC_ ("choice", "Higher") },
  { "lower", NC_ ("choice", "Lower") },
  { "range", NC_ ("choice", "Within a range") },
  { NULL },
};

static const SamenField fields[] = {
  SAMEN_FIELD (SamenCriterion, goal, N_ ("Goal"),
               .flags = SAMEN_REQUIRED | SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_goal_get_type),
  SAMEN_FIELD (SamenCriterion, title, N_ ("What is measured"), .flags = SAMEN_REQUIRED),
  SAMEN_FIELD (SamenCriterion, unit, N_ ("Unit")),
  SAMEN_FIELD (SamenCriterion, direction, N_ ("Better is"), .choices = directions),
  SAMEN_FIELD (SamenCriterion, baseline, N_ ("Baseline")),
  SAMEN_FIELD (SamenCriterion, baseline_date, N_ ("Baseline measured"), .flags = SAMEN_PAST),
  SAMEN_FIELD (SamenCriterion, target, N_ ("Target")),
  SAMEN_FIELD (SamenCriterion, target_high, N_ ("Highest target"),
               .hint = N_ ("Only where better is within a range")),
  SAMEN_FIELD (SamenCriterion, due, N_ ("Due")),
  SAMEN_FIELD (SamenCriterion, rhythm, N_ ("Months between measurements"), .min = 1, .max = 120),
  SAMEN_FIELD (SamenCriterion, measured_by, N_ ("Who measures")),
  SAMEN_FIELD (SamenCriterion, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenCriterion, samen_criterion, "criterion", N_ ("evaluation criterion"),
                     fields)
