/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/progress.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SamenSalvage:
 * @n_records: how many records there are again, deleted ones not counted
 * @n_edits: how many edits of the history
 * @n_lost_edits: how many edits, at least, are gone or incomplete
 * @n_lost_records: of how many records too little was left
 * @n_lost_values: how many fields could not be read, and say so or are empty
 * @n_lost_files: the contents of how many attachments are gone
 *
 * What could be read of a damaged dossier, and what could not.
 */
typedef struct
{
  guint n_records;
  guint n_edits;
  guint n_lost_edits;
  guint n_lost_records;
  guint n_lost_values;
  guint n_lost_files;
} SamenSalvage;

/**
 * samen_salvage:
 * @dossier: a damaged file, which is only read
 * @path: where the new dossier goes: a file that does not exist yet
 * @result: (out): what came of it
 * @progress: (nullable): who waits for it
 * @error: why there is no new dossier
 *
 * Makes a dossier of whatever can still be read of another: what its tables hold, and the log as far as it
 * goes. What the tables have and the log lacks is in one more edit, so that the new dossier is what its log
 * says. It has the id of the damaged one, for it is that dossier: a package of it finds its way, and
 * samen_library_find() finds the one that people work in. To be called in a thread.
 *
 * Returns: whether there is a new dossier, and samen_store_check() finds nothing wrong with it.
 */
gboolean samen_salvage (const char *dossier,
                        const char *path,
                        SamenSalvage *result,
                        const SamenProgress *progress,
                        GError **error);

/** samen_salvage_describe: Returns: (transfer full): what came of it, in sentences for people. */
char *samen_salvage_describe (const SamenSalvage *self);

G_END_DECLS
