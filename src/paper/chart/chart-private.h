/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/* What the charts draw with. */

#pragma once

#include <pango/pangocairo.h>

#include "chart/chart.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} SamenRect;

typedef enum
{
  SAMEN_MARK_DOT,     /* filled circle */
  SAMEN_MARK_DIAMOND, /* filled */
  SAMEN_MARK_SQUARE,  /* hollow */
  SAMEN_MARK_RING,    /* a ring in a ring: a target */
  SAMEN_MARK_PLAN,    /* hollow diamond */
  SAMEN_MARK_GHOST,   /* dashed circle */
  SAMEN_MARK_CHECK,   /* filled circle with a check */
  SAMEN_MARK_LATE,    /* filled diamond with an exclamation mark */
} SamenMark;

/* Returns: (transfer full): a context without hinting, for every surface */
PangoContext *samen_chart_context_new (void);

/* Returns: (transfer full) (element-type SamenChartLabel): an empty list */
GArray *samen_chart_labels_new (void);

/* Fills in the size of @text in @role, no wider than @most (negative: any). */
void samen_chart_text_size (PangoContext *context,
                            const SamenChartStyle *style,
                            SamenChartLabelRole role,
                            const char *text,
                            double most,
                            SamenRect *rect);

/* Whether they have area in common, each grown by half of @gap. */
gboolean samen_rects_overlap (const SamenRect *a, const SamenRect *b, double gap);

/* Whether @rect is within 0, 0, @width, @height. */
gboolean samen_rect_within (const SamenRect *rect, double width, double height);

/* Whether @rect is free of all labels. */
gboolean samen_labels_leave_free (GArray *labels, const SamenRect *rect, double gap);
void samen_labels_add (GArray *labels,
                       SamenChartLabelRole role,
                       const char *text,
                       const SamenRect *rect);

/* Makes room around days that are so near each other that no month begins
 * between them. */
void samen_days_widen (double *first, double *last);

/* Adds the labels of @ticks below @y, as many as fit side by side; the ticks
 * that are left are returned. */
GArray *samen_labels_add_days (GArray *labels,
                               PangoContext *context,
                               const SamenChartStyle *style,
                               const SamenScale *days,
                               double y,
                               double width,
                               SamenChartTimeText text,
                               gpointer user_data);

void samen_labels_draw (GArray *labels,
                        PangoContext *context,
                        const SamenChartStyle *style,
                        cairo_t *cr);

/* Keeps lines out of the labels until cairo_restore(). */
void samen_labels_clip_out (GArray *labels, cairo_t *cr, double width, double height);

void samen_chart_set_color (cairo_t *cr, const SamenChartColor *color, double alpha);

/* Strokes from @x1, @y1 to @x2, @y2. @dash: on and off, or 0 for a solid line. */
void samen_chart_line (cairo_t *cr,
                       double x1,
                       double y1,
                       double x2,
                       double y2,
                       double width,
                       double on,
                       double off);

void samen_chart_mark (cairo_t *cr,
                       const SamenChartStyle *style,
                       SamenMark mark,
                       const SamenChartColor *color,
                       double x,
                       double y,
                       double radius);

G_END_DECLS
