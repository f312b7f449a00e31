/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "chart/chart-private.h"

#include <math.h>

void
samen_chart_set_color (cairo_t *cr, const SamenChartColor *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

void
samen_chart_line (cairo_t *cr,
                  double x1,
                  double y1,
                  double x2,
                  double y2,
                  double width,
                  double on,
                  double off)
{
  double dashes[] = { on, off };

  cairo_save (cr);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, on > 0 && on < width ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (on > 0)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
circle (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
diamond (cairo_t *cr, double x, double y, double radius)
{
  cairo_move_to (cr, x, y - radius);
  cairo_line_to (cr, x + radius, y);
  cairo_line_to (cr, x, y + radius);
  cairo_line_to (cr, x - radius, y);
  cairo_close_path (cr);
}

static void
fill_and_stroke (cairo_t *cr,
                 const SamenChartColor *fill,
                 const SamenChartColor *stroke,
                 double width)
{
  samen_chart_set_color (cr, fill, 1);
  cairo_fill_preserve (cr);
  samen_chart_set_color (cr, stroke, 1);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_check (cairo_t *cr, const SamenChartColor *color, double x, double y, double radius)
{
  cairo_move_to (cr, x - radius * 0.45, y + radius * 0.05);
  cairo_line_to (cr, x - radius * 0.1, y + radius * 0.4);
  cairo_line_to (cr, x + radius * 0.5, y - radius * 0.35);
  cairo_set_line_width (cr, radius * 0.28);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  samen_chart_set_color (cr, color, 1);
  cairo_stroke (cr);
}

static void
draw_exclamation (cairo_t *cr, const SamenChartColor *color, double x, double y, double radius)
{
  samen_chart_set_color (cr, color, 1);
  cairo_set_line_width (cr, radius * 0.26);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x, y - radius * 0.45);
  cairo_line_to (cr, x, y + radius * 0.08);
  cairo_stroke (cr);
  circle (cr, x, y + radius * 0.45, radius * 0.15);
  cairo_fill (cr);
}

void
samen_chart_mark (cairo_t *cr,
                  const SamenChartStyle *style,
                  SamenMark mark,
                  const SamenChartColor *color,
                  double x,
                  double y,
                  double radius)
{
  double thin = MAX (style->line_width * 0.75, 1);
  double dashes[] = { radius * 0.55, radius * 0.5 };

  cairo_save (cr);
  cairo_new_path (cr);
  if (mark == SAMEN_MARK_DIAMOND || mark == SAMEN_MARK_PLAN || mark == SAMEN_MARK_LATE)
    diamond (cr, x, y, radius * (mark == SAMEN_MARK_LATE ? 1.3 : 1.15));
  else if (mark == SAMEN_MARK_SQUARE)
    cairo_rectangle (cr, x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.6);
  else
    circle (cr, x, y, radius);

  if (mark == SAMEN_MARK_GHOST)
    cairo_set_dash (cr, dashes, 2, 0);
  if (mark == SAMEN_MARK_DOT || mark == SAMEN_MARK_DIAMOND || mark == SAMEN_MARK_CHECK ||
      mark == SAMEN_MARK_LATE)
    fill_and_stroke (cr, color, &style->background, thin * 0.8);
  else
    fill_and_stroke (cr, &style->background, color, thin);
  cairo_set_dash (cr, NULL, 0, 0);

  if (mark == SAMEN_MARK_RING)
    {
      circle (cr, x, y, radius * 0.4);
      samen_chart_set_color (cr, color, 1);
      cairo_fill (cr);
    }
  else if (mark == SAMEN_MARK_CHECK)
    draw_check (cr, &style->background, x, y, radius);
  else if (mark == SAMEN_MARK_LATE)
    draw_exclamation (cr, &style->background, x, y, radius);
  cairo_restore (cr);
}
