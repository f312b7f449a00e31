/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/overview/standing.h"
#include "rules/signals.h"
#include "shell/reminders.h"
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

/* A date that is moved is another one */
static char *
mark_of (SamenSignal *signal)
{
  g_autofree char *date = samen_date_to_string (signal->date);

  return g_strdup_printf ("%d %s %s", signal->kind, signal->record->id, date);
}

/* Takes out of @told what has not been told yet, and marks it as told */
static GPtrArray *
take_new (GListModel *signals, GPtrArray *told)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (signals); i++)
    {
      g_autoptr (SamenSignal) signal = g_list_model_get_item (signals, i);
      g_autofree char *mark = NULL;

      if (!is_about_a_date (signal))
        continue;
      mark = mark_of (signal);
      if (g_ptr_array_find_with_equal_func (told, mark, g_str_equal, NULL))
        continue;
      g_ptr_array_add (told, g_steal_pointer (&mark));
      g_ptr_array_add (found, g_steal_pointer (&signal));
    }
  return found;
}

static void
send (SamenStore *store, GPtrArray *signals)
{
  SamenSignal *first = g_ptr_array_index (signals, 0);
  gboolean one = signals->len == 1;
  const char *table = SAMEN_RECORD_GET_CLASS (first->record)->table;
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);
  g_autoptr (GNotification) notification =
      g_notification_new (partnership != NULL ? partnership->name : _ ("Samenspel"));
  g_autofree char *all = g_strdup_printf (
      ngettext ("%u date asks for attention.", "%u dates ask for attention.", signals->len),
      signals->len);

  g_notification_set_body (notification, one ? first->text : all);
  g_notification_set_default_action_and_target (
      notification, "app.open-record", "(ssss)", samen_store_get_path (store),
      one ? first->page : "overview", one ? table : "", one ? first->record->id : "");
  g_application_send_notification (g_application_get_default (), samen_store_get_dossier_id (store),
                                   notification);
}

static void
remind (SamenStore *store)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GListModel) signals = NULL;
  g_auto (GStrv) before = NULL;

  if (!samen_settings_get_flag ("reminders"))
    return;
  before = samen_settings_get_texts ("reminded");
  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (told, g_strdup (before[i]));
  signals = samen_standing_signals (store);
  found = take_new (signals, told);
  if (found->len == 0)
    return;
  send (store, found);
  if (told->len > REMEMBERED)
    g_ptr_array_remove_range (told, 0, told->len - REMEMBERED);
  g_ptr_array_add (told, NULL);
  samen_settings_set_texts ("reminded", (const char *const *) told->pdata);
}

static gboolean
again_cb (gpointer data)
{
  g_autoptr (SamenStore) store = g_weak_ref_get (data);

  if (store != NULL)
    remind (store);
  return store != NULL;
}

/* Once the window is drawn: to find what is near takes longer than it may wait */
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
