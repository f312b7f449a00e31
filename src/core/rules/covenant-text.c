/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "rules/covenant-text.h"

#include <string.h>

#include "rules/covenant-text-private.h"

/* A sentence or a party's words come in no more paragraphs than this. */
#define MAX_PIECES 64

G_DEFINE_QUARK (samen-covenant-text-error-quark, samen_covenant_text_error)

static void
line_free (SamenCovenantTextLine *line)
{
  if (line == NULL)
    return;
  g_free (line->text);
  g_free (line);
}

static void
item_free (SamenCovenantTextItem *item)
{
  g_free (item->mark);
  g_free (item->text);
  g_ptr_array_unref (item->parts);
  g_free (item);
}

static void
representative_free (SamenCovenantTextRepresentative *person)
{
  g_free (person->name);
  g_free (person->function);
  g_free (person);
}

static void
party_free (SamenCovenantTextParty *party)
{
  g_free (party->mark);
  g_free (party->text);
  g_free (party->name);
  g_free (party->alias);
  g_free (party->seat);
  g_free (party->capacity);
  g_free (party->side);
  g_ptr_array_unref (party->representatives);
  g_ptr_array_unref (party->members);
  g_free (party);
}

static void
chapter_free (SamenCovenantTextChapter *chapter)
{
  g_free (chapter->mark);
  g_free (chapter->number);
  g_free (chapter->heading);
  g_ptr_array_unref (chapter->items);
  g_free (chapter);
}

static void
article_free (SamenCovenantTextArticle *article)
{
  g_free (article->mark);
  g_free (article->number);
  g_free (article->heading);
  g_ptr_array_unref (article->clauses);
  g_free (article);
}

static void
annex_free (SamenCovenantTextAnnex *annex)
{
  g_free (annex->mark);
  g_free (annex->number);
  g_free (annex->heading);
  g_ptr_array_unref (annex->items);
  g_free (annex);
}

static void
rest_free (SamenCovenantTextRest *rest)
{
  g_free (rest->text);
  g_free (rest);
}

static void
blank_free (SamenCovenantTextBlank *blank)
{
  g_free (blank->text);
  g_free (blank->mark);
  g_free (blank);
}

static GPtrArray *
items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
}

SamenCovenantText *
samen_covenant_text_new (void)
{
  SamenCovenantText *self = g_new0 (SamenCovenantText, 1);

  self->preamble = items_new ();
  self->parties = g_ptr_array_new_with_free_func ((GDestroyNotify) party_free);
  self->considerations = items_new ();
  self->chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) chapter_free);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) article_free);
  self->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->annexes = g_ptr_array_new_with_free_func ((GDestroyNotify) annex_free);
  self->rest = g_ptr_array_new_with_free_func ((GDestroyNotify) rest_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->blanks = g_ptr_array_new_with_free_func ((GDestroyNotify) blank_free);
  return self;
}

void
samen_covenant_text_free (SamenCovenantText *self)
{
  if (self == NULL)
    return;

  g_free (self->called);
  g_free (self->kind);
  line_free (self->title);
  g_ptr_array_unref (self->preamble);
  line_free (self->parties_opening);
  g_ptr_array_unref (self->parties);
  line_free (self->collective);
  g_free (self->collective_name);
  line_free (self->considerations_opening);
  g_ptr_array_unref (self->considerations);
  line_free (self->agreement);
  g_ptr_array_unref (self->chapters);
  g_ptr_array_unref (self->articles);
  line_free (self->closing);
  g_ptr_array_unref (self->signatures);
  g_ptr_array_unref (self->annexes);
  g_ptr_array_unref (self->rest);
  g_ptr_array_unref (self->blanks);
  g_array_unref (self->lines);
  g_free (self);
}

SamenCovenantTextItem *
samen_covenant_text_item_new (const Block *block)
{
  SamenCovenantTextItem *item = g_new0 (SamenCovenantTextItem, 1);

  item->kind = SAMEN_COVENANT_TEXT_ITEM_PARAGRAPH;
  if (block->kind == LINE_TABLE || block->kind == LINE_ROW)
    item->kind = SAMEN_COVENANT_TEXT_ITEM_TABLE;
  else if (block->role != ROLE_NONE || block->kind != LINE_TEXT)
    item->kind = SAMEN_COVENANT_TEXT_ITEM_HEADING;
  item->line = block->line;
  item->mark = g_strdup (block->mark);
  item->text = g_strdup (block->text);
  item->parts = items_new ();
  return item;
}

SamenCovenantTextParty *
samen_covenant_text_party_new (guint line, const char *mark, const char *text)
{
  SamenCovenantTextParty *party = g_new0 (SamenCovenantTextParty, 1);

  party->line = line;
  party->mark = g_strdup (mark);
  party->text = g_strdup (text);
  party->pieces = 1;
  party->representatives = g_ptr_array_new_with_free_func ((GDestroyNotify) representative_free);
  party->members = g_ptr_array_new_with_free_func ((GDestroyNotify) party_free);
  return party;
}

/* Copying at each piece would take quadratic time without an end to it; the
 * pieces beyond are not what they seem. */
static gboolean
append_piece (char **text, guint *pieces, const char *piece, gsize length)
{
  char *joined;

  if (*pieces >= MAX_PIECES)
    return FALSE;

  joined = *pieces > 0 ? g_strdup_printf ("%s\n%.*s", *text, (int) length, piece)
                       : g_strndup (piece, length);
  g_free (*text);
  *text = g_strchomp (joined);
  (*pieces)++;
  return TRUE;
}

void
samen_covenant_text_line_append (SamenCovenantText *tree,
                                 SamenCovenantTextLine **line,
                                 guint number,
                                 const char *text,
                                 gsize length)
{
  if (*line == NULL)
    {
      *line = g_new0 (SamenCovenantTextLine, 1);
      (*line)->line = number;
    }
  if (!append_piece (&(*line)->text, &(*line)->pieces, text, length))
    {
      g_autofree char *copy = g_strndup (text, length);

      samen_covenant_text_add_rest (tree, SAMEN_COVENANT_TEXT_REST_UNKNOWN, number, copy);
    }
}

void
samen_covenant_text_party_append (SamenCovenantText *tree,
                                  SamenCovenantTextParty *party,
                                  guint number,
                                  const char *text)
{
  if (!append_piece (&party->text, &party->pieces, text, strlen (text)))
    samen_covenant_text_add_rest (tree, SAMEN_COVENANT_TEXT_REST_UNKNOWN, number, text);
}

SamenCovenantTextChapter *
samen_covenant_text_chapter_new (guint line)
{
  SamenCovenantTextChapter *chapter = g_new0 (SamenCovenantTextChapter, 1);

  chapter->line = chapter->heading_line = line;
  chapter->items = items_new ();
  return chapter;
}

SamenCovenantTextArticle *
samen_covenant_text_article_new (guint line)
{
  SamenCovenantTextArticle *article = g_new0 (SamenCovenantTextArticle, 1);

  article->line = article->heading_line = line;
  article->chapter = -1;
  article->clauses = items_new ();
  return article;
}

void
samen_covenant_text_use_chapters (SamenCovenantText *tree)
{
  for (guint i = 0; i < tree->chapters->len; i++)
    {
      SamenCovenantTextChapter *chapter = g_ptr_array_index (tree->chapters, i);
      SamenCovenantTextArticle *article = samen_covenant_text_article_new (chapter->line);

      article->mark = g_steal_pointer (&chapter->mark);
      article->number = g_steal_pointer (&chapter->number);
      article->heading = g_steal_pointer (&chapter->heading);
      article->heading_line = chapter->heading_line;
      g_ptr_array_unref (article->clauses);
      article->clauses = g_ptr_array_ref (chapter->items);
      g_ptr_array_add (tree->articles, article);
    }
  for (guint i = 0; i < tree->blanks->len; i++)
    {
      SamenCovenantTextBlank *blank = g_ptr_array_index (tree->blanks, i);

      if (blank->element == SAMEN_COVENANT_TEXT_CHAPTER)
        blank->element = SAMEN_COVENANT_TEXT_ARTICLE;
    }
  g_ptr_array_set_size (tree->chapters, 0);
}

SamenCovenantTextAnnex *
samen_covenant_text_annex_new (guint line)
{
  SamenCovenantTextAnnex *annex = g_new0 (SamenCovenantTextAnnex, 1);

  annex->line = annex->heading_line = line;
  annex->items = items_new ();
  return annex;
}

void
samen_covenant_text_add_rest (SamenCovenantText *tree,
                              SamenCovenantTextRestKind kind,
                              guint line,
                              const char *text)
{
  SamenCovenantTextRest *rest = g_new0 (SamenCovenantTextRest, 1);

  rest->line = line;
  rest->kind = kind;
  rest->text = g_strdup (text);
  g_ptr_array_add (tree->rest, rest);
}

typedef struct
{
  SamenCovenantTextFunc func;
  gpointer data;
} Visitor;

static void
visit (const Visitor *visitor, SamenCovenantTextElement element, guint line, const char *text)
{
  if (text != NULL && *text != '\0')
    visitor->func (element, line, text, visitor->data);
}

static void
visit_line (const Visitor *visitor,
            SamenCovenantTextElement element,
            const SamenCovenantTextLine *line)
{
  if (line != NULL)
    visit (visitor, element, line->line, line->text);
}

static void
visit_items (const Visitor *visitor, SamenCovenantTextElement element, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SamenCovenantTextItem *item = g_ptr_array_index (items, i);

      visit (visitor, element, item->line, item->mark);
      visit (visitor, element, item->line, item->text);
      visit_items (visitor, element, item->parts);
    }
}

static void
visit_parties (const Visitor *visitor, const GPtrArray *parties)
{
  for (guint i = 0; i < parties->len; i++)
    {
      const SamenCovenantTextParty *party = g_ptr_array_index (parties, i);

      visit (visitor, SAMEN_COVENANT_TEXT_PARTY, party->line, party->mark);
      visit (visitor, SAMEN_COVENANT_TEXT_PARTY, party->line, party->text);
      visit_parties (visitor, party->members);
    }
}

static void
visit_body (const Visitor *visitor, const SamenCovenantText *self)
{
  for (guint i = 0; i < self->chapters->len; i++)
    {
      const SamenCovenantTextChapter *it = g_ptr_array_index (self->chapters, i);

      visit (visitor, SAMEN_COVENANT_TEXT_CHAPTER, it->line, it->mark);
      visit (visitor, SAMEN_COVENANT_TEXT_CHAPTER, it->heading_line, it->heading);
      visit_items (visitor, SAMEN_COVENANT_TEXT_CHAPTER, it->items);
    }
  for (guint i = 0; i < self->articles->len; i++)
    {
      const SamenCovenantTextArticle *it = g_ptr_array_index (self->articles, i);

      visit (visitor, SAMEN_COVENANT_TEXT_ARTICLE, it->line, it->mark);
      visit (visitor, SAMEN_COVENANT_TEXT_ARTICLE, it->heading_line, it->heading);
      visit_items (visitor, SAMEN_COVENANT_TEXT_CLAUSE, it->clauses);
    }
}

static void
visit_end (const Visitor *visitor, const SamenCovenantText *self)
{
  visit_line (visitor, SAMEN_COVENANT_TEXT_CLOSING, self->closing);
  for (guint i = 0; i < self->signatures->len; i++)
    visit_line (visitor, SAMEN_COVENANT_TEXT_SIGNATURE, g_ptr_array_index (self->signatures, i));
  for (guint i = 0; i < self->annexes->len; i++)
    {
      const SamenCovenantTextAnnex *it = g_ptr_array_index (self->annexes, i);

      visit (visitor, SAMEN_COVENANT_TEXT_ANNEX, it->line, it->mark);
      visit (visitor, SAMEN_COVENANT_TEXT_ANNEX, it->heading_line, it->heading);
      visit_items (visitor, SAMEN_COVENANT_TEXT_ANNEX, it->items);
    }
  for (guint i = 0; i < self->rest->len; i++)
    {
      const SamenCovenantTextRest *it = g_ptr_array_index (self->rest, i);

      visit (visitor, SAMEN_COVENANT_TEXT_REST, it->line, it->text);
    }
}

void
samen_covenant_text_foreach (const SamenCovenantText *self,
                             SamenCovenantTextFunc func,
                             gpointer data)
{
  const Visitor visitor = { func, data };

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  visit_line (&visitor, SAMEN_COVENANT_TEXT_TITLE, self->title);
  visit_items (&visitor, SAMEN_COVENANT_TEXT_PREAMBLE, self->preamble);
  visit_line (&visitor, SAMEN_COVENANT_TEXT_PARTIES_OPENING, self->parties_opening);
  visit_parties (&visitor, self->parties);
  visit_line (&visitor, SAMEN_COVENANT_TEXT_COLLECTIVE, self->collective);
  visit_line (&visitor, SAMEN_COVENANT_TEXT_CONSIDERATIONS_OPENING, self->considerations_opening);
  visit_items (&visitor, SAMEN_COVENANT_TEXT_CONSIDERATION, self->considerations);
  visit_line (&visitor, SAMEN_COVENANT_TEXT_AGREEMENT, self->agreement);
  visit_body (&visitor, self);
  visit_end (&visitor, self);
}

static void
document_clear (Document *document)
{
  g_free (document->source);
  g_string_chunk_free (document->strings);
  g_array_unref (document->lines);
  g_array_unref (document->tables);
  g_ptr_array_unref (document->blocks);
}

SamenCovenantText *
samen_covenant_text_parse (const char *text, gssize length, GError **error)
{
  return samen_covenant_text_parse_corrected (text, length, NULL, error);
}

SamenCovenantText *
samen_covenant_text_parse_corrected (const char *text,
                                     gssize length,
                                     GHashTable *corrections,
                                     GError **error)
{
  g_autoptr (SamenCovenantText) tree = NULL;
  Document document = { 0 };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  document.source = samen_covenant_text_decode (text, length, &document.notes, error);
  if (document.source == NULL)
    return NULL;

  if (corrections != NULL && g_hash_table_size (corrections) > 0)
    document.corrections = corrections;
  document.strings = g_string_chunk_new (16 * 1024);
  document.lines = g_array_new (FALSE, FALSE, sizeof (Line));
  document.tables = g_array_new (FALSE, FALSE, sizeof (PartyTable));
  document.blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) samen_covenant_text_block_free);
  if (samen_covenant_text_lines (&document, error))
    {
      samen_covenant_text_layout (&document);
      samen_covenant_text_tables (&document);
      samen_covenant_text_blocks (&document);
      samen_covenant_text_scheme (&document);
      tree = samen_covenant_text_new ();
      samen_covenant_text_build (&document, tree);
      for (guint i = 0; i < document.lines->len; i++)
        g_array_append_val (tree->lines, g_array_index (document.lines, Line, i).number);
      tree->notes |= document.notes;
      tree->work += document.work;
    }

  document_clear (&document);
  return g_steal_pointer (&tree);
}
