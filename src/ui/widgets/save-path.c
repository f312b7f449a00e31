/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <limits.h>
#include <sys/xattr.h>

#include <glib/gi18n-lib.h>

#include "widgets/save-path.h"
#include "widgets/toast.h"

/* Set by the portal of documents on what it hands into the sandbox */
#define HOST_PATH "user.document-portal.host-path"

char *
samen_path_shown (const char *path)
{
  char host[PATH_MAX] = "";
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc/", NULL);

  if (getxattr (path, HOST_PATH, host, sizeof host - 1) > 0)
    return g_filename_display_name (host);
  if (g_str_has_prefix (path, documents) || g_str_has_prefix (path, "/run/flatpak/doc/"))
    return g_filename_display_basename (path);
  return g_filename_display_name (path);
}

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
