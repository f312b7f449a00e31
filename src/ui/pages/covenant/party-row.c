/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/covenant/party-row.h"
#include "widgets/record-menu.h"
#include "widgets/record-row.h"
#include "widgets/words.h"

/* The indent of a member of a group */
#define INDENT 24

/* What a row holds beside what it shows of its record */
typedef struct
{
  GtkLabel *mark;
  AdwBin *sign_bin;
  GMenu *menu;
  GtkWidget *menu_button;
  GListModel *signatures;
  gboolean is_group;
} Parts;

static const char key[] = "samen-party-row";

static void
parts_free (gpointer data)
{
  Parts *self = data;

  g_object_unref (self->menu);
  g_object_unref (self->signatures);
  g_free (self);
}

/* ---- what it says ---- */

static char *
describe_signature (SamenParty *party, GListModel *signatures)
{
  g_autoptr (SamenSignature) signature = g_list_model_get_item (signatures, 0);
  g_autofree char *day = samen_date_format (party->withdrawn, NULL);
  g_autofree char *signed_on = NULL;

  if (samen_date_is_set (party->withdrawn))
    /* Translators: a party stepped out on this date */
    return g_strdup_printf (_ ("Withdrew: %s"), day);
  if (signature == NULL)
    return g_strdup (_ ("Not signed yet"));
  signed_on = samen_date_format (signature->signed_on, NULL);
  return g_strdup_printf (_ ("Signed: %s"), signed_on);
}

/* Who signed, where that is not who represents */
static char *
describe_people (SamenParty *party, SamenStore *store, GListModel *signatures)
{
  g_autoptr (SamenSignature) signature = g_list_model_get_item (signatures, 0);
  g_autoptr (GListModel) further =
      samen_store_list (store, SAMEN_TYPE_REPRESENTATIVE, "party", SAMEN_RECORD (party)->id);

  if (signature != NULL && g_strcmp0 (signature->signatory, party->representative) != 0)
    return signature->function != NULL
               ? g_strdup_printf ("%s, %s", signature->signatory, signature->function)
               : g_strdup (signature->signatory);
  return samen_party_represented_by (party, further, NULL);
}

static char *
describe (gpointer record, SamenStore *store)
{
  SamenParty *party = record;
  g_autoptr (GListModel) parties =
      samen_store_list (store, SAMEN_TYPE_PARTY, "agreement", party->agreement.id);
  g_autoptr (GListModel) signatures =
      samen_store_list (store, SAMEN_TYPE_SIGNATURE, "party", SAMEN_RECORD (party)->id);
  gboolean is_group = party->is_group || samen_party_is_group (party, parties);
  g_autofree char *people = describe_people (party, store, signatures);
  g_autofree char *signature = is_group ? NULL : describe_signature (party, signatures);

  return samen_join_facts (party->alias, people, signature, SAMEN_END);
}

/* ---- its button ---- */

static GtkWidget *
make_sign_button (SamenRecord *party)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("samenspel-sign-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Sign…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "parties.sign");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", party->id);
  return button;
}

static GMenuModel *
make_signature_menu (GListModel *signatures)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (signatures); i++)
    {
      g_autoptr (SamenSignature) signature = g_list_model_get_item (signatures, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (signature->signatory, NULL);

      g_menu_item_set_action_and_target (item, "record.change", "(ss)", "signature",
                                         SAMEN_RECORD (signature)->id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_signed_button (GListModel *signatures)
{
  g_autoptr (SamenRecord) signature = g_list_model_get_item (signatures, 0);
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *button;

  if (g_list_model_get_n_items (signatures) > 1)
    {
      menu = make_signature_menu (signatures);
      button = gtk_menu_button_new ();
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "object-select-symbolic");
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
      gtk_widget_set_tooltip_text (button, _ ("Show the Signatures"));
    }
  else
    {
      button = gtk_button_new_from_icon_name ("object-select-symbolic");
      gtk_widget_set_tooltip_text (button, _ ("Show the Signature"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.change");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "signature",
                                        signature->id);
    }
  return button;
}

/* The button is made anew only when it is another, so that it keeps the focus */
static void
show_signing (Parts *self, SamenParty *party)
{
  guint n = g_list_model_get_n_items (self->signatures);
  gboolean can_sign = n == 0 && !self->is_group && !samen_date_is_set (party->withdrawn);
  g_autofree char *state = NULL;
  GtkWidget *button = NULL;

  if (n > 0)
    {
      g_autoptr (SamenRecord) first = g_list_model_get_item (self->signatures, 0);

      state = g_strdup_printf ("%u %s", n, first->id);
    }
  else
    state = g_strdup (can_sign ? "sign" : "");
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self->sign_bin), "state"), state) == 0)
    return;
  if (n > 0)
    button = make_signed_button (self->signatures);
  else if (can_sign)
    button = make_sign_button (SAMEN_RECORD (party));
  if (button != NULL)
    {
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
    }
  adw_bin_set_child (self->sign_bin, button);
  g_object_set_data_full (G_OBJECT (self->sign_bin), "state", g_steal_pointer (&state), g_free);
}

/* ---- its menu ---- */

static void
append_target (GMenu *menu, const char *label, const char *party, const char *group)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "parties.into", "(ss)", party, group);
  g_menu_append_item (menu, item);
}

/* Into which groups a party can go; a group does not go into another */
static void
append_groups (GMenu *menu, GPtrArray *lines, const SamenPartyLine *line)
{
  g_autoptr (GMenu) groups = g_menu_new ();
  const char *id = SAMEN_RECORD (line->party)->id;

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenPartyLine *it = g_ptr_array_index (lines, i);
      const char *group = SAMEN_RECORD (it->party)->id;

      if (it->is_group && it->depth == 0 && it->party != line->party &&
          g_strcmp0 (line->party->group.id, group) != 0)
        append_target (groups, it->party->name, id, group);
    }
  if (!line->is_group && g_menu_model_get_n_items (G_MENU_MODEL (groups)) > 0)
    g_menu_append_submenu (menu, _ ("Put into _Group"), G_MENU_MODEL (groups));
  if (line->depth > 0)
    append_target (menu, _ ("Take _out of the Group"), id, "");
}

static void
fill_menu (GMenu *menu, GPtrArray *lines, const SamenPartyLine *line)
{
  g_autoptr (GMenu) moving = g_menu_new ();
  g_autoptr (GMenu) deleting = g_menu_new ();

  g_menu_remove_all (menu);
  g_menu_append (moving, _ ("Move _Up"), "row.move-up");
  g_menu_append (moving, _ ("Move _Down"), "row.move-down");
  append_groups (moving, lines, line);
  g_menu_append (deleting, _ ("De_lete"), "row.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moving));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deleting));
}

/* ---- the whole ---- */

void
samen_party_row_show (GtkWidget *row,
                      GPtrArray *lines,
                      const SamenPartyLine *line,
                      gboolean editable)
{
  Parts *self = g_object_get_data (G_OBJECT (row), key);

  self->is_group = line->is_group;
  gtk_label_set_text (self->mark, line->mark);
  gtk_widget_set_margin_start (GTK_WIDGET (self->mark), (int) line->depth * INDENT);
  if (line->is_group)
    gtk_widget_add_css_class (row, "party-group");
  else
    gtk_widget_remove_css_class (row, "party-group");
  show_signing (self, line->party);
  gtk_widget_set_visible (self->menu_button, editable);
  fill_menu (self->menu, lines, line);
  samen_record_row_update (SAMEN_RECORD_ROW (row));
}

GtkWidget *
samen_party_row_new (SamenStore *store, SamenParty *party)
{
  GtkWidget *row = samen_record_row_new (SAMEN_RECORD (party));
  Parts *self = g_new0 (Parts, 1);

  self->mark = GTK_LABEL (gtk_label_new (NULL));
  self->sign_bin = ADW_BIN (adw_bin_new ());
  self->menu = g_menu_new ();
  self->menu_button = samen_record_menu_new (row, G_MENU_MODEL (self->menu), NULL);
  self->signatures =
      samen_store_list (store, SAMEN_TYPE_SIGNATURE, "party", SAMEN_RECORD (party)->id);
  g_object_set_data_full (G_OBJECT (row), key, self, parts_free);
  gtk_label_set_width_chars (self->mark, 3);
  gtk_label_set_xalign (self->mark, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (self->mark));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->sign_bin));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->menu_button);
  samen_record_row_set_describe (SAMEN_RECORD_ROW (row), store, describe);
  return row;
}
