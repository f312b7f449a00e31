/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/new-version.h"
#include "pages/covenant/new-version-dialog.h"
#include "widgets/focus.h"
#include "widgets/form-row.h"

struct _SamenNewVersionDialog
{
  SamenEditDialog parent_instance;
  SamenAgreement *agreement;
  SamenFormRow *title;
  char *id;
};

G_DEFINE_FINAL_TYPE (SamenNewVersionDialog, samen_new_version_dialog, SAMEN_TYPE_EDIT_DIALOG)

static SamenEdit *
make_edit (SamenEditDialog *dialog)
{
  SamenNewVersionDialog *self = SAMEN_NEW_VERSION_DIALOG (dialog);
  g_autoptr (GVariant) title = NULL;

  if (!samen_form_row_read (self->title, &title))
    {
      samen_form_row_focus (self->title);
      return NULL;
    }
  g_clear_pointer (&self->id, g_free);
  return samen_new_version_edit (samen_edit_dialog_get_store (dialog), self->agreement,
                                 g_variant_get_string (title, NULL), &self->id);
}

static gboolean
is_changed (SamenEditDialog *dialog)
{
  return samen_form_row_is_changed (SAMEN_NEW_VERSION_DIALOG (dialog)->title);
}

static void
samen_new_version_dialog_dispose (GObject *object)
{
  SamenNewVersionDialog *self = SAMEN_NEW_VERSION_DIALOG (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->title, samen_form_row_free);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (samen_new_version_dialog_parent_class)->dispose (object);
}

static void
samen_new_version_dialog_class_init (SamenNewVersionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = samen_new_version_dialog_dispose;
  SAMEN_EDIT_DIALOG_CLASS (klass)->make_edit = make_edit;
  SAMEN_EDIT_DIALOG_CLASS (klass)->is_changed = is_changed;
}

static void
samen_new_version_dialog_init (SamenNewVersionDialog *self)
{
}

AdwDialog *
samen_new_version_dialog_new (SamenStore *store, SamenAgreement *agreement)
{
  SamenNewVersionDialog *self = g_object_new (SAMEN_TYPE_NEW_VERSION_DIALOG, "store", store,
                                              "title", C_ ("edit", "Start New Version"), NULL);
  const SamenRecordClass *klass = samen_record_class_of (SAMEN_TYPE_AGREEMENT);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *name = samen_new_version_title (store, agreement);
  g_autoptr (GVariant) title = g_variant_ref_sink (samen_value (name));

  self->agreement = g_object_ref (agreement);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("A draft with the same text and parties, to be changed and signed. What was signed stays "
         "as "
         "it is, and counts until all have signed the new version."));
  self->title = samen_form_row_new (samen_record_class_find (klass, "title"), store, title, NULL);
  samen_form_row_add_to (self->title, ADW_PREFERENCES_GROUP (group));
  samen_edit_dialog_add (SAMEN_EDIT_DIALOG (self), group);
  samen_focus_in_dialog (ADW_DIALOG (self), samen_form_row_get_control (self->title));
  return ADW_DIALOG (self);
}

const char *
samen_new_version_dialog_get_id (SamenNewVersionDialog *self)
{
  return self->id;
}
