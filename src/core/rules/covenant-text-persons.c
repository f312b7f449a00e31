/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* Beyond this a party's text is no sentence about a party any more. */
#define SENTENCE_MAX 16384

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

static const char *const representative_phrases[] = {
  "vertegenwoordigd door",
  "represented by",
};

static const char *const seat_phrases[] = {
  "statutair gevestigd te",
  "statutair gevestigd in",
  "gevestigd en kantoorhoudende te",
  "gevestigd te",
  "gevestigd in",
  "kantoorhoudende te",
  "zetelend te",
  "having its registered office in",
  "established in",
};

static const char *const capacity_phrases[] = {
  "handelend als", "handelende als", "handelend namens",    "handelende namens",
  "handelend in",  "acting as",      "acting on behalf of",
};

/* Words before "vertegenwoordigd" that belong to the phrase. */
static const char *const qualifiers[] = {
  "ten",    "te",   "deze",   "dezen",     "in",      "hierbij", "rechtsgeldig", "op",
  "haar",   "zijn", "beurt",  "daartoe",   "bevoegd", "duly",    "legally",      "herein",
  "hereby", "en",   "hierin", "statutair", "volgens", "is",      "wordt",
};

/* Where a name ends when nothing else ends it. */
static const char *const name_ends[] = {
  "gevestigd",    "statutair", "kantoorhoudende", "zetelend",    "handelend", "handelende",
  "ingeschreven", "namens",    "having its",      "established", "acting",    "wonende",
};

static const char *const person_titles[] = {
  "de heer",
  "dhr.",
  "dhr",
  "mevrouw",
  "mevr.",
  "mw.",
  "mr.",
  "drs.",
  "dr.",
  "ir.",
  "ing.",
  "prof.",
  "Mr.",
  "Mrs.",
  "Ms.",
  "Mr",
  "de heer/mevrouw",
  "mevrouw/de heer",
  "de dames",
  "de heren",
};

typedef struct
{
  const char *start; /* of the phrase */
  const char *value; /* behind it */
} Found;

static gboolean
is_word_start (const char *text, const char *p)
{
  return p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

/* The first place where one of @phrases stands, and the longest of them. */
static gboolean
find_phrase (const char *text, const char *const *phrases, gsize n, Found *found)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_ascii_isalpha (*p) || !is_word_start (text, p))
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

static char *
strip_tail (char *text)
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
static char *
read_alias (const char *p)
{
  const char *end;
  g_autofree char *alias = NULL;

  p = skip_fillers (p);
  end = closing_quote (p);
  if (end != NULL && *p != '[')
    return g_strndup (g_utf8_next_char (p), (gsize) (end - g_utf8_next_char (p)));
  end = end != NULL ? end + 1 : end_of_alias (p);
  alias = strip_tail (g_strndup (p, (gsize) (end - p)));
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

static gboolean
find_alias (const char *text, Found *found)
{
  while (find_phrase (text, alias_phrases, G_N_ELEMENTS (alias_phrases), found))
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

  return find_alias (text, &found) ? read_alias (found.value) : NULL;
}

/**
 * samen_covenant_text_introduction:
 * @text: a sentence
 *
 * Returns: (nullable): the first place in it where a party is named with
 *   "hierna" or represented by somebody
 */
const char *
samen_covenant_text_introduction (const char *text)
{
  Found alias, person;
  gboolean named = find_alias (text, &alias);
  gboolean represented =
      find_phrase (text, representative_phrases, G_N_ELEMENTS (representative_phrases), &person);

  if (named && represented)
    return MIN (alias.value, person.value);
  if (named)
    return alias.value;
  return represented ? person.value : NULL;
}

/* Goes back over "ten deze rechtsgeldig". */
static const char *
start_of_phrase (const char *text, const char *p)
{
  for (;;)
    {
      const char *end = p, *start;
      gboolean found = FALSE;

      while (end > text && strchr (" ,(\n", end[-1]) != NULL)
        end--;
      for (start = end; start > text && g_ascii_isalpha (start[-1]); start--)
        ;
      for (gsize i = 0; i < G_N_ELEMENTS (qualifiers) && !found; i++)
        found = strlen (qualifiers[i]) == (gsize) (end - start) &&
                g_ascii_strncasecmp (start, qualifiers[i], (gsize) (end - start)) == 0;
      if (!found)
        return end;
      p = start;
    }
}

gboolean
samen_covenant_text_has_title (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (person_titles); i++)
    {
      gsize length = strlen (person_titles[i]);

      if (g_ascii_strncasecmp (text, person_titles[i], length) == 0 &&
          (text[length] == ' ' || text[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}

static char *
trimmed (const char *text, gsize length)
{
  char *copy = g_strndup (text, length);
  gsize n;

  g_strdelimit (copy, "\n", ' ');
  g_strstrip (copy);
  for (n = strlen (copy); n > 0 && strchr (" ,;:(", copy[n - 1]) != NULL; n--)
    copy[n - 1] = '\0';
  /* The full stop of a sentence, not that of "drs." or "B.V." */
  if (n > 4 && copy[n - 1] == '.' && g_ascii_islower (copy[n - 2]) &&
      g_ascii_islower (copy[n - 3]) && g_ascii_islower (copy[n - 4]) && copy[n - 5] != ' ')
    copy[n - 1] = '\0';
  return strip_tail (copy);
}

/* "haar burgemeester drs. A. Bos": where the title of the person begins. */
static const char *
find_title (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_word_start (text, p) && samen_covenant_text_has_title (p))
      return p;

  return NULL;
}

/* "haar wethouder" is a wethouder. */
static const char *
skip_possessive (const char *text)
{
  static const char *const words[] = { "haar ", "zijn ", "hun ",   "de ",
                                       "het ",  "its ",  "their ", "the " };

  text += strspn (text, " ,");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) == 0)
      return text + strlen (words[i]);

  return text;
}

static void
add_representative (SamenCovenantTextParty *party, const char *text)
{
  SamenCovenantTextRepresentative *person;
  const char *comma = strchr (text, ',');
  const char *title = find_title (text);
  g_autofree char *name = NULL;
  g_autofree char *function = NULL;

  if (title != NULL && title != text)
    {
      /* The function first: "de voorzitter, mevrouw X" */
      const char *end = strchr (title, ',');

      text = skip_possessive (text);
      function = trimmed (text, (gsize) MAX (title - text, 0));
      name = trimmed (title, end != NULL ? (gsize) (end - title) : strlen (title));
    }
  else if (comma != NULL)
    {
      name = trimmed (text, (gsize) (comma - text));
      comma = skip_possessive (comma);
      function = trimmed (comma, strlen (comma));
    }
  else
    name = trimmed (text, strlen (text));

  if (*name == '\0')
    return;
  if (function != NULL && *function == '\0')
    g_clear_pointer (&function, g_free);
  person = g_new0 (SamenCovenantTextRepresentative, 1);
  person->name = g_steal_pointer (&name);
  person->function = g_steal_pointer (&function);
  g_ptr_array_add (party->representatives, person);
}

/* Two persons are joined by "en" and the title of the second. */
static void
read_representatives (SamenCovenantTextParty *party, const char *text, gsize length)
{
  g_autofree char *copy = trimmed (text, length);
  const char *start = copy;

  for (const char *p = copy; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize skip = 0;
      g_autofree char *piece = NULL;

      if (g_str_has_prefix (p, " en ") || g_str_has_prefix (p, "; en "))
        skip = *p == ';' ? 5 : 4;
      else if (g_str_has_prefix (p, " and "))
        skip = 5;
      if (skip == 0 || p == start)
        continue;
      /* ", en Piet Pieters, directeur" */
      if (!samen_covenant_text_has_title (p + skip) &&
          !(p[-1] == ',' && strchr (p + skip, ',') != NULL &&
            !samen_covenant_text_starts_lower (p + skip)))
        continue;
      piece = trimmed (start, (gsize) (p - start));
      add_representative (party, piece);
      start = p + skip;
    }

  if (*start != '\0')
    add_representative (party, start);
}

static const char *
earliest (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return a < b ? a : b;
}

/* The value behind a phrase, up to a comma, semicolon or bracket. */
static char *
read_value (const char *text,
            const char *const *phrases,
            gsize n,
            gboolean whole,
            const char **first)
{
  Found found;
  const char *start;
  gsize length;

  if (!find_phrase (text, phrases, n, &found))
    return NULL;

  *first = earliest (*first, found.start);
  start = whole ? found.start : found.value;
  length = strcspn (start, ",;(\n");
  return trimmed (start, length);
}

/* ", te Zuiderveld" and not ", te dezen" */
static const char *
find_place (const char *text)
{
  const char *p = strstr (text, ", te ");

  if (p == NULL || samen_covenant_text_starts_lower (p + strlen (", te ")))
    return NULL;
  return p;
}

static char *
read_name (const char *text, const char *end)
{
  Found found;
  char *name;

  if (find_phrase (text, name_ends, G_N_ELEMENTS (name_ends), &found) && found.start > text)
    end = earliest (end, found.start);
  end = earliest (end, find_place (text));
  if (end == NULL)
    end = text + strcspn (text, ";\n");
  if (strcspn (text, "\n") < (gsize) (end - text) && end - text > 300)
    end = text + strcspn (text, "\n");

  name = trimmed (text, (gsize) (end - text));
  for (gsize n = strlen (name); n > 0 && strchr (".,;:", name[n - 1]) != NULL;)
    name[--n] = '\0';
  if (*name == '\0')
    g_clear_pointer (&name, g_free);
  return name;
}

/**
 * samen_covenant_text_party_details:
 * @party: with its text
 *
 * Reads from the party's sentence what it is called, where it has its seat,
 * who represents it and in which capacity. Its members are read too.
 */
void
samen_covenant_text_party_details (SamenCovenantTextParty *party)
{
  g_autofree char *text = NULL;
  const char *first = NULL, *alias = NULL;
  Found found;

  text = g_utf8_make_valid (party->text, (gssize) strnlen (party->text, SENTENCE_MAX));
  if (find_alias (text, &found))
    {
      alias = first = found.start;
      if (party->alias == NULL)
        party->alias = read_alias (found.value);
    }
  party->seat = read_value (text, seat_phrases, G_N_ELEMENTS (seat_phrases), FALSE, &first);
  party->capacity =
      read_value (text, capacity_phrases, G_N_ELEMENTS (capacity_phrases), TRUE, &first);

  if (find_phrase (text, representative_phrases, G_N_ELEMENTS (representative_phrases), &found))
    {
      const char *end = text + strlen (text);
      Found acting;

      first = earliest (first, start_of_phrase (text, found.start));
      if (alias != NULL && alias > found.value)
        end = alias;
      if (find_phrase (found.value, capacity_phrases, G_N_ELEMENTS (capacity_phrases), &acting))
        end = earliest (end, acting.start);
      end = earliest (end, found.value + strcspn (found.value, ";("));
      read_representatives (party, found.value, (gsize) (end - found.value));
    }

  party->name = read_name (text, first);
  party->group = party->members->len > 0;
  if (party->seat == NULL && find_place (text) != NULL)
    {
      const char *seat = find_place (text) + strlen (", te ");

      party->seat = trimmed (seat, strcspn (seat, ",;(\n"));
    }
  if (party->alias == NULL && party->mark != NULL &&
      g_ascii_strncasecmp (party->mark, "part", 4) == 0)
    party->alias = trimmed (party->mark, strlen (party->mark));
  for (guint i = 0; i < party->members->len; i++)
    samen_covenant_text_party_details (g_ptr_array_index (party->members, i));
}
