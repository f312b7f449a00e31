/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

#include "record/criterion.h"
#include "record/goal.h"
#include "record/measurement.h"

G_BEGIN_DECLS

/**
 * SamenCourse:
 * @SAMEN_COURSE_UNKNOWN: there is too little to tell: see @lacks of #SamenProgress
 * @SAMEN_COURSE_BEHIND: the latest measurement is not where it was expected to be
 * @SAMEN_COURSE_ON: it is
 * @SAMEN_COURSE_REACHED: it meets the target
 */
typedef enum
{
  SAMEN_COURSE_UNKNOWN,
  SAMEN_COURSE_BEHIND,
  SAMEN_COURSE_ON,
  SAMEN_COURSE_REACHED,
} SamenCourse;

/** SamenTrend: which way the latest measurements go */
typedef enum
{
  SAMEN_TREND_UNKNOWN,
  SAMEN_TREND_DOWN,
  SAMEN_TREND_FLAT,
  SAMEN_TREND_UP,
} SamenTrend;

/**
 * SamenVerdict:
 *
 * Whether a trend is for the better: falling is for the better where lower is better, and within a range
 * any way will do.
 */
typedef enum
{
  SAMEN_VERDICT_UNKNOWN,
  SAMEN_VERDICT_WORSE,
  SAMEN_VERDICT_SAME,
  SAMEN_VERDICT_BETTER,
} SamenVerdict;

/** SamenLacks: what is missing to tell whether a criterion is on course */
typedef enum
{
  SAMEN_LACKS_NOTHING = 0,
  SAMEN_LACKS_TARGET = 1 << 0,
  SAMEN_LACKS_MEASUREMENT = 1 << 1,
  SAMEN_LACKS_BASELINE = 1 << 2,
  SAMEN_LACKS_DUE = 1 << 3,
} SamenLacks;

/**
 * SamenProgress:
 * @criterion: what is measured
 * @n_measurements: how often it was measured
 * @latest: the latest measurement; NAN if there is none
 * @latest_date: its date
 * @previous: the one before it; NAN if there is none
 * @baseline: where it began: the criterion's baseline, or else the first of several measurements; NAN if
 *   neither is there
 * @baseline_date: when that was; for a baseline without a date the day the criterion was added
 * @baseline_is_measured: whether the first measurement serves as baseline
 * @low: the least that meets the target; -INFINITY where lower is better, NAN without a target
 * @high: the most that meets the target; INFINITY where higher is better, NAN without a target
 * @due: when the target must be met: the criterion's due date, or else its goal's
 * @past_due: whether the target must be met by now: the latest measurement is of the due date or later, or
 *   the due date is past
 * @expected: what the latest measurement should have been on its date at the least (where higher is
 *   better, or a range is approached from below) or at the most; NAN if that is not known, or if any
 *   value in the range will do
 * @course: whether the latest measurement is on course
 * @lacks: what is missing to tell
 * @trend: which way the latest measurements go
 * @verdict: whether that is for the better
 * @next: the day by which it is to be measured again; no date without a rhythm, or once it was measured
 *   on its due date or later
 * @stale: whether that day is past
 *
 * How a criterion stands. Everything may be missing; what follows from it is then not known.
 */
typedef struct
{
  SamenCriterion *criterion;
  guint n_measurements;
  double latest;
  SamenDate latest_date;
  double previous;
  double baseline;
  SamenDate baseline_date;
  gboolean baseline_is_measured;
  double low;
  double high;
  SamenDate due;
  gboolean past_due;
  double expected;
  SamenCourse course;
  SamenLacks lacks;
  SamenTrend trend;
  SamenVerdict verdict;
  SamenDate next;
  gboolean stale;
} SamenProgress;

/**
 * samen_progress_new:
 * @criterion: a criterion
 * @goal: (nullable): its goal, which lends it a due date
 * @measurements: (nullable): its #SamenMeasurement; they are put in the order of their dates
 * @added: the day the criterion was added to the dossier, or no date
 * @today: the day to look from
 *
 * The rules, in words:
 *
 * - *Target*: at least the target where higher is better, at most the target where lower is better, and
 *   from the target to the highest target within a range. A range with one end is one of the former.
 * - *Expected path*: a straight line from the baseline on its date to the target on the due date: the
 *   nearest end of a range. Before that it is the baseline, after it the target. A baseline that meets
 *   the target needs only stay there.
 * - *On course*: the latest measurement is where the path expected it on the day of that measurement, or
 *   behind by no more than a twentieth of the way from baseline to target. From the due date on, only
 *   meeting the target will do.
 * - *Trend*: the line that best fits the latest four measurements. Over the time they span it must rise
 *   or fall by more than a twentieth of the way from baseline to target; without these, by more than a
 *   twentieth of what all measurements lie apart. One measurement, or several on one day, have no trend.
 * - *Stale*: nothing was measured for longer than its rhythm, counted from the latest measurement; without
 *   one from the day it was added or its baseline measured, whichever came last.
 * - Dates that are a month, a season or a year count by their last day.
 *
 * Returns: (transfer full): how it stands.
 */
SamenProgress *samen_progress_new (SamenCriterion *criterion,
                                   SamenGoal *goal,
                                   GListModel *measurements,
                                   SamenDate added,
                                   SamenDate today);

void samen_progress_free (SamenProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenProgress, samen_progress_free)

/**
 * samen_progress_expect:
 * @date: any day
 * @low: (out): the least that is expected then; -INFINITY for no bound
 * @high: (out): the most; INFINITY for no bound
 *
 * Returns: whether it is known; both are NAN if not.
 */
gboolean samen_progress_expect (const SamenProgress *self,
                                SamenDate date,
                                double *low,
                                double *high);

/** samen_criterion_has_target: Returns: whether there is a target to steer on. */
gboolean samen_criterion_has_target (SamenCriterion *criterion);

/**
 * samen_criterion_named_beforehand:
 * @goal: (nullable): its goal
 * @added: the day the criterion was added to the dossier
 *
 * Returns: whether it was added no later than the day on which work on its goal started; also where
 *   either is not known, since then nothing tells otherwise.
 */
gboolean samen_criterion_named_beforehand (SamenGoal *goal, SamenDate added);

/**
 * samen_criterion_format_value:
 * @value: a measurement, a target or a baseline of it
 * @language: (nullable): the language of a document, or %NULL for that of the interface
 *
 * Returns: (transfer full): the value with the criterion's unit, such as `62,5 %`; empty for NAN.
 */
char *samen_criterion_format_value (SamenCriterion *self, double value, SamenLanguage *language);

/** samen_course_label: Returns: (transfer none): a word or two, in the interface's language. */
const char *samen_course_label (SamenCourse course);

/**
 * samen_progress_format_target:
 *
 * Returns: (transfer full): the target as it is read, in the interface's language: "at least 85 %", "from
 *   18 °C to 21 °C"; empty without a target.
 */
char *samen_progress_format_target (const SamenProgress *self);

/**
 * samen_progress_format_expected:
 * @date: any day
 *
 * Returns: (transfer full): what is expected then, likewise, to about a thousandth; empty where that is not
 *   known.
 */
char *samen_progress_format_expected (const SamenProgress *self, SamenDate date);

/**
 * samen_progress_describe:
 *
 * Returns: (transfer full): how it stands in one or two sentences, in the interface's language, for who
 *   does not see the chart: "62 % (1 October 2026), behind the expected 70 %; the target is at least
 *   85 %. The latest measurements rise, which is for the better."
 */
char *samen_progress_describe (const SamenProgress *self);

G_END_DECLS
