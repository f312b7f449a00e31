/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* A paragraph that runs on over a page break is at least this long. */
#define RUN_ON_MIN 40

typedef struct
{
  Document *document;
  MarkMemory memory;
  Block *current;
  GString *text; /* of current */
  const Line *previous;
  gboolean interrupted; /* a page number came since the previous line */
  guint last_article;
} Builder;

void
samen_covenant_text_block_free (Block *block)
{
  g_free (block->mark);
  g_free (block->number);
  g_free (block->text);
  g_clear_pointer (&block->seams, g_array_unref);
  g_free (block);
}

static void
finish_block (Builder *builder)
{
  Block *block = builder->current;

  if (block == NULL)
    return;

  block->text = g_strndup (builder->text->str, builder->text->len);
  block->text_length = builder->text->len;
  if (block->kind != LINE_TABLE && block->kind != LINE_ROW && block->text_length < 1000)
    block->heading_like =
        samen_covenant_text_heading_like (block->text, (guint) g_utf8_strlen (block->text, -1));
  builder->current = NULL;
  g_string_truncate (builder->text, 0);
}

static Block *
start_block (Builder *builder, guint index, const Line *line, LineKind kind)
{
  Block *block = g_new0 (Block, 1);

  finish_block (builder);
  block->kind = kind;
  block->line = line->number;
  block->first = block->last = index;
  block->indent = line->indent;
  block->heading_level = line->heading_level;
  block->bold = line->bold;
  block->after_blank = line->after_blank;
  block->seams = g_array_new (FALSE, FALSE, sizeof (Seam));
  g_ptr_array_add (builder->document->blocks, block);
  builder->current = block;
  return block;
}

static void
append (Builder *builder, const Line *line, const char *text, gsize length)
{
  Seam seam = { builder->text->len, line->number };

  g_array_append_val (builder->current->seams, seam);
  g_string_append_len (builder->text, text, (gssize) length);
  builder->document->work += length;
}

/* The words after which a hyphen at the end of a line stays: "onderwijs- en
 * zorginstellingen". */
static gboolean
keeps_hyphen (const char *next)
{
  return samen_covenant_text_begins (next, "en") || samen_covenant_text_begins (next, "of") ||
         samen_covenant_text_begins (next, "and") || samen_covenant_text_begins (next, "or") ||
         samen_covenant_text_begins (next, "tot");
}

/* The words that are written with a hyphen themselves: "directeur-bestuurder",
 * "mbo-opleiding". */
static gboolean
has_own_hyphen (const GString *text)
{
  static const char *const words[] = {
    "directeur", "voorzitter", "secretaris", "adjunct", "vice", "oud",  "co", "niet",
    "mbo",       "hbo",        "vmbo",       "wo",      "po",   "vo",   "so", "ggz",
    "vvt",       "wmo",        "zzp",        "bol",     "bbl",  "semi", "ex", "non",
  };
  const char *start = text->str + text->len - 1;

  while (start > text->str && start[-1] != ' ' && start[-1] != '(')
    start--;
  if (g_ascii_isupper (start[0]) && g_ascii_isupper (start[1]))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) + 1 == strlen (start) && samen_covenant_text_begins (start, words[i]))
      return TRUE;
  return FALSE;
}

static void
join (Builder *builder, guint index, const Line *line)
{
  GString *text = builder->text;
  gboolean hyphen = text->len > 1 && text->str[text->len - 1] == '-' &&
                    text->str[text->len - 2] != ' ' && text->str[text->len - 2] != '-';

  if (hyphen && samen_covenant_text_starts_lower (line->text) && !keeps_hyphen (line->text) &&
      !has_own_hyphen (text))
    g_string_truncate (text, text->len - 1);
  else if (text->len > 0 && (!hyphen || keeps_hyphen (line->text)))
    g_string_append_c (text, ' ');
  append (builder, line, line->text, line->length);
  builder->current->last = index;
  builder->current->bold = FALSE;
}

/* A word alone on its line, between parties */
static gboolean
is_connector (const Line *line)
{
  static const char *const words[] = { "en", "and", "tussen", "between", "of" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (samen_covenant_text_begins (line->text, words[i]))
      return line->length <= strlen (words[i]) + 1;

  return FALSE;
}

/* What begins a line below the closing. */
static gboolean
is_signature (const Line *line)
{
  static const char *const words[] = { "Namens", "Naam:",   "Functie:",
                                       "Datum:", "Plaats:", "Handtekening" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (line->text, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_opening (const Line *line)
{
  return samen_covenant_text_opening (WORDS_PARTIES, line->text) > 0 ||
         samen_covenant_text_opening (WORDS_CONSIDERATIONS, line->text) > 0 ||
         samen_covenant_text_opening (WORDS_AGREEMENT, line->text) > 0 ||
         samen_covenant_text_opening (WORDS_CLOSING, line->text) > 0;
}

/* Whether the first word of @next would still have fitted behind @line: then
 * its end was meant. A margin is left for proportional letters. */
static gboolean
ended_early (const Document *document, const Line *line, const Line *next)
{
  guint word = (guint) strcspn (next->text, " ");

  return line->chars + 1 + word < document->wrap - document->wrap / 6;
}

/* "Hierna te noemen: Partijen" on a line of its own, although no blank line
 * comes before it. */
static gboolean
names_all (const Line *line, const Line *next)
{
  char last = line->text[line->length - 1];
  gboolean all;

  if (!samen_covenant_text_collective (next->text, &all))
    return FALSE;
  if (last == ',' || samen_covenant_text_closed (line->text, line->length))
    return TRUE;
  return all && !g_str_has_suffix (line->text, "hierna") &&
         !g_str_has_suffix (line->text, "verder") && !g_str_has_suffix (line->text, " en") &&
         !g_str_has_suffix (line->text, "gezamenlijk");
}

/* Words that no sentence about a party ends in */
static gboolean
ends_open (const char *text, gsize length)
{
  static const char *const words[] = {
    "heer", "mevrouw", "dhr.", "mevr.", "mw.",    "door",    "de",        "het", "te",  "van",
    "en",   "haar",    "zijn", "drs.",  "mr.",    "dr.",     "ir.",       "in",  "als", "met",
    "voor", "of",      "een",  "op",    "noemen", "genaamd", "gevestigd", "aan", "bij", "naar",
    "om",   "uit",     "over", "tot",   "dat",    "die",     "der",       "den", "per",
  };

  if (length > 0 && text[length - 1] == ',')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (length > n && text[length - n - 1] == ' ' &&
          g_ascii_strncasecmp (text + length - n, words[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether @next names a party by itself, as @line did. */
static gboolean
begins_party (const Line *line, const Line *next)
{
  const char *value;

  if (next->parties && samen_covenant_text_joint (next->text) > 0)
    return TRUE;
  if (!next->parties || !line->parties || !g_unichar_isupper (g_utf8_get_char (next->text)))
    return FALSE;
  if (samen_covenant_text_labelled (next->text, &value) != FIELD_NONE)
    return TRUE;
  return !ends_open (line->text, line->length) && !samen_covenant_text_has_title (next->text) &&
         next->text[1] != '.' && samen_covenant_text_introduction (line->text) != NULL &&
         samen_covenant_text_introduction (next->text) != NULL;
}

/* Whether @line is all of a bullet's text: what is below it stands no further to the right. */
static gboolean
ends_item (const Line *line, const Line *next)
{
  Mark mark;

  return next->indent <= line->indent &&
         samen_covenant_text_mark (line->text, line->gap_first, &mark) &&
         mark.family == MARK_BULLET;
}

/* Whether @next goes on with the paragraph that @line is in. */
static gboolean
goes_on (const Document *document, const Line *line, const Line *next)
{
  gboolean closed = samen_covenant_text_closed (line->text, line->length);
  gboolean lower = samen_covenant_text_starts_lower (next->text);
  char last = line->text[line->length - 1];

  if (samen_covenant_text_is_heading (line->as) || next->after_blank || next->heading_level > 0 ||
      next->bold || line->heading_level > 0 || line->bold)
    return FALSE;
  if (is_connector (line) || is_connector (next) || names_all (line, next))
    return FALSE;
  if (((last == ';' || last == ':') && !lower) || is_signature (next))
    return FALSE;
  if ((((closed && !lower) || ends_item (line, next)) && is_opening (next)) ||
      begins_party (line, next))
    return FALSE;
  if (document->wrap == 0)
    return !closed && (lower || last == '-');
  if (!ended_early (document, line, next))
    return TRUE;
  if (closed || (!lower && is_opening (next)) || (!lower && ends_item (line, next)))
    return FALSE;
  return lower || !samen_covenant_text_heading_like (line->text, line->chars);
}

static gboolean
goes_on_over_page (const Builder *builder, const Line *next)
{
  const GString *text = builder->text;

  if (builder->current == NULL || builder->current->kind != LINE_TEXT ||
      samen_covenant_text_closed (text->str, text->len))
    return FALSE;
  return (text->len >= RUN_ON_MIN && samen_covenant_text_starts_lower (next->text)) ||
         ends_open (text->str, text->len);
}

/* Whether a new paragraph may begin at @line for all we know. */
static gboolean
is_fresh (const Builder *builder, const Line *line)
{
  const Line *previous = builder->previous;

  return builder->current == NULL || previous == NULL || line->after_blank ||
         line->heading_level > 0 || line->bold || builder->current->kind != LINE_TEXT ||
         samen_covenant_text_closed (previous->text, previous->length) ||
         previous->text[previous->length - 1] == ',' ||
         !goes_on (builder->document, previous, line);
}

static void
reset_memory (Builder *builder, guint article)
{
  memset (&builder->memory, 0, sizeof builder->memory);
  builder->memory.article = article;
}

/* "§ 1" above a heading is a chapter's, above a sentence it is a mark. */
static gboolean
is_section_mark (const Builder *builder, guint index, const Line *line)
{
  const Line *next = line + 1;

  if (builder->document->section_articles || !g_str_has_prefix (line->text, "§") ||
      line->text[line->rest_offset] != '\0' || index + 1 >= builder->document->lines->len)
    return FALSE;
  return next->kind == LINE_TEXT && !samen_covenant_text_heading_like (next->text, next->chars);
}

static gboolean
accept_keyword (Builder *builder, guint index, const Line *line)
{
  const char *rest = line->text + line->rest_offset;
  guint id = (guint) g_ascii_strtoull (line->text + line->id_offset, NULL, 10);
  gboolean next = id == 0 || id == 1 || id == builder->last_article + 1;
  gboolean heading =
      *rest == '\0' || (line->length - line->rest_offset < 400 &&
                        samen_covenant_text_heading_like (rest, (guint) g_utf8_strlen (rest, -1)));

  if (line->heading_level > 0 || line->bold)
    return TRUE;
  if (is_section_mark (builder, index, line))
    return FALSE;
  if (samen_covenant_text_starts_lower (line->text) && !is_fresh (builder, line))
    return FALSE;
  if (line->kind != LINE_ARTICLE)
    {
      /* "Bijlage 1 bij het convenant" is a heading in small letters. */
      gboolean closed = samen_covenant_text_closed (line->text, line->length);

      return is_fresh (builder, line) &&
             (heading || (line->kind == LINE_ANNEX && !closed && line->chars < 120));
    }
  return heading ? next || is_fresh (builder, line) : next && is_fresh (builder, line);
}

static void
add_keyword (Builder *builder, guint index, const Line *line)
{
  Block *block = start_block (builder, index, line, line->kind);
  guint id = (guint) g_ascii_strtoull (line->text + line->id_offset, NULL, 10);

  block->mark = g_strndup (line->text, line->keyword_length);
  if (line->id_length > 0)
    block->number = g_strndup (line->text + line->id_offset, line->id_length);
  append (builder, line, line->text + line->rest_offset, line->length - line->rest_offset);
  reset_memory (builder, line->kind == LINE_ARTICLE ? id : 0);
  if (line->kind == LINE_ARTICLE && id > 0)
    builder->last_article = id;
}

static void
add_table (Builder *builder, guint index, const Line *line)
{
  g_autofree char *raw = g_strndup (line->source, line->source_length);

  g_strchomp (raw);
  if (builder->current == NULL || builder->current->kind != LINE_TABLE || line->after_blank ||
      builder->interrupted)
    start_block (builder, index, line, LINE_TABLE);
  else
    g_string_append_c (builder->text, '\n');
  append (builder, line, raw, strlen (raw));
  builder->current->last = index;
}

/* A row of a table of parties, its cells on one line or each on their own */
static void
add_row (Builder *builder, guint index, const Line *line)
{
  Block *current = builder->current;

  if (current == NULL || current->kind != LINE_ROW ||
      g_array_index (builder->document->lines, Line, current->last).row != line->row)
    start_block (builder, index, line, LINE_ROW)->table = line->table;
  else
    g_string_append_c (builder->text, '\n');
  append (builder, line, line->text, line->length);
  builder->current->last = index;
}

/* Page numbers and such: a block of their own, that leaves the paragraph
 * around them open. */
static void
add_aside (Builder *builder, guint index, const Line *line)
{
  Block *current = builder->current;
  GString *text = builder->text;

  builder->current = NULL;
  builder->text = g_string_new (NULL);
  start_block (builder, index, line, line->kind);
  append (builder, line, line->text, line->length);
  finish_block (builder);
  g_string_free (builder->text, TRUE);
  builder->text = text;
  builder->current = current;
  builder->interrupted = TRUE;
}

/* "I. Claes", where only names and dates stand any more, is a person. */
static gboolean
is_person (const Builder *builder, const Line *line, const Mark *mark)
{
  gboolean listed =
      mark->ordinal > 1 && mark->ordinal == builder->memory.last[MARK_UPPER][mark->delim] + 1;

  return mark->family == MARK_UPPER && mark->mark_length == 2 && !listed &&
         line->number > builder->document->last_prose && line->chars < RUN_ON_MIN &&
         !samen_covenant_text_closed (line->text, line->length);
}

static gboolean
add_marked (Builder *builder, guint index, const Line *line)
{
  Mark mark;
  Block *block;

  if (!samen_covenant_text_mark (line->text, line->gap_first, &mark) ||
      is_person (builder, line, &mark))
    return FALSE;
  if (!samen_covenant_text_mark_accept (&mark, &builder->memory, line->text + mark.length,
                                        line->gap_first,
                                        is_fresh (builder, line) || builder->interrupted))
    return FALSE;

  block = start_block (builder, index, line, LINE_TEXT);
  block->style = mark;
  block->mark = g_strndup (line->text, mark.mark_length);
  append (builder, line, line->text + mark.length, line->length - mark.length);
  return TRUE;
}

static void
add_text (Builder *builder, guint index, const Line *line)
{
  gboolean waiting = builder->current != NULL && builder->text->len == 0 &&
                     builder->current->kind == LINE_TEXT && line->heading_level == 0;
  gboolean on;

  if (line->heading_level > 0)
    reset_memory (builder, 0);
  if (add_marked (builder, index, line))
    return;

  if (builder->interrupted)
    on = goes_on_over_page (builder, line);
  else
    on = builder->current != NULL && builder->previous != NULL &&
         builder->current->kind != LINE_TABLE && builder->current->kind != LINE_ROW &&
         (builder->current->kind == LINE_TEXT || builder->text->len > 0) &&
         goes_on (builder->document, builder->previous, line);

  /* A mark alone on its line waits for its text. */
  if (on || (waiting && !is_opening (line)))
    {
      join (builder, index, line);
      return;
    }
  start_block (builder, index, line, LINE_TEXT);
  append (builder, line, line->text, line->length);
}

/* A line of which somebody said what it is begins a paragraph. */
static void
add_corrected (Builder *builder, guint index, Line *line)
{
  Mark mark;
  gboolean marked =
      line->as != SAMEN_COVENANT_TEXT_AS_TITLE && line->as != SAMEN_COVENANT_TEXT_AS_TEXT &&
      samen_covenant_text_mark (line->text, line->gap_first, &mark) &&
      samen_covenant_text_mark_accept (&mark, &builder->memory, line->text + mark.length,
                                       line->gap_first, TRUE);

  if (line->kind == LINE_ARTICLE || line->kind == LINE_CHAPTER || line->kind == LINE_ANNEX)
    add_keyword (builder, index, line);
  else if (line->kind == LINE_TABLE)
    {
      finish_block (builder);
      add_table (builder, index, line);
    }
  else
    {
      start_block (builder, index, line, LINE_TEXT);
      if (marked)
        {
          builder->current->style = mark;
          builder->current->mark = g_strndup (line->text, mark.mark_length);
        }
      append (builder, line, line->text + (marked ? mark.length : 0),
              line->length - (marked ? mark.length : 0));
    }
  builder->current->as = line->as;
  if (samen_covenant_text_is_heading (line->as))
    reset_memory (builder, builder->memory.article);
}

/* Takes a line as somebody said; FALSE if nobody did. */
static gboolean
take_corrected (Builder *builder, guint index, Line *line)
{
  const Block *current = builder->current;

  switch (line->as)
    {
    case SAMEN_COVENANT_TEXT_AS_READ:
    case SAMEN_COVENANT_TEXT_AS_LEFT_OUT:
      return FALSE;
    case SAMEN_COVENANT_TEXT_AS_CONTINUED:
      if (current == NULL || current->kind == LINE_ROW ||
          (current->kind == LINE_TABLE && line->kind != LINE_TABLE))
        return FALSE;
      if (current->kind == LINE_TABLE)
        add_table (builder, index, line);
      else
        join (builder, index, line);
      break;
    case SAMEN_COVENANT_TEXT_AS_BEGINNING:
      finish_block (builder);
      builder->previous = NULL;
      return FALSE;
    default:
      add_corrected (builder, index, line);
      break;
    }
  builder->previous = line;
  builder->interrupted = FALSE;
  return TRUE;
}

static void
add_line (Builder *builder, guint index, Line *line)
{
  if (take_corrected (builder, index, line))
    return;
  switch (line->kind)
    {
    case LINE_PAGE:
    case LINE_CONTENTS:
    case LINE_LABELS:
    case LINE_RULE:
      add_aside (builder, index, line);
      return;
    case LINE_ROW:
      add_row (builder, index, line);
      break;
    case LINE_TABLE:
      add_table (builder, index, line);
      break;
    case LINE_ARTICLE:
    case LINE_CHAPTER:
    case LINE_ANNEX:
      if (accept_keyword (builder, index, line))
        {
          add_keyword (builder, index, line);
          break;
        }
      line->kind = LINE_TEXT;
      add_text (builder, index, line);
      break;
    case LINE_TEXT:
    case LINE_NUMBER:
    default:
      add_text (builder, index, line);
      break;
    }

  builder->previous = line;
  builder->interrupted = FALSE;
}

/**
 * samen_covenant_text_blocks:
 * @document: with its lines
 *
 * Joins the lines to paragraphs, each with its mark.
 */
void
samen_covenant_text_blocks (Document *document)
{
  Builder builder = { 0 };

  builder.document = document;
  builder.text = g_string_new (NULL);
  for (guint i = 0; i < document->lines->len; i++)
    add_line (&builder, i, &g_array_index (document->lines, Line, i));
  finish_block (&builder);
  g_string_free (builder.text, TRUE);
}
