/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/* From the tree of a document to pieces with lines, each as wide as it will
 * be; nothing is placed here. */

#include "document/pages-private.h"

#include <math.h>

#define MARK_GAP 7.0
#define MARK_MIN 20.0
#define MARK_MAX 96.0
#define CELL_GAP 12.0
#define CELL_PAD 4.0

typedef struct
{
  SamenPages *pages;
  double x; /* left edge of what is set now, from the margin */
  guint group;
  guint n_groups;
} Setter;

static void
set_text_clear (gpointer data)
{
  SamenSetText *text = data;

  samen_lines_clear (&text->lines);
}

static void
card_clear (gpointer data)
{
  samen_sign_card_clear (data);
}

static void
piece_free (gpointer data)
{
  SamenPiece *piece = data;

  g_clear_pointer (&piece->texts, g_array_unref);
  g_clear_pointer (&piece->cards, g_array_unref);
  g_free (piece);
}

static SamenPiece *
add_piece (Setter *setter, SamenPieceKind kind, SamenBlock *block, double before, double after)
{
  SamenPiece *piece = g_new0 (SamenPiece, 1);

  piece->kind = kind;
  piece->block = block;
  piece->x = setter->x;
  piece->before = before;
  piece->after = after;
  piece->group = setter->group;
  piece->texts = g_array_new (FALSE, FALSE, sizeof (SamenSetText));
  g_array_set_clear_func (piece->texts, set_text_clear);
  g_ptr_array_add (setter->pages->pieces, piece);
  return piece;
}

/* Sets @text in @piece; the returned text is good until the next is added. */
static SamenSetText *
add_text (Setter *setter,
          SamenPiece *piece,
          SamenTypeRole role,
          const char *text,
          GArray *runs,
          double x,
          double width)
{
  SamenSetText set = { .x = x, .width = width };

  samen_lines_init (&set.lines, setter->pages->context, role, text, runs, width);
  g_array_append_val (piece->texts, set);
  piece->n_lines = MAX (piece->n_lines, set.lines.n_lines);
  piece->leading = MAX (piece->leading, set.lines.leading);
  return &g_array_index (piece->texts, SamenSetText, piece->texts->len - 1);
}

static void
set_title (Setter *setter, SamenBlock *block)
{
  SamenPiece *piece = add_piece (setter, SAMEN_PIECE_TITLE, block, 0, 5);

  add_text (setter, piece, SAMEN_TYPE_TITLE, block->text, NULL, 0, SAMEN_TEXT_WIDTH);
  piece->keep_next = TRUE;
  if (block->extra != NULL)
    {
      piece = add_piece (setter, SAMEN_PIECE_SUBTITLE, block, 0, 0);
      add_text (setter, piece, SAMEN_TYPE_SUBTITLE, block->extra, NULL, 0, SAMEN_TEXT_WIDTH);
      piece->keep_next = TRUE;
    }
  piece->bottom = 14; /* for the rule below it */
  piece->after = 26;
}

static void
set_heading (Setter *setter, SamenBlock *block)
{
  static const struct
  {
    SamenTypeRole role;
    double before;
    double after;
  } styles[] = {
    { SAMEN_TYPE_H1, 26, 8 },
    { SAMEN_TYPE_H2, 18, 5 },
    { SAMEN_TYPE_H3, 12, 2 },
  };
  int level = block->level - 1;
  SamenPiece *piece =
      add_piece (setter, SAMEN_PIECE_HEADING, block, styles[level].before, styles[level].after);
  double x = setter->x;

  if (block->mark != NULL)
    {
      SamenSetText *mark =
          add_text (setter, piece, styles[level].role, block->mark, NULL, x, SAMEN_TEXT_WIDTH - x);

      mark->lines.ink = SAMEN_INK_ACCENT;
      mark->lines.before_more = *block->text != '\0';
      if (*block->text != '\0' && samen_lines_ink_width (&mark->lines) < SAMEN_TEXT_WIDTH / 3)
        x += ceil (samen_lines_ink_width (&mark->lines)) + 10;
    }
  if (*block->text != '\0' || block->mark == NULL)
    add_text (setter, piece, styles[level].role, block->text, NULL, x, SAMEN_TEXT_WIDTH - x);
  /* a number and its text stand side by side, whichever way each reads */
  for (guint i = 0; i < piece->texts->len && piece->texts->len > 1; i++)
    pango_layout_set_auto_dir (g_array_index (piece->texts, SamenSetText, i).lines.layout, FALSE);
  piece->keep_next = TRUE;
}

static void
set_paragraph (Setter *setter, SamenBlock *block)
{
  SamenPiece *piece = add_piece (setter, SAMEN_PIECE_TEXT, block, 0, 7);

  add_text (setter, piece, SAMEN_TYPE_BODY, block->text, block->runs, setter->x,
            SAMEN_TEXT_WIDTH - setter->x);
  piece->breakable = TRUE;
  piece->keep_next = g_str_has_suffix (block->text, ":");
}

static void set_block (Setter *setter, SamenBlock *block);

static double
list_indent (Setter *setter, SamenBlock *list)
{
  double widest = 0;

  for (guint i = 0; i < samen_block_get_n_children (list); i++)
    {
      SamenLines mark;

      samen_lines_init (&mark, setter->pages->context, SAMEN_TYPE_BODY,
                        samen_block_get_child (list, i)->mark, NULL, -1);
      widest = MAX (widest, samen_lines_ink_width (&mark));
      samen_lines_clear (&mark);
    }
  return CLAMP (ceil (widest) + MARK_GAP, MARK_MIN, MARK_MAX);
}

static void
set_list (Setter *setter, SamenBlock *list)
{
  /* deep nesting must leave room for words */
  double indent = setter->x > SAMEN_TEXT_WIDTH / 2 ? 0 : list_indent (setter, list);
  double mark_width = MAX (indent, MARK_MIN);

  for (guint i = 0; i < samen_block_get_n_children (list); i++)
    {
      SamenBlock *item = samen_block_get_child (list, i);
      SamenPiece *piece = add_piece (setter, SAMEN_PIECE_TEXT, item, 0, 4);
      SamenSetText *mark;
      double x = setter->x + mark_width;

      mark = add_text (setter, piece, SAMEN_TYPE_BODY, item->mark, NULL, setter->x,
                       mark_width - MARK_GAP);
      pango_layout_set_auto_dir (mark->lines.layout, FALSE);
      add_text (setter, piece, SAMEN_TYPE_BODY, item->text, item->runs, x, SAMEN_TEXT_WIDTH - x);
      piece->breakable = TRUE;
      piece->keep_next = samen_block_get_n_children (item) > 0;

      setter->x += indent;
      for (guint j = 0; j < samen_block_get_n_children (item); j++)
        set_block (setter, samen_block_get_child (item, j));
      setter->x -= indent;
    }
  if (list->level == 1 && setter->pages->pieces->len > 0)
    {
      SamenPiece *last = g_ptr_array_index (setter->pages->pieces, setter->pages->pieces->len - 1);

      last->after = MAX (last->after, 7);
    }
}

static PangoAlignment
pango_alignment (SamenAlign align)
{
  return align == SAMEN_ALIGN_END      ? PANGO_ALIGN_RIGHT
         : align == SAMEN_ALIGN_CENTER ? PANGO_ALIGN_CENTER
                                       : PANGO_ALIGN_LEFT;
}

static void
set_row (Setter *setter, SamenBlock *table, SamenPiece *piece, SamenTypeRole role)
{
  double room = SAMEN_TEXT_WIDTH - setter->x - CELL_GAP * (table->n_columns - 1);
  double x = setter->x;
  double weights = 0;

  for (gsize i = 0; i < table->n_columns; i++)
    weights += table->columns[i].weight;
  for (gsize i = 0; i < table->n_columns; i++)
    {
      double width = MAX (room * table->columns[i].weight / weights, 4);
      const char *cell =
          role == SAMEN_TYPE_HEADER ? table->columns[i].header : piece->block->cells[i];
      SamenSetText *text = add_text (setter, piece, role, cell != NULL ? cell : "", NULL, x, width);

      pango_layout_set_alignment (text->lines.layout, pango_alignment (table->columns[i].align));
      x += width + CELL_GAP;
    }
  piece->top = CELL_PAD;
  piece->bottom = CELL_PAD;
}

static void
set_table (Setter *setter, SamenBlock *table)
{
  guint n_rows = samen_block_get_n_children (table);

  if (samen_block_has_header (table))
    {
      SamenPiece *header = add_piece (setter, SAMEN_PIECE_HEADER, table, 8, n_rows == 0 ? 14 : 0);

      set_row (setter, table, header, SAMEN_TYPE_HEADER);
      header->keep_next = n_rows > 0;
    }
  for (guint i = 0; i < n_rows; i++)
    {
      SamenPiece *row = add_piece (setter, SAMEN_PIECE_ROW, samen_block_get_child (table, i),
                                   i == 0 ? 8 : 0, i + 1 == n_rows ? 14 : 0);

      if (i == 0 && samen_block_has_header (table))
        row->before = 0;
      /* no row alone at the foot of a page, nor at the head of the next */
      row->keep_next = i + 1 < n_rows && (i == 0 || i + 2 == n_rows);
      set_row (setter, table, row, SAMEN_TYPE_CELL);
    }
}

static void
set_figure (Setter *setter, SamenBlock *block)
{
  SamenPiece *piece = add_piece (setter, SAMEN_PIECE_FIGURE, block, 8, 14);
  double width = SAMEN_TEXT_WIDTH - setter->x;
  double height = SAMEN_TEXT_HEIGHT;
  double scale;

  piece->figure_width = block->width > 0 ? block->width : width;
  piece->figure_height = block->height;
  if (block->extra != NULL)
    {
      add_text (setter, piece, SAMEN_TYPE_CAPTION, block->extra, NULL, setter->x, width);
      piece->top = 4;
      height -= piece->top + piece->n_lines * piece->leading;
    }
  scale = MIN (MIN (width / piece->figure_width, MAX (height, 72) / piece->figure_height), 1);
  piece->figure_width *= scale;
  piece->figure_height *= scale;
  piece->extra = piece->figure_height;
}

/* Two cards that follow each other become one piece. */
static void
set_signature (Setter *setter, SamenBlock *block)
{
  GPtrArray *pieces = setter->pages->pieces;
  SamenPiece *piece = pieces->len > 0 ? g_ptr_array_index (pieces, pieces->len - 1) : NULL;
  SamenSignCard card = { NULL };
  double head = 0;
  double rows = 0;

  if (piece == NULL || piece->kind != SAMEN_PIECE_SIGNATURES || piece->cards->len == 2 ||
      piece->block->parent != block->parent)
    {
      piece = add_piece (setter, SAMEN_PIECE_SIGNATURES, block, 18, 18);
      piece->cards = g_array_new (FALSE, FALSE, sizeof (SamenSignCard));
      g_array_set_clear_func (piece->cards, card_clear);
    }
  samen_sign_card_init (&card, setter->pages, block);
  g_array_append_val (piece->cards, card);
  for (guint i = 0; i < piece->cards->len; i++)
    {
      SamenSignCard *c = &g_array_index (piece->cards, SamenSignCard, i);

      head = MAX (head, c->head);
      rows = MAX (rows, samen_sign_card_rows_height (c));
    }
  piece->extra = head + rows;
}

static void
set_children (Setter *setter, SamenBlock *block)
{
  for (guint i = 0; i < samen_block_get_n_children (block); i++)
    set_block (setter, samen_block_get_child (block, i));
}

static void
set_block (Setter *setter, SamenBlock *block)
{
  switch (block->kind)
    {
    case SAMEN_BLOCK_TITLE:
      set_title (setter, block);
      break;
    case SAMEN_BLOCK_HEADING:
      set_heading (setter, block);
      break;
    case SAMEN_BLOCK_PARAGRAPH:
      set_paragraph (setter, block);
      break;
    case SAMEN_BLOCK_LIST:
      set_list (setter, block);
      break;
    case SAMEN_BLOCK_TABLE:
      set_table (setter, block);
      break;
    case SAMEN_BLOCK_FIGURE:
      set_figure (setter, block);
      break;
    case SAMEN_BLOCK_SIGNATURE:
      set_signature (setter, block);
      break;
    case SAMEN_BLOCK_PAGE_BREAK:
      add_piece (setter, SAMEN_PIECE_BREAK, block, 0, 0);
      break;
    case SAMEN_BLOCK_KEEP:
      setter->group = ++setter->n_groups;
      set_children (setter, block);
      setter->group = 0;
      break;
    case SAMEN_BLOCK_ROOT:
    case SAMEN_BLOCK_ITEM:
    case SAMEN_BLOCK_ROW:
    default:
      set_children (setter, block);
      break;
    }
}

void
samen_pages_measure (SamenPages *pages)
{
  Setter setter = { .pages = pages };

  pages->pieces = g_ptr_array_new_with_free_func (piece_free);
  set_block (&setter, samen_document_get_root (pages->doc));
}
