/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/*
 * A folder of the user's own choice, such as one on a USB stick, to which the newest package of each dossier
 * is written after its daily backup. That it cannot be written there is told once, and stops nothing.
 */

/** samen_second_folder_get: Returns: (transfer full): the folder's path; "" for none. */
char *samen_second_folder_get (void);

/**
 * samen_second_folder_write:
 * @dossier: the file of a dossier, which may be in use
 * @folder: the folder
 * @since: a time in seconds since 1970: a package from after that will do
 * @error: %SAMEN_ERROR_NOT_FOUND if the folder is not there; what to do about it
 *
 * Writes a package of the dossier, in the place of one from before @since. To be called in a thread.
 *
 * Returns: whether it is there.
 */
gboolean samen_second_folder_write (const char *dossier,
                                    const char *folder,
                                    gint64 since,
                                    GError **error);

/**
 * samen_second_folder_tell:
 * @window: where to tell it
 * @error: (nullable): what went wrong; %NULL if it went well
 *
 * Tells by a toast what went wrong, unless the last thing that was told is just that.
 */
void samen_second_folder_tell (GtkWidget *window, const GError *error);

G_END_DECLS
