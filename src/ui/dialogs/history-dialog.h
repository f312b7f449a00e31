/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_HISTORY_DIALOG (samen_history_dialog_get_type ())

/**
 * SamenHistoryDialog:
 *
 * Tells who changed what and when, in a dossier or in one record, and takes edits back.
 */
G_DECLARE_FINAL_TYPE (SamenHistoryDialog, samen_history_dialog, SAMEN, HISTORY_DIALOG, AdwDialog)

/**
 * samen_history_dialog_new:
 * @record: (nullable): the record whose history it is; %NULL for that of the dossier
 *
 * Returns: (transfer floating): the dialog.
 */
AdwDialog *samen_history_dialog_new (SamenStore *store, SamenRecord *record);

G_END_DECLS
