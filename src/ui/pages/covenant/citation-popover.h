/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "rules/numbering.h"

G_BEGIN_DECLS

/** SamenCitationChosen: @id: of the article or clause that was chosen */
typedef void (*SamenCitationChosen) (const char *id, gpointer data);

/**
 * samen_citation_popover_show:
 * @view: where somebody writes
 * @numbering: what there is to refer to
 * @language: (nullable): the language of the document
 *
 * Lets somebody choose, at the caret, what to refer to; by its number or by a word of it.
 */
void samen_citation_popover_show (GtkTextView *view,
                                  SamenNumbering *numbering,
                                  SamenLanguage *language,
                                  SamenCitationChosen chosen,
                                  gpointer data);

G_END_DECLS
