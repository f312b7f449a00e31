/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "record/agreement.h"
#include "record/criterion.h"
#include "record/goal.h"
#include "rules/misfit.h"

static gboolean
found (SamenMisfit *misfit, const char *field, gboolean is_error, const char *message)
{
  *misfit = (SamenMisfit) { field, is_error, message };
  return TRUE;
}

/* Whether all of @date is before all of @other */
static gboolean
is_before (SamenDate date, SamenDate other)
{
  return samen_date_is_set (date) && samen_date_is_set (other) &&
         samen_date_compare (samen_date_last_day (date), samen_date_first_day (other)) < 0;
}

static gboolean
find_in_range (SamenCriterion *criterion, SamenMisfit *misfit)
{
  const gboolean is_range = criterion->direction == SAMEN_DIRECTION_RANGE;

  if (is_range && criterion->target_high < criterion->target)
    return found (misfit, "target_high", TRUE,
                  _ ("The highest target cannot be lower than the target."));
  if (!is_range && isfinite (criterion->target_high))
    return found (misfit, "target_high", FALSE,
                  _ ("This counts only where better is within a range."));
  return FALSE;
}

static gboolean
find_in_target (SamenCriterion *criterion, SamenMisfit *misfit)
{
  const gboolean higher = criterion->direction == SAMEN_DIRECTION_HIGHER;
  const double way = (criterion->target - criterion->baseline) * (higher ? 1 : -1);

  if (criterion->direction == SAMEN_DIRECTION_RANGE || isnan (way) || way > 0)
    return FALSE;
  if (way == 0)
    return found (misfit, "target", FALSE,
                  _ ("The target is the baseline: it is enough to stay there."));
  return found (misfit, "target", FALSE,
                higher ? _ ("The baseline is above this target already. Is lower better?")
                       : _ ("The baseline is below this target already. Is higher better?"));
}

static gboolean
find_in_criterion (SamenCriterion *criterion, SamenMisfit *misfit)
{
  if (find_in_range (criterion, misfit) && misfit->is_error)
    return TRUE;
  /* From one day to the same there is no path */
  if (is_before (criterion->due, criterion->baseline_date) ||
      (criterion->due.day != 0 && samen_date_equal (criterion->due, criterion->baseline_date)))
    return found (misfit, "due", TRUE, _ ("This has to be a day after the baseline was measured."));
  return find_in_target (criterion, misfit) || find_in_range (criterion, misfit);
}

static gboolean
find_in_goal (SamenGoal *goal, SamenMisfit *misfit)
{
  return is_before (goal->due, goal->started) &&
         found (misfit, "due", TRUE, _ ("A goal cannot be due before work on it starts."));
}

static gboolean
find_in_agreement (SamenAgreement *agreement, SamenMisfit *misfit)
{
  /* Where it takes effect on signing, a start date does not count */
  return agreement->starts == SAMEN_START_DATE && is_before (agreement->end, agreement->start) &&
         found (misfit, "end", TRUE, _ ("A covenant cannot end before it starts."));
}

gboolean
samen_misfit_find (SamenRecord *record, SamenMisfit *misfit)
{
  if (SAMEN_IS_CRITERION (record))
    return find_in_criterion ((SamenCriterion *) record, misfit);
  if (SAMEN_IS_GOAL (record))
    return find_in_goal ((SamenGoal *) record, misfit);
  return SAMEN_IS_AGREEMENT (record) && find_in_agreement ((SamenAgreement *) record, misfit);
}
