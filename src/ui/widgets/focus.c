/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/focus.h"

/* Whether @widget is in a dialog that is closing, or that another one covers */
static gboolean
is_out_of_reach (GtkWidget *widget)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);
  g_autoptr (AdwDialog) visible = NULL;

  if (dialog == NULL)
    return FALSE;
  g_object_get (gtk_widget_get_root (widget), "visible-dialog", &visible, NULL);
  return dialog != GTK_WIDGET (visible);
}

/* What was just made has no size yet, and what has no size is not scrolled to */
static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (!is_out_of_reach (widget))
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

  if (focus != NULL && is_out_of_reach (focus))
    gtk_root_set_focus (GTK_ROOT (window), NULL);
}

void
samen_focus_leaves_dialogs (gpointer window)
{
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (dialogs_changed_cb), NULL);
}
