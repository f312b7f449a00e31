/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/work.h"

/* What takes no longer than this, in milliseconds, is done before a dialog could be read */
#define MOMENT 500

/* How often the dialog looks how far it is, in milliseconds */
#define LOOK 100

#define WHOLE 1000

typedef struct
{
  GtkWidget *parent;
  char *title;
  SamenWork work;
  SamenWorkDone done;
  gpointer data;
  GCancellable *cancellable;
  AdwDialog *dialog;
  GtkProgressBar *bar;
  guint timer;
  int fraction; /* of WHOLE; the thread writes it */
} Work;

static void
work_free (Work *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->cancellable);
  g_free (self->title);
  g_free (self);
}

static void
report_cb (double fraction, gpointer data)
{
  Work *self = data;

  g_atomic_int_set (&self->fraction, (int) (fraction * WHOLE));
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *self = data;
  const SamenProgress progress = { cancellable, report_cb, self };
  GError *error = NULL;

  if (self->work (self->data, &progress, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Also when the window goes, and the dialog with it */
static void
closed_cb (Work *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->dialog);
}

static gboolean
look_cb (gpointer data)
{
  Work *self = data;
  const int fraction = g_atomic_int_get (&self->fraction);

  gtk_progress_bar_set_fraction (self->bar, (double) fraction / WHOLE);
  return G_SOURCE_CONTINUE;
}

static gboolean
show_cb (gpointer data)
{
  Work *self = data;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (self->title, NULL));
  GtkWidget *bar = gtk_progress_bar_new ();

  self->timer = 0;
  if (gtk_widget_get_root (self->parent) == NULL)
    return G_SOURCE_REMOVE;
  self->dialog = g_object_ref_sink (ADW_DIALOG (dialog));
  self->bar = GTK_PROGRESS_BAR (bar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  -1);
  adw_alert_dialog_set_extra_child (dialog, bar);
  adw_alert_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (dialog, "closed", G_CALLBACK (closed_cb), self);
  look_cb (self);
  self->timer = g_timeout_add (LOOK, look_cb, self);
  adw_dialog_present (self->dialog, self->parent);
  return G_SOURCE_REMOVE;
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *self = data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->dialog, self);
      adw_dialog_force_close (self->dialog);
      g_clear_object (&self->dialog);
    }
  self->done (self->data, error);
  work_free (self);
}

void
samen_work (GtkWidget *parent, const char *title, SamenWork work, SamenWorkDone done, gpointer data)
{
  Work *self = g_new0 (Work, 1);
  g_autoptr (GTask) task = NULL;

  self->parent = g_object_ref (parent);
  self->title = g_strdup (title);
  self->work = work;
  self->done = done;
  self->data = data;
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add (MOMENT, show_cb, self);
  task = g_task_new (NULL, self->cancellable, ended_cb, self);
  /* What was done in time is done, although somebody pressed Cancel since */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, work_in_thread);
}
