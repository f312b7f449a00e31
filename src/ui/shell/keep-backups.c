/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/error.h"
#include "shell/keep-backups.h"
#include "shell/restore.h"
#include "shell/second-folder.h"
#include "store/backup.h"
#include "widgets/toast.h"

/* The last day on which a backup was tried, so that not every edit looks into the folder */
#define DAY "samen-backup-day"

static int
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now) * 1000 + g_date_time_get_day_of_year (now);
}

typedef struct
{
  char *dossier;
  char *folder;       /* the second folder, or "" */
  gboolean is_handed; /* whether it was tried to write a package there */
  GError *problem;    /* that it had */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->dossier);
  g_free (self->folder);
  g_clear_error (&self->problem);
  g_free (self);
}

static void
make_in_thread (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (SamenBackup) backup = NULL;

  if (samen_backup_is_due (job->dossier))
    backup = samen_backup_make (job->dossier, SAMEN_BACKUP_DAILY, NULL, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job->is_handed = backup != NULL && *job->folder != '\0';
  if (job->is_handed)
    samen_second_folder_write (job->dossier, job->folder, &job->problem);
  g_task_return_boolean (task, TRUE);
}

static void
made_cb (GObject *window, GAsyncResult *result, gpointer unused)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const gboolean is_made = g_task_propagate_boolean (G_TASK (result), &error);

  if (job->is_handed)
    samen_second_folder_tell (GTK_WIDGET (window), job->problem);
  if (is_made || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return;
  if (g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED))
    samen_restore (GTK_WIDGET (window), job->dossier, error->message);
  else
    samen_toast (GTK_WIDGET (window), error->message);
}

static void
changed_cb (GtkWidget *window, GPtrArray *changes, SamenStore *store)
{
  int day = today ();
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (store), DAY)) == day)
    return;
  g_object_set_data (G_OBJECT (store), DAY, GINT_TO_POINTER (day));
  task = g_task_new (window, NULL, made_cb, NULL);
  job = g_new0 (Job, 1);
  job->dossier = g_strdup (samen_store_get_path (store));
  job->folder = samen_second_folder_get ();
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_in_thread);
}

void
samen_keep_backups (GtkWidget *window, SamenStore *store)
{
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), window, G_CONNECT_SWAPPED);
}
