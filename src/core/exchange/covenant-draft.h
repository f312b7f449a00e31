/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "exchange/covenant-import.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_COVENANT_PIECE (samen_covenant_piece_get_type ())

G_DECLARE_FINAL_TYPE (SamenCovenantPiece, samen_covenant_piece, SAMEN, COVENANT_PIECE, GObject)

/**
 * SamenCovenantPiece:
 *
 * A paragraph of a text that is about to be imported, and what it is taken for. It does not change: where it
 * is read anew, another takes its place.
 */
struct _SamenCovenantPiece
{
  GObject parent_instance;
  guint line; /* the one it begins on */
  guint end;  /* the one behind it */
  guint n_lines;
  SamenCovenantTextAs as;
  guint depth;
  char *text;       /* with its mark, as it is written */
  char *name;       /* of a party, otherwise NULL */
  char *alias;      /* of a party, or NULL */
  char *persons;    /* of a party: who represents it, one on each line, or NULL */
  const char *side; /* of a party that is no group: the name of a choice */
  gboolean corrected;
};

#define SAMEN_TYPE_COVENANT_DRAFT (samen_covenant_draft_get_type ())

G_DECLARE_FINAL_TYPE (SamenCovenantDraft, samen_covenant_draft, SAMEN, COVENANT_DRAFT, GObject)

/**
 * SamenCovenantDraft:
 *
 * A text that is about to be imported, with what somebody corrected in how it was recognised. A correction
 * makes it be read anew, in a thread; property `busy` until that is done, then signal `changed` with the
 * line that was meant, 0 for many. Property `can-undo` tells whether there is a correction to take back.
 */

/**
 * samen_covenant_draft_new:
 * @source: the bytes of the text
 * @text: (transfer full): what was recognised in it
 */
SamenCovenantDraft *samen_covenant_draft_new (GBytes *source, SamenCovenantText *text);

/** samen_covenant_draft_get_text: Returns: (transfer none): what is recognised, corrections and all. */
const SamenCovenantText *samen_covenant_draft_get_text (SamenCovenantDraft *self);

/** samen_covenant_draft_get_pieces: Returns: (transfer none): #SamenCovenantPiece, in the order of the text. */
GListModel *samen_covenant_draft_get_pieces (SamenCovenantDraft *self);

/** samen_covenant_draft_is_busy: Returns: whether the text is being read anew. */
gboolean samen_covenant_draft_is_busy (SamenCovenantDraft *self);

/**
 * samen_covenant_draft_correct:
 * @piece: a piece of this draft
 * @as: what it is; %SAMEN_COVENANT_TEXT_AS_READ for what was recognised at first,
 *   %SAMEN_COVENANT_TEXT_AS_CONTINUED for a part of the paragraph above it, and
 *   %SAMEN_COVENANT_TEXT_AS_BEGINNING where each of its lines is a paragraph by itself
 *
 * All words are kept, whatever is chosen; those that are left out stay in the text that is attached.
 */
void samen_covenant_draft_correct (SamenCovenantDraft *self,
                                   SamenCovenantPiece *piece,
                                   SamenCovenantTextAs as);

/** samen_covenant_draft_set_side: chooses the side of the organisation of @piece, a party. */
void samen_covenant_draft_set_side (SamenCovenantDraft *self,
                                    SamenCovenantPiece *piece,
                                    const char *side);

/** samen_covenant_draft_can_undo: Returns: whether there is a correction to take back. */
gboolean samen_covenant_draft_can_undo (SamenCovenantDraft *self);

/** samen_covenant_draft_undo: takes the last correction back. */
void samen_covenant_draft_undo (SamenCovenantDraft *self);

/** samen_covenant_draft_set_title: @title: (nullable): what the covenant is to be called; nothing: as read. */
void samen_covenant_draft_set_title (SamenCovenantDraft *self, const char *title);

/** samen_covenant_draft_set_kind: @kind: (nullable): the choice in the field `kind`; nothing: as read. */
void samen_covenant_draft_set_kind (SamenCovenantDraft *self, const char *kind);

G_END_DECLS
