/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/drag.h"
#include "widgets/record-drag.h"
#include "widgets/record-keys.h"

/* What is being dragged in a list, and where it would come */
typedef struct
{
  GtkListBox *list;
  SamenDropPlace place;
  SamenDropMove move;
  gpointer data;
  GtkEventController *source;

  GtkListBoxRow *dragged;
  GtkListBoxRow *row; /* beside which it would come */
  gboolean after;

  SamenDragScroll *scroll;
} Drag;

static const char key[] = "samen-record-drag";

/* ---- where a row can come in a list of rows of one kind ---- */

static const char *
table_of (GtkListBoxRow *row)
{
  const char *table, *id;

  return samen_record_keys_target (GTK_WIDGET (row), &table, &id) ? table : NULL;
}

/* By how many rows of its kind it would move */
static int
distance (GtkListBoxRow *dragged, GtkListBoxRow *row, gboolean after)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (dragged)));
  int from = gtk_list_box_row_get_index (dragged);
  int to = gtk_list_box_row_get_index (row);
  gboolean down = to > from;
  int by = 0;

  for (int i = MIN (from, to) + 1; i < MAX (from, to); i++)
    if (g_strcmp0 (table_of (gtk_list_box_get_row_at_index (list, i)), table_of (dragged)) == 0)
      by++;
  if (from != to && down == after)
    by++;
  return down ? by : -by;
}

static gboolean
place_among_its_kind (GtkListBoxRow *dragged, GtkListBoxRow **row, gboolean *after, gpointer unused)
{
  return g_strcmp0 (table_of (dragged), table_of (*row)) == 0 &&
         distance (dragged, *row, *after) != 0;
}

static void
move_record (GtkListBoxRow *dragged, GtkListBoxRow *row, gboolean after, gpointer unused)
{
  samen_record_keys_move (GTK_WIDGET (dragged), distance (dragged, row, after));
}

/* ---- the line that shows where ---- */

static void
unmark (Drag *self)
{
  if (self->row != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->row), "drop-before");
      gtk_widget_remove_css_class (GTK_WIDGET (self->row), "drop-after");
    }
  g_clear_weak_pointer (&self->row);
}

static void
mark (Drag *self, GtkListBoxRow *row, gboolean after)
{
  if (self->row == row && self->after == after)
    return;
  unmark (self);
  g_set_weak_pointer (&self->row, row);
  self->after = after;
  gtk_widget_add_css_class (GTK_WIDGET (row), after ? "drop-after" : "drop-before");
}

/* With the pointer at @y in the list */
static gboolean
point_at (Drag *self, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  graphene_rect_t bounds;
  gboolean after;

  if (self->dragged == NULL || row == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    {
      unmark (self);
      return FALSE;
    }
  after = y > bounds.origin.y + bounds.size.height / 2;
  if (self->place (self->dragged, &row, &after, self->data))
    mark (self, row, after);
  else
    unmark (self);
  return self->row != NULL;
}

/* The pointer stands still, but what is under it does not */
static void
scrolled_cb (gpointer data, GtkWidget *scroller, double y)
{
  Drag *self = data;
  graphene_point_t point;

  if (gtk_widget_compute_point (scroller, GTK_WIDGET (self->list),
                                &GRAPHENE_POINT_INIT (0, (float) y), &point))
    point_at (self, point.y);
}

/* ---- dragging and dropping ---- */

static void
clear (Drag *self)
{
  unmark (self);
  g_clear_pointer (&self->scroll, samen_drag_scroll_free);
  if (self->dragged != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->dragged), "dragged");
  g_clear_weak_pointer (&self->dragged);
}

/* A row can have a list of its own: what is in there is not dragged along with the row */
static gboolean
is_in_inner_list (Drag *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && picked != GTK_WIDGET (self->list) &&
         gtk_widget_get_ancestor (picked, GTK_TYPE_LIST_BOX) != GTK_WIDGET (self->list);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, Drag *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL || is_in_inner_list (self, x, y) ||
      (self->place == place_among_its_kind && table_of (row) == NULL))
    return NULL;
  clear (self);
  g_set_weak_pointer (&self->dragged, row);
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static void
begin_cb (Drag *self, GdkDrag *drag)
{
  if (self->dragged == NULL)
    return;
  samen_drag_show_icon (GTK_WIDGET (self->dragged), drag);
  gtk_widget_add_css_class (GTK_WIDGET (self->dragged), "dragged");
  self->scroll = samen_drag_scroll_new (GTK_WIDGET (self->list), scrolled_cb, self);
}

static gboolean
accept_cb (Drag *self)
{
  return self->dragged != NULL;
}

static GdkDragAction
motion_cb (Drag *self, double x, double y)
{
  return point_at (self, y) ? GDK_ACTION_MOVE : 0;
}

static gboolean
drop_cb (Drag *self, const GValue *value, double x, double y)
{
  g_autoptr (GtkListBoxRow) dragged = NULL;
  g_autoptr (GtkListBoxRow) row = NULL;
  gboolean after;

  if (!point_at (self, y))
    return FALSE;
  dragged = g_object_ref (self->dragged);
  row = g_object_ref (self->row);
  after = self->after;
  clear (self);
  self->move (dragged, row, after, self->data);
  return TRUE;
}

static void
drag_free (gpointer data)
{
  clear (data);
  g_free (data);
}

void
samen_record_drag_install_full (GtkListBox *list,
                                SamenDropPlace place,
                                SamenDropMove move,
                                gpointer data)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);
  Drag *self = g_new0 (Drag, 1);

  self->list = list;
  self->place = place;
  self->move = move;
  self->data = data;
  self->source = GTK_EVENT_CONTROLLER (source);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (clear), self);
  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (unmark), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), self->source);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (target));
  g_object_set_data_full (G_OBJECT (list), key, self, drag_free);
}

void
samen_record_drag_install (GtkListBox *list)
{
  samen_record_drag_install_full (list, place_among_its_kind, move_record, NULL);
}

void
samen_record_drag_set_enabled (GtkListBox *list, gboolean enabled)
{
  Drag *self = g_object_get_data (G_OBJECT (list), key);

  g_return_if_fail (self != NULL);
  gtk_event_controller_set_propagation_phase (self->source,
                                              enabled ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}
