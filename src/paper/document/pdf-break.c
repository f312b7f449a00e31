/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/* From pieces to pages. A piece is placed once it is known that what must
 * stay with it fits as well, so that nothing is ever taken back. */

#include "document/pages-private.h"

/* Lines of a paragraph that stay together at the foot and the head of a page. */
#define ORPHANS 2
#define WIDOWS 2

typedef struct
{
  SamenPages *pages;
  GArray *page;
  double y;           /* foot of the last place */
  double after;       /* white space wanted below it */
  SamenPiece *header; /* of the table that goes on */
} Breaker;

double
samen_piece_height (const SamenPiece *piece, guint first, guint last)
{
  return piece->top + (last - first) * piece->leading + piece->bottom + piece->extra;
}

static double
whole_height (const SamenPiece *piece)
{
  return samen_piece_height (piece, 0, piece->n_lines);
}

static SamenPiece *
piece_at (Breaker *breaker, guint i)
{
  return i < breaker->pages->pieces->len ? g_ptr_array_index (breaker->pages->pieces, i) : NULL;
}

static double
gap_between (const SamenPiece *above, const SamenPiece *below)
{
  return MAX (above->after, below->before);
}

/* The least height that piece @i asks for on the page it begins on, with what
 * must follow it there; stops counting beyond a page. */
static double
least_height (Breaker *breaker, guint i)
{
  SamenPiece *piece = piece_at (breaker, i);
  double height = 0;

  for (guint group = piece->group; piece != NULL; i++)
    {
      SamenPiece *next = piece_at (breaker, i + 1);
      gboolean splits = piece->breakable && piece->n_lines >= ORPHANS + WIDOWS;
      gboolean grouped = group != 0 && next != NULL && next->group == group;

      if (!grouped && splits)
        return height + samen_piece_height (piece, 0, ORPHANS);
      height += whole_height (piece);
      if (next == NULL || next->kind == SAMEN_PIECE_BREAK || height > SAMEN_TEXT_HEIGHT)
        break;
      if (!grouped && !piece->keep_next)
        break;
      height += gap_between (piece, next);
      if (group == 0 || next->group != group)
        group = next->group;
      piece = next;
    }
  return height;
}

static void
new_page (Breaker *breaker)
{
  breaker->page = g_array_new (FALSE, FALSE, sizeof (SamenPlace));
  g_ptr_array_add (breaker->pages->pages, breaker->page);
  breaker->y = 0;
  breaker->after = 0;
}

static double
room_for (Breaker *breaker, SamenPiece *piece)
{
  double gap = breaker->page->len == 0 ? 0 : MAX (breaker->after, piece->before);

  return SAMEN_TEXT_HEIGHT - breaker->y - gap + 0.01;
}

static void
put (Breaker *breaker, SamenPiece *piece, guint first, guint last, gboolean repeated)
{
  SamenPlace place = {
    .piece = piece,
    .first = first,
    .last = last,
    .y = breaker->y,
    .height = samen_piece_height (piece, first, last),
    .repeated = repeated,
  };

  if (breaker->page->len > 0)
    place.y += MAX (breaker->after, piece->before);
  g_array_append_val (breaker->page, place);
  breaker->y = place.y + place.height;
  breaker->after = last == piece->n_lines ? piece->after : 0;
}

/* A new page within a table begins with its header. */
static void
next_page (Breaker *breaker, SamenPiece *piece)
{
  new_page (breaker);
  if (breaker->header != NULL && piece->kind == SAMEN_PIECE_ROW &&
      piece->block->parent == breaker->header->block &&
      whole_height (breaker->header) < SAMEN_TEXT_HEIGHT / 3)
    put (breaker, breaker->header, 0, breaker->header->n_lines, TRUE);
}

static gboolean
page_is_bare (Breaker *breaker)
{
  return breaker->page->len == 0 ||
         (breaker->page->len == 1 && g_array_index (breaker->page, SamenPlace, 0).repeated);
}

/* How many lines from @first fit in @room and leave enough on either side; 0
 * when the piece had better begin on the next page. */
static guint
lines_that_fit (Breaker *breaker, SamenPiece *piece, guint first, double room)
{
  guint left = piece->n_lines - first;
  double lines = (room - samen_piece_height (piece, 0, 0)) / piece->leading;
  guint fit = lines < 0 ? 0 : MIN ((guint) lines, left);

  if (fit == left)
    return fit;
  if (left - fit < WIDOWS)
    fit = left > WIDOWS ? left - WIDOWS : 0;
  if (fit < ORPHANS)
    fit = 0;
  if (fit == 0 && page_is_bare (breaker))
    fit = CLAMP ((guint) MAX (lines, 1), 1, left);
  return fit;
}

/* Places a piece over as many pages as its lines need; @follow is the height
 * of what must stand below its last lines. */
static void
place_lines (Breaker *breaker, SamenPiece *piece, double follow)
{
  guint first = 0;

  while (first < piece->n_lines)
    {
      double room = room_for (breaker, piece);
      guint fit = lines_that_fit (breaker, piece, first, room);
      guint left = piece->n_lines - first;
      double rest = room - samen_piece_height (piece, first, piece->n_lines) - follow;

      /* its last lines go along with what must follow */
      if (fit == left && follow > 0 && rest < 0 && left >= ORPHANS + WIDOWS)
        fit = left - WIDOWS;
      if (fit > 0)
        {
          put (breaker, piece, first, first + fit, FALSE);
          first += fit;
        }
      if (first < piece->n_lines)
        next_page (breaker, piece);
    }
}

static void
place_piece (Breaker *breaker, guint i)
{
  SamenPiece *piece = piece_at (breaker, i);
  SamenPiece *next = piece_at (breaker, i + 1);
  gboolean in_group =
      i > 0 && piece->group != 0 && piece_at (breaker, i - 1)->group == piece->group;
  gboolean after_heading = i > 0 && piece_at (breaker, i - 1)->keep_next;
  double least = least_height (breaker, i);

  if (piece->kind == SAMEN_PIECE_HEADER)
    breaker->header = piece;
  if (!page_is_bare (breaker) && least > room_for (breaker, piece) &&
      (least <= SAMEN_TEXT_HEIGHT || !(in_group || after_heading)))
    next_page (breaker, piece);

  if (piece->n_lines > 0 &&
      (piece->breakable || whole_height (piece) > room_for (breaker, piece)) &&
      piece->kind != SAMEN_PIECE_FIGURE)
    {
      double follow = 0;

      if (piece->keep_next && next != NULL && next->kind != SAMEN_PIECE_BREAK)
        follow = gap_between (piece, next) + least_height (breaker, i + 1);
      /* what fits on no page cannot be kept */
      if (follow + WIDOWS * piece->leading > SAMEN_TEXT_HEIGHT)
        follow = 0;
      place_lines (breaker, piece, follow);
    }
  else
    {
      put (breaker, piece, 0, piece->n_lines, FALSE);
    }
}

/* A group that fits on no page is none: its pieces flow like others. */
static void
dissolve_high_groups (GPtrArray *pieces)
{
  for (guint i = 0, end; i < pieces->len; i = end)
    {
      SamenPiece *first = g_ptr_array_index (pieces, i);
      double height = whole_height (first);

      for (end = i + 1; end < pieces->len && first->group != 0; end++)
        {
          SamenPiece *above = g_ptr_array_index (pieces, end - 1);
          SamenPiece *piece = g_ptr_array_index (pieces, end);

          if (piece->group != first->group)
            break;
          height += gap_between (above, piece) + whole_height (piece);
        }
      for (guint j = i; j < end && height > SAMEN_TEXT_HEIGHT; j++)
        ((SamenPiece *) g_ptr_array_index (pieces, j))->group = 0;
    }
}

static void
page_free (gpointer data)
{
  g_array_unref (data);
}

void
samen_pages_break (SamenPages *pages)
{
  Breaker breaker = { .pages = pages };

  pages->pages = g_ptr_array_new_with_free_func (page_free);
  dissolve_high_groups (pages->pieces);
  new_page (&breaker);
  for (guint i = 0; i < pages->pieces->len; i++)
    {
      SamenPiece *piece = piece_at (&breaker, i);

      if (piece->kind != SAMEN_PIECE_BREAK)
        place_piece (&breaker, i);
      else if (breaker.page->len > 0 && i + 1 < pages->pieces->len)
        new_page (&breaker);
    }
}
