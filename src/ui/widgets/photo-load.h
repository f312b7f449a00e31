/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * samen_photo_load:
 * @source: (nullable): the source object of the task
 * @bytes: a photo
 * @size: how many pixels wide and high it is to be at most
 *
 * Reads a photo and makes it smaller, in a thread.
 */
void samen_photo_load (gpointer source,
                       GBytes *bytes,
                       int size,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data);

/**
 * samen_photo_load_kept:
 * @dossier: the file of a dossier
 * @hash: the contents of one of its attachments
 *
 * As samen_photo_load(), of what a dossier keeps.
 */
void samen_photo_load_kept (gpointer source,
                            const char *dossier,
                            const char *hash,
                            int size,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/** samen_photo_load_finish: Returns: (transfer full) (nullable): the photo; %NULL if it cannot be read. */
GdkTexture *samen_photo_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
