/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/focus.h"

/* What was just made has no size yet, and what has no size is not scrolled to */
static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

void
samen_focus_when_drawn (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, focus_cb, NULL, NULL);
}

void
samen_focus_in_dialog (AdwDialog *dialog, GtkWidget *widget)
{
  adw_dialog_set_focus (dialog, widget);
  /* A bottom sheet moves it on to the first control once it is open */
  samen_focus_when_drawn (widget);
}

static void
dialogs_changed_cb (GtkWindow *window, GParamSpec *pspec, gpointer unused)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *dialog = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) : NULL;
  AdwDialog *visible = NULL;

  g_object_get (window, "visible-dialog", &visible, NULL);
  if (dialog != NULL && dialog != GTK_WIDGET (visible))
    gtk_root_set_focus (GTK_ROOT (window), NULL);
  g_clear_object (&visible);
}

void
samen_focus_leaves_dialogs (gpointer window)
{
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (dialogs_changed_cb), NULL);
}
