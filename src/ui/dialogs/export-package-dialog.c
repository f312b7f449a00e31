/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/export-package-dialog.h"
#include "widgets/dialog-title.h"
#include "widgets/focus.h"

struct _SamenExportPackageDialog
{
  AdwDialog parent_instance;
  AdwSwitchRow *protect_row;
  GtkEditable *first_row;
  GtkEditable *second_row;
  GtkWidget *export_button;
};

G_DEFINE_FINAL_TYPE (SamenExportPackageDialog, samen_export_package_dialog, ADW_TYPE_DIALOG)

static guint confirmed_signal;

static gboolean
can_export (SamenExportPackageDialog *self, gboolean protect, const char *first, const char *second)
{
  return !protect || (first != NULL && *first != '\0' && g_strcmp0 (first, second) == 0);
}

/* Once the second is as long as the first, or somebody typed something else from the start */
static char *
tell_difference (SamenExportPackageDialog *self, const char *first, const char *second)
{
  if (second == NULL || *second == '\0' || g_str_has_prefix (first, second))
    return g_strdup ("");
  return g_strdup (_ ("The two are not the same."));
}

static void
protect_cb (SamenExportPackageDialog *self)
{
  if (adw_switch_row_get_active (self->protect_row))
    gtk_widget_grab_focus (GTK_WIDGET (self->first_row));
}

static void
cancel_cb (SamenExportPackageDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
export_cb (SamenExportPackageDialog *self)
{
  const gboolean protect = adw_switch_row_get_active (self->protect_row);
  g_autofree char *passphrase = protect ? g_strdup (gtk_editable_get_text (self->first_row)) : NULL;

  g_object_ref (self);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, confirmed_signal, 0, passphrase);
  g_object_unref (self);
}

static void
samen_export_package_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMEN_TYPE_EXPORT_PACKAGE_DIALOG);
  G_OBJECT_CLASS (samen_export_package_dialog_parent_class)->dispose (object);
}

static void
samen_export_package_dialog_class_init (SamenExportPackageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_export_package_dialog_dispose;
  confirmed_signal = g_signal_new ("confirmed", SAMEN_TYPE_EXPORT_PACKAGE_DIALOG, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SAMEN_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/samenspel/ui/export-package-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenExportPackageDialog, protect_row);
  gtk_widget_class_bind_template_child (widget_class, SamenExportPackageDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, SamenExportPackageDialog, second_row);
  gtk_widget_class_bind_template_child (widget_class, SamenExportPackageDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, can_export);
  gtk_widget_class_bind_template_callback (widget_class, tell_difference);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
samen_export_package_dialog_init (SamenExportPackageDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samen_focus_in_dialog (ADW_DIALOG (self), GTK_WIDGET (self->export_button));
  g_signal_connect_swapped (self->protect_row, "notify::active", G_CALLBACK (protect_cb), self);
}

SamenExportPackageDialog *
samen_export_package_dialog_new (void)
{
  return g_object_new (SAMEN_TYPE_EXPORT_PACKAGE_DIALOG, NULL);
}
