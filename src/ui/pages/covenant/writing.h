/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "pages/covenant/line-text.h"
#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_WRITING (samen_writing_get_type ())

/**
 * SamenWriting: the text of an agreement, shown and written in place: its considerations, its articles and
 * what is in them, and the words before and after these.
 *
 * What is written in a line is one edit, made when the line is left. Two seconds after the last key it is
 * kept as a draft (store/draft.h), so that no crash takes more. A line that is new is in no list and no log
 * until something is written in it.
 */
G_DECLARE_FINAL_TYPE (SamenWriting, samen_writing, SAMEN, WRITING, GObject)

/**
 * samen_writing_new:
 * @page: the widget that all of the text is in; it outlives the writing
 * @considerations: a list box for these
 * @lines: a list box for articles and clauses
 *
 * Returns: (transfer full): the text of @agreement, which is shown by samen_writing_show().
 */
SamenWriting *samen_writing_new (SamenStore *store,
                                 SamenAgreement *agreement,
                                 GtkWidget *page,
                                 GtkListBox *considerations,
                                 GtkListBox *lines);

/** samen_writing_add_words: lets @text, of which @field of the agreement is to be written, take part. */
void samen_writing_add_words (SamenWriting *self, SamenLineText *text, const char *field);

/**
 * samen_writing_show:
 * @lock: (nullable): why nothing can be changed
 *
 * Shows the text as it stands now; called after each edit.
 */
void samen_writing_show (SamenWriting *self, const char *lock);

/** samen_writing_add: begins a new consideration, article, chapter or annex at the end. */
void samen_writing_add (SamenWriting *self, SamenLineAct what);

/** samen_writing_flush: makes the edit of what is being written. Returns: whether nothing is left unsaved. */
gboolean samen_writing_flush (SamenWriting *self);

G_END_DECLS
