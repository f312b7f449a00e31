/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What a steering group does in a dossier, over and over, for tests that take the power away meanwhile */

/**
 * story_step:
 * @number: which step; each kind of write comes by in every twelve
 *
 * Returns: whether it was done; if not, @error says why.
 */
gboolean story_step (SamenStore *store, guint number, GError **error);

/** story_edits: Returns: how many edits are in the log of the dossier in the file @path. */
gint64 story_edits (const char *path);

/** story_log: Returns: (transfer full): the log of the first @n edits of the dossier in the file @path. */
char *story_log (const char *path, gint64 n);

/** story_assert_sound: fails if the dossier in the file @path does not open, or is not what its log says. */
void story_assert_sound (const char *path);

G_END_DECLS
