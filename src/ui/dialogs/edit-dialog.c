/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "dialogs/discard.h"
#include "dialogs/edit-dialog.h"
#include "widgets/dialog-title.h"

typedef struct
{
  SamenStore *store;
  AdwPreferencesPage *page;
  AdwBanner *banner;
  GtkWidget *save_button;
} SamenEditDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SamenEditDialog, samen_edit_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_STORE = 1,
};

SamenStore *
samen_edit_dialog_get_store (SamenEditDialog *self)
{
  SamenEditDialogPrivate *private = samen_edit_dialog_get_instance_private (self);

  return private->store;
}

void
samen_edit_dialog_add (SamenEditDialog *self, gpointer group)
{
  SamenEditDialogPrivate *private = samen_edit_dialog_get_instance_private (self);

  adw_preferences_page_add (private->page, group);
}

void
samen_edit_dialog_set_can_save (SamenEditDialog *self, gboolean can_save)
{
  SamenEditDialogPrivate *private = samen_edit_dialog_get_instance_private (self);

  gtk_widget_set_sensitive (private->save_button, can_save);
}

void
samen_edit_dialog_tell (SamenEditDialog *self, const char *message)
{
  SamenEditDialogPrivate *private = samen_edit_dialog_get_instance_private (self);

  adw_banner_set_title (private->banner, message);
  adw_banner_set_revealed (private->banner, TRUE);
}

static void
save_cb (SamenEditDialog *self)
{
  g_autoptr (SamenEdit) edit = SAMEN_EDIT_DIALOG_GET_CLASS (self)->make_edit (self);
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return;
  if (samen_store_apply (samen_edit_dialog_get_store (self), edit, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    samen_edit_dialog_tell (self, error->message);
}

static void
close_attempt_cb (SamenEditDialog *self)
{
  if (SAMEN_EDIT_DIALOG_GET_CLASS (self)->is_changed (self))
    samen_ask_to_discard (ADW_DIALOG (self));
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_cb (SamenEditDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
samen_edit_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SamenEditDialogPrivate *private =
      samen_edit_dialog_get_instance_private (SAMEN_EDIT_DIALOG (object));

  if (id == PROP_STORE)
  private->store = g_value_dup_object (value);
  else G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
samen_edit_dialog_dispose (GObject *object)
{
  SamenEditDialogPrivate *private =
      samen_edit_dialog_get_instance_private (SAMEN_EDIT_DIALOG (object));

  g_clear_object (&private->store);
  /* GTK may keep what the focus was in, but not with the dossier */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMEN_TYPE_EDIT_DIALOG);
  G_OBJECT_CLASS (samen_edit_dialog_parent_class)->dispose (object);
}

static void
samen_edit_dialog_class_init (SamenEditDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = samen_edit_dialog_set_property;
  object_class->dispose = samen_edit_dialog_dispose;
  g_object_class_install_property (
      object_class, PROP_STORE,
      g_param_spec_object ("store", NULL, NULL, SAMEN_TYPE_STORE,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  g_type_ensure (SAMEN_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/edit-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SamenEditDialog, page);
  gtk_widget_class_bind_template_child_private (widget_class, SamenEditDialog, banner);
  gtk_widget_class_bind_template_child_private (widget_class, SamenEditDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
}

static void
samen_edit_dialog_init (SamenEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}
