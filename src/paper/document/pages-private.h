/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * What stands between a document and its pages: pieces (what is set, with its
 * lines) and places (which lines of which piece stand where).
 */

#pragma once

#include "document/pdf.h"
#include "document/pdf-tags.h"
#include "document/type.h"

G_BEGIN_DECLS

typedef enum
{
  SAMEN_PIECE_TITLE,
  SAMEN_PIECE_SUBTITLE,
  SAMEN_PIECE_HEADING,
  SAMEN_PIECE_TEXT,   /* of a paragraph or an item */
  SAMEN_PIECE_HEADER, /* of a table */
  SAMEN_PIECE_ROW,
  SAMEN_PIECE_FIGURE,
  SAMEN_PIECE_SIGNATURES, /* one or two */
  SAMEN_PIECE_BREAK,
} SamenPieceKind;

/* A row of the form to sign: a label, and a value or a line to write on. */
typedef struct
{
  SamenLines label;
  SamenLines value; /* layout is NULL for a line */
  double height;
} SamenSignRow;

typedef struct
{
  SamenBlock *block;
  SamenLines party;
  SamenLines person;   /* layout may be NULL */
  SamenLines function; /* layout may be NULL */
  GArray *rows;        /* of SamenSignRow */
  double head;         /* height of what stands above the rows */
} SamenSignCard;

/* A text in a piece. */
typedef struct
{
  SamenLines lines;
  double x; /* from the left margin */
  double width;
} SamenSetText;

typedef struct
{
  SamenPieceKind kind;
  SamenBlock *block;
  double x;      /* left edge, from the margin */
  double before; /* wanted white space; the larger of two counts */
  double after;
  double top; /* between the edge and the first line */
  double bottom;
  double leading;
  guint n_lines; /* of the highest text; 0 when there are none */
  double extra;  /* height beside top, lines and bottom */
  gboolean breakable;
  gboolean keep_next;
  guint group;   /* pieces of one group stay on one page; 0 is none */
  GArray *texts; /* of SamenSetText: mark and text, or the cells */
  GArray *cards; /* of SamenSignCard */
  double figure_width;
  double figure_height;
} SamenPiece;

/* Lines [first, last) of a piece, with the top edge at y from the top margin. */
typedef struct
{
  SamenPiece *piece;
  guint first;
  guint last;
  double y;
  double height;
  gboolean repeated; /* a header that was on an earlier page already */
} SamenPlace;

struct _SamenPages
{
  SamenDocument *doc;
  PangoContext *context;
  GPtrArray *pieces; /* of SamenPiece */
  GPtrArray *pages;  /* of GArray of SamenPlace */
};

/* pdf-layout.c: fills pages->pieces */
void samen_pages_measure (SamenPages *pages);

/* pdf-break.c: fills pages->pages */
void samen_pages_break (SamenPages *pages);

/* Returns: the height of lines [@first, @last) of @piece, with its paddings */
double samen_piece_height (const SamenPiece *piece, guint first, guint last);

/* pdf-signature.c */
#define SAMEN_CARD_GAP 32.0
#define SAMEN_CARD_WIDTH ((SAMEN_TEXT_WIDTH - SAMEN_CARD_GAP) / 2)

void samen_sign_card_init (SamenSignCard *card, SamenPages *pages, SamenBlock *block);
void samen_sign_card_clear (SamenSignCard *card);
double samen_sign_card_rows_height (const SamenSignCard *card);

/* Draws a card; what is filled in begins at @rows_y, its foot the same for
 * the cards of a row. */
void samen_sign_card_draw (const SamenSignCard *card,
                           cairo_t *cr,
                           double x,
                           double y,
                           double rows_y,
                           SamenTags *tags);

/* pdf-draw.c: draws page @n; @tags is NULL when there is no one to read them */
void samen_pages_draw (SamenPages *pages, guint n, cairo_t *cr, SamenTags *tags);

G_END_DECLS
