/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "pages/covenant/line-row.h"
#include "pages/covenant/writing.h"
#include "rules/outline.h"

G_BEGIN_DECLS

/* What the files of the writing share, and nobody else sees */

struct _SamenWriting
{
  GObject parent_instance;
  SamenStore *store;
  SamenAgreement *agreement;
  GListModel *considerations;
  GListModel *articles;
  GListModel *clauses;
  SamenLanguage *language;
  char *lock;

  GtkWidget *page;
  GtkListBox *consideration_list;
  GtkListBox *line_list;
  GPtrArray *words; /* SamenLineText of the agreement itself */

  SamenNumbering *numbering; /* of what is shown */
  SamenRecord *draft;        /* a line that is not in the dossier yet, or NULL */
  char *draft_above;         /* the id of the line above it, or NULL for the first */
  guint draft_depth;

  SamenLineText *writing; /* a weak pointer */
  guint autosave;
  guint leaving;
};

/** samen_writing_outline: Returns: (transfer full): the text as it is kept, and the new line in it. */
SamenOutline *samen_writing_outline (SamenWriting *self);

/** samen_writing_refresh: shows all of it again. */
void samen_writing_refresh (SamenWriting *self);

/** samen_writing_set_draft: begins the empty line that is at @place in @outline. */
void samen_writing_set_draft (SamenWriting *self, SamenOutline *outline, int place);

/** samen_writing_drop_draft: gives up the new line; it is no longer shown after samen_writing_refresh(). */
void samen_writing_drop_draft (SamenWriting *self);

/** samen_writing_adopt: lets what is done in @text be done to the agreement. */
void samen_writing_adopt (SamenWriting *self, SamenLineText *text);

/** samen_writing_adopt_list: lets the rows of @list be opened and dragged. */
void samen_writing_adopt_list (SamenWriting *self, GtkListBox *list);

/** samen_writing_changed: somebody pressed a key. */
void samen_writing_changed (SamenWriting *self);

/** samen_writing_left: the focus went out of @text. */
void samen_writing_left (SamenWriting *self, SamenLineText *text);

/** samen_writing_find_row: Returns: (transfer none) (nullable): the row of the record with that id. */
SamenLineRow *samen_writing_find_row (SamenWriting *self, const char *id);

/** samen_writing_begin: writes in @text at @offset, -1 for the end. Returns: whether it is written. */
gboolean samen_writing_begin (SamenWriting *self, SamenLineText *text, int offset);

/** samen_writing_delete: deletes the line of @record. Returns: %TRUE. */
gboolean samen_writing_delete (SamenWriting *self, SamenRecord *record);

/** samen_writing_end: ends the writing without making an edit. */
void samen_writing_end (SamenWriting *self);

/**
 * samen_writing_apply:
 * @label: what is done, in the context "edit"
 *
 * Makes the edit that leads from what is kept to @outline; a toast says why where that fails.
 *
 * Returns: whether it was made.
 */
gboolean samen_writing_apply (SamenWriting *self, SamenOutline *outline, const char *label);

/** samen_writing_refuse: Returns: whether the text is locked; a toast then says why. */
gboolean samen_writing_refuse (SamenWriting *self);

/** samen_writing_drop: moves the line of @record before or after that of @to. */
void samen_writing_drop (SamenWriting *self, SamenRecord *record, SamenRecord *to, gboolean after);

/** samen_writing_act: does @what to the line of @record. Returns: whether it was done. */
gboolean samen_writing_act (SamenWriting *self, SamenRecord *record, SamenLineAct what);

/** samen_writing_act_in: does @what where @text is written. Returns: whether it was done. */
gboolean samen_writing_act_in (SamenWriting *self, SamenLineText *text, SamenLineAct what);

/** samen_writing_can: Returns: whether @what makes sense for the line of @record. */
gboolean samen_writing_can (SamenWriting *self, SamenRecord *record, SamenLineAct what);

/** samen_writing_paste: puts the lines of @pasted where @text is written. */
void samen_writing_paste (SamenWriting *self, SamenLineText *text, const char *pasted);

G_END_DECLS
