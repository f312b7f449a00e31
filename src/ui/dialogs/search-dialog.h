/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_SEARCH_DIALOG (samen_search_dialog_get_type ())

/**
 * SamenSearchDialog:
 *
 * Finds what is in a dossier by its words, as they are typed. Signal `chosen`, with a #SamenRecord, once the
 * dialog is closed.
 */
G_DECLARE_FINAL_TYPE (SamenSearchDialog, samen_search_dialog, SAMEN, SEARCH_DIALOG, AdwDialog)

/** samen_search_dialog_new: Returns: (transfer floating): a dialog that searches in @store. */
AdwDialog *samen_search_dialog_new (SamenStore *store);

G_END_DECLS
