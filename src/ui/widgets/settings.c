/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/device.h"
#include "widgets/settings.h"

/* How long a change waits for others, in milliseconds. In a sandbox each write is a file that the disk has to
 * have taken before the app goes on, and a window that is resized has a new size in every frame. */
#define MOMENT 300

static gboolean
write_cb (gpointer settings)
{
  g_settings_apply (settings);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GSettings *settings)
{
  if (g_settings_get_has_unapplied (settings))
    g_timeout_add (MOMENT, write_cb, settings);
}

static gpointer
open_settings (gpointer unused)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, APP_ID, TRUE) : NULL;
  GApplication *application = g_application_get_default ();
  GSettings *settings;

  /* Not installed: the app works, and forgets */
  if (schema == NULL)
    return NULL;
  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_delay (settings);
  g_signal_connect (settings, "notify::has-unapplied", G_CALLBACK (changed_cb), NULL);
  if (application != NULL)
    g_signal_connect_swapped (application, "shutdown", G_CALLBACK (g_settings_apply), settings);
  return settings;
}

static GSettings *
get_settings (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, open_settings, NULL);
}

void
samen_settings_bind_window (GtkWindow *window)
{
  GSettings *settings = get_settings ();

  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}

char *
samen_settings_author (void)
{
  GSettings *settings = get_settings ();
  g_autofree char *author = settings != NULL ? g_settings_get_string (settings, "author") : NULL;

  if (author == NULL || *author == '\0')
    return g_strdup (samen_account_name ());
  return g_steal_pointer (&author);
}

gboolean
samen_settings_get_flag (const char *key)
{
  GSettings *settings = get_settings ();

  return settings == NULL || g_settings_get_boolean (settings, key);
}

char *
samen_settings_get_text (const char *key)
{
  GSettings *settings = get_settings ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

void
samen_settings_set_text (const char *key, const char *text)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_string (settings, key, text != NULL ? text : "");
}

char **
samen_settings_get_texts (const char *key)
{
  GSettings *settings = get_settings ();

  return settings != NULL ? g_settings_get_strv (settings, key) : g_new0 (char *, 1);
}

void
samen_settings_set_texts (const char *key, const char *const *texts)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_strv (settings, key, texts);
}

void
samen_settings_bind (const char *key, gpointer object, const char *property)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

static gboolean
get_author (GValue *value, GVariant *unused_setting, gpointer unused)
{
  g_value_take_string (value, samen_settings_author ());
  return TRUE;
}

void
samen_settings_bind_author (SamenStore *store)
{
  GSettings *settings = get_settings ();
  g_autofree char *author = NULL;

  if (settings != NULL)
    {
      g_settings_bind_with_mapping (settings, "author", store, "author", G_SETTINGS_BIND_GET,
                                    get_author, NULL, NULL, NULL);
      return;
    }
  author = samen_settings_author ();
  samen_store_set_author (store, author);
}

gboolean
samen_settings_quiet (void)
{
  GSettings *settings = get_settings ();

  return settings != NULL && g_settings_get_boolean (settings, "quiet-celebrations");
}
