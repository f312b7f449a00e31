/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/steering/criterion-card.h"
#include "pages/steering/goal-section.h"
#include "widgets/record-drag.h"
#include "widgets/record-keys.h"
#include "widgets/record-menu.h"

struct _SamenGoalSection
{
  GtkListBoxRow parent_instance;
  SamenStore *store;
  SamenGoal *goal;
  GListModel *criteria;

  GtkLabel *title;
  GtkLabel *facts;
  GtkActionable *change_button;
  GtkActionable *add_button;
  AdwBin *menu_bin;
  GtkListBox *criterion_list;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (SamenGoalSection, samen_goal_section, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
make_card (gpointer item, gpointer data)
{
  SamenGoalSection *self = data;

  return samen_criterion_card_new (self->store, item);
}

static void
goal_changed_cb (SamenGoalSection *self)
{
  g_autofree char *day = samen_date_format (self->goal->due, NULL);
  /* Translators: %s is a date: the goal is to be reached by then */
  g_autofree char *due =
      samen_date_is_set (self->goal->due) ? g_strdup_printf (_ ("Due %s"), day) : NULL;
  g_autofree char *facts =
      g_strjoin ("\n", self->goal->text != NULL ? self->goal->text : "", due, NULL);

  g_strstrip (facts);

  gtk_label_set_text (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), *facts != '\0');
}

static void
count_cb (SamenGoalSection *self)
{
  gboolean empty = g_list_model_get_n_items (self->criteria) == 0;

  gtk_widget_set_visible (self->empty, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->criterion_list), !empty);
}

static void
samen_goal_section_dispose (GObject *object)
{
  SamenGoalSection *self = SAMEN_GOAL_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_GOAL_SECTION);
  g_clear_object (&self->criteria);
  g_clear_object (&self->goal);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_goal_section_parent_class)->dispose (object);
}

static void
samen_goal_section_class_init (SamenGoalSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_goal_section_dispose;
  samen_record_keys_install (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/goal-section.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenGoalSection, title);
  gtk_widget_class_bind_template_child (widget_class, SamenGoalSection, facts);
  gtk_widget_class_bind_template_child (widget_class, SamenGoalSection, change_button);
  gtk_widget_class_bind_template_child (widget_class, SamenGoalSection, add_button);
  gtk_widget_class_bind_template_child (widget_class, SamenGoalSection, menu_bin);
  gtk_widget_class_bind_template_child (widget_class, SamenGoalSection, criterion_list);
  gtk_widget_class_bind_template_child (widget_class, SamenGoalSection, empty);
}

static void
samen_goal_section_init (SamenGoalSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
samen_goal_section_new (SamenStore *store, SamenGoal *goal)
{
  SamenGoalSection *self = g_object_new (SAMEN_TYPE_GOAL_SECTION, NULL);
  const char *id = SAMEN_RECORD (goal)->id;

  self->store = g_object_ref (store);
  self->goal = g_object_ref (goal);
  self->criteria = samen_store_list (store, SAMEN_TYPE_CRITERION, "goal", id);
  g_object_bind_property (goal, "title", self->title, "label", G_BINDING_SYNC_CREATE);
  gtk_actionable_set_action_target (self->change_button, "(ss)", "goal", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)", "goal", id);
  adw_bin_set_child (self->menu_bin, samen_record_menu_new (GTK_WIDGET (self), NULL, NULL));
  gtk_actionable_set_action_target (self->add_button, "(sss)", "criterion", "goal", id);
  samen_record_drag_install (self->criterion_list);
  gtk_list_box_bind_model (self->criterion_list, self->criteria, make_card, self, NULL);
  g_signal_connect_object (goal, "notify", G_CALLBACK (goal_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->criteria, "items-changed", G_CALLBACK (count_cb), self,
                           G_CONNECT_SWAPPED);
  goal_changed_cb (self);
  count_cb (self);
  return GTK_WIDGET (self);
}

GtkWidget *
samen_goal_section_find (SamenGoalSection *self, SamenRecord *record)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->criterion_list));

  if (SAMEN_RECORD (self->goal) == record)
    return GTK_WIDGET (self->change_button);
  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    if (SAMEN_IS_CRITERION_CARD (card) &&
        samen_criterion_card_shows (SAMEN_CRITERION_CARD (card), record))
      return card;
  return NULL;
}
