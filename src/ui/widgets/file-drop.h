/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** SamenFilesDropped: @files: (element-type GFile): one or more files */
typedef void (*SamenFilesDropped) (gpointer data, GSList *files);

/**
 * samen_accept_files:
 * @widget: (type GtkWidget): where files can be dropped
 * @dropped: called with them
 * @data: (type GObject): for @dropped, which is not called once that is gone
 *
 * Takes the files that somebody drags here from another program.
 */
void samen_accept_files (gpointer widget, SamenFilesDropped dropped, gpointer data);

G_END_DECLS
