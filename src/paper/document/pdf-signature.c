/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/* The place where one party signs: who it is, and lines to write on. */

#include "document/pages-private.h"

#include <math.h>

#define WRITING_HEIGHT 25.0
#define SIGNATURE_HEIGHT 54.0
#define LABEL_MAX 80.0
#define HEAD_GAP 4.0
/* A party with a name longer than this cannot be read at the table either. */
#define HEAD_LINES 12

static void
row_clear (gpointer data)
{
  SamenSignRow *row = data;

  samen_lines_clear (&row->label);
  samen_lines_clear (&row->value);
}

static void
add_row (SamenSignCard *card,
         PangoContext *context,
         const char *label,
         const char *value,
         double label_width,
         double blank_height)
{
  SamenSignRow row = { .height = blank_height };

  samen_lines_init (&row.label, context, SAMEN_TYPE_LABEL, label, NULL, LABEL_MAX);
  pango_layout_set_height (row.label.layout, -2);
  pango_layout_set_ellipsize (row.label.layout, PANGO_ELLIPSIZE_END);
  row.label.n_lines = pango_layout_get_line_count (row.label.layout);
  if (value != NULL)
    {
      row.label.before_more = TRUE;
      samen_lines_init (&row.value, context, SAMEN_TYPE_BODY, value, NULL,
                        SAMEN_CARD_WIDTH - label_width);
      row.height = MAX (row.value.n_lines * row.value.leading + 4, blank_height - 6);
    }
  g_array_append_val (card->rows, row);
}

static void
set_head_lines (SamenSignCard *card,
                SamenLines *lines,
                PangoContext *context,
                SamenTypeRole role,
                const char *text,
                GArray *runs)
{
  if (text == NULL)
    return;

  samen_lines_init (lines, context, role, text, runs, SAMEN_CARD_WIDTH);
  pango_layout_set_height (lines->layout, -HEAD_LINES);
  pango_layout_set_ellipsize (lines->layout, PANGO_ELLIPSIZE_END);
  lines->n_lines = pango_layout_get_line_count (lines->layout);
  card->head += samen_lines_height (lines);
}

static double
label_column_width (const SamenSignCard *card)
{
  double width = 0;

  for (guint i = 0; i < card->rows->len; i++)
    width = MAX (width, samen_lines_ink_width (&g_array_index (card->rows, SamenSignRow, i).label));
  return ceil (width) + 10;
}

void
samen_sign_card_init (SamenSignCard *card, SamenPages *pages, SamenBlock *block)
{
  const SamenDocumentLabels *labels = samen_document_get_labels (pages->doc);
  const SamenSigner *signer = &block->signer;
  double label_width = LABEL_MAX + 10;

  card->block = block;
  card->rows = g_array_new (FALSE, FALSE, sizeof (SamenSignRow));
  g_array_set_clear_func (card->rows, row_clear);

  set_head_lines (card, &card->party, pages->context, SAMEN_TYPE_PARTY, signer->organisation, NULL);
  set_head_lines (card, &card->person, pages->context, SAMEN_TYPE_BODY, signer->representative,
                  NULL);
  set_head_lines (card, &card->function, pages->context, SAMEN_TYPE_CAPTION, signer->function,
                  NULL);
  card->head += HEAD_GAP;

  if (signer->representative == NULL)
    add_row (card, pages->context, labels->name, NULL, label_width, WRITING_HEIGHT);
  add_row (card, pages->context, labels->place, signer->place, label_width, WRITING_HEIGHT);
  add_row (card, pages->context, labels->date, signer->date, label_width, WRITING_HEIGHT);
  add_row (card, pages->context, labels->signature, NULL, label_width, SIGNATURE_HEIGHT);
}

void
samen_sign_card_clear (SamenSignCard *card)
{
  samen_lines_clear (&card->party);
  samen_lines_clear (&card->person);
  samen_lines_clear (&card->function);
  g_clear_pointer (&card->rows, g_array_unref);
}

double
samen_sign_card_rows_height (const SamenSignCard *card)
{
  double height = 0;

  for (guint i = 0; i < card->rows->len; i++)
    height += g_array_index (card->rows, SamenSignRow, i).height;
  return height;
}

static void
draw_row (const SamenSignCard *card, guint n, cairo_t *cr, double x, double y, SamenTags *tags)
{
  SamenSignRow *row = &g_array_index (card->rows, SamenSignRow, n);
  double column = x + label_column_width (card);
  double foot = y + row->height - 3; /* of the last line of text */
  double label_y = foot - samen_lines_height (&row->label);

  samen_tags_enter (tags, card->block, "P", 10 + n);
  if (row->value.layout != NULL)
    {
      double value_y = foot - samen_lines_height (&row->value);

      /* the label stands beside the first line of its value */
      label_y = value_y + row->value.ascent - row->label.ascent;
      samen_lines_draw (&row->label, cr, x, label_y, 0, row->label.n_lines);
      samen_lines_draw (&row->value, cr, column, value_y, 0, row->value.n_lines);
      return;
    }
  samen_lines_draw (&row->label, cr, x, label_y, 0, row->label.n_lines);
  samen_tags_begin_artifact (tags);
  samen_ink_set (cr, SAMEN_INK_RULE);
  cairo_set_line_width (cr, 0.6);
  cairo_move_to (cr, column, foot - 2.5);
  cairo_line_to (cr, x + SAMEN_CARD_WIDTH, foot - 2.5);
  cairo_stroke (cr);
  samen_tags_end_artifact (tags);
}

void
samen_sign_card_draw (const SamenSignCard *card,
                      cairo_t *cr,
                      double x,
                      double y,
                      double rows_y,
                      SamenTags *tags)
{
  const SamenLines *head[] = { &card->party, &card->person, &card->function };

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    if (head[i]->layout != NULL)
      {
        samen_tags_enter (tags, card->block, "P", i);
        samen_lines_draw (head[i], cr, x, y, 0, head[i]->n_lines);
        y += samen_lines_height (head[i]);
      }
  for (guint i = 0; i < card->rows->len; i++)
    {
      draw_row (card, i, cr, x, rows_y, tags);
      rows_y += g_array_index (card->rows, SamenSignRow, i).height;
    }
}
