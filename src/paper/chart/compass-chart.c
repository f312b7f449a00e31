/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "chart/compass-chart.h"

#include "chart/chart-private.h"

/* Shares of the radius */
#define HUB 0.13
#define LOW 0.66
#define HALF 0.83

typedef struct
{
  const SamenChartStyle *style;
  cairo_t *cr;
  double x;
  double y;
  double radius;
} Drawing;

static double
reach (SamenCompassFill fill)
{
  switch (fill)
    {
    case SAMEN_COMPASS_LOW:
      return LOW;
    case SAMEN_COMPASS_HALF:
      return HALF;
    case SAMEN_COMPASS_FULL:
    case SAMEN_COMPASS_EMPTY:
    default:
      return 1;
    }
}

/* From the hub as far out as @share of the radius, with sides that leave an even gap to the next sector */
static void
sector_path (const Drawing *drawing, double from, double to, double share)
{
  double gap = MAX (drawing->radius * 0.025, 1.5);
  double inner = drawing->radius * HUB;
  double outer = drawing->radius * share;

  cairo_new_path (drawing->cr);
  cairo_arc (drawing->cr, drawing->x, drawing->y, outer, from + gap / outer, to - gap / outer);
  cairo_arc_negative (drawing->cr, drawing->x, drawing->y, inner, to - gap / inner,
                      from + gap / inner);
  cairo_close_path (drawing->cr);
}

static void
draw_number (const Drawing *drawing, guint number, double x, double y)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (GArray) labels = samen_chart_labels_new ();
  PangoContext *context = samen_chart_context_new ();
  SamenRect rect;

  samen_chart_text_size (context, drawing->style, SAMEN_LABEL_TITLE, text, -1, &rect);
  rect.x = x - rect.width / 2;
  rect.y = y - rect.height / 2;
  samen_labels_add (labels, SAMEN_LABEL_TITLE, text, &rect);
  samen_labels_draw (labels, context, drawing->style, drawing->cr);
  g_object_unref (context);
}

static void
draw_fill (const Drawing *drawing, SamenCompassFill fill, double from, double to)
{
  const SamenChartStyle *style = drawing->style;
  const SamenChartColor *color = fill == SAMEN_COMPASS_FULL  ? &style->success
                                 : fill == SAMEN_COMPASS_LOW ? &style->warning
                                                             : &style->accent;
  static const SamenMark marks[] = {
    [SAMEN_COMPASS_LOW] = SAMEN_MARK_LATE,
    [SAMEN_COMPASS_HALF] = SAMEN_MARK_PLAN,
    [SAMEN_COMPASS_FULL] = SAMEN_MARK_CHECK,
  };
  double middle = (from + to) / 2;
  double at = drawing->radius * (reach (fill) - 0.15);

  sector_path (drawing, from, to, reach (fill));
  samen_chart_set_color (drawing->cr, color, style->high_contrast ? 0.35 : 0.25);
  cairo_fill_preserve (drawing->cr);
  samen_chart_set_color (drawing->cr, color, 1);
  cairo_set_line_width (drawing->cr, style->high_contrast ? 2 : 1);
  cairo_stroke (drawing->cr);
  samen_chart_mark (drawing->cr, style, marks[fill], color, drawing->x + at * cos (middle),
                    drawing->y + at * sin (middle), drawing->radius * 0.075);
}

static void
draw_sector (const Drawing *drawing, SamenCompassFill fill, guint number, double from, double to)
{
  const SamenChartStyle *style = drawing->style;
  const double dashes[] = { 3, 3 };
  double middle = (from + to) / 2;
  double at = drawing->radius * (HUB + 0.17);

  sector_path (drawing, from, to, 1);
  samen_chart_set_color (drawing->cr, &style->dim, style->high_contrast ? 0.15 : 0.1);
  cairo_fill_preserve (drawing->cr);
  if (fill == SAMEN_COMPASS_EMPTY)
    {
      cairo_set_dash (drawing->cr, dashes, G_N_ELEMENTS (dashes), 0);
      samen_chart_set_color (drawing->cr, &style->dim, 1);
      cairo_set_line_width (drawing->cr, 1);
      cairo_stroke (drawing->cr);
      cairo_set_dash (drawing->cr, NULL, 0, 0);
    }
  else
    draw_fill (drawing, fill, from, to);
  draw_number (drawing, number, drawing->x + at * cos (middle), drawing->y + at * sin (middle));
}

void
samen_compass_chart_draw (const SamenCompassChart *chart,
                          const SamenChartStyle *style,
                          cairo_t *cr,
                          double width,
                          double height)
{
  Drawing drawing = { style, cr, width / 2, height / 2, MIN (width, height) / 2 - 2 };
  double part = 2 * G_PI / MAX (chart->n_sectors, 1);

  if (drawing.radius < 8)
    return;
  cairo_save (cr);
  if (style->paint_background)
    {
      samen_chart_set_color (cr, &style->background, 1);
      cairo_paint (cr);
    }
  for (guint i = 0; i < chart->n_sectors; i++)
    {
      double middle = -G_PI / 2 + i * part;

      draw_sector (&drawing, chart->sectors[i], i + 1, middle - part / 2, middle + part / 2);
    }
  cairo_restore (cr);
}
