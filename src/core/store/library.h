/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/dossier.h"

G_BEGIN_DECLS

/** How long a dossier stays in the bin, in days */
#define SAMEN_BIN_DAYS 30

#define SAMEN_TYPE_LIBRARY (samen_library_get_type ())

/**
 * SamenLibrary:
 *
 * The dossiers of this user: the files in the folder `dossiers` of the app's data folder, and those in
 * its bin. Signal `reloaded`: these were read again, and the lists are complete.
 */
G_DECLARE_FINAL_TYPE (SamenLibrary, samen_library, SAMEN, LIBRARY, GObject)

/**
 * samen_library_new:
 * @folder: (nullable): where the dossiers are; %NULL for samen_data_folder()
 *
 * Drops for good what has been in the bin for more than %SAMEN_BIN_DAYS days, and its backups.
 *
 * Returns: (transfer full): the library.
 */
SamenLibrary *samen_library_new (const char *folder);

/**
 * samen_library_new_unread:
 * @folder: (nullable): as for samen_library_new()
 *
 * For who cannot wait: the lists are empty until samen_library_reload() or samen_library_reload_async().
 *
 * Returns: (transfer full): the library.
 */
SamenLibrary *samen_library_new_unread (const char *folder);

/** samen_library_get_dossiers: Returns: (transfer none): the #SamenDossier, by name. */
GListModel *samen_library_get_dossiers (SamenLibrary *self);

/** samen_library_get_bin: Returns: (transfer none): the #SamenDossier in the bin, by name. */
GListModel *samen_library_get_bin (SamenLibrary *self);

/** samen_library_is_read: Returns: whether the lists hold what is in the folders. */
gboolean samen_library_is_read (SamenLibrary *self);

/**
 * samen_library_find:
 * @id: the id of a dossier
 *
 * Reads the folder first, where that was not done yet. A copy has the id of what it is a copy of, and so has
 * what was read of a damaged dossier: of several, it is the one that can be opened and was written to last.
 *
 * Returns: (transfer none) (nullable): a dossier with that id that is not in the bin.
 */
SamenDossier *samen_library_find (SamenLibrary *self, const char *id);

/** samen_library_reload: reads the folder again. */
void samen_library_reload (SamenLibrary *self);

/**
 * samen_library_reload_async:
 *
 * Reads the folder again in a thread of its own. A dossier of which nothing changed stays the same object, and
 * the lists change a few dossiers at a time, so that nobody waits for the rows of a long one. Then the signal
 * `reloaded` is emitted, as it is by samen_library_reload().
 */
void samen_library_reload_async (SamenLibrary *self);

/**
 * samen_library_begin_read:
 *
 * For who opens a dossier that the library has, in a thread of its own: until samen_library_end_read(), no
 * dossier is moved to the bin or back, and the library opens none.
 */
void samen_library_begin_read (void);

void samen_library_end_read (void);

/** samen_library_new_path: Returns: (transfer full): a path for a new dossier. */
char *samen_library_new_path (SamenLibrary *self);

/**
 * samen_library_create:
 * @name: the name of the partnership
 * @author: who the log says made it
 * @organisations: (nullable) (array zero-terminated=1): the names of the first organisations: a school,
 *   and care organisations after it; an empty name is passed over
 *
 * Returns: (transfer full) (nullable): the new dossier, open; or %NULL, with nothing left behind.
 */
SamenStore *samen_library_create (SamenLibrary *self,
                                  const char *name,
                                  const char *author,
                                  const char *const *organisations,
                                  GError **error);

/**
 * samen_library_example_path:
 *
 * Returns: (transfer full) (nullable): the example dossier in the interface's language, made if it is not
 *   there.
 */
char *samen_library_example_path (SamenLibrary *self, GError **error);

/**
 * samen_library_bin:
 * @dossier: one of the dossiers, open nowhere
 *
 * Moves a dossier to the bin.
 *
 * Returns: whether it is there.
 */
gboolean samen_library_bin (SamenLibrary *self, SamenDossier *dossier, GError **error);

/** samen_library_restore: brings a dossier back from the bin. Returns: whether it is back. */
gboolean samen_library_restore (SamenLibrary *self, SamenDossier *dossier, GError **error);

G_END_DECLS
