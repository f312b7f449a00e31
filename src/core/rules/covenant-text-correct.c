/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* Takes paragraphs for what somebody said they are. All else is read around
 * these as ever, so that what stands below a heading follows it. */

/* A longer paragraph is no heading, and becomes the text below one. */
#define HEADING_MAX 300

gboolean
samen_covenant_text_is_heading (SamenCovenantTextAs as)
{
  return as == SAMEN_COVENANT_TEXT_AS_TITLE || as == SAMEN_COVENANT_TEXT_AS_CHAPTER ||
         as == SAMEN_COVENANT_TEXT_AS_ARTICLE || as == SAMEN_COVENANT_TEXT_AS_ANNEX;
}

/* What the line is by itself, when its paragraph is what somebody said */
static LineKind
kind_of (const Line *line)
{
  gboolean keyword = line->keyword_length > 0;

  switch (line->as)
    {
    case SAMEN_COVENANT_TEXT_AS_LEFT_OUT:
      return LINE_PAGE;
    case SAMEN_COVENANT_TEXT_AS_ARTICLE:
      return keyword ? LINE_ARTICLE : LINE_TEXT;
    case SAMEN_COVENANT_TEXT_AS_CHAPTER:
      return keyword ? LINE_CHAPTER : LINE_TEXT;
    case SAMEN_COVENANT_TEXT_AS_ANNEX:
      return keyword ? LINE_ANNEX : LINE_TEXT;
    case SAMEN_COVENANT_TEXT_AS_BEGINNING:
      return line->kind;
    case SAMEN_COVENANT_TEXT_AS_TEXT:
    case SAMEN_COVENANT_TEXT_AS_CONTINUED:
      return line->kind == LINE_TABLE ? LINE_TABLE : LINE_TEXT;
    default:
      return LINE_TEXT;
    }
}

void
samen_covenant_text_correct_lines (Document *document)
{
  guint last = 0;

  if (document->corrections == NULL)
    return;
  for (guint i = 0; i < document->lines->len; i++)
    {
      Line *line = &g_array_index (document->lines, Line, i);
      gpointer as = g_hash_table_lookup (document->corrections, GUINT_TO_POINTER (line->number));

      /* A form feed may part a line in two: the first is meant. */
      if (as == NULL || line->number == last)
        continue;
      last = line->number;
      line->as = (SamenCovenantTextAs) GPOINTER_TO_INT (as);
      line->kind = kind_of (line);
    }
}

void
samen_covenant_text_correct_roles (Document *document)
{
  for (guint i = 0; document->corrections != NULL && i < document->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (document->blocks, i);

      if (block->as == SAMEN_COVENANT_TEXT_AS_ARTICLE && block->text_length <= HEADING_MAX)
        block->role = ROLE_ARTICLE;
      else if (block->as == SAMEN_COVENANT_TEXT_AS_CHAPTER)
        block->role = ROLE_CHAPTER;
      else if (block->as != SAMEN_COVENANT_TEXT_AS_READ)
        block->role = ROLE_NONE;
    }
}

/* Among the parties and considerations text has no place: it stands before
 * these, in the preamble. */
static void
add_text (Parser *parser, const Block *block)
{
  SamenCovenantText *tree = parser->tree;

  if (parser->state == STATE_SIGNATURES)
    {
      guint first = tree->signatures->len;

      samen_covenant_text_add_signatures (parser, block);
      for (guint i = first; i < tree->signatures->len; i++)
        ((SamenCovenantTextLine *) g_ptr_array_index (tree->signatures, i))->plain = TRUE;
    }
  else if (parser->state == STATE_ANNEX)
    samen_covenant_text_add_item (parser, block, SAMEN_COVENANT_TEXT_ANNEX, tree->annexes->len - 1);
  else if (parser->state == STATE_BODY)
    samen_covenant_text_add_body (parser, block);
  else
    {
      samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_PREAMBLE,
                                      tree->preamble->len);
      g_ptr_array_add (tree->preamble, samen_covenant_text_item_new (block));
    }
}

static void
add_consideration (Parser *parser, const Block *block)
{
  SamenCovenantText *tree = parser->tree;

  if (parser->state < STATE_CONSIDERATIONS)
    {
      parser->state = STATE_CONSIDERATIONS;
      samen_covenant_text_nest_start (&parser->nest, tree->considerations, NULL);
    }
  if (parser->state == STATE_CONSIDERATIONS)
    {
      samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_CONSIDERATION,
                                      tree->considerations->len);
      samen_covenant_text_nest_put (&parser->nest, block, samen_covenant_text_item_new (block), 0);
      return;
    }
  samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_CONSIDERATION,
                                  tree->considerations->len);
  g_ptr_array_add (tree->considerations, samen_covenant_text_item_new (block));
}

/* A clause, or a part of the clause above it */
static void
add_clause (Parser *parser, const Block *block, gboolean part)
{
  SamenCovenantText *tree = parser->tree;
  SamenCovenantTextItem *item;
  guint depth = 0;

  if (parser->state != STATE_BODY && parser->state != STATE_ANNEX)
    parser->state = STATE_BODY;
  if (parser->state == STATE_BODY && parser->article == NULL &&
      (parser->chapter == NULL || parser->nest.root != parser->chapter->items))
    {
      parser->article = samen_covenant_text_article_new (block->line);
      parser->article->chapter = (int) tree->chapters->len - 1;
      g_ptr_array_add (tree->articles, parser->article);
      samen_covenant_text_nest_start (&parser->nest, parser->article->clauses, NULL);
    }
  if (part && parser->nest.depth > 1 &&
      samen_covenant_text_same_style (&parser->nest.levels[parser->nest.depth - 1].style,
                                      &block->style))
    depth = parser->nest.depth - 1;
  else if (part)
    depth = 1;
  item = samen_covenant_text_item_new (block);
  item->kind = block->kind == LINE_TABLE ? item->kind : SAMEN_COVENANT_TEXT_ITEM_PARAGRAPH;
  item->counted = item->mark == NULL;
  samen_covenant_text_nest_put (&parser->nest, block, item, depth);
  if (parser->state == STATE_ANNEX)
    samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_ANNEX, tree->annexes->len - 1);
  else if (parser->article != NULL)
    samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_CLAUSE,
                                    tree->articles->len - 1);
  else
    samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_CHAPTER,
                                    tree->chapters->len - 1);
}

/* A line of the text that stands for itself, its mark included */
static void
add_line (Parser *parser,
          const Block *block,
          SamenCovenantTextLine **line,
          SamenCovenantTextElement element)
{
  g_autofree char *whole = block->mark != NULL ? g_strdup_printf ("%s %s", block->mark, block->text)
                                               : g_strdup (block->text);

  samen_covenant_text_line_append (parser->tree, line, block->line, whole, strlen (whole));
  samen_covenant_text_add_blanks (parser->tree, block, element, 0);
}

static void
add_party (Parser *parser, const Block *block)
{
  if (parser->state == STATE_FRONT)
    parser->state = STATE_PARTIES;
  samen_covenant_text_party_take (&parser->reader, block);
}

gboolean
samen_covenant_text_take_corrected (Parser *parser, guint i, const Block *block)
{
  SamenCovenantText *tree = parser->tree;

  if (block->as == SAMEN_COVENANT_TEXT_AS_READ)
    return FALSE;
  parser->awaits = LINE_TEXT;
  switch (block->as)
    {
    case SAMEN_COVENANT_TEXT_AS_TITLE:
      add_line (parser, block, &tree->title, SAMEN_COVENANT_TEXT_TITLE);
      break;
    case SAMEN_COVENANT_TEXT_AS_TEXT:
      add_text (parser, block);
      break;
    case SAMEN_COVENANT_TEXT_AS_PARTY:
      add_party (parser, block);
      break;
    case SAMEN_COVENANT_TEXT_AS_CONSIDERATION:
      add_consideration (parser, block);
      break;
    case SAMEN_COVENANT_TEXT_AS_CHAPTER:
      samen_covenant_text_start_chapter (parser, block);
      break;
    case SAMEN_COVENANT_TEXT_AS_ARTICLE:
      samen_covenant_text_start_article (parser, i, block);
      break;
    case SAMEN_COVENANT_TEXT_AS_ANNEX:
      samen_covenant_text_start_annex (parser, block);
      break;
    case SAMEN_COVENANT_TEXT_AS_CLAUSE:
      add_clause (parser, block, FALSE);
      break;
    case SAMEN_COVENANT_TEXT_AS_PART:
      add_clause (parser, block, TRUE);
      break;
    case SAMEN_COVENANT_TEXT_AS_CLOSING:
      add_line (parser, block, &tree->closing, SAMEN_COVENANT_TEXT_CLOSING);
      parser->state = STATE_SIGNATURES;
      break;
    default:
      return FALSE;
    }
  return TRUE;
}
