/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How long what somebody who was killed left behind stays, in seconds: another computer may be writing it */
#define SAMEN_UNFINISHED_SECONDS (24 * 60 * 60)

/**
 * SamenUnfinished:
 * @path: the file, called such as `.samenspel-x3f9Qa`
 * @descriptor: open to read and write; -1 once it is in its place
 *
 * A file on its way to its place, of which nothing is left if it does not get there. It is locked for as long
 * as it is being written, so that whoever finds one that nobody locks knows that its writer was killed.
 */
typedef struct
{
  char *path;
  int descriptor;
  gboolean is_put;
} SamenUnfinished;

/** samen_remove_with_companions: removes a file, and first what SQLite keeps beside it. */
void samen_remove_with_companions (const char *path);

/**
 * samen_unfinished_clear:
 *
 * Takes away what was left behind in @folder: what is called so, is this user's, was not written to for
 * %SAMEN_UNFINISHED_SECONDS and is locked by nobody.
 */
void samen_unfinished_clear (const char *folder);

/**
 * samen_unfinished_new:
 * @folder: where it will have its place, from which samen_unfinished_clear() takes away what it finds
 *
 * Returns: (transfer full) (nullable): an empty file; if there is none, `errno` tells why.
 */
SamenUnfinished *samen_unfinished_new (const char *folder);

/**
 * samen_unfinished_reserve:
 * @size: how much is going to be written, in bytes
 *
 * Returns: whether there is room for that, as far as the file system can tell; if not, `errno` tells why.
 */
gboolean samen_unfinished_reserve (SamenUnfinished *self, goffset size);

/**
 * samen_unfinished_put:
 * @target: what it is to be called, in the same folder; what is called so already is replaced
 *
 * Makes what was written safe on the disk, and only then gives it its name.
 *
 * Returns: whether it is there; if not, `errno` tells why.
 */
gboolean samen_unfinished_put (SamenUnfinished *self, const char *target);

/** samen_unfinished_free: removes the file and what SQLite keeps beside it, unless it was put in its place. */
void samen_unfinished_free (SamenUnfinished *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenUnfinished, samen_unfinished_free)

G_END_DECLS
