/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "exchange/covenant-draft.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_IMPORT_ROW (samen_import_row_get_type ())

/**
 * SamenImportRow:
 *
 * A paragraph of a text that is about to be imported: what it is, to be chosen from a menu, and its words.
 */
G_DECLARE_FINAL_TYPE (SamenImportRow, samen_import_row, SAMEN, IMPORT_ROW, GtkBox)

/** samen_import_row_new: Returns: (transfer floating): an empty row for the pieces of @draft. */
SamenImportRow *samen_import_row_new (SamenCovenantDraft *draft);

/** samen_import_row_show: shows @piece; nothing if that is %NULL. */
void samen_import_row_show (SamenImportRow *self, SamenCovenantPiece *piece);

/** samen_import_row_get_piece: Returns: (transfer none) (nullable): what it shows. */
SamenCovenantPiece *samen_import_row_get_piece (SamenImportRow *self);

/** samen_import_row_choose: opens the menu in which it is chosen what the paragraph is. */
void samen_import_row_choose (SamenImportRow *self);

/** samen_import_kind: Returns: (transfer none): what people call @as. */
const char *samen_import_kind (SamenCovenantTextAs as);

G_END_DECLS
