/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * Milestones in time: where each stood first, where it stands now, and when
 * it was reached.
 */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/* NAN or NULL where there is none. One without any day is not drawn. */
typedef struct
{
  const char *title;
  double first; /* the day it was first due */
  double due;   /* the day it is due now */
  double reached;
} SamenTimelineItem;

typedef struct
{
  const SamenTimelineItem *items; /* in any order */
  gsize n_items;
  double today;
  const char *today_label;      /* such as "vandaag" */
  const char *empty_label;      /* shown when nothing is drawn */
  SamenChartTimeText time_text; /* NULL writes 2027 or 2027-04 */
  gpointer user_data;
} SamenTimelineChart;

#define SAMEN_TIMELINE_CHART_INIT { .today = NAN }

/* Where an item stands: days as places, NAN where there is none. */
typedef struct
{
  guint item; /* index in the chart */
  guint row;
  double y;     /* of its markers */
  double first; /* NAN when it did not move */
  double due;
  double reached;
  gboolean late; /* due before today, and not reached */
} SamenTimelinePlace;

typedef struct
{
  double width;
  double height;
  SamenScale days;
  double top; /* of the rows */
  double foot;
  guint n_rows;
  double today;      /* NAN when it is not in sight */
  GArray *day_ticks; /* of SamenTimeTick */
  GArray *places;    /* of SamenTimelinePlace */
  GArray *labels;    /* of SamenChartLabel; they never overlap */
} SamenTimelineLayout;

/**
 * samen_timeline_chart_get_height:
 *
 * Returns: the height that shows every title at @width
 */
double samen_timeline_chart_get_height (const SamenTimelineChart *chart,
                                        const SamenChartStyle *style,
                                        double width);

/**
 * samen_timeline_chart_layout:
 *
 * Returns: (transfer full): the places in a chart of @width by @height; free
 *   with samen_timeline_layout_free(). In less height than
 *   samen_timeline_chart_get_height() the lower rows fall away.
 */
SamenTimelineLayout *samen_timeline_chart_layout (const SamenTimelineChart *chart,
                                                  const SamenChartStyle *style,
                                                  double width,
                                                  double height);
void samen_timeline_layout_free (SamenTimelineLayout *layout);

/* Returns: the index of the item of which the row and extent hold @x, @y, or -1 */
int samen_timeline_layout_item_at (const SamenTimelineLayout *layout, double x, double y);

/* Draws the chart in the rectangle 0, 0, @width, @height. */
void samen_timeline_chart_draw (const SamenTimelineChart *chart,
                                const SamenChartStyle *style,
                                cairo_t *cr,
                                double width,
                                double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenTimelineLayout, samen_timeline_layout_free)

G_END_DECLS
