/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "chart/criterion-private.h"

#include <math.h>

typedef struct
{
  const SamenCriterionChart *chart;
  const SamenChartStyle *style;
  const SamenCriterionLayout *layout;
  cairo_t *cr;
  double left; /* of the plot */
  double right;
} Drawer;

static double
place_day (const Drawer *drawer, double day)
{
  return samen_scale_place (&drawer->layout->days, day);
}

static double
place_value (const Drawer *drawer, double value)
{
  return samen_scale_place (&drawer->layout->values, value);
}

static void
draw_axes (const Drawer *drawer)
{
  const SamenCriterionLayout *layout = drawer->layout;
  cairo_t *cr = drawer->cr;
  double alpha = drawer->style->high_contrast ? 0.6 : 0.25;
  double foot = layout->values.start;

  samen_chart_set_color (cr, &drawer->style->dim, alpha);
  for (guint i = 0; i < layout->value_ticks->len; i++)
    {
      double y = place_value (drawer, g_array_index (layout->value_ticks, double, i));

      samen_chart_line (cr, drawer->left, y, drawer->right, y, 0.7, 0, 0);
    }
  samen_chart_set_color (cr, &drawer->style->dim, 0.8);
  samen_chart_line (cr, drawer->left, foot, drawer->right, foot, 1, 0, 0);
  for (guint i = 0; i < layout->day_ticks->len; i++)
    {
      double x = place_day (drawer, g_array_index (layout->day_ticks, SamenTimeTick, i).day);

      samen_chart_line (cr, x, foot, x, foot + drawer->style->font_size * 0.35, 1, 0, 0);
    }
}

static void
shade (const Drawer *drawer, double top, double foot)
{
  samen_chart_set_color (drawer->cr, &drawer->style->success, 0.10);
  cairo_rectangle (drawer->cr, drawer->left, top, drawer->right - drawer->left, foot - top);
  cairo_fill (drawer->cr);
}

/* Fills in the places of the target's lines, both the same when it is one;
 * FALSE when there is no target. */
static gboolean
place_target (const Drawer *drawer, double *low, double *high)
{
  *low = place_value (drawer, drawer->chart->target_low);
  *high = place_value (drawer, drawer->chart->target_high);
  *low = isfinite (*low) ? *low : *high;
  *high = isfinite (*high) ? *high : *low;
  return isfinite (*low);
}

/* Where it is good to be. */
static void
draw_good_side (const Drawer *drawer)
{
  const SamenScale *values = &drawer->layout->values;
  double low;
  double high;

  if (drawer->style->high_contrast || !place_target (drawer, &low, &high))
    return;
  if (low != high)
    shade (drawer, high, low);
  else if (drawer->chart->direction == SAMEN_CHART_DIRECTION_UP)
    shade (drawer, values->end, low);
  else if (drawer->chart->direction == SAMEN_CHART_DIRECTION_DOWN)
    shade (drawer, low, values->start);
}

/* A dashed line, or two around a band. */
static void
draw_target (const Drawer *drawer)
{
  double width = drawer->style->line_width * 0.8;
  double low;
  double high;

  if (!place_target (drawer, &low, &high))
    return;
  samen_chart_set_color (drawer->cr, &drawer->style->success, 1);
  samen_chart_line (drawer->cr, drawer->left, low, drawer->right, low, width, width * 4,
                    width * 2.5);
  if (low != high)
    samen_chart_line (drawer->cr, drawer->left, high, drawer->right, high, width, width * 4,
                      width * 2.5);
}

/* From where it began to where it should be in time. */
static void
draw_expected (const Drawer *drawer)
{
  const SamenCriterionChart *chart = drawer->chart;
  double x1 = place_day (drawer, chart->start);
  double y1 = place_value (drawer, chart->baseline);
  double x2 = place_day (drawer, chart->due);
  double y2 = place_value (drawer, samen_criterion_goal (chart));
  double width = MAX (drawer->style->line_width * 0.6, 1);

  if (!isfinite (x1) || !isfinite (y1) || !isfinite (x2) || !isfinite (y2))
    return;
  samen_chart_set_color (drawer->cr, &drawer->style->dim, 0.9);
  samen_chart_line (drawer->cr, x1, y1, x2, y2, width, 0.1, width * 2.8);
}

static void
draw_ends (const Drawer *drawer)
{
  const SamenCriterionChart *chart = drawer->chart;
  double radius = drawer->style->font_size * 0.36;
  double x1 = place_day (drawer, chart->start);
  double y1 = place_value (drawer, chart->baseline);
  double x2 = place_day (drawer, chart->due);
  double y2 = place_value (drawer, samen_criterion_goal (chart));

  if (isfinite (x1) && isfinite (y1))
    samen_chart_mark (drawer->cr, drawer->style, SAMEN_MARK_SQUARE, &drawer->style->dim, x1, y1,
                      radius);
  if (isfinite (x2) && isfinite (y2))
    samen_chart_mark (drawer->cr, drawer->style, SAMEN_MARK_RING, &drawer->style->success, x2, y2,
                      radius);
}

static gboolean
meets_target (const SamenCriterionChart *chart, double value)
{
  double low = isfinite (chart->target_low) ? chart->target_low : chart->target_high;
  double high = isfinite (chart->target_high) ? chart->target_high : chart->target_low;

  if (!isfinite (low))
    return FALSE;
  if (chart->direction == SAMEN_CHART_DIRECTION_UP)
    return value >= low;
  if (chart->direction == SAMEN_CHART_DIRECTION_DOWN)
    return value <= high;
  return value >= low && value <= high;
}

static void
draw_points (const Drawer *drawer)
{
  const SamenCriterionChart *chart = drawer->chart;
  double spacing = (drawer->right - drawer->left) / MAX (chart->n_points, 1);
  double size = drawer->style->font_size;
  double radius = CLAMP (spacing / 3, size * 0.2, size * 0.36);

  cairo_new_path (drawer->cr);
  for (gsize i = 0; i < chart->n_points; i++)
    if (samen_criterion_is_drawn (&chart->points[i]))
      cairo_line_to (drawer->cr, place_day (drawer, chart->points[i].day),
                     place_value (drawer, chart->points[i].value));
  samen_chart_set_color (drawer->cr, &drawer->style->accent, 1);
  cairo_set_line_width (drawer->cr, drawer->style->line_width);
  cairo_set_line_join (drawer->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (drawer->cr);

  for (gsize i = 0; i < chart->n_points; i++)
    if (samen_criterion_is_drawn (&chart->points[i]))
      {
        gboolean met = meets_target (chart, chart->points[i].value);

        samen_chart_mark (drawer->cr, drawer->style, met ? SAMEN_MARK_DIAMOND : SAMEN_MARK_DOT,
                          met ? &drawer->style->success : &drawer->style->accent,
                          place_day (drawer, chart->points[i].day),
                          place_value (drawer, chart->points[i].value), radius);
      }
}

void
samen_criterion_chart_draw (const SamenCriterionChart *chart,
                            const SamenChartStyle *style,
                            cairo_t *cr,
                            double width,
                            double height)
{
  g_autoptr (SamenCriterionLayout) layout =
      samen_criterion_chart_layout (chart, style, width, height);
  PangoContext *context = samen_chart_context_new ();
  Drawer drawer = {
    chart,
    style,
    layout,
    cr,
    layout->days.start - style->font_size * 0.7,
    layout->days.end + style->font_size * 0.7,
  };

  cairo_save (cr);
  if (style->paint_background)
    {
      samen_chart_set_color (cr, &style->background, 1);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  draw_good_side (&drawer);
  cairo_save (cr);
  samen_labels_clip_out (layout->labels, cr, width, height);
  draw_axes (&drawer);
  draw_target (&drawer);
  draw_expected (&drawer);
  cairo_restore (cr);
  draw_ends (&drawer);
  draw_points (&drawer);
  samen_labels_draw (layout->labels, context, style, cr);
  cairo_restore (cr);
  g_object_unref (context);
}

int
samen_criterion_layout_point_at (const SamenCriterionLayout *layout,
                                 const SamenCriterionChart *chart,
                                 double x,
                                 double y,
                                 double reach)
{
  double nearest = reach;
  int found = -1;

  for (gsize i = 0; i < chart->n_points; i++)
    {
      double distance;

      if (!samen_criterion_is_drawn (&chart->points[i]))
        continue;
      distance = hypot (samen_scale_place (&layout->days, chart->points[i].day) - x,
                        samen_scale_place (&layout->values, chart->points[i].value) - y);
      if (distance <= nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}
