/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "pages/steering/goal-section.h"
#include "pages/steering/steering-page.h"
#include "widgets/record-drag.h"

struct _SamenSteeringPage
{
  SamenPage parent_instance;
  GtkStack *stack;
  GtkListBox *goal_list;
};

G_DEFINE_FINAL_TYPE (SamenSteeringPage, samen_steering_page, SAMEN_TYPE_PAGE)

static GtkWidget *
make_section (gpointer item, gpointer page)
{
  return samen_goal_section_new (samen_page_get_store (page), item);
}

static void
samen_steering_page_fill (SamenPage *page)
{
  SamenSteeringPage *self = SAMEN_STEERING_PAGE (page);

  samen_record_drag_install (self->goal_list);
  samen_page_bind_list (page, self->goal_list,
                        samen_store_list (samen_page_get_store (page), SAMEN_TYPE_GOAL, NULL, NULL),
                        make_section);
}

static void
samen_steering_page_update (SamenPage *page)
{
  SamenSteeringPage *self = SAMEN_STEERING_PAGE (page);

  gtk_stack_set_visible_child_name (
      self->stack, gtk_widget_get_visible (GTK_WIDGET (self->goal_list)) ? "goals" : "empty");
}

static GtkWidget *
samen_steering_page_find (SamenPage *page, SamenRecord *record)
{
  SamenSteeringPage *self = SAMEN_STEERING_PAGE (page);
  GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->goal_list));
  GtkWidget *found = NULL;

  for (; found == NULL && section != NULL; section = gtk_widget_get_next_sibling (section))
    if (SAMEN_IS_GOAL_SECTION (section))
      found = samen_goal_section_find (SAMEN_GOAL_SECTION (section), record);
  return found;
}

static void
samen_steering_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMEN_TYPE_STEERING_PAGE);
  G_OBJECT_CLASS (samen_steering_page_parent_class)->dispose (object);
}

static void
samen_steering_page_class_init (SamenSteeringPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_steering_page_dispose;
  SAMEN_PAGE_CLASS (klass)->fill = samen_steering_page_fill;
  SAMEN_PAGE_CLASS (klass)->update = samen_steering_page_update;
  SAMEN_PAGE_CLASS (klass)->find = samen_steering_page_find;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/steering-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenSteeringPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenSteeringPage, goal_list);
}

static void
samen_steering_page_init (SamenSteeringPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
