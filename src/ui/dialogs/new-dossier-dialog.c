/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "dialogs/new-dossier-dialog.h"
#include "widgets/dialog-title.h"
#include "widgets/focus.h"

struct _SamenNewDossierDialog
{
  AdwDialog parent_instance;
  SamenLibrary *library;
  char *author;

  GtkEditable *name_row;
  GtkEditable *school_row;
  GtkEditable *employer_row;
  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (SamenNewDossierDialog, samen_new_dossier_dialog, ADW_TYPE_DIALOG)

static guint created_signal;

static gboolean
is_filled_in (SamenNewDossierDialog *self, const char *name)
{
  return name != NULL && name[strspn (name, " \t")] != '\0';
}

static void
cancel_cb (SamenNewDossierDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static char *
dup_name (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static void
create_cb (SamenNewDossierDialog *self)
{
  g_autofree char *name = dup_name (self->name_row);
  g_autofree char *school = dup_name (self->school_row);
  g_autofree char *employer = dup_name (self->employer_row);
  const char *const organisations[] = { school, employer, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store =
      samen_library_create (self->library, name, self->author, organisations, &error);

  if (store == NULL)
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }
  /* Closing gives the focus back, and whoever shows the dossier may move it from there */
  g_object_ref (self);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, created_signal, 0, store);
  g_object_unref (self);
}

static void
samen_new_dossier_dialog_dispose (GObject *object)
{
  SamenNewDossierDialog *self = SAMEN_NEW_DOSSIER_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->author, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_NEW_DOSSIER_DIALOG);
  G_OBJECT_CLASS (samen_new_dossier_dialog_parent_class)->dispose (object);
}

static void
samen_new_dossier_dialog_class_init (SamenNewDossierDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_new_dossier_dialog_dispose;
  created_signal = g_signal_new ("created", SAMEN_TYPE_NEW_DOSSIER_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, SAMEN_TYPE_STORE);

  g_type_ensure (SAMEN_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/new-dossier-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenNewDossierDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SamenNewDossierDialog, school_row);
  gtk_widget_class_bind_template_child (widget_class, SamenNewDossierDialog, employer_row);
  gtk_widget_class_bind_template_child (widget_class, SamenNewDossierDialog, banner);
  gtk_widget_class_bind_template_callback (widget_class, is_filled_in);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
samen_new_dossier_dialog_init (SamenNewDossierDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samen_focus_when_drawn (GTK_WIDGET (self->name_row));
}

SamenNewDossierDialog *
samen_new_dossier_dialog_new (SamenLibrary *library, const char *author)
{
  SamenNewDossierDialog *self = g_object_new (SAMEN_TYPE_NEW_DOSSIER_DIALOG, NULL);

  self->library = g_object_ref (library);
  self->author = g_strdup (author);
  return self;
}
