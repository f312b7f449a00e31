/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/device.h"
#include "dialogs/preferences-dialog.h"
#include "widgets/focus.h"
#include "widgets/save-path.h"
#include "widgets/settings.h"
#include "widgets/toast.h"

struct _SamenPreferencesDialog
{
  AdwPreferencesDialog parent_instance;
  AdwPreferencesGroup *author_group;
  AdwEntryRow *author_row;
  AdwSwitchRow *reminders_row;
  AdwSwitchRow *quiet_row;
  AdwActionRow *folder_row;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (SamenPreferencesDialog, samen_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* The folder, and what went wrong with it the last time */
static void
show_folder (SamenPreferencesDialog *self)
{
  g_autofree char *path = samen_settings_get_text ("second-folder");
  g_autofree char *problem = samen_settings_get_text ("second-folder-problem");
  g_autofree char *shown = samen_path_shown (path);
  g_autofree char *both = g_strdup_printf ("%s\n%s", shown, problem);

  if (*path == '\0')
    adw_action_row_set_subtitle (self->folder_row, _ ("None"));
  else
    adw_action_row_set_subtitle (self->folder_row, *problem != '\0' ? both : shown);
  gtk_widget_set_visible (self->remove_button, *path != '\0');
}

static void
set_folder (SamenPreferencesDialog *self, const char *path)
{
  samen_settings_set_text ("second-folder-problem", NULL);
  samen_settings_set_text ("second-folder", path);
  show_folder (self);
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenPreferencesDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, &error);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  const char *problem = NULL;

  if (path != NULL)
    set_folder (self, path);
  else if (folder != NULL)
    problem = _ ("Choose a folder on this computer.");
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    problem = error->message;
  if (problem != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    samen_toast (GTK_WIDGET (self->folder_row), problem);
}

static void
choose_cb (SamenPreferencesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Second Folder"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                                 chosen_cb, g_object_ref (self));
}

/* Its button is gone then, and the focus has to go somewhere */
static void
remove_cb (SamenPreferencesDialog *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->folder_row), GTK_DIR_TAB_FORWARD);
  set_folder (self, NULL);
}

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
  gtk_widget_class_bind_template_child (widget_class, SamenPreferencesDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, SamenPreferencesDialog, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
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
                           samen_account_name ());
  adw_preferences_group_set_description (self->author_group, about);
  samen_settings_bind ("author", self->author_row, "text");
  samen_settings_bind ("reminders", self->reminders_row, "active");
  samen_settings_bind ("quiet-celebrations", self->quiet_row, "active");
  show_folder (self);
}

AdwDialog *
samen_preferences_dialog_new (void)
{
  return g_object_new (SAMEN_TYPE_PREFERENCES_DIALOG, NULL);
}
