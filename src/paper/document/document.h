/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * A document as a neutral tree of blocks: what is said, not what it looks
 * like. Writers (PDF, ODT, HTML) walk the tree; see document/block.h.
 *
 *   g_autoptr (SamenDocument) doc = samen_document_new ("nl", "Convenant");
 *
 *   samen_document_add_title (doc, "Convenant", "Samen opleiden in de regio");
 *   samen_document_add_heading (doc, 1, "Artikel 1", "Doel");
 *   samen_document_begin_list (doc, SAMEN_MARKS_DECIMAL);
 *   samen_document_add_item (doc, NULL, "Partijen leiden samen op.");
 *   samen_document_begin_list (doc, SAMEN_MARKS_LOWER_ALPHA);
 *   samen_document_add_item (doc, NULL, "op het strategisch niveau;");
 *   samen_document_end_list (doc);
 *   samen_document_end_list (doc);
 *   samen_document_write_pdf (doc, path, NULL, &error);
 *
 * All strings are copied. Strings may be anything a user typed: invalid UTF-8
 * is replaced, control characters are dropped, "\n" is a line break. A
 * document is not thread-safe, but may be built in one thread and written in
 * another.
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamenDocument SamenDocument;

typedef enum
{
  SAMEN_STYLE_PLAIN = 0,
  SAMEN_STYLE_BOLD = 1 << 0,
  SAMEN_STYLE_ITALIC = 1 << 1,
} SamenTextStyle;

/* A piece of text in one style; @text may be NULL (nothing). */
typedef struct
{
  const char *text;
  SamenTextStyle style;
} SamenSpan;

typedef enum
{
  SAMEN_MARKS_DASH,        /* –            */
  SAMEN_MARKS_DECIMAL,     /* 1. 2. 3.     */
  SAMEN_MARKS_LOWER_ALPHA, /* a. b. … aa.  */
  SAMEN_MARKS_LOWER_ROMAN, /* i. ii. iii.  */
} SamenListMarks;

typedef enum
{
  SAMEN_ALIGN_START, /* left, or right in a right-to-left text */
  SAMEN_ALIGN_END,   /* for numbers */
  SAMEN_ALIGN_CENTER,
} SamenAlign;

/* A column of a table. */
typedef struct
{
  const char *header; /* NULL in every column: a table without a header row */
  double weight;      /* share of the width, relative to the others; 0 is 1 */
  SamenAlign align;
} SamenColumn;

/* Who signs for one party. Any of these may be NULL or empty: an unknown
 * @representative, @place or @date becomes a line to write on. */
typedef struct
{
  const char *organisation;
  const char *representative;
  const char *function;
  const char *place;
  const char *date; /* as it must be printed, such as "12 maart 2026" */
} SamenSigner;

/* Words that the writers print themselves, in the document's language. NULL
 * leaves the English word. */
typedef struct
{
  const char *name;      /* "Name": beside a line where no one is named yet */
  const char *place;     /* "Place" */
  const char *date;      /* "Date" */
  const char *signature; /* "Signature" */
} SamenDocumentLabels;

/* Draws a figure in the rectangle 0, 0, @width, @height (points), clipped to
 * it. Called once per drawing, possibly never, possibly in another thread. */
typedef void (*SamenFigureDraw) (cairo_t *cr, double width, double height, gpointer user_data);

/**
 * samen_document_new:
 * @language: (nullable): BCP 47 tag of the text, such as "nl"; NULL is "en"
 * @title: (nullable): title for the metadata and the footer
 *
 * Returns: (transfer full): an empty document; free with samen_document_free()
 */
SamenDocument *samen_document_new (const char *language, const char *title);

/* Frees @doc, and the user data of its figures. NULL is allowed. */
void samen_document_free (SamenDocument *doc);

const char *samen_document_get_language (SamenDocument *doc);
const char *samen_document_get_title (SamenDocument *doc);
const char *samen_document_get_author (SamenDocument *doc);

/* Sets the author for the metadata, such as the partnership; NULL is none. */
void samen_document_set_author (SamenDocument *doc, const char *author);

/* Sets what stands in the footer between title and page number, such as
 * "Concept, 12 maart 2026"; NULL is nothing. */
void samen_document_set_note (SamenDocument *doc, const char *note);
const char *samen_document_get_note (SamenDocument *doc);

/* Sets the moment of creation in seconds since 1970 UTC. The same document
 * with the same moment gives the same bytes. When never set, writers take
 * SOURCE_DATE_EPOCH from the environment, and else the current time. */
void samen_document_set_created (SamenDocument *doc, gint64 created);

/* Returns: the moment of creation as described above, in seconds since 1970 */
gint64 samen_document_get_created (SamenDocument *doc);

/* Sets the printed words; the strings are copied. */
void samen_document_set_labels (SamenDocument *doc, const SamenDocumentLabels *labels);

/* Returns: (transfer none): the printed words, none of them NULL */
const SamenDocumentLabels *samen_document_get_labels (SamenDocument *doc);

/* Adds the title as it stands on the first page. @subtitle may be NULL. */
void samen_document_add_title (SamenDocument *doc, const char *text, const char *subtitle);

/* Adds a heading, which is also an entry of the outline. @level: 1, 2 or 3
 * (others are clamped). @number: what stands before it, such as "Artikel 1",
 * or NULL. @text may be NULL when @number is not. */
void samen_document_add_heading (SamenDocument *doc,
                                 int level,
                                 const char *number,
                                 const char *text);

/* Adds a paragraph. Within a list it belongs to the last item. An empty or
 * NULL @text adds nothing. */
void samen_document_add_paragraph (SamenDocument *doc, const char *text);

/* As samen_document_add_paragraph(), from @n_spans pieces in styles. */
void samen_document_add_spans (SamenDocument *doc, const SamenSpan *spans, gsize n_spans);

/* Begins a list; within a list, one that belongs to its last item. Lists look
 * well up to three deep. Each begin needs its samen_document_end_list(). */
void samen_document_begin_list (SamenDocument *doc, SamenListMarks marks);

/* Adds an item to the list begun last. @mark: what stands before it, such as
 * "1.2" or "b."; NULL is the next mark of the list. */
void samen_document_add_item (SamenDocument *doc, const char *mark, const char *text);

/* As samen_document_add_item(), from @n_spans pieces in styles. */
void samen_document_add_item_spans (SamenDocument *doc,
                                    const char *mark,
                                    const SamenSpan *spans,
                                    gsize n_spans);
void samen_document_end_list (SamenDocument *doc);

/* Begins a table of @n_columns (at least one). Rows break over pages only
 * when a row is higher than a page; the header is repeated. */
void samen_document_begin_table (SamenDocument *doc, const SamenColumn *columns, gsize n_columns);

/* Adds a row. @cells: NULL-terminated; missing cells are empty, and cells
 * beyond the last column are dropped. */
void samen_document_add_row (SamenDocument *doc, const char *const *cells);
void samen_document_end_table (SamenDocument *doc);

/**
 * samen_document_add_figure:
 * @doc: a document
 * @width: width in points (1/72 inch); 0 is the width of the text (453.5)
 * @height: height in points; what is larger than a page is scaled down
 * @alt: the same facts in words, for who does not see the figure
 * @caption: (nullable): printed below it
 * @draw: draws it
 * @user_data: for @draw; lives as long as @doc
 * @destroy: (nullable): frees @user_data
 */
void samen_document_add_figure (SamenDocument *doc,
                                double width,
                                double height,
                                const char *alt,
                                const char *caption,
                                SamenFigureDraw draw,
                                gpointer user_data,
                                GDestroyNotify destroy);

/* Adds a place to sign for one party. It never breaks over pages; blocks that
 * follow each other directly stand two in a row. */
void samen_document_add_signature (SamenDocument *doc, const SamenSigner *signer);

/* What follows begins on a new page, unless the page is still empty. */
void samen_document_add_page_break (SamenDocument *doc);

/* What is added until samen_document_end_keep() stays on one page when it
 * fits on one. Does not nest in lists or tables. */
void samen_document_begin_keep (SamenDocument *doc);
void samen_document_end_keep (SamenDocument *doc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenDocument, samen_document_free)

G_END_DECLS
