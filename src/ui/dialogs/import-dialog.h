/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "exchange/covenant-draft.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_IMPORT_DIALOG (samen_import_dialog_get_type ())

/**
 * SamenImportDialog:
 *
 * Shows what was recognised in the text of a covenant, before anything is written, and lets a wrong guess be
 * corrected: the title, the kind, and of each paragraph what it is. Signal `confirmed`, when it is to be
 * imported as the draft then says.
 */
G_DECLARE_FINAL_TYPE (SamenImportDialog, samen_import_dialog, SAMEN, IMPORT_DIALOG, AdwDialog)

/**
 * samen_import_dialog_new:
 * @draft: what was recognised
 * @makes_dossier: whether a new dossier is made of it, or it is added to one
 *
 * Returns: (transfer floating): the dialog about @draft.
 */
SamenImportDialog *samen_import_dialog_new (SamenCovenantDraft *draft, gboolean makes_dossier);

G_END_DECLS
