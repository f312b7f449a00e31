/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "dialogs/edit-dialog.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_NEW_VERSION_DIALOG (samen_new_version_dialog_get_type ())

/** SamenNewVersionDialog: starts a new version of a signed covenant, and tells what becomes of both. */
G_DECLARE_FINAL_TYPE (SamenNewVersionDialog,
                      samen_new_version_dialog,
                      SAMEN,
                      NEW_VERSION_DIALOG,
                      SamenEditDialog)

/** samen_new_version_dialog_new: Returns: (transfer floating): the dialog for @agreement. */
AdwDialog *samen_new_version_dialog_new (SamenStore *store, SamenAgreement *agreement);

/** samen_new_version_dialog_get_id: Returns: (transfer none) (nullable): the id of what was started, once it was. */
const char *samen_new_version_dialog_get_id (SamenNewVersionDialog *self);

G_END_DECLS
