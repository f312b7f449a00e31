/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/steps/reaching.h"
#include "store/log.h"
#include "widgets/celebration.h"
#include "widgets/toast.h"

/* Whether the log has it reached before, be it undone or reopened since */
static gboolean
was_reached_before (SamenStore *store, SamenMilestone *milestone)
{
  g_autoptr (GListModel) history = samen_store_history (store, SAMEN_RECORD (milestone)->id, 0);

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (SamenLogEntry) entry = g_list_model_get_item (history, i);

      if (entry->change->new != NULL && g_str_equal (entry->change->field->name, "reached"))
        return TRUE;
    }
  return FALSE;
}

gboolean
samen_reaching_is_joy (SamenStore *store, SamenMilestone *milestone)
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);

  return (milestone == NULL || !was_reached_before (store, milestone)) &&
         (partnership == NULL || !partnership->quiet);
}

void
samen_reaching_offer (GtkWidget *widget, SamenMilestone *milestone, gboolean joy)
{
  if (joy)
    samen_celebrate (widget);
  samen_toast_action (
      widget, _ ("Milestone reached"), _ ("_Celebrate…"), "record.add",
      g_variant_new ("(sss)", "celebration", "milestone", SAMEN_RECORD (milestone)->id));
}

/* A form on its way */
typedef struct
{
  GtkWidget *widget; /* outlives the dialog */
  SamenStore *store;
  gboolean joy;
} Watch;

static void
watch_free (gpointer data, GClosure *unused)
{
  g_object_unref (((Watch *) data)->store);
  g_free (data);
}

static void
saved_cb (gpointer dialog, const char *id, Watch *self)
{
  g_autoptr (SamenMilestone) milestone = samen_store_get (self->store, SAMEN_TYPE_MILESTONE, id);

  if (milestone != NULL && samen_date_is_set (milestone->reached))
    samen_reaching_offer (self->widget, milestone, self->joy);
}

void
samen_reaching_watch (gpointer dialog,
                      GtkWidget *widget,
                      SamenStore *store,
                      SamenMilestone *milestone)
{
  Watch *self;

  if (milestone != NULL && samen_date_is_set (milestone->reached))
    return;
  self = g_new0 (Watch, 1);
  self->widget = widget;
  self->store = g_object_ref (store);
  self->joy = samen_reaching_is_joy (store, milestone);
  g_signal_connect_data (dialog, "saved", G_CALLBACK (saved_cb), self, watch_free, 0);
}
