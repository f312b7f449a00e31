/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/preferences-dialog.h"
#include "widgets/focus.h"
#include "widgets/settings.h"

struct _SamenPreferencesDialog
{
  AdwPreferencesDialog parent_instance;
  AdwPreferencesGroup *author_group;
  AdwEntryRow *author_row;
  AdwSwitchRow *reminders_row;
  AdwSwitchRow *quiet_row;
};

G_DEFINE_FINAL_TYPE (SamenPreferencesDialog, samen_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
samen_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMEN_TYPE_PREFERENCES_DIALOG);
  G_OBJECT_CLASS (samen_preferences_dialog_parent_class)->dispose (object);
}

static void
samen_preferences_dialog_class_init (SamenPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenPreferencesDialog, author_group);
  gtk_widget_class_bind_template_child (widget_class, SamenPreferencesDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, SamenPreferencesDialog, reminders_row);
  gtk_widget_class_bind_template_child (widget_class, SamenPreferencesDialog, quiet_row);
}

static void
samen_preferences_dialog_init (SamenPreferencesDialog *self)
{
  g_autofree char *about = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  samen_focus_when_drawn (GTK_WIDGET (self->author_row));
  /* Translators: %s is the name of the user account */
  about = g_strdup_printf (_ ("Who the history of a dossier says made a change. When empty, it is "
                              "the name of your account: %s"),
                           g_get_real_name ());
  adw_preferences_group_set_description (self->author_group, about);
  samen_settings_bind ("author", self->author_row, "text");
  samen_settings_bind ("reminders", self->reminders_row, "active");
  samen_settings_bind ("quiet-celebrations", self->quiet_row, "active");
}

AdwDialog *
samen_preferences_dialog_new (void)
{
  return g_object_new (SAMEN_TYPE_PREFERENCES_DIALOG, NULL);
}
