/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "rules/outline-private.h"

/* Where a line can go: before which, and how deep */
typedef struct
{
  int place;
  guint depth;
} Spot;

static const Spot nowhere = { -1, 0 };

static SamenOutlineLine *
line_at (SamenOutline *self, int place)
{
  return samen_outline_get_line (self, place);
}

static gboolean
is_kind (SamenOutline *self, int place, SamenOutlineKind kind)
{
  const SamenOutlineLine *line = line_at (self, place);

  return line != NULL && line->kind == kind;
}

static gboolean
is_article (SamenOutline *self, int place, SamenArticleKind kind)
{
  return is_kind (self, place, SAMEN_OUTLINE_ARTICLE) && line_at (self, place)->article == kind;
}

static gboolean
is_clause (SamenOutline *self, int place)
{
  return is_kind (self, place, SAMEN_OUTLINE_CLAUSE);
}

/* Whether the article at @place has room for clauses */
static gboolean
holds_clauses (SamenOutline *self, int place)
{
  return is_kind (self, place, SAMEN_OUTLINE_ARTICLE) &&
         !is_article (self, place, SAMEN_ARTICLE_CHAPTER);
}

/* After the clauses of the article at @place, or after the heading of a chapter */
static int
end_of_clauses (SamenOutline *self, int place)
{
  for (place++; is_clause (self, place); place++)
    ;
  return place;
}

/* How much deeper what is part of a clause stands than that itself */
static guint
height (SamenOutline *self, int place)
{
  guint depth = line_at (self, place)->depth;
  guint deepest = depth;

  for (int i = place; i < samen_outline_end (self, place); i++)
    deepest = MAX (deepest, line_at (self, i)->depth);
  return deepest - depth;
}

/* Nothing is put deeper than it can be, but what is so deep already may be moved */
static gboolean
fits (SamenOutline *self, int place, guint depth)
{
  return depth <= line_at (self, place)->depth ||
         depth + height (self, place) <= SAMEN_OUTLINE_DEEPEST;
}

/* The nearest line of depth 0 before @place, or -1 */
static int
heading_before (SamenOutline *self, int place)
{
  return samen_outline_article (self, place - 1);
}

/* ---- one step up or down ---- */

static Spot
clause_up (SamenOutline *self, int place)
{
  guint depth = line_at (self, place)->depth;
  int above = place - 1;

  while (is_clause (self, above) && line_at (self, above)->depth > depth)
    above--;
  if (is_clause (self, above) && line_at (self, above)->depth == depth)
    return (Spot) { above, depth };
  if (depth > 1)
    return nowhere;
  do
    above = heading_before (self, above);
  while (above >= 0 && !holds_clauses (self, above));
  return above >= 0 ? (Spot) { end_of_clauses (self, above), depth } : nowhere;
}

static Spot
clause_down (SamenOutline *self, int place)
{
  guint depth = line_at (self, place)->depth;
  int below = samen_outline_end (self, place);

  if (is_clause (self, below) && line_at (self, below)->depth == depth)
    return (Spot) { samen_outline_end (self, below), depth };
  if (depth > 1)
    return nowhere;
  while (line_at (self, below) != NULL && !holds_clauses (self, below))
    below++;
  return line_at (self, below) != NULL ? (Spot) { below + 1, depth } : nowhere;
}

static Spot
chapter_up (SamenOutline *self, int place)
{
  int above = heading_before (self, place);

  for (int i = above; i >= 0; i = heading_before (self, i))
    {
      above = i;
      if (is_article (self, i, SAMEN_ARTICLE_CHAPTER))
        break;
    }
  return (Spot) { above, 0 };
}

static Spot
article_up (SamenOutline *self, int place)
{
  int above = heading_before (self, place);
  gboolean is_annex = is_article (self, place, SAMEN_ARTICLE_ANNEX);

  if (above < 0 || is_article (self, above, SAMEN_ARTICLE_ANNEX) != is_annex)
    return nowhere;
  return (Spot) { above, 0 };
}

static Spot
article_down (SamenOutline *self, int place)
{
  int below = samen_outline_end (self, place);
  gboolean is_annex = is_article (self, place, SAMEN_ARTICLE_ANNEX);

  if (line_at (self, below) == NULL || is_article (self, below, SAMEN_ARTICLE_ANNEX) != is_annex)
    return nowhere;
  if (is_article (self, place, SAMEN_ARTICLE_CHAPTER))
    return (Spot) { samen_outline_end (self, below), 0 };
  return (Spot) { end_of_clauses (self, below), 0 };
}

static Spot
step (SamenOutline *self, int place, gboolean down)
{
  if (is_clause (self, place))
    return down ? clause_down (self, place) : clause_up (self, place);
  if (is_kind (self, place, SAMEN_OUTLINE_CONSIDERATION))
    return is_kind (self, down ? place + 1 : place - 1, SAMEN_OUTLINE_CONSIDERATION)
               ? (Spot) { down ? place + 2 : place - 1, 0 }
               : nowhere;
  if (down)
    return article_down (self, place);
  return is_article (self, place, SAMEN_ARTICLE_CHAPTER) ? chapter_up (self, place)
                                                         : article_up (self, place);
}

/* Moves the line and what is part of it */
static int
move_to (SamenOutline *self, int place, Spot spot)
{
  GPtrArray *lines = samen_outline_get_lines (self);
  guint depth = line_at (self, place)->depth;
  int n = samen_outline_end (self, place) - place;
  int to = spot.place > place ? spot.place - n : spot.place;

  if (spot.place < 0)
    return -1;
  for (int i = place; i < place + n; i++)
    line_at (self, i)->depth += spot.depth - depth;
  for (int i = 0; i < n; i++)
    {
      gpointer line = g_ptr_array_steal_index (lines, (guint) (to > place ? place : place + i));

      g_ptr_array_insert (lines, to > place ? to + n - 1 : to + i, line);
    }
  return to;
}

int
samen_outline_move (SamenOutline *self, int place, gboolean down)
{
  return move_to (self, place, step (self, place, down));
}

/* ---- deeper and higher ---- */

/* Where a list begins anew, it begins with a number or a letter */
static SamenMark
mark_before (SamenOutline *self, int place, guint depth)
{
  for (int i = place - 1; is_clause (self, i) && line_at (self, i)->depth >= depth; i--)
    if (line_at (self, i)->depth == depth)
      return line_at (self, i)->mark;
  return line_at (self, place)->mark;
}

static int
shift (SamenOutline *self, int place, int by)
{
  guint depth = line_at (self, place)->depth;
  int end = samen_outline_end (self, place);

  line_at (self, place)->mark = mark_before (self, place, (guint) ((int) depth + by));
  for (int i = place; i < end; i++)
    line_at (self, i)->depth = (guint) ((int) line_at (self, i)->depth + by);
  return place;
}

int
samen_outline_nest (SamenOutline *self, int place)
{
  guint depth = line_at (self, place)->depth;

  if (!is_clause (self, place) || !is_clause (self, place - 1) ||
      line_at (self, place - 1)->depth < depth || !fits (self, place, depth + 1))
    return -1;
  return shift (self, place, 1);
}

int
samen_outline_lift (SamenOutline *self, int place)
{
  if (!is_clause (self, place) || line_at (self, place)->depth < 2)
    return -1;
  return shift (self, place, -1);
}

/* ---- dragging ---- */

static Spot
drop_clause (SamenOutline *self, int place, int to, gboolean after)
{
  int end = samen_outline_end (self, place);
  int next = to + 1 == place ? end : to + 1;
  Spot spot = { after ? to + 1 : to, 1 };

  if (after && is_clause (self, to))
    spot.depth = is_clause (self, next) && line_at (self, next)->depth > line_at (self, to)->depth
                     ? line_at (self, next)->depth
                     : line_at (self, to)->depth;
  else if (is_clause (self, to))
    spot.depth = line_at (self, to)->depth;
  else if (!holds_clauses (self, after ? to : samen_outline_article (self, to - 1)))
    return nowhere;
  if (!fits (self, place, spot.depth) ||
      (spot.depth == line_at (self, place)->depth && (spot.place == place || spot.place == end)))
    return nowhere;
  return spot;
}

/* Where the article, or with @whole the chapter, that holds @to begins or ends */
static int
boundary (SamenOutline *self, int to, gboolean after, gboolean whole)
{
  int begin = samen_outline_article (self, to);
  gboolean is_top = begin == to;

  while (whole && !is_article (self, begin, SAMEN_ARTICLE_CHAPTER) &&
         heading_before (self, begin) >= 0 && !is_article (self, begin, SAMEN_ARTICLE_ANNEX))
    {
      begin = heading_before (self, begin);
      is_top = FALSE;
    }
  if (is_top && !after)
    return begin;
  if (!whole)
    return end_of_clauses (self, begin);
  for (begin++; line_at (self, begin) != NULL && !is_article (self, begin, SAMEN_ARTICLE_CHAPTER) &&
                !is_article (self, begin, SAMEN_ARTICLE_ANNEX);
       begin++)
    ;
  return begin;
}

static Spot
drop_article (SamenOutline *self, int place, int to, gboolean after)
{
  int spot = boundary (self, to, after, is_article (self, place, SAMEN_ARTICLE_CHAPTER));
  gboolean is_annex = is_article (self, place, SAMEN_ARTICLE_ANNEX);
  int before = heading_before (self, spot);

  if (spot >= place && spot <= samen_outline_end (self, place))
    return nowhere;
  if (is_annex ? line_at (self, spot) != NULL && !is_article (self, spot, SAMEN_ARTICLE_ANNEX)
               : before >= 0 && is_article (self, before, SAMEN_ARTICLE_ANNEX))
    return nowhere;
  return (Spot) { spot, 0 };
}

static Spot
drop_spot (SamenOutline *self, int place, int to, gboolean after)
{
  int spot = after ? to + 1 : to;
  gboolean is_consideration = is_kind (self, place, SAMEN_OUTLINE_CONSIDERATION);

  if (line_at (self, to) == NULL || (to >= place && to < samen_outline_end (self, place)) ||
      is_consideration != is_kind (self, to, SAMEN_OUTLINE_CONSIDERATION))
    return nowhere;
  if (is_consideration)
    return spot == place || spot == place + 1 ? nowhere : (Spot) { spot, 0 };
  return is_clause (self, place) ? drop_clause (self, place, to, after)
                                 : drop_article (self, place, to, after);
}

gboolean
samen_outline_place (SamenOutline *self, int place, int *to, gboolean *after)
{
  Spot spot = drop_spot (self, place, *to, *after);

  if (spot.place < 0)
    return FALSE;
  if (is_kind (self, place, SAMEN_OUTLINE_ARTICLE))
    {
      *after = heading_before (self, spot.place) >= 0;
      *to = *after ? spot.place - 1 : spot.place;
    }
  return TRUE;
}

int
samen_outline_drop (SamenOutline *self, int place, int to, gboolean after)
{
  return move_to (self, place, drop_spot (self, place, to, after));
}
