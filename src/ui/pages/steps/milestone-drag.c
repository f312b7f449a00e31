/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/record-words.h"
#include "pages/steps/milestone-drag.h"
#include "record/milestone.h"
#include "rules/milestones.h"
#include "widgets/drag.h"
#include "widgets/record-row.h"
#include "widgets/toast.h"

/* What a section knows of a milestone on its way from it or to it */
typedef struct
{
  GtkWidget *section;
  GtkListBox *list;
  SamenStore *store; /* not owned: the section has it */
  SamenGoal *goal;   /* likewise */
  GtkWidget *dragged;
  SamenDragScroll *scroll;
} Drag;

static const char key[] = "samen-milestone-drag";

/* ---- from here ---- */

static void
end_cb (Drag *self)
{
  g_clear_pointer (&self->scroll, samen_drag_scroll_free);
  if (self->dragged != NULL)
    gtk_widget_remove_css_class (self->dragged, "dragged");
  g_clear_weak_pointer (&self->dragged);
}

static GdkContentProvider *
prepare_cb (Drag *self, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL)
    return NULL;
  end_cb (self);
  g_set_weak_pointer (&self->dragged, GTK_WIDGET (row));
  return gdk_content_provider_new_typed (SAMEN_TYPE_MILESTONE,
                                         samen_record_row_get_record (SAMEN_RECORD_ROW (row)));
}

static void
begin_cb (Drag *self, GdkDrag *drag)
{
  if (self->dragged == NULL)
    return;
  samen_drag_show_icon (self->dragged, drag);
  gtk_widget_add_css_class (self->dragged, "dragged");
  self->scroll = samen_drag_scroll_new (self->section, NULL, NULL);
}

/* ---- to here ---- */

static gboolean
is_here (Drag *self, SamenMilestone *milestone)
{
  g_autoptr (SamenCriterion) criterion =
      milestone->criterion.id != NULL
          ? samen_store_get (self->store, SAMEN_TYPE_CRITERION, milestone->criterion.id)
          : NULL;
  const char *id = samen_milestone_goal_id (milestone, criterion);

  return g_strcmp0 (id, self->goal != NULL ? SAMEN_RECORD (self->goal)->id : NULL) == 0;
}

static void
tell (Drag *self, SamenMilestone *milestone)
{
  g_autofree char *text =
      self->goal != NULL
          /* Translators: a milestone, and the goal that it was moved to */
          ? g_strdup_printf (_ ("“%s” is now a step under “%s”"), milestone->title,
                             self->goal->title)
          : g_strdup_printf (_ ("“%s” is no longer a step under a goal"), milestone->title);

  samen_toast_undo (self->section, text);
}

static gboolean
move_here (Drag *self, SamenMilestone *milestone)
{
  g_autoptr (SamenEdit) edit = samen_edit_new (samen_record_words (SAMEN_TYPE_MILESTONE)->move);
  g_autoptr (GError) error = NULL;

  samen_edit_set (
      edit, SAMEN_RECORD (milestone), "goal",
      samen_value ((const char *) (self->goal != NULL ? SAMEN_RECORD (self->goal)->id : NULL)));
  /* By its criterion it would be under the goal of that still */
  if (self->goal == NULL)
    samen_edit_set (edit, SAMEN_RECORD (milestone), "criterion", NULL);
  if (samen_store_apply (self->store, edit, &error))
    tell (self, milestone);
  else
    samen_toast (self->section, error->message);
  return error == NULL;
}

/* The focus goes along with it */
static void
reveal (Drag *self, SamenMilestone *milestone)
{
  gtk_widget_activate_action (self->section, "win.reveal-record", "(ss)", "milestone",
                              SAMEN_RECORD (milestone)->id);
}

static gboolean
drop_cb (Drag *self, const GValue *value)
{
  g_autoptr (SamenMilestone) milestone = g_value_dup_object (value);

  if (is_here (self, milestone) || !move_here (self, milestone))
    return FALSE;
  reveal (self, milestone);
  return TRUE;
}

/* Asked while the pointer is over it: what it is about has been read ahead */
static GdkDragAction
motion_cb (Drag *self, double x, double y, GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  if (value == NULL || is_here (self, g_value_get_object (value)))
    return 0;
  gtk_widget_add_css_class (self->section, "drop-into");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (Drag *self)
{
  gtk_widget_remove_css_class (self->section, "drop-into");
}

static void
drag_free (gpointer data)
{
  end_cb (data);
  g_free (data);
}

void
samen_milestone_drag_install (SamenStepsSection *section,
                              GtkListBox *list,
                              SamenStore *store,
                              SamenGoal *goal)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SAMEN_TYPE_MILESTONE, GDK_ACTION_MOVE);
  Drag *self = g_new0 (Drag, 1);

  self->section = GTK_WIDGET (section);
  self->list = list;
  self->store = store;
  self->goal = goal;
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (end_cb), self);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (section), GTK_EVENT_CONTROLLER (target));
  g_object_set_data_full (G_OBJECT (list), key, self, drag_free);
}
