/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

#include "store/erase.h"

G_BEGIN_DECLS

/**
 * samen_erase_person:
 * @store: the dossier, which stays open and follows
 * @erasure: who, and from what; copied
 * @backups: (nullable) (element-type SamenBackupTrace): backups to delete after that
 * @cancellable: ends it as long as nothing is written
 *
 * Erases a person in a thread, with the dossier opened for itself.
 */
void samen_erase_person (SamenStore *store,
                         const SamenErasure *erasure,
                         GPtrArray *backups,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data);

/**
 * samen_erase_person_finish:
 * @report: (out) (transfer full): what was done, in words
 *
 * Returns: whether the person is erased; if not, nothing was changed.
 */
gboolean samen_erase_person_finish (GAsyncResult *result, char **report, GError **error);

G_END_DECLS
