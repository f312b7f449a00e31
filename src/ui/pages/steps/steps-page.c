/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/steps/milestone-row.h"
#include "pages/steps/steps-page.h"
#include "pages/steps/success-book-dialog.h"
#include "pages/steps/timeline-drawing.h"
#include "store/log.h"
#include "widgets/celebration.h"
#include "widgets/chart-view.h"
#include "widgets/record-row.h"
#include "widgets/toast.h"

struct _SamenStepsPage
{
  SamenPage parent_instance;
  GListModel *milestones;
  GtkFilter *is_ahead;
  GtkFilter *is_reached;

  GtkStack *stack;
  SamenChartView *timeline;
  GtkListBox *ahead_list;
  GtkListBox *reached_list;
  GtkWidget *ahead_group;
  GtkWidget *reached_group;
};

G_DEFINE_FINAL_TYPE (SamenStepsPage, samen_steps_page, SAMEN_TYPE_PAGE)

static gboolean
match_reached (gpointer item, gpointer wanted)
{
  return samen_date_is_set (SAMEN_MILESTONE (item)->reached) == GPOINTER_TO_INT (wanted);
}

static GtkWidget *
make_row (gpointer item, gpointer page)
{
  return samen_milestone_row_new (samen_page_get_store (page), item);
}

static void
bind (SamenStepsPage *self, GtkListBox *list, gboolean reached, GtkFilter **filter)
{
  *filter = GTK_FILTER (gtk_custom_filter_new (match_reached, GINT_TO_POINTER (reached), NULL));
  samen_page_bind_list (SAMEN_PAGE (self), list,
                        G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (self->milestones),
                                                                 g_object_ref (*filter))),
                        make_row);
}

static void
samen_steps_page_fill (SamenPage *page)
{
  SamenStepsPage *self = SAMEN_STEPS_PAGE (page);

  self->milestones =
      samen_store_list (samen_page_get_store (page), SAMEN_TYPE_MILESTONE, NULL, NULL);
  bind (self, self->ahead_list, FALSE, &self->is_ahead);
  bind (self, self->reached_list, TRUE, &self->is_reached);
  g_object_bind_property (self->ahead_list, "visible", self->ahead_group, "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->reached_list, "visible", self->reached_group, "visible",
                          G_BINDING_SYNC_CREATE);
}

static void
samen_steps_page_update (SamenPage *page)
{
  SamenStepsPage *self = SAMEN_STEPS_PAGE (page);
  gboolean empty = g_list_model_get_n_items (self->milestones) == 0;

  gtk_filter_changed (self->is_ahead, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->is_reached, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "milestones");
  samen_timeline_drawing_show (self->timeline, samen_page_get_store (page), self->milestones);
}

/* Whether the log has it reached before, be it undone or reopened since */
static gboolean
was_reached_before (SamenStore *store, SamenMilestone *milestone)
{
  g_autoptr (GListModel) history = samen_store_history (store, SAMEN_RECORD (milestone)->id, 0);

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (SamenLogEntry) entry = g_list_model_get_item (history, i);

      if (entry->change->new != NULL && g_str_equal (entry->change->field->name, "reached"))
        return TRUE;
    }
  return FALSE;
}

/* Once in the life of a milestone, unless the dossier asks for quiet */
static gboolean
calls_for_joy (SamenStore *store, SamenMilestone *milestone)
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);

  return !was_reached_before (store, milestone) && (partnership == NULL || !partnership->quiet);
}

static void
offer_celebration (SamenStepsPage *self, SamenMilestone *milestone, gboolean joy)
{
  AdwToast *toast = adw_toast_new (_ ("Milestone reached"));
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (joy)
    samen_celebrate (GTK_WIDGET (self));
  adw_toast_set_button_label (toast, _ ("_Celebrate…"));
  adw_toast_set_action_name (toast, "record.add");
  adw_toast_set_action_target (toast, "(sss)", "celebration", "milestone",
                               SAMEN_RECORD (milestone)->id);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
toggle (SamenStepsPage *self, SamenMilestone *milestone)
{
  SamenStore *store = samen_page_get_store (SAMEN_PAGE (self));
  gboolean reach = !samen_date_is_set (milestone->reached);
  gboolean joy = reach && calls_for_joy (store, milestone);
  g_autoptr (SamenEdit) edit =
      samen_edit_new (reach ? NC_ ("edit", "Reach Milestone") : NC_ ("edit", "Reopen Milestone"));
  g_autoptr (GError) error = NULL;

  samen_edit_set (edit, SAMEN_RECORD (milestone), "reached",
                  samen_value (reach ? samen_date_today () : SAMEN_DATE_NONE));
  if (!samen_store_apply (store, edit, &error))
    samen_toast (GTK_WIDGET (self), error->message);
  else if (reach)
    offer_celebration (self, milestone, joy);
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

static GtkWidget *
samen_steps_page_find (SamenPage *page, SamenRecord *record)
{
  SamenStepsPage *self = SAMEN_STEPS_PAGE (page);
  GtkWidget *row = samen_record_rows_find (self->ahead_list, record);

  return row != NULL ? row : samen_record_rows_find (self->reached_list, record);
}

static void
samen_steps_page_dispose (GObject *object)
{
  SamenStepsPage *self = SAMEN_STEPS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_STEPS_PAGE);
  g_clear_object (&self->milestones);
  g_clear_object (&self->is_ahead);
  g_clear_object (&self->is_reached);
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
  g_type_ensure (SAMEN_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/steps-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, ahead_list);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, reached_list);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, ahead_group);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsPage, reached_group);
  gtk_widget_class_install_action (widget_class, "steps.toggle", "s", toggle_cb);
  gtk_widget_class_install_action (widget_class, "steps.success-book", NULL, success_book_cb);
}

static void
samen_steps_page_init (SamenStepsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
