/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "rules/covenant-text.h"

/* The tree as paragraphs in a row, each with what it was taken for */

typedef struct
{
  SamenCovenantTextPieceFunc func;
  gpointer data;
} Teller;

static void
tell (const Teller *self,
      SamenCovenantTextAs as,
      guint line,
      guint depth,
      const char *mark,
      const char *text)
{
  self->func (as, line, depth, mark, text != NULL ? text : "", NULL, self->data);
}

static void
tell_line (const Teller *self, SamenCovenantTextAs as, const SamenCovenantTextLine *line)
{
  if (line != NULL)
    tell (self, as, line->line, 0, NULL, line->text);
}

static SamenCovenantTextAs
as_clause (const SamenCovenantTextItem *item, guint depth)
{
  if (depth > 0)
    return SAMEN_COVENANT_TEXT_AS_PART;
  return item->mark != NULL || item->counted ? SAMEN_COVENANT_TEXT_AS_CLAUSE
                                             : SAMEN_COVENANT_TEXT_AS_TEXT;
}

/* @as: what they all are; AS_READ for clauses and their parts */
static void
tell_items (const Teller *self, SamenCovenantTextAs as, const GPtrArray *items, guint depth)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SamenCovenantTextItem *item = g_ptr_array_index (items, i);

      tell (self, as != SAMEN_COVENANT_TEXT_AS_READ ? as : as_clause (item, depth), item->line,
            depth, item->mark, item->text);
      tell_items (self, as, item->parts, depth + 1);
    }
}

static void
tell_parties (const Teller *self, const GPtrArray *parties, guint depth)
{
  for (guint i = 0; i < parties->len; i++)
    {
      const SamenCovenantTextParty *party = g_ptr_array_index (parties, i);

      self->func (SAMEN_COVENANT_TEXT_AS_PARTY, party->line, depth, party->mark, party->text, party,
                  self->data);
      tell_parties (self, party->members, depth + 1);
    }
}

static void
tell_body (const Teller *self, const SamenCovenantText *text)
{
  guint next = 0;

  for (guint i = 0; i <= text->articles->len; i++)
    {
      const SamenCovenantTextArticle *it =
          i < text->articles->len ? g_ptr_array_index (text->articles, i) : NULL;
      guint end = it != NULL ? (guint) (it->chapter + 1) : text->chapters->len;

      for (; next < end; next++)
        {
          const SamenCovenantTextChapter *chapter = g_ptr_array_index (text->chapters, next);

          tell (self, SAMEN_COVENANT_TEXT_AS_CHAPTER, chapter->line, 0, chapter->mark,
                chapter->heading);
          tell_items (self, SAMEN_COVENANT_TEXT_AS_READ, chapter->items, 0);
        }
      if (it == NULL)
        break;
      /* The clauses of an agreement without headings have none above them. */
      if (it->mark != NULL || it->heading != NULL)
        tell (self, SAMEN_COVENANT_TEXT_AS_ARTICLE, it->line, 0, it->mark, it->heading);
      tell_items (self, SAMEN_COVENANT_TEXT_AS_READ, it->clauses, 0);
    }
}

static void
tell_end (const Teller *self, const SamenCovenantText *text)
{
  tell_line (self, SAMEN_COVENANT_TEXT_AS_CLOSING, text->closing);
  for (guint i = 0; i < text->signatures->len; i++)
    tell_line (self, SAMEN_COVENANT_TEXT_AS_SIGNATURE, g_ptr_array_index (text->signatures, i));
  for (guint i = 0; i < text->annexes->len; i++)
    {
      const SamenCovenantTextAnnex *it = g_ptr_array_index (text->annexes, i);

      tell (self, SAMEN_COVENANT_TEXT_AS_ANNEX, it->line, 0, it->mark, it->heading);
      tell_items (self, SAMEN_COVENANT_TEXT_AS_READ, it->items, 0);
    }
  for (guint i = 0; i < text->rest->len; i++)
    {
      const SamenCovenantTextRest *rest = g_ptr_array_index (text->rest, i);

      tell (self,
            rest->kind == SAMEN_COVENANT_TEXT_REST_UNKNOWN ? SAMEN_COVENANT_TEXT_AS_TEXT
                                                           : SAMEN_COVENANT_TEXT_AS_LEFT_OUT,
            rest->line, 0, NULL, rest->text);
    }
}

void
samen_covenant_text_pieces (const SamenCovenantText *self,
                            SamenCovenantTextPieceFunc func,
                            gpointer data)
{
  Teller teller = { func, data };

  tell_line (&teller, SAMEN_COVENANT_TEXT_AS_TITLE, self->title);
  tell_items (&teller, SAMEN_COVENANT_TEXT_AS_TEXT, self->preamble, 0);
  tell_line (&teller, SAMEN_COVENANT_TEXT_AS_OPENING, self->parties_opening);
  tell_parties (&teller, self->parties, 0);
  tell_line (&teller, SAMEN_COVENANT_TEXT_AS_OPENING, self->collective);
  tell_line (&teller, SAMEN_COVENANT_TEXT_AS_OPENING, self->considerations_opening);
  tell_items (&teller, SAMEN_COVENANT_TEXT_AS_CONSIDERATION, self->considerations, 0);
  tell_line (&teller, SAMEN_COVENANT_TEXT_AS_OPENING, self->agreement);
  tell_body (&teller, self);
  tell_end (&teller, self);
}
