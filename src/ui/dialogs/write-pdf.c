/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/write-pdf.h"
#include "document/pdf.h"

/* What the thread needs; it opens the dossier for itself */
typedef struct
{
  char *dossier;
  char *id;
  char *path;
  SamenMakeDocument make;
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

void
samen_write_pdf (SamenStore *store,
                 SamenMakeDocument make,
                 const char *id,
                 const char *path,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->dossier = g_strdup (samen_store_get_path (store));
  job->id = g_strdup (id);
  job->path = g_strdup (path);
  job->make = make;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
samen_write_pdf_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
