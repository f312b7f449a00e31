/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* Where "Artikel" is not written, finds out what is an article: the headings
 * with a number, those of markdown, or the short lines above paragraphs. */

#define FRONT_BLOCKS 8
#define MARKDOWN_LEVELS 7

static Block *
block_at (const Document *document, guint i)
{
  return g_ptr_array_index (document->blocks, i);
}

static gboolean
is_aside (const Block *block)
{
  return block->kind == LINE_PAGE || block->kind == LINE_CONTENTS || block->kind == LINE_RULE ||
         block->kind == LINE_LABELS;
}

/* For each block, the next one that is not an aside; the number of blocks
 * when there is none. */
static guint *
link_next (const Document *document)
{
  guint n = document->blocks->len;
  guint *next = g_new (guint, n + 1);
  guint following = n;

  next[n] = n;
  for (guint i = n; i-- > 0;)
    {
      next[i] = following;
      if (!is_aside (block_at (document, i)))
        following = i;
    }

  return next;
}

static gboolean
opens (const Block *block, WordsKind kind)
{
  return block->kind == LINE_TEXT && samen_covenant_text_opening (kind, block->text) > 0;
}

/* A covenant shows itself by its title and by the sentences of the genre. */
static gboolean
is_covenant (const Document *document)
{
  guint articles = 0, front = 0, score = 0;
  gboolean parties = FALSE, considerations = FALSE, agreement = FALSE;
  gboolean closing = FALSE, title = FALSE, marks = FALSE;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const Block *block = block_at (document, i);

      if (is_aside (block))
        continue;
      articles += block->kind == LINE_ARTICLE;
      marks |= block->mark != NULL || block->heading_level > 1;
      if (front++ < FRONT_BLOCKS && block->text_length < 300)
        title |= samen_covenant_text_has_title_word (block->text);
      parties |= opens (block, WORDS_PARTIES);
      considerations |= opens (block, WORDS_CONSIDERATIONS);
      agreement |= block->mark == NULL && opens (block, WORDS_AGREEMENT);
      closing |= opens (block, WORDS_CLOSING) || samen_covenant_text_ends (document, block);
      if (block->heading_like && opens (block, WORDS_TOPIC))
        marks = TRUE;
    }

  score = (guint) parties + (guint) considerations + (guint) agreement + (guint) closing +
          (guint) title + (articles >= 2 ? 2 : articles);
  return score >= 2 || (title && marks);
}

static gboolean
is_strong_opening (const Block *block)
{
  gsize length;

  if (opens (block, WORDS_CONSIDERATIONS) ||
      (block->mark == NULL && opens (block, WORDS_AGREEMENT)))
    return TRUE;

  length = samen_covenant_text_opening (WORDS_PARTIES, block->text);
  return length > 0 && (length < block->text_length || block->text[length - 1] == ':' ||
                        block->text[length - 1] == ',' || strstr (block->text, "nderg") != NULL);
}

/* "tussen", and directly below it a party that is not in the list of the others */
static gboolean
announces (const Document *document, guint i)
{
  const Block *below = i + 1 < document->blocks->len ? block_at (document, i + 1) : NULL;

  return below != NULL && below->kind == LINE_TEXT && below->mark == NULL &&
         samen_covenant_text_introduction (below->text) != NULL;
}

/* Before the last of the opening sentences no article begins. */
static void
find_body (Document *document)
{
  guint headings = 0, first_party = G_MAXUINT, first_like = G_MAXUINT, cover = G_MAXUINT;
  gboolean announced = FALSE;

  document->body_floor = 0;
  document->parties = G_MAXUINT;
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const Block *block = block_at (document, i);
      gboolean sectioned;

      if (block->kind == LINE_ARTICLE || opens (block, WORDS_CLOSING))
        break;
      if (block->kind != LINE_TEXT)
        continue;
      if (first_party == G_MAXUINT && block->mark != NULL &&
          samen_covenant_text_party_like (block->text))
        first_party = i;
      if (first_like == G_MAXUINT && samen_covenant_text_party_like (block->text))
        first_like = i;
      else if (first_like == G_MAXUINT && cover == G_MAXUINT && opens (block, WORDS_PARTIES))
        cover = i;
      /* "2. Overwegingen" is a section among the others. */
      sectioned = block->heading_like && (block->mark != NULL || block->heading_level > 0);
      if (!sectioned && is_strong_opening (block))
        {
          document->body_floor = i + 1;
          if (!announced && opens (block, WORDS_PARTIES))
            document->parties = i;
          announced |= opens (block, WORDS_PARTIES);
        }
      else if (!sectioned && headings < 2 && block->heading_like && opens (block, WORDS_PARTIES))
        {
          document->body_floor = i + 1;
          document->parties = MIN (document->parties, i);
        }
      else if (block->heading_like && block->after_blank && opens (block, WORDS_TOPIC))
        headings++;
    }

  /* Nothing announces them, save perhaps a "tussen" on the cover. */
  if (document->parties == G_MAXUINT && cover != G_MAXUINT && announces (document, cover))
    document->parties = cover;
  if (document->parties == G_MAXUINT)
    document->parties = first_party;
  if (document->parties == G_MAXUINT && cover != G_MAXUINT && first_like != G_MAXUINT &&
      first_like > cover + 1)
    document->parties = first_like;
}

typedef struct
{
  MarkFamily family;
  MarkDelim delim;
  guint total;
  guint headings;
} Style;

static gboolean
is_style (const Style *style, const Block *block)
{
  return block->kind == LINE_TEXT && block->style.family == style->family &&
         block->style.delim == style->delim &&
         (style->family != MARK_MULTI || block->style.n_levels == 2);
}

/* "1. Doel" and below it "1. Partijen leiden samen op.": the numbers begin
 * anew. */
static gboolean
restarts (const Document *document, const guint *next, guint i)
{
  const Block *below = next[i] < document->blocks->len ? block_at (document, next[i]) : NULL;

  return below != NULL && below->style.ordinal == 1 && below->style.family != MARK_MULTI &&
         !below->heading_like &&
         samen_covenant_text_same_style (&block_at (document, i)->style, &below->style);
}

/* Whether text stands below the heading, rather than its neighbour. */
static gboolean
is_numbered_heading (const Document *document, const guint *next, guint i, const Style *style)
{
  const Block *block = block_at (document, i);

  if (!is_style (style, block) || !block->heading_like)
    return FALSE;
  if (block->heading_level > 0)
    return TRUE;
  return next[i] < document->blocks->len &&
         (!is_style (style, block_at (document, next[i])) || restarts (document, next, i));
}

/* What is numbered anew below a heading is no heading itself, and does not
 * speak against it. */
static gboolean
qualifies (const Document *document, const guint *next, Style *style)
{
  guint below = 0;

  style->total = style->headings = 0;
  for (guint i = document->body_floor; i < document->blocks->len; i++)
    {
      const Block *block = block_at (document, i);
      gboolean heads = is_numbered_heading (document, next, i, style);

      if (!is_style (style, block))
        continue;
      if (!heads && below > 0 && block->style.ordinal == below)
        {
          below++;
          continue;
        }
      below = heads && restarts (document, next, i) ? 1 : 0;
      style->total++;
      style->headings += heads;
    }

  return style->headings >= 2 && style->headings * 2 >= style->total;
}

static void
assign (Document *document, const guint *next, const Style *style, Role role)
{
  for (guint i = 0; i < document->blocks->len; i++)
    if (is_numbered_heading (document, next, i, style))
      block_at (document, i)->role = role;
}

/* Whether most headings have headings of their own below them: only then
 * 1 is a chapter and 1.1 an article. */
static gboolean
has_two_levels (const Document *document, const guint *next, const Style *one, const Style *two)
{
  guint headings = 0, with = 0;
  gboolean counted = TRUE;

  for (guint i = document->body_floor; i < document->blocks->len; i++)
    {
      if (is_numbered_heading (document, next, i, one))
        {
          headings++;
          counted = FALSE;
        }
      else if (!counted && is_numbered_heading (document, next, i, two))
        {
          with++;
          counted = TRUE;
        }
    }

  return with * 2 > headings;
}

static gboolean
use_numbers (Document *document, const guint *next)
{
  static const Style outer[] = {
    { MARK_ROMAN_UPPER, DELIM_DOT, 0, 0 },
    { MARK_UPPER, DELIM_DOT, 0, 0 },
  };
  static const Style inner[] = {
    { MARK_DIGIT, DELIM_DOT, 0, 0 },
    { MARK_BARE, DELIM_NONE, 0, 0 },
    { MARK_DIGIT, DELIM_PAREN, 0, 0 },
  };
  Style two = { MARK_MULTI, DELIM_NONE, 0, 0 };
  gboolean deep = qualifies (document, next, &two);
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (inner) && !found; i++)
    {
      Style style = inner[i];

      found = qualifies (document, next, &style);
      deep = deep && (!found || has_two_levels (document, next, &style, &two));
      if (found)
        assign (document, next, &style, deep ? ROLE_CHAPTER : ROLE_ARTICLE);
    }
  if (deep && (found || document->keyword_chapters))
    assign (document, next, &two, ROLE_ARTICLE);
  found |= deep && document->keyword_chapters;

  for (gsize i = 0; i < G_N_ELEMENTS (outer); i++)
    {
      Style style = outer[i];

      if (!qualifies (document, next, &style))
        continue;
      assign (document, next, &style, found ? ROLE_CHAPTER : ROLE_ARTICLE);
      return TRUE;
    }

  return found;
}

/* Markdown: the level that most headings have is that of the articles. */
static gboolean
use_markdown (Document *document)
{
  guint counts[MARKDOWN_LEVELS] = { 0 };
  guint level = 0, total = 0;

  for (guint i = document->body_floor; i < document->blocks->len; i++)
    {
      guint found = block_at (document, i)->heading_level;

      if (found > 0 && i > 0)
        {
          counts[MIN (found, MARKDOWN_LEVELS - 1)]++;
          total++;
        }
    }

  for (guint i = 1; i < MARKDOWN_LEVELS; i++)
    if (counts[i] > counts[level])
      level = i;
  if (total < 2)
    return FALSE;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      Block *block = block_at (document, i);

      if (block->heading_level > level)
        block->role = ROLE_HEADING;
      else if (block->heading_level == level)
        block->role = ROLE_ARTICLE;
      else if (block->heading_level > 0)
        block->role = ROLE_CHAPTER;
    }
  return TRUE;
}

static gboolean
ends (const Document *document, const Block *block)
{
  return opens (block, WORDS_CLOSING) || samen_covenant_text_ends (document, block);
}

static gboolean
is_plain_heading (const Block *block)
{
  return block->kind == LINE_TEXT && block->mark == NULL && block->heading_like &&
         (block->after_blank || block->bold) && block->text[0] != '[' && block->text_length <= 90;
}

/* Short lines above paragraphs. Of two below each other the first is a
 * chapter; more are a list without marks. */
static void
use_plain (Document *document, const guint *next)
{
  guint n = document->blocks->len;

  for (guint i = document->body_floor; i < n; i++)
    {
      guint second, third;

      if (ends (document, block_at (document, i)))
        return;
      if (!is_plain_heading (block_at (document, i)))
        continue;
      second = next[i];
      if (second >= n || ends (document, block_at (document, second)))
        continue;
      third = next[second];
      if (!is_plain_heading (block_at (document, second)))
        block_at (document, i)->role = ROLE_ARTICLE;
      else if (third < n && !is_plain_heading (block_at (document, third)))
        {
          block_at (document, i)->role = ROLE_CHAPTER;
          block_at (document, second)->role = ROLE_ARTICLE;
          i = second;
        }
      else
        {
          block_at (document, i)->role = ROLE_ARTICLE;
          while (second < n && is_plain_heading (block_at (document, second)))
            second = next[second];
          i = second - 1;
        }
    }
}

static gboolean
is_shouted (const char *text)
{
  gboolean upper = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      upper |= g_unichar_isupper (c);
    }

  return upper;
}

/* With "Artikel" written: a heading of its own just above one is that of a
 * chapter, if it stands out. */
static void
use_keywords (Document *document, const guint *next)
{
  const Block *above = NULL;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      Block *block = block_at (document, i);
      gboolean heads, waits;

      if (is_aside (block))
        continue;
      heads = next[i] < document->blocks->len && block_at (document, next[i])->kind == LINE_ARTICLE;
      waits = above != NULL && above->text_length == 0 &&
              (above->kind == LINE_ARTICLE || above->kind == LINE_CHAPTER);
      if (block->kind == LINE_TEXT && block->heading_like && !waits &&
          (block->heading_level > 0 || block->after_blank))
        {
          if (heads && (block->heading_level > 0 || block->bold || is_shouted (block->text)))
            block->role = ROLE_CHAPTER;
          else if (block->heading_level > 0)
            block->role = ROLE_HEADING;
        }
      above = block;
    }
}

/**
 * samen_covenant_text_scheme:
 * @document: with its blocks
 *
 * Tells whether the text is a covenant and which of its paragraphs head an
 * article or a chapter.
 */
void
samen_covenant_text_scheme (Document *document)
{
  g_autofree guint *next = link_next (document);

  document->keyword_articles = FALSE;
  document->keyword_chapters = FALSE;
  for (guint i = 0; i < document->blocks->len; i++)
    {
      LineKind kind = block_at (document, i)->kind;

      document->keyword_articles |= kind == LINE_ARTICLE;
      document->keyword_chapters |= kind == LINE_CHAPTER;
    }

  document->covenant = is_covenant (document) || document->corrections != NULL;
  find_body (document);
  if (!document->covenant)
    return;
  if (document->keyword_articles)
    use_keywords (document, next);
  else if (!use_numbers (document, next) && !use_markdown (document))
    use_plain (document, next);
  samen_covenant_text_correct_roles (document);
}
