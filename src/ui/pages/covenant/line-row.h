/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "pages/covenant/line-text.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_LINE_ROW (samen_line_row_get_type ())

/**
 * SamenLineRow: a line of an agreement: a consideration, the heading of a chapter or an article, or a clause
 * with its mark. What it says is written in place.
 *
 * Signals: `act` (a #SamenLineAct), by a key or from its menu; `can` (a #SamenLineAct; returns whether that
 * makes sense now), before the menu is shown; `typed` (a #GtkEventControllerKey), where somebody begins to
 * type on the row.
 */
G_DECLARE_FINAL_TYPE (SamenLineRow, samen_line_row, SAMEN, LINE_ROW, GtkListBoxRow)

/** samen_line_row_new: Returns: (transfer floating): a row that shows nothing yet. */
GtkWidget *samen_line_row_new (void);

/** samen_line_row_get_record: Returns: (transfer none): what the row shows. */
SamenRecord *samen_line_row_get_record (SamenLineRow *self);

/** samen_line_row_get_heading: Returns: (transfer none): where the heading of an article is written. */
SamenLineText *samen_line_row_get_heading (SamenLineRow *self);

/** samen_line_row_get_text: Returns: (transfer none): where the text is written. */
SamenLineText *samen_line_row_get_text (SamenLineRow *self);

/** samen_line_row_get_main: Returns: (transfer none): the heading of an article; of anything else the text. */
SamenLineText *samen_line_row_get_main (SamenLineRow *self);

/**
 * samen_line_row_show:
 * @record: a consideration, an article or a clause
 * @depth: how deep it is
 * @numbering: the numbers; kept by the caller until the next call
 * @language: (nullable): the language of the document
 * @editable: whether it can be changed
 *
 * Shows the record as it stands now.
 */
void samen_line_row_show (SamenLineRow *self,
                          SamenRecord *record,
                          guint depth,
                          SamenNumbering *numbering,
                          SamenLanguage *language,
                          gboolean editable);

G_END_DECLS
