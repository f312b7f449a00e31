/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/history.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_HISTORY_ROW (samen_history_row_get_type ())

/**
 * SamenHistoryRow:
 *
 * One edit of the history: what was done, by whom and when, what it changed, and a button to take it back.
 * Signal `take-back`.
 */
G_DECLARE_FINAL_TYPE (SamenHistoryRow, samen_history_row, SAMEN, HISTORY_ROW, AdwBin)

/** samen_history_row_new: Returns: (transfer floating): a row that shows no edit yet. */
SamenHistoryRow *samen_history_row_new (SamenStore *store);

/** samen_history_row_show: shows @edit from now on; %NULL shows none. */
void samen_history_row_show (SamenHistoryRow *self, SamenPastEdit *edit);

/** samen_history_row_get_edit: Returns: (transfer none) (nullable): what the row shows. */
SamenPastEdit *samen_history_row_get_edit (SamenHistoryRow *self);

/** samen_history_row_dup_name: Returns: (transfer full): all that the row says, for a screen reader. */
char *samen_history_row_dup_name (SamenHistoryRow *self);

G_END_DECLS
