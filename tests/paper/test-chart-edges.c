/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <math.h>
#include <string.h>

#include "chart/compass-chart.h"
#include "chart/criterion-chart.h"
#include "sample.h"

/* The charts at the edges of what people measure, in each scheme and with letters twice as large: to be
 * looked at; and that nothing of it is drawn outside its place. */

/* 1 January 2026, counted from 1 January of the year 1 */
#define DAY_2026 739616.0
#define WIDTH 340
#define HEIGHT 200

static const struct
{
  const char *what;
  guint n;
  SamenChartPoint points[3];
  double baseline, target;
  const char *target_label, *value_label;
} cases[] = {
  { "nothing", 0, {}, NAN, NAN, NULL, NULL },
  { "nothing with a target", 0, {}, 50, 90, "Streefwaarde 90 %", NULL },
  { "one", 1, { { DAY_2026 + 30, 62 } }, NAN, NAN, NULL, "62 %" },
  { "one at its target", 1, { { DAY_2026 + 30, 90 } }, NAN, 90, "Streefwaarde 90 %", "90 %" },
  { "one day", 3, { { DAY_2026, 3 }, { DAY_2026, 4 }, { DAY_2026, 8 } }, NAN, NAN, NULL, "8" },
  { "all the same", 2, { { DAY_2026, 0 }, { DAY_2026 + 90, 0 } }, 0, 0, "Streefwaarde 0", "0" },
  { "huge",
    2,
    { { DAY_2026, 1.2e9 }, { DAY_2026 + 90, 2.4e9 } },
    1e9,
    5e9,
    "Streefwaarde 5.000.000.000 €",
    "2.400.000.000 €" },
  { "tiny",
    2,
    { { DAY_2026, 0.0002 }, { DAY_2026 + 90, 0.00035 } },
    0.0001,
    0.0005,
    "Streefwaarde 0,0005",
    "0,00035" },
  { "below zero", 2, { { DAY_2026, -12 }, { DAY_2026 + 90, 4 } }, -20, 10, "Streefwaarde 10", "4" },
  { "a long unit",
    2,
    { { DAY_2026, 12 }, { DAY_2026 + 90, 14 } },
    10,
    20,
    "Streefwaarde 20 begeleide dagdelen per student per schooljaar",
    "14 begeleide dagdelen per student per schooljaar" },
  { "centuries", 2, { { 0, 1 }, { DAY_2026, 2 } }, NAN, NAN, NULL, "2" },
};

static SamenCriterionChart
chart_of (guint i)
{
  return (SamenCriterionChart) {
    .points = cases[i].points,
    .n_points = cases[i].n,
    .baseline = cases[i].baseline,
    .target_low = cases[i].target,
    .target_high = cases[i].target,
    .start = DAY_2026 - 60,
    .due = DAY_2026 + 500,
    .direction = SAMEN_CHART_DIRECTION_UP,
    .target_label = cases[i].target_label,
    .value_label = cases[i].value_label,
    .empty_label = "Nog niets gemeten",
  };
}

static cairo_surface_t *
sheet_new (double width, double height, const SamenChartStyle *style, cairo_t **cr)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, style->background.red, style->background.green,
                        style->background.blue);
  cairo_paint (*cr);
  return surface;
}

static void
sheet_write (cairo_surface_t *surface, cairo_t *cr, const char *format, guint scheme, guint scale)
{
  static const char *const names[] = { "light", "dark", "light-contrast", "dark-contrast",
                                       "paper" };
  g_autofree char *name = g_strdup_printf ("%s-%s-%u.png", format, names[scheme], scale);
  g_autofree char *path = sample_output (name);

  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
test_sheets (void)
{
  for (guint scheme = 0; scheme <= SAMEN_CHART_PAPER; scheme++)
    for (guint scale = 1; scale <= 2; scale++)
      {
        SamenChartStyle style;
        cairo_surface_t *surface;
        cairo_t *cr;

        samen_chart_style_init (&style, scheme);
        style.font_size *= scale;
        surface = sheet_new (3 * WIDTH + 40, 4 * HEIGHT + 100, &style, &cr);
        for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
          {
            SamenCriterionChart chart = chart_of (i);

            cairo_save (cr);
            cairo_translate (cr, 10 + i % 3 * (WIDTH + 10), 10 + i / 3 * (HEIGHT + 20));
            samen_criterion_chart_draw (&chart, &style, cr, WIDTH, HEIGHT);
            cairo_restore (cr);
          }
        sheet_write (surface, cr, "edges", scheme, scale);
      }
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const SamenChartColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) +
         0.0722 * linear (color->blue);
}

/* As WCAG 2.2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
static double
contrast (const SamenChartColor *one, const SamenChartColor *other)
{
  double light = MAX (luminance (one), luminance (other));
  double dark = MIN (luminance (one), luminance (other));

  return (light + 0.05) / (dark + 0.05);
}

/* Any of the colours is that of a text somewhere, on a page or on a card of libadwaita */
static void
test_contrast (void)
{
  static const SamenChartColor grounds[][2] = {
    [SAMEN_CHART_LIGHT] = { { 1, 1, 1, 1 }, { 0.98, 0.98, 0.984, 1 } },
    [SAMEN_CHART_DARK] = { { 0.133, 0.133, 0.149, 1 }, { 0.203, 0.203, 0.217, 1 } },
    [SAMEN_CHART_LIGHT_CONTRAST] = { { 1, 1, 1, 1 }, { 0.98, 0.98, 0.984, 1 } },
    [SAMEN_CHART_DARK_CONTRAST] = { { 0.133, 0.133, 0.149, 1 }, { 0.203, 0.203, 0.217, 1 } },
    [SAMEN_CHART_PAPER] = { { 1, 1, 1, 1 }, { 1, 1, 1, 1 } },
  };

  for (guint scheme = 0; scheme <= SAMEN_CHART_PAPER; scheme++)
    {
      SamenChartStyle style;

      samen_chart_style_init (&style, scheme);
      for (guint i = 0; i < 2; i++)
        {
          const SamenChartColor *ground = &grounds[scheme][i];
          const double least = style.high_contrast ? 7 : 4.5;

          g_assert_cmpfloat (contrast (&style.foreground, ground), >=, 7);
          g_assert_cmpfloat (contrast (&style.dim, ground), >=, least);
          g_assert_cmpfloat (contrast (&style.accent, ground), >=, least);
          g_assert_cmpfloat (contrast (&style.success, ground), >=, least);
          g_assert_cmpfloat (contrast (&style.warning, ground), >=, least);
        }
    }
}

/* Every label is within the chart, and no two lie on each other */
static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint scale = 1; scale <= 2; scale++)
      {
        SamenCriterionChart chart = chart_of (i);
        SamenChartStyle style;
        SamenCriterionLayout *layout;

        samen_chart_style_init (&style, SAMEN_CHART_LIGHT);
        style.font_size *= scale;
        layout = samen_criterion_chart_layout (&chart, &style, WIDTH, HEIGHT);
        g_test_message ("%s, %u", cases[i].what, scale);
        for (guint j = 0; j < layout->labels->len; j++)
          {
            const SamenChartLabel *one = &g_array_index (layout->labels, SamenChartLabel, j);

            g_assert_cmpfloat (one->x, >=, -0.5);
            g_assert_cmpfloat (one->x + one->width, <=, WIDTH + 0.5);
            for (guint k = 0; k < j; k++)
              {
                const SamenChartLabel *other = &g_array_index (layout->labels, SamenChartLabel, k);

                g_assert_true (
                    one->x + one->width <= other->x || other->x + other->width <= one->x ||
                    one->y + one->height <= other->y || other->y + other->height <= one->y);
              }
          }
        samen_criterion_layout_free (layout);
      }
}

static const SamenCompassFill sectors[] = {
  SAMEN_COMPASS_LOW,  SAMEN_COMPASS_FULL,  SAMEN_COMPASS_HALF,
  SAMEN_COMPASS_FULL, SAMEN_COMPASS_EMPTY, SAMEN_COMPASS_EMPTY,
};

static void
test_compass_sheets (void)
{
  const SamenCompassChart chart = { sectors, G_N_ELEMENTS (sectors) };

  for (guint scheme = 0; scheme <= SAMEN_CHART_PAPER; scheme++)
    for (guint scale = 1; scale <= 2; scale++)
      {
        SamenChartStyle style;
        cairo_surface_t *surface;
        cairo_t *cr;

        samen_chart_style_init (&style, scheme);
        style.font_size *= scale;
        surface = sheet_new (210 * scale, 210 * scale, &style, &cr);
        samen_compass_chart_draw (&chart, &style, cr, 210 * scale, 210 * scale);
        sheet_write (surface, cr, "compass", scheme, scale);
      }
}

/* How much ink there is of one sector, without any colour */
static guint
ink_of (SamenCompassFill fill)
{
  const SamenCompassChart chart = { &fill, 1 };
  SamenChartStyle style;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 200, 200);
  cairo_t *cr = cairo_create (surface);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  guint ink = 0;

  samen_chart_style_init (&style, SAMEN_CHART_LIGHT);
  samen_compass_chart_draw (&chart, &style, cr, 200, 200);
  cairo_surface_flush (surface);
  for (int i = 0; i < cairo_image_surface_get_stride (surface) * 200; i++)
    ink += pixels[i];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

/* Told by how far it reaches and by its mark: who sees no colour sees a difference all the same */
static void
test_compass_without_colour (void)
{
  g_assert_cmpuint (ink_of (SAMEN_COMPASS_EMPTY), <, ink_of (SAMEN_COMPASS_LOW));
  g_assert_cmpuint (ink_of (SAMEN_COMPASS_LOW), <, ink_of (SAMEN_COMPASS_HALF));
  g_assert_cmpuint (ink_of (SAMEN_COMPASS_HALF), <, ink_of (SAMEN_COMPASS_FULL));
}

/* In no room at all there is nothing to draw */
static void
test_compass_bare (void)
{
  const SamenCompassChart none = { NULL, 0 };
  const SamenCompassChart chart = { sectors, G_N_ELEMENTS (sectors) };
  SamenChartStyle style;
  cairo_surface_t *surface;
  cairo_t *cr;

  samen_chart_style_init (&style, SAMEN_CHART_DARK);
  surface = sheet_new (40, 40, &style, &cr);
  samen_compass_chart_draw (&none, &style, cr, 40, 40);
  for (int size = 0; size < 40; size += 3)
    samen_compass_chart_draw (&chart, &style, cr, size, 40);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-edges/sheets", test_sheets);
  g_test_add_func ("/chart-edges/contrast", test_contrast);
  g_test_add_func ("/chart-edges/labels", test_labels);
  g_test_add_func ("/chart-edges/compass/sheets", test_compass_sheets);
  g_test_add_func ("/chart-edges/compass/without-colour", test_compass_without_colour);
  g_test_add_func ("/chart-edges/compass/bare", test_compass_bare);
  return g_test_run ();
}
