/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "shell/export-package.h"
#include "shell/second-folder.h"
#include "store/package.h"
#include "widgets/save-path.h"
#include "widgets/settings.h"
#include "widgets/toast.h"

/* How much of the name of a dossier's file tells it from another of the same name */
#define MARK_LENGTH 8

char *
samen_second_folder_get (void)
{
  return samen_settings_get_text ("second-folder");
}

/* Such as "Samen Opleiden (3f2a1b9c).samenspel": two dossiers may be called the same, and one be a copy */
static char *
name_for (SamenStore *store)
{
  g_autofree char *name = samen_package_file_name (store);
  g_autofree char *file = g_path_get_basename (samen_store_get_path (store));

  name[strlen (name) - strlen (SAMEN_PACKAGE_SUFFIX)] = '\0';
  return g_strdup_printf ("%s (%.*s)" SAMEN_PACKAGE_SUFFIX, name, MARK_LENGTH, file);
}

gboolean
samen_second_folder_write (const char *dossier, const char *folder, GError **error)
{
  g_autoptr (SamenStore) store = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  /* It is not made: a stick that is not there would else come to be a folder on this computer */
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *shown = samen_path_shown (folder);

      g_set_error (
          error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND,
          _ ("The second folder for backups, %s, is not there. Backups on this computer go "
             "on."),
          shown);
      return FALSE;
    }
  store = samen_store_open (dossier, error);
  if (store == NULL)
    return FALSE;
  name = name_for (store);
  path = g_build_filename (folder, name, NULL);
  return samen_package_export (store, path, NULL, NULL, error);
}

void
samen_second_folder_tell (GtkWidget *window, const GError *error)
{
  g_autofree char *told = samen_settings_get_text ("second-folder-problem");

  if (error != NULL && !gtk_widget_get_mapped (window))
    return;
  samen_settings_set_text ("second-folder-problem", error != NULL ? error->message : NULL);
  if (error != NULL && !g_str_equal (told, error->message))
    samen_toast (window, error->message);
}
