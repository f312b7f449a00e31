/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/consideration.h"
#include "rules/numbering.h"

G_BEGIN_DECLS

/** How deep a text is divided: clauses, parts, and parts of those */
#define SAMEN_OUTLINE_DEEPEST 3

typedef enum
{
  SAMEN_OUTLINE_CONSIDERATION,
  SAMEN_OUTLINE_ARTICLE,
  SAMEN_OUTLINE_CLAUSE,
} SamenOutlineKind;

/**
 * SamenOutlineLine:
 * @id: of the record; a new line has the one that its record will have
 * @kind: what it is
 * @article: of an article: whether it is that, a chapter or an annex
 * @depth: 0 for a consideration or an article, 1 for a clause, 2 and on for its parts
 * @mark: of a clause
 * @heading: (nullable): of an article
 * @text: (nullable): as it is kept
 * @record: (nullable): what the line was made of; %NULL for a new one
 * @place: where it stood in the outline when that was made
 * @parent: (nullable): the id of the line that it was part of then
 *
 * One line of a text that is being written.
 */
typedef struct
{
  char *id;
  SamenOutlineKind kind;
  SamenArticleKind article;
  guint depth;
  SamenMark mark;
  char *heading;
  char *text;
  SamenRecord *record;
  guint place;
  char *parent;
} SamenOutlineLine;

/**
 * SamenOutline:
 *
 * The text of an agreement as who writes it sees it: considerations, chapters, articles, clauses and parts,
 * one line below the other, each so deep. What a key or a drag does to a text is done to its outline;
 * what that means for the records is found by comparing (exchange/outline-edit.h).
 *
 * The functions that change it take the place of a line and return that where the writing goes on, or -1
 * where they make no sense and did nothing.
 */
typedef struct _SamenOutline SamenOutline;

/** samen_outline_new: Returns: (transfer full): the text of @considerations (nullable) and @numbering. */
SamenOutline *samen_outline_new (GListModel *considerations, SamenNumbering *numbering);

void samen_outline_free (SamenOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenOutline, samen_outline_free)

/** samen_outline_get_lines: Returns: (transfer none) (element-type SamenOutlineLine): all lines. */
GPtrArray *samen_outline_get_lines (SamenOutline *self);

/** samen_outline_get_line: Returns: (transfer none) (nullable): the line at @place. */
SamenOutlineLine *samen_outline_get_line (SamenOutline *self, int place);

/** samen_outline_find: Returns: the place of the line with that id (nullable), or -1. */
int samen_outline_find (SamenOutline *self, const char *id);

/** samen_outline_get_removed: Returns: (transfer none) (element-type SamenRecord): of what lines were removed. */
GPtrArray *samen_outline_get_removed (SamenOutline *self);

/** samen_outline_parent: Returns: (transfer none) (nullable): the line that the one at @place is part of. */
const SamenOutlineLine *samen_outline_parent (SamenOutline *self, int place);

/** samen_outline_is_empty: Returns: whether nothing is written in the line at @place. */
gboolean samen_outline_is_empty (SamenOutline *self, int place);

/** samen_outline_insert: Returns: (transfer none): a new, empty line at @place. */
SamenOutlineLine *samen_outline_insert (SamenOutline *self,
                                        int place,
                                        SamenOutlineKind kind,
                                        guint depth);

/** samen_outline_set: what is written in the heading or the text at @place becomes @text. */
void samen_outline_set (SamenOutline *self, int place, gboolean heading, const char *text);

/**
 * samen_outline_break:
 * @heading: whether it is the heading that was broken off
 * @rest: (nullable): what stood after the place where the line was broken, which the new one takes over
 *
 * Enter: makes a line below: of a clause one like it, or its first part where it has parts; of a chapter an
 * article; of an article its first clause.
 */
int samen_outline_break (SamenOutline *self, int place, gboolean heading, const char *rest);

/**
 * samen_outline_join:
 *
 * Backspace: adds the text to the line before, and removes the line. What is part of it stays where it is
 * read. An article is only removed where it is empty.
 */
int samen_outline_join (SamenOutline *self, int place);

/** samen_outline_nest: Tab: makes a clause, with its parts, a part of the one before it. */
int samen_outline_nest (SamenOutline *self, int place);

/** samen_outline_lift: Shift+Tab: makes a part, with its parts, one of the level above. */
int samen_outline_lift (SamenOutline *self, int place);

/**
 * samen_outline_move:
 * @down: whether it goes down
 *
 * Moves a line past the next of its kind, with what is part of it: a clause at the edge of its article into
 * the next article, a chapter with all its articles. Annexes stay behind the articles.
 */
int samen_outline_move (SamenOutline *self, int place, gboolean down);

/**
 * samen_outline_place:
 * @place: a line that is dragged
 * @to: (inout): the line that it is over; where a whole article would come, the line it would come beside
 * @after: (inout): whether it would come after @to
 *
 * Returns: whether it can be dropped there.
 */
gboolean samen_outline_place (SamenOutline *self, int place, int *to, gboolean *after);

/** samen_outline_drop: moves the line at @place to where samen_outline_place() says it can. */
int samen_outline_drop (SamenOutline *self, int place, int to, gboolean after);

/** samen_outline_add_consideration: adds an empty consideration, after the others. */
int samen_outline_add_consideration (SamenOutline *self);

/** samen_outline_add_article: adds an empty one below what @place is in, or with -1 at the end. */
int samen_outline_add_article (SamenOutline *self, int place, SamenArticleKind kind);

/** samen_outline_add_clause: adds an empty one below the clause at @place, or at the end of what is in it. */
int samen_outline_add_clause (SamenOutline *self, int place, gboolean inside);

/**
 * samen_outline_paste:
 * @heading: whether it is the heading that is written in
 * @before: what stands before the caret
 * @pasted: what comes there: of several lines, each becomes one, without its mark and as deep as that says
 * @after: what stands after the caret
 */
int samen_outline_paste (SamenOutline *self,
                         int place,
                         gboolean heading,
                         const char *before,
                         const char *pasted,
                         const char *after);

G_END_DECLS
