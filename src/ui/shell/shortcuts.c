/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "shell/page-list.h"
#include "shell/shortcuts.h"

/* The shortcuts window of GTK is deprecated, and what replaces it came after libadwaita 1.7 */

typedef struct
{
  const char *title;  /* NULL begins another group */
  const char *action; /* NULL for keys that a widget knows by itself; for a group, its title */
  const char *keys[3];
} Shortcut;

static const Shortcut shortcuts[] = {
  { NULL, N_ ("Dossier"), { NULL } },
  { N_ ("Search"), "win.search", { "<Control>f" } },
  { N_ ("Undo"), "win.undo", { "<Control>z" } },
  { N_ ("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { N_ ("Print the Covenant, or in Steps the Success Book"), "win.print", { "<Control>p" } },
  { N_ ("History"), "win.history", { "<Control>h" } },
  { N_ ("New Dossier"), "win.new-dossier", { "<Control>n" } },
  { N_ ("Open a Package"), "package.open('')", { "<Control>o" } },
  { N_ ("All Dossiers"), "win.close-dossier", { "<Control>d" } },
  { NULL, N_ ("In a List"), { NULL } },
  { N_ ("Move Up"), NULL, { "<Alt>Up" } },
  { N_ ("Move Down"), NULL, { "<Alt>Down" } },
  { N_ ("Delete"), NULL, { "Delete" } },
  { NULL, N_ ("Window"), { NULL } },
  { N_ ("Main Menu"), NULL, { "F10" } },
  { N_ ("Back to the Pages, in a Narrow Window"), NULL, { "<Alt>Left" } },
  { N_ ("Help"), "app.help", { "F1" } },
  { N_ ("Preferences"), "app.preferences", { "<Control>comma" } },
  { N_ ("Keyboard Shortcuts"), "app.shortcuts", { "<Control>question", "<Control>slash" } },
  { N_ ("Close the Window"), "window.close", { "<Control>w" } },
  { N_ ("Quit"), "app.quit", { "<Control>q" } },
};

static char *
page_key (guint place)
{
  return g_strdup_printf ("<Alt>%u", place + 1);
}

static const char *const no_keys[] = { NULL };

static void
install_pages (GtkApplication *application, gboolean covered)
{
  const SamenPageEntry *page;

  for (guint i = 0; (page = samen_page_list_get (i)) != NULL; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.go('%s')", page->name);
      g_autofree char *key = page_key (i);
      const char *keys[] = { key, NULL };

      gtk_application_set_accels_for_action (application, action, covered ? no_keys : keys);
    }
}

void
samen_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].title != NULL && shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
  install_pages (application, FALSE);
}

void
samen_shortcuts_set_covered (GtkApplication *application, gboolean covered)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].title != NULL && shortcuts[i].action != NULL &&
        g_str_has_prefix (shortcuts[i].action, "win."))
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             covered ? no_keys : shortcuts[i].keys);
  install_pages (application, covered);
}

static char *
describe_keys (const char *const *keys)
{
  GString *text = g_string_new (NULL);

  for (; *keys != NULL; keys++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *label = NULL;

      gtk_accelerator_parse (*keys, &key, &modifiers);
      label = gtk_accelerator_get_label (key, modifiers);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", label);
    }
  return g_string_free_and_steal (text);
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *const *keys)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe_keys (keys);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_pages (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (page, _ ("Pages"));
  const SamenPageEntry *entry;

  for (guint i = 0; (entry = samen_page_list_get (i)) != NULL; i++)
    {
      g_autofree char *key = page_key (i);
      const char *keys[] = { key, NULL };

      add_row (group, _ (entry->title), keys);
    }
}

AdwDialog *
samen_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].title == NULL)
        group = add_group (page, _ (shortcuts[i].action));
      else
        add_row (group, _ (shortcuts[i].title), shortcuts[i].keys);
    }
  add_pages (page);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 600);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
