/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "rules/numbering.h"

G_BEGIN_DECLS

/** SamenLineAct: what a key or a menu does to a line of an agreement */
typedef enum
{
  SAMEN_LINE_BREAK,
  SAMEN_LINE_JOIN,
  SAMEN_LINE_JOIN_NEXT,
  SAMEN_LINE_NEST,
  SAMEN_LINE_LIFT,
  SAMEN_LINE_MOVE_UP,
  SAMEN_LINE_MOVE_DOWN,
  SAMEN_LINE_PREVIOUS,
  SAMEN_LINE_NEXT,
  SAMEN_LINE_REVERT,
  SAMEN_LINE_WRITE,
  SAMEN_LINE_ADD_CONSIDERATION,
  SAMEN_LINE_ADD_CLAUSE,
  SAMEN_LINE_ADD_PART,
  SAMEN_LINE_ADD_ARTICLE,
  SAMEN_LINE_ADD_CHAPTER,
  SAMEN_LINE_ADD_ANNEX,
  SAMEN_LINE_MARK_NUMBER,
  SAMEN_LINE_MARK_DASH,
  SAMEN_LINE_MARK_NONE,
  SAMEN_LINE_CITE,
  SAMEN_LINE_DELETE,
} SamenLineAct;

#define SAMEN_TYPE_LINE_TEXT (samen_line_text_get_type ())

/**
 * SamenLineText: a text of an agreement, that is written where it is read. References to articles read as
 * they do on paper, and stay bound to what they refer to; to change the words of one is to refer to what
 * these name then.
 *
 * Signals: `write` (the place of the caret), when somebody clicks in it; and while it is being written,
 * `act` (a #SamenLineAct; returns whether it was done), `paste` (several lines), `changed` and `left`. What
 * these come to is up to who shows it.
 */
G_DECLARE_FINAL_TYPE (SamenLineText, samen_line_text, SAMEN, LINE_TEXT, GtkWidget)

/** samen_line_text_new: Returns: (transfer floating): one that shows nothing yet. */
GtkWidget *samen_line_text_new (void);

/**
 * samen_line_text_bind:
 * @record: what the text is a field of
 * @field: its name
 * @name: what a screen reader calls it
 */
void samen_line_text_bind (SamenLineText *self,
                           SamenRecord *record,
                           const char *field,
                           const char *name);

/** samen_line_text_get_record: Returns: (transfer none): what the text is a field of. */
SamenRecord *samen_line_text_get_record (SamenLineText *self);

/** samen_line_text_get_field: Returns: (transfer none): the name of the field. */
const char *samen_line_text_get_field (SamenLineText *self);

/** samen_line_text_is_heading: Returns: whether it is the heading of an article. */
gboolean samen_line_text_is_heading (SamenLineText *self);

/** samen_line_text_set_placeholder: what is shown where nothing is written; %NULL for nothing. */
void samen_line_text_set_placeholder (SamenLineText *self, const char *placeholder);

/**
 * samen_line_text_show:
 * @numbering: the numbers to write it out with; kept by the caller until the next call
 * @language: (nullable): the language of the document
 *
 * Shows the text as it is kept, unless something else is being written.
 */
void samen_line_text_show (SamenLineText *self, SamenNumbering *numbering, SamenLanguage *language);

/** samen_line_text_get_shown: Returns: (transfer none): what is to be read. */
const char *samen_line_text_get_shown (SamenLineText *self);

/** samen_line_text_write: begins to write, or goes on, with the caret at @offset; -1 is the end. */
void samen_line_text_write (SamenLineText *self, int offset);

/** samen_line_text_set_alone: lets the text have the focus itself, where no row has it, and be opened from there. */
void samen_line_text_set_alone (SamenLineText *self);

/** samen_line_text_is_typing: Returns: whether that key is one that something is written with. */
gboolean samen_line_text_is_typing (guint key, GdkModifierType state);

/** samen_line_text_forward: lets the key that @controller has in hand be the first that is typed. */
void samen_line_text_forward (SamenLineText *self, GtkEventControllerKey *controller);

/** samen_line_text_finish: ends the writing; what was not kept is gone. */
void samen_line_text_finish (SamenLineText *self);

/** samen_line_text_is_changed: Returns: whether something is written that is not kept. */
gboolean samen_line_text_is_changed (SamenLineText *self);

/** samen_line_text_is_emptied: Returns: whether it is being written, and nothing is left of it. */
gboolean samen_line_text_is_emptied (SamenLineText *self);

/** samen_line_text_get_offset: Returns: where the caret is. */
int samen_line_text_get_offset (SamenLineText *self);

/** samen_line_text_dup: Returns: (transfer full): what is written, to be kept. */
char *samen_line_text_dup (SamenLineText *self);

/** samen_line_text_split: what stands before and after the caret; what is selected is in neither. */
void samen_line_text_split (SamenLineText *self, char **before, char **after);

/** samen_line_text_insert: puts @text in place of what is selected. */
void samen_line_text_insert (SamenLineText *self, const char *text);

/** samen_line_text_cite: refers, at the caret, to the article or clause with that id. */
void samen_line_text_cite (SamenLineText *self, const char *id);

/** samen_line_text_get_view: Returns: (transfer none) (nullable): where it is being written. */
GtkTextView *samen_line_text_get_view (SamenLineText *self);

G_END_DECLS
