/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/person-sql.h"

G_BEGIN_DECLS

/**
 * samen_erase_files:
 * @ids: (element-type utf8): where to add the ids of the attachments
 *
 * Empties the attachments that are kept with whom the functions of store/person-sql.h look for, or that
 * mention the name, in the log too. Their bytes go, unless something else has the same.
 *
 * Returns: whether it did.
 */
gboolean samen_erase_files (SamenDb *db, GPtrArray *ids, GError **error);

/**
 * samen_erase_in_files:
 * @person: whom the functions of store/person-sql.h look for
 *
 * Takes the name out of the plain text files that are or were kept with anything. They are in UTF-8 then.
 *
 * Returns: whether it did.
 */
gboolean samen_erase_in_files (SamenDb *db, SamenPersonSql *person, GError **error);

/** samen_erase_is_unfinished: Returns: whether an erasure is done, and its traces are still in the file. */
gboolean samen_erase_is_unfinished (SamenDb *db);

/**
 * samen_erase_finish:
 *
 * Writes the file anew without what was erased, and empties the WAL.
 *
 * Returns: whether it did; if not, that is still to be done.
 */
gboolean samen_erase_finish (SamenDb *db);

G_END_DECLS
