/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "chart/timeline-chart.h"

#include <math.h>

#include "chart/chart-private.h"

typedef struct
{
  const SamenChartStyle *style;
  const SamenTimelineLayout *layout;
  cairo_t *cr;
  double radius;
} Drawer;

static void
draw_axis (const Drawer *drawer)
{
  const SamenTimelineLayout *layout = drawer->layout;
  double alpha = drawer->style->high_contrast ? 0.6 : 0.25;

  for (guint i = 0; i < layout->day_ticks->len; i++)
    {
      const SamenTimeTick *tick = &g_array_index (layout->day_ticks, SamenTimeTick, i);
      double x = samen_scale_place (&layout->days, tick->day);

      samen_chart_set_color (drawer->cr, &drawer->style->dim, alpha);
      samen_chart_line (drawer->cr, x, layout->top, x, layout->foot, 0.7, 0, 0);
      samen_chart_set_color (drawer->cr, &drawer->style->dim, 0.8);
      samen_chart_line (drawer->cr, x, layout->foot, x,
                        layout->foot + drawer->style->font_size * 0.35, 1, 0, 0);
    }
  samen_chart_set_color (drawer->cr, &drawer->style->dim, 0.8);
  samen_chart_line (drawer->cr, 0, layout->foot, layout->width, layout->foot, 1, 0, 0);
}

static void
draw_today (const Drawer *drawer)
{
  const SamenTimelineLayout *layout = drawer->layout;

  if (isnan (layout->today))
    return;
  samen_chart_set_color (drawer->cr, &drawer->style->accent, 1);
  samen_chart_line (drawer->cr, layout->today, MIN (layout->top, layout->foot) - 2, layout->today,
                    layout->foot, drawer->style->line_width * 0.75, 0, 0);
}

/* A dotted arrow from where it stood first to where it stands now. */
static void
draw_move (const Drawer *drawer, const SamenTimelinePlace *place)
{
  double side = place->due > place->first ? 1 : -1;
  double from = place->first + side * (drawer->radius + 2);
  double to = place->due - side * (drawer->radius * 1.15 + 2);
  double head = drawer->style->font_size * 0.3;
  double width = MAX (drawer->style->line_width * 0.6, 1);

  if ((to - from) * side <= 0)
    return;
  samen_chart_set_color (drawer->cr, &drawer->style->dim, 1);
  samen_chart_line (drawer->cr, from, place->y, to, place->y, width, 0.1, width * 2.8);
  cairo_move_to (drawer->cr, to - side * head, place->y - head);
  cairo_line_to (drawer->cr, to, place->y);
  cairo_line_to (drawer->cr, to - side * head, place->y + head);
  cairo_set_line_width (drawer->cr, width);
  cairo_stroke (drawer->cr);
}

static void
draw_place (const Drawer *drawer, const SamenTimelinePlace *place)
{
  const SamenChartStyle *style = drawer->style;
  double r = drawer->radius;

  if (!isnan (place->first) && fabs (place->first - place->due) > r)
    {
      draw_move (drawer, place);
      samen_chart_mark (drawer->cr, style, SAMEN_MARK_GHOST, &style->dim, place->first, place->y,
                        r * 0.9);
    }
  if (isnan (place->reached))
    {
      samen_chart_mark (drawer->cr, style, place->late ? SAMEN_MARK_LATE : SAMEN_MARK_PLAN,
                        place->late ? &style->warning : &style->accent, place->due, place->y, r);
      return;
    }
  if (!isnan (place->due) && fabs (place->reached - place->due) > 2 * r)
    {
      samen_chart_set_color (drawer->cr, &style->success, 1);
      samen_chart_line (drawer->cr, place->due, place->y, place->reached, place->y,
                        MAX (style->line_width * 0.6, 1), 0, 0);
      samen_chart_mark (drawer->cr, style, SAMEN_MARK_PLAN, &style->dim, place->due, place->y,
                        r * 0.75);
    }
  samen_chart_mark (drawer->cr, style, SAMEN_MARK_CHECK, &style->success, place->reached, place->y,
                    r);
}

void
samen_timeline_chart_draw (const SamenTimelineChart *chart,
                           const SamenChartStyle *style,
                           cairo_t *cr,
                           double width,
                           double height)
{
  g_autoptr (SamenTimelineLayout) layout =
      samen_timeline_chart_layout (chart, style, width, height);
  PangoContext *context = samen_chart_context_new ();
  Drawer drawer = { style, layout, cr, style->font_size * 0.45 };

  cairo_save (cr);
  if (style->paint_background)
    {
      samen_chart_set_color (cr, &style->background, 1);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  cairo_save (cr);
  samen_labels_clip_out (layout->labels, cr, width, height);
  draw_axis (&drawer);
  draw_today (&drawer);
  cairo_restore (cr);
  for (guint i = 0; i < layout->places->len; i++)
    draw_place (&drawer, &g_array_index (layout->places, SamenTimelinePlace, i));
  samen_labels_draw (layout->labels, context, style, cr);
  cairo_restore (cr);
  g_object_unref (context);
}

int
samen_timeline_layout_item_at (const SamenTimelineLayout *layout, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < layout->places->len; i++)
    {
      const SamenTimelinePlace *place = &g_array_index (layout->places, SamenTimelinePlace, i);
      double left = fmin (fmin (place->first, place->due), place->reached) - 12;
      double right = fmax (fmax (place->first, place->due), place->reached) + 12;
      double distance = fabs (place->y - y);

      if (x >= left && x <= right && distance <= 14 && distance < nearest)
        {
          nearest = distance;
          found = (int) place->item;
        }
    }
  return found;
}
