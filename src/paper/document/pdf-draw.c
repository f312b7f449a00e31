/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "document/pages-private.h"

static void
rule (cairo_t *cr,
      SamenTags *tags,
      SamenInk ink,
      double x,
      double y,
      double width,
      double thickness)
{
  samen_tags_begin_artifact (tags);
  samen_ink_set (cr, ink);
  cairo_rectangle (cr, x, y, width, thickness);
  cairo_fill (cr);
  samen_tags_end_artifact (tags);
}

static void
draw_text (const SamenPlace *place, guint i, cairo_t *cr, double y)
{
  const SamenSetText *text = &g_array_index (place->piece->texts, SamenSetText, i);

  samen_lines_draw (&text->lines, cr, SAMEN_MARGIN + text->x, y + place->piece->top, place->first,
                    place->last);
}

/* The title, or what stands below it; a rule closes them. */
static void
draw_title (const SamenPlace *place, cairo_t *cr, double y, SamenTags *tags)
{
  SamenPiece *piece = place->piece;
  gboolean title = piece->kind == SAMEN_PIECE_TITLE;

  samen_tags_enter (tags, piece->block, title ? "H1" : "P", 0);
  draw_text (place, 0, cr, y);
  if (piece->bottom > 0 && place->last == piece->n_lines)
    rule (cr, tags, SAMEN_INK_ACCENT, SAMEN_MARGIN, y + place->height - 2, 48, 2);
}

static void
draw_texts (const SamenPlace *place, cairo_t *cr, double y, SamenTags *tags)
{
  SamenPiece *piece = place->piece;

  if (piece->block->kind == SAMEN_BLOCK_ITEM)
    {
      samen_tags_enter (tags, piece->block, place->first == 0 ? "Lbl" : NULL, 0);
      draw_text (place, 0, cr, y);
      samen_tags_enter (tags, piece->block, NULL, 0);
      draw_text (place, 1, cr, y);
      return;
    }
  samen_tags_enter (tags, piece->block, NULL, 0);
  for (guint i = 0; i < piece->texts->len; i++)
    draw_text (place, i, cr, y);
}

static void
draw_cells (const SamenPlace *place, cairo_t *cr, double y, SamenTags *tags)
{
  SamenPiece *piece = place->piece;
  double x = piece->x;
  gboolean header = piece->kind == SAMEN_PIECE_HEADER;

  if (place->repeated)
    samen_tags_begin_artifact (tags);
  for (guint i = 0; i < piece->texts->len; i++)
    {
      if (!place->repeated)
        samen_tags_enter_cell (tags, piece->block, place->first, i);
      draw_text (place, i, cr, y);
    }
  if (place->repeated)
    samen_tags_end_artifact (tags);
  rule (cr, tags, header ? SAMEN_INK_ACCENT : SAMEN_INK_HAIRLINE, SAMEN_MARGIN + x,
        y + place->height - (header ? 0.8 : 0.4), SAMEN_TEXT_WIDTH - x, header ? 0.8 : 0.4);
}

static void
draw_figure (const SamenPlace *place, cairo_t *cr, double y, SamenTags *tags)
{
  SamenPiece *piece = place->piece;
  SamenBlock *block = piece->block;

  samen_tags_enter (tags, block, "Figure", 0);
  cairo_save (cr);
  cairo_translate (cr, SAMEN_MARGIN + piece->x, y);
  cairo_rectangle (cr, 0, 0, piece->figure_width, piece->figure_height);
  cairo_clip (cr);
  cairo_new_path (cr);
  if (block->draw != NULL)
    block->draw (cr, piece->figure_width, piece->figure_height, block->draw_data);
  cairo_restore (cr);

  if (piece->texts->len > 0)
    {
      samen_tags_enter (tags, block, "P", 0);
      draw_text (place, 0, cr, y + piece->figure_height);
    }
}

static void
draw_signatures (const SamenPlace *place, cairo_t *cr, double y, SamenTags *tags)
{
  GArray *cards = place->piece->cards;

  for (guint i = 0; i < cards->len; i++)
    {
      const SamenSignCard *card = &g_array_index (cards, SamenSignCard, i);

      samen_sign_card_draw (card, cr, SAMEN_MARGIN + i * (SAMEN_CARD_WIDTH + SAMEN_CARD_GAP), y,
                            y + place->height - samen_sign_card_rows_height (card), tags);
    }
}

static void
draw_place (const SamenPlace *place, cairo_t *cr, SamenTags *tags)
{
  double y = SAMEN_MARGIN + place->y;

  switch (place->piece->kind)
    {
    case SAMEN_PIECE_TITLE:
    case SAMEN_PIECE_SUBTITLE:
      draw_title (place, cr, y, tags);
      break;
    case SAMEN_PIECE_HEADER:
    case SAMEN_PIECE_ROW:
      draw_cells (place, cr, y, tags);
      break;
    case SAMEN_PIECE_FIGURE:
      draw_figure (place, cr, y, tags);
      break;
    case SAMEN_PIECE_SIGNATURES:
      draw_signatures (place, cr, y, tags);
      break;
    case SAMEN_PIECE_HEADING:
    case SAMEN_PIECE_TEXT:
      draw_texts (place, cr, y, tags);
      break;
    case SAMEN_PIECE_BREAK:
    default:
      break;
    }
}

static void
draw_footer (SamenPages *pages, guint n, cairo_t *cr, SamenTags *tags)
{
  const char *title = samen_document_get_title (pages->doc);
  const char *note = samen_document_get_note (pages->doc);
  g_autofree char *left =
      g_strjoin (note != NULL && *title != '\0' ? "   ·   " : "", title, note, NULL);
  g_autofree char *right = g_strdup_printf ("%u / %u", n + 1, pages->pages->len);
  SamenLines lines = { NULL };

  samen_tags_begin_artifact (tags);
  samen_lines_init (&lines, pages->context, SAMEN_TYPE_FOOTER, left, NULL, SAMEN_TEXT_WIDTH - 60);
  pango_layout_set_ellipsize (lines.layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_auto_dir (lines.layout, FALSE);
  samen_lines_draw (&lines, cr, SAMEN_MARGIN, SAMEN_FOOTER_Y - lines.ascent, 0, 1);
  samen_lines_clear (&lines);

  samen_lines_init (&lines, pages->context, SAMEN_TYPE_FOOTER, right, NULL, -1);
  samen_lines_draw (&lines, cr, SAMEN_MARGIN + SAMEN_TEXT_WIDTH - samen_lines_ink_width (&lines),
                    SAMEN_FOOTER_Y - lines.ascent, 0, 1);
  samen_lines_clear (&lines);
  samen_tags_end_artifact (tags);
}

void
samen_pages_draw (SamenPages *pages, guint n, cairo_t *cr, SamenTags *tags)
{
  GArray *page;

  if (n >= pages->pages->len)
    return;

  page = g_ptr_array_index (pages->pages, n);
  cairo_save (cr);
  for (guint i = 0; i < page->len; i++)
    draw_place (&g_array_index (page, SamenPlace, i), cr, tags);
  draw_footer (pages, n, cr, tags);
  cairo_restore (cr);
}
