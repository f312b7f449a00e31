/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "dialogs/edit-dialog.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_PARTY_GROUP_DIALOG (samen_party_group_dialog_get_type ())

/** SamenPartyGroupDialog: makes a group of parties. */
G_DECLARE_FINAL_TYPE (SamenPartyGroupDialog,
                      samen_party_group_dialog,
                      SAMEN,
                      PARTY_GROUP_DIALOG,
                      SamenEditDialog)

/** samen_party_group_dialog_new: Returns: (transfer floating): the dialog for @agreement. */
AdwDialog *samen_party_group_dialog_new (SamenStore *store, SamenAgreement *agreement);

G_END_DECLS
