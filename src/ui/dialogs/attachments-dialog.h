/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_ATTACHMENTS_DIALOG (samen_attachments_dialog_get_type ())

/**
 * SamenAttachmentsDialog:
 *
 * The files that are kept with a record: added by choosing or dropping them, opened, saved elsewhere,
 * described and removed. Each of these is an edit of its own, that can be undone.
 */
G_DECLARE_FINAL_TYPE (SamenAttachmentsDialog,
                      samen_attachments_dialog,
                      SAMEN,
                      ATTACHMENTS_DIALOG,
                      AdwDialog)

/** samen_attachments_dialog_new: Returns: (transfer floating): the files kept with @record. */
AdwDialog *samen_attachments_dialog_new (SamenStore *store, SamenRecord *record);

/** samen_attachments_dialog_take: @file: reads it, in a thread, and adds it; what is wrong with it is said. */
void samen_attachments_dialog_take (SamenAttachmentsDialog *self, GFile *file);

G_END_DECLS
