/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* A title is sought in this many paragraphs, up to this many bytes. */
#define TITLE_BLOCKS 8
#define TITLE_MAX 300
/* A sentence among the parties is at least this long. */
#define SENTENCE_MIN 80

static const Block *
block_at (const Parser *parser, guint i)
{
  return g_ptr_array_index (parser->document->blocks, i);
}

static gboolean
open_section (Parser *parser, guint i, const Block *block)
{
  if (block->role == ROLE_ARTICLE)
    samen_covenant_text_start_article (parser, i, block);
  else if (block->role == ROLE_CHAPTER)
    samen_covenant_text_start_chapter (parser, block);
  else
    return FALSE;
  return TRUE;
}

/* Whether a heading ends the list of parties or considerations: names and
 * short considerations look like headings too. */
static gboolean
leaves_list (const Parser *parser, guint i, const Block *block)
{
  const Mark *style =
      parser->state == STATE_PARTIES ? &parser->reader.style : &parser->nest.root_style;
  gboolean topic = samen_covenant_text_opening (WORDS_TOPIC, block->text) > 0;

  if ((block->role != ROLE_ARTICLE && block->role != ROLE_CHAPTER) ||
      i < parser->document->body_floor)
    return FALSE;
  if (topic || block->heading_level > 0 || block->bold || parser->document->keyword_articles)
    return TRUE;
  if (block->style.family == MARK_NONE)
    return style->family != MARK_NONE;
  if (style->family == MARK_NONE && parser->tree->parties->len > 1)
    return block->style.ordinal == 1;
  if (parser->sectioned)
    return samen_covenant_text_same_style (&parser->section_style, &block->style);
  return block->style.ordinal == 1 && style->ordinal > 0 &&
         samen_covenant_text_same_style (style, &block->style);
}

static void
read_front (Parser *parser, guint i, const Block *block)
{
  SamenCovenantText *tree = parser->tree;
  gboolean announced = parser->document->parties == G_MAXUINT || i >= parser->document->parties ||
                       block->role != ROLE_NONE;

  if (i == parser->title || i == parser->title_second)
    {
      samen_covenant_text_line_append (tree, &tree->title, block->line, block->text,
                                       block->text_length);
      samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_TITLE, 0);
      return;
    }
  if (announced && samen_covenant_text_open_parties (parser, block, FALSE))
    return;
  if (samen_covenant_text_open_considerations (parser, block) ||
      samen_covenant_text_open_body (parser, block))
    return;
  if (i >= parser->document->body_floor && open_section (parser, i, block))
    return;
  if ((parser->document->parties == G_MAXUINT || parser->document->parties == i) &&
      block->kind == LINE_TEXT && samen_covenant_text_party_like (block->text))
    {
      parser->state = STATE_PARTIES;
      parser->reader.tree = tree;
      samen_covenant_text_party_read (&parser->reader, block);
      return;
    }
  samen_covenant_text_add_item (parser, block, SAMEN_COVENANT_TEXT_PREAMBLE, tree->preamble->len);
}

void
samen_covenant_text_add_body (Parser *parser, const Block *block)
{
  SamenCovenantText *tree = parser->tree;

  if (parser->article == NULL && parser->chapter != NULL)
    {
      samen_covenant_text_add_item (parser, block, SAMEN_COVENANT_TEXT_CHAPTER,
                                    tree->chapters->len - 1);
      return;
    }
  if (parser->article == NULL)
    {
      /* No headings at all: the agreements themselves. */
      parser->article = samen_covenant_text_article_new (block->line);
      g_ptr_array_add (tree->articles, parser->article);
      samen_covenant_text_nest_start (&parser->nest, parser->article->clauses, NULL);
    }
  samen_covenant_text_add_item (parser, block, SAMEN_COVENANT_TEXT_CLAUSE, tree->articles->len - 1);
}

static void
read_body (Parser *parser, guint i, const Block *block)
{
  SamenCovenantText *tree = parser->tree;
  gboolean section = block->role == ROLE_ARTICLE || block->role == ROLE_CHAPTER;

  if (section && tree->parties->len == 0 && samen_covenant_text_open_parties (parser, block, FALSE))
    return;
  if (section && tree->considerations->len == 0 &&
      samen_covenant_text_open_considerations (parser, block))
    return;
  if (tree->agreement == NULL && tree->articles->len == 0 &&
      samen_covenant_text_open_body (parser, block))
    return;
  if (!open_section (parser, i, block))
    samen_covenant_text_add_body (parser, block);
}

/* "De scholen verplichten zich:" */
static gboolean
is_duty (const char *text)
{
  static const char *const words[] = {
    "verplicht zich", "verplichten zich", "zegt toe",   "zeggen toe",
    "draagt zorg",    "dragen zorg",      "spreken af", "zullen",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (samen_covenant_text_has_words (text, words[i]))
      return TRUE;
  return FALSE;
}

/* A sentence that tells of no party: the list of these has ended. */
static gboolean
is_sentence (const Parser *parser, const Block *block)
{
  if (block->kind == LINE_TEXT && block->mark == NULL && parser->tree->parties->len > 0 &&
      block->text_length > 0 && block->text_length < TITLE_MAX &&
      block->text[block->text_length - 1] == ':' && is_duty (block->text))
    return TRUE;
  return block->kind == LINE_TEXT && block->mark == NULL && block->text_length >= SENTENCE_MIN &&
         block->text[block->text_length - 1] == '.' && parser->tree->parties->len > 0 &&
         !samen_covenant_text_starts_lower (block->text) &&
         !samen_covenant_text_party_like (block->text) &&
         samen_covenant_text_introduction (block->text) == NULL;
}

/* "Afspraken", above all of them, where others write "komen overeen" */
static gboolean
open_agreements (Parser *parser, const Block *block)
{
  static const char *const words[] = { "afspraken", "de afspraken", "onze afspraken" };
  gsize length = strcspn (block->text, ":");

  if (block->kind != LINE_TEXT || block->mark != NULL || parser->tree->agreement != NULL ||
      block->text_length > length + 1)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (block->text, words[i], length) == 0)
      {
        samen_covenant_text_line_append (parser->tree, &parser->tree->agreement, block->line,
                                         block->text, block->text_length);
        parser->state = STATE_BODY;
        return TRUE;
      }
  return FALSE;
}

static void
read_parties (Parser *parser, guint i, const Block *block)
{
  if (samen_covenant_text_open_considerations (parser, block) ||
      samen_covenant_text_open_body (parser, block) || open_agreements (parser, block))
    return;
  if (parser->tree->parties->len == 0 && samen_covenant_text_open_parties (parser, block, TRUE))
    return;
  if (leaves_list (parser, i, block) && open_section (parser, i, block))
    return;
  if (is_sentence (parser, block))
    {
      if (i < parser->document->body_floor)
        {
          samen_covenant_text_nest_start (&parser->nest, parser->tree->preamble, NULL);
          samen_covenant_text_add_item (parser, block, SAMEN_COVENANT_TEXT_PREAMBLE,
                                        parser->tree->preamble->len);
          return;
        }
      parser->state = STATE_BODY;
      read_body (parser, i, block);
      return;
    }
  samen_covenant_text_party_read (&parser->reader, block);
}

static void
read_considerations (Parser *parser, guint i, const Block *block)
{
  if (samen_covenant_text_open_body (parser, block) || open_agreements (parser, block) ||
      samen_covenant_text_open_considerations (parser, block))
    return;
  if (parser->tree->parties->len == 0 && i == parser->document->parties &&
      samen_covenant_text_open_parties (parser, block, FALSE))
    return;
  if (leaves_list (parser, i, block) && open_section (parser, i, block))
    return;
  samen_covenant_text_add_item (parser, block, SAMEN_COVENANT_TEXT_CONSIDERATION,
                                parser->tree->considerations->len);
  /* "Algemeen" heads those below it, which are no parts of it */
  if (block->heading_like && block->style.family == MARK_NONE)
    parser->nest.depth = 0;
}

void
samen_covenant_text_add_signatures (Parser *parser, const Block *block)
{
  SamenCovenantText *tree = parser->tree;
  guint index = tree->signatures->len;

  for (guint i = block->first; i <= block->last; i++)
    {
      const Line *line = &g_array_index (parser->document->lines, Line, i);
      SamenCovenantTextLine *signature = NULL;
      g_autofree char *columns = NULL;

      if (line->kind == LINE_PAGE || line->kind == LINE_RULE || line->kind == LINE_CONTENTS ||
          line->kind == LINE_LABELS)
        continue;
      columns = samen_covenant_text_columns (line);
      samen_covenant_text_line_append (tree, &signature, line->number, columns, strlen (columns));
      g_ptr_array_add (tree->signatures, signature);
    }
  samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_SIGNATURE, index);
}

/* A place and date are the closing words, a name is a signature. */
static gboolean
end_text (Parser *parser, const Block *block)
{
  SamenCovenantText *tree = parser->tree;

  parser->state = STATE_SIGNATURES;
  if (g_unichar_isdigit (g_utf8_get_char (block->text)) || strpbrk (block->text, "0123456789_[") ||
      strstr (block->text, "…") != NULL)
    {
      samen_covenant_text_line_append (tree, &tree->closing, block->line, block->text,
                                       block->text_length);
      samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_CLOSING, 0);
    }
  else
    samen_covenant_text_add_signatures (parser, block);
  return TRUE;
}

static gboolean
take_closing (Parser *parser, const Block *block)
{
  SamenCovenantText *tree = parser->tree;
  gboolean allowed = parser->state == STATE_BODY || parser->state == STATE_CONSIDERATIONS ||
                     (parser->state == STATE_ANNEX && tree->closing == NULL) ||
                     (parser->state == STATE_SIGNATURES && tree->signatures->len == 0);

  if (block->kind != LINE_TEXT || block->mark != NULL)
    return FALSE;
  if (samen_covenant_text_opening (WORDS_CLOSING, block->text) == 0)
    return tree->closing == NULL && parser->state <= STATE_BODY &&
           samen_covenant_text_ends (parser->document, block) && end_text (parser, block);
  if (!allowed)
    return FALSE;

  samen_covenant_text_line_append (tree, &tree->closing, block->line, block->text,
                                   block->text_length);
  samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_CLOSING, 0);
  parser->state = STATE_SIGNATURES;
  return TRUE;
}

/* After the body only the next number in the row opens an article again. */
static gboolean
may_open_article (const Parser *parser, const Block *block)
{
  guint number = block->number != NULL ? (guint) g_ascii_strtoull (block->number, NULL, 10) : 0;

  if (parser->state != STATE_SIGNATURES && parser->state != STATE_ANNEX)
    return TRUE;
  return parser->tree->articles->len == 0 || (number > 0 && number == parser->last_number + 1);
}

static gboolean
take_keyword (Parser *parser, guint i, const Block *block)
{
  gboolean before_body = parser->state < STATE_BODY && i < parser->document->body_floor;

  switch (block->kind)
    {
    case LINE_ARTICLE:
      if (!may_open_article (parser, block))
        return FALSE;
      samen_covenant_text_start_article (parser, i, block);
      return TRUE;
    case LINE_CHAPTER:
      if (before_body || parser->state > STATE_BODY)
        return FALSE;
      samen_covenant_text_start_chapter (parser, block);
      return TRUE;
    case LINE_ANNEX:
      if (parser->state < STATE_BODY)
        return FALSE;
      samen_covenant_text_start_annex (parser, block);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
take_aside (Parser *parser, const Block *block)
{
  SamenCovenantTextRestKind kind = SAMEN_COVENANT_TEXT_REST_PAGE;

  if (block->kind == LINE_CONTENTS)
    kind = SAMEN_COVENANT_TEXT_REST_CONTENTS;
  else if (block->kind == LINE_RULE)
    kind = SAMEN_COVENANT_TEXT_REST_RULE;
  else if (block->kind == LINE_LABELS)
    kind = SAMEN_COVENANT_TEXT_REST_LABELS;
  else if (block->kind != LINE_PAGE)
    return FALSE;

  samen_covenant_text_add_rest (parser->tree, kind, block->line, block->text);
  return TRUE;
}

static void
read_block (Parser *parser, guint i)
{
  const Block *block = block_at (parser, i);

  if (take_aside (parser, block))
    return;
  if (!parser->document->covenant)
    {
      samen_covenant_text_add_item (parser, block, SAMEN_COVENANT_TEXT_PREAMBLE,
                                    parser->tree->preamble->len);
      return;
    }
  if (samen_covenant_text_take_corrected (parser, i, block) ||
      samen_covenant_text_take_heading (parser, i, block) || take_keyword (parser, i, block) ||
      take_closing (parser, block))
    return;

  switch (parser->state)
    {
    case STATE_PARTIES:
      read_parties (parser, i, block);
      break;
    case STATE_CONSIDERATIONS:
      read_considerations (parser, i, block);
      break;
    case STATE_BODY:
      read_body (parser, i, block);
      break;
    case STATE_SIGNATURES:
      samen_covenant_text_add_signatures (parser, block);
      break;
    case STATE_ANNEX:
      samen_covenant_text_add_item (parser, block, SAMEN_COVENANT_TEXT_ANNEX,
                                    parser->tree->annexes->len - 1);
      break;
    case STATE_FRONT:
    default:
      read_front (parser, i, block);
      break;
    }
}

static gboolean
is_any_opening (const Block *block)
{
  return samen_covenant_text_section_opening (block, WORDS_PARTIES) > 0 ||
         samen_covenant_text_section_opening (block, WORDS_CONSIDERATIONS) > 0 ||
         (block->mark == NULL && samen_covenant_text_section_opening (block, WORDS_AGREEMENT) > 0);
}

static gboolean
may_be_title (const Block *block)
{
  return block->as == 0 && block->kind == LINE_TEXT && block->mark == NULL &&
         block->text_length > 0 && block->text_length <= TITLE_MAX &&
         !samen_covenant_text_closed (block->text, block->text_length) &&
         !samen_covenant_text_starts_lower (block->text);
}

static gboolean
has_chosen_title (const Document *document)
{
  for (guint i = 0; document->corrections != NULL && i < document->blocks->len; i++)
    if (((const Block *) g_ptr_array_index (document->blocks, i))->as ==
        SAMEN_COVENANT_TEXT_AS_TITLE)
      return TRUE;
  return FALSE;
}

/* The title is the first line that says what the text is; else the first
 * heading of all. */
static void
find_title (Parser *parser)
{
  guint n = MIN (parser->document->blocks->len, TITLE_BLOCKS);
  guint first = G_MAXUINT;

  parser->title = parser->title_second = G_MAXUINT;
  if (has_chosen_title (parser->document))
    return;
  for (guint i = 0; i < n && parser->title == G_MAXUINT; i++)
    {
      const Block *block = block_at (parser, i);

      if (block->kind == LINE_ARTICLE || block->kind == LINE_CHAPTER || is_any_opening (block))
        break;
      if (!may_be_title (block))
        continue;
      if (samen_covenant_text_has_title_word (block->text))
        parser->title = i;
      else if (first == G_MAXUINT &&
               (i == 0 || samen_covenant_text_opening (WORDS_TOPIC, block->text) == 0))
        first = i;
    }
  if (parser->title == G_MAXUINT)
    parser->title = first;
  if (parser->title + 1 >= n || parser->title == G_MAXUINT)
    return;

  /* "CONVENANT" goes on in the line below it. */
  if (strpbrk (block_at (parser, parser->title)->text, " ") == NULL)
    {
      const Block *second = block_at (parser, parser->title + 1);

      if (may_be_title (second) && second->heading_like && !is_any_opening (second) &&
          samen_covenant_text_opening (WORDS_TOPIC, second->text) == 0)
        parser->title_second = parser->title + 1;
    }
}

/**
 * samen_covenant_text_build:
 * @document: with its blocks and their roles
 * @tree: an empty tree
 *
 * Puts each paragraph in its place in the tree.
 */
void
samen_covenant_text_build (Document *document, SamenCovenantText *tree)
{
  Parser parser = { 0 };

  parser.document = document;
  parser.tree = tree;
  parser.reader.tree = tree;
  parser.reader.tables = document->tables;
  parser.awaits = LINE_TEXT;
  samen_covenant_text_nest_start (&parser.nest, tree->preamble, NULL);
  if (document->covenant)
    find_title (&parser);
  else
    tree->notes |= SAMEN_COVENANT_TEXT_NOTE_NOT_A_COVENANT;

  for (guint i = 0; i < document->blocks->len; i++)
    read_block (&parser, i);
  if (tree->articles->len == 0)
    samen_covenant_text_use_chapters (tree);
  if (tree->parties->len == 0)
    samen_covenant_text_signers (tree);
  for (guint i = 0; i < tree->parties->len; i++)
    samen_covenant_text_party_details (g_ptr_array_index (tree->parties, i));
  if (parser.nest.flattened)
    tree->notes |= SAMEN_COVENANT_TEXT_NOTE_FLATTENED;
}
