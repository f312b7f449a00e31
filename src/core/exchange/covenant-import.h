/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

#include "rules/covenant-text-term.h"
#include "store/library.h"

G_BEGIN_DECLS

/**
 * SamenCovenantSummary:
 * @language: (transfer none): the language of the text, `nl` or `en`
 * @n_parties: how many parties there are, the members of groups among them
 * @n_considerations: how many considerations
 * @n_chapters: how many chapters
 * @n_articles: how many articles
 * @n_clauses: how many marked clauses and parts, in articles and annexes
 * @n_annexes: how many annexes
 * @n_blanks: how many places are left to fill in
 * @n_unrecognised: how many lines are kept as text without having a place of their own
 * @n_left_out: how many lines are only layout: page numbers, headers, the table of contents
 * @n_renumbered: how many articles, chapters and annexes get another number
 * @term: from when till when it is in force
 * @notes: what the reader had to do to read the text
 *
 * What was recognised in a text, to be confirmed before anything is written.
 */
typedef struct
{
  const char *language;
  guint n_parties;
  guint n_considerations;
  guint n_chapters;
  guint n_articles;
  guint n_clauses;
  guint n_annexes;
  guint n_blanks;
  guint n_unrecognised;
  guint n_left_out;
  guint n_renumbered;
  SamenCovenantTextTerm term;
  SamenCovenantTextNotes notes;
} SamenCovenantSummary;

/**
 * samen_covenant_import_read:
 * @file: a text that somebody chose: any file
 * @source: (out) (optional) (transfer full): the bytes that were read
 * @cancellable: (nullable): stops the reading
 * @error: why it cannot be read, or why it is no text
 *
 * Reads a file, no more of it than a text may be long, and recognises the covenant in it. May be called in
 * any thread.
 *
 * Returns: (transfer full) (nullable): what was recognised.
 */
SamenCovenantText *samen_covenant_import_read (GFile *file,
                                               GBytes **source,
                                               GCancellable *cancellable,
                                               GError **error);

/**
 * samen_covenant_import_read_text:
 * @text: a text that somebody pasted: anything
 * @source: (out) (optional) (transfer full): its bytes
 *
 * As samen_covenant_import_read(), of a text that is here already.
 *
 * Returns: (transfer full) (nullable): what was recognised.
 */
SamenCovenantText *samen_covenant_import_read_text (const char *text,
                                                    GBytes **source,
                                                    GError **error);

/**
 * samen_covenant_import_summarise:
 * @text: what was recognised
 * @summary: (out caller-allocates): counts of it
 */
void samen_covenant_import_summarise (const SamenCovenantText *text, SamenCovenantSummary *summary);

/**
 * samen_covenant_summary_describe:
 *
 * Returns: (transfer full): the summary for people to read, in the interface's language: a line for each
 *   thing there is, such as "8 considerations", and a sentence for each thing to know.
 */
GStrv samen_covenant_summary_describe (const SamenCovenantSummary *self);

/**
 * samen_covenant_import_title:
 *
 * Returns: (transfer full): what the agreement will be called: the title of the text on one line, or
 *   "Covenant" where it has none.
 */
char *samen_covenant_import_title (const SamenCovenantText *text);

/** samen_covenant_import_kind: Returns: (transfer none): the choice in the field `kind` of the agreement. */
const char *samen_covenant_import_kind (const SamenCovenantText *text);

/** samen_covenant_import_side: Returns: (transfer none): the choice in the field `side`, as far as @name tells. */
const char *samen_covenant_import_side (const char *name);

/**
 * samen_covenant_import_edit:
 * @text: what was recognised
 * @store: the dossier it is for
 * @source: (nullable): the bytes of the text, kept with the covenant
 * @name: (nullable): what the file is called
 * @error: why @source could not be kept
 *
 * Makes of a recognised text an agreement with its parties, considerations, chapters, articles and clauses,
 * and an organisation for each party that the dossier does not know by name. Of the text, no word is
 * dropped: what has no place of its own stands in the preamble, in the text of an article or in the closing
 * words. Numbers are left to samen_numbering_new(); of headers, page numbers and the table of contents only
 * @source tells.
 *
 * Returns: (transfer full) (nullable): the edit, to be applied to @store.
 */
SamenEdit *samen_covenant_import_edit (const SamenCovenantText *text,
                                       SamenStore *store,
                                       GBytes *source,
                                       const char *name,
                                       GError **error);

/**
 * samen_covenant_import_to_path:
 * @path: a file that does not exist yet
 * @author: who the log says did it
 * @error: why it could not be made
 *
 * As samen_covenant_import_new_dossier(), in a file of one's own choice.
 *
 * Returns: (transfer full) (nullable): the new dossier, open; on failure no file is left.
 */
SamenStore *samen_covenant_import_to_path (const char *path,
                                           const SamenCovenantText *text,
                                           GBytes *source,
                                           const char *name,
                                           const char *author,
                                           GError **error);

/**
 * samen_covenant_import_into_path:
 * @path: a dossier, which may be open
 * @author: who the log says did it
 * @id: (out) (optional) (transfer full): the id of the covenant
 * @error: why it could not be written
 *
 * As samen_covenant_import_edit(), and writes it: with a connection of its own, so that it may be called in any
 * thread. Whoever has the dossier open sees it after samen_store_refresh().
 *
 * Returns: whether the covenant is in the dossier.
 */
gboolean samen_covenant_import_into_path (const char *path,
                                          const SamenCovenantText *text,
                                          GBytes *source,
                                          const char *name,
                                          const char *author,
                                          char **id,
                                          GError **error);

/**
 * samen_covenant_import_new_dossier:
 * @library: where the dossier comes
 * @text: what was recognised
 * @source: (nullable): the bytes of the text, kept with the covenant
 * @name: (nullable): what the file is called
 * @author: who the log says did it
 * @error: why it could not be made
 *
 * Makes a dossier of a partnership with the name of the covenant, and that covenant. Its documents are in
 * the language of the text.
 *
 * Returns: (transfer full) (nullable): the new dossier, open; on failure nothing is left behind.
 */
SamenStore *samen_covenant_import_new_dossier (SamenLibrary *library,
                                               const SamenCovenantText *text,
                                               GBytes *source,
                                               const char *name,
                                               const char *author,
                                               GError **error);

G_END_DECLS
