/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* Beyond this a party's text is no sentence about a party any more. */
#define SENTENCE_MAX 16384

static const char *const representative_phrases[] = {
  "vertegenwoordigd door", "in de persoon van", "namens dit college",
  "namens deze",           "namens dezen",      "represented by",
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
  "ten",     "te",     "deze",   "dezen",  "in",      "hierbij",     "rechtsgeldig",
  "op",      "haar",   "zijn",   "beurt",  "daartoe", "bevoegd",     "duly",
  "legally", "herein", "hereby", "en",     "hierin",  "statutair",   "volgens",
  "is",      "wordt",  "hierna", "verder", "nader",   "gezamenlijk",
};

/* What begins behind a seat or a capacity */
static const char *const value_ends[] = {
  "en kantoorhoudende",
  "en kantoor",
  "kantoorhoudende",
  "vertegenwoordigd",
  "rechtsgeldig vertegenwoordigd",
  "ten deze",
  "te dezen",
  "represented by",
};

/* What somebody is, behind a name without a comma */
static const char *const functions[] = {
  "in de functie van",
  "in de hoedanigheid van",
  "in zijn hoedanigheid",
  "in haar hoedanigheid",
  "directeur",
  "bestuurder",
  "voorzitter",
  "wethouder",
  "burgemeester",
  "rector",
  "manager",
  "secretaris",
  "lid",
  "minister",
  "gevolmachtigde",
  "hoofd",
  "algemeen",
  "adjunct",
  "gedeputeerde",
  "bestuursvoorzitter",
  "teamleider",
  "coördinator",
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
  gboolean named = samen_covenant_text_find_alias (text, &alias);
  gboolean represented = samen_covenant_text_find (text, representative_phrases,
                                                   G_N_ELEMENTS (representative_phrases), &person);

  if (named && represented)
    return MIN (alias.value, person.value);
  if (named)
    return alias.value;
  return represented ? person.value : NULL;
}

const char *
samen_covenant_text_phrase_start (const char *text, const char *p)
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

/* "haar burgemeester drs. A. Bos": where the title of the person begins. */
static const char *
find_title (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (samen_covenant_text_word_start (text, p) && samen_covenant_text_has_title (p))
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

/* "directeur-bestuurder J. Smolders": where the name begins behind a function
 * in small letters, or NULL. */
static const char *
find_initials (const char *text)
{
  if (!samen_covenant_text_starts_lower (text))
    return NULL;
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (g_ascii_isupper (p[1]) && p[2] == '.')
      return p + 1;
    else if (!g_ascii_islower (p[1]))
      return NULL;
  return NULL;
}

/* "(directeur)" behind a person's name: the name ends where it begins. */
static char *
read_bracket (const char *text, const char **end)
{
  const char *open = strchr (text, '(');
  gsize length = open != NULL ? strcspn (open, ")") : 0;

  if (open == NULL || open == text || open[length] != ')')
    return NULL;
  for (gsize i = 1; i < length; i++)
    if (g_ascii_isdigit (open[i]) || open[i] == ':')
      return NULL;
  *end = open;
  return samen_covenant_text_trimmed (open + 1, length - 1);
}

/* "in de functie van directeur" is directeur; a seat behind it is no part. */
static char *
read_function (const char *text)
{
  static const char *const leads[] = {
    "in de functie van ",        "in de hoedanigheid van ", "in zijn hoedanigheid van ",
    "in haar hoedanigheid van ", "in functie van ",
  };
  const char *end;
  gsize length;

  text = skip_possessive (text);
  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_ascii_strncasecmp (text, leads[i], strlen (leads[i])) == 0)
      text = skip_possessive (text + strlen (leads[i]));
  length = strlen (text);
  end = samen_covenant_text_name_end (text);
  if (end != NULL && end > text + 1 && end[-2] == ',')
    length = (gsize) (end - text);
  return samen_covenant_text_trimmed (text, length);
}

/* "haar voorzitter": what somebody is, behind the "haar", or NULL */
static const char *
find_possessed (const char *text)
{
  const char *function = skip_possessive (text);
  Found found;

  return function != text &&
                 samen_covenant_text_find (function, functions, G_N_ELEMENTS (functions), &found) &&
                 found.start == function && g_ascii_islower (*function)
             ? function
             : NULL;
}

/* What makes a name that of an organisation, or of a department: "haar bestuurder Stichting Zorg" */
static const char *const no_person[] = {
  "stichting", "vereniging", "coöperatie", "maatschap", "gemeente", "holding",   "groep", "b.v.",
  "bv",        "n.v.",       "nv",         "u.a.",      "zorg",     "onderwijs", NULL,
};

static gboolean
is_particle (const char *word)
{
  static const char *const particles[] = {
    "van", "de", "den", "der", "ten", "ter", "te", "la", NULL
  };

  return g_strv_contains (particles, word);
}

/* "Piet van den Berg": two words or more with a capital, and what stands between those of a name */
static gboolean
is_bare_name (const char *text, gsize length)
{
  g_autofree char *name = samen_covenant_text_trimmed (text, length);
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n_capitals = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (words[i], -1);
      gboolean is_capital = g_unichar_isupper (g_utf8_get_char (words[i]));

      if (g_strv_contains (no_person, folded) || (!is_capital && !is_particle (words[i])) ||
          (!is_capital && words[i + 1] == NULL))
        return FALSE;
      n_capitals += is_capital;
    }
  return n_capitals >= 2;
}

/* "directeur Piet Pieters": where the name begins behind a function in small letters, or NULL */
static const char *
find_bare_name (const char *function)
{
  const char *name = function;

  while (name != NULL && g_unichar_islower (g_utf8_get_char (name)))
    {
      name = strpbrk (name, " ,(");
      name = name != NULL && *name == ' ' ? name + 1 : NULL;
    }
  return name != NULL && is_bare_name (name, strcspn (name, ",(")) ? name : NULL;
}

/* "haar voorzitter, Jan Jansen" and "haar voorzitter Jan Jansen": where the name begins, or NULL */
static const char *
find_name_behind (const char *text)
{
  const char *function = find_possessed (text);
  const char *comma = function != NULL ? strchr (function, ',') : NULL;
  const char *bare = function != NULL ? find_bare_name (function) : NULL;

  if (bare != NULL)
    return bare;
  if (comma == NULL)
    return NULL;
  comma += 1 + strspn (comma + 1, " ");
  return g_unichar_isupper (g_utf8_get_char (comma)) ? comma : NULL;
}

/* "haar voorzitter" alone does not say who. */
static gboolean
is_nobody (const char *text)
{
  return find_possessed (text) != NULL && strpbrk (text, ",(") == NULL;
}

static void
add_representative (SamenCovenantTextParty *party, const char *text)
{
  SamenCovenantTextRepresentative *person;
  const char *title = find_title (text);
  const char *bracket = NULL;
  g_autofree char *name = NULL;
  g_autofree char *function = read_bracket (text, &bracket);
  const char *comma = strchr (text, ',');

  if (title == NULL)
    title = find_initials (text);
  if (title == NULL)
    title = find_name_behind (text);
  if (title == NULL && is_nobody (text))
    return;
  if (title != NULL && title != text)
    {
      /* The function first: "de voorzitter, mevrouw X" */
      const char *end = samen_covenant_text_earliest (
          strchr (title, ','), bracket != NULL && bracket > title ? bracket : NULL);

      text = skip_possessive (text);
      g_free (function);
      function = samen_covenant_text_trimmed (text, (gsize) MAX (title - text, 0));
      name =
          samen_covenant_text_trimmed (title, end != NULL ? (gsize) (end - title) : strlen (title));
    }
  else if (comma != NULL && (bracket == NULL || comma < bracket))
    {
      name = samen_covenant_text_trimmed (text, (gsize) (comma - text));
      g_free (function);
      function = read_function (comma);
    }
  else
    {
      const char *end = bracket != NULL ? bracket : text + strlen (text);
      Found found;

      if (function == NULL &&
          samen_covenant_text_find (text, functions, G_N_ELEMENTS (functions), &found) &&
          found.start > text && g_ascii_islower (*found.start))
        {
          end = found.start;
          function = read_function (end);
        }
      name = samen_covenant_text_trimmed (text, (gsize) (end - text));
    }

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
  gsize skip_first = MIN (strspn (text, " :"), length);
  g_autofree char *copy = samen_covenant_text_trimmed (text + skip_first, length - skip_first);
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
      piece = samen_covenant_text_trimmed (start, (gsize) (p - start));
      add_representative (party, piece);
      start = p + skip;
    }

  if (*start != '\0')
    add_representative (party, start);
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

  if (!samen_covenant_text_find (text, phrases, n, &found))
    return NULL;

  *first = samen_covenant_text_earliest (*first, found.start);
  start = whole ? found.start : found.value;
  length = strcspn (start, ",;(\n");
  /* The next thing that is said, where no comma stands before it */
  if (samen_covenant_text_find_alias (start, &found))
    length = MIN (length, (gsize) (found.start - start));
  if (samen_covenant_text_find (start, value_ends, G_N_ELEMENTS (value_ends), &found) &&
      found.start > start)
    length = MIN (length, (gsize) (found.start - start));
  return samen_covenant_text_trimmed (start, length);
}

static void
read_persons (SamenCovenantTextParty *party,
              const char *text,
              const char *alias,
              const char **first)
{
  const char *end = text + strlen (text);
  Found found, acting;

  if (!samen_covenant_text_find (text, representative_phrases,
                                 G_N_ELEMENTS (representative_phrases), &found))
    return;

  *first =
      samen_covenant_text_earliest (*first, samen_covenant_text_phrase_start (text, found.start));
  if (alias != NULL && alias > found.value)
    end = alias;
  if (samen_covenant_text_find (found.value, capacity_phrases, G_N_ELEMENTS (capacity_phrases),
                                &acting))
    end = samen_covenant_text_earliest (end, acting.start);
  end = samen_covenant_text_earliest (end, found.value + strcspn (found.value, ";"));
  read_representatives (party, found.value, (gsize) (end - found.value));
}

/* "De Minister, mevrouw A. Bos": the person stands behind the name. */
static void
read_aside (SamenCovenantTextParty *party, const char *text, const char **first)
{
  const char *comma = strchr (text, ',');
  const char *end = *first != NULL ? *first : text + strcspn (text, ";\n");

  /* The name may have commas itself: "de minister van Zorg, Welzijn en Sport" */
  while (comma != NULL && comma < end &&
         !samen_covenant_text_has_title (comma + 1 + strspn (comma + 1, " ")))
    comma = strchr (comma + 1, ',');
  if (comma == NULL || comma >= end)
    return;
  read_representatives (party, comma + 1, (gsize) (end - comma - 1));
  *first = comma;
}

void
samen_covenant_text_party_tell (SamenCovenantTextParty *party, PartyField field, const char *value)
{
  g_autofree char *copy = samen_covenant_text_trimmed (value, strlen (value));

  party->labelled = TRUE;
  if (*copy == '\0')
    return;
  switch (field)
    {
    case FIELD_NAME:
    case FIELD_ANY_NAME:
      if (party->name == NULL)
        party->name = samen_covenant_text_read_name (copy, copy + strlen (copy));
      break;
    case FIELD_SEAT:
      if (party->seat == NULL)
        party->seat = g_steal_pointer (&copy);
      break;
    case FIELD_ALIAS:
      if (party->alias == NULL)
        party->alias = samen_covenant_text_read_alias (copy);
      break;
    case FIELD_PERSON:
      read_representatives (party, copy, strlen (copy));
      break;
    case FIELD_FUNCTION:
      if (party->representatives->len > 0)
        {
          SamenCovenantTextRepresentative *person = g_ptr_array_index (party->representatives, 0);

          if (person->function == NULL)
            person->function = g_steal_pointer (&copy);
        }
      break;
    case FIELD_OTHER:
    case FIELD_NONE:
    default:
      break;
    }
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
  const char *first = NULL, *alias = NULL, *place = NULL;
  Found found;

  party->group = party->members->len > 0;
  for (guint i = 0; i < party->members->len; i++)
    samen_covenant_text_party_details (g_ptr_array_index (party->members, i));
  if (party->labelled)
    return;

  text = g_utf8_make_valid (party->text, (gssize) strnlen (party->text, SENTENCE_MAX));
  if (samen_covenant_text_find_alias (text, &found) ||
      (party->alias == NULL && samen_covenant_text_find_bracket (text, &found)))
    {
      alias = found.start;
      first = samen_covenant_text_phrase_start (text, found.start);
      if (party->alias == NULL)
        party->alias = samen_covenant_text_read_alias (found.value);
    }
  party->seat = read_value (text, seat_phrases, G_N_ELEMENTS (seat_phrases), FALSE, &first);
  party->capacity =
      read_value (text, capacity_phrases, G_N_ELEMENTS (capacity_phrases), TRUE, &first);
  read_persons (party, text, alias, &first);

  if (party->representatives->len == 0)
    read_aside (party, text, &first);

  if (samen_covenant_text_find_address (text, &place) != NULL)
    first = samen_covenant_text_earliest (first, samen_covenant_text_find_address (text, &place));
  party->name = samen_covenant_text_read_name (text, first);
  if (party->seat == NULL && place != NULL)
    party->seat = samen_covenant_text_trimmed (place, strcspn (place, ",;(\n"));
  if (party->seat == NULL && party->name != NULL &&
      samen_covenant_text_find_place_behind (party->name) != NULL)
    {
      char *behind =
          party->name + (samen_covenant_text_find_place_behind (party->name) - party->name);

      party->seat = g_strdup (behind + strlen (" te "));
      *behind = '\0';
    }
  if (party->seat == NULL && samen_covenant_text_find_place (text) != NULL)
    {
      const char *seat = samen_covenant_text_find_place (text) + strlen (", te ");

      party->seat = samen_covenant_text_trimmed (seat, strcspn (seat, ",;(\n"));
    }
  if (party->alias == NULL && party->mark != NULL &&
      g_ascii_strncasecmp (party->mark, "part", 4) == 0)
    party->alias = samen_covenant_text_trimmed (party->mark, strlen (party->mark));
}
