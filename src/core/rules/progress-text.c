/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rules/progress.h"
#include "rules/rules-private.h"

/* A value that was worked out, to about a thousandth: nobody expects 62.33333333 % */
static double
rounded (double value)
{
  double step;

  if (!isfinite (value) || value == 0)
    return value;
  step = pow (10, floor (log10 (fabs (value))) - 2);
  return step >= 1 ? round (value) : round (value / step) * step;
}

char *
samen_criterion_format_value (SamenCriterion *self, double value, SamenLanguage *language)
{
  g_autofree char *number = samen_decimal_format_grouped (value, language);

  if (*number == '\0' || !samen_has_text (self->unit))
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s %s", number, self->unit);
}

const char *
samen_course_label (SamenCourse course)
{
  switch (course)
    {
    case SAMEN_COURSE_REACHED:
      return C_ ("criterion", "Target met");
    case SAMEN_COURSE_ON:
      return C_ ("criterion", "On course");
    case SAMEN_COURSE_BEHIND:
      return C_ ("criterion", "Behind");
    default:
      return C_ ("criterion", "Not known yet");
    }
}

/* Between two bounds, either of which may be missing */
static char *
format_range (SamenCriterion *criterion, double from, double to)
{
  g_autofree char *low = samen_criterion_format_value (criterion, from, NULL);
  g_autofree char *high = samen_criterion_format_value (criterion, to, NULL);

  if (*low != '\0' && *high != '\0')
    return g_strdup_printf (C_ ("target", "from %s to %s"), low, high);
  if (*low != '\0')
    return g_strdup_printf (C_ ("target", "at least %s"), low);
  if (*high != '\0')
    return g_strdup_printf (C_ ("target", "at most %s"), high);
  return g_strdup ("");
}

char *
samen_progress_format_target (const SamenProgress *self)
{
  return format_range (self->criterion, self->low, self->high);
}

char *
samen_progress_format_expected (const SamenProgress *self, SamenDate date)
{
  double low, high;

  if (!samen_progress_expect (self, date, &low, &high))
    return g_strdup ("");
  return format_range (self->criterion, rounded (low), rounded (high));
}

static char *
describe_unmeasured (const SamenProgress *self, const char *target)
{
  g_autofree char *due = samen_date_format (self->due, NULL);

  if (*target == '\0')
    return g_strdup (_ ("Not measured yet, and no target is set."));
  if (*due == '\0')
    return g_strdup_printf (_ ("Not measured yet; the target is %s."), target);
  return g_strdup_printf (_ ("Not measured yet; the target is %s by %s."), target, due);
}

static char *
describe_behind (const SamenProgress *self,
                 const char *value,
                 const char *date,
                 const char *expected,
                 const char *target)
{
  g_autofree char *due = samen_date_format (self->due, NULL);

  if (self->past_due)
    return g_strdup_printf (_ ("%s (%s); the target of %s by %s is not met."), value, date, target,
                            due);
  if (*expected == '\0')
    return g_strdup_printf (_ ("%s (%s), not on course; the target is %s."), value, date, target);
  return g_strdup_printf (_ ("%s (%s), behind the expected %s; the target is %s."), value, date,
                          expected, target);
}

static char *
describe_measured (const SamenProgress *self, const char *target)
{
  g_autofree char *value = samen_criterion_format_value (self->criterion, self->latest, NULL);
  g_autofree char *date = samen_date_format (self->latest_date, NULL);
  g_autofree char *expected =
      samen_criterion_format_value (self->criterion, rounded (self->expected), NULL);

  if (*target == '\0')
    return g_strdup_printf (_ ("%s (%s); no target is set."), value, date);
  switch (self->course)
    {
    case SAMEN_COURSE_REACHED:
      return g_strdup_printf (_ ("%s (%s); this meets the target of %s."), value, date, target);
    case SAMEN_COURSE_ON:
      if (*expected == '\0')
        return g_strdup_printf (_ ("%s (%s), on course; the target is %s."), value, date, target);
      return g_strdup_printf (_ ("%s (%s), on course with the expected %s; the target is %s."),
                              value, date, expected, target);
    case SAMEN_COURSE_BEHIND:
      return describe_behind (self, value, date, expected, target);
    default:
      return g_strdup_printf (_ ("%s (%s); the target is %s."), value, date, target);
    }
}

static const char *
describe_trend (const SamenProgress *self)
{
  const gboolean rises = self->trend == SAMEN_TREND_UP;

  if (self->trend == SAMEN_TREND_UNKNOWN)
    return NULL;
  if (self->trend == SAMEN_TREND_FLAT)
    return _ ("The latest measurements stay about the same.");
  switch (self->verdict)
    {
    case SAMEN_VERDICT_BETTER:
      return rises ? _ ("The latest measurements rise, which is for the better.")
                   : _ ("The latest measurements fall, which is for the better.");
    case SAMEN_VERDICT_WORSE:
      return rises ? _ ("The latest measurements rise, which is for the worse.")
                   : _ ("The latest measurements fall, which is for the worse.");
    default:
      return rises ? _ ("The latest measurements rise.") : _ ("The latest measurements fall.");
    }
}

char *
samen_progress_describe (const SamenProgress *self)
{
  g_autofree char *target = samen_progress_format_target (self);
  g_autofree char *state = NULL;
  const char *trend = describe_trend (self);

  if (self->n_measurements == 0)
    return describe_unmeasured (self, target);
  state = describe_measured (self, target);
  if (trend == NULL)
    return g_steal_pointer (&state);
  return g_strdup_printf ("%s %s", state, trend);
}
