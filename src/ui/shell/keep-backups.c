/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/error.h"
#include "shell/keep-backups.h"
#include "shell/restore.h"
#include "shell/second-folder.h"
#include "store/backup.h"
#include "widgets/toast.h"

/* What is remembered of a dossier, for as long as it is open */
#define KEEPING "samen-keeping"

/* How much earlier the time of a package may be than that of the backup it was written after: a stick rounds */
#define ROUNDING 60

typedef struct
{
  GtkWidget *window; /* which has it open */
  int day; /* the last on which a backup was tried, so that not every edit looks into the folder */
  char *folder; /* the second folder when it was last written to, or that was tried */
  gint64 owed;  /* from after when a package is missing there; 0 if none is */
  gboolean is_busy;
} Keeping;

typedef struct
{
  Keeping *keeping;
  char *dossier;
  char *folder;       /* the second folder, or "" */
  gboolean is_daily;  /* whether a backup may be due */
  gint64 since;       /* from after when a package is to be there; 0 if that is not known yet */
  gboolean is_handed; /* whether it was tried to write a package there */
  GError *problem;    /* that it had */
} Job;

static void
keeping_clear (gpointer data)
{
  g_free (((Keeping *) data)->folder);
}

static void
keeping_unref (gpointer data)
{
  g_rc_box_release_full (data, keeping_clear);
}

static void
job_free (gpointer data)
{
  Job *self = data;

  keeping_unref (self->keeping);
  g_free (self->dossier);
  g_free (self->folder);
  g_clear_error (&self->problem);
  g_free (self);
}

static int
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now) * 1000 + g_date_time_get_day_of_year (now);
}

/* When the latest daily backup was made; 0 if there is none */
static gint64
last_backup (const char *dossier)
{
  g_autoptr (GListModel) backups = samen_backup_list (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (backups); i++)
    {
      g_autoptr (SamenBackup) backup = g_list_model_get_item (backups, i);

      if (backup->reason == SAMEN_BACKUP_DAILY)
        return backup->time;
    }
  return 0;
}

static void
make_in_thread (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (SamenBackup) backup = NULL;

  if (job->is_daily && samen_backup_is_due (job->dossier))
    backup = samen_backup_make (job->dossier, SAMEN_BACKUP_DAILY, NULL, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (backup != NULL)
    job->since = G_MAXINT64;
  else if (job->since == 0)
    job->since = last_backup (job->dossier) - ROUNDING;
  job->is_handed = *job->folder != '\0' && job->since > 0;
  if (job->is_handed)
    samen_second_folder_write (job->dossier, job->folder, job->since, &job->problem);
  /* That it is not there is told when a backup was made, and not each time somebody looks again */
  if (backup == NULL && g_error_matches (job->problem, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND))
    job->is_handed = FALSE;
  g_task_return_boolean (task, TRUE);
}

static void
made_cb (GObject *window, GAsyncResult *result, gpointer unused)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  Keeping *self = job->keeping;
  g_autoptr (GError) error = NULL;
  const gboolean is_made = g_task_propagate_boolean (G_TASK (result), &error);

  self->is_busy = FALSE;
  /* A stick comes back; of what else went wrong, each edit would make as much work again */
  self->owed = g_error_matches (job->problem, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND) ? job->since : 0;
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
keep (SamenStore *store, gboolean is_daily)
{
  Keeping *self = g_object_get_data (G_OBJECT (store), KEEPING);
  g_autofree char *folder = samen_second_folder_get ();
  const gboolean is_same = g_strcmp0 (folder, self->folder) == 0;
  g_autoptr (GTask) task = NULL;
  Job *job;

  /* The daily backup is not put off: there may be no other edit that day */
  if (!is_daily && (self->is_busy || *folder == '\0' || (self->owed == 0 && is_same)))
    return;
  self->is_busy = TRUE;
  g_set_str (&self->folder, folder);
  job = g_new0 (Job, 1);
  job->keeping = g_rc_box_acquire (self);
  job->dossier = g_strdup (samen_store_get_path (store));
  job->folder = g_steal_pointer (&folder);
  job->is_daily = is_daily;
  job->since = is_same ? self->owed : 0;
  task = g_task_new (self->window, NULL, made_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
changed_cb (GtkWidget *window, GPtrArray *changes, SamenStore *store)
{
  Keeping *self = g_object_get_data (G_OBJECT (store), KEEPING);
  const int day = today ();
  const gboolean is_daily = self->day != day;

  self->day = day;
  keep (store, is_daily);
}

static void
active_cb (SamenStore *store, GParamSpec *property, GtkWindow *window)
{
  if (gtk_window_is_active (window))
    keep (store, FALSE);
}

void
samen_keep_backups (GtkWidget *window, SamenStore *store)
{
  Keeping *self = g_rc_box_new0 (Keeping);

  self->window = window;
  g_object_set_data_full (G_OBJECT (store), KEEPING, self, keeping_unref);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_cb), store,
                           G_CONNECT_SWAPPED);
  active_cb (store, NULL, GTK_WINDOW (window));
}
