/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/steps/milestone-row.h"
#include "rules/milestones.h"
#include "store/log.h"
#include "widgets/record-row.h"

/* Which criterion it is a step towards */
static char *
describe_criterion (SamenStore *store, SamenMilestone *milestone)
{
  g_autoptr (SamenCriterion) criterion =
      milestone->criterion.id != NULL
          ? samen_store_get (store, SAMEN_TYPE_CRITERION, milestone->criterion.id)
          : NULL;

  if (criterion == NULL || SAMEN_RECORD (criterion)->deleted)
    return NULL;
  /* Translators: of a milestone; %s is an evaluation criterion */
  return g_strdup_printf (_ ("Counts towards: %s"), criterion->title);
}

static char *
describe (gpointer record, SamenStore *store)
{
  SamenMilestone *milestone = record;
  g_autoptr (GListModel) celebrations =
      samen_store_list (store, SAMEN_TYPE_CELEBRATION, "milestone", SAMEN_RECORD (record)->id);
  SamenDate first_due = samen_store_first_date (store, record, "due");
  g_autofree char *facts = NULL;
  g_autofree char *criterion = describe_criterion (store, milestone);
  g_autoptr (GString) lines = NULL;

  facts = samen_milestone_describe (milestone, celebrations, first_due, samen_date_today ());
  lines = g_string_new (facts);
  if (milestone->contributors != NULL)
    g_string_append_printf (lines, "\n%s", milestone->contributors);
  if (criterion != NULL)
    g_string_append_printf (lines, "\n%s", criterion);
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

static void
toggled_cb (GtkWidget *check, gpointer milestone)
{
  gtk_widget_activate_action (check, "steps.toggle", "s", SAMEN_RECORD (milestone)->id);
}

/* The check says what the dossier says, also where that refused what was asked */
static void
show_reached (GtkWidget *check)
{
  SamenMilestone *milestone = g_object_get_data (G_OBJECT (check), "milestone");
  gboolean reached = samen_date_is_set (milestone->reached);

  g_signal_handlers_block_by_func (check, toggled_cb, milestone);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), reached);
  g_signal_handlers_unblock_by_func (check, toggled_cb, milestone);
  gtk_widget_set_tooltip_text (check, reached ? _ ("Reopen Milestone") : _ ("Mark as Reached"));
}

static GtkWidget *
make_check (SamenMilestone *milestone)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *label = g_strdup_printf (_ ("Reached: %s"), milestone->title);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (check), "milestone", g_object_ref (milestone), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), milestone, 0);
  g_signal_connect_after (check, "toggled", G_CALLBACK (show_reached), NULL);
  g_signal_connect_object (milestone, "notify::reached", G_CALLBACK (show_reached), check,
                           G_CONNECT_SWAPPED);
  show_reached (check);
  return check;
}

static GtkWidget *
make_celebration_button (SamenMilestone *milestone, GListModel *celebrations)
{
  g_autoptr (SamenRecord) celebration = g_list_model_get_item (celebrations, 0);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (celebration != NULL)
    {
      gtk_button_set_icon_name (GTK_BUTTON (button), "samenspel-celebration-symbolic");
      gtk_widget_set_tooltip_text (button, _ ("Show the Celebration"));
      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.change");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "celebration",
                                        celebration->id);
      return button;
    }
  gtk_button_set_label (GTK_BUTTON (button), _ ("_Celebrate…"));
  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", "celebration", "milestone",
                                    SAMEN_RECORD (milestone)->id);
  return button;
}

static void
celebrations_changed_cb (GtkWidget *bin)
{
  SamenMilestone *milestone = g_object_get_data (G_OBJECT (bin), "milestone");
  GListModel *celebrations = g_object_get_data (G_OBJECT (bin), "celebrations");

  adw_bin_set_child (ADW_BIN (bin), samen_date_is_set (milestone->reached)
                                        ? make_celebration_button (milestone, celebrations)
                                        : NULL);
}

static GtkWidget *
make_celebration (SamenStore *store, SamenMilestone *milestone)
{
  GtkWidget *bin = adw_bin_new ();
  GListModel *celebrations =
      samen_store_list (store, SAMEN_TYPE_CELEBRATION, "milestone", SAMEN_RECORD (milestone)->id);

  g_object_set_data_full (G_OBJECT (bin), "milestone", g_object_ref (milestone), g_object_unref);
  g_object_set_data_full (G_OBJECT (bin), "celebrations", celebrations, g_object_unref);
  g_signal_connect_object (celebrations, "items-changed", G_CALLBACK (celebrations_changed_cb), bin,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (milestone, "notify::reached", G_CALLBACK (celebrations_changed_cb), bin,
                           G_CONNECT_SWAPPED);
  celebrations_changed_cb (bin);
  return bin;
}

GtkWidget *
samen_milestone_row_new (SamenStore *store, SamenMilestone *milestone)
{
  GtkWidget *row = samen_record_row_new (SAMEN_RECORD (milestone));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_check (milestone));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_celebration (store, milestone));
  samen_record_row_set_describe (SAMEN_RECORD_ROW (row), store, describe);
  return row;
}
