/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/help-dialog.h"
#include "shell/application.h"
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
  gtk_window_present (get_window (SAMEN_APPLICATION (application)));
}

static void
open_example_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = get_window (SAMEN_APPLICATION (data));

  gtk_window_present (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", NULL);
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
add_shortcuts (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } shortcuts[] = {
    { "app.help", { "F1" } },
    { "app.quit", { "<Control>q" } },
    { "win.new-dossier", { "<Control><Shift>n" } },
    { "win.close-dossier", { "<Control>d" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.go('overview')", { "<Alt>1" } },
    { "win.go('covenant')", { "<Alt>2" } },
    { "win.go('people')", { "<Alt>3" } },
    { "win.go('steering')", { "<Alt>4" } },
    { "win.go('steps')", { "<Alt>5" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
}

static void
samen_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "open-example", .activate = open_example_cb },
    { .name = "help", .activate = help_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };

  G_APPLICATION_CLASS (samen_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  add_shortcuts (GTK_APPLICATION (application));
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
samen_application_class_init (SamenApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = samen_application_activate;
  application_class->startup = samen_application_startup;
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
  return g_object_new (SAMEN_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path",
                       "/samenspel/ui", NULL);
}
