/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* Goes through the section of the parties; what a party's own sentence says
 * is read in covenant-text-persons.c. */

/* A longer paragraph is not taken apart. */
#define SPLIT_MAX 2000
#define SPLIT_PIECES 8

static const char *const collective_names[] = {
  "partijen",    "de partijen",   "convenantpartijen",      "convenantpartners", "parties",
  "the parties", "partij",        "samenwerkingspartners",  "deelnemers",        "partners",
  "de partners", "de deelnemers", "samenwerkende partijen",
};

static const char *const collective_starts[] = {
  "hierna",       "verder",    "gezamenlijk", "tezamen",          "samen",
  "partijen",     "nader",     "hereinafter", "jointly",          "together",
  "collectively", "en hierna", "en verder",   "en gezamenlijk",   "and hereinafter",
  "allen",        "alle",      "beiden",      "partijen genoemd", "(hierna",
  "(gezamenlijk", "elk",
};

static const char *const together_words[] = {
  "gezamenlijk", "tezamen", "samen", "jointly", "collectively", "together", "allen",
};

/* A line that cannot begin a party, and goes on with the one before. */
static const char *const continuations[] = {
  "hierna",     "verder",         "nader te noemen",   "hereinafter",
  "ten deze",   "ten dezen",      "te dezen",          "te deze",
  "in deze",    "hierbij",        "rechtsgeldig",      "vertegenwoordigd",
  "gevestigd",  "statutair",      "kantoorhoudende",   "zetelend",
  "handelend",  "handelende",     "ingeschreven",      "represented",
  "duly",       "acting",         "having its",        "namens deze",
  "adres",      "postadres",      "bezoekadres",       "kvk",
  "kvk-nummer", "contactpersoon", "vertegenwoordiger", "functie",
};

/* What the name of a group ends in, and a party's name begins with. */
static const char *const group_ends[] = {
  "instellingen", "organisaties", "onderwijs",  "zorg",     "opvang",
  "welzijn",      "werkgevers",   "gemeenten",  "scholen",  "overheden",
  "partners",     "bedrijven",    "aanbieders", "overheid", "partijen",
};

static const char *const party_starts[] = {
  "stichting", "vereniging", "gemeente", "coöperatie", "school", "roc",
};

static gboolean
begins_any (const char *text, const char *const *phrases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (samen_covenant_text_begins (text, phrases[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_connector (const char *text)
{
  return strlen (text) <= 4 &&
         (samen_covenant_text_begins (text, "en") || samen_covenant_text_begins (text, "and"));
}

static gboolean
is_collective_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (collective_names); i++)
    if (g_ascii_strcasecmp (name, collective_names[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
speaks_of_all (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (together_words); i++)
    if (samen_covenant_text_has_words (text, together_words[i]))
      return TRUE;

  return FALSE;
}

/* The name of all together in a sentence such as "Verder te noemen:
 * Partijen", or of a group: then @group is set. */
static char *
read_collective (const char *text, gboolean *group)
{
  g_autofree char *alias = NULL;

  *group = FALSE;
  if (strlen (text) > 400)
    return NULL;

  alias = samen_covenant_text_alias (text);
  if (alias == NULL)
    return NULL;
  /* "De school en de zorggroep, hierna te noemen: Partijen" */
  if (!begins_any (text, collective_starts, G_N_ELEMENTS (collective_starts)) &&
      ((!is_collective_name (alias) && !speaks_of_all (text)) || strstr (text, " en ") == NULL ||
       samen_covenant_text_has_words (text, "vertegenwoordigd") ||
       samen_covenant_text_has_words (text, "gevestigd")))
    return NULL;
  if (!is_collective_name (alias))
    {
      if (!speaks_of_all (text))
        return NULL;
      *group = TRUE;
    }
  return g_steal_pointer (&alias);
}

/**
 * samen_covenant_text_collective:
 * @text: a line
 * @all: (out): whether it names all parties, rather than a group of them
 *
 * Returns: whether it gives a name to parties together
 */
gboolean
samen_covenant_text_collective (const char *text, gboolean *all)
{
  gboolean group;
  g_autofree char *name = read_collective (text, &group);

  *all = !group;
  return name != NULL;
}

/**
 * samen_covenant_text_party_like:
 * @text: a paragraph
 *
 * Returns: whether it names a party, by how it is called or represented
 */
gboolean
samen_covenant_text_party_like (const char *text)
{
  g_autofree char *alias = NULL;

  if (strlen (text) > 3000)
    return FALSE;
  if (samen_covenant_text_has_words (text, "vertegenwoordigd door") ||
      samen_covenant_text_has_words (text, "represented by"))
    return TRUE;
  if (strstr (text, "te noemen") == NULL && strstr (text, "hierna") == NULL &&
      strstr (text, "hereinafter") == NULL)
    return FALSE;

  alias = samen_covenant_text_alias (text);
  return alias != NULL && samen_covenant_text_has_words (text, "gevestigd");
}

/* "Onderwijsinstellingen:" or "Zorg", above those that belong to it */
static gboolean
is_label (const Block *block)
{
  const char *text = block->text;
  gsize length = block->text_length;

  if (length == 0 || length > 200 || samen_covenant_text_introduction (text) != NULL)
    return FALSE;
  if (text[length - 1] == ':' || block->heading_level > 0)
    return TRUE;
  if (block->mark != NULL || !block->heading_like || length > 40 ||
      begins_any (text, party_starts, G_N_ELEMENTS (party_starts)))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (group_ends); i++)
    {
      gsize n = strlen (group_ends[i]);

      if (length >= n && g_ascii_strcasecmp (text + length - n, group_ends[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_party (PartyReader *reader, const Block *block)
{
  reader->party = samen_covenant_text_party_new (block->line, block->mark, block->text);
  reader->member = NULL;
  reader->labelled = is_label (block);
  reader->last_ordinal = block->style.ordinal;
  if (reader->tree->parties->len == 0)
    reader->style = block->style;
  g_ptr_array_add (reader->tree->parties, reader->party);
}

static void
add_member (PartyReader *reader, const Block *block)
{
  reader->member = samen_covenant_text_party_new (block->line, block->mark, block->text);
  g_ptr_array_add (reader->party->members, reader->member);
}

static void
add_to_current (PartyReader *reader, const Block *block)
{
  SamenCovenantTextParty *party = reader->member != NULL ? reader->member : reader->party;

  if (block->mark != NULL)
    samen_covenant_text_party_append (reader->tree, party, block->line, block->mark);
  samen_covenant_text_party_append (reader->tree, party, block->line, block->text);
}

/* Whether a paragraph without a mark goes on with the party before it. */
static gboolean
goes_on (const PartyReader *reader, const Block *block)
{
  const char *text = block->text;

  if (reader->party == NULL)
    return FALSE;
  if (is_connector (text) || begins_any (text, continuations, G_N_ELEMENTS (continuations)))
    return TRUE;
  if (samen_covenant_text_starts_lower (text))
    return !samen_covenant_text_party_like (text);
  if (reader->style.family == MARK_NONE || block->heading_level > 0)
    return FALSE;
  return !samen_covenant_text_party_like (text);
}

static gboolean
take_collective (PartyReader *reader, const Block *block)
{
  SamenCovenantText *tree = reader->tree;
  gboolean group;
  char *name = read_collective (block->text, &group);
  const char *mark = block->mark;
  /* "2. School A en School B, hierna gezamenlijk te noemen: de Scholen" is a party */
  gboolean listed = mark != NULL &&
                    !begins_any (block->text, collective_starts, G_N_ELEMENTS (collective_starts));

  if (name == NULL || reader->party == NULL || listed)
    {
      g_free (name);
      return FALSE;
    }
  if (group && (reader->party->members->len > 0 || tree->collective != NULL))
    {
      /* The name of a group stands below its members. */
      reader->member = NULL;
      add_to_current (reader, block);
      g_free (reader->party->alias);
      reader->party->alias = name;
      return TRUE;
    }

  if (mark != NULL)
    samen_covenant_text_line_append (tree, &tree->collective, block->line, mark, strlen (mark));
  samen_covenant_text_line_append (tree, &tree->collective, block->line, block->text,
                                   block->text_length);
  if (tree->collective_name == NULL)
    tree->collective_name = name;
  else
    g_free (name);
  samen_covenant_text_add_blanks (tree, block, SAMEN_COVENANT_TEXT_COLLECTIVE, 0);
  return TRUE;
}

/* A row has a line for each column. */
static void
add_row (PartyReader *reader, const Block *block)
{
  const PartyTable *table = &g_array_index (reader->tables, PartyTable, block->table);
  g_auto (GStrv) cells = g_strsplit (block->text, "\n", -1);

  add_party (reader, block);
  reader->labelled = FALSE;
  for (guint i = 0; i < table->n_columns && cells[i] != NULL; i++)
    {
      g_autoptr (GString) cell = g_string_new (cells[i]);

      /* A row that takes several lines has each of its columns on each */
      for (guint j = i + table->n_columns; j < g_strv_length (cells); j += table->n_columns)
        g_string_append_printf (cell, " %s", cells[j]);
      samen_covenant_text_party_tell (reader->party, table->fields[i], cell->str);
    }
}

/* "Naam: …" begins a party, "Functie: …" goes on with it. */
static gboolean
take_labelled (PartyReader *reader, const Block *block)
{
  const char *value = NULL;
  PartyField field = block->kind == LINE_TEXT && block->mark == NULL
                         ? samen_covenant_text_labelled (block->text, &value)
                         : FIELD_NONE;
  SamenCovenantTextParty *party = reader->member != NULL ? reader->member : reader->party;
  gboolean going = party != NULL && party->labelled;

  if (field == FIELD_NONE || *value == '\0')
    return FALSE;
  if (field == FIELD_ANY_NAME && going && reader->named == FIELD_NAME &&
      party->representatives->len == 0)
    field = FIELD_PERSON;
  if (field == FIELD_NAME || field == FIELD_ANY_NAME)
    {
      add_party (reader, block);
      reader->named = field;
      samen_covenant_text_party_tell (reader->party, field, value);
      return TRUE;
    }
  if (!going)
    return FALSE;
  add_to_current (reader, block);
  samen_covenant_text_party_tell (party, field, value);
  return TRUE;
}

static void
read_one (PartyReader *reader, const Block *block)
{
  gboolean marked = block->style.family != MARK_NONE;

  if (take_collective (reader, block) || take_labelled (reader, block))
    return;

  if (block->kind == LINE_ROW && reader->tables != NULL)
    add_row (reader, block);
  else if (reader->party == NULL)
    add_party (reader, block);
  else if (!marked && goes_on (reader, block))
    add_to_current (reader, block);
  else if (!marked && is_label (block))
    add_party (reader, block);
  else if (!marked && reader->labelled && reader->style.family == MARK_NONE)
    add_member (reader, block);
  else if (!marked)
    add_party (reader, block);
  else if (reader->style.family == MARK_NONE && !reader->labelled && reader->tree->parties->len > 1)
    add_party (reader, block);
  else if (samen_covenant_text_same_style (&reader->style, &block->style))
    add_party (reader, block);
  else if (reader->style.family == MARK_NONE && !reader->labelled &&
           reader->party->members->len == 0)
    {
      reader->style = block->style;
      add_party (reader, block);
    }
  else
    add_member (reader, block);

  samen_covenant_text_add_blanks (reader->tree, block, SAMEN_COVENANT_TEXT_PARTY,
                                  reader->tree->parties->len - 1);
}

/* Where the next party begins in a paragraph that names several: behind ", en"
 * when both sides introduce one. Returns 0 when there is none. */
static gsize
find_second (const char *text, gsize length)
{
  static const char *const joints[] = { ", en ", "; en ", ", and ", "; and ", "; " };
  const char *first, *last;

  if (length > SPLIT_MAX)
    return 0;

  first = last = samen_covenant_text_introduction (text);
  for (const char *p = first; p != NULL; p = samen_covenant_text_introduction (p))
    last = p;
  for (const char *p = first; p != NULL && p < last; p++)
    for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
      {
        const char *next = p + strlen (joints[i]);

        if (g_str_has_prefix (p, joints[i]) && next < last && !samen_covenant_text_has_title (next))
          return (gsize) (next - text);
      }

  return 0;
}

gsize
samen_covenant_text_joint (const char *text)
{
  static const char *const joints[] = { "en:", "and:" };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      gsize length = strlen (joints[i]);

      if (g_ascii_strncasecmp (text, joints[i], length) == 0 && text[length] == ' ')
        return length;
    }
  return 0;
}

void
samen_covenant_text_party_take (PartyReader *reader, const Block *block)
{
  add_party (reader, block);
  reader->labelled = FALSE;
  samen_covenant_text_add_blanks (reader->tree, block, SAMEN_COVENANT_TEXT_PARTY,
                                  reader->tree->parties->len - 1);
}

/**
 * samen_covenant_text_party_read:
 * @reader: where the section is
 * @block: its next paragraph
 *
 * Takes a paragraph of the section of the parties as a party, as a member of
 * one, as more words about it, or as the name of all together. A paragraph
 * that runs through several parties is taken apart.
 */
void
samen_covenant_text_party_read (PartyReader *reader, const Block *block)
{
  Block rest = *block;
  gsize length;
  guint pieces = 0;

  /* "En: Zorg Oost" begins with what stands for its mark */
  length =
      block->mark == NULL && block->kind == LINE_TEXT ? samen_covenant_text_joint (block->text) : 0;
  if (length > 0)
    {
      g_autofree char *mark = g_strndup (block->text, length);

      rest = samen_covenant_text_tail (block, length + 1);
      rest.mark = mark;
      read_one (reader, &rest);
      g_array_unref (rest.seams);
      return;
    }

  rest.seams = g_array_ref (block->seams);
  while (++pieces < SPLIT_PIECES && rest.style.family == MARK_NONE && rest.kind == LINE_TEXT &&
         (length = find_second (rest.text, rest.text_length)) > 0)
    {
      Block tail = samen_covenant_text_tail (&rest, length);
      Block head = rest;

      head.text = g_strndup (rest.text, length);
      head.text_length = length;
      read_one (reader, &head);
      g_free (head.text);
      g_array_unref (rest.seams);
      rest = tail;
      reader->party = NULL;
    }

  read_one (reader, &rest);
  g_array_unref (rest.seams);
}
