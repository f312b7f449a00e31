/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "rules/numbering.h"

G_BEGIN_DECLS

/*
 * A text buffer for a text of an agreement. A reference in it reads "article 4" and is underlined; it is kept
 * by what it refers to for as long as these words are whole. Where they were changed, it refers to what
 * they name now, or is words like any others. What is deleted and comes back, by Undo or from the clipboard,
 * is a reference again.
 */

/** samen_citation_buffer_new: Returns: (transfer full): an empty one. */
GtkTextBuffer *samen_citation_buffer_new (void);

/**
 * samen_citation_buffer_load:
 * @numbering: the numbers to write references out with
 * @kept: a text of the agreement as it is kept
 * @language: (nullable): the language of the document
 *
 * Begins anew with that text, with nothing to undo.
 */
void samen_citation_buffer_load (GtkTextBuffer *buffer,
                                 SamenNumbering *numbering,
                                 const char *kept,
                                 SamenLanguage *language);

/** samen_citation_buffer_set_numbering: the numbers to go by from now on. */
void samen_citation_buffer_set_numbering (GtkTextBuffer *buffer,
                                          SamenNumbering *numbering,
                                          SamenLanguage *language);

/** samen_citation_buffer_dup_kept: Returns: (transfer full): what is between @start and @end, to be kept. */
char *samen_citation_buffer_dup_kept (GtkTextBuffer *buffer,
                                      const GtkTextIter *start,
                                      const GtkTextIter *end);

/** samen_citation_buffer_dup_shown: Returns: (transfer full): all of it as it is read. */
char *samen_citation_buffer_dup_shown (GtkTextBuffer *buffer);

/** samen_citation_buffer_insert: puts @text in place of what is selected. */
void samen_citation_buffer_insert (GtkTextBuffer *buffer, const char *text);

/** samen_citation_buffer_cite: puts a reference to the line with that id in place of what is selected. */
void samen_citation_buffer_cite (GtkTextBuffer *buffer, const char *id);

/** samen_citation_buffer_is_at_edge: Returns: whether the caret is where the text begins, or with @end ends. */
gboolean samen_citation_buffer_is_at_edge (GtkTextBuffer *buffer, gboolean end);

/**
 * samen_citation_buffer_erase:
 * @back: whether what is before the caret is to be deleted, or what is after it
 *
 * Deletes a whole reference, where there is one beside the caret.
 *
 * Returns: whether there was.
 */
gboolean samen_citation_buffer_erase (GtkTextBuffer *buffer, gboolean back);

G_END_DECLS
