/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

#define SHORT_LINE 120
/* Outside these widths the lines were not wrapped by hand or by a program. */
#define WRAP_MIN 50
#define WRAP_MAX 110
#define CONTENTS_RUN 3
#define CONTENTS_MAX 300
#define CONTENTS_TRIES 3
/* So many lines are the top of the text. */
#define TITLE_LINES 8
#define REPEATED_MIN 12
#define REPEATED_TIMES 3

static const char *const page_words[] = {
  "pagina", "bladzijde", "pag.", "pag", "blz.", "blz", "blad", "page", "p.",
};

static const char *const page_separators[] = { "van", "of", "uit", "/" };

static Line *
line_at (Document *document, guint i)
{
  return &g_array_index (document->lines, Line, i);
}

static const char *
skip_number (const char *p)
{
  gsize digits = strspn (p, "0123456789");

  return digits > 0 && digits <= 4 ? p + digits : NULL;
}

static const char *
skip_spaces (const char *p)
{
  return p + strspn (p, " ");
}

static const char *
skip_decoration (const char *p, gboolean *decorated)
{
  for (;;)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '-' || c == 0x2013 || c == 0x2014 || c == '|' || c == '[')
        *decorated = TRUE;
      else if (c != ' ' && c != ']')
        return p;
      p = g_utf8_next_char (p);
    }
}

/* "2 van 9", "3": a number, and perhaps of how many. */
static const char *
skip_page_number (const char *p, gboolean *total)
{
  const char *q = skip_number (p);

  if (q == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (page_separators); i++)
    {
      const char *after = skip_spaces (q);
      gsize n = strlen (page_separators[i]);

      if (g_ascii_strncasecmp (after, page_separators[i], n) == 0)
        {
          const char *end = skip_number (skip_spaces (after + n));

          if (end != NULL)
            {
              *total = TRUE;
              return end;
            }
        }
    }

  return q;
}

static gboolean
is_page_line (const char *text)
{
  gboolean before = FALSE, after = FALSE, total = FALSE, word = FALSE;
  const char *p = skip_decoration (text, &before);

  for (gsize i = 0; i < G_N_ELEMENTS (page_words) && !word; i++)
    {
      gsize n = strlen (page_words[i]);

      if (g_ascii_strncasecmp (p, page_words[i], n) == 0 &&
          skip_number (skip_spaces (p + n)) != NULL)
        {
          p = skip_spaces (p + n);
          word = TRUE;
        }
    }

  p = skip_page_number (p, &total);
  if (p == NULL)
    return FALSE;
  p = skip_decoration (p, &after);
  /* "Pagina 2 van 9 – Convenant Samen Opleiden" */
  if (*p != '\0' && word && (after || total))
    return !samen_covenant_text_closed (text, strlen (text)) &&
           samen_covenant_text_has_title_word (p);
  return *p == '\0' && (word || total || (before && after));
}

/* "Convenant Samen Opleiden, pagina 2 van 9" */
static gboolean
ends_in_page (const char *text)
{
  const char *p = text;

  while ((p = strchr (p, ' ')) != NULL)
    {
      p++;
      if (strchr ("pPbB", *p) != NULL && is_page_line (p))
        return TRUE;
    }

  return FALSE;
}

static void
find_pages (Document *document)
{
  for (guint i = 0; i < document->lines->len; i++)
    {
      Line *line = line_at (document, i);

      if (line->kind != LINE_TEXT && line->kind != LINE_TABLE)
        continue;
      if (line->chars <= SHORT_LINE && (is_page_line (line->text) || ends_in_page (line->text)))
        line->kind = LINE_PAGE;
    }
}

/* The text without the dots and page number at its end. */
static gsize
contents_length (const Line *line, gboolean *leader, gboolean *numbered)
{
  gsize n = line->length;
  guint dots = 0;
  gsize digits = 0;

  while (n > 0 && g_ascii_isdigit (line->text[n - 1]))
    {
      n--;
      digits++;
    }
  *numbered = digits > 0 && digits <= 3 && n > 0 && line->text[n - 1] != '.';
  for (; n > 0; n--)
    {
      const char *p = line->text + n - 1;

      if (*p == '.' || *p == '_')
        dots++;
      else if (n >= 3 && memcmp (p - 2, "…", 3) == 0)
        {
          dots += 3;
          n -= 2;
        }
      else if (*p != ' ')
        break;
    }

  *leader = digits > 0 && digits <= 3 && dots >= 3 && n > 0;
  *numbered = *leader || (*numbered && n > 0);
  return n;
}

static gboolean
is_contents_entry (const Line *line, gboolean expected)
{
  gboolean leader, numbered;
  Mark mark;

  if (line->kind == LINE_TABLE || line->chars > 2 * SHORT_LINE)
    return FALSE;

  contents_length (line, &leader, &numbered);
  if (leader || !numbered)
    return leader;
  if (expected)
    return line->chars <= SHORT_LINE && line->kind != LINE_NUMBER;
  return line->gap_last &&
         (line->kind != LINE_TEXT ||
          (samen_covenant_text_mark (line->text, TRUE, &mark) && mark.family != MARK_BULLET));
}

static gboolean
same_entry (const Line *a, const Line *b)
{
  gboolean leader, numbered;
  gsize length_a = contents_length (a, &leader, &numbered);
  gsize length_b = contents_length (b, &leader, &numbered);

  return length_a == length_b && g_ascii_strncasecmp (a->text, b->text, length_a) == 0;
}

/* A table of contents without page numbers ends where its first entry
 * returns as a heading. */
static guint
find_repeated_entry (Document *document, guint start)
{
  guint end = MIN (document->lines->len, start + CONTENTS_MAX);
  guint last = 0;

  for (guint i = start + 1; i < end; i++)
    {
      Line *line = line_at (document, i);

      document->work++;
      /* Whatever is no heading ends the table as well. */
      if (last == 0 && !samen_covenant_text_heading_like (line->text, line->chars))
        last = i;
      if (same_entry (line_at (document, start), line))
        return last > 0 ? last : i;
      if (line->chars > SHORT_LINE)
        break;
    }

  return start;
}

static guint
mark_contents (Document *document, guint heading)
{
  guint start = heading + 1;
  guint end = start;

  while (end < document->lines->len && (line_at (document, end)->kind == LINE_PAGE ||
                                        is_contents_entry (line_at (document, end), TRUE)))
    end++;
  if (end == start && start < document->lines->len)
    end = find_repeated_entry (document, start);
  if (end == start)
    return heading;

  for (guint i = heading; i < end; i++)
    if (line_at (document, i)->kind != LINE_PAGE)
      line_at (document, i)->kind = LINE_CONTENTS;
  return end - 1;
}

static void
find_contents (Document *document)
{
  guint tries = 0;

  for (guint i = 0; i < document->lines->len; i++)
    {
      Line *line = line_at (document, i);

      if (is_contents_entry (line, FALSE))
        line->kind = LINE_CONTENTS;
      else if (tries < CONTENTS_TRIES && line->kind == LINE_TEXT &&
               line->length == samen_covenant_text_opening (WORDS_CONTENTS, line->text))
        {
          guint last = mark_contents (document, i);

          tries += last > i ? CONTENTS_TRIES : 1;
          i = last;
        }
    }
}

static gboolean
is_listed_heading (const Line *line)
{
  return (line->kind == LINE_ARTICLE || line->kind == LINE_CHAPTER || line->kind == LINE_ANNEX) &&
         line->text[line->rest_offset] != '\0' &&
         samen_covenant_text_heading_like (line->text, line->chars);
}

static char *
article_id (const Line *line)
{
  return g_strndup (line->text + line->id_offset, line->id_length);
}

/* Article headings one below the other, that all return later with their
 * text, are a table of contents too. */
static void
find_heading_runs (Document *document)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < document->lines->len; i++)
    if (line_at (document, i)->kind == LINE_ARTICLE)
      g_hash_table_replace (last, article_id (line_at (document, i)), GUINT_TO_POINTER (i));

  for (guint i = 0; i < document->lines->len; i++)
    {
      guint end = i, articles = 0;
      g_autofree char *id = NULL;

      while (end < document->lines->len && is_listed_heading (line_at (document, end)))
        {
          Line *line = line_at (document, end++);

          articles += line->kind == LINE_ARTICLE;
          if (id == NULL && line->kind == LINE_ARTICLE)
            id = article_id (line);
        }
      if (articles >= CONTENTS_RUN && GPOINTER_TO_UINT (g_hash_table_lookup (last, id)) >= end)
        for (guint j = i; j < end; j++)
          line_at (document, j)->kind = LINE_CONTENTS;
      if (end > i)
        i = end - 1;
    }
}

/* Whether a number alone on line @i may be that of the heading below it. */
static gboolean
numbers_heading (Document *document, guint i)
{
  const Line *below, *after;

  if (i + 2 >= document->lines->len)
    return FALSE;

  below = line_at (document, i + 1);
  after = line_at (document, i + 2);
  if (below->kind != LINE_TEXT || !samen_covenant_text_heading_like (below->text, below->chars))
    return FALSE;
  return !document->keyword_articles || after->kind == LINE_ARTICLE;
}

static gboolean
numbers_are_headings (Document *document)
{
  guint n = 0;

  for (guint i = 0; i < document->lines->len; i++)
    if (line_at (document, i)->kind == LINE_NUMBER)
      {
        if (!numbers_heading (document, i) || (guint) atoi (line_at (document, i)->text) != ++n)
          return FALSE;
      }

  return n >= 2;
}

/* A number alone on a line is a page number, unless it counts headings. */
static void
settle_numbers (Document *document)
{
  gboolean articles = !document->keyword_articles && numbers_are_headings (document);
  guint expected = 1;

  for (guint i = 0; i < document->lines->len; i++)
    {
      Line *line = line_at (document, i);

      if (line->kind != LINE_NUMBER)
        continue;
      line->kind = LINE_PAGE;
      if (!articles && (!document->keyword_articles || (guint) atoi (line->text) != expected ||
                        !numbers_heading (document, i)))
        continue;
      line->kind = articles ? LINE_ARTICLE : LINE_CHAPTER;
      line->keyword_length = line->rest_offset = line->length;
      line->id_length = line->length;
      expected++;
    }
}

static gboolean
beside_page (Document *document, guint i)
{
  return line_at (document, i)->page_break ||
         (i > 0 && line_at (document, i - 1)->kind == LINE_PAGE) ||
         (i + 1 < document->lines->len &&
          (line_at (document, i + 1)->kind == LINE_PAGE || line_at (document, i + 1)->page_break));
}

static char *
running_key (const Line *line)
{
  GString *key = g_string_sized_new (line->length);

  for (gsize i = 0; i < line->length; i++)
    if (!g_ascii_isdigit (line->text[i]))
      g_string_append_c (key, g_ascii_tolower (line->text[i]));
  return g_string_free (key, FALSE);
}

/* Whether another line on top of the text may be its title. */
static gboolean
has_other_title (Document *document, guint i)
{
  g_autofree char *key = running_key (line_at (document, i));

  for (guint j = 0; j < MIN (document->lines->len, TITLE_LINES); j++)
    {
      const Line *line = line_at (document, j);
      g_autofree char *other = running_key (line);

      if (line->kind == LINE_TEXT && samen_covenant_text_heading_like (line->text, line->chars) &&
          samen_covenant_text_has_title_word (line->text) && !g_str_equal (key, other))
        return TRUE;
    }

  return FALSE;
}

/* The name of the covenant, on top of or below each page without a number. It
 * is the title where there is no other. */
static void
find_repeated_titles (Document *document)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < document->lines->len; i++)
      {
        Line *line = line_at (document, i);
        g_autofree char *key = NULL;
        guint count;

        if (line->chars > SHORT_LINE || line->chars < REPEATED_MIN ||
            (line->kind != LINE_TEXT && line->kind != LINE_PAGE) ||
            samen_covenant_text_closed (line->text, line->length) ||
            samen_covenant_text_starts_lower (line->text) ||
            !samen_covenant_text_has_title_word (line->text))
          continue;
        key = running_key (line);
        count = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
        if (pass == 0)
          g_hash_table_replace (seen, g_steal_pointer (&key), GUINT_TO_POINTER (count + 1));
        else if (count >= REPEATED_TIMES && (i >= TITLE_LINES || has_other_title (document, i)))
          line->kind = LINE_PAGE;
      }
}

/* Short lines that stand beside a page number more than once are a header or
 * footer. */
static void
find_running_lines (Document *document)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < document->lines->len; i++)
      {
        Line *line = line_at (document, i);
        g_autofree char *key = NULL;
        guint count;

        if (line->kind != LINE_TEXT || line->chars > SHORT_LINE || !beside_page (document, i))
          continue;
        key = running_key (line);
        count = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
        if (pass == 0)
          g_hash_table_replace (seen, g_steal_pointer (&key), GUINT_TO_POINTER (count + 1));
        else if (count >= 2)
          line->kind = LINE_PAGE;
      }
}

static gboolean
is_section (const Line *line)
{
  return g_str_has_prefix (line->text, "§") || samen_covenant_text_begins (line->text, "paragraaf");
}

/* "§ 1" is what an article is called, where none is called "Artikel". */
static void
settle_sections (Document *document)
{
  guint n = 0;

  for (guint i = 0; i < document->lines->len; i++)
    {
      const Line *line = line_at (document, i);

      if (line->kind == LINE_ARTICLE)
        return;
      n += line->kind == LINE_CHAPTER && is_section (line);
    }
  if (n < 2)
    return;

  document->section_articles = TRUE;
  for (guint i = 0; i < document->lines->len; i++)
    if (line_at (document, i)->kind == LINE_CHAPTER && is_section (line_at (document, i)))
      line_at (document, i)->kind = LINE_ARTICLE;
}

static void
find_wrap (Document *document)
{
  guint counts[WRAP_MAX + 2] = { 0 };
  guint n = 0, seen = 0;

  for (guint i = 0; i < document->lines->len; i++)
    {
      const Line *line = line_at (document, i);

      if (line->kind == LINE_TEXT)
        {
          counts[MIN (line->chars, WRAP_MAX + 1)]++;
          n++;
        }
    }

  document->wrap = 0;
  for (guint width = 0; width <= WRAP_MAX + 1; width++)
    {
      seen += counts[width];
      if (n > 0 && seen >= n - n / 20)
        {
          if (width >= WRAP_MIN && width <= WRAP_MAX)
            document->wrap = width;
          return;
        }
    }
}

/**
 * samen_covenant_text_layout:
 * @document: with its lines
 *
 * Sets apart what belongs to the page and not to the text: page numbers,
 * running headers and the table of contents. Measures how lines are wrapped.
 */
void
samen_covenant_text_layout (Document *document)
{
  find_pages (document);
  find_contents (document);
  find_heading_runs (document);
  settle_sections (document);
  for (guint i = 0; i < document->lines->len; i++)
    {
      LineKind kind = line_at (document, i)->kind;

      document->keyword_articles |= kind == LINE_ARTICLE;
      document->keyword_chapters |= kind == LINE_CHAPTER;
    }
  settle_numbers (document);
  find_running_lines (document);
  find_repeated_titles (document);
  find_wrap (document);
  samen_covenant_text_find_end (document);
  samen_covenant_text_correct_lines (document);
}
