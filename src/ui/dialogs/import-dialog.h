/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "exchange/covenant-import.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_IMPORT_DIALOG (samen_import_dialog_get_type ())

/**
 * SamenImportDialog:
 *
 * Shows what was recognised in the text of a covenant, before anything is written. Signal `confirmed`, when
 * it is to be imported.
 */
G_DECLARE_FINAL_TYPE (SamenImportDialog, samen_import_dialog, SAMEN, IMPORT_DIALOG, AdwDialog)

/** samen_import_dialog_new: Returns: (transfer floating): the dialog about @text. */
SamenImportDialog *samen_import_dialog_new (const SamenCovenantText *text);

G_END_DECLS
