/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/party-edits.h"
#include "pages/covenant/add-parties-dialog.h"
#include "widgets/check-group.h"
#include "widgets/focus.h"
#include "widgets/form-row.h"
#include "widgets/long-names.h"
#include "widgets/words.h"

struct _SamenAddPartiesDialog
{
  SamenEditDialog parent_instance;
  SamenAgreement *agreement;
  SamenCheckGroup *organisations;
  SamenFormRow *others;
  AdwComboRow *group_row;
  GPtrArray *groups; /* SamenParty */
};

G_DEFINE_FINAL_TYPE (SamenAddPartiesDialog, samen_add_parties_dialog, SAMEN_TYPE_EDIT_DIALOG)

/* Names of organisations that the dossier does not have yet */
static const SamenField others_field = {
  .name = "others",
  .label = N_ ("Names, one on each line"),
  .kind = SAMEN_KIND_TEXT,
  .flags = SAMEN_LONG,
  .hint = N_ ("They become organisations of the dossier too."),
};

static SamenNewParty *
new_party_of (SamenStore *store, SamenOrganisation *organisation)
{
  SamenNewParty *party = g_new0 (SamenNewParty, 1);
  g_autoptr (SamenPerson) person = samen_party_suggest_representative (store, organisation);

  party->organisation = g_object_ref (organisation);
  party->name = g_strdup (organisation->name);
  party->representative = person != NULL ? g_strdup (person->name) : NULL;
  party->function = person != NULL ? g_strdup (person->function) : NULL;
  return party;
}

static void
add_names (GPtrArray *parties, const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, "\n", -1);

  for (gsize i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      {
        SamenNewParty *party = g_new0 (SamenNewParty, 1);

        party->name = g_strdup (names[i]);
        g_ptr_array_add (parties, party);
      }
}

static SamenParty *
chosen_group (SamenAddPartiesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->group_row);

  return selected > 0 && selected <= self->groups->len
             ? g_ptr_array_index (self->groups, selected - 1)
             : NULL;
}

static SamenEdit *
make_edit (SamenEditDialog *dialog)
{
  SamenAddPartiesDialog *self = SAMEN_ADD_PARTIES_DIALOG (dialog);
  SamenStore *store = samen_edit_dialog_get_store (dialog);
  g_autoptr (GPtrArray) chosen = samen_check_group_list (self->organisations);
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func (samen_new_party_free);
  g_autoptr (GVariant) others = NULL;

  if (!samen_form_row_read (self->others, &others))
    return NULL;
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (parties, new_party_of (store, chosen->pdata[i]));
  if (others != NULL)
    add_names (parties, g_variant_get_string (others, NULL));
  if (parties->len == 0)
    {
      samen_edit_dialog_tell (dialog, _ ("Choose an organisation, or type the name of one."));
      return NULL;
    }
  return samen_party_edit_add (store, self->agreement, chosen_group (self), parties);
}

static gboolean
is_changed (SamenEditDialog *dialog)
{
  SamenAddPartiesDialog *self = SAMEN_ADD_PARTIES_DIALOG (dialog);
  g_autoptr (GPtrArray) chosen = samen_check_group_list (self->organisations);

  return chosen->len > 0 || samen_form_row_is_changed (self->others);
}

static char *
describe (SamenStore *store, SamenOrganisation *organisation)
{
  g_autoptr (SamenPerson) person = samen_party_suggest_representative (store, organisation);

  return samen_join_facts (organisation->place, person != NULL ? person->name : NULL,
                           person != NULL ? person->function : NULL, SAMEN_END);
}

static gboolean
is_party (GListModel *parties, SamenOrganisation *organisation)
{
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (SamenParty) party = g_list_model_get_item (parties, i);

      if (g_strcmp0 (party->organisation.id, SAMEN_RECORD (organisation)->id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_organisations (SamenAddPartiesDialog *self, GListModel *parties)
{
  SamenStore *store = samen_edit_dialog_get_store (SAMEN_EDIT_DIALOG (self));
  g_autoptr (GListModel) all = samen_store_list (store, SAMEN_TYPE_ORGANISATION, NULL, NULL);
  guint n = 0;

  self->organisations = samen_check_group_new (_ ("Organisations of this Dossier"));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SamenOrganisation) it = g_list_model_get_item (all, i);
      g_autofree char *line = NULL;

      if (is_party (parties, it))
        continue;
      line = describe (store, it);
      samen_check_group_add_line (self->organisations, it->name, line, it);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->organisations), n > 0);
  samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), self->organisations);
}

static void
add_others (SamenAddPartiesDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->others = samen_form_row_new (
      &others_field, samen_edit_dialog_get_store (SAMEN_EDIT_DIALOG (self)), NULL, NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Other Organisations"));
  samen_form_row_add_to (self->others, ADW_PREFERENCES_GROUP (group));
  samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), group);
}

static void
add_groups (SamenAddPartiesDialog *self, GListModel *parties)
{
  g_autoptr (GPtrArray) lines = samen_party_lines (parties, SAMEN_RECORD (self->agreement)->id);
  /* Translators: the choice for parties to stand by themselves, as in "Member of the group: none" */
  g_autoptr (GtkStringList) names =
      gtk_string_list_new ((const char *const[]) { C_ ("group", "None"), NULL });
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenPartyLine *line = g_ptr_array_index (lines, i);

      if (!line->is_group || line->depth > 0)
        continue;
      g_ptr_array_add (self->groups, g_object_ref (line->party));
      gtk_string_list_append (names, line->party->name);
    }
  self->group_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->group_row), _ ("Member of the group"));
  samen_combo_show_whole (self->group_row);
  adw_combo_row_set_model (self->group_row, G_LIST_MODEL (names));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->group_row));
  gtk_widget_set_visible (group, self->groups->len > 0);
  samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), group);
}

static void
samen_add_parties_dialog_dispose (GObject *object)
{
  SamenAddPartiesDialog *self = SAMEN_ADD_PARTIES_DIALOG (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->others, samen_form_row_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (samen_add_parties_dialog_parent_class)->dispose (object);
}

static void
samen_add_parties_dialog_class_init (SamenAddPartiesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = samen_add_parties_dialog_dispose;
  SAMEN_EDIT_DIALOG_CLASS (klass)->make_edit = make_edit;
  SAMEN_EDIT_DIALOG_CLASS (klass)->is_changed = is_changed;
}

static void
samen_add_parties_dialog_init (SamenAddPartiesDialog *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
}

AdwDialog *
samen_add_parties_dialog_new (SamenStore *store, SamenAgreement *agreement)
{
  SamenAddPartiesDialog *self = g_object_new (SAMEN_TYPE_ADD_PARTIES_DIALOG, "store", store,
                                              "title", C_ ("edit", "Add Parties"), NULL);
  g_autoptr (GListModel) parties =
      samen_store_list (store, SAMEN_TYPE_PARTY, "agreement", SAMEN_RECORD (agreement)->id);
  GtkWidget *first;

  self->agreement = g_object_ref (agreement);
  add_organisations (self, parties);
  add_others (self);
  add_groups (self, parties);
  first = samen_check_group_get_first (self->organisations);
  samen_focus_in_dialog (ADW_DIALOG (self),
                         first != NULL ? first : samen_form_row_get_control (self->others));
  return ADW_DIALOG (self);
}
