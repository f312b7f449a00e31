/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "rules/numbering.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_LINE_ROW (samen_line_row_get_type ())

/**
 * SamenLineRow: a line of an agreement: the heading of a chapter or an article, or a clause with its mark.
 * Activating it shows its form; Alt+Up and Alt+Down move it, Delete deletes it.
 */
G_DECLARE_FINAL_TYPE (SamenLineRow, samen_line_row, SAMEN, LINE_ROW, GtkListBoxRow)

/** samen_line_row_new: Returns: (transfer floating): a row for an article or clause. */
GtkWidget *samen_line_row_new (SamenRecord *record);

/** samen_line_row_get_record: Returns: (transfer none): what the row shows. */
SamenRecord *samen_line_row_get_record (SamenLineRow *self);

/**
 * samen_line_row_show:
 * @editable: whether something can be added to it
 *
 * Shows the record as it stands in @numbering.
 */
void samen_line_row_show (SamenLineRow *self,
                          SamenNumbering *numbering,
                          const SamenLine *line,
                          gboolean editable);

G_END_DECLS
