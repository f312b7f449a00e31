/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "chart/chart-private.h"
#include "chart/timeline-chart.h"

#include <math.h>

/* An item before it has a row. */
typedef struct
{
  guint item;
  double day;  /* the first that is known */
  double left; /* of its markers */
  double right;
  SamenRect title; /* x is set; y is from the top of its row */
  gboolean above;  /* its title has a row of its own, above its markers */
} Slot;

typedef struct
{
  const SamenTimelineChart *chart;
  const SamenChartStyle *style;
  SamenTimelineLayout *layout;
  PangoContext *context;
  GArray *slots;
  double line;   /* height of a text */
  double pitch;  /* from row to row */
  double radius; /* of a marker, with what is around it */
} Placer;

static double
least (double a, double b)
{
  return fmin (a, b); /* of which fmin() knows what NAN is */
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const Slot *one = a;
  const Slot *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return one->item < other->item ? -1 : 1;
}

static void
collect_slots (Placer *placer)
{
  const SamenTimelineChart *chart = placer->chart;
  double first = chart->today;
  double last = chart->today;

  for (guint i = 0; i < chart->n_items; i++)
    {
      const SamenTimelineItem *item = &chart->items[i];
      Slot slot = { .item = i, .day = least (least (item->first, item->due), item->reached) };

      if (isnan (slot.day))
        continue;
      first = fmin (first, slot.day);
      last = fmax (last, fmax (fmax (item->first, item->due), item->reached));
      g_array_append_val (placer->slots, slot);
    }
  g_array_sort (placer->slots, compare_slots);
  if (isnan (first))
    first = last = 0;
  samen_days_widen (&first, &last);
  placer->layout->days.from = first;
  placer->layout->days.to = last;
}

/* Beside its markers where that fits, and else above them. */
static void
place_title (Placer *placer, Slot *slot)
{
  const SamenTimelineItem *item = &placer->chart->items[slot->item];
  const SamenScale *days = &placer->layout->days;
  double first = samen_scale_place (days, item->first);
  double due = samen_scale_place (days, item->due);
  double reached = samen_scale_place (days, item->reached);
  double width = placer->layout->width;
  double gap = placer->style->font_size * 0.3;

  slot->left = fmin (fmin (first, due), reached) - placer->radius;
  slot->right = fmax (fmax (first, due), reached) + placer->radius;
  samen_chart_text_size (placer->context, placer->style, SAMEN_LABEL_TITLE,
                         item->title != NULL ? item->title : "", width, &slot->title);
  slot->title.x = slot->right + gap;
  if (slot->title.x + slot->title.width <= width)
    return;
  slot->title.x = slot->left - gap - slot->title.width;
  if (slot->title.x >= 0)
    return;
  slot->above = TRUE;
  slot->title.x = CLAMP (slot->left, 0, width - slot->title.width);
}

static gboolean
is_free (GArray *taken, guint row, double left, double right)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const SamenRect *rect = &g_array_index (taken, SamenRect, i);

      if ((guint) rect->y == row && left < rect->x + rect->width && rect->x < right)
        return FALSE;
    }
  return TRUE;
}

static void
take (GArray *taken, guint row, double left, double right)
{
  SamenRect rect = { left, row, right - left, 1 };

  g_array_append_val (taken, rect);
}

/* Gives a slot the first row with room for it; returns the row of its markers. */
static guint
find_row (Placer *placer, GArray *taken, Slot *slot)
{
  double gap = placer->style->font_size * 0.8;
  double left = MIN (slot->left, slot->title.x);
  double right = MAX (slot->right, slot->title.x + slot->title.width);

  for (guint row = 0;; row++)
    {
      if (!slot->above && is_free (taken, row, left - gap, right + gap))
        {
          take (taken, row, left, right);
          return row;
        }
      if (slot->above && is_free (taken, row, left - gap, right + gap) &&
          is_free (taken, row + 1, slot->left - gap, slot->right + gap))
        {
          take (taken, row, left, right);
          take (taken, row + 1, slot->left, slot->right);
          return row + 1;
        }
    }
}

static void
place_rows (Placer *placer)
{
  const SamenTimelineChart *chart = placer->chart;
  SamenTimelineLayout *layout = placer->layout;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (SamenRect));

  for (guint i = 0; i < placer->slots->len; i++)
    {
      Slot *slot = &g_array_index (placer->slots, Slot, i);
      const SamenTimelineItem *item = &chart->items[slot->item];
      SamenTimelinePlace place = { .item = slot->item, .first = NAN, .due = NAN, .reached = NAN };

      place_title (placer, slot);
      place.row = find_row (placer, taken, slot);
      place.y = layout->top + (place.row + 0.5) * placer->pitch;
      place.due = samen_scale_place (&layout->days, isnan (item->due) ? item->first : item->due);
      place.reached = samen_scale_place (&layout->days, item->reached);
      if (item->first != item->due && !isnan (item->due))
        place.first = samen_scale_place (&layout->days, item->first);
      place.late = isnan (item->reached) && !isnan (item->due) && item->due < chart->today;
      slot->title.y = place.y - slot->title.height / 2 - (slot->above ? placer->pitch * 0.9 : 0);
      layout->n_rows = MAX (layout->n_rows, place.row + 1);
      g_array_append_val (layout->places, place);
    }
}

/* Rows that do not fit fall away, with their titles. */
static void
add_titles (Placer *placer)
{
  SamenTimelineLayout *layout = placer->layout;

  for (guint i = placer->slots->len; i-- > 0;)
    if (g_array_index (layout->places, SamenTimelinePlace, i).y + placer->pitch / 2 >
        layout->foot + 1)
      {
        g_array_remove_index (layout->places, i);
        g_array_remove_index (placer->slots, i);
      }
  for (guint i = 0; i < placer->slots->len; i++)
    {
      const Slot *slot = &g_array_index (placer->slots, Slot, i);
      const char *title = placer->chart->items[slot->item].title;

      if (title != NULL && *title != '\0')
        samen_labels_add (layout->labels, SAMEN_LABEL_TITLE, title, &slot->title);
    }
}

static void
place_today (Placer *placer)
{
  SamenTimelineLayout *layout = placer->layout;
  const char *text = placer->chart->today_label;
  SamenRect rect = { 0 };

  layout->today = samen_scale_place (&layout->days, placer->chart->today);
  if (isnan (layout->today) || text == NULL)
    return;
  samen_chart_text_size (placer->context, placer->style, SAMEN_LABEL_TODAY, text, layout->width,
                         &rect);
  rect.x = CLAMP (layout->today - rect.width / 2, 0, MAX (layout->width - rect.width, 0));
  if (rect.height < layout->foot)
    samen_labels_add (layout->labels, SAMEN_LABEL_TODAY, text, &rect);
}

static void
add_empty_label (Placer *placer)
{
  SamenTimelineLayout *layout = placer->layout;
  SamenRect rect;

  if (placer->chart->empty_label == NULL)
    return;
  samen_chart_text_size (placer->context, placer->style, SAMEN_LABEL_NOTE,
                         placer->chart->empty_label, layout->width, &rect);
  rect.x = (layout->width - rect.width) / 2;
  rect.y = (layout->top + layout->foot - rect.height) / 2;
  if (rect.y >= 0 && samen_labels_leave_free (layout->labels, &rect, 2))
    samen_labels_add (layout->labels, SAMEN_LABEL_NOTE, placer->chart->empty_label, &rect);
}

static void
placer_init (Placer *placer, double width)
{
  SamenTimelineLayout *layout = placer->layout;
  SamenRect line;

  samen_chart_text_size (placer->context, placer->style, SAMEN_LABEL_TICK, "0", -1, &line);
  placer->line = line.height;
  placer->pitch = line.height * 1.55;
  placer->radius = placer->style->font_size * 0.55;
  layout->width = width;
  layout->top = placer->chart->today_label != NULL ? line.height * 1.3 : line.height * 0.3;
  layout->days.start = placer->radius + 1;
  layout->days.end = MAX (width - placer->radius - 1, layout->days.start + 1);
  layout->labels = samen_chart_labels_new ();
  layout->places = g_array_new (FALSE, FALSE, sizeof (SamenTimelinePlace));
  collect_slots (placer);
  place_rows (placer);
}

SamenTimelineLayout *
samen_timeline_chart_layout (const SamenTimelineChart *chart,
                             const SamenChartStyle *style,
                             double width,
                             double height)
{
  SamenTimelineLayout *layout = g_new0 (SamenTimelineLayout, 1);
  PangoContext *context = samen_chart_context_new ();
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  Placer placer = { .chart = chart,
                    .style = style,
                    .layout = layout,
                    .context = context,
                    .slots = slots };

  placer_init (&placer, width);
  layout->height = height;
  layout->foot = height - placer.line - style->font_size * 0.6;
  add_titles (&placer);
  place_today (&placer);
  layout->day_ticks =
      samen_labels_add_days (layout->labels, context, style, &layout->days, height - placer.line,
                             width, chart->time_text, chart->user_data);
  if (slots->len == 0)
    add_empty_label (&placer);
  g_object_unref (context);
  return layout;
}

double
samen_timeline_chart_get_height (const SamenTimelineChart *chart,
                                 const SamenChartStyle *style,
                                 double width)
{
  g_autoptr (SamenTimelineLayout) layout = g_new0 (SamenTimelineLayout, 1);
  PangoContext *context = samen_chart_context_new ();
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  Placer placer = { .chart = chart,
                    .style = style,
                    .layout = layout,
                    .context = context,
                    .slots = slots };

  placer_init (&placer, width);
  g_object_unref (context);
  return ceil (layout->top + MAX (layout->n_rows, 2) * placer.pitch + placer.line +
               style->font_size * 0.8);
}

void
samen_timeline_layout_free (SamenTimelineLayout *layout)
{
  g_clear_pointer (&layout->day_ticks, g_array_unref);
  g_array_unref (layout->places);
  g_array_unref (layout->labels);
  g_free (layout);
}
