/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/steps/milestone-drag.h"
#include "pages/steps/milestone-row.h"
#include "pages/steps/steps-section.h"
#include "rules/milestones.h"
#include "widgets/record-row.h"

struct _SamenStepsSection
{
  GtkListBoxRow parent_instance;
  SamenStore *store;
  SamenGoal *goal; /* NULL: those without one */
  GListModel *mine;
  GListModel *shown;
  GtkFilter *is_mine;
  GtkFilter *is_wanted;
  SamenStepsFilter filter;

  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *add_button;
  GtkListBox *milestone_list;
};

G_DEFINE_FINAL_TYPE (SamenStepsSection, samen_steps_section, GTK_TYPE_LIST_BOX_ROW)

static gboolean
match_goal (gpointer item, gpointer data)
{
  SamenStepsSection *self = data;
  SamenMilestone *milestone = item;
  g_autoptr (SamenCriterion) criterion =
      milestone->criterion.id != NULL
          ? samen_store_get (self->store, SAMEN_TYPE_CRITERION, milestone->criterion.id)
          : NULL;
  const char *id = samen_milestone_goal_id (milestone, criterion);
  g_autoptr (SamenGoal) goal =
      id != NULL ? samen_store_get (self->store, SAMEN_TYPE_GOAL, id) : NULL;

  /* The milestones of a goal that was deleted are there still */
  if (goal != NULL && SAMEN_RECORD (goal)->deleted)
    g_clear_object (&goal);
  return goal == self->goal;
}

static gboolean
match_filter (gpointer item, gpointer data)
{
  SamenStepsSection *self = data;

  if (self->filter == SAMEN_STEPS_ALL)
    return TRUE;
  return samen_date_is_set (SAMEN_MILESTONE (item)->reached) ==
         (self->filter == SAMEN_STEPS_REACHED);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  SamenStepsSection *self = data;

  return samen_milestone_row_new (self->store, item);
}

static void
update (SamenStepsSection *self)
{
  guint counts[SAMEN_N_MILESTONE_STATES];
  guint shown, all, reached;
  g_autofree char *count = NULL;

  gtk_filter_changed (self->is_mine, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->is_wanted, GTK_FILTER_CHANGE_DIFFERENT);
  all = samen_milestones_count (self->mine, NULL, samen_date_today (), counts);
  reached = counts[SAMEN_MILESTONE_REACHED];
  shown = g_list_model_get_n_items (self->shown);
  if (all == 0)
    count = g_strdup (_ ("No steps yet: what is the first that can succeed?"));
  else
    count = g_strdup_printf (ngettext ("%u of %u reached", "%u of %u reached", all), reached, all);
  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->milestone_list), shown > 0);
  /* A goal without steps asks for them, unless only some are asked for */
  gtk_widget_set_visible (GTK_WIDGET (self), shown > 0 || (self->goal != NULL && all == 0 &&
                                                           self->filter != SAMEN_STEPS_REACHED));
  samen_record_rows_update (self->milestone_list);
}

static void
samen_steps_section_dispose (GObject *object)
{
  SamenStepsSection *self = SAMEN_STEPS_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_STEPS_SECTION);
  g_clear_object (&self->shown);
  g_clear_object (&self->mine);
  g_clear_object (&self->is_mine);
  g_clear_object (&self->is_wanted);
  g_clear_object (&self->goal);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_steps_section_parent_class)->dispose (object);
}

static void
samen_steps_section_class_init (SamenStepsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_steps_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/steps-section.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenStepsSection, title);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsSection, count);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsSection, add_button);
  gtk_widget_class_bind_template_child (widget_class, SamenStepsSection, milestone_list);
}

static void
samen_steps_section_init (SamenStepsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
goal_changed_cb (SamenStepsSection *self)
{
  /* Translators: %s is a goal */
  g_autofree char *add = g_strdup_printf (_ ("Add Milestone to “%s”"), self->goal->title);

  gtk_label_set_text (self->title, self->goal->title);
  gtk_widget_set_tooltip_text (self->add_button, add);
}

static void
show_goal (SamenStepsSection *self)
{
  gtk_widget_set_visible (self->add_button, self->goal != NULL);
  if (self->goal == NULL)
    {
      gtk_label_set_text (self->title, _ ("Milestones Without a Goal"));
      return;
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "(sss)", "milestone", "goal",
                                    SAMEN_RECORD (self->goal)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "record.add");
  g_signal_connect_object (self->goal, "notify::title", G_CALLBACK (goal_changed_cb), self,
                           G_CONNECT_SWAPPED);
  goal_changed_cb (self);
}

GtkWidget *
samen_steps_section_new (SamenStore *store, GListModel *milestones, SamenGoal *goal)
{
  SamenStepsSection *self = g_object_new (SAMEN_TYPE_STEPS_SECTION, NULL);

  self->store = g_object_ref (store);
  self->goal = goal != NULL ? g_object_ref (goal) : NULL;
  self->is_mine = GTK_FILTER (gtk_custom_filter_new (match_goal, self, NULL));
  self->is_wanted = GTK_FILTER (gtk_custom_filter_new (match_filter, self, NULL));
  self->mine = G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (milestones), g_object_ref (self->is_mine)));
  self->shown = G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (self->mine), g_object_ref (self->is_wanted)));
  show_goal (self);
  gtk_list_box_bind_model (self->milestone_list, self->shown, make_row, self, NULL);
  samen_milestone_drag_install (self, self->milestone_list, store, self->goal);
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
samen_steps_section_set_filter (SamenStepsSection *self, SamenStepsFilter filter)
{
  self->filter = filter;
  update (self);
}

GtkWidget *
samen_steps_section_find (SamenStepsSection *self, SamenRecord *record)
{
  return samen_record_rows_find (self->milestone_list, record);
}
