/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/error.h"
#include "shell/keep-backups.h"
#include "shell/restore.h"
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

static void
make_in_thread (GTask *task, gpointer window, gpointer dossier, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (SamenBackup) backup = NULL;

  if (samen_backup_is_due (dossier))
    backup = samen_backup_make (dossier, SAMEN_BACKUP_DAILY, NULL, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *window, GAsyncResult *result, gpointer unused)
{
  const char *dossier = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) ||
      !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return;
  if (g_error_matches (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED))
    samen_restore (GTK_WIDGET (window), dossier, error->message);
  else
    samen_toast (GTK_WIDGET (window), error->message);
}

static void
changed_cb (GtkWidget *window, GPtrArray *changes, SamenStore *store)
{
  int day = today ();
  g_autoptr (GTask) task = NULL;

  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (store), DAY)) == day)
    return;
  g_object_set_data (G_OBJECT (store), DAY, GINT_TO_POINTER (day));
  task = g_task_new (window, NULL, made_cb, NULL);
  g_task_set_task_data (task, g_strdup (samen_store_get_path (store)), g_free);
  g_task_run_in_thread (task, make_in_thread);
}

void
samen_keep_backups (GtkWidget *window, SamenStore *store)
{
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), window, G_CONNECT_SWAPPED);
}
