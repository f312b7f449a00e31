/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "chart/chart-private.h"

#include <math.h>

PangoContext *
samen_chart_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static void
label_clear (gpointer data)
{
  SamenChartLabel *label = data;

  g_free (label->text);
}

GArray *
samen_chart_labels_new (void)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (SamenChartLabel));

  g_array_set_clear_func (labels, label_clear);
  return labels;
}

static PangoLayout *
layout_new (PangoContext *context,
            const SamenChartStyle *style,
            SamenChartLabelRole role,
            const char *text,
            double most)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family_static (font, style->family);
  pango_font_description_set_absolute_size (font, style->font_size * PANGO_SCALE);
  if (role == SAMEN_LABEL_VALUE || role == SAMEN_LABEL_TARGET)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  if (most >= 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) ceil (most * PANGO_SCALE));
    }
  return layout;
}

void
samen_chart_text_size (PangoContext *context,
                       const SamenChartStyle *style,
                       SamenChartLabelRole role,
                       const char *text,
                       double most,
                       SamenRect *rect)
{
  g_autoptr (PangoLayout) layout = layout_new (context, style, role, text, most);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  rect->width = (double) logical.width / PANGO_SCALE;
  rect->height = (double) logical.height / PANGO_SCALE;
}

gboolean
samen_rects_overlap (const SamenRect *a, const SamenRect *b, double gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap &&
         a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

gboolean
samen_rect_within (const SamenRect *rect, double width, double height)
{
  return rect->x >= -0.01 && rect->y >= -0.01 && rect->x + rect->width <= width + 0.01 &&
         rect->y + rect->height <= height + 0.01;
}

gboolean
samen_labels_leave_free (GArray *labels, const SamenRect *rect, double gap)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const SamenChartLabel *label = &g_array_index (labels, SamenChartLabel, i);
      SamenRect other = { label->x, label->y, label->width, label->height };

      if (samen_rects_overlap (rect, &other, gap))
        return FALSE;
    }
  return TRUE;
}

void
samen_labels_add (GArray *labels, SamenChartLabelRole role, const char *text, const SamenRect *rect)
{
  SamenChartLabel label = {
    role, g_strdup (text), rect->x, rect->y, rect->width, rect->height,
  };

  g_array_append_val (labels, label);
}

void
samen_days_widen (double *first, double *last)
{
  double lacking = 93 - (*last - *first);

  if (lacking > 0)
    {
      *first -= lacking / 2;
      *last += lacking / 2;
    }
}

static char *
plain_time_text (double day, SamenTimeUnit unit)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day + 1);
  if (unit == SAMEN_TIME_YEAR)
    return g_strdup_printf ("%d", g_date_get_year (&date));
  return g_strdup_printf ("%d-%02d", g_date_get_year (&date), g_date_get_month (&date));
}

/* Whether the labels of all ticks fit side by side; only then they are added. */
static gboolean
add_day_labels (GArray *labels,
                GArray *ticks,
                PangoContext *context,
                const SamenChartStyle *style,
                const SamenScale *days,
                double y,
                double width,
                SamenChartTimeText text,
                gpointer user_data)
{
  guint before = labels->len;

  for (guint i = 0; i < ticks->len; i++)
    {
      const SamenTimeTick *tick = &g_array_index (ticks, SamenTimeTick, i);
      g_autofree char *words = text != NULL ? text (tick->day, tick->unit, user_data)
                                            : plain_time_text (tick->day, tick->unit);
      SamenRect rect = { .y = y };

      samen_chart_text_size (context, style, SAMEN_LABEL_TICK, words, width, &rect);
      rect.x = samen_scale_place (days, tick->day) - rect.width / 2;
      rect.x = CLAMP (rect.x, 0, MAX (width - rect.width, 0));
      if (!samen_labels_leave_free (labels, &rect, style->font_size))
        {
          g_array_set_size (labels, before);
          return FALSE;
        }
      samen_labels_add (labels, SAMEN_LABEL_TICK, words, &rect);
    }
  return TRUE;
}

GArray *
samen_labels_add_days (GArray *labels,
                       PangoContext *context,
                       const SamenChartStyle *style,
                       const SamenScale *days,
                       double y,
                       double width,
                       SamenChartTimeText text,
                       gpointer user_data)
{
  guint most = (guint) CLAMP ((days->end - days->start) / (style->font_size * 2.5), 1, 12);

  for (; most > 0; most--)
    {
      GArray *ticks = samen_time_ticks (days->from, days->to, most);

      if (add_day_labels (labels, ticks, context, style, days, y, width, text, user_data))
        return ticks;
      /* fewer cannot be asked for than there are */
      most = MIN (most, ticks->len);
      g_array_unref (ticks);
    }
  return g_array_new (FALSE, FALSE, sizeof (SamenTimeTick));
}

void
samen_labels_draw (GArray *labels, PangoContext *context, const SamenChartStyle *style, cairo_t *cr)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const SamenChartLabel *label = &g_array_index (labels, SamenChartLabel, i);
      g_autoptr (PangoLayout) layout =
          layout_new (context, style, label->role, label->text, label->width + 0.1);

      switch (label->role)
        {
        case SAMEN_LABEL_TARGET:
          samen_chart_set_color (cr, &style->success, 1);
          break;
        case SAMEN_LABEL_VALUE:
        case SAMEN_LABEL_TITLE:
          samen_chart_set_color (cr, &style->foreground, 1);
          break;
        case SAMEN_LABEL_TODAY:
          samen_chart_set_color (cr, &style->accent, 1);
          break;
        case SAMEN_LABEL_TICK:
        case SAMEN_LABEL_BASELINE:
        case SAMEN_LABEL_NOTE:
        default:
          samen_chart_set_color (cr, &style->dim, 1);
          break;
        }
      cairo_move_to (cr, label->x, label->y);
      pango_cairo_show_layout (cr, layout);
    }
}

void
samen_labels_clip_out (GArray *labels, cairo_t *cr, double width, double height)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const SamenChartLabel *label = &g_array_index (labels, SamenChartLabel, i);

      /* one by one, for two holes that touch would fill each other */
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_rectangle (cr, label->x + label->width + 2, label->y, -label->width - 4, label->height);
      cairo_clip (cr);
    }
}
