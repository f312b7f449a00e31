/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/overview/standing.h"
#include "rules/signals.h"
#include "shell/reminders.h"
#include "store/library.h"
#include "widgets/settings.h"

/* Dates do not come near any faster */
#define INTERVAL 3600
/* So many are remembered as told: more than are ever near at once */
#define REMEMBERED 200

static gboolean
is_about_a_date (SamenSignal *signal)
{
  switch (signal->kind)
    {
    case SAMEN_SIGNAL_NOTICE_NEAR:
    case SAMEN_SIGNAL_AGREEMENT_ENDS:
    case SAMEN_SIGNAL_MILESTONE_OVERDUE:
    case SAMEN_SIGNAL_NOT_MEASURED:
    case SAMEN_SIGNAL_KEPT_LONG:
      return signal->record != NULL;
    default:
      return FALSE;
    }
}

/* What there is to tell of a date: text that outlives the store it was found in */
typedef struct
{
  char *mark;
  char *text;
  const char *page;
  const char *table;
  char *id;
} Reminder;

static void
reminder_free (gpointer data)
{
  Reminder *self = data;

  g_free (self->mark);
  g_free (self->text);
  g_free (self->id);
  g_free (self);
}

/* A date that is moved is another one */
static Reminder *
reminder_new (SamenSignal *signal)
{
  Reminder *self = g_new0 (Reminder, 1);
  g_autofree char *date = samen_date_to_string (signal->date);

  self->mark = g_strdup_printf ("%d %s %s", signal->kind, signal->record->id, date);
  self->text = g_strdup (signal->text);
  self->page = signal->page;
  self->table = SAMEN_RECORD_GET_CLASS (signal->record)->table;
  self->id = g_strdup (signal->record->id);
  return self;
}

/* Looked for in a thread, which opens the dossier for itself */
typedef struct
{
  GWeakRef store; /* it may be closed meanwhile */
  char *path;
  char *dossier;
  char *name;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_weak_ref_clear (&self->store);
  g_free (self->path);
  g_free (self->dossier);
  g_free (self->name);
  g_free (self);
}

static GPtrArray *
find_dates (const char *path)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (reminder_free);
  g_autoptr (SamenStore) store = samen_store_open (path, NULL);
  g_autoptr (GListModel) signals = store != NULL ? samen_standing_signals (store) : NULL;

  for (guint i = 0; signals != NULL && i < g_list_model_get_n_items (signals); i++)
    {
      g_autoptr (SamenSignal) signal = g_list_model_get_item (signals, i);

      if (is_about_a_date (signal))
        g_ptr_array_add (found, reminder_new (signal));
    }
  return found;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GPtrArray *found;

  samen_library_begin_read ();
  found = find_dates (job->path);
  samen_library_end_read ();
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

/* Leaves in @found what has not been told yet, and marks it as told */
static void
keep_new (GPtrArray *found, GPtrArray *told)
{
  for (guint i = found->len; i > 0; i--)
    {
      const Reminder *reminder = found->pdata[i - 1];

      if (g_ptr_array_find_with_equal_func (told, reminder->mark, g_str_equal, NULL))
        g_ptr_array_remove_index (found, i - 1);
      else
        g_ptr_array_add (told, g_strdup (reminder->mark));
    }
}

static void
send (const Job *job, GPtrArray *found)
{
  const Reminder *first = found->pdata[0];
  const gboolean one = found->len == 1;
  g_autoptr (GNotification) notification = g_notification_new (job->name);
  g_autofree char *all = g_strdup_printf (
      ngettext ("%u date asks for attention.", "%u dates ask for attention.", found->len),
      found->len);

  g_notification_set_body (notification, one ? first->text : all);
  g_notification_set_default_action_and_target (notification, "app.open-record", "(ssss)",
                                                job->path, one ? first->page : "overview",
                                                one ? first->table : "", one ? first->id : "");
  g_application_send_notification (g_application_get_default (), job->dossier, notification);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer unused)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SamenStore) store = g_weak_ref_get (&job->store);
  g_auto (GStrv) before = samen_settings_get_texts ("reminded");

  if (store == NULL)
    return;
  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (told, g_strdup (before[i]));
  keep_new (found, told);
  if (found->len == 0)
    return;
  send (job, found);
  if (told->len > REMEMBERED)
    g_ptr_array_remove_range (told, 0, told->len - REMEMBERED);
  g_ptr_array_add (told, NULL);
  samen_settings_set_texts ("reminded", (const char *const *) told->pdata);
}

static void
remind (SamenStore *store)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SamenPartnership) partnership = NULL;
  Job *job;

  if (!samen_settings_get_flag ("reminders"))
    return;
  partnership = samen_store_get_partnership (store);
  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->store, store);
  job->path = g_strdup (samen_store_get_path (store));
  job->dossier = g_strdup (samen_store_get_dossier_id (store));
  job->name = g_strdup (partnership != NULL ? partnership->name : _ ("Samenspel"));
  task = g_task_new (NULL, NULL, found_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

static gboolean
again_cb (gpointer data)
{
  g_autoptr (SamenStore) store = g_weak_ref_get (data);

  if (store != NULL)
    remind (store);
  return store != NULL;
}

/* Once the window is drawn, which needs the processor more */
static gboolean
first_cb (gpointer data)
{
  again_cb (data);
  return G_SOURCE_REMOVE;
}

static GWeakRef *
weak_ref_new (SamenStore *store)
{
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, store);
  return reference;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
samen_reminders_watch (SamenStore *store)
{
  g_idle_add_full (G_PRIORITY_LOW, first_cb, weak_ref_new (store), weak_ref_free);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, INTERVAL, again_cb, weak_ref_new (store),
                              weak_ref_free);
}
