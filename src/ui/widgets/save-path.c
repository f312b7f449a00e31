/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/save-path.h"
#include "widgets/toast.h"

/* What it was about may be gone by then */
static void
tell (GtkWidget *parent, const char *text)
{
  if (gtk_widget_get_root (parent) != NULL)
    samen_toast (parent, text);
}

GFile *
samen_save_file_finish (GtkWidget *parent, GObject *dialog, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (file == NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tell (parent, error->message);
  return file;
}

char *
samen_save_path_finish (GtkWidget *parent, GObject *dialog, GAsyncResult *result)
{
  g_autoptr (GFile) file = samen_save_file_finish (parent, dialog, result);
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (file != NULL && path == NULL)
    tell (parent, _ ("Choose a folder on this computer."));
  return path;
}
