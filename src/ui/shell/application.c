/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/help-dialog.h"
#include "dialogs/open-file.h"
#include "dialogs/preferences-dialog.h"
#include "shell/application.h"
#include "shell/search-provider.h"
#include "shell/shortcuts.h"
#include "shell/window.h"

struct _SamenApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SamenApplication, samen_application, ADW_TYPE_APPLICATION)

static GtkWindow *
get_window (SamenApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return window != NULL ? window : GTK_WINDOW (samen_window_new (self));
}

static void
samen_application_activate (GApplication *application)
{
  GtkApplication *self = GTK_APPLICATION (application);

  if (gtk_application_get_active_window (self) == NULL)
    samen_window_restore (samen_window_new (SAMEN_APPLICATION (self)));
  gtk_window_present (gtk_application_get_active_window (self));
}

/* Files come from the desktop, or from the command line; the next waits until its user is done with one */
static void
samen_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkWindow *window = get_window (SAMEN_APPLICATION (application));

  gtk_window_present (window);
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      gtk_widget_activate_action (GTK_WIDGET (window), "package.open", "s", uri);
    }
}

static void
open_record_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  GtkWindow *window = get_window (SAMEN_APPLICATION (data));
  const char *path, *page, *table, *id;

  g_variant_get (target, "(&s&s&s&s)", &path, &page, &table, &id);
  samen_window_open (SAMEN_WINDOW (window), path, page, table, id);
  gtk_window_present (window);
}

static void
open_example_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = get_window (SAMEN_APPLICATION (data));

  /* In this order: the list of dossiers need not be drawn first */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", NULL);
  gtk_window_present (window);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_set_application_name (about, _ ("Samenspel"));
  adw_about_dialog_set_application_icon (about, APP_ID);
  adw_about_dialog_set_version (about, PACKAGE_VERSION);
  adw_about_dialog_set_developer_name (about, _ ("Samenspel contributors"));
  adw_about_dialog_set_comments (
      about,
      _ ("Samenspel is for the steering group of schools and care or childcare organisations that "
         "train people together."));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  /* Translators: your name, one per line */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  adw_dialog_present (dialog,
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (data))));
}

/* A window that is closed makes the edit of what is being written; without windows the app ends */
static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  samen_help_dialog_present (get_window (SAMEN_APPLICATION (data)));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (data))) != NULL)
    gtk_window_destroy (windows->data);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_dialog_present (samen_preferences_dialog_new (),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (data))));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_dialog_present (samen_shortcuts_dialog_new (),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (data))));
}

static void
samen_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "open-example", .activate = open_example_cb },
    { .name = "open-record", .activate = open_record_cb, .parameter_type = "(ssss)" },
    { .name = "help", .activate = help_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };

  G_APPLICATION_CLASS (samen_application_parent_class)->startup (application);
  /* What a crash left */
  samen_open_file_forget ();
  gtk_window_set_default_icon_name (APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  samen_shortcuts_install (GTK_APPLICATION (application));
}

static gboolean
samen_application_dbus_register (GApplication *application,
                                 GDBusConnection *connection,
                                 const char *path,
                                 GError **error)
{
  return G_APPLICATION_CLASS (samen_application_parent_class)
             ->dbus_register (application, connection, path, error) &&
         samen_search_provider_export (connection, path, error);
}

static int
samen_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("samenspel %s\n", PACKAGE_VERSION);
      return 0;
    }
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (g_variant_dict_contains (options, "example"))
    g_action_group_activate_action (G_ACTION_GROUP (application), "open-example", NULL);
  return -1;
}

static void
samen_application_shutdown (GApplication *application)
{
  samen_open_file_forget ();
  G_APPLICATION_CLASS (samen_application_parent_class)->shutdown (application);
}

static void
samen_application_class_init (SamenApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = samen_application_activate;
  application_class->open = samen_application_open;
  application_class->dbus_register = samen_application_dbus_register;
  application_class->startup = samen_application_startup;
  application_class->shutdown = samen_application_shutdown;
  application_class->handle_local_options = samen_application_handle_local_options;
}

static void
samen_application_init (SamenApplication *self)
{
  const GOptionEntry entries[] = {
    { "example", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the example dossier"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

SamenApplication *
samen_application_new (void)
{
  return g_object_new (SAMEN_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/samenspel/ui", NULL);
}
