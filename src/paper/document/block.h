/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * The tree of a document, for those who write it to paper or to a file. Build
 * it with document/document.h; all fields here are read-only.
 */

#pragma once

#include "document/document.h"

G_BEGIN_DECLS

typedef enum
{
  SAMEN_BLOCK_ROOT,      /* children */
  SAMEN_BLOCK_TITLE,     /* text, extra: subtitle */
  SAMEN_BLOCK_HEADING,   /* text, mark: number, level */
  SAMEN_BLOCK_PARAGRAPH, /* text, runs */
  SAMEN_BLOCK_LIST,      /* children: items; level from 1 */
  SAMEN_BLOCK_ITEM,      /* mark, text, runs; children: what belongs to it */
  SAMEN_BLOCK_TABLE,     /* columns; children: rows */
  SAMEN_BLOCK_ROW,       /* cells */
  SAMEN_BLOCK_FIGURE,    /* text: alt, extra: caption, figure */
  SAMEN_BLOCK_SIGNATURE, /* signer */
  SAMEN_BLOCK_PAGE_BREAK,
  SAMEN_BLOCK_KEEP, /* children */
} SamenBlockKind;

/* A style on the bytes [start, end) of a text. */
typedef struct
{
  guint start;
  guint end;
  SamenTextStyle style;
} SamenRun;

typedef struct _SamenBlock SamenBlock;

struct _SamenBlock
{
  SamenBlockKind kind;
  SamenBlock *parent;
  int level;
  SamenListMarks marks;
  char *mark;          /* nullable; of an item: never NULL */
  char *text;          /* valid UTF-8, never NULL */
  char *extra;         /* nullable */
  GArray *runs;        /* of SamenRun; nullable */
  GPtrArray *children; /* of SamenBlock; nullable */

  gsize n_columns;
  SamenColumn *columns; /* n_columns, headers owned */
  char **cells;         /* as many as the table has columns */

  SamenSigner signer; /* strings owned, NULL when unknown */

  double width; /* of a figure, in points; 0 is all */
  double height;
  SamenFigureDraw draw;
  gpointer draw_data;
  GDestroyNotify draw_destroy;
};

/* Returns: (transfer none): the root of the tree */
SamenBlock *samen_document_get_root (SamenDocument *doc);

/* Returns: the number of children of @block, and child @i */
guint samen_block_get_n_children (SamenBlock *block);
SamenBlock *samen_block_get_child (SamenBlock *block, guint i);

/* Whether the table @block has a header row. */
gboolean samen_block_has_header (SamenBlock *block);

/* Returns: (transfer full): the mark of item @n (from 1) without a full stop
 * for @marks: "–", "12", "ab", "xiv" */
char *samen_list_mark (SamenListMarks marks, guint n);

G_END_DECLS
