/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "chart/criterion-chart.h"
#include "pages/steering/criterion-drawing.h"
#include "record/measurement.h"
#include "widgets/words.h"

/* A chart with the texts that it points to */
typedef struct
{
  SamenCriterionChart chart;
  SamenChartPoint *points;
  char *target;
  char *latest;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *self = data;

  g_free (self->points);
  g_free (self->target);
  g_free (self->latest);
  g_free (self);
}

static void
take_points (Drawing *self, GListModel *measurements)
{
  guint n = g_list_model_get_n_items (measurements);

  self->points = g_new0 (SamenChartPoint, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SamenMeasurement) measurement = g_list_model_get_item (measurements, i);

      self->points[i] =
          (SamenChartPoint) { samen_chart_day (measurement->date), measurement->value };
    }
  self->chart.points = self->points;
  self->chart.n_points = n;
}

static char *
describe_target (const SamenProgress *progress)
{
  g_autofree char *target =
      samen_criterion_format_value (progress->criterion, progress->criterion->target, NULL);
  g_autofree char *high =
      samen_criterion_format_value (progress->criterion, progress->criterion->target_high, NULL);

  if (progress->criterion->direction == SAMEN_DIRECTION_RANGE && *high != '\0' && *target != '\0')
    {
      g_autofree char *low = samen_decimal_format_grouped (progress->criterion->target, NULL);

      /* Translators: the target of a criterion: from the one value to the other, which has the unit */
      return g_strdup_printf (_ ("Target %s to %s"), low, high);
    }
  if (*target == '\0')
    return NULL;
  /* Translators: the value that a criterion is to reach, such as "Target 85 %" */
  return g_strdup_printf (_ ("Target %s"), target);
}

/* With the decimal sign of the interface's language */
static char *
value_text (double value, guint decimals, gpointer unused)
{
  double unit = pow (10, decimals);

  return samen_decimal_format_grouped (round (value * unit) / unit, NULL);
}

static Drawing *
drawing_new (const SamenProgress *progress, GListModel *measurements)
{
  static const SamenChartDirection directions[] = {
    [SAMEN_DIRECTION_HIGHER] = SAMEN_CHART_DIRECTION_UP,
    [SAMEN_DIRECTION_LOWER] = SAMEN_CHART_DIRECTION_DOWN,
    [SAMEN_DIRECTION_RANGE] = SAMEN_CHART_DIRECTION_NONE,
  };
  Drawing *self = g_new0 (Drawing, 1);
  double low = isfinite (progress->low) ? progress->low : progress->high;
  double high = isfinite (progress->high) ? progress->high : progress->low;

  self->chart = (SamenCriterionChart) SAMEN_CRITERION_CHART_INIT;
  take_points (self, measurements);
  self->chart.baseline = progress->baseline;
  self->chart.start = samen_chart_day (progress->baseline_date);
  self->chart.due = samen_chart_day (progress->due);
  self->chart.target_low = isfinite (low) ? low : NAN;
  self->chart.target_high = isfinite (high) ? high : NAN;
  self->chart.direction = directions[progress->criterion->direction];
  self->target = describe_target (progress);
  self->latest = samen_criterion_format_value (progress->criterion, progress->latest, NULL);
  self->chart.target_label = self->target;
  self->chart.value_label = self->latest;
  self->chart.empty_label = _ ("Nothing measured yet");
  self->chart.value_text = value_text;
  self->chart.time_text = samen_chart_time_text;
  return self;
}

static void
draw (cairo_t *cr, const SamenChartStyle *style, double width, double height, gpointer data)
{
  const Drawing *self = data;

  samen_criterion_chart_draw (&self->chart, style, cr, width, height);
}

void
samen_criterion_drawing_show (SamenChartView *view,
                              const SamenProgress *progress,
                              GListModel *measurements,
                              const char *sentence)
{
  samen_chart_view_set (view, draw, NULL, drawing_new (progress, measurements), drawing_free,
                        progress->criterion->title, sentence);
}

static void
add_row (SamenFactTable *table,
         const SamenProgress *progress,
         SamenDate date,
         double value,
         const char *remark)
{
  g_autofree char *day = samen_date_format (date, NULL);
  g_autofree char *text = samen_criterion_format_value (progress->criterion, value, NULL);
  g_autofree char *expected = samen_progress_format_expected (progress, date);
  const char *cells[] = { day, text, expected, remark };

  samen_fact_table_add (table, cells);
}

void
samen_criterion_table_show (SamenFactTable *table,
                            const SamenProgress *progress,
                            GListModel *measurements)
{
  const char *headers[] = { _ ("Date"), _ ("Value"), _ ("Expected"), _ ("Remarks"), NULL };
  g_autofree char *target = samen_progress_format_target (progress);

  samen_fact_table_begin (table, progress->criterion->title, headers);
  if (isfinite (progress->baseline) && !progress->baseline_is_measured)
    add_row (table, progress, progress->baseline_date, progress->baseline, _ ("Baseline"));
  for (guint i = 0; i < g_list_model_get_n_items (measurements); i++)
    {
      g_autoptr (SamenMeasurement) measurement = g_list_model_get_item (measurements, i);
      g_autofree char *remark =
          samen_join_facts (measurement->source, measurement->note, SAMEN_END);

      add_row (table, progress, measurement->date, measurement->value, remark);
    }
  if (*target != '\0')
    {
      g_autofree char *day = samen_date_format (progress->due, NULL);
      const char *cells[] = { day, NULL, target, _ ("Target") };

      samen_fact_table_add (table, cells);
    }
}
