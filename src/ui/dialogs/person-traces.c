/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/person-traces.h"
#include "exchange/person-data.h"
#include "store/backup-traces.h"
#include "store/wording.h"
#include "widgets/plain-row.h"
#include "widgets/words.h"

/* More rows than this nobody reads in a dialog; they are all in what is saved */
#define MOST_ROWS 50

typedef struct
{
  char *dossier;
  char *person;
  GStrv names;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->dossier);
  g_free (self->person);
  g_strfreev (self->names);
  g_free (self);
}

void
samen_person_traces_free (SamenPersonTraces *self)
{
  g_clear_pointer (&self->traces, samen_traces_free);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_pointer (&self->mentions, samen_mentions_free);
  g_free (self->json);
  g_free (self);
}

static SamenPersonTraces *
find (const Job *job, GError **error)
{
  g_autoptr (SamenPersonTraces) found = g_new0 (SamenPersonTraces, 1);
  g_autoptr (SamenStore) store = samen_store_open (job->dossier, error);
  g_auto (GStrv) names = NULL;
  const char *const *sought;

  if (store == NULL)
    return NULL;
  names = job->names != NULL ? g_strdupv (job->names) : samen_traces_names (store, job->person);
  sought = (const char *const *) names;
  found->traces = samen_traces_find (store, job->person, sought, error);
  if (found->traces == NULL)
    return NULL;
  found->json = samen_person_data_to_json (store, found->traces);
  found->mentions = samen_mentions_new (sought);
  found->backups = samen_backup_find_traces (job->dossier, sought);
  return g_steal_pointer (&found);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  SamenPersonTraces *found = find (data, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) samen_person_traces_free);
  else
    g_task_return_error (task, error);
}

void
samen_person_traces_find (SamenStore *store,
                          const char *person,
                          const char *const *names,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->dossier = g_strdup (samen_store_get_path (store));
  job->person = g_strdup (person);
  job->names = g_strdupv ((char **) names);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

SamenPersonTraces *
samen_person_traces_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
samen_person_traces_are_any (SamenPersonTraces *self)
{
  return self->traces->places->len + self->traces->past->len + self->traces->edits->len +
                 self->backups->len >
             0 ||
         self->traces->in_draft;
}

/* In which covenant, or with what else: there can be two of the same party, and two of the same title */
static char *
describe_around (SamenStore *store, SamenRecord *place)
{
  g_autoptr (SamenRecord) around = samen_store_get_owner (store, place);
  g_autofree char *name = NULL;
  g_autofree char *start = NULL;

  while (around != NULL)
    {
      SamenRecord *further = samen_store_get_owner (store, around);

      if (further == NULL)
        break;
      g_object_unref (around);
      around = further;
    }
  if (around == NULL)
    return NULL;
  name = samen_wording_record (store, G_OBJECT_TYPE (around), around->id);
  if (SAMEN_IS_AGREEMENT (around))
    start = samen_record_format (around, "start", NULL);
  return samen_join_facts (name, start, SAMEN_END);
}

/* What stands there: the words around the name, or as what somebody is named */
static char *
describe (SamenPersonTraces *self, SamenStore *store, const SamenTrace *trace)
{
  g_autofree char *text = samen_trace_get_text (trace, store, self->mentions);

  if (trace->kind == SAMEN_TRACE_ROLE)
    /* Translators: the name of a field and what it holds */
    return g_strdup_printf (_ ("%s: %s"), _ (trace->field->label), text);
  if (trace->kind == SAMEN_TRACE_TEXT)
    return samen_mentions_excerpt (self->mentions, text);
  return NULL;
}

static GtkWidget *
make_row (SamenPersonTraces *self, SamenStore *store, const SamenTrace *trace)
{
  g_autoptr (SamenRecord) place = samen_trace_get_place (trace, store);
  g_autofree char *name = samen_wording_record (store, G_OBJECT_TYPE (place), place->id);
  g_autofree char *deleted = NULL;
  g_autofree char *said = describe (self, store, trace);
  g_autofree char *around = describe_around (store, place);
  g_autofree char *line = samen_join_facts (said, around, SAMEN_END);

  if (trace->record->deleted)
    /* Translators: after what was deleted, and can be brought back */
    deleted = g_strdup_printf (_ ("%s (deleted)"), name);
  return samen_plain_row (deleted != NULL ? deleted : name, *line != '\0' ? line : NULL);
}

guint
samen_person_traces_show (SamenPersonTraces *self,
                          SamenStore *store,
                          SamenTraceKind kind,
                          void (*add) (gpointer target, GtkWidget *row),
                          gpointer target)
{
  guint n = 0;

  for (guint i = 0; i < self->traces->places->len; i++)
    {
      const SamenTrace *trace = g_ptr_array_index (self->traces->places, i);

      if (trace->kind != kind || ++n > MOST_ROWS)
        continue;
      add (target, make_row (self, store, trace));
    }
  if (n > MOST_ROWS)
    {
      guint more = n - MOST_ROWS;
      g_autofree char *text =
          g_strdup_printf (ngettext ("and %u more place", "and %u more places", more), more);

      add (target, samen_plain_row (text, NULL));
    }
  return n;
}
