/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* Opens the sections of the tree: parties, considerations, articles, … */

static const Block *
block_at (const Parser *parser, guint i)
{
  return g_ptr_array_index (parser->document->blocks, i);
}

/* The end of a paragraph, from @offset, as a paragraph without a mark. Free
 * its seams. */
Block
samen_covenant_text_tail (const Block *block, gsize offset)
{
  Block tail = *block;

  tail.kind = LINE_TEXT;
  tail.role = ROLE_NONE;
  tail.mark = NULL;
  memset (&tail.style, 0, sizeof tail.style);
  tail.text = block->text + offset;
  tail.text_length = block->text_length - offset;
  tail.seams = g_array_new (FALSE, FALSE, sizeof (Seam));
  for (guint i = 0; i < block->seams->len; i++)
    {
      Seam seam = g_array_index (block->seams, Seam, i);

      /* Of the seams before the offset, the last one tells its line. */
      if (seam.offset <= offset)
        g_array_set_size (tail.seams, 0);
      seam.offset = seam.offset > offset ? seam.offset - offset : 0;
      if (tail.seams->len == 0)
        tail.line = seam.line;
      g_array_append_val (tail.seams, seam);
    }
  return tail;
}

void
samen_covenant_text_add_item (Parser *parser,
                              const Block *block,
                              SamenCovenantTextElement element,
                              guint index)
{
  samen_covenant_text_nest_add (&parser->nest, block, samen_covenant_text_item_new (block));
  samen_covenant_text_add_blanks (parser->tree, block, element, index);
}

static char *
number_of (const Block *block)
{
  const char *start, *end;

  if (block->number != NULL || block->mark == NULL)
    return g_strdup (block->number);

  for (start = block->mark; *start != '\0' && !g_ascii_isalnum (*start);)
    start++;
  for (end = start + strlen (start); end > start && !g_ascii_isalnum (end[-1]);)
    end--;
  return g_strndup (start, (gsize) (end - start));
}

/* "Artikel 4. Looptijd." is a heading in spite of its full stop. */
static gboolean
heads (const Parser *parser, guint i, const Block *block)
{
  guint words = 1;
  char last;
  g_autofree char *text = NULL;

  if (block->heading_like || block->role != ROLE_NONE)
    return TRUE;
  if (block->text_length == 0 || block->text_length > 60 ||
      i + 1 >= parser->document->blocks->len || block_at (parser, i + 1)->kind == LINE_ARTICLE ||
      samen_covenant_text_opening (WORDS_CLOSING, block_at (parser, i + 1)->text) > 0)
    return FALSE;

  last = block->text[block->text_length - 1];
  if (block->kind == LINE_ARTICLE && strchr (".:;,!?", last) == NULL)
    return TRUE; /* "artikel 1: doel", in small letters */
  for (const char *p = block->text; *p != '\0'; p++)
    words += *p == ' ';
  if (!(last == '.' && words <= 4) && !(last == ':' && words <= 2 && block->kind == LINE_ARTICLE))
    return FALSE;
  text = g_strndup (block->text, block->text_length - 1);
  return samen_covenant_text_heading_like (text, (guint) g_utf8_strlen (text, -1));
}

static char *
heading_text (const Block *block)
{
  gsize n = block->text_length;

  while (n > 0 && strchr (".: ", block->text[n - 1]) != NULL)
    n--;
  return n > 0 ? g_strndup (block->text, n) : g_strdup (block->text);
}

void
samen_covenant_text_start_article (Parser *parser, guint i, const Block *block)
{
  SamenCovenantText *tree = parser->tree;
  SamenCovenantTextArticle *article = samen_covenant_text_article_new (block->line);
  guint index = tree->articles->len;

  parser->state = STATE_BODY;
  parser->article = article;
  article->mark = g_strdup (block->mark);
  article->number = number_of (block);
  article->chapter = (int) tree->chapters->len - 1;
  g_ptr_array_add (tree->articles, article);
  samen_covenant_text_nest_start (&parser->nest, article->clauses, article->number);
  if (article->number != NULL)
    parser->last_number = (guint) g_ascii_strtoull (article->number, NULL, 10);
  parser->awaits = LINE_TEXT;
  if (block->text_length == 0)
    parser->awaits = LINE_ARTICLE;
  else if (heads (parser, i, block))
    {
      article->heading = heading_text (block);
      samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_ARTICLE, index);
    }
  else
    {
      Block tail = samen_covenant_text_tail (block, 0);

      samen_covenant_text_add_item (parser, &tail, SAMEN_COVENANT_TEXT_CLAUSE, index);
      g_array_unref (tail.seams);
    }
}

void
samen_covenant_text_start_chapter (Parser *parser, const Block *block)
{
  SamenCovenantText *tree = parser->tree;
  SamenCovenantTextChapter *chapter = samen_covenant_text_chapter_new (block->line);

  parser->state = STATE_BODY;
  parser->chapter = chapter;
  parser->article = NULL;
  chapter->mark = g_strdup (block->mark);
  chapter->number = number_of (block);
  g_ptr_array_add (tree->chapters, chapter);
  samen_covenant_text_nest_start (&parser->nest, chapter->items, NULL);
  parser->awaits = block->text_length == 0 ? LINE_CHAPTER : LINE_TEXT;
  if (block->text_length > 0)
    chapter->heading = heading_text (block);
  samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_CHAPTER,
                                  tree->chapters->len - 1);
}

void
samen_covenant_text_start_annex (Parser *parser, const Block *block)
{
  SamenCovenantText *tree = parser->tree;
  SamenCovenantTextAnnex *annex = samen_covenant_text_annex_new (block->line);

  parser->state = STATE_ANNEX;
  parser->annex = annex;
  annex->mark = g_strdup (block->mark);
  annex->number = number_of (block);
  g_ptr_array_add (tree->annexes, annex);
  samen_covenant_text_nest_start (&parser->nest, annex->items, NULL);
  parser->awaits = block->text_length == 0 ? LINE_ANNEX : LINE_TEXT;
  if (block->text_length > 0)
    annex->heading = heading_text (block);
  samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_ANNEX, tree->annexes->len - 1);
}

/* The heading below "Artikel 1" on a line of its own. */
gboolean
samen_covenant_text_take_heading (Parser *parser, guint i, const Block *block)
{
  LineKind kind = parser->awaits;
  SamenCovenantText *tree = parser->tree;

  parser->awaits = LINE_TEXT;
  if (kind == LINE_TEXT || block->kind != LINE_TEXT || block->mark != NULL ||
      !heads (parser, i, block))
    return FALSE;

  if (kind == LINE_ARTICLE)
    {
      parser->article->heading = heading_text (block);
      parser->article->heading_line = block->line;
      samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_ARTICLE,
                                      tree->articles->len - 1);
    }
  else if (kind == LINE_CHAPTER)
    {
      parser->chapter->heading = heading_text (block);
      parser->chapter->heading_line = block->line;
      samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_CHAPTER,
                                      tree->chapters->len - 1);
    }
  else
    {
      parser->annex->heading = heading_text (block);
      parser->annex->heading_line = block->line;
      samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_ANNEX,
                                      tree->annexes->len - 1);
    }
  return TRUE;
}

/* Bytes of the opening sentence, if the paragraph has the standing for it: no
 * mark, or the number of a section ("1. Partijen"). */
gsize
samen_covenant_text_section_opening (const Block *block, WordsKind kind)
{
  gsize length;

  if (block->kind != LINE_TEXT && block->kind != LINE_ARTICLE)
    return 0;

  length = samen_covenant_text_opening (kind, block->text);
  if (block->mark != NULL || block->kind == LINE_ARTICLE)
    return block->role != ROLE_NONE && block->kind == LINE_TEXT && length == block->text_length
               ? length
               : 0;
  return length;
}

static void
remember_section (Parser *parser, const Block *block)
{
  parser->sectioned = block->role != ROLE_NONE;
  parser->section_style = block->style;
}

/* Keeps an opening sentence, its mark included. */
static void
add_opening (SamenCovenantText *tree,
             SamenCovenantTextLine **line,
             const Block *block,
             gsize length)
{
  if (block->mark != NULL)
    samen_covenant_text_line_append (tree, line, block->line, block->mark, strlen (block->mark));
  samen_covenant_text_line_append (tree, line, block->line, block->text, length);
}

gboolean
samen_covenant_text_open_parties (Parser *parser, const Block *block, gboolean again)
{
  SamenCovenantText *tree = parser->tree;
  gsize length = samen_covenant_text_section_opening (block, WORDS_PARTIES);

  if (length == 0)
    return FALSE;

  add_opening (tree, &tree->parties_opening, block, length);
  parser->state = STATE_PARTIES;
  if (!again)
    {
      remember_section (parser, block);
      parser->reader.tree = tree;
    }
  if (length < block->text_length)
    {
      Block tail = samen_covenant_text_tail (block, length);

      samen_covenant_text_party_read (&parser->reader, &tail);
      g_array_unref (tail.seams);
    }
  else
    samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_PARTIES_OPENING, 0);
  return TRUE;
}

/* "Whereas" before each consideration is the mark of each. */
static void
add_headed (Parser *parser, const Block *block, gsize length)
{
  Block tail = samen_covenant_text_tail (block, length);

  tail.style.family = MARK_HEADED;
  tail.mark = g_strchomp (g_strndup (block->text, length));
  samen_covenant_text_add_item (parser, &tail, SAMEN_COVENANT_TEXT_CONSIDERATION,
                                parser->tree->considerations->len);
  g_free (tail.mark);
  g_array_unref (tail.seams);
}

gboolean
samen_covenant_text_open_considerations (Parser *parser, const Block *block)
{
  SamenCovenantText *tree = parser->tree;
  gsize length = samen_covenant_text_section_opening (block, WORDS_CONSIDERATIONS);
  gboolean first = tree->considerations_opening == NULL;

  if (length == 0)
    return FALSE;

  if (parser->nest.root != tree->considerations)
    {
      remember_section (parser, block);
      samen_covenant_text_nest_start (&parser->nest, tree->considerations, NULL);
    }
  parser->state = STATE_CONSIDERATIONS;
  /* "Gelet op de Jeugdwet" is a consideration rather than their opening. */
  if (length < block->text_length &&
      (!first || samen_covenant_text_begins (block->text, "gelet op")))
    {
      add_headed (parser, block, length);
      return TRUE;
    }

  /* A second opening sentence, among the considerations */
  if (!first && tree->considerations->len > 0)
    {
      samen_covenant_text_add_item (parser, block, SAMEN_COVENANT_TEXT_CONSIDERATION,
                                    tree->considerations->len);
      return TRUE;
    }

  add_opening (tree, &tree->considerations_opening, block, length);
  if (length < block->text_length)
    {
      Block tail = samen_covenant_text_tail (block, length);

      samen_covenant_text_add_item (parser, &tail, SAMEN_COVENANT_TEXT_CONSIDERATION, 0);
      g_array_unref (tail.seams);
    }
  return TRUE;
}

gboolean
samen_covenant_text_open_body (Parser *parser, const Block *block)
{
  gsize length;

  if (block->mark != NULL || block->kind != LINE_TEXT)
    return FALSE;
  length = samen_covenant_text_opening (WORDS_AGREEMENT, block->text);
  if (length == 0)
    return FALSE;

  samen_covenant_text_line_append (parser->tree, &parser->tree->agreement, block->line, block->text,
                                   block->text_length);
  samen_covenant_text_add_blanks (parser->tree, block, SAMEN_COVENANT_TEXT_AGREEMENT, 0);
  parser->state = STATE_BODY;
  return TRUE;
}
