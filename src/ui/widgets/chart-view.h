/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "base/date.h"
#include "chart/chart.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_CHART_VIEW (samen_chart_view_get_type ())

/**
 * SamenChartView:
 *
 * Shows a chart of the paper floor in the colours of the screen: light, dark or of high contrast. To a
 * screen reader it is an image whose description has the same facts.
 */
G_DECLARE_FINAL_TYPE (SamenChartView, samen_chart_view, SAMEN, CHART_VIEW, GtkWidget)

/** SamenChartDraw: draws into the rectangle 0, 0, @width, @height. */
typedef void (*SamenChartDraw) (cairo_t *cr,
                                const SamenChartStyle *style,
                                double width,
                                double height,
                                gpointer data);

/** SamenChartHeight: Returns: the height that the chart wants at @width. */
typedef double (*SamenChartHeight) (const SamenChartStyle *style, double width, gpointer data);

/**
 * samen_chart_view_set:
 * @draw: (nullable): draws the chart
 * @height: (nullable): how high it is; without it, as high as the widget was asked to be
 * @data: (transfer full): for these
 * @destroy: frees @data
 * @label: what the chart is of
 * @description: the same facts in words
 */
void samen_chart_view_set (SamenChartView *self,
                           SamenChartDraw draw,
                           SamenChartHeight height,
                           gpointer data,
                           GDestroyNotify destroy,
                           const char *label,
                           const char *description);

/** samen_chart_day: Returns: the day of a chart on which @date has ended; NAN for no date. */
double samen_chart_day (SamenDate date);

/** samen_chart_time_text: a #SamenChartTimeText in the interface's language. */
char *samen_chart_time_text (double day, SamenTimeUnit unit, gpointer unused);

G_END_DECLS
