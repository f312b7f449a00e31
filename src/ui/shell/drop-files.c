/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "shell/drop-files.h"
#include "store/package.h"
#include "widgets/file-drop.h"
#include "widgets/toast.h"

/* By its name, in capitals too, as some file systems write it */
static gboolean
is_package (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, SAMEN_PACKAGE_SUFFIX);
}

static void
dropped_cb (gpointer window, GSList *files)
{
  g_autoptr (GSList) others = NULL;

  for (GSList *each = files; each != NULL; each = each->next)
    {
      g_autofree char *uri = g_file_get_uri (each->data);

      if (is_package (each->data))
        gtk_widget_activate_action (window, "package.open", "s", uri);
      else
        others = g_slist_prepend (others, each->data);
    }
  /* Of whatever else it is, reading it tells best why it is no covenant */
  if (g_slist_length (others) > 1)
    samen_toast (window, _ ("Drop one covenant at a time"));
  else if (others != NULL)
    {
      g_autofree char *uri = g_file_get_uri (others->data);

      gtk_widget_activate_action (window, "win.import-file", "s", uri);
    }
}

void
samen_accept_drops (GtkWidget *window)
{
  samen_accept_files (window, dropped_cb, window);
}
