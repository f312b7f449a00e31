/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/backup.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_RESTORE_DIALOG (samen_restore_dialog_get_type ())

/**
 * SamenRestoreDialog:
 *
 * The backups of a dossier: when each was made, what is in it and what was changed since. Signal `chosen`,
 * with the #SamenBackup that is to be restored. Of a damaged dossier also `salvage`: what can still be read is
 * to be made into a new one.
 */
G_DECLARE_FINAL_TYPE (SamenRestoreDialog, samen_restore_dialog, SAMEN, RESTORE_DIALOG, AdwDialog)

/**
 * samen_restore_dialog_new:
 * @dossier: the file of the dossier
 * @problem: (nullable): what is wrong with it, if that is why there is a dialog
 *
 * Returns: (transfer floating): the dialog.
 */
SamenRestoreDialog *samen_restore_dialog_new (const char *dossier, const char *problem);

G_END_DECLS
