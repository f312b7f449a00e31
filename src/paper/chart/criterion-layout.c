/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "chart/criterion-private.h"

#include <math.h>

typedef struct
{
  const SamenCriterionChart *chart;
  const SamenChartStyle *style;
  SamenCriterionLayout *layout;
  PangoContext *context;
  GArray *marks; /* of SamenRect: where markers are */
  GArray *lines; /* of SamenRect: where lines pass */
} Placer;

static void
extend (double *low, double *high, double value)
{
  if (!isfinite (value))
    return;
  *low = isfinite (*low) ? MIN (*low, value) : value;
  *high = isfinite (*high) ? MAX (*high, value) : value;
}

gboolean
samen_criterion_is_drawn (const SamenChartPoint *point)
{
  return isfinite (point->day) && isfinite (point->value);
}

double
samen_criterion_goal (const SamenCriterionChart *chart)
{
  double low = chart->target_low;
  double high = chart->target_high;

  if (!isfinite (low) || !isfinite (high))
    return isfinite (low) ? low : high;
  if (low == high || chart->baseline < low)
    return low;
  return chart->baseline > high ? high : (low + high) / 2;
}

/* Lays the scale of the values, with their ticks and labels. */
static void
place_values (Placer *placer, double top, double foot)
{
  const SamenCriterionChart *chart = placer->chart;
  double size = placer->style->font_size;
  double low = NAN;
  double high = NAN;
  guint decimals = 0;
  guint most = (guint) CLAMP ((foot - top) / (size * 2.4) + 1, 2, 6);
  GArray *ticks;

  for (gsize i = 0; i < chart->n_points; i++)
    if (samen_criterion_is_drawn (&chart->points[i]))
      extend (&low, &high, chart->points[i].value);
  extend (&low, &high, chart->baseline);
  extend (&low, &high, chart->target_low);
  extend (&low, &high, chart->target_high);
  if (!isfinite (low))
    {
      placer->layout->value_ticks = g_array_new (FALSE, FALSE, sizeof (double));
      placer->layout->values = (SamenScale) { 0, 1, foot, top };
      return;
    }
  /* from zero where that costs little: heights are then true */
  if (low > 0 && low < high - low)
    low = 0;

  ticks = samen_value_ticks (low, high, most, &decimals);
  placer->layout->value_ticks = ticks;
  placer->layout->values = (SamenScale) {
    g_array_index (ticks, double, 0),
    g_array_index (ticks, double, ticks->len - 1),
    foot,
    top,
  };
  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);
      g_autofree char *text = chart->value_text != NULL
                                  ? chart->value_text (value, decimals, chart->user_data)
                                  : g_strdup_printf ("%.*f", (int) decimals, value);
      SamenRect rect;

      samen_chart_text_size (placer->context, placer->style, SAMEN_LABEL_TICK, text,
                             placer->layout->width / 3, &rect);
      rect.x = 0;
      rect.y = samen_scale_place (&placer->layout->values, value) - rect.height / 2;
      if (samen_labels_leave_free (placer->layout->labels, &rect, 1))
        samen_labels_add (placer->layout->labels, SAMEN_LABEL_TICK, text, &rect);
    }
}

/* Aligns the labels of the values at their right; returns where that is. */
static double
align_value_labels (Placer *placer)
{
  GArray *labels = placer->layout->labels;
  double width = 0;

  for (guint i = 0; i < labels->len; i++)
    width = MAX (width, g_array_index (labels, SamenChartLabel, i).width);
  for (guint i = 0; i < labels->len; i++)
    g_array_index (labels, SamenChartLabel, i).x =
        width - g_array_index (labels, SamenChartLabel, i).width;
  return width;
}

static void
place_days (Placer *placer, double left, double right, double y)
{
  const SamenCriterionChart *chart = placer->chart;
  SamenCriterionLayout *layout = placer->layout;
  double first = NAN;
  double last = NAN;

  for (gsize i = 0; i < chart->n_points; i++)
    if (samen_criterion_is_drawn (&chart->points[i]))
      extend (&first, &last, chart->points[i].day);
  extend (&first, &last, chart->start);
  extend (&first, &last, chart->due);
  if (!isfinite (first))
    {
      layout->day_ticks = g_array_new (FALSE, FALSE, sizeof (SamenTimeTick));
      layout->days = (SamenScale) { 0, 1, left, right };
      return;
    }
  samen_days_widen (&first, &last);
  layout->days = (SamenScale) { first, last, left, right };
  layout->day_ticks =
      samen_labels_add_days (layout->labels, placer->context, placer->style, &layout->days, y,
                             layout->width, chart->time_text, chart->user_data);
}

static void
add_mark (Placer *placer, double x, double y, double radius)
{
  SamenRect rect = { x - radius, y - radius, 2 * radius, 2 * radius };

  g_array_append_val (placer->marks, rect);
}

/* A line as small squares along it, so that a label can be kept off it. */
static void
add_line (Placer *placer, double x1, double y1, double x2, double y2)
{
  int n = (int) CLAMP (ceil (hypot (x2 - x1, y2 - y1) / 4), 1, 1000);

  for (int i = 0; i <= n; i++)
    {
      SamenRect rect = { x1 + (x2 - x1) * i / n - 1, y1 + (y2 - y1) * i / n - 1, 2, 2 };

      g_array_append_val (placer->lines, rect);
    }
}

static void
add_obstacles (Placer *placer)
{
  const SamenCriterionChart *chart = placer->chart;
  const SamenCriterionLayout *layout = placer->layout;
  double radius = placer->style->font_size * 0.4;
  double goal = samen_scale_place (&layout->values, samen_criterion_goal (chart));
  double start_x = samen_scale_place (&layout->days, chart->start);
  double start_y = samen_scale_place (&layout->values, chart->baseline);
  double due_x = samen_scale_place (&layout->days, chart->due);
  double last_x = NAN;
  double last_y = NAN;

  for (gsize i = 0; i < chart->n_points; i++)
    if (samen_criterion_is_drawn (&chart->points[i]))
      {
        double x = samen_scale_place (&layout->days, chart->points[i].day);
        double y = samen_scale_place (&layout->values, chart->points[i].value);

        add_mark (placer, x, y, radius);
        if (isfinite (last_x))
          add_line (placer, last_x, last_y, x, y);
        last_x = x;
        last_y = y;
      }
  if (isfinite (start_x) && isfinite (start_y))
    add_mark (placer, start_x, start_y, radius);
  if (isfinite (due_x) && isfinite (goal))
    add_mark (placer, due_x, goal, radius);
  add_line (placer, layout->days.start, layout->values.start, layout->days.end,
            layout->values.start);
  if (isfinite (start_x) && isfinite (start_y) && isfinite (due_x) && isfinite (goal))
    add_line (placer, start_x, start_y, due_x, goal);
}

static gboolean
leaves_free (GArray *rects, const SamenRect *rect)
{
  for (guint i = 0; i < rects->len; i++)
    if (samen_rects_overlap (rect, &g_array_index (rects, SamenRect, i), 1))
      return FALSE;
  return TRUE;
}

/* Adds the label at the first of @spots (corners at the top left) that is
 * free; first off lines, then off markers, then off other labels only. What
 * can be read elsewhere too is rather left out than drawn upon. */
static void
place_label (Placer *placer,
             SamenChartLabelRole role,
             const char *text,
             SamenRect rect,
             const double (*spots)[2],
             guint n_spots)
{
  int least = role == SAMEN_LABEL_BASELINE ? 2 : 0;

  for (int strictness = 2; strictness >= least; strictness--)
    for (guint i = 0; i < n_spots; i++)
      {
        rect.x = spots[i][0];
        rect.y = spots[i][1];
        if (samen_rect_within (&rect, placer->layout->width, placer->layout->height) &&
            samen_labels_leave_free (placer->layout->labels, &rect, 2) &&
            (strictness < 1 || leaves_free (placer->marks, &rect)) &&
            (strictness < 2 || leaves_free (placer->lines, &rect)))
          {
            samen_labels_add (placer->layout->labels, role, text, &rect);
            return;
          }
      }
}

/* Above or below the line of the target, wherever along it there is room. */
static void
place_target_label (Placer *placer)
{
  const SamenCriterionLayout *layout = placer->layout;
  double left = layout->days.start;
  double right = layout->days.end;
  double high = samen_scale_place (&layout->values, placer->chart->target_high);
  double low = samen_scale_place (&layout->values, placer->chart->target_low);
  double spots[16][2];
  SamenRect rect;

  high = isfinite (high) ? high : low;
  low = isfinite (low) ? low : high;
  if (placer->chart->target_label == NULL || !isfinite (high))
    return;

  samen_chart_text_size (placer->context, placer->style, SAMEN_LABEL_TARGET,
                         placer->chart->target_label, right - left, &rect);
  for (guint i = 0; i < 8; i++)
    {
      spots[2 * i][0] = spots[2 * i + 1][0] = left + (right - left - rect.width) * i / 7.0;
      spots[2 * i][1] = high - rect.height - 2;
      spots[2 * i + 1][1] = low + 2;
    }
  place_label (placer, SAMEN_LABEL_TARGET, placer->chart->target_label, rect, spots, 16);
}

/* Around a marker at @x, @y. */
static void
place_mark_label (Placer *placer, SamenChartLabelRole role, const char *text, double x, double y)
{
  double off = placer->style->font_size * 0.6;
  SamenRect rect;

  if (text == NULL || !isfinite (x) || !isfinite (y))
    return;

  samen_chart_text_size (placer->context, placer->style, role, text, placer->layout->width / 2,
                         &rect);
  {
    double right = MIN (x - rect.width / 2, placer->layout->width - rect.width);
    double middle = MAX (right, placer->layout->days.start - off / 2);
    const double spots[][2] = {
      { x + off, y - rect.height / 2 },
      { middle, y - off - rect.height },
      { middle, y + off },
      { x + off * 0.7, y - off * 0.5 - rect.height },
      { x + off * 0.7, y + off * 0.5 },
      { x - off * 0.7 - rect.width, y - off * 0.5 - rect.height },
      { x - off * 0.7 - rect.width, y + off * 0.5 },
      { x - off - rect.width, y - rect.height / 2 },
      { middle, y - off - 2 * rect.height },
      { middle, y + off + rect.height },
    };

    place_label (placer, role, text, rect, spots, G_N_ELEMENTS (spots));
  }
}

static void
add_target_lines (Placer *placer)
{
  const SamenCriterionLayout *layout = placer->layout;
  double values[] = { placer->chart->target_low, placer->chart->target_high };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      double y = samen_scale_place (&layout->values, values[i]);

      if (isfinite (y))
        add_line (placer, layout->days.start, y, layout->days.end, y);
    }
}

static void
place_empty_label (Placer *placer)
{
  const SamenCriterionLayout *layout = placer->layout;
  double spots[9][2];
  SamenRect rect;

  samen_chart_text_size (placer->context, placer->style, SAMEN_LABEL_NOTE,
                         placer->chart->empty_label, layout->days.end - layout->days.start, &rect);
  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      /* from the middle outwards: 0, 1, -1, 2, … */
      double step = (i % 2 == 0 ? -1.0 : 1.0) * ((i + 1) / 2) * rect.height;

      spots[i][0] = (layout->days.start + layout->days.end - rect.width) / 2;
      spots[i][1] = (layout->values.start + layout->values.end - rect.height) / 2 + step;
    }
  place_label (placer, SAMEN_LABEL_NOTE, placer->chart->empty_label, rect, spots, 9);
}

static void
place_labels (Placer *placer)
{
  const SamenCriterionChart *chart = placer->chart;
  const SamenCriterionLayout *layout = placer->layout;
  const SamenChartPoint *last = NULL;

  for (gsize i = 0; i < chart->n_points; i++)
    if (samen_criterion_is_drawn (&chart->points[i]))
      last = &chart->points[i];

  place_target_label (placer);
  add_target_lines (placer);
  if (last != NULL)
    place_mark_label (placer, SAMEN_LABEL_VALUE, chart->value_label,
                      samen_scale_place (&layout->days, last->day),
                      samen_scale_place (&layout->values, last->value));
  place_mark_label (placer, SAMEN_LABEL_BASELINE, chart->baseline_label,
                    samen_scale_place (&layout->days, chart->start),
                    samen_scale_place (&layout->values, chart->baseline));
  if (last == NULL && chart->empty_label != NULL)
    place_empty_label (placer);
}

SamenCriterionLayout *
samen_criterion_chart_layout (const SamenCriterionChart *chart,
                              const SamenChartStyle *style,
                              double width,
                              double height)
{
  SamenCriterionLayout *layout = g_new0 (SamenCriterionLayout, 1);
  PangoContext *context = samen_chart_context_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SamenRect));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SamenRect));
  Placer placer = { chart, style, layout, context, marks, lines };
  SamenRect line;
  double foot;
  double left;

  layout->width = width;
  layout->height = height;
  layout->labels = samen_chart_labels_new ();
  samen_chart_text_size (context, style, SAMEN_LABEL_TICK, "0", -1, &line);
  foot = height - line.height - style->font_size * 0.6;
  /* room above the highest line for the label of the target */
  place_values (&placer, line.height * 1.2, MAX (foot, line.height * 1.2 + 1));
  left = align_value_labels (&placer) + style->font_size * 0.5;
  place_days (&placer, left + style->font_size * 0.7,
              MAX (width - style->font_size * 0.9, left + style->font_size), height - line.height);
  add_obstacles (&placer);
  place_labels (&placer);
  g_object_unref (context);
  return layout;
}

void
samen_criterion_layout_free (SamenCriterionLayout *layout)
{
  g_array_unref (layout->day_ticks);
  g_array_unref (layout->value_ticks);
  g_array_unref (layout->labels);
  g_free (layout);
}
