/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/progress.h"
#include "base/unfinished.h"
#include "store/db.h"

G_BEGIN_DECLS

/**
 * samen_backup_copy:
 * @from: the dossier or the backup, which others may use
 * @to: an empty file
 * @journal: the journal that whoever opens the copy is to use: DELETE or WAL
 * @progress: (nullable): who waits for it
 * @error: %SAMEN_ERROR_DAMAGED or %SAMEN_ERROR_NOT_A_DOSSIER if what was copied is not whole
 *
 * Copies all of it as it is at one moment, and looks meanwhile whether that is whole.
 *
 * Returns: whether @to is a dossier that is whole and safe on the disk; if not, it is of no use.
 */
gboolean samen_backup_copy (SamenDb *from,
                            SamenUnfinished *to,
                            const char *journal,
                            const SamenProgress *progress,
                            GError **error);

/**
 * SamenBackupCheck:
 *
 * Finds out, in threads, whether a dossier is whole, while it is being copied.
 */
typedef struct _SamenBackupCheck SamenBackupCheck;

/**
 * samen_backup_check_begin:
 * @from: what is copied; it begins to read, and is to end that itself
 * @progress: (nullable): who waits for it
 * @error: %SAMEN_ERROR_NOT_A_DOSSIER, or why it cannot be checked
 *
 * Begins to look into the dossier that @from has open, as it is at the moment that @from sees.
 *
 * Returns: (transfer full) (nullable): a check; if there is none, @from does not read.
 */
SamenBackupCheck *samen_backup_check_begin (SamenDb *from,
                                            const SamenProgress *progress,
                                            GError **error);

/**
 * samen_backup_check_end:
 * @error: %SAMEN_ERROR_DAMAGED with what was found
 *
 * Helps to look into what is left, and waits for the other threads.
 *
 * Returns: whether all of it was looked into, and nothing is wrong.
 */
gboolean samen_backup_check_end (SamenBackupCheck *self, GError **error);

/** samen_backup_check_free: ends what is not finished. */
void samen_backup_check_free (SamenBackupCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenBackupCheck, samen_backup_check_free)

/** samen_backup_fail: puts into @error what `errno` says of making a backup in @folder. Returns: %FALSE. */
gboolean samen_backup_fail (GError **error, const char *folder);

G_END_DECLS
