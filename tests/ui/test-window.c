/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "pages/covenant/covenant-page.h"
#include "pages/overview/overview-page.h"
#include "pages/people/people-page.h"
#include "pages/steering/steering-page.h"
#include "pages/steps/steps-page.h"
#include "shell/window.h"
#include "ui-fixture.h"

/* What the window shows, with every name that a screen reader needs */

/* Every page, in a full dossier and in an empty one */
static void
test_pages (UiFixture *self, gconstpointer unused)
{
  const GType pages[] = { SAMEN_TYPE_OVERVIEW_PAGE, SAMEN_TYPE_COVENANT_PAGE,
                          SAMEN_TYPE_PEOPLE_PAGE, SAMEN_TYPE_STEERING_PAGE, SAMEN_TYPE_STEPS_PAGE };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", g_type_name (pages[i]));
      ui_assert_named (ui_show (self, g_object_new (pages[i], "store", self->base.store, NULL)));
    }
}

/* Nobody here shows notifications, of which GIO warns */
static void
mute_reminders (void)
{
  g_autoptr (GSettingsSchema) schema =
      g_settings_schema_source_lookup (g_settings_schema_source_get_default (), APP_ID, TRUE);
  g_autoptr (GSettings) settings = NULL;

  g_assert_nonnull (schema);
  settings = g_settings_new_full (schema, NULL, NULL);
  g_assert_true (g_settings_set_boolean (settings, "reminders", FALSE));
}

/* From the welcome to the example, to a page and back */
static void
test_window (void)
{
  g_autoptr (SamenApplication) application = samen_application_new ();
  GtkWidget *window;

  mute_reminders ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = GTK_WIDGET (samen_window_new (application));
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  ui_assert_named (window);
  ui_press (window, "Open the Example");
  ui_assert_named (window);
  g_assert_nonnull (ui_find (window, SAMEN_TYPE_OVERVIEW_PAGE, NULL));
  gtk_widget_activate_action (window, "win.go", "s", "steps");
  ui_settle ();
  g_assert_nonnull (ui_find (window, SAMEN_TYPE_STEPS_PAGE, NULL));
  ui_press (window, "All Dossiers");
  ui_assert_named (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("samenspel-test-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_init (&argc, &argv);
  UI_TEST ("/window/pages-empty", test_pages);
  UI_EXAMPLE_TEST ("/window/pages", test_pages);
  g_test_add_func ("/window/whole", test_window);
  return g_test_run ();
}
