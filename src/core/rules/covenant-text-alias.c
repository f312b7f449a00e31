/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* The short name that a party's sentence gives it. */

/* Longer phrases before their own beginnings. */
static const char *const alias_phrases[] = {
  "hierna gezamenlijk en ieder afzonderlijk te noemen",
  "hierna ook wel te noemen",
  "hierna gezamenlijk te noemen",
  "hierna tezamen te noemen",
  "hierna tevens te noemen",
  "hierna te noemen (ook)",
  "hierna ook te noemen",
  "hierna te noemen",
  "hierna ook genoemd",
  "hierna gezamenlijk genoemd",
  "hierna gezamenlijk aangeduid als",
  "hierna aan te duiden als",
  "hierna aangeduid als",
  "hierna genoemd",
  "hierna gezamenlijk",
  "hierna",
  "gezamenlijk verder te noemen",
  "verder gezamenlijk te noemen",
  "verder aan te duiden als",
  "verder aangeduid als",
  "verder te noemen",
  "verder genoemd",
  "verder",
  "nader te noemen",
  "gezamenlijk aan te duiden als",
  "gezamenlijk verder aan te duiden als",
  "gezamenlijk aangeduid als",
  "gezamenlijk te noemen",
  "gezamenlijk genoemd",
  "tezamen te noemen",
  "tezamen genoemd",
  "samen te noemen",
  "te noemen",
  "hereinafter jointly referred to as",
  "hereinafter collectively referred to as",
  "hereinafter referred to as",
  "hereinafter to be called",
  "hereinafter called",
  "hereinafter",
  "hereafter referred to as",
  "hereafter",
  "jointly referred to as",
  "collectively referred to as",
  "together referred to as",
};

/* Between such a phrase and the name */
static const char *const fillers[] = {
  "te noemen",    "genoemd",
  "aangeduid",    "aan te duiden",
  "ook",          "wel",
  "tevens",       "verder",
  "gezamenlijk",  "tezamen",
  "samen",        "als",
  "as",           "referred to",
  "jointly",      "called",
  "collectively", "en ieder afzonderlijk",
};

gboolean
samen_covenant_text_word_start (const char *text, const char *p)
{
  return p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

gboolean
samen_covenant_text_find (const char *text, const char *const *phrases, gsize n, Found *found)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_ascii_isalpha (*p) || !samen_covenant_text_word_start (text, p))
        continue;
      for (gsize i = 0; i < n; i++)
        if (samen_covenant_text_begins (p, phrases[i]))
          {
            found->start = p;
            found->value = p + strlen (phrases[i]);
            return TRUE;
          }
    }

  return FALSE;
}

typedef struct
{
  gunichar open;
  gunichar close;
} Quote;

static const Quote quotes[] = {
  { '"', '"' },       { '\'', '\'' },     { 0x2018, 0x2019 },
  { 0x201c, 0x201d }, { 0x201e, 0x201d }, { 0x201d, 0x201d },
  { 0x2019, 0x2019 }, { 0xab, 0xbb },     { '[', ']' },
};

static const char *
closing_quote (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (quotes[i].open == c)
      {
        const char *p = g_utf8_next_char (text);

        for (; *p != '\0'; p = g_utf8_next_char (p))
          if (g_utf8_get_char (p) == quotes[i].close &&
              !g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (p))))
            return p;
        return NULL;
      }

  return NULL;
}

/* The end of a name without quotes. A full stop ends it only where the
 * sentence ends: "St. Jan" goes on. */
static const char *
end_of_alias (const char *p)
{
  const char *start = p;

  for (; *p != '\0' && *p != ';' && *p != ',' && *p != ')' && *p != '\n'; p++)
    if (*p == '.' && (p[1] == '\0' || (p[1] == ' ' && p - start > 3)))
      break;
  return p;
}

char *
samen_covenant_text_strip_tail (char *text)
{
  gsize length;

  g_strchomp (text);
  length = strlen (text);
  if (length > 3 && strcmp (text + length - 3, " en") == 0)
    text[length - 3] = '\0';
  else if (length > 4 && strcmp (text + length - 4, " and") == 0)
    text[length - 4] = '\0';
  return g_strchomp (text);
}

/* de 'Scholen' is de Scholen; the d' of a name stays. */
static void
unquote (char *alias)
{
  char *space = strchr (alias, ' ');
  const char *end = space != NULL ? closing_quote (space + 1) : NULL;

  if (end == NULL || *g_utf8_next_char (end) != '\0' || space[1] == '[')
    return;
  alias[end - alias] = '\0';
  memmove (space + 1, g_utf8_next_char (space + 1), strlen (g_utf8_next_char (space + 1)) + 1);
}

/* Goes over "gezamenlijk ook te noemen:" */
static const char *
skip_fillers (const char *p)
{
  gboolean found = TRUE;

  while (found)
    {
      p += strspn (p, ": ,\n");
      found = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (fillers) && !found; i++)
        if (samen_covenant_text_begins (p, fillers[i]))
          {
            p += strlen (fillers[i]);
            found = TRUE;
          }
    }

  return p;
}

/* Reads what follows "hierna te noemen". */
char *
samen_covenant_text_read_alias (const char *p)
{
  const char *end;
  g_autofree char *alias = NULL;

  p = skip_fillers (p);
  end = closing_quote (p);
  if (end != NULL && *p != '[')
    return g_strndup (g_utf8_next_char (p), (gsize) (end - g_utf8_next_char (p)));
  end = end != NULL ? end + 1 : end_of_alias (p);
  alias = samen_covenant_text_strip_tail (g_strndup (p, (gsize) (end - p)));
  unquote (alias);
  if (*alias == '\0' || strlen (alias) > 200)
    return NULL;
  return g_steal_pointer (&alias);
}

/* "hierna" alone is a name's introduction only before a name. */
static gboolean
is_alias (const Found *found)
{
  gsize length = (gsize) (found->value - found->start);
  const char *p = found->value + strspn (found->value, " :(");

  if (length > strlen ("hereinafter") || memchr (found->start, ' ', length))
    return TRUE;
  if (found->value[0] == ':' || found->value[strspn (found->value, " ")] == ':')
    return TRUE;
  if (samen_covenant_text_begins (found->start, "verder"))
    return FALSE;
  return !samen_covenant_text_starts_lower (p) || samen_covenant_text_begins (p, "de") ||
         samen_covenant_text_begins (p, "het") || samen_covenant_text_begins (p, "the");
}

gboolean
samen_covenant_text_find_alias (const char *text, Found *found)
{
  while (samen_covenant_text_find (text, alias_phrases, G_N_ELEMENTS (alias_phrases), found))
    {
      if (is_alias (found))
        return TRUE;
      text = found->value;
    }

  return FALSE;
}

/**
 * samen_covenant_text_alias:
 * @text: a sentence
 *
 * Returns: (transfer full) (nullable): the name that it gives with "hierna te
 *   noemen" or the like
 */
char *
samen_covenant_text_alias (const char *text)
{
  Found found;

  return samen_covenant_text_find_alias (text, &found)
             ? samen_covenant_text_read_alias (found.value)
             : NULL;
}

/* Whether letters such as "SVOK" may stand for a name */
static gboolean
is_acronym (const char *text, gsize length)
{
  gsize upper = 0;

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isupper (text[i]))
      upper++;
    else if (text[i] != '.' && text[i] != '-' && text[i] != '&' && !g_ascii_islower (text[i]))
      return FALSE;
  return upper >= 3 || (upper >= 2 && upper == length);
}

/* Whether what stands between brackets behind @name is its short name: in
 * quotes, in capitals, or a word of the name itself. */
static gboolean
is_short_name (const char *name, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  const char *end = closing_quote (copy);

  if (end != NULL && *copy != '[')
    return *g_utf8_next_char (end) == '\0';
  if (length > 30 || length < 2 || strpbrk (copy, ",;:0123456789") != NULL)
    return FALSE;
  if (is_acronym (copy, length))
    return TRUE;
  return g_unichar_isupper (g_utf8_get_char (copy)) && g_strstr_len (name, text - name, copy);
}

gboolean
samen_covenant_text_find_bracket (const char *text, Found *found)
{
  const char *stop = text + strcspn (text, ",;\n");

  for (const char *p = strchr (text, '('); p != NULL && p < stop; p = strchr (p + 1, '('))
    {
      const char *end = strchr (p, ')');

      if (end == NULL)
        return FALSE;
      if (p > text && is_short_name (text, p + 1, (gsize) (end - p - 1)))
        {
          found->start = p;
          found->value = p + 1;
          return TRUE;
        }
    }

  return FALSE;
}
