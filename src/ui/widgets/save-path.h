/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * samen_save_file_finish:
 * @parent: where it is told, by a toast, why there is no place
 * @dialog: a #GtkFileDialog in which somebody chose where to save
 * @result: its result
 *
 * Returns: (transfer full) (nullable): what was chosen; %NULL where that was called off, or told.
 */
GFile *samen_save_file_finish (GtkWidget *parent, GObject *dialog, GAsyncResult *result);

/**
 * samen_save_path_finish:
 *
 * As samen_save_file_finish(), for what can be written into a folder of this computer only.
 *
 * Returns: (transfer full) (nullable): the path that was chosen; %NULL where that was called off, or told.
 */
char *samen_save_path_finish (GtkWidget *parent, GObject *dialog, GAsyncResult *result);

/**
 * samen_path_shown:
 * @path: a file or folder that somebody chose
 *
 * Returns: (transfer full): what that is called outside the sandbox, where it has another path inside; its own
 *   name alone where an older portal does not tell.
 */
char *samen_path_shown (const char *path);

G_END_DECLS
