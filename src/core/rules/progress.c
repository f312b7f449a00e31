/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include "rules/progress.h"
#include "rules/rules-private.h"

/* How far behind is still on course, and how far apart is still flat: a part of the whole way */
#define TOLERANCE 0.05

/* So many of the latest measurements make the trend */
#define TREND_LENGTH 4

/* A date that is a month, a season or a year counts by its last day */
static int
day_of (SamenDate date)
{
  return samen_date_days (samen_date_last_day (date));
}

static int
compare_by_date (gconstpointer a, gconstpointer b)
{
  return samen_date_compare ((*(SamenMeasurement *const *) a)->date,
                             (*(SamenMeasurement *const *) b)->date);
}

/* Those that say something, in the order of their dates. The sort keeps the order of equals. */
static GPtrArray *
sorted_measurements (GListModel *measurements)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < samen_n_items (measurements); i++)
    {
      g_autoptr (SamenMeasurement) measurement = g_list_model_get_item (measurements, i);

      if (!measurement->parent_instance.deleted && samen_date_is_set (measurement->date) &&
          isfinite (measurement->value))
        g_ptr_array_add (sorted, g_steal_pointer (&measurement));
    }
  g_ptr_array_sort (sorted, compare_by_date);
  return sorted;
}

static void
target_of (SamenCriterion *criterion, double *low, double *high)
{
  const double target = criterion->target;
  const double other = criterion->target_high;

  *low = *high = NAN;
  if (criterion->direction == SAMEN_DIRECTION_RANGE)
    {
      if (!isfinite (target) && !isfinite (other))
        return;
      *low = isfinite (target) ? target : -INFINITY;
      *high = isfinite (other) ? other : INFINITY;
      if (*low > *high)
        {
          *low = other;
          *high = target;
        }
    }
  else if (isfinite (target))
    {
      *low = criterion->direction == SAMEN_DIRECTION_HIGHER ? target : -INFINITY;
      *high = criterion->direction == SAMEN_DIRECTION_HIGHER ? INFINITY : target;
    }
}

gboolean
samen_criterion_has_target (SamenCriterion *criterion)
{
  double low, high;

  target_of (criterion, &low, &high);
  return !isnan (low);
}

/* How far from the target: 0 where it is met */
static double
distance (const SamenProgress *self, double value)
{
  if (value < self->low)
    return self->low - value;
  if (value > self->high)
    return value - self->high;
  return 0;
}

/* The whole way from baseline to target; 0 if there is none to go */
static double
way_of (const SamenProgress *self)
{
  if (isnan (self->low) || isnan (self->baseline))
    return 0;
  return distance (self, self->baseline);
}

/* How much of the way is expected to be left on @day, from 1 to 0; NAN if that is not known */
static double
way_left (const SamenProgress *self, int day)
{
  int begin, end;

  if (!samen_date_is_set (self->due) || !samen_date_is_set (self->baseline_date))
    return NAN;
  begin = day_of (self->baseline_date);
  end = day_of (self->due);
  if (day <= begin)
    return 1;
  return (double) (end - day) / (end - begin);
}

gboolean
samen_progress_expect (const SamenProgress *self, SamenDate date, double *low, double *high)
{
  const double way = way_of (self);
  const gboolean is_due = samen_date_is_set (self->due) && day_of (date) >= day_of (self->due);
  double left = 0;

  *low = *high = NAN;
  if (isnan (self->low) || (isnan (self->baseline) && !is_due))
    return FALSE;
  if (way > 0 && !is_due)
    left = way_left (self, day_of (date));
  if (isnan (left))
    return FALSE;
  *low = self->low;
  *high = self->high;
  if (left > 0 && self->baseline < self->low)
    *low = self->low - left * way;
  else if (left > 0)
    *high = self->high + left * way;
  return TRUE;
}

/* What of the expected bounds is told: the one that the measurements must get past */
static double
told_bound (const SamenProgress *self, double low, double high)
{
  if (isinf (high))
    return low;
  if (isinf (low))
    return high;
  if (way_of (self) > 0)
    return self->baseline < self->low ? low : high;
  return NAN;
}

static SamenLacks
find_lacks (const SamenProgress *self)
{
  SamenLacks lacks = SAMEN_LACKS_NOTHING;

  if (isnan (self->low))
    lacks |= SAMEN_LACKS_TARGET;
  if (self->n_measurements == 0)
    lacks |= SAMEN_LACKS_MEASUREMENT;
  if (isnan (self->baseline) || !samen_date_is_set (self->baseline_date))
    lacks |= SAMEN_LACKS_BASELINE;
  if (!samen_date_is_set (self->due))
    lacks |= SAMEN_LACKS_DUE;
  return lacks;
}

static void
find_course (SamenProgress *self, SamenDate today)
{
  double low, high, tolerance;
  SamenDate at = self->latest_date;

  if (samen_date_is_set (self->due))
    {
      self->past_due = day_of (today) > day_of (self->due) ||
                       (self->n_measurements > 0 && day_of (at) >= day_of (self->due));
      if (self->past_due)
        at = self->due;
    }
  if (self->n_measurements == 0 || isnan (self->low))
    {
      self->lacks = find_lacks (self);
      return;
    }
  if (samen_progress_expect (self, at, &low, &high))
    {
      self->expected = told_bound (self, low, high);
      tolerance = self->past_due ? 0 : TOLERANCE * way_of (self);
      if (self->baseline < self->low)
        low -= tolerance;
      else
        high += tolerance;
      self->course =
          self->latest >= low && self->latest <= high ? SAMEN_COURSE_ON : SAMEN_COURSE_BEHIND;
    }
  if (distance (self, self->latest) == 0)
    self->course = SAMEN_COURSE_REACHED;
  if (self->course == SAMEN_COURSE_UNKNOWN)
    self->lacks = find_lacks (self);
}

/* The line that best fits the latest measurements (least squares): its values at both ends */
static gboolean
fit_line (GPtrArray *sorted, double *first, double *last)
{
  const guint n = MIN (sorted->len, TREND_LENGTH);
  double mean_day = 0, mean_value = 0, days = 0, both = 0;
  SamenMeasurement **latest;

  if (n == 0)
    return FALSE;
  latest = (SamenMeasurement **) sorted->pdata + (sorted->len - n);
  for (guint i = 0; i < n; i++)
    {
      mean_day += (double) day_of (latest[i]->date) / n;
      mean_value += latest[i]->value / n;
    }
  for (guint i = 0; i < n; i++)
    {
      const double day = day_of (latest[i]->date) - mean_day;

      days += day * day;
      both += day * (latest[i]->value - mean_value);
    }
  if (day_of (latest[0]->date) == day_of (latest[n - 1]->date))
    return FALSE;
  *first = mean_value + both / days * (day_of (latest[0]->date) - mean_day);
  *last = mean_value + both / days * (day_of (latest[n - 1]->date) - mean_day);
  return TRUE;
}

/* How far all measurements lie apart */
static double
spread_of (GPtrArray *sorted)
{
  double low = INFINITY, high = -INFINITY;

  for (guint i = 0; i < sorted->len; i++)
    {
      low = fmin (low, ((SamenMeasurement *) sorted->pdata[i])->value);
      high = fmax (high, ((SamenMeasurement *) sorted->pdata[i])->value);
    }
  return high - low;
}

static SamenVerdict
verdict_of (const SamenProgress *self, double first, double last)
{
  if (self->trend == SAMEN_TREND_FLAT)
    return SAMEN_VERDICT_SAME;
  if (self->criterion->direction == SAMEN_DIRECTION_HIGHER || isinf (self->high))
    return self->trend == SAMEN_TREND_UP ? SAMEN_VERDICT_BETTER : SAMEN_VERDICT_WORSE;
  if (self->criterion->direction == SAMEN_DIRECTION_LOWER || isinf (self->low))
    return self->trend == SAMEN_TREND_DOWN ? SAMEN_VERDICT_BETTER : SAMEN_VERDICT_WORSE;
  if (isnan (self->low))
    return SAMEN_VERDICT_UNKNOWN;
  if (distance (self, last) == distance (self, first))
    return SAMEN_VERDICT_SAME;
  return distance (self, last) < distance (self, first) ? SAMEN_VERDICT_BETTER
                                                        : SAMEN_VERDICT_WORSE;
}

static void
find_trend (SamenProgress *self, GPtrArray *sorted)
{
  const double spread = spread_of (sorted);
  const double scale = way_of (self) > 0 ? way_of (self) : spread;
  double first, last;

  if (!fit_line (sorted, &first, &last))
    return;
  if (spread == 0 || fabs (last - first) <= TOLERANCE * scale)
    self->trend = SAMEN_TREND_FLAT;
  else
    self->trend = last > first ? SAMEN_TREND_UP : SAMEN_TREND_DOWN;
  self->verdict = verdict_of (self, first, last);
}

static void
find_baseline (SamenProgress *self, GPtrArray *sorted, SamenDate added)
{
  SamenCriterion *criterion = self->criterion;

  if (isfinite (criterion->baseline))
    {
      self->baseline = criterion->baseline;
      self->baseline_date =
          samen_date_is_set (criterion->baseline_date) ? criterion->baseline_date : added;
    }
  else if (sorted->len >= 2)
    {
      SamenMeasurement *first = sorted->pdata[0];

      self->baseline = first->value;
      self->baseline_date = first->date;
      self->baseline_is_measured = TRUE;
    }
}

static SamenDate
later_of (SamenDate a, SamenDate b)
{
  if (!samen_date_is_set (a) || !samen_date_is_set (b))
    return samen_date_is_set (a) ? a : b;
  return samen_date_compare (a, b) > 0 ? a : b;
}

static void
find_next (SamenProgress *self, SamenDate added, SamenDate today)
{
  SamenDate from = self->latest_date;

  if (self->criterion->rhythm <= 0)
    return;
  if (self->n_measurements == 0)
    from = later_of (self->criterion->baseline_date, added);
  else if (samen_date_is_set (self->due) && day_of (from) >= day_of (self->due))
    return;
  self->next = samen_date_add_months (samen_date_last_day (from),
                                      (int) MIN (self->criterion->rhythm, 12000));
  self->stale = samen_date_compare (self->next, today) < 0;
}

SamenProgress *
samen_progress_new (SamenCriterion *criterion,
                    SamenGoal *goal,
                    GListModel *measurements,
                    SamenDate added,
                    SamenDate today)
{
  SamenProgress *self = g_new0 (SamenProgress, 1);
  g_autoptr (GPtrArray) sorted = sorted_measurements (measurements);

  self->criterion = g_object_ref (criterion);
  self->latest = self->previous = self->baseline = self->expected = NAN;
  self->due = criterion->due;
  if (!samen_date_is_set (self->due) && goal != NULL)
    self->due = goal->due;
  target_of (criterion, &self->low, &self->high);
  self->n_measurements = sorted->len;
  if (sorted->len >= 1)
    {
      SamenMeasurement *latest = sorted->pdata[sorted->len - 1];

      self->latest = latest->value;
      self->latest_date = latest->date;
    }
  if (sorted->len >= 2)
    self->previous = ((SamenMeasurement *) sorted->pdata[sorted->len - 2])->value;
  find_baseline (self, sorted, added);
  find_course (self, today);
  find_trend (self, sorted);
  find_next (self, added, today);
  return self;
}

void
samen_progress_free (SamenProgress *self)
{
  g_object_unref (self->criterion);
  g_free (self);
}

gboolean
samen_criterion_named_beforehand (SamenGoal *goal, SamenDate added)
{
  if (goal == NULL || !samen_date_is_set (goal->started) || !samen_date_is_set (added))
    return TRUE;
  return day_of (added) <= day_of (goal->started);
}
