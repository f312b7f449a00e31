/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/covenant/party-row.h"
#include "rules/signing.h"
#include "widgets/record-menu.h"
#include "widgets/record-row.h"
#include "widgets/words.h"

/* The indent of a member of a group */
#define INDENT 24

/* What a row holds beside what it shows of its record */
typedef struct
{
  GtkLabel *mark;
  GtkBox *sign_box;
  GMenu *menu;
  GtkWidget *menu_button;
  GListModel *representatives;
  GListModel *signatures;
  gboolean is_group;
} Parts;

static const char key[] = "samen-party-row";

static void
parts_free (gpointer data)
{
  Parts *self = data;

  g_object_unref (self->menu);
  g_object_unref (self->representatives);
  g_object_unref (self->signatures);
  g_free (self);
}

/* ---- what it says ---- */

/* "X, Y" */
static char *
join_names (GArray *people)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            g_array_index (people, SamenSignatory, i).name);
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static char *
describe_signing (SamenParty *party, GListModel *further, GListModel *signatures)
{
  SamenPartySigning signing = samen_party_signing (party, further, signatures);
  g_autoptr (GArray) left = samen_party_left_to_sign (party, further, signatures);
  g_autofree char *names = join_names (left);
  g_autofree char *withdrawn = samen_date_format (party->withdrawn, NULL);
  g_autofree char *last = samen_date_format (signing.last, NULL);

  if (samen_date_is_set (party->withdrawn))
    /* Translators: a party stepped out on this date */
    return g_strdup_printf (_ ("Withdrew: %s"), withdrawn);
  if (signing.n_signed == 0)
    return g_strdup (_ ("Not signed yet"));
  if (samen_party_signing_is_done (&signing))
    return g_strdup_printf (_ ("Signed: %s"), last);
  /* Translators: how many of the people who represent one party; then their names */
  return g_strdup_printf (_ ("%u of %u have signed. Still to sign: %s"), signing.n_signed,
                          signing.n_needed, names);
}

/* Who represent it; or who signed in their place */
static char *
describe_people (SamenParty *party, GListModel *further, GListModel *signatures)
{
  g_autoptr (SamenSignature) signature = g_list_model_get_item (signatures, 0);
  SamenPartySigning signing = samen_party_signing (party, further, signatures);

  if (signature != NULL && signing.n_needed == 1 &&
      g_strcmp0 (signature->signatory, party->representative) != 0)
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
  g_autoptr (GListModel) further =
      samen_store_list (store, SAMEN_TYPE_REPRESENTATIVE, "party", SAMEN_RECORD (party)->id);
  g_autoptr (GListModel) signatures =
      samen_store_list (store, SAMEN_TYPE_SIGNATURE, "party", SAMEN_RECORD (party)->id);
  gboolean is_group = party->is_group || samen_party_is_group (party, parties);
  g_autofree char *people = describe_people (party, further, signatures);
  g_autofree char *signature = is_group ? NULL : describe_signing (party, further, signatures);

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

static void
add_button (Parts *self, GtkWidget *button)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (self->sign_box, button);
}

/* The buttons are made anew only when they are others, so that they keep the focus */
static void
show_signing (Parts *self, SamenParty *party)
{
  SamenPartySigning signing = samen_party_signing (party, self->representatives, self->signatures);
  g_autoptr (SamenRecord) first = g_list_model_get_item (self->signatures, 0);
  gboolean can_sign = !samen_party_signing_is_done (&signing) && !self->is_group &&
                      !samen_date_is_set (party->withdrawn);
  g_autofree char *state = g_strdup_printf ("%u %s %d", g_list_model_get_n_items (self->signatures),
                                            first != NULL ? first->id : "", can_sign);

  if (g_strcmp0 (g_object_get_data (G_OBJECT (self->sign_box), "state"), state) == 0)
    return;
  while (gtk_widget_get_first_child (GTK_WIDGET (self->sign_box)) != NULL)
    gtk_box_remove (self->sign_box, gtk_widget_get_first_child (GTK_WIDGET (self->sign_box)));
  if (first != NULL)
    add_button (self, make_signed_button (self->signatures));
  if (can_sign)
    add_button (self, make_sign_button (SAMEN_RECORD (party)));
  g_object_set_data_full (G_OBJECT (self->sign_box), "state", g_steal_pointer (&state), g_free);
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
  self->sign_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->menu = g_menu_new ();
  self->menu_button = samen_record_menu_new (row, G_MENU_MODEL (self->menu), NULL);
  self->representatives =
      samen_store_list (store, SAMEN_TYPE_REPRESENTATIVE, "party", SAMEN_RECORD (party)->id);
  self->signatures =
      samen_store_list (store, SAMEN_TYPE_SIGNATURE, "party", SAMEN_RECORD (party)->id);
  g_object_set_data_full (G_OBJECT (row), key, self, parts_free);
  gtk_label_set_width_chars (self->mark, 3);
  gtk_label_set_xalign (self->mark, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (self->mark));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->sign_box));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->menu_button);
  samen_record_row_set_describe (SAMEN_RECORD_ROW (row), store, describe);
  return row;
}
