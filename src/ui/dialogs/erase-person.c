/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/erase-person.h"
#include "store/backup-traces.h"

typedef struct
{
  char *dossier;
  char *author;
  char *person;
  GStrv names;
  SamenErasure erasure;
  GPtrArray *backups;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->dossier);
  g_free (self->author);
  g_free (self->person);
  g_strfreev (self->names);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_free (self);
}

/* What there is to say once the person is erased, whatever became of the rest */
static char *
describe (const Job *job, gboolean unfinished)
{
  g_autoptr (GError) error = NULL;

  if (job->backups != NULL && job->backups->len > 0 &&
      !samen_backup_remove_traces (job->dossier, job->backups, &error))
    return g_strdup (error->message);
  return g_strdup (unfinished ? _ ("The person is erased. What is left in the file goes when the "
                                   "dossier is opened next.")
                              : _ ("The person is erased"));
}

static void
erase_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const SamenProgress progress = { cancellable, NULL, NULL };
  GError *error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (job->dossier, &error);
  gboolean unfinished;

  if (store != NULL)
    samen_store_set_author (store, job->author);
  if (store == NULL || !samen_store_erase (store, &job->erasure, &progress, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  unfinished = samen_store_is_erasing (store);
  g_clear_object (&store);
  g_task_return_pointer (task, describe (job, unfinished), g_free);
}

void
samen_erase_person (SamenStore *store,
                    const SamenErasure *erasure,
                    GPtrArray *backups,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->dossier = g_strdup (samen_store_get_path (store));
  g_object_get (store, "author", &job->author, NULL);
  job->person = g_strdup (erasure->person);
  job->names = g_strdupv ((char **) erasure->names);
  job->erasure = *erasure;
  job->erasure.person = job->person;
  job->erasure.names = (const char *const *) job->names;
  job->backups = backups != NULL ? g_ptr_array_ref (backups) : NULL;
  /* Once it is erased it is erased, and that is to be told */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, erase_in_thread);
}

gboolean
samen_erase_person_finish (GAsyncResult *result, char **report, GError **error)
{
  *report = g_task_propagate_pointer (G_TASK (result), error);
  if (*report != NULL)
    samen_store_refresh (g_task_get_source_object (G_TASK (result)));
  return *report != NULL;
}
