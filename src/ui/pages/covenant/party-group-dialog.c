/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/party-edits.h"
#include "pages/covenant/party-group-dialog.h"
#include "widgets/check-group.h"
#include "widgets/focus.h"
#include "widgets/form-row.h"

struct _SamenPartyGroupDialog
{
  SamenEditDialog parent_instance;
  SamenAgreement *agreement;
  SamenFormRow *name;
  SamenFormRow *alias;
  SamenCheckGroup *members;
};

G_DEFINE_FINAL_TYPE (SamenPartyGroupDialog, samen_party_group_dialog, SAMEN_TYPE_EDIT_DIALOG)

static const char *
text_of (GVariant *value)
{
  return value != NULL ? g_variant_get_string (value, NULL) : NULL;
}

static SamenEdit *
make_edit (SamenEditDialog *dialog)
{
  SamenPartyGroupDialog *self = SAMEN_PARTY_GROUP_DIALOG (dialog);
  g_autoptr (GPtrArray) members = samen_check_group_list (self->members);
  g_autoptr (GVariant) name = NULL;
  g_autoptr (GVariant) alias = NULL;

  if (!samen_form_row_read (self->name, &name))
    {
      samen_form_row_focus (self->name);
      return NULL;
    }
  if (!samen_form_row_read (self->alias, &alias))
    return NULL;
  return samen_party_edit_add_group (samen_edit_dialog_get_store (dialog), self->agreement,
                                     text_of (name), text_of (alias), members);
}

static gboolean
is_changed (SamenEditDialog *dialog)
{
  SamenPartyGroupDialog *self = SAMEN_PARTY_GROUP_DIALOG (dialog);
  g_autoptr (GPtrArray) members = samen_check_group_list (self->members);

  return members->len > 0 || samen_form_row_is_changed (self->name) ||
         samen_form_row_is_changed (self->alias);
}

static SamenFormRow *
add_field (SamenPartyGroupDialog *self, GtkWidget *group, const char *name)
{
  const SamenRecordClass *klass = samen_record_class_of (SAMEN_TYPE_PARTY);
  SamenFormRow *row =
      samen_form_row_new (samen_record_class_find (klass, name),
                          samen_edit_dialog_get_store (SAMEN_EDIT_DIALOG (self)), NULL, NULL);

  samen_form_row_add_to (row, ADW_PREFERENCES_GROUP (group));
  return row;
}

static void
add_members (SamenPartyGroupDialog *self)
{
  const char *id = SAMEN_RECORD (self->agreement)->id;
  g_autoptr (GListModel) parties = samen_store_list (
      samen_edit_dialog_get_store (SAMEN_EDIT_DIALOG (self)), SAMEN_TYPE_PARTY, "agreement", id);
  g_autoptr (GPtrArray) lines = samen_party_lines (parties, id);
  guint n = 0;

  self->members = samen_check_group_new (_ ("Members"));
  for (guint i = 0; i < lines->len; i++)
    {
      const SamenPartyLine *line = g_ptr_array_index (lines, i);

      if (line->is_group || line->depth > 0)
        continue;
      samen_check_group_add_line (self->members, line->party->name, NULL, line->party);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->members), n > 0);
  samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), self->members);
}

static void
samen_party_group_dialog_dispose (GObject *object)
{
  SamenPartyGroupDialog *self = SAMEN_PARTY_GROUP_DIALOG (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->name, samen_form_row_free);
  g_clear_pointer (&self->alias, samen_form_row_free);
  G_OBJECT_CLASS (samen_party_group_dialog_parent_class)->dispose (object);
}

static void
samen_party_group_dialog_class_init (SamenPartyGroupDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = samen_party_group_dialog_dispose;
  SAMEN_EDIT_DIALOG_CLASS (klass)->make_edit = make_edit;
  SAMEN_EDIT_DIALOG_CLASS (klass)->is_changed = is_changed;
}

static void
samen_party_group_dialog_init (SamenPartyGroupDialog *self)
{
}

AdwDialog *
samen_party_group_dialog_new (SamenStore *store, SamenAgreement *agreement)
{
  SamenPartyGroupDialog *self = g_object_new (SAMEN_TYPE_PARTY_GROUP_DIALOG, "store", store,
                                              "title", C_ ("edit", "Add Group"), NULL);
  GtkWidget *group = adw_preferences_group_new ();

  self->agreement = g_object_ref (agreement);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("A group is a numbered party that consists of lettered members. Each member signs."));
  self->name = add_field (self, group, "name");
  self->alias = add_field (self, group, "alias");
  samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), group);
  add_members (self);
  samen_focus_in_dialog (ADW_DIALOG (self), samen_form_row_get_control (self->name));
  return ADW_DIALOG (self);
}
