/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "dialogs/edit-dialog.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_ADD_PARTIES_DIALOG (samen_add_parties_dialog_get_type ())

/** SamenAddPartiesDialog: asks which organisations become parties, any number at once. */
G_DECLARE_FINAL_TYPE (SamenAddPartiesDialog,
                      samen_add_parties_dialog,
                      SAMEN,
                      ADD_PARTIES_DIALOG,
                      SamenEditDialog)

/** samen_add_parties_dialog_new: Returns: (transfer floating): the dialog for @agreement. */
AdwDialog *samen_add_parties_dialog_new (SamenStore *store, SamenAgreement *agreement);

G_END_DECLS
