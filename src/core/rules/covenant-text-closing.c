/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* The end of a covenant: where its sentences end, the place and date below
 * them, and who signs. */

#define DATE_LINE_MAX 70
#define PLACE_WORDS 4
#define SENTENCE_MIN 20
#define LONG_LINE 100

static const char *const months[] = {
  "januari",  "februari",  "maart",   "april",    "mei",      "juni",    "juli",
  "augustus", "september", "oktober", "november", "december", "january", "february",
  "march",    "may",       "june",    "july",     "august",   "october",
};

static const char *const date_labels[] = {
  "Plaats:", "Datum:", "Plaats en datum", "Datum en plaats", "Handtekening", "Handtekeningen",
};

/* The day and month at @text: "4 mei", "…… mei", "[datum]" */
static gboolean
is_date (const char *text)
{
  gsize day = strspn (text, "0123456789._[]");

  if (samen_covenant_text_begins (text, "[datum]") || g_str_has_prefix (text, "___") ||
      g_str_has_prefix (text, "…") || g_str_has_prefix (text, "...") ||
      g_str_has_prefix (text, "[datum"))
    return TRUE;
  if (day == 0)
    return FALSE;
  day += strspn (text + day, " ");
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (samen_covenant_text_begins (text + day, months[i]))
      return TRUE;
  return FALSE;
}

/* "Zuiderveld, 4 mei 2026" or "Plaats: …": place and date on their own line */
static gboolean
is_date_line (const char *text)
{
  const char *comma = strchr (text, ',');
  guint words = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (date_labels); i++)
    if (samen_covenant_text_begins (text, date_labels[i]) ||
        g_str_has_prefix (text, date_labels[i]))
      return TRUE;
  if (strlen (text) > DATE_LINE_MAX || samen_covenant_text_starts_lower (text))
    return FALSE;
  if (comma == NULL)
    return is_date (text);
  for (const char *p = text; p < comma; p++)
    words += *p == ' ';
  comma += 1 + strspn (comma + 1, " ");
  if (samen_covenant_text_begins (comma, "op") || samen_covenant_text_begins (comma, "d.d."))
    comma += strcspn (comma, " ") + strspn (comma + strcspn (comma, " "), " ");
  return words <= PLACE_WORDS && is_date (comma);
}

static const char *
skip_namens (const char *text)
{
  static const char *const words[] = { "Namens ", "namens ", "Voor ", "For ", "On behalf of " };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);
  return NULL;
}

/**
 * samen_covenant_text_ends:
 * @document: the text
 * @block: a paragraph
 *
 * Returns: whether the text ends there: a place and date, or somebody who
 *   signs, below the last sentence.
 */
gboolean
samen_covenant_text_ends (const Document *document, const Block *block)
{
  return block->kind == LINE_TEXT && block->mark == NULL && block->line > document->last_prose &&
         document->last_prose > 0 &&
         (is_date_line (block->text) || skip_namens (block->text) != NULL);
}

static gboolean
is_prose (const Line *line)
{
  Mark mark;

  if (line->kind == LINE_TABLE || line->kind == LINE_ROW)
    return TRUE;
  if (line->kind != LINE_TEXT || skip_namens (line->text) != NULL)
    return FALSE;
  if (line->chars >= LONG_LINE ||
      (line->chars >= SENTENCE_MIN && strchr (".;", line->text[line->length - 1]) != NULL))
    return TRUE;
  return samen_covenant_text_mark (line->text, line->gap_first, &mark) &&
         mark.family != MARK_UPPER && mark.length < line->length;
}

/* Finds the last line of a sentence or list; below it only names, places and
 * dates stand. */
void
samen_covenant_text_find_end (Document *document)
{
  document->last_prose = 0;
  for (guint i = 0; i < document->lines->len; i++)
    {
      const Line *line = &g_array_index (document->lines, Line, i);

      if (line->kind == LINE_ANNEX && document->last_prose > 0 && line->after_blank)
        return;
      if (is_prose (line))
        document->last_prose = line->number;
    }
}

/* ---- parties known by their signatures only ---- */

static SamenCovenantTextParty *
add_signer (SamenCovenantText *tree, guint line, const char *text)
{
  SamenCovenantTextParty *party = samen_covenant_text_party_new (line, NULL, "");
  gsize length = strcspn (text, ",:(");
  g_autofree char *name = g_strndup (text, length);

  party->pieces = 0;
  samen_covenant_text_party_tell (party, FIELD_NAME, name);
  if (text[length] == ',')
    samen_covenant_text_party_tell (party, FIELD_PERSON, text + length + 1);
  if (party->name == NULL)
    party->name = g_strdup (name);
  g_ptr_array_add (tree->parties, party);
  return party;
}

/* "Namens A:" and "Namens B:" beside each other have their persons below. */
static void
add_persons (SamenCovenantText *tree, char **cells, guint first)
{
  guint n = tree->parties->len - first;

  if (g_strv_length (cells) != n)
    return;
  for (guint i = 0; i < n; i++)
    {
      SamenCovenantTextParty *party = g_ptr_array_index (tree->parties, first + i);
      gboolean person = samen_covenant_text_has_title (cells[i]) ||
                        (g_ascii_isupper (cells[i][0]) && cells[i][1] == '.');

      if (person && party->representatives->len == 0)
        samen_covenant_text_party_tell (party, FIELD_PERSON, cells[i]);
    }
}

/**
 * samen_covenant_text_signers:
 * @tree: a tree without parties
 *
 * Takes those for parties on whose behalf somebody signs. Their words stay
 * with the signatures.
 */
void
samen_covenant_text_signers (SamenCovenantText *tree)
{
  guint row = G_MAXUINT;

  for (guint i = 0; i < tree->signatures->len; i++)
    {
      const SamenCovenantTextLine *line = g_ptr_array_index (tree->signatures, i);
      g_auto (GStrv) cells = g_strsplit (line->text, "\t", -1);
      guint first = tree->parties->len;
      guint n = 0;

      while (!line->plain && cells[n] != NULL && skip_namens (cells[n]) != NULL &&
             strlen (cells[n]) < 200)
        n++;
      if (n > 0 && cells[n] == NULL)
        {
          row = first;
          for (guint j = 0; j < n; j++)
            add_signer (tree, line->line, skip_namens (cells[j]));
        }
      else if (row != G_MAXUINT)
        {
          add_persons (tree, cells, row);
          row = G_MAXUINT;
        }
    }
}
