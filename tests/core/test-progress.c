/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include "rules-fixture.h"
#include "rules/progress.h"

/*
 * The path in most of these: from 1 January 2026 to 27 December 2026, which is 360 days. 30 June is
 * 180 days on the way, so half of it.
 */
#define BEGIN "2026-01-01"
#define HALF "2026-06-30"
#define DUE "2026-12-27"

#define ADDED day ("2026-01-15")

typedef struct
{
  SamenCriterion *criterion;
  SamenGoal *goal;
  GListStore *measurements;
} Case;

static void
set_up (Case *self, gconstpointer unused)
{
  self->criterion = make (SAMEN_TYPE_CRITERION, "k", "goal", T ("goal"), "title",
                          T ("Gediplomeerden"), "unit", T ("%"), NULL);
  self->goal = make (SAMEN_TYPE_GOAL, "goal", "title", T ("Samen opleiden"), NULL);
  self->measurements = g_list_store_new (SAMEN_TYPE_MEASUREMENT);
}

static void
tear_down (Case *self, gconstpointer unused)
{
  g_object_unref (self->criterion);
  g_object_unref (self->goal);
  g_object_unref (self->measurements);
}

static void
steer (Case *self, const char *direction, double baseline, double target, double target_high)
{
  set (self->criterion, "direction", T (direction));
  set (self->criterion, "baseline", N (baseline));
  set (self->criterion, "baseline_date", T (BEGIN));
  set (self->criterion, "target", N (target));
  set (self->criterion, "target_high", N (target_high));
  set (self->criterion, "due", T (DUE));
}

static void
measure (Case *self, const char *date, double value)
{
  put (self->measurements, make (SAMEN_TYPE_MEASUREMENT, "m", "criterion", T ("k"), "date",
                                 T (date), "value", N (value), NULL));
}

static SamenProgress *
progress_on (Case *self, const char *today)
{
  return samen_progress_new (self->criterion, self->goal, G_LIST_MODEL (self->measurements), ADDED,
                             day (today));
}

static SamenCourse
course_of (Case *self, const char *date, double value)
{
  g_autoptr (SamenProgress) progress = NULL;

  g_list_store_remove_all (self->measurements);
  measure (self, date, value);
  progress = progress_on (self, date);
  return progress->course;
}

/* 50 to 90: 70 halfway; a twentieth of the way is 2 */
static void
test_higher (Case *self, gconstpointer unused)
{
  g_autoptr (SamenProgress) progress = NULL;

  steer (self, "higher", 50, 90, NAN);
  g_assert_cmpint (course_of (self, HALF, 70), ==, SAMEN_COURSE_ON);
  g_assert_cmpint (course_of (self, HALF, 68), ==, SAMEN_COURSE_ON);
  g_assert_cmpint (course_of (self, HALF, 67.9), ==, SAMEN_COURSE_BEHIND);
  g_assert_cmpint (course_of (self, HALF, 89.9), ==, SAMEN_COURSE_ON);
  g_assert_cmpint (course_of (self, HALF, 90), ==, SAMEN_COURSE_REACHED);
  g_assert_cmpint (course_of (self, HALF, 120), ==, SAMEN_COURSE_REACHED);
  /* On the due date only the target will do */
  g_assert_cmpint (course_of (self, DUE, 89), ==, SAMEN_COURSE_BEHIND);
  g_assert_cmpint (course_of (self, DUE, 90), ==, SAMEN_COURSE_REACHED);
  measure (self, HALF, 62);
  progress = progress_on (self, HALF);
  g_assert_cmpuint (progress->n_measurements, ==, 2);
  g_assert_cmpfloat (progress->previous, ==, 62);
  g_assert_cmpfloat (progress->latest, ==, 90);
  g_assert_cmpint (progress->lacks, ==, SAMEN_LACKS_NOTHING);
}

/* 40 to 20: 30 halfway; a twentieth of the way is 1. Falling is never bad. */
static void
test_lower (Case *self, gconstpointer unused)
{
  steer (self, "lower", 40, 20, NAN);
  g_assert_cmpint (course_of (self, HALF, 30), ==, SAMEN_COURSE_ON);
  g_assert_cmpint (course_of (self, HALF, 31), ==, SAMEN_COURSE_ON);
  g_assert_cmpint (course_of (self, HALF, 31.1), ==, SAMEN_COURSE_BEHIND);
  g_assert_cmpint (course_of (self, HALF, 20), ==, SAMEN_COURSE_REACHED);
  g_assert_cmpint (course_of (self, HALF, 0), ==, SAMEN_COURSE_REACHED);
  g_assert_cmpint (course_of (self, DUE, 20.5), ==, SAMEN_COURSE_BEHIND);
}

/* 18 to 22 */
static void
test_range (Case *self, gconstpointer unused)
{
  /* From 10 up to 18: 14 halfway, give or take 0.4; above 22 is outside at any time */
  steer (self, "range", 10, 18, 22);
  g_assert_cmpint (course_of (self, HALF, 13.7), ==, SAMEN_COURSE_ON);
  g_assert_cmpint (course_of (self, HALF, 13.5), ==, SAMEN_COURSE_BEHIND);
  g_assert_cmpint (course_of (self, HALF, 18), ==, SAMEN_COURSE_REACHED);
  g_assert_cmpint (course_of (self, HALF, 22), ==, SAMEN_COURSE_REACHED);
  g_assert_cmpint (course_of (self, HALF, 22.1), ==, SAMEN_COURSE_BEHIND);
  /* From 30 down to 22: 26 halfway */
  steer (self, "range", 30, 18, 22);
  g_assert_cmpint (course_of (self, HALF, 26.3), ==, SAMEN_COURSE_ON);
  g_assert_cmpint (course_of (self, HALF, 26.5), ==, SAMEN_COURSE_BEHIND);
  g_assert_cmpint (course_of (self, HALF, 17.9), ==, SAMEN_COURSE_BEHIND);
  /* From inside: to stay there */
  steer (self, "range", 20, 18, 22);
  g_assert_cmpint (course_of (self, HALF, 17.9), ==, SAMEN_COURSE_BEHIND);
  g_assert_cmpint (course_of (self, HALF, 20), ==, SAMEN_COURSE_REACHED);
  /* Ends that were swapped, and ends that are missing */
  steer (self, "range", 20, 22, 18);
  g_assert_cmpint (course_of (self, HALF, 20), ==, SAMEN_COURSE_REACHED);
  steer (self, "range", 10, 18, NAN);
  g_assert_cmpint (course_of (self, HALF, 99), ==, SAMEN_COURSE_REACHED);
  g_assert_cmpint (course_of (self, HALF, 13), ==, SAMEN_COURSE_BEHIND);
  steer (self, "range", 30, NAN, 22);
  g_assert_cmpint (course_of (self, HALF, 1), ==, SAMEN_COURSE_REACHED);
  g_assert_cmpint (course_of (self, HALF, 27), ==, SAMEN_COURSE_BEHIND);
}

static void
assert_expected (Case *self, const char *date, double low, double high)
{
  g_autoptr (SamenProgress) progress = progress_on (self, HALF);
  double at_least, at_most;

  g_assert_true (samen_progress_expect (progress, day (date), &at_least, &at_most));
  if (isfinite (low))
    g_assert_cmpfloat_with_epsilon (at_least, low, 1e-9);
  else
    g_assert_cmpfloat (at_least, ==, low);
  if (isfinite (high))
    g_assert_cmpfloat_with_epsilon (at_most, high, 1e-9);
  else
    g_assert_cmpfloat (at_most, ==, high);
}

static void
test_path (Case *self, gconstpointer unused)
{
  steer (self, "higher", 50, 90, NAN);
  assert_expected (self, "2025-06-01", 50, INFINITY);
  assert_expected (self, BEGIN, 50, INFINITY);
  /* 36 days of 360: a tenth of 40 */
  assert_expected (self, "2026-02-06", 54, INFINITY);
  assert_expected (self, HALF, 70, INFINITY);
  assert_expected (self, DUE, 90, INFINITY);
  assert_expected (self, "2030-01-01", 90, INFINITY);
  /* June counts by its last day, which is the one halfway */
  assert_expected (self, "2026-06", 70, INFINITY);
  /* Already there: to stay there */
  steer (self, "higher", 95, 90, NAN);
  assert_expected (self, HALF, 90, INFINITY);
  steer (self, "lower", 40, 20, NAN);
  assert_expected (self, HALF, -INFINITY, 30);
  steer (self, "range", 10, 18, 22);
  assert_expected (self, HALF, 14, 22);
  steer (self, "range", 30, 18, 22);
  assert_expected (self, HALF, 18, 26);
  /* Due before it began: the baseline until then, then the target */
  steer (self, "higher", 50, 90, NAN);
  set (self->criterion, "due", T ("2025-07-01"));
  assert_expected (self, "2025-06-30", 50, INFINITY);
  assert_expected (self, "2025-07-01", 90, INFINITY);
}

static void
test_goal_lends_due (Case *self, gconstpointer unused)
{
  steer (self, "higher", 50, 90, NAN);
  set (self->criterion, "due", NULL);
  g_assert_cmpint (course_of (self, HALF, 60), ==, SAMEN_COURSE_UNKNOWN);
  set (self->goal, "due", T (DUE));
  g_assert_cmpint (course_of (self, HALF, 60), ==, SAMEN_COURSE_BEHIND);
}

static void
test_past_due (Case *self, gconstpointer unused)
{
  g_autoptr (SamenProgress) on_day = NULL;
  g_autoptr (SamenProgress) after = NULL;

  steer (self, "higher", 50, 90, NAN);
  measure (self, HALF, 72);
  on_day = progress_on (self, DUE);
  g_assert_cmpint (on_day->course, ==, SAMEN_COURSE_ON);
  g_assert_false (on_day->past_due);
  after = progress_on (self, "2026-12-28");
  g_assert_cmpint (after->course, ==, SAMEN_COURSE_BEHIND);
  g_assert_cmpfloat (after->expected, ==, 90);
  assert_text (samen_progress_describe (after),
               "72 % (30 June 2026); the target of at least 90 % by 27 December 2026 is not met.");
}

static void
test_unknown (Case *self, gconstpointer unused)
{
  g_autoptr (SamenProgress) nothing = progress_on (self, HALF);
  g_autoptr (SamenProgress) targetless = NULL;
  g_autoptr (SamenProgress) unmeasured = NULL;
  g_autoptr (SamenProgress) baseless = NULL;
  double low, high;

  g_assert_cmpint (nothing->course, ==, SAMEN_COURSE_UNKNOWN);
  g_assert_cmpint (nothing->lacks, ==,
                   SAMEN_LACKS_TARGET | SAMEN_LACKS_MEASUREMENT | SAMEN_LACKS_BASELINE |
                       SAMEN_LACKS_DUE);
  g_assert_true (isnan (nothing->latest));
  g_assert_false (samen_progress_expect (nothing, day (HALF), &low, &high));
  g_assert_true (isnan (low) && isnan (high));
  assert_text (samen_progress_describe (nothing), "Not measured yet, and no target is set.");
  g_assert_false (samen_criterion_has_target (self->criterion));

  steer (self, "higher", 50, NAN, 90);
  measure (self, HALF, 62);
  targetless = progress_on (self, HALF);
  g_assert_cmpint (targetless->lacks, ==, SAMEN_LACKS_TARGET);
  assert_text (samen_progress_describe (targetless), "62 % (30 June 2026); no target is set.");

  g_list_store_remove_all (self->measurements);
  steer (self, "higher", NAN, 90, NAN);
  g_assert_true (samen_criterion_has_target (self->criterion));
  unmeasured = progress_on (self, HALF);
  g_assert_cmpint (unmeasured->lacks, ==, SAMEN_LACKS_MEASUREMENT | SAMEN_LACKS_BASELINE);
  assert_text (samen_progress_describe (unmeasured),
               "Not measured yet; the target is at least 90 % by 27 December 2026.");

  /* One measurement is no baseline, but may meet the target */
  measure (self, HALF, 62);
  baseless = progress_on (self, HALF);
  g_assert_cmpint (baseless->course, ==, SAMEN_COURSE_UNKNOWN);
  g_assert_cmpint (baseless->lacks, ==, SAMEN_LACKS_BASELINE);
  assert_text (samen_progress_describe (baseless),
               "62 % (30 June 2026); the target is at least 90 %.");
  g_assert_cmpint (course_of (self, HALF, 91), ==, SAMEN_COURSE_REACHED);
}

static void
test_baseline (Case *self, gconstpointer unused)
{
  g_autoptr (SamenProgress) measured = NULL;
  g_autoptr (SamenProgress) added = NULL;

  /* The first of two measurements: 50 on 1 January; 70 is expected halfway. Given in any order. */
  steer (self, "higher", NAN, 90, NAN);
  measure (self, HALF, 62);
  measure (self, BEGIN, 50);
  measured = progress_on (self, HALF);
  g_assert_true (measured->baseline_is_measured);
  g_assert_cmpfloat (measured->baseline, ==, 50);
  g_assert_cmpfloat (measured->latest, ==, 62);
  g_assert_cmpfloat_with_epsilon (measured->expected, 70, 1e-9);
  g_assert_cmpint (measured->course, ==, SAMEN_COURSE_BEHIND);

  /* A baseline without a date is that of the day it was added */
  set (self->criterion, "baseline", N (55));
  set (self->criterion, "baseline_date", NULL);
  added = progress_on (self, HALF);
  g_assert_false (added->baseline_is_measured);
  assert_day (added->baseline_date, "2026-01-15");
}

static void
test_bad_measurements (Case *self, gconstpointer unused)
{
  g_autoptr (SamenProgress) progress = NULL;
  SamenMeasurement *deleted;

  measure (self, HALF, 62);
  deleted = put (self->measurements, make (SAMEN_TYPE_MEASUREMENT, "x", "date", T ("2026-07-01"),
                                           "value", N (1), NULL));
  set (deleted, "deleted", samen_value_boolean (true));
  put (self->measurements, make (SAMEN_TYPE_MEASUREMENT, "y", "date", T ("2026-07-01"), NULL));
  put (self->measurements, make (SAMEN_TYPE_MEASUREMENT, "z", "value", N (3), NULL));
  progress = progress_on (self, HALF);
  g_assert_cmpuint (progress->n_measurements, ==, 1);
  g_assert_cmpfloat (progress->latest, ==, 62);
}

static void
assert_trend (Case *self, SamenTrend trend, SamenVerdict verdict)
{
  g_autoptr (SamenProgress) progress = progress_on (self, HALF);

  g_assert_cmpint (progress->trend, ==, trend);
  g_assert_cmpint (progress->verdict, ==, verdict);
}

static void
test_trend_of_few (Case *self, gconstpointer unused)
{
  assert_trend (self, SAMEN_TREND_UNKNOWN, SAMEN_VERDICT_UNKNOWN);
  measure (self, "2026-01-01", 50);
  assert_trend (self, SAMEN_TREND_UNKNOWN, SAMEN_VERDICT_UNKNOWN);
  measure (self, "2026-01-01", 60);
  assert_trend (self, SAMEN_TREND_UNKNOWN, SAMEN_VERDICT_UNKNOWN);
  g_list_store_remove (self->measurements, 1);

  measure (self, "2026-02-01", 40);
  assert_trend (self, SAMEN_TREND_DOWN, SAMEN_VERDICT_WORSE);
  set (self->criterion, "direction", T ("lower"));
  assert_trend (self, SAMEN_TREND_DOWN, SAMEN_VERDICT_BETTER);
  /* A range of which nothing is known */
  set (self->criterion, "direction", T ("range"));
  assert_trend (self, SAMEN_TREND_DOWN, SAMEN_VERDICT_UNKNOWN);

  g_list_store_remove_all (self->measurements);
  measure (self, "2026-01-01", 50);
  measure (self, "2026-02-01", 50);
  assert_trend (self, SAMEN_TREND_FLAT, SAMEN_VERDICT_SAME);
}

/* The way is 40, so that up to 2 is flat. Of values at equal distances, 10 days apart, the line rises
 * (3 (d - a) + (c - b)) / 10 a step, and over three steps 3/10 of that. */
static void
test_trend_against_way (Case *self, gconstpointer unused)
{
  steer (self, "higher", 50, 90, NAN);
  measure (self, "2026-02-01", 60);
  measure (self, "2026-02-11", 61);
  measure (self, "2026-02-21", 61);
  measure (self, "2026-03-03", 62);
  /* 3 * (3 * 2 + 0) / 10 = 1.8 */
  assert_trend (self, SAMEN_TREND_FLAT, SAMEN_VERDICT_SAME);
  g_list_store_remove (self->measurements, 3);
  measure (self, "2026-03-03", 62.5);
  /* 3 * (3 * 2.5 + 0) / 10 = 2.25 */
  assert_trend (self, SAMEN_TREND_UP, SAMEN_VERDICT_BETTER);
}

/* Thirty-six that rise, then four that fall: the latest four count, not the low one before them */
static void
test_trend_of_forty (Case *self, gconstpointer unused)
{
  g_autoptr (SamenProgress) progress = NULL;

  steer (self, "lower", 40, 20, NAN);
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *date = samen_date_to_string (samen_date_add_days (day (BEGIN), 4 * i));

      measure (self, date, i < 35 ? 30 + i / 4.0 : i == 35 ? 10 : 39 - 2 * (i - 35));
    }
  assert_trend (self, SAMEN_TREND_DOWN, SAMEN_VERDICT_BETTER);
  progress = progress_on (self, HALF);
  g_assert_cmpuint (progress->n_measurements, ==, 40);
  /* 39 - 2 * 4 */
  g_assert_cmpfloat (progress->latest, ==, 31);
}

static void
test_trend_in_range (Case *self, gconstpointer unused)
{
  steer (self, "range", 10, 18, 22);
  measure (self, "2026-02-01", 24);
  measure (self, "2026-03-01", 23);
  assert_trend (self, SAMEN_TREND_DOWN, SAMEN_VERDICT_BETTER);
  g_list_store_remove_all (self->measurements);
  measure (self, "2026-02-01", 18);
  measure (self, "2026-03-01", 16);
  assert_trend (self, SAMEN_TREND_DOWN, SAMEN_VERDICT_WORSE);
  g_list_store_remove_all (self->measurements);
  measure (self, "2026-02-01", 21);
  measure (self, "2026-03-01", 19);
  assert_trend (self, SAMEN_TREND_DOWN, SAMEN_VERDICT_SAME);
}

static void
assert_next (Case *self, const char *today, const char *next, gboolean stale)
{
  g_autoptr (SamenProgress) progress = progress_on (self, today);

  assert_day (progress->next, next);
  g_assert_cmpint (progress->stale, ==, stale);
}

static void
test_rhythm (Case *self, gconstpointer unused)
{
  /* No rhythm, no nagging */
  assert_next (self, "2036-01-01", "", FALSE);
  set (self->criterion, "rhythm", I (3));
  /* From the day it was added, 15 January, or the baseline where that came later */
  assert_next (self, "2026-04-15", "2026-04-15", FALSE);
  assert_next (self, "2026-04-16", "2026-04-15", TRUE);
  set (self->criterion, "baseline_date", T ("2025-01-01"));
  assert_next (self, "2026-04-15", "2026-04-15", FALSE);
  set (self->criterion, "baseline_date", T ("2026-02-28"));
  assert_next (self, "2026-04-16", "2026-05-28", FALSE);
  /* From the latest measurement; 30 November and three months is the last of February */
  measure (self, "2026-11-30", 1);
  assert_next (self, "2027-02-28", "2027-02-28", FALSE);
  assert_next (self, "2027-03-01", "2027-02-28", TRUE);
  /* Measured on its due date: done */
  set (self->criterion, "due", T ("2026-11-30"));
  assert_next (self, "2036-01-01", "", FALSE);
}

static void
test_beforehand (Case *self, gconstpointer unused)
{
  g_assert_true (samen_criterion_named_beforehand (NULL, day ("2026-01-01")));
  g_assert_true (samen_criterion_named_beforehand (self->goal, day ("2026-01-01")));
  set (self->goal, "started", T ("2026-03-01"));
  g_assert_true (samen_criterion_named_beforehand (self->goal, SAMEN_DATE_NONE));
  g_assert_true (samen_criterion_named_beforehand (self->goal, day ("2026-02-28")));
  g_assert_true (samen_criterion_named_beforehand (self->goal, day ("2026-03-01")));
  g_assert_false (samen_criterion_named_beforehand (self->goal, day ("2026-03-02")));
  /* A start in March leaves all of March */
  set (self->goal, "started", T ("2026-03"));
  g_assert_true (samen_criterion_named_beforehand (self->goal, day ("2026-03-31")));
  g_assert_false (samen_criterion_named_beforehand (self->goal, day ("2026-04-01")));
}

static void
assert_sentence (Case *self, const char *sentence)
{
  g_autoptr (SamenProgress) progress = progress_on (self, HALF);

  assert_text (samen_progress_describe (progress), sentence);
}

static void
test_sentences (Case *self, gconstpointer unused)
{
  steer (self, "higher", 50, 90, NAN);
  measure (self, HALF, 62);
  assert_sentence (self,
                   "62 % (30 June 2026), behind the expected 70 %; the target is at least 90 %.");
  measure (self, "2026-05-01", 52);
  assert_sentence (self,
                   "62 % (30 June 2026), behind the expected 70 %; the target is at least 90 %. "
                   "The latest measurements rise, which is for the better.");
  g_list_store_remove_all (self->measurements);
  measure (self, "2026-03-01", 71);
  measure (self, "2026-06-30", 71.5);
  assert_sentence (
      self, "71.5 % (30 June 2026), on course with the expected 70 %; the target is at least "
            "90 %. The latest measurements stay about the same.");

  g_list_store_remove_all (self->measurements);
  set (self->criterion, "unit", NULL);
  steer (self, "lower", 40, 20, NAN);
  measure (self, "2026-03-01", 25);
  measure (self, "2026-06-30", 19);
  assert_sentence (self, "19 (30 June 2026); this meets the target of at most 20. "
                         "The latest measurements fall, which is for the better.");

  g_list_store_remove_all (self->measurements);
  set (self->criterion, "unit", T ("°C"));
  steer (self, "range", 20, 18, 22);
  measure (self, HALF, 25);
  assert_sentence (self, "25 °C (30 June 2026), not on course; the target is from 18 °C to 22 °C.");
  steer (self, "range", 10, 18, 22);
  g_list_store_remove_all (self->measurements);
  /* 8 times 120 days of 360: 12.6666…, told as 12.7 */
  measure (self, "2026-05-01", 12.5);
  assert_sentence (self,
                   "12.5 °C (1 May 2026), on course with the expected 12.7 °C; the target is from "
                   "18 °C to 22 °C.");
}

/* 50 to 90: 70 halfway */
static void
test_expected_text (Case *self, gconstpointer unused)
{
  g_autoptr (SamenProgress) progress = NULL;

  steer (self, "higher", 50, 90, NAN);
  progress = progress_on (self, HALF);
  assert_text (samen_progress_format_expected (progress, day (HALF)), "at least 70 %");
  g_clear_pointer (&progress, samen_progress_free);
  set (self->criterion, "baseline", N (NAN));
  progress = progress_on (self, HALF);
  assert_text (samen_progress_format_expected (progress, day (HALF)), "");
}

#define CASE_TEST(path, function) g_test_add (path, Case, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST ("/progress/higher", test_higher);
  CASE_TEST ("/progress/lower", test_lower);
  CASE_TEST ("/progress/range", test_range);
  CASE_TEST ("/progress/expected-text", test_expected_text);
  CASE_TEST ("/progress/path", test_path);
  CASE_TEST ("/progress/goal-lends-due", test_goal_lends_due);
  CASE_TEST ("/progress/past-due", test_past_due);
  CASE_TEST ("/progress/unknown", test_unknown);
  CASE_TEST ("/progress/baseline", test_baseline);
  CASE_TEST ("/progress/bad-measurements", test_bad_measurements);
  CASE_TEST ("/progress/trend/few", test_trend_of_few);
  CASE_TEST ("/progress/trend/against-way", test_trend_against_way);
  CASE_TEST ("/progress/trend/forty", test_trend_of_forty);
  CASE_TEST ("/progress/trend/range", test_trend_in_range);
  CASE_TEST ("/progress/rhythm", test_rhythm);
  CASE_TEST ("/progress/beforehand", test_beforehand);
  CASE_TEST ("/progress/sentences", test_sentences);
  return g_test_run ();
}
