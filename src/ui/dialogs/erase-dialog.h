/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_ERASE_DIALOG (samen_erase_dialog_get_type ())

/**
 * SamenEraseDialog:
 *
 * Tells what goes when a person is erased, what stays and which backups hold the person, and does it in a
 * thread if that is what is wanted. Signal `erased`, with a text for a toast, once it is done.
 */
G_DECLARE_FINAL_TYPE (SamenEraseDialog, samen_erase_dialog, SAMEN, ERASE_DIALOG, AdwDialog)

/**
 * samen_erase_dialog_new:
 * @person: (nullable): the id of a person; %NULL for whoever goes by @name
 * @name: what the person is called
 *
 * Returns: (transfer floating): the dialog.
 */
AdwDialog *samen_erase_dialog_new (SamenStore *store, const char *person, const char *name);

G_END_DECLS
