/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/steps/reaching.h"
#include "pages/steps/steps-page.h"
#include "pages/steps/steps-section.h"
#include "pages/steps/success-book-dialog.h"
#include "pages/steps/timeline-drawing.h"
#include "widgets/chart-view.h"
#include "widgets/fact-table.h"
#include "widgets/toast.h"

struct _SamenStepsPage
{
  SamenPage parent_instance;
  GListModel *milestones;

  GtkStack *stack;
  SamenChartView *timeline;
  GtkExpander *table_expander;
  SamenFactTable *table;
  AdwToggleGroup *filter;
  GtkListBox *goal_list;
  AdwBin *rest_bin; /* the milestones without a goal */
};

G_DEFINE_FINAL_TYPE (SamenStepsPage, samen_steps_page, SAMEN_TYPE_PAGE)

static SamenStepsSection *
section_at (SamenStepsPage *self, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->goal_list, place);

  return row != NULL ? SAMEN_STEPS_SECTION (row) : NULL;
}

static SamenStepsSection *
rest_section (SamenStepsPage *self)
{
  return SAMEN_STEPS_SECTION (adw_bin_get_child (self->rest_bin));
}

static SamenStepsFilter
get_filter (SamenStepsPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->filter);

  if (g_strcmp0 (name, "ahead") == 0)
    return SAMEN_STEPS_AHEAD;
  return g_strcmp0 (name, "reached") == 0 ? SAMEN_STEPS_REACHED : SAMEN_STEPS_ALL;
}

static GtkWidget *
make_section (gpointer goal, gpointer data)
{
  SamenStepsPage *self = data;
  GtkWidget *section =
      samen_steps_section_new (samen_page_get_store (SAMEN_PAGE (self)), self->milestones, goal);

  samen_steps_section_set_filter (SAMEN_STEPS_SECTION (section), get_filter (self));
  return section;
}

static void
filter_cb (SamenStepsPage *self)
{
  SamenStepsSection *section;

  /* As the page is made, or closed */
  if (self->rest_bin == NULL || adw_bin_get_child (self->rest_bin) == NULL)
    return;
  for (int i = 0; (section = section_at (self, i)) != NULL; i++)
    samen_steps_section_set_filter (section, get_filter (self));
  samen_steps_section_set_filter (rest_section (self), get_filter (self));
}

static void
update_table_cb (SamenStepsPage *self)
{
  if (gtk_expander_get_expanded (self->table_expander))
    samen_timeline_table_show (self->table, samen_page_get_store (SAMEN_PAGE (self)),
                               self->milestones);
}

static void
samen_steps_page_fill (SamenPage *page)
{
  SamenStepsPage *self = SAMEN_STEPS_PAGE (page);
  SamenStore *store = samen_page_get_store (page);

  self->milestones = samen_store_list (store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  samen_page_bind_list (page, self->goal_list,
                        samen_store_list (store, SAMEN_TYPE_GOAL, NULL, NULL), make_section);
  adw_bin_set_child (self->rest_bin, make_section (NULL, self));
}

static void
samen_steps_page_update (SamenPage *page)
{
  SamenStepsPage *self = SAMEN_STEPS_PAGE (page);
  gboolean empty = g_list_model_get_n_items (self->milestones) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "milestones");
  samen_timeline_drawing_show (self->timeline, samen_page_get_store (page), self->milestones);
  update_table_cb (self);
}

static void
toggle (SamenStepsPage *self, SamenMilestone *milestone)
{
  SamenStore *store = samen_page_get_store (SAMEN_PAGE (self));
  gboolean reach = !samen_date_is_set (milestone->reached);
  gboolean joy = reach && samen_reaching_is_joy (store, milestone);
  g_autoptr (SamenEdit) edit =
      samen_edit_new (reach ? NC_ ("edit", "Reach Milestone") : NC_ ("edit", "Reopen Milestone"));
  g_autoptr (GError) error = NULL;

  samen_edit_set (edit, SAMEN_RECORD (milestone), "reached",
                  samen_value (reach ? samen_date_today () : SAMEN_DATE_NONE));
  if (!samen_store_apply (store, edit, &error))
    samen_toast (GTK_WIDGET (self), error->message);
  else if (reach)
    samen_reaching_offer (GTK_WIDGET (self), milestone, joy);
  else
    samen_toast_undo (GTK_WIDGET (self), _ ("Milestone reopened"));
}

static void
toggle_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  SamenStepsPage *self = SAMEN_STEPS_PAGE (widget);
  g_autoptr (SamenMilestone) milestone =
      samen_store_get (samen_page_get_store (SAMEN_PAGE (self)), SAMEN_TYPE_MILESTONE,
                       g_variant_get_string (id, NULL));

  if (milestone != NULL)
    toggle (self, milestone);
}

static void
success_book_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  adw_dialog_present (samen_success_book_dialog_new (samen_page_get_store (SAMEN_PAGE (widget))),
                      widget);
}

static void
samen_steps_page_print (SamenPage *page)
{
  samen_success_book_print (GTK_WIDGET (page), samen_page_get_store (page));
}

static GtkWidget *
samen_steps_page_find (SamenPage *page, SamenRecord *record)
{
  SamenStepsPage *self = SAMEN_STEPS_PAGE (page);
  GtkWidget *found = NULL;
  SamenStepsSection *section;

  /* What is looked for is to be seen */
  adw_toggle_group_set_active_name (self->filter, "all");
  for (int i = 0; found == NULL && (section = section_at (self, i)) != NULL; i++)
    found = samen_steps_section_find (section, record);
  return found != NULL ? found : samen_steps_section_find (rest_section (self), record);
}

static void
samen_steps_page_dispose (GObject *object)
{
  SamenStepsPage *self = SAMEN_STEPS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_STEPS_PAGE);
  g_clear_object (&self->milestones);
  G_OBJECT_CLASS (samen_steps_page_parent_class)->dispose (object);
}

static void
samen_steps_page_class_init (SamenStepsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_steps_page_dispose;
  SAMEN_PAGE_CLASS (klass)->fill = samen_steps_page_fill;
  SAMEN_PAGE_CLASS (klass)->update = samen_steps_page_update;
  SAMEN_PAGE_CLASS (klass)->find = samen_steps_page_find;
  SAMEN_PAGE_CLASS (klass)->print = samen_steps_page_print;
  SAMEN_PAGE_CLASS (klass)->print_label = N_ ("_Print the Success Book…");
  g_type_ensure (SAMEN_TYPE_CHART_VIEW);
  g_type_ensure (SAMEN_TYPE_FACT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/steps-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, table_expander);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, table);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, goal_list);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, rest_bin);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_table_cb);
  gtk_widget_class_install_action (widget_class, "steps.toggle", "s", toggle_cb);
  gtk_widget_class_install_action (widget_class, "steps.success-book", NULL, success_book_cb);
}

static void
samen_steps_page_init (SamenStepsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
