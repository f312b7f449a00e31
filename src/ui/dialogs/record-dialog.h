/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_RECORD_DIALOG (samen_record_dialog_get_type ())

/**
 * SamenRecordDialog:
 *
 * Adds or changes a record with a form made from its fields. What was filled in is kept by one edit when
 * Save is pressed, and lost only after a question.
 *
 * Signal `saved`, with the id of the record, once it is in the dossier.
 */
G_DECLARE_FINAL_TYPE (SamenRecordDialog, samen_record_dialog, SAMEN, RECORD_DIALOG, AdwDialog)

/**
 * samen_record_dialog_new_add:
 * @store: the dossier
 * @type: what to add
 * @reference: (nullable): the field that refers to what it belongs to
 * @id: (nullable): what it belongs to
 *
 * Returns: (transfer floating): a dialog that adds a record at the end of its list.
 */
AdwDialog *samen_record_dialog_new_add (SamenStore *store,
                                        GType type,
                                        const char *reference,
                                        const char *id);

/** samen_record_dialog_new_change: Returns: (transfer floating): a dialog that changes @record. */
AdwDialog *samen_record_dialog_new_change (SamenStore *store, SamenRecord *record);

G_END_DECLS
