/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "chart/timeline-chart.h"
#include "pages/steps/timeline-drawing.h"
#include "rules/milestones.h"
#include "store/log.h"

/* A chart with the texts that it points to */
typedef struct
{
  SamenTimelineChart chart;
  GArray *items; /* SamenTimelineItem */
  GPtrArray *titles;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *self = data;

  g_array_unref (self->items);
  g_ptr_array_unref (self->titles);
  g_free (self);
}

/* Where it first stood, as the log has it */
static SamenDate
first_due_of (SamenStore *store, SamenMilestone *milestone)
{
  SamenDate first = samen_store_first_date (store, SAMEN_RECORD (milestone), "due");

  return samen_date_is_set (first) ? first : milestone->due;
}

static void
add_item (Drawing *self, SamenStore *store, SamenMilestone *milestone)
{
  SamenDate first_due = first_due_of (store, milestone);
  SamenTimelineItem item;

  g_ptr_array_add (self->titles, g_strdup (milestone->title));
  item.title = g_ptr_array_index (self->titles, self->titles->len - 1);
  item.first = samen_chart_day (first_due);
  item.due = samen_chart_day (milestone->due);
  item.reached = samen_chart_day (milestone->reached);
  g_array_append_val (self->items, item);
}

static Drawing *
drawing_new (SamenStore *store, GListModel *milestones)
{
  Drawing *self = g_new0 (Drawing, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (SamenTimelineItem));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (SamenMilestone) milestone = g_list_model_get_item (milestones, i);

      add_item (self, store, milestone);
    }
  self->chart = (SamenTimelineChart) SAMEN_TIMELINE_CHART_INIT;
  self->chart.items = (const SamenTimelineItem *) (gpointer) self->items->data;
  self->chart.n_items = self->items->len;
  self->chart.today = samen_date_days (samen_date_today ());
  self->chart.today_label = _ ("today");
  self->chart.time_text = samen_chart_time_text;
  return self;
}

static void
draw (cairo_t *cr, const SamenChartStyle *style, double width, double height, gpointer data)
{
  const Drawing *self = data;

  samen_timeline_chart_draw (&self->chart, style, cr, width, height);
}

static double
get_height (const SamenChartStyle *style, double width, gpointer data)
{
  const Drawing *self = data;

  return samen_timeline_chart_get_height (&self->chart, style, width);
}

static char *
describe (GListModel *milestones)
{
  guint counts[SAMEN_N_MILESTONE_STATES];
  guint all = samen_milestones_count (milestones, NULL, samen_date_today (), counts);

  return g_strdup_printf (ngettext ("%u milestone, %u reached and %u overdue",
                                    "%u milestones, %u reached and %u overdue", all),
                          all, counts[SAMEN_MILESTONE_REACHED] + counts[SAMEN_MILESTONE_CELEBRATED],
                          counts[SAMEN_MILESTONE_OVERDUE]);
}

void
samen_timeline_drawing_show (SamenChartView *view, SamenStore *store, GListModel *milestones)
{
  g_autofree char *description = describe (milestones);

  samen_chart_view_set (view, draw, get_height, drawing_new (store, milestones), drawing_free,
                        _ ("Milestones in time"), description);
}

void
samen_timeline_table_show (SamenFactTable *table, SamenStore *store, GListModel *milestones)
{
  const char *headers[] = { _ ("Milestone"), _ ("First due"), _ ("Due"), _ ("Reached"), NULL };

  samen_fact_table_begin (table, _ ("Milestones in time"), headers);
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (SamenMilestone) milestone = g_list_model_get_item (milestones, i);
      g_autofree char *first = samen_date_format (first_due_of (store, milestone), NULL);
      g_autofree char *due = samen_date_format (milestone->due, NULL);
      g_autofree char *reached = samen_date_format (milestone->reached, NULL);
      const char *cells[] = { milestone->title, first, due, reached };

      samen_fact_table_add (table, cells);
    }
}
