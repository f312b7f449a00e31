/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/id.h"
#include "dialogs/restore-dialog.h"
#include "dialogs/tell-error.h"
#include "dialogs/work.h"
#include "shell/restore.h"
#include "store/library.h"
#include "store/salvage.h"
#include "widgets/toast.h"

/* How often to try again, ten times a second, while pages that leave the window hold the dossier open */
#define MOST_TRIES 30

typedef struct
{
  SamenBackup *backup;
  char *dossier;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->backup);
  g_free (self->dossier);
  g_free (self);
}

/* The list of dossiers, which comes back as this one is closed, does not read it meanwhile */
static gboolean
restore_undisturbed (const Job *job, GError **error)
{
  g_autofree char *kept = NULL;
  gboolean success;

  samen_library_begin_read ();
  success = samen_backup_restore (job->backup, job->dossier, &kept, error);
  samen_library_end_read ();
  return success;
}

static void
restore_in_thread (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;

  for (guint tries = 0;; tries++)
    {
      g_clear_error (&error);
      if (restore_undisturbed (job, &error) ||
          !g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_BUSY) || tries == MOST_TRIES)
        break;
      g_usleep (G_USEC_PER_SEC / 10);
    }
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *window, GAsyncResult *result, gpointer unused)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean success = g_task_propagate_boolean (G_TASK (result), &error);

  if (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    return;
  if (!success)
    {
      samen_tell_error (GTK_WIDGET (window), _ ("Backup Not Restored"), NULL, error);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-dossier", "s", job->dossier);
  samen_toast (GTK_WIDGET (window), _ ("The backup is restored; what was there is kept"));
}

static void
chosen_cb (GtkWidget *window, SamenBackup *backup, SamenRestoreDialog *dialog)
{
  GTask *task = g_task_new (window, NULL, restored_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->backup = g_object_ref (backup);
  job->dossier = g_strdup (g_object_get_data (G_OBJECT (dialog), "dossier"));
  g_task_set_task_data (task, job, job_free);
  gtk_widget_activate_action (window, "win.close-dossier", NULL);
  g_task_run_in_thread (task, restore_in_thread);
  g_object_unref (task);
}

/* ---- what can still be read ---- */

typedef struct
{
  GtkWidget *window;
  char *dossier;
  char *path; /* of the new one */
  SamenSalvage result;
} Salvaging;

static void
salvaging_free (Salvaging *self)
{
  g_object_unref (self->window);
  g_free (self->dossier);
  g_free (self->path);
  g_free (self);
}

static gboolean
salvage_work (gpointer data, const SamenProgress *progress, GError **error)
{
  Salvaging *self = data;

  return samen_salvage (self->dossier, self->path, &self->result, progress, error);
}

static void
tell (GtkWidget *window, const SamenSalvage *result)
{
  g_autofree char *lines = samen_salvage_describe (result);
  g_autofree char *body = g_strdup_printf (
      "%s\n\n%s", lines, _ ("The damaged dossier stays as it is, beside this one."));
  AdwDialog *dialog = adw_alert_dialog_new (_ ("What Could Be Read Is Here"), body);

  adw_alert_dialog_set_body_use_markup (ADW_ALERT_DIALOG (dialog), FALSE);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"), NULL);
  adw_dialog_present (dialog, window);
}

static void
salvaged_cb (gpointer data, const GError *error)
{
  Salvaging *self = data;
  const gboolean is_there = gtk_widget_get_mapped (self->window);

  if (error == NULL && is_there)
    {
      gtk_widget_activate_action (self->window, "win.open-dossier", "s", self->path);
      tell (self->window, &self->result);
    }
  else if (is_there && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    samen_tell_error (self->window, _ ("Nothing Could Be Saved"), NULL, error);
  salvaging_free (self);
}

/* The new one comes beside the damaged one, which nobody touches */
static void
salvage_cb (GtkWidget *window, SamenRestoreDialog *dialog)
{
  Salvaging *self = g_new0 (Salvaging, 1);
  g_autofree char *folder = NULL;
  g_autofree char *id = samen_id_new ();
  g_autofree char *name = g_strconcat (id, ".sqlite", NULL);

  self->window = g_object_ref (window);
  self->dossier = g_strdup (g_object_get_data (G_OBJECT (dialog), "dossier"));
  folder = g_path_get_dirname (self->dossier);
  self->path = g_build_filename (folder, name, NULL);
  gtk_widget_activate_action (window, "win.close-dossier", NULL);
  samen_work (window, _ ("Saving What Can Be Read"),
              _ ("The damaged dossier itself stays as it is."), salvage_work, salvaged_cb, self);
}

void
samen_restore (GtkWidget *window, const char *dossier, const char *problem)
{
  SamenRestoreDialog *dialog = samen_restore_dialog_new (dossier, problem);

  g_object_set_data_full (G_OBJECT (dialog), "dossier", g_strdup (dossier), g_free);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "salvage", G_CALLBACK (salvage_cb), window, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), window);
}

void
samen_restore_or_tell (GtkWidget *window, const char *dossier, const GError *error)
{
  /* One whose header is damaged does not look like a dossier any more */
  if (g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED) ||
      g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_NOT_A_DOSSIER))
    samen_restore (window, dossier, error->message);
  else
    samen_tell_error (window, _ ("Dossier Not Opened"), NULL, error);
}
