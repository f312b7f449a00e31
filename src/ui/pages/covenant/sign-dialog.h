/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "dialogs/edit-dialog.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_SIGN_DIALOG (samen_sign_dialog_get_type ())

/**
 * SamenSignDialog:
 *
 * Records that parties signed: on a date and at a place, each by its own representatives or all by the
 * same person.
 */
G_DECLARE_FINAL_TYPE (SamenSignDialog, samen_sign_dialog, SAMEN, SIGN_DIALOG, SamenEditDialog)

/**
 * samen_sign_dialog_new:
 * @party: (nullable): who signs; %NULL to choose among all who have not signed yet
 *
 * Returns: (transfer floating): the dialog.
 */
AdwDialog *samen_sign_dialog_new (SamenStore *store, SamenAgreement *agreement, SamenParty *party);

G_END_DECLS
