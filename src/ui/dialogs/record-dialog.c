/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/region.h"
#include "dialogs/discard.h"
#include "dialogs/photo-group.h"
#include "dialogs/record-dialog.h"
#include "dialogs/record-words.h"
#include "dialogs/representatives-group.h"
#include "exchange/agreement-text.h"
#include "widgets/dialog-title.h"
#include "widgets/focus.h"
#include "widgets/form.h"
#include "widgets/suggestions.h"

struct _SamenRecordDialog
{
  AdwDialog parent_instance;

  SamenStore *store;
  GType type;
  SamenRecord *record; /* NULL for a new one */
  char *reference;
  char *reference_id;
  SamenForm *form;
  SamenPhotoGroup *photo;                     /* of a celebration, or NULL */
  SamenRepresentativesGroup *representatives; /* of a party, or NULL */

  AdwBin *form_bin;
  AdwBin *more_bin;
  GtkWidget *save_button;
  AdwBanner *banner;
  GtkWidget *more_group;
  AdwPreferencesRow *files_row;
  GtkWidget *delete_row;
};

G_DEFINE_FINAL_TYPE (SamenRecordDialog, samen_record_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A part of a clause belongs to the article that its clause belongs to */
static void
inherit_owners (SamenRecordDialog *self, SamenEdit *edit, const char *id)
{
  const SamenRecordClass *klass = samen_record_class_of (self->type);
  g_autoptr (SamenRecord) whole = samen_store_get (self->store, self->type, self->reference_id);

  g_return_if_fail (whole != NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & SAMEN_OWNER) != 0 && klass->fields[i].refers () != self->type)
      {
        g_autoptr (GVariant) owner = samen_field_get (&klass->fields[i], whole);

        samen_edit_set_by_id (edit, self->type, id, klass->fields[i].name, owner);
      }
}

static void
set_references (SamenRecordDialog *self, SamenEdit *edit, const char *id)
{
  const SamenField *field =
      samen_record_class_find (samen_record_class_of (self->type), self->reference);

  samen_edit_set_by_id (edit, self->type, id, self->reference, samen_value (self->reference_id));
  if (field->kind == SAMEN_KIND_REFERENCE && field->refers () == self->type)
    inherit_owners (self, edit, id);
}

/* The edit adds the record, or is about the one there is; gives its id */
static const char *
begin_edit (SamenRecordDialog *self, SamenEdit *edit)
{
  const SamenRecordClass *klass = samen_record_class_of (self->type);
  g_autofree char *position = NULL;
  const char *id;

  if (self->record != NULL)
    return self->record->id;

  id = samen_edit_add (edit, self->type, NULL);
  if (self->reference != NULL)
    set_references (self, edit, id);
  if (klass->order != NULL && klass->order->kind == SAMEN_KIND_POSITION)
    {
      position = samen_store_append_position (self->store, self->type, self->reference,
                                              self->reference_id);
      samen_edit_set_by_id (edit, self->type, id, klass->order->name, samen_value (position));
    }
  return id;
}

/* A known region is kept by its code too. A name of one's own for it leaves the code as it was. */
static void
add_region_code (SamenRecordDialog *self, SamenEdit *edit, const char *id)
{
  g_autofree char *region = samen_form_dup_text (self->form, "region");
  const SamenRegion *known = region != NULL ? samen_region_by_name (region) : NULL;

  if (known != NULL || region == NULL)
    samen_edit_set_by_id (edit, SAMEN_TYPE_PARTNERSHIP, id, "region_code",
                          samen_value (known != NULL ? known->code : NULL));
}

static void
save_cb (SamenRecordDialog *self)
{
  const SamenRecordWords *words = samen_record_words (self->type);
  g_autoptr (SamenEdit) edit = samen_edit_new (self->record != NULL ? words->change : words->add);
  g_autoptr (GError) error = NULL;
  const char *id = begin_edit (self, edit);

  if (!samen_form_collect (self->form, edit, id))
    return;
  if (self->type == SAMEN_TYPE_PARTNERSHIP)
    add_region_code (self, edit, id);
  if (self->representatives != NULL)
    samen_representatives_group_collect (self->representatives, edit, id);
  if ((self->photo == NULL || samen_photo_group_collect (self->photo, edit, id, &error)) &&
      samen_store_apply (self->store, edit, &error))
    {
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
}

static gboolean
is_changed (SamenRecordDialog *self)
{
  return samen_form_is_changed (self->form) ||
         (self->photo != NULL && samen_photo_group_is_changed (self->photo)) ||
         (self->representatives != NULL &&
          samen_representatives_group_is_changed (self->representatives));
}

static void
close_attempt_cb (SamenRecordDialog *self)
{
  if (is_changed (self))
    samen_ask_to_discard (ADW_DIALOG (self));
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_cb (SamenRecordDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
files_cb (SamenRecordDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "record.files", "(ss)",
                              samen_record_class_of (self->type)->table, self->record->id);
}

/* A celebration has its photo in its form, and a file has no files */
static void
update_files (SamenRecordDialog *self)
{
  g_autoptr (GListModel) files = NULL;
  g_autofree char *text = NULL;
  guint n;

  /* A new one has none, and one that is closed shows none */
  if (self->record == NULL)
    return;
  files = samen_store_list (self->store, SAMEN_TYPE_ATTACHMENT, "record", self->record->id);
  n = g_list_model_get_n_items (files);
  text = g_strdup_printf (ngettext ("%u _File…", "%u _Files…", n), n);
  adw_preferences_row_set_title (self->files_row, n > 0 ? text : _ ("_Files…"));
  gtk_widget_set_visible (GTK_WIDGET (self->files_row), self->type != SAMEN_TYPE_CELEBRATION &&
                                                            self->type != SAMEN_TYPE_ATTACHMENT);
}

static void
history_cb (SamenRecordDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "record.history", "(ss)",
                              samen_record_class_of (self->type)->table, self->record->id);
}

static void
delete_cb (SamenRecordDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "record.delete", "(ss)",
                              samen_record_class_of (self->type)->table, self->record->id);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
samen_record_dialog_dispose (GObject *object)
{
  SamenRecordDialog *self = SAMEN_RECORD_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->record);
  g_clear_pointer (&self->reference, g_free);
  g_clear_pointer (&self->reference_id, g_free);
  /* GTK may keep what the focus was in, but not with the dossier */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_RECORD_DIALOG);
  G_OBJECT_CLASS (samen_record_dialog_parent_class)->dispose (object);
}

static void
samen_record_dialog_class_init (SamenRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_record_dialog_dispose;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SAMEN_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenRecordDialog, form_bin);
  gtk_widget_class_bind_template_child (widget_class, SamenRecordDialog, more_bin);
  gtk_widget_class_bind_template_child (widget_class, SamenRecordDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SamenRecordDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, SamenRecordDialog, more_group);
  gtk_widget_class_bind_template_child (widget_class, SamenRecordDialog, files_row);
  gtk_widget_class_bind_template_child (widget_class, SamenRecordDialog, delete_row);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_cb);
  gtk_widget_class_bind_template_callback (widget_class, history_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
}

static void
samen_record_dialog_init (SamenRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

/* What a record has beside what its form asks */
static void
add_group (SamenRecordDialog *self, gpointer group)
{
  adw_bin_set_child (self->more_bin, group);
  gtk_widget_set_visible (GTK_WIDGET (self->more_bin), TRUE);
}

/* Those of the organisation that is chosen come first */
static GPtrArray *
suggest_people_cb (gpointer data)
{
  SamenRecordDialog *self = data;
  g_autofree char *organisation = samen_form_dup_text (self->form, "organisation");

  return samen_suggest_people (self->store, organisation);
}

static void
add_representatives (SamenRecordDialog *self)
{
  samen_suggestions_add (ADW_ENTRY_ROW (samen_form_get_control (self->form, "representative")),
                         ADW_ENTRY_ROW (samen_form_get_control (self->form, "function")),
                         suggest_people_cb, self);
  self->representatives = samen_representatives_group_new (self->store, (SamenParty *) self->record,
                                                           suggest_people_cb, self);
  add_group (self, self->representatives);
}

static void
add_photo (SamenRecordDialog *self)
{
  self->photo = SAMEN_PHOTO_GROUP (samen_photo_group_new (self->store, self->record));
  add_group (self, self->photo);
  g_object_bind_property (self->photo, "busy", self->save_button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

static SamenRecordDialog *
dialog_new (SamenStore *store, GType type, SamenRecord *record, SamenAgreement *agreement)
{
  SamenRecordDialog *self = g_object_new (SAMEN_TYPE_RECORD_DIALOG, NULL);
  const SamenRecordWords *words = samen_record_words (type);

  self->store = g_object_ref (store);
  self->type = type;
  self->record = record != NULL ? g_object_ref (record) : NULL;
  self->form = SAMEN_FORM (samen_form_new (store, type, record, agreement));
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
  samen_focus_in_dialog (ADW_DIALOG (self), samen_form_get_first (self->form));
  if (type == SAMEN_TYPE_CELEBRATION)
    add_photo (self);
  if (type == SAMEN_TYPE_PARTY)
    add_representatives (self);
  adw_dialog_set_title (
      ADW_DIALOG (self),
      g_dpgettext2 (GETTEXT_PACKAGE, "edit", record != NULL ? words->change : words->add));
  gtk_widget_set_visible (self->more_group, record != NULL);
  update_files (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (update_files), self, G_CONNECT_SWAPPED);
  /* The one partnership is what the dossier is of */
  gtk_widget_set_visible (self->delete_row, type != SAMEN_TYPE_PARTNERSHIP);
  return self;
}

/* What a new record belongs to, by the field that refers to it */
static SamenAgreement *
agreement_of_reference (SamenStore *store, GType type, const char *reference, const char *id)
{
  const SamenField *field =
      reference != NULL ? samen_record_class_find (samen_record_class_of (type), reference) : NULL;

  if (field == NULL || field->kind != SAMEN_KIND_REFERENCE)
    return NULL;
  return samen_agreement_of (store, field->refers (), id);
}

AdwDialog *
samen_record_dialog_new_add (SamenStore *store, GType type, const char *reference, const char *id)
{
  g_autoptr (SamenAgreement) agreement = agreement_of_reference (store, type, reference, id);
  SamenRecordDialog *self = dialog_new (store, type, NULL, agreement);

  self->reference = g_strdup (reference);
  self->reference_id = g_strdup (id);
  if (reference != NULL)
    samen_form_choose (self->form, reference, id);
  return ADW_DIALOG (self);
}

AdwDialog *
samen_record_dialog_new_change (SamenStore *store, SamenRecord *record)
{
  GType type = G_OBJECT_TYPE (record);
  g_autoptr (SamenAgreement) agreement = samen_agreement_of (store, type, record->id);

  return ADW_DIALOG (dialog_new (store, type, record, agreement));
}
