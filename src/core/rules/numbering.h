/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/article.h"
#include "record/clause.h"

G_BEGIN_DECLS

/**
 * SamenNumberingFlags:
 * @SAMEN_NUMBERING_ROMAN_CHAPTERS: chapters are I, II, III instead of 1, 2, 3
 * @SAMEN_NUMBERING_SOLE_CLAUSES: an article's only clause is numbered too. Dutch legal practice is not
 *   to: there is nothing to tell it apart from.
 */
typedef enum
{
  SAMEN_NUMBERING_DEFAULT = 0,
  SAMEN_NUMBERING_ROMAN_CHAPTERS = 1 << 0,
  SAMEN_NUMBERING_SOLE_CLAUSES = 1 << 1,
} SamenNumberingFlags;

/**
 * SamenLine:
 * @record: a #SamenArticle (which may be a chapter or an annex) or a #SamenClause
 * @depth: 0 for an article, chapter or annex; 1 for a clause, 2 and on for its parts
 * @number: (nullable): the bare number or letter: `4`, `II`, `a`, `1°`; %NULL if it has none
 * @mark: what stands before a clause: `1.`, `a.`, `1°.`, a dash, or nothing (empty); empty for articles
 * @parent: (nullable): the article of a clause, the clause of a part
 *
 * One line of an agreement, in the order in which it is read.
 */
typedef struct _SamenLine SamenLine;
struct _SamenLine
{
  SamenRecord *record;
  guint depth;
  char *number;
  char *mark;
  const SamenLine *parent;
};

/**
 * SamenNumbering:
 *
 * The numbers of an agreement's chapters, articles, clauses and parts. They are never kept: they follow
 * from the order, as it was when the numbering was made. Make a new one after a change; it costs a walk
 * over the lists.
 *
 * Marks are those of the Aanwijzingen voor de regelgeving: clauses (leden) `1.`, parts (onderdelen)
 * `a.`, their parts `1°.`; the next depth is `i.`, and deeper ones begin again with letters. After `z`
 * comes `aa`, then `ab`. Articles count through the chapters; chapters and annexes each have a count of
 * their own.
 */
typedef struct _SamenNumbering SamenNumbering;

/**
 * samen_numbering_new:
 * @articles: the #SamenArticle of one agreement, in their order
 * @clauses: (nullable): #SamenClause in their order: those of these articles, at any depth. Clauses of
 *   other articles may be among them and are passed over.
 * @flags: how chapters and only clauses are numbered
 *
 * A clause that is part of a clause that is not there, or of itself by way of others (as two people may
 * bring about at once), stands in its article as an ordinary clause: nothing gets lost.
 *
 * Returns: (transfer full): the numbering.
 */
SamenNumbering *samen_numbering_new (GListModel *articles,
                                     GListModel *clauses,
                                     SamenNumberingFlags flags);

void samen_numbering_free (SamenNumbering *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenNumbering, samen_numbering_free)

/** samen_numbering_get_lines: Returns: (transfer none) (element-type SamenLine): in reading order. */
GPtrArray *samen_numbering_get_lines (SamenNumbering *self);

/** samen_numbering_find: Returns: (transfer none) (nullable): the line of the record with that id. */
const SamenLine *samen_numbering_find (SamenNumbering *self, const char *id);

/**
 * samen_numbering_label:
 * @id: the id of an article or clause
 * @language: (nullable): the language of the document, or %NULL for that of the interface
 *
 * Returns: (transfer full): what stands above or before it: "Article 4", "Chapter II", "Annex 1"; the
 *   mark of a clause; empty for what is not there.
 */
char *samen_numbering_label (SamenNumbering *self, const char *id, SamenLanguage *language);

/**
 * samen_numbering_reference:
 * @id: the id of an article or clause
 * @language: (nullable): the language of the document, or %NULL for that of the interface
 *
 * Returns: (transfer full): how a text refers to it: "article 4", "article 4, clause 2, under a",
 *   "chapter II", "annex 1". A clause without a number is referred to by what it is part of. What is not
 *   there, or was deleted, is "article ?".
 */
char *samen_numbering_reference (SamenNumbering *self, const char *id, SamenLanguage *language);

/**
 * samen_numbering_markup:
 * @id: the id of an article or clause
 *
 * Returns: (transfer full): how a kept text refers to it: `{article:UUID}`, whatever its number becomes.
 */
char *samen_numbering_markup (const char *id);

/**
 * samen_numbering_render:
 * @text: (nullable): a text of the agreement as it is kept
 * @language: (nullable): the language of the document, or %NULL for that of the interface
 *
 * Writes out the references in a text, for the page and for the PDF. `{article:UUID}` becomes what
 * samen_numbering_reference() says; `{Article:UUID}`, for the beginning of a sentence, the same with a
 * capital. Other braces are left as they are.
 *
 * Returns: (transfer full): the text to show.
 */
char *samen_numbering_render (SamenNumbering *self, const char *text, SamenLanguage *language);

/**
 * SamenCitation:
 * @start: where it stands in a text that was written out, in characters
 * @end: where it ends
 * @markup: how the kept text refers
 *
 * A reference in a text.
 */
typedef struct
{
  guint start;
  guint end;
  char *markup;
} SamenCitation;

/**
 * samen_numbering_render_cited:
 * @citations: (out) (transfer full) (element-type SamenCitation): its references, in their order
 *
 * Returns: (transfer full): what samen_numbering_render() does, for somebody to edit in place.
 */
char *samen_numbering_render_cited (SamenNumbering *self,
                                    const char *text,
                                    SamenLanguage *language,
                                    GArray **citations);

/**
 * samen_numbering_cite:
 * @words: what somebody wrote, such as `article 4`
 *
 * Returns: (transfer full) (nullable): the markup of what that names; %NULL if it names nothing here.
 */
char *samen_numbering_cite (SamenNumbering *self, const char *words, SamenLanguage *language);

/**
 * samen_numbering_to_input:
 * @text: (nullable): a text of the agreement as it is kept
 * @language: (nullable): the language of the document, or %NULL for that of the interface
 *
 * Returns: (transfer full): the text for somebody to edit: references read `{article 4}`. One to what is
 *   not there keeps its markup, so that it is whole again when the article comes back.
 */
char *samen_numbering_to_input (SamenNumbering *self, const char *text, SamenLanguage *language);

/**
 * samen_numbering_from_input:
 * @text: what somebody edited, with references such as `{article 4}` or `{artikel 4, lid 2}`
 * @language: (nullable): the language of the document; Dutch and English are read too
 *
 * The reverse of samen_numbering_to_input(). Between braces, what does not name a line of this agreement
 * is left as it was typed.
 *
 * Returns: (transfer full): the text to keep.
 */
char *samen_numbering_from_input (SamenNumbering *self, const char *text, SamenLanguage *language);

/**
 * samen_numbering_lead:
 * @text: (nullable): a text of an agreement as it is kept
 * @ids: (element-type utf8 utf8): the ids of articles and clauses, and those to refer to in their place
 *
 * Returns: (transfer full) (nullable): @text, for a copy of that agreement: what refers to one of @ids refers to
 *   what stands for it there.
 */
char *samen_numbering_lead (const char *text, GHashTable *ids);

/** samen_numbering_is_whole: Returns: whether all that @text (nullable) refers to is there. */
gboolean samen_numbering_is_whole (SamenNumbering *self, const char *text);

/**
 * samen_numbering_check:
 *
 * Returns: (transfer full) (element-type SamenRecord): the articles and clauses in whose text a
 *   reference leads nowhere. Other texts, such as considerations: samen_numbering_is_whole().
 */
GPtrArray *samen_numbering_check (SamenNumbering *self);

G_END_DECLS
