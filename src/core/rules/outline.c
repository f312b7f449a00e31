/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/id.h"
#include "rules/covenant-text-private.h"
#include "rules/outline-private.h"
#include "rules/rules-private.h"

struct _SamenOutline
{
  GPtrArray *lines;
  GPtrArray *removed;
};

static void
line_free (gpointer data)
{
  SamenOutlineLine *line = data;

  g_free (line->id);
  g_free (line->heading);
  g_free (line->text);
  g_free (line->parent);
  g_clear_object (&line->record);
  g_free (line);
}

SamenOutlineLine *
samen_outline_insert (SamenOutline *self, int place, SamenOutlineKind kind, guint depth)
{
  SamenOutlineLine *line = g_new0 (SamenOutlineLine, 1);

  line->id = samen_id_new ();
  line->kind = kind;
  line->depth = depth;
  g_ptr_array_insert (self->lines, place, line);
  return line;
}

/* ---- from the records ---- */

static SamenOutlineLine *
append_record (SamenOutline *self, gpointer record, SamenOutlineKind kind, guint depth)
{
  SamenOutlineLine *line = samen_outline_insert (self, (int) self->lines->len, kind, depth);

  line->record = g_object_ref (record);
  line->place = self->lines->len - 1;
  g_set_str (&line->id, line->record->id);
  return line;
}

static void
append_line (SamenOutline *self, const SamenLine *from)
{
  gboolean is_clause = SAMEN_IS_CLAUSE (from->record);
  SamenOutlineLine *line = append_record (
      self, from->record, is_clause ? SAMEN_OUTLINE_CLAUSE : SAMEN_OUTLINE_ARTICLE, from->depth);

  if (is_clause)
    {
      line->mark = SAMEN_CLAUSE (from->record)->mark;
      line->text = g_strdup (SAMEN_CLAUSE (from->record)->text);
      line->parent = g_strdup (from->parent->record->id);
    }
  else
    {
      line->article = SAMEN_ARTICLE (from->record)->kind;
      line->heading = g_strdup (SAMEN_ARTICLE (from->record)->heading);
      line->text = g_strdup (SAMEN_ARTICLE (from->record)->text);
    }
}

SamenOutline *
samen_outline_new (GListModel *considerations, SamenNumbering *numbering)
{
  SamenOutline *self = g_new0 (SamenOutline, 1);
  GPtrArray *lines = samen_numbering_get_lines (numbering);

  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < samen_n_items (considerations); i++)
    {
      g_autoptr (SamenConsideration) it = g_list_model_get_item (considerations, i);
      SamenOutlineLine *line = append_record (self, it, SAMEN_OUTLINE_CONSIDERATION, 0);

      line->text = g_strdup (it->text);
    }
  for (guint i = 0; i < lines->len; i++)
    append_line (self, g_ptr_array_index (lines, i));
  return self;
}

void
samen_outline_free (SamenOutline *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->removed);
  g_free (self);
}

/* ---- looking ---- */

GPtrArray *
samen_outline_get_lines (SamenOutline *self)
{
  return self->lines;
}

GPtrArray *
samen_outline_get_removed (SamenOutline *self)
{
  return self->removed;
}

SamenOutlineLine *
samen_outline_get_line (SamenOutline *self, int place)
{
  return place >= 0 && place < (int) self->lines->len ? g_ptr_array_index (self->lines, place)
                                                      : NULL;
}

int
samen_outline_find (SamenOutline *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->lines->len; i++)
    if (g_str_equal (samen_outline_get_line (self, (int) i)->id, id))
      return (int) i;
  return -1;
}

static gboolean
is_clause (SamenOutline *self, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (self, place);

  return line != NULL && line->kind == SAMEN_OUTLINE_CLAUSE;
}

int
samen_outline_article (SamenOutline *self, int place)
{
  while (is_clause (self, place))
    place--;
  return place >= 0 && samen_outline_get_line (self, place)->kind == SAMEN_OUTLINE_ARTICLE ? place
                                                                                           : -1;
}

const SamenOutlineLine *
samen_outline_parent (SamenOutline *self, int place)
{
  guint depth = samen_outline_get_line (self, place)->depth;
  int above = place - 1;

  if (!is_clause (self, place))
    return NULL;
  while (is_clause (self, above) && samen_outline_get_line (self, above)->depth >= depth)
    above--;
  return samen_outline_get_line (self, above);
}

int
samen_outline_end (SamenOutline *self, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (self, place);
  const SamenOutlineLine *below;
  gboolean is_chapter =
      line->kind == SAMEN_OUTLINE_ARTICLE && line->article == SAMEN_ARTICLE_CHAPTER;

  if (line->kind == SAMEN_OUTLINE_CONSIDERATION)
    return place + 1;
  for (place++; (below = samen_outline_get_line (self, place)) != NULL; place++)
    if (below->depth <= line->depth && !(is_chapter && below->article == SAMEN_ARTICLE_PLAIN))
      break;
  return place;
}

gboolean
samen_outline_is_empty (SamenOutline *self, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (self, place);

  return !samen_has_text (line->heading) && !samen_has_text (line->text);
}

/* ---- writing ---- */

void
samen_outline_set (SamenOutline *self, int place, gboolean heading, const char *text)
{
  SamenOutlineLine *line = samen_outline_get_line (self, place);

  g_set_str (heading ? &line->heading : &line->text, text);
}

/* What is broken off a heading, in front of a text that is there already */
static int
give_to_text (SamenOutline *self, int place, const char *rest)
{
  SamenOutlineLine *line = samen_outline_get_line (self, place);
  g_autofree char *text = NULL;

  if (samen_has_text (rest))
    {
      text = g_strconcat (rest, "\n", line->text, NULL);
      g_set_str (&line->text, text);
    }
  return place;
}

static SamenOutlineLine *
insert_below (SamenOutline *self, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (self, place);
  const SamenOutlineLine *below = samen_outline_get_line (self, place + 1);
  SamenOutlineLine *new;

  if (line->kind == SAMEN_OUTLINE_CONSIDERATION)
    return samen_outline_insert (self, place + 1, SAMEN_OUTLINE_CONSIDERATION, 0);
  if (line->kind == SAMEN_OUTLINE_ARTICLE && line->article == SAMEN_ARTICLE_CHAPTER)
    return samen_outline_insert (self, place + 1, SAMEN_OUTLINE_ARTICLE, 0);
  if (below == NULL || below->depth <= line->depth)
    below = line->kind == SAMEN_OUTLINE_CLAUSE ? line : NULL;
  new = samen_outline_insert (self, place + 1, SAMEN_OUTLINE_CLAUSE,
                              below != NULL ? below->depth : 1);
  new->mark = below != NULL ? below->mark : SAMEN_MARK_NUMBER;
  return new;
}

int
samen_outline_break (SamenOutline *self, int place, gboolean heading, const char *rest)
{
  const SamenOutlineLine *line = samen_outline_get_line (self, place);
  SamenOutlineLine *new;

  if (heading && line->article != SAMEN_ARTICLE_CHAPTER && samen_has_text (line->text))
    return give_to_text (self, place, rest);
  new = insert_below (self, place);
  g_set_str (new->kind == SAMEN_OUTLINE_ARTICLE ? &new->heading : &new->text, rest);
  return place + 1;
}

/* What would stand more than one deeper than what it is part of, comes nearer */
static void
settle (SamenOutline *self, int place)
{
  const SamenOutlineLine *above = samen_outline_get_line (self, place - 1);
  guint highest =
      above != NULL && above->kind != SAMEN_OUTLINE_CONSIDERATION ? above->depth + 1 : 1;
  guint by = is_clause (self, place) ? samen_outline_get_line (self, place)->depth : 0;

  by = by > highest ? by - highest : 0;
  for (; by > 0 && is_clause (self, place) && samen_outline_get_line (self, place)->depth > highest;
       place++)
    samen_outline_get_line (self, place)->depth -= by;
}

static void
remove_line (SamenOutline *self, int place)
{
  SamenOutlineLine *line = samen_outline_get_line (self, place);

  if (line->record != NULL)
    g_ptr_array_add (self->removed, g_object_ref (line->record));
  g_ptr_array_remove_index (self->lines, (guint) place);
  settle (self, place);
}

static char *
join_texts (const char *first, const char *second)
{
  gboolean has_both = samen_has_text (first) && samen_has_text (second);
  gboolean apart =
      has_both && !g_ascii_isspace (first[strlen (first) - 1]) && !g_ascii_isspace (second[0]);

  return g_strconcat (first != NULL ? first : "", apart ? " " : "", second, NULL);
}

int
samen_outline_join (SamenOutline *self, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (self, place);
  SamenOutlineLine *before = samen_outline_get_line (self, place - 1);
  gboolean is_empty = samen_outline_is_empty (self, place);

  if (before == NULL)
    return -1;
  if (line->kind == SAMEN_OUTLINE_ARTICLE && (!is_empty || is_clause (self, place + 1)))
    return -1;
  if (!is_empty && (before->kind == SAMEN_OUTLINE_ARTICLE ? !samen_has_text (before->text)
                                                          : before->kind != line->kind))
    return -1;
  if (!is_empty)
    {
      g_autofree char *text = join_texts (before->text, line->text);

      g_set_str (&before->text, text);
    }
  remove_line (self, place);
  return place - 1;
}

/* ---- adding ---- */

int
samen_outline_add_consideration (SamenOutline *self)
{
  int place = 0;

  while (place < (int) self->lines->len &&
         samen_outline_get_line (self, place)->kind == SAMEN_OUTLINE_CONSIDERATION)
    place++;
  samen_outline_insert (self, place, SAMEN_OUTLINE_CONSIDERATION, 0);
  return place;
}

/* Where the annexes begin */
static int
end_of_articles (SamenOutline *self)
{
  int place = (int) self->lines->len;

  for (int i = place - 1; i >= 0; i--)
    if (samen_outline_get_line (self, i)->kind == SAMEN_OUTLINE_ARTICLE)
      {
        if (samen_outline_get_line (self, i)->article != SAMEN_ARTICLE_ANNEX)
          break;
        place = i;
      }
  return place;
}

int
samen_outline_add_article (SamenOutline *self, int place, SamenArticleKind kind)
{
  int article = samen_outline_article (self, place);
  int last = kind == SAMEN_ARTICLE_ANNEX ? (int) self->lines->len : end_of_articles (self);
  int to = last;

  if (article >= 0 && kind != SAMEN_ARTICLE_ANNEX)
    for (to = article + 1; is_clause (self, to); to++)
      ;
  to = MIN (to, last);
  samen_outline_insert (self, to, SAMEN_OUTLINE_ARTICLE, 0)->article = kind;
  return to;
}

int
samen_outline_add_clause (SamenOutline *self, int place, gboolean inside)
{
  const SamenOutlineLine *line = samen_outline_get_line (self, place);
  guint depth = line->depth + (inside ? 1 : 0);
  SamenMark mark = line->kind == SAMEN_OUTLINE_CLAUSE && !inside ? line->mark : SAMEN_MARK_NUMBER;
  int to = samen_outline_end (self, place);

  if (line->kind == SAMEN_OUTLINE_CONSIDERATION || depth == 0 || depth > SAMEN_OUTLINE_DEEPEST ||
      (line->kind == SAMEN_OUTLINE_ARTICLE && line->article == SAMEN_ARTICLE_CHAPTER))
    return -1;
  samen_outline_insert (self, to, SAMEN_OUTLINE_CLAUSE, depth)->mark = mark;
  return to;
}

/* ---- pasting ---- */

/* Which kinds of marks there were on the lines above, from the outermost in */
typedef struct
{
  MarkFamily families[SAMEN_OUTLINE_DEEPEST];
  guint n;
} Levels;

/* How much deeper than the first line one with such a mark stands; a list begins where its mark is new */
static guint
level_of (Levels *self, MarkFamily family)
{
  for (guint i = 0; i < self->n; i++)
    if (self->families[i] == family)
      {
        self->n = i + 1;
        return i;
      }
  if (self->n < G_N_ELEMENTS (self->families))
    self->families[self->n++] = family;
  return self->n - 1;
}

/* Takes the mark off @text; what has none stands as deep as the line above */
static const char *
take_mark (Levels *levels, const char *text, guint *level, SamenMark *as)
{
  Mark mark = { 0 };

  if (!samen_covenant_text_mark (text, FALSE, &mark) || text[mark.length] == '\0' ||
      mark.family == MARK_BARE || mark.family >= MARK_UPPER)
    return text;
  *level = level_of (levels, mark.family);
  *as = mark.family == MARK_BULLET ? SAMEN_MARK_DASH : SAMEN_MARK_NUMBER;
  return text + mark.length;
}

static int
paste_line (SamenOutline *self, int place, guint base, Levels *levels, const char *text)
{
  SamenOutlineLine *line;
  SamenMark mark;
  guint level;

  place = samen_outline_break (self, place, FALSE, NULL);
  line = samen_outline_get_line (self, place);
  mark = line->mark;
  level = line->kind == SAMEN_OUTLINE_CLAUSE && line->depth > base ? line->depth - base : 0;
  text = take_mark (levels, text, &level, &mark);
  g_set_str (line->kind == SAMEN_OUTLINE_ARTICLE ? &line->heading : &line->text, text);
  if (line->kind == SAMEN_OUTLINE_CLAUSE)
    {
      line->depth = MIN (base + level, SAMEN_OUTLINE_DEEPEST);
      line->mark = mark;
      settle (self, place);
    }
  return place;
}

static void
append (SamenOutlineLine *line, gboolean heading, const char *text)
{
  char **field = heading ? &line->heading : &line->text;
  g_autofree char *longer = g_strconcat (*field != NULL ? *field : "", text, NULL);

  g_set_str (field, longer);
}

int
samen_outline_paste (SamenOutline *self,
                     int place,
                     gboolean heading,
                     const char *before,
                     const char *pasted,
                     const char *after)
{
  g_auto (GStrv) lines = g_strsplit_set (pasted, "\r\n", -1);
  SamenOutlineLine *line = samen_outline_get_line (self, place);
  guint base = MAX (line->depth, line->kind == SAMEN_OUTLINE_ARTICLE ? 1 : line->depth);
  Levels levels = { { MARK_NONE }, 0 };
  gboolean is_first = TRUE;
  guint level = 0;
  SamenMark mark = line->mark;

  samen_outline_set (self, place, heading, before);
  /* A space at the edge of what is pasted stays where words would run together */
  if (*pasted == ' ' && *before != '\0' && !g_str_has_suffix (before, " "))
    append (line, heading, " ");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *text = g_strstrip (lines[i]);

      if (*text == '\0')
        continue;
      if (!is_first)
        place = paste_line (self, place, base, &levels, text);
      else
        append (line, heading,
                *before == '\0' && !heading ? take_mark (&levels, text, &level, &mark) : text);
      if (is_first && *before == '\0' && line->kind == SAMEN_OUTLINE_CLAUSE)
        line->mark = mark;
      is_first = FALSE;
    }
  line = samen_outline_get_line (self, place);
  heading = line->kind == SAMEN_OUTLINE_ARTICLE && (heading || line->heading != NULL);
  if (g_str_has_suffix (pasted, " ") && *after != '\0' && *after != ' ')
    append (line, heading, " ");
  append (line, heading, after);
  return place;
}
