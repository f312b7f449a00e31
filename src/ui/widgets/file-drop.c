/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/file-drop.h"

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  SamenFilesDropped dropped = g_object_get_data (G_OBJECT (target), "dropped");
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files != NULL)
    dropped (data, files);
  return files != NULL;
}

void
samen_accept_files (gpointer widget, SamenFilesDropped dropped, gpointer data)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_object_set_data (G_OBJECT (target), "dropped", dropped);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), data, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
