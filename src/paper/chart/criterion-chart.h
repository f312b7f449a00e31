/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * A criterion: what was measured, against what was agreed.
 */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

typedef enum
{
  SAMEN_CHART_DIRECTION_NONE, /* neither side of the target is better, or within a range */
  SAMEN_CHART_DIRECTION_UP,   /* at the target or above it is good */
  SAMEN_CHART_DIRECTION_DOWN,
} SamenChartDirection;

typedef struct
{
  double day;
  double value;
} SamenChartPoint;

/* Everything may be missing: NAN, NULL or none. Texts come from the caller, in
 * the language of the reader. */
typedef struct
{
  const SamenChartPoint *points; /* in the order of their days */
  gsize n_points;
  double baseline;
  double target_low; /* both the same, or one not finite: a line; else a band */
  double target_high;
  double start; /* day on which the baseline held */
  double due;   /* day on which the target must hold */
  SamenChartDirection direction;
  const char *target_label; /* such as "Doel 75 %" */
  const char *baseline_label;
  const char *value_label;        /* beside the last point, such as "62 %" */
  const char *empty_label;        /* shown when there are no points */
  SamenChartValueText value_text; /* NULL writes plain digits */
  SamenChartTimeText time_text;   /* NULL writes 2027 or 2027-04 */
  gpointer user_data;
} SamenCriterionChart;

/* A chart in which nothing is known yet. */
#define SAMEN_CRITERION_CHART_INIT                                                                 \
  { .baseline = NAN, .target_low = NAN, .target_high = NAN, .start = NAN, .due = NAN }

/* Where everything stands in a chart of a certain size. */
typedef struct
{
  double width;
  double height;
  SamenScale days;     /* along the plot */
  SamenScale values;   /* up the plot: start is the foot */
  GArray *day_ticks;   /* of SamenTimeTick */
  GArray *value_ticks; /* of double */
  GArray *labels;      /* of SamenChartLabel; they never overlap */
} SamenCriterionLayout;

/**
 * samen_criterion_chart_layout:
 *
 * Returns: (transfer full): the places in a chart of @width by @height; free
 *   with samen_criterion_layout_free()
 */
SamenCriterionLayout *samen_criterion_chart_layout (const SamenCriterionChart *chart,
                                                    const SamenChartStyle *style,
                                                    double width,
                                                    double height);
void samen_criterion_layout_free (SamenCriterionLayout *layout);

/**
 * samen_criterion_layout_point_at:
 * @reach: how far from a point counts
 *
 * Returns: the index of the point of @chart nearest to @x, @y, or -1 when none
 *   is within @reach
 */
int samen_criterion_layout_point_at (const SamenCriterionLayout *layout,
                                     const SamenCriterionChart *chart,
                                     double x,
                                     double y,
                                     double reach);

/* Draws the chart in the rectangle 0, 0, @width, @height. */
void samen_criterion_chart_draw (const SamenCriterionChart *chart,
                                 const SamenChartStyle *style,
                                 cairo_t *cr,
                                 double width,
                                 double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenCriterionLayout, samen_criterion_layout_free)

G_END_DECLS
