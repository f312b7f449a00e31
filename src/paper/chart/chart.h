/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * What all charts share: colours, scales, ticks and labels. A chart is drawn
 * from a description that its caller keeps; nothing here knows records, and
 * no word is written here: every text is passed in.
 *
 * Days are counted from 1 January of the year 1, which is day 0, as
 * samen_date_days() does. NAN is "not known" for every day and value.
 * Lengths are in units of the cairo_t: pixels on a screen, points on paper.
 */

#pragma once

#include <cairo.h>
#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} SamenChartColor;

typedef enum
{
  SAMEN_CHART_LIGHT,
  SAMEN_CHART_DARK,
  SAMEN_CHART_LIGHT_CONTRAST,
  SAMEN_CHART_DARK_CONTRAST,
  SAMEN_CHART_PAPER,
} SamenChartScheme;

/* How a chart looks. Colour is never the only sign: each thing also has a
 * shape or a dash of its own. */
typedef struct
{
  SamenChartColor foreground;
  SamenChartColor dim;        /* text and lines of less weight */
  SamenChartColor accent;     /* what is measured, what is planned */
  SamenChartColor success;    /* targets, and what is reached */
  SamenChartColor warning;    /* what is late */
  SamenChartColor background; /* inside hollow markers; painted only when @paint_background */
  gboolean paint_background;
  gboolean high_contrast;
  const char *family; /* of fonts; must stay valid, such as a literal */
  double font_size;   /* in units of the cairo_t */
  double line_width;
} SamenChartStyle;

/* Sets @style to the colours of @scheme, for a font of 12 units (8.5 on paper). */
void samen_chart_style_init (SamenChartStyle *style, SamenChartScheme scheme);

typedef enum
{
  SAMEN_TIME_MONTH,
  SAMEN_TIME_QUARTER,
  SAMEN_TIME_YEAR,
} SamenTimeUnit;

/* Returns: (transfer full): the text below a tick for the month, quarter or
 * year that begins on @day */
typedef char *(*SamenChartTimeText) (double day, SamenTimeUnit unit, gpointer user_data);

/* Returns: (transfer full): @value as people read it, with @decimals decimals
 * and its unit if there is room for one */
typedef char *(*SamenChartValueText) (double value, guint decimals, gpointer user_data);

/* From a value to a place: @from is at @start, @to at @end. */
typedef struct
{
  double from;
  double to;
  double start;
  double end;
} SamenScale;

/* Returns: where @value stands; the middle when the scale has no width */
double samen_scale_place (const SamenScale *scale, double value);

typedef struct
{
  double day;
  SamenTimeUnit unit;
} SamenTimeTick;

/**
 * samen_value_ticks:
 * @low: lowest value to be shown
 * @high: highest value to be shown
 * @most: most ticks wanted, at least 2
 * @decimals: (out) (optional): decimals that tell the ticks apart
 *
 * Returns: (transfer full) (element-type double): round values, a step of 1, 2
 *   or 5 times a power of ten apart; the first is at or below @low and the
 *   last at or above @high
 */
GArray *samen_value_ticks (double low, double high, guint most, guint *decimals);

/**
 * samen_time_ticks:
 * @first: first day to be shown
 * @last: last day to be shown
 * @most: most ticks wanted, at least 1
 *
 * Returns: (transfer full) (element-type SamenTimeTick): the beginnings within
 *   [@first, @last] of months, quarters, or 1, 2, 5, 10, … years
 */
GArray *samen_time_ticks (double first, double last, guint most);

typedef enum
{
  SAMEN_LABEL_TICK,
  SAMEN_LABEL_TARGET,
  SAMEN_LABEL_BASELINE,
  SAMEN_LABEL_VALUE,
  SAMEN_LABEL_TODAY,
  SAMEN_LABEL_TITLE,
  SAMEN_LABEL_NOTE,
} SamenChartLabelRole;

/* A text with the rectangle it fills. */
typedef struct
{
  SamenChartLabelRole role;
  char *text;
  double x;
  double y;
  double width;
  double height;
} SamenChartLabel;

G_END_DECLS
