/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "rules/covenant-text-private.h"

#define HEADING_CHARS 110
#define HEADING_WORDS 14
#define TAB_WIDTH 8

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

/* Counts markdown's leading marks off: quoting and heading. */
static const char *
skip_markdown (const char *p, const char *end, guint *level)
{
  const char *q;

  while (p < end && (*p == '>' || *p == ' '))
    p++;
  for (q = p; q < end && *q == '#'; q++)
    ;
  if (q > p && q - p <= 6)
    {
      *level = (guint) (q - p);
      p = q;
    }
  return p;
}

typedef struct
{
  GString *out;
  guint words;
  guint spaces; /* width of the space before the next character */
} Cleaner;

static void
clean_char (Cleaner *cleaner, Line *line, gunichar c)
{
  if (samen_text_is_unseen (c))
    return;
  if (is_space (c))
    {
      cleaner->spaces += c == '\t' ? TAB_WIDTH : 1;
      return;
    }

  if (cleaner->out->len == 0)
    line->indent = MIN (cleaner->spaces, 200);
  else if (cleaner->spaces > 0)
    {
      g_string_append_c (cleaner->out, ' ');
      line->chars++;
      if (cleaner->words++ == 0)
        line->gap_first = cleaner->spaces > 1;
      line->gap_last = cleaner->spaces > 2;
    }
  cleaner->spaces = 0;
  g_string_append_unichar (cleaner->out, c);
  line->chars++;
}

/* Takes the emphasis off a whole line: *Toelichting* */
static void
strip_emphasis (GString *text, Line *line)
{
  if (text->len > 2 && text->str[0] == '*' && text->str[1] != ' ' &&
      text->str[text->len - 1] == '*')
    {
      g_string_truncate (text, text->len - 1);
      g_string_erase (text, 0, 1);
      line->chars -= 2;
      line->bold = TRUE;
    }
}

static void
clean_line (Line *line, GString *out)
{
  const char *end = line->source + line->source_length;
  const char *p = line->source;
  Cleaner cleaner = { out, 0, 0 };
  gboolean starts_bold;

  for (; p < end && (*p == ' ' || *p == '\t'); p++)
    cleaner.spaces += *p == '\t' ? TAB_WIDTH : 1;
  p = skip_markdown (p, end, &line->heading_level);
  starts_bold = end - p > 4 && strncmp (p, "**", 2) == 0;

  g_string_truncate (out, 0);
  while (p < end)
    {
      if (*p == '*' && p + 1 < end && p[1] == '*')
        {
          p += 2;
          line->bold = starts_bold && p == end;
          continue;
        }
      /* Pandoc writes "1\." for a full stop that begins no list. */
      if (*p == '\\' && p + 1 < end && g_ascii_ispunct (p[1]))
        p++;
      clean_char (&cleaner, line, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  strip_emphasis (out, line);
}

static gboolean
is_rule (const char *text)
{
  return strlen (text) >= 3 && text[strspn (text, "-=*~ ")] == '\0';
}

static gboolean
is_table (const char *text)
{
  gunichar c = g_utf8_get_char (text);
  const char *bar = strchr (text + (*text != '\0'), '|');

  if (text[0] == '|' || (text[0] == '+' && text[1] == '-') || (c >= 0x2500 && c < 0x2580))
    return TRUE;
  return bar != NULL && strchr (bar + 1, '|') != NULL;
}

static gboolean
is_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && digits <= 3 && text[digits] == '\0';
}

static void
classify (Line *line)
{
  if (is_rule (line->text))
    line->kind = LINE_RULE;
  else if (is_table (line->text))
    line->kind = LINE_TABLE;
  else if (is_number (line->text))
    line->kind = LINE_NUMBER;
  else
    samen_covenant_text_keyword (line);
}

/* The bytes up to the end of the line; @next is set behind it. A form feed
 * ends a piece but not the line, as editors count. */
static gsize
scan_line (const char *p, const char *end, const char **next, gboolean *newline)
{
  const char *q = p;

  *newline = TRUE;
  for (; q < end; q++)
    {
      if (*q == '\n' || *q == '\v')
        {
          *next = q + 1;
          return (gsize) (q - p);
        }
      if (*q == '\r')
        {
          *next = q + (q + 1 < end && q[1] == '\n' ? 2 : 1);
          return (gsize) (q - p);
        }
      if (*q == '\f')
        {
          *newline = FALSE;
          *next = q + 1;
          return (gsize) (q - p);
        }
      /* line and paragraph separator */
      if (q + 2 < end && memcmp (q, "\xe2\x80", 2) == 0 &&
          ((guchar) q[2] == 0xa8 || (guchar) q[2] == 0xa9))
        {
          *next = q + 3;
          return (gsize) (q - p);
        }
    }

  *next = end;
  return (gsize) (q - p);
}

static gboolean
fail_lines (GError **error, SamenCovenantTextError code)
{
  if (code == SAMEN_COVENANT_TEXT_ERROR_EMPTY)
    g_set_error_literal (error, SAMEN_COVENANT_TEXT_ERROR, (gint) code,
                         _ ("There is no word in this text. Paste or choose "
                            "the text of the covenant."));
  else
    g_set_error (error, SAMEN_COVENANT_TEXT_ERROR, (gint) code,
                 _ ("The text has too many lines: at most %d can be read. "
                    "Leave out the annexes and try again."),
                 SAMEN_COVENANT_TEXT_MAX_LINES);
  return FALSE;
}

static void
add_line (Document *document, Line *line, GString *scratch)
{
  clean_line (line, scratch);
  if (scratch->len == 0)
    return;

  line->text = g_string_chunk_insert_len (document->strings, scratch->str, (gssize) scratch->len);
  line->length = scratch->len;
  classify (line);
  g_array_append_val (document->lines, *line);
}

/**
 * samen_covenant_text_lines:
 * @document: with its source
 * @error: return location for an error
 *
 * Splits the source in lines, cleans each and tells what it is by itself.
 *
 * Returns: whether there are lines, and not too many
 */
gboolean
samen_covenant_text_lines (Document *document, GError **error)
{
  const char *p = document->source;
  const char *end = p + strlen (p);
  const char *next;
  g_autoptr (GString) scratch = g_string_new (NULL);
  guint number = 1;
  gboolean blank = TRUE, page_break = FALSE, newline;

  while (p < end)
    {
      Line line = { 0 };
      guint before = document->lines->len;

      line.source = p;
      line.source_length = scan_line (p, end, &next, &newline);
      line.number = number;
      line.after_blank = blank;
      line.page_break = page_break;
      document->work += line.source_length + 1;
      add_line (document, &line, scratch);
      if (document->lines->len > before)
        blank = page_break = FALSE;
      else if (newline)
        blank = TRUE;
      page_break |= !newline;
      number += newline ? 1 : 0;
      p = next;
      if (MAX (number, document->lines->len) > SAMEN_COVENANT_TEXT_MAX_LINES)
        return fail_lines (error, SAMEN_COVENANT_TEXT_ERROR_TOO_LARGE);
    }

  if (document->lines->len == 0)
    return fail_lines (error, SAMEN_COVENANT_TEXT_ERROR_EMPTY);
  return TRUE;
}

gboolean
samen_covenant_text_starts_lower (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

/* Whether a sentence or list item ends here. */
gboolean
samen_covenant_text_closed (const char *text, gsize length)
{
  while (length > 0 && strchr ("\"')]* ", text[length - 1]) != NULL)
    length--;
  return length > 0 && strchr (".;:!?", text[length - 1]) != NULL;
}

/* Whether a text of @chars characters looks like a heading: short, with a
 * capital, without a full stop. */
gboolean
samen_covenant_text_heading_like (const char *text, guint chars)
{
  gunichar c = g_utf8_get_char (text);
  gsize length;
  guint words = 1;

  if (chars == 0 || chars > HEADING_CHARS)
    return FALSE;
  if (!g_unichar_isalnum (c) && c != '[' && c != '"' && c != '\'' && c != 0x2018 && c != 0x201c)
    return FALSE;
  if (g_unichar_islower (c) || c == 0)
    return FALSE;

  length = strlen (text);
  if (strchr (".;:,", text[length - 1]) != NULL || g_str_has_suffix (text, "…"))
    return FALSE;
  if (strstr (text, "hierna te noemen") != NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    words += *p == ' ';
  return words <= HEADING_WORDS;
}
