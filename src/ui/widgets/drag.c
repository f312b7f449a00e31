/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/drag.h"

/* So near its edge, in pixels, the page scrolls; at the edge itself by so many pixels a second */
#define EDGE 48
#define FASTEST 900.0

struct _SamenDragScroll
{
  GtkWidget *scroller; /* NULL where there is none, or once it is gone */
  GtkEventController *motion;
  guint tick;
  gint64 ticked;
  double y; /* of the pointer in the scroller */
  void (*scrolled) (gpointer data, GtkWidget *scroller, double y);
  gpointer data;
};

/* Faster the nearer to the edge that the pointer is in */
static double
get_speed (SamenDragScroll *self)
{
  double above = EDGE - self->y;
  double below = self->y - (gtk_widget_get_height (self->scroller) - EDGE);

  if (above > 0)
    return -FASTEST * MIN (above / EDGE, 1);
  return below > 0 ? FASTEST * MIN (below / EDGE, 1) : 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SamenDragScroll *self = data;
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double by = get_speed (self) * (double) (now - self->ticked) / G_USEC_PER_SEC;

  if (self->ticked != 0 && by != 0)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
      if (self->scrolled != NULL)
        self->scrolled (self->data, self->scroller, self->y);
    }
  self->ticked = now;
  return G_SOURCE_CONTINUE;
}

static void
motion_cb (SamenDragScroll *self, double x, double y)
{
  self->y = y;
}

SamenDragScroll *
samen_drag_scroll_new (GtkWidget *widget,
                       void (*scrolled) (gpointer data, GtkWidget *scroller, double y),
                       gpointer data)
{
  SamenDragScroll *self = g_new0 (SamenDragScroll, 1);

  self->scrolled = scrolled;
  self->data = data;
  self->scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  if (self->scroller == NULL)
    return self;
  g_object_add_weak_pointer (G_OBJECT (self->scroller), (gpointer *) &self->scroller);
  self->y = gtk_widget_get_height (self->scroller) / 2.0;
  self->motion = gtk_drop_controller_motion_new ();
  gtk_event_controller_set_propagation_phase (self->motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (self->motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (self->scroller, self->motion);
  self->tick = gtk_widget_add_tick_callback (self->scroller, tick_cb, self, NULL);
  return self;
}

void
samen_drag_scroll_free (SamenDragScroll *self)
{
  if (self->scroller != NULL)
    {
      gtk_widget_remove_tick_callback (self->scroller, self->tick);
      gtk_widget_remove_controller (self->scroller, self->motion);
    }
  g_clear_weak_pointer (&self->scroller);
  g_free (self);
}

void
samen_drag_show_icon (GtkWidget *row, GdkDrag *drag)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (paintable);
  GtkWidget *picture = gtk_picture_new_for_paintable (image);

  gtk_widget_add_css_class (picture, "drag-icon");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), picture);
  gdk_drag_set_hotspot (drag, 24, gtk_widget_get_height (row) / 2);
}
