/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <pango/pangocairo.h>

#include "chart/compass-chart.h"
#include "chart/criterion-chart.h"
#include "chart/timeline-chart.h"
#include "sample.h"

/* 1 January of these years, counted from 1 January of the year 1. */
#define DAY_2026 739616.0
#define DAY_2027 739981.0
#define DAY_2028 740346.0
#define DAY_2029 740712.0

/* Round a chart, to see that nothing is drawn outside it. */
#define FRAME 16

static const char *const scheme_names[] = {
  "light", "dark", "light-contrast", "dark-contrast", "paper",
};

static const int sizes[][2] = { { 320, 200 }, { 480, 260 }, { 800, 320 }, { 1200, 400 } };

/* ---- what charts are drawn from */

static SamenChartPoint points[40];

static SamenCriterionChart
criterion (gsize n_points)
{
  SamenCriterionChart chart = {
    .points = points,
    .n_points = n_points,
    .baseline = 48,
    .target_low = 75,
    .target_high = 75,
    .start = DAY_2026 + 30,
    .due = DAY_2029 - 60,
    .direction = SAMEN_CHART_DIRECTION_UP,
    .target_label = "Doel 75 %",
    .baseline_label = "Begin 48 %",
    .value_label = n_points > 0 ? "nu 62 %" : NULL,
    .empty_label = "Nog geen metingen",
  };

  for (gsize i = 0; i < n_points; i++)
    {
      double part = n_points > 1 ? (double) i / (n_points - 1) : 0.3;

      points[i].day = DAY_2026 + 80 + part * 760;
      points[i].value = 48 + 14 * part + 6 * sin (i * 1.9);
    }
  return chart;
}

static const SamenTimelineItem items[] = {
  { "Intentieverklaring getekend", DAY_2026 + 20, DAY_2026 + 20, DAY_2026 + 25 },
  { "Convenant getekend", DAY_2026 + 130, DAY_2026 + 220, DAY_2026 + 215 },
  { "Servicepunt open", DAY_2026 + 250, DAY_2026 + 250, NAN },
  { "Eerste gezamenlijke groep studenten begint", DAY_2026 + 243, DAY_2027 + 31, NAN },
  { "Leerplaatsen in de wijkverpleging verdubbeld", DAY_2027 + 100, DAY_2027 + 60, NAN },
  { "Werkbezoek", NAN, DAY_2026 + 330, NAN },
  { "Eerste diploma’s", DAY_2028, DAY_2028 + 190, NAN },
  { "Evaluatie", DAY_2028 + 240, DAY_2028 + 240, NAN },
};

static SamenTimelineChart
timeline (gsize n_items)
{
  return (SamenTimelineChart) {
    .items = items,
    .n_items = n_items,
    .today = DAY_2026 + 326,
    .today_label = "vandaag",
    .empty_label = "Nog geen mijlpalen",
  };
}

typedef void (*Draw) (const void *chart,
                      const SamenChartStyle *style,
                      cairo_t *cr,
                      double width,
                      double height);

static void
draw_criterion (const void *chart,
                const SamenChartStyle *style,
                cairo_t *cr,
                double width,
                double height)
{
  samen_criterion_chart_draw (chart, style, cr, width, height);
}

static void
draw_timeline (const void *chart,
               const SamenChartStyle *style,
               cairo_t *cr,
               double width,
               double height)
{
  samen_timeline_chart_draw (chart, style, cr, width, height);
}

/* ---- pixels */

static const guint8 *
pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) +
         4 * x;
}

/* Draws on nothing, with a frame in which nothing may come. */
static cairo_surface_t *
draw_framed (Draw draw, const void *chart, const SamenChartStyle *style, int width, int height)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width + 2 * FRAME, height + 2 * FRAME);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, FRAME, FRAME);
  draw (chart, style, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Returns: the number of pixels with ink within the frame */
static guint
assert_ink_inside (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  guint ink = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        gboolean inside = x >= FRAME && y >= FRAME && x < width - FRAME && y < height - FRAME;
        guint8 alpha = pixel (surface, x, y)[3];

        if (!inside && alpha != 0)
          g_test_message ("ink at %d, %d of %d x %d", x - FRAME, y - FRAME, width - 2 * FRAME,
                          height - 2 * FRAME);
        g_assert_true (inside || alpha == 0);
        ink += alpha != 0;
      }
  return ink;
}

static void
assert_labels (GArray *labels, double width, double height)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const SamenChartLabel *a = &g_array_index (labels, SamenChartLabel, i);

      g_assert_cmpfloat (a->x, >=, -0.01);
      g_assert_cmpfloat (a->y, >=, -0.01);
      g_assert_cmpfloat (a->x + a->width, <=, width + 0.01);
      g_assert_cmpfloat (a->y + a->height, <=, height + 0.01);
      for (guint j = 0; j < i; j++)
        {
          const SamenChartLabel *b = &g_array_index (labels, SamenChartLabel, j);
          gboolean apart = a->x >= b->x + b->width || b->x >= a->x + a->width ||
                           a->y >= b->y + b->height || b->y >= a->y + a->height;

          if (!apart)
            g_test_message ("“%s” and “%s” overlap at %g x %g", a->text, b->text, width, height);
          g_assert_true (apart);
        }
    }
}

static gboolean
has_label (GArray *labels, SamenChartLabelRole role)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_array_index (labels, SamenChartLabel, i).role == role)
      return TRUE;
  return FALSE;
}

static const gsize counts[] = { 0, 1, 2, 7, 40 };

static void
test_criterion_ink (void)
{
  for (guint scheme = 0; scheme < G_N_ELEMENTS (scheme_names); scheme++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        {
          SamenCriterionChart chart = criterion (counts[i]);
          SamenChartStyle style;
          cairo_surface_t *surface;

          samen_chart_style_init (&style, scheme);
          surface = draw_framed (draw_criterion, &chart, &style, sizes[s][0], sizes[s][1]);
          g_assert_cmpuint (assert_ink_inside (surface), >, 1000);
          cairo_surface_destroy (surface);
        }
}

static void
test_criterion_labels (void)
{
  SamenChartStyle style;

  samen_chart_style_init (&style, SAMEN_CHART_LIGHT);
  for (int width = 200; width <= 1200; width += 37)
    for (int height = 110; height <= 400; height += 29)
      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        {
          SamenCriterionChart chart = criterion (counts[i]);
          g_autoptr (SamenCriterionLayout) layout =
              samen_criterion_chart_layout (&chart, &style, width, height);

          assert_labels (layout->labels, width, height);
          g_assert_cmpuint (layout->value_ticks->len, >=, 2);
          if (width < 300 || height < 180)
            continue;
          g_assert_cmpuint (layout->day_ticks->len, >=, 2);
          g_assert_true (has_label (layout->labels, SAMEN_LABEL_TARGET));
          g_assert_true (counts[i] == 40 || has_label (layout->labels, SAMEN_LABEL_BASELINE));
          g_assert_cmpint (has_label (layout->labels, SAMEN_LABEL_VALUE), ==, counts[i] > 0);
          g_assert_cmpint (has_label (layout->labels, SAMEN_LABEL_NOTE), ==, counts[i] == 0);
        }
}

/* The dashed line of the target stands at its value, in its colour. */
static void
test_criterion_target (void)
{
  SamenCriterionChart chart = criterion (2);
  SamenChartStyle style;
  g_autoptr (SamenCriterionLayout) layout = NULL;
  cairo_surface_t *surface;
  int dashes = 0;
  int above = 0;
  int y;

  samen_chart_style_init (&style, SAMEN_CHART_LIGHT_CONTRAST);
  chart.target_label = NULL;
  layout = samen_criterion_chart_layout (&chart, &style, 480, 260);
  y = FRAME + (int) floor (samen_scale_place (&layout->values, 75));
  surface = draw_framed (draw_criterion, &chart, &style, 480, 260);
  for (int x = FRAME; x < FRAME + 480; x++)
    {
      const guint8 *on = pixel (surface, x, y);
      const guint8 *off = pixel (surface, x, y - 6);

      dashes += on[1] > on[2] && on[1] > on[0] && on[3] > 128;
      above += off[1] > off[2] && off[1] > off[0] && off[3] > 128;
    }
  /* two thirds of the plot is dash, and a few pixels up is nothing but the mark of the goal */
  g_assert_cmpint (dashes, >, 200);
  g_assert_cmpint (dashes, <, 400);
  g_assert_cmpint (above, <, 10);
  cairo_surface_destroy (surface);
}

/* A chart in which hardly anything is known. */
static void
test_criterion_bare (void)
{
  const SamenChartPoint odd[] = { { NAN, 3 }, { DAY_2026, NAN }, { DAY_2026, 5 }, { DAY_2026, 5 } };
  SamenCriterionChart charts[] = {
    SAMEN_CRITERION_CHART_INIT,
    SAMEN_CRITERION_CHART_INIT,
    SAMEN_CRITERION_CHART_INIT,
    SAMEN_CRITERION_CHART_INIT,
  };
  SamenChartStyle style;

  charts[1].points = odd;
  charts[1].n_points = G_N_ELEMENTS (odd);
  charts[2].target_low = 3;
  charts[2].target_high = INFINITY;
  charts[2].target_label = "Doel 3";
  charts[3].target_low = -1e12;
  charts[3].target_high = 1e12;
  charts[3].due = DAY_2026;
  samen_chart_style_init (&style, SAMEN_CHART_LIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    for (int size = 10; size < 400; size += 30)
      {
        g_autoptr (SamenCriterionLayout) layout =
            samen_criterion_chart_layout (&charts[i], &style, size, size);
        cairo_surface_t *surface = draw_framed (draw_criterion, &charts[i], &style, size, size);

        g_assert_cmpuint (layout->labels->len, <=, 20);
        cairo_surface_destroy (surface);
      }
}

static void
test_criterion_point_at (void)
{
  SamenCriterionChart chart = criterion (7);
  SamenChartStyle style;
  g_autoptr (SamenCriterionLayout) layout = NULL;

  samen_chart_style_init (&style, SAMEN_CHART_LIGHT);
  layout = samen_criterion_chart_layout (&chart, &style, 800, 320);
  for (int i = 0; i < 7; i++)
    {
      double x = samen_scale_place (&layout->days, points[i].day);
      double y = samen_scale_place (&layout->values, points[i].value);

      g_assert_cmpint (samen_criterion_layout_point_at (layout, &chart, x + 3, y - 2, 12), ==, i);
    }
  g_assert_cmpint (samen_criterion_layout_point_at (layout, &chart, 2, 2, 12), ==, -1);
}

static void
test_timeline_ink (void)
{
  SamenTimelineChart chart = timeline (G_N_ELEMENTS (items));

  for (guint scheme = 0; scheme < G_N_ELEMENTS (scheme_names); scheme++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        SamenChartStyle style;
        cairo_surface_t *surface;

        samen_chart_style_init (&style, scheme);
        surface = draw_framed (draw_timeline, &chart, &style, sizes[s][0], sizes[s][1]);
        g_assert_cmpuint (assert_ink_inside (surface), >, 1000);
        cairo_surface_destroy (surface);
      }
}

static guint
count_titles (GArray *labels)
{
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += g_array_index (labels, SamenChartLabel, i).role == SAMEN_LABEL_TITLE;
  return n;
}

static void
test_timeline_labels (void)
{
  SamenTimelineChart chart = timeline (G_N_ELEMENTS (items));
  SamenChartStyle style;

  samen_chart_style_init (&style, SAMEN_CHART_LIGHT);
  for (int width = 200; width <= 1200; width += 23)
    {
      double height = samen_timeline_chart_get_height (&chart, &style, width);
      g_autoptr (SamenTimelineLayout) whole =
          samen_timeline_chart_layout (&chart, &style, width, height);
      g_autoptr (SamenTimelineLayout) low =
          samen_timeline_chart_layout (&chart, &style, width, 120);

      assert_labels (whole->labels, width, height);
      assert_labels (low->labels, width, 120);
      g_assert_cmpuint (whole->places->len, ==, G_N_ELEMENTS (items));
      g_assert_cmpuint (count_titles (whole->labels), ==, G_N_ELEMENTS (items));
      g_assert_cmpuint (low->places->len, ==, count_titles (low->labels));
    }
}

/* No marker of one item stands on the title of another. */
static void
test_timeline_markers (void)
{
  SamenTimelineChart chart = timeline (G_N_ELEMENTS (items));
  SamenChartStyle style;

  samen_chart_style_init (&style, SAMEN_CHART_LIGHT);
  for (int width = 280; width <= 1200; width += 23)
    {
      double height = samen_timeline_chart_get_height (&chart, &style, width);
      g_autoptr (SamenTimelineLayout) layout =
          samen_timeline_chart_layout (&chart, &style, width, height);

      for (guint i = 0; i < layout->places->len; i++)
        {
          const SamenTimelinePlace *place = &g_array_index (layout->places, SamenTimelinePlace, i);
          double days[] = { place->first, place->due, place->reached };

          for (guint j = 0; j < layout->labels->len * G_N_ELEMENTS (days); j++)
            {
              const SamenChartLabel *label =
                  &g_array_index (layout->labels, SamenChartLabel, j / 3);

              g_assert_false (place->y > label->y && place->y < label->y + label->height &&
                              days[j % 3] > label->x - 4 &&
                              days[j % 3] < label->x + label->width + 4);
            }
        }
    }
}

static void
test_timeline_facts (void)
{
  SamenTimelineChart chart = timeline (G_N_ELEMENTS (items));
  SamenChartStyle style;
  g_autoptr (SamenTimelineLayout) layout = NULL;
  guint late = 0;

  samen_chart_style_init (&style, SAMEN_CHART_LIGHT);
  layout = samen_timeline_chart_layout (&chart, &style, 800, 400);
  g_assert_cmpfloat (layout->today, ==, samen_scale_place (&layout->days, DAY_2026 + 326));
  for (guint i = 0; i < layout->places->len; i++)
    {
      const SamenTimelinePlace *place = &g_array_index (layout->places, SamenTimelinePlace, i);

      late += place->late;
      g_assert_cmpint (place->late, ==, place->item == 2);
      g_assert_cmpint (
          isnan (place->first), ==,
          !(place->item == 1 || place->item == 3 || place->item == 4 || place->item == 6));
      g_assert_cmpint (isnan (place->reached), ==, place->item > 1);
      g_assert_cmpint (samen_timeline_layout_item_at (layout, place->due, place->y), ==,
                       place->item);
    }
  g_assert_cmpuint (late, ==, 1);
  g_assert_cmpint (samen_timeline_layout_item_at (layout, 795, 395), ==, -1);
}

static void
test_timeline_bare (void)
{
  const SamenTimelineItem odd[] = {
    { NULL, NAN, NAN, NAN },
    { NULL, DAY_2026, NAN, NAN },
    { "", NAN, NAN, DAY_2026 },
    { "Een titel zonder einde die nergens bij past, hoe breed de tekening ook wordt gemaakt, en "
      "dan "
      "nog een stuk",
      NAN, DAY_2026, NAN },
  };
  SamenTimelineChart chart = SAMEN_TIMELINE_CHART_INIT;
  SamenChartStyle style;

  samen_chart_style_init (&style, SAMEN_CHART_DARK);
  for (gsize n = 0; n <= G_N_ELEMENTS (odd); n++)
    for (int size = 10; size < 400; size += 30)
      {
        g_autoptr (SamenTimelineLayout) layout = NULL;
        cairo_surface_t *surface;

        chart.items = odd;
        chart.n_items = n;
        chart.empty_label = "Nog niets";
        layout = samen_timeline_chart_layout (&chart, &style, size, size);
        g_assert_cmpuint (layout->places->len, <=, 3);
        surface = draw_framed (draw_timeline, &chart, &style, size, size);
        cairo_surface_destroy (surface);
      }
}

/* ---- sheets to look at */

static void
draw_on_sheet (cairo_t *sheet,
               Draw draw,
               const void *chart,
               const SamenChartStyle *style,
               double x,
               double y,
               double width,
               double height)
{
  cairo_save (sheet);
  cairo_translate (sheet, x, y);
  draw (chart, style, sheet, width, height);
  cairo_restore (sheet);
}

static void
draw_sheet (cairo_t *cr, const SamenChartStyle *style)
{
  SamenTimelineChart line = timeline (G_N_ELEMENTS (items));
  SamenCriterionChart chart;

  cairo_set_source_rgb (cr, style->background.red, style->background.green, style->background.blue);
  cairo_paint (cr);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      chart = criterion (counts[i]);
      draw_on_sheet (cr, draw_criterion, &chart, style, 20 + i % 3 * 360, 20 + i / 3 * 240, 320,
                     200);
    }
  chart = criterion (7);
  chart.target_low = 30;
  chart.target_high = 40;
  chart.direction = SAMEN_CHART_DIRECTION_NONE;
  chart.target_label = "Doel 30 – 40 %";
  draw_on_sheet (cr, draw_criterion, &chart, style, 740, 260, 320, 200);
  chart = criterion (40);
  chart.direction = SAMEN_CHART_DIRECTION_DOWN;
  chart.target_low = chart.target_high = 52;
  chart.target_label = "Hoogstens 52 %";
  draw_on_sheet (cr, draw_criterion, &chart, style, 20, 500, 1040, 300);
  draw_on_sheet (cr, draw_timeline, &line, style, 20, 830, 320,
                 samen_timeline_chart_get_height (&line, style, 320));
  draw_on_sheet (cr, draw_timeline, &line, style, 400, 830, 660,
                 samen_timeline_chart_get_height (&line, style, 660));
}

static void
test_sheets (void)
{
  for (guint scheme = 0; scheme < G_N_ELEMENTS (scheme_names); scheme++)
    {
      g_autofree char *name = g_strdup_printf ("charts-%s.png", scheme_names[scheme]);
      g_autofree char *path = sample_output (name);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1080, 1200);
      cairo_t *cr = cairo_create (surface);
      SamenChartStyle style;

      samen_chart_style_init (&style, scheme);
      draw_sheet (cr, &style);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  int rc;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/sheets", test_sheets);
  g_test_add_func ("/chart/criterion/ink", test_criterion_ink);
  g_test_add_func ("/chart/criterion/labels", test_criterion_labels);
  g_test_add_func ("/chart/criterion/target", test_criterion_target);
  g_test_add_func ("/chart/criterion/bare", test_criterion_bare);
  g_test_add_func ("/chart/criterion/point-at", test_criterion_point_at);
  g_test_add_func ("/chart/timeline/ink", test_timeline_ink);
  g_test_add_func ("/chart/timeline/labels", test_timeline_labels);
  g_test_add_func ("/chart/timeline/markers", test_timeline_markers);
  g_test_add_func ("/chart/timeline/facts", test_timeline_facts);
  g_test_add_func ("/chart/timeline/bare", test_timeline_bare);
  rc = g_test_run ();
  pango_cairo_font_map_set_default (NULL);
  return rc;
}
