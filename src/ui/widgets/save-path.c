/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/save-path.h"
#include "widgets/toast.h"

char *
samen_save_path_finish (GtkWidget *parent, GObject *dialog, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      gtk_widget_get_root (parent) == NULL)
    return path;
  samen_toast (parent, error != NULL ? error->message : _ ("Choose a folder on this computer."));
  return NULL;
}
