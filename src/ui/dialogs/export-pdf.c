/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/export-pdf.h"
#include "document/pdf.h"
#include "widgets/toast.h"

/* What the thread needs; it opens the dossier for itself */
typedef struct
{
  char *dossier;
  char *id;
  SamenMakeDocument make;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->dossier);
  g_free (self->id);
  g_free (self->path);
  g_free (self);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (job->dossier, &error);
  g_autoptr (SamenDocument) document = store != NULL ? job->make (store, job->id) : NULL;

  if (document != NULL && samen_document_write_pdf (document, job->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                             _ ("What this is about is no longer in the dossier."));
}

static void
open_cb (AdwToast *toast, gpointer parent)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (toast), "path"));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, NULL, NULL);
}

static void
written_cb (GObject *parent, GAsyncResult *result, gpointer unused)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (parent), ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  /* The page may be gone by now */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (overlay != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        samen_toast (GTK_WIDGET (parent), error->message);
      return;
    }
  if (overlay == NULL)
    return;
  name = g_path_get_basename (job->path);
  toast = adw_toast_new_format (_ ("“%s” is ready"), name);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (job->path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), parent, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job->path = g_file_get_path (file);
  if (job->path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _ ("Choose a folder on this computer."));
      return;
    }
  g_task_run_in_thread (task, write_in_thread);
}

void
samen_export_pdf (GtkWidget *parent,
                  SamenStore *store,
                  const char *title,
                  SamenMakeDocument make,
                  const char *id)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = samen_pdf_file_name (title);
  GTask *task = g_task_new (parent, NULL, written_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->dossier = g_strdup (samen_store_get_path (store));
  job->id = g_strdup (id);
  job->make = make;
  g_task_set_task_data (task, job, job_free);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, chosen_cb, task);
}
