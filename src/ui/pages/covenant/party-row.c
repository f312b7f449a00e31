/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/covenant/party-row.h"
#include "widgets/record-row.h"
#include "widgets/words.h"

static char *
describe_signature (GListModel *signatures)
{
  g_autoptr (SamenSignature) signature = g_list_model_get_item (signatures, 0);
  g_autofree char *day = NULL;

  if (signature == NULL)
    return g_strdup (_ ("Not signed yet"));
  day = samen_date_format (signature->signed_on, NULL);
  return g_strdup_printf (_ ("Signed: %s"), day);
}

static char *
describe (gpointer record, SamenStore *store)
{
  SamenParty *party = record;
  g_autoptr (GListModel) signatures =
      samen_store_list (store, SAMEN_TYPE_SIGNATURE, "party", SAMEN_RECORD (party)->id);
  g_autofree char *signature = describe_signature (signatures);

  return samen_join_facts (party->representative, party->function, signature, SAMEN_END);
}

static void
signatures_changed_cb (AdwBin *bin,
                       guint position,
                       guint removed,
                       guint added,
                       GListModel *signatures)
{
  const char *id = g_object_get_data (G_OBJECT (bin), "party");
  g_autoptr (SamenRecord) signature = g_list_model_get_item (signatures, 0);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (signature != NULL)
    {
      gtk_button_set_icon_name (GTK_BUTTON (button), "object-select-symbolic");
      gtk_widget_set_tooltip_text (button, _ ("Show the Signature"));
      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.change");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "signature",
                                        signature->id);
    }
  else
    {
      gtk_button_set_label (GTK_BUTTON (button), _ ("_Sign…"));
      gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.add");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", "signature", "party", id);
    }
  adw_bin_set_child (bin, button);
}

GtkWidget *
samen_party_row_new (SamenStore *store, SamenParty *party)
{
  GtkWidget *row = samen_record_row_new (SAMEN_RECORD (party));
  GtkWidget *bin = adw_bin_new ();
  GListModel *signatures =
      samen_store_list (store, SAMEN_TYPE_SIGNATURE, "party", SAMEN_RECORD (party)->id);

  g_object_set_data_full (G_OBJECT (bin), "party", g_strdup (SAMEN_RECORD (party)->id), g_free);
  g_object_set_data_full (G_OBJECT (bin), "signatures", signatures, g_object_unref);
  g_signal_connect_object (signatures, "items-changed", G_CALLBACK (signatures_changed_cb), bin,
                           G_CONNECT_SWAPPED);
  signatures_changed_cb (ADW_BIN (bin), 0, 0, 0, signatures);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bin);
  samen_record_row_add_menu (SAMEN_RECORD_ROW (row));
  samen_record_row_set_describe (SAMEN_RECORD_ROW (row), store, describe);
  return row;
}
