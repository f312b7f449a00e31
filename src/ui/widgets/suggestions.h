/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * SamenSuggestion:
 * @text: what to fill in
 * @detail: (nullable): what is told of it
 * @more: (nullable): what to fill in beside it
 */
typedef struct
{
  char *text;
  char *detail;
  char *more;
} SamenSuggestion;

/** samen_suggestion_free: for a #GPtrArray of them. */
void samen_suggestion_free (gpointer data);

/** SamenSuggest: Returns: (transfer full) (element-type SamenSuggestion): what there is to choose from now. */
typedef GPtrArray *(*SamenSuggest) (gpointer data);

/**
 * samen_suggestions_add:
 * @row: where a text is typed
 * @beside: (nullable): where what there is more of a suggestion goes
 * @suggest: gives them, each time that they are shown
 * @data: for @suggest; lives as long as @row
 *
 * Adds a button to @row to choose a text from a list.
 */
void samen_suggestions_add (AdwEntryRow *row,
                            AdwEntryRow *beside,
                            SamenSuggest suggest,
                            gpointer data);

/**
 * samen_suggest_people:
 * @organisation: (nullable): the id of an organisation, whose people come first
 *
 * Returns: (transfer full) (element-type SamenSuggestion): the people of the dossier, each with the function.
 */
GPtrArray *samen_suggest_people (SamenStore *store, const char *organisation);

G_END_DECLS
