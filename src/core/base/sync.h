/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** samen_sync_file: Returns: whether what is in that file is safe on the disk; `errno` tells why not. */
gboolean samen_sync_file (const char *path);

/**
 * samen_sync_folder:
 *
 * Returns: whether the names in that folder are safe on the disk, as far as its file system has a word for
 *   that; `errno` tells why not.
 */
gboolean samen_sync_folder (const char *path);

/**
 * samen_put_in_place:
 * @path: a file that is written
 * @target: what it is to be called, in the same folder
 * @replace: whether it may take the place of another file
 *
 * Makes what was written safe on the disk, and only then gives it its name.
 *
 * Returns: whether it is there; if not, `errno` tells why.
 */
gboolean samen_put_in_place (const char *path, const char *target, gboolean replace);

G_END_DECLS
