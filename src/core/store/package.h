/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/progress.h"
#include "store/store.h"

G_BEGIN_DECLS

/*
 * A package is a dossier as one file to keep or hand over, that other programs can read too: a zip of its
 * records, its log and its attachments. data/package/FORMAT.md tells all there is to know of it.
 *
 * These functions stand with the store, and not above it, since a package holds the log itself: what is read
 * in is not an edit, but all edits that there were.
 */

/** How the name of a package ends */
#define SAMEN_PACKAGE_SUFFIX ".samenspel"

/** What kind of file a package is */
#define SAMEN_PACKAGE_MEDIA_TYPE "application/x-samenspel+zip"

/**
 * samen_package_export:
 * @store: the dossier, which others may use meanwhile
 * @path: the file to write; one that is there is replaced once the new one is complete
 * @passphrase: (nullable): without which nobody can open it again
 * @progress: (nullable): who waits for it
 * @error: why there is none
 *
 * Writes a package of the dossier as it is now. The same dossier gives the same bytes, unless there is a
 * passphrase. Takes no more memory for a large one. To be called in a thread.
 *
 * Returns: whether the package is there, safe against a loss of power; if not, nothing is.
 */
gboolean samen_package_export (SamenStore *store,
                               const char *path,
                               const char *passphrase,
                               const SamenProgress *progress,
                               GError **error);

/**
 * samen_package_look:
 * @path: any file
 * @passphrase: (nullable): what it opens with
 * @error: %SAMEN_ERROR_PASSPHRASE if it needs one, or another; else why it is no package to be imported
 *
 * Looks which dossier a package is of, without reading all of it.
 *
 * Returns: (transfer full) (nullable): the dossier's id.
 */
char *samen_package_look (const char *path, const char *passphrase, GError **error);

/**
 * samen_package_import:
 * @path: a package, which anybody may have made
 * @passphrase: (nullable): what it opens with
 * @target: the file of the new dossier, which must not exist
 * @progress: (nullable): who waits for it
 * @error: what is wrong, with the entry of the package and the line in it where there is one
 *
 * Makes a dossier of a package: the same records, the same log, the same dossier id. It is made beside
 * @target, and gets that name when it is complete and samen_store_check() finds nothing wrong with it. To be
 * called in a thread.
 *
 * Returns: whether the dossier is there; if not, nothing is.
 */
gboolean samen_package_import (const char *path,
                               const char *passphrase,
                               const char *target,
                               const SamenProgress *progress,
                               GError **error);

G_END_DECLS
