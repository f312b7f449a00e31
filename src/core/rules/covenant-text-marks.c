/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

static const gunichar bullets[] = {
  '-',    0x2013, 0x2014, 0x2212, 0x2022, '*',    0xb7,   0x25cf, 0x25cb,
  0x25aa, 0x25ab, 0x25e6, 0x2219, 0x27a2, 0x2713, 0xf0b7, 0xf0a7, 0xfffd,
};

/* The value of a Roman number up to 39 in one case, or 0. Larger ones do not
 * occur, and would only turn words into numbers. */
guint
samen_covenant_text_roman (const char *text, gsize length)
{
  static const char *const tens[] = { "", "x", "xx", "xxx" };
  static const char *const ones[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };
  char wanted[8];

  if (length == 0 || length > 7)
    return 0;

  for (guint value = 1; value < 40; value++)
    {
      g_snprintf (wanted, sizeof wanted, "%s%s", tens[value / 10], ones[value % 10]);
      if (strlen (wanted) == length && g_ascii_strncasecmp (text, wanted, length) == 0)
        return value;
    }

  return 0;
}

static gboolean
finish (const char *text, gsize mark_length, Mark *mark)
{
  gsize spaces = strspn (text + mark_length, " ");

  if (spaces == 0 && text[mark_length] != '\0')
    return FALSE;

  mark->mark_length = mark_length;
  mark->length = mark_length + spaces;
  return TRUE;
}

static gboolean
parse_bullet (const char *text, Mark *mark)
{
  gunichar c = g_utf8_get_char (text);
  gsize length = (gsize) (g_utf8_next_char (text) - text);
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (bullets) && !found; i++)
    found = bullets[i] == c;
  if (!found && !(c == 'o' && text[1] == ' '))
    return FALSE;
  /* A dash alone is a mark without text, not a mark of the next line. */
  if (text[length] != ' ')
    return FALSE;

  mark->family = MARK_BULLET;
  mark->bullet = c;
  mark->ordinal = 1;
  return finish (text, length, mark);
}

/* 1 or 1.2.3, up to three digits each: 2012 is a year. */
static gsize
parse_levels (const char *text, Mark *mark)
{
  gsize n = 0;

  mark->n_levels = 0;
  while (mark->n_levels < MAX_LEVELS)
    {
      gsize digits = strspn (text + n, "0123456789");

      if (digits == 0 || digits > 3 || (digits > 1 && text[n] == '0'))
        return 0;
      mark->levels[mark->n_levels++] = (guint) atoi (text + n);
      n += digits;
      if (text[n] != '.' || !g_ascii_isdigit (text[n + 1]))
        break;
      n++;
    }

  return g_ascii_isdigit (text[n]) ? 0 : n;
}

static gboolean
parse_delim (const char *text, gsize *n, gboolean opened, Mark *mark)
{
  gunichar c = g_utf8_get_char (text + *n);

  if (c == ')')
    {
      mark->delim = opened ? DELIM_PARENS : DELIM_PAREN;
      *n += 1;
    }
  else if (opened)
    return FALSE;
  else if (c == '.' || c == ':')
    {
      mark->delim = DELIM_DOT;
      *n += 1;
      if (text[*n] == ')') /* "1.)" */
        *n += 1;
    }
  else
    mark->delim = DELIM_NONE;

  return TRUE;
}

/* 1°, 1º, or 1o as typed on a machine */
static gboolean
is_degree (const char *text, gsize *length)
{
  gunichar c = g_utf8_get_char (text);

  *length = c == 'o' ? 1 : 2;
  if (text[*length] == '.' || text[*length] == ')')
    *length += 1;
  return c == 0xb0 || c == 0xba || c == 'o';
}

static gboolean
parse_number (const char *text, gboolean opened, Mark *mark)
{
  gsize n = opened ? 1 : 0;
  gsize digits = parse_levels (text + n, mark);
  gsize degree;

  if (digits == 0)
    return FALSE;

  n += digits;
  mark->ordinal = mark->levels[mark->n_levels - 1];
  if (!opened && mark->n_levels == 1 && is_degree (text + n, &degree))
    {
      mark->family = MARK_DEGREE;
      return finish (text, n + degree, mark);
    }
  if (!parse_delim (text, &n, opened, mark))
    return FALSE;

  if (mark->n_levels > 1)
    {
      mark->family = MARK_MULTI;
      mark->delim = DELIM_NONE;
    }
  else
    mark->family = mark->delim == DELIM_NONE ? MARK_BARE : MARK_DIGIT;
  return finish (text, n, mark);
}

static gboolean
parse_letters (const char *text, gboolean opened, Mark *mark)
{
  gsize start = opened ? 1 : 0;
  gsize length = 0, n;
  gboolean upper = g_ascii_isupper (text[start]);

  while (length < 6 && g_ascii_isalpha (text[start + length]) &&
         g_ascii_isupper (text[start + length]) == upper)
    length++;
  if (length == 0 || length > 5)
    return FALSE;

  mark->roman = samen_covenant_text_roman (text + start, length);
  mark->ordinal = 0;
  if (length == 1)
    mark->ordinal = (guint) (g_ascii_tolower (text[start]) - 'a') + 1;
  else if (length == 2 && text[start] == text[start + 1])
    mark->ordinal = (guint) (g_ascii_tolower (text[start]) - 'a') + 27;
  if (mark->ordinal == 0 && mark->roman == 0)
    return FALSE;

  n = start + length;
  if (!parse_delim (text, &n, opened, mark) || mark->delim == DELIM_NONE)
    return FALSE;
  if (text[n - 1] == ':')
    return FALSE;

  mark->family = upper ? MARK_UPPER : MARK_LOWER;
  return finish (text, n, mark);
}

typedef struct
{
  const char *word;
  MarkFamily family;
} WordMark;

static const WordMark word_marks[] = {
  { "lid ", MARK_LID },      { "§ ", MARK_SECTION },   { "§", MARK_SECTION },
  { "partij ", MARK_PARTY }, { "party ", MARK_PARTY },
};

static const char *const ordinals[] = {
  "eerste",  "tweede",  "derde",   "vierde", "vijfde", "zesde",
  "zevende", "achtste", "negende", "tiende", "elfde",  "twaalfde",
};

/* "Eerste lid", alone or before a full stop or colon */
static gboolean
parse_ordinal (const char *text, Mark *mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    {
      gsize n = strlen (ordinals[i]);

      if (g_ascii_strncasecmp (text, ordinals[i], n) != 0 ||
          g_ascii_strncasecmp (text + n, " lid", strlen (" lid")) != 0)
        continue;
      n += strlen (" lid");
      if (text[n] == '.' || text[n] == ':')
        n++;
      else if (text[n] != '\0')
        return FALSE;
      mark->family = MARK_LID;
      mark->ordinal = i + 1;
      return finish (text, n, mark);
    }

  return FALSE;
}

/* "lid 1", "§ 1", "Partij A:": a word and a number or letter. */
static gboolean
parse_word (const char *text, Mark *mark)
{
  for (gsize i = 0; i < G_N_ELEMENTS (word_marks); i++)
    {
      gsize n = strlen (word_marks[i].word);
      gsize digits;

      if (g_ascii_strncasecmp (text, word_marks[i].word, n) != 0)
        continue;

      digits = strspn (text + n, "0123456789");
      if (digits > 0 && digits <= 3)
        mark->ordinal = (guint) atoi (text + n);
      else if (word_marks[i].family == MARK_PARTY && g_ascii_isupper (text[n]) &&
               !g_ascii_isalpha (text[n + 1]))
        {
          mark->ordinal = (guint) (text[n] - 'A') + 1;
          digits = 1;
        }
      else
        continue;

      n += digits;
      if (word_marks[i].family == MARK_PARTY && text[n] != ':')
        continue;
      if (text[n] == '.' || text[n] == ':' || text[n] == ')')
        n++;
      mark->family = word_marks[i].family;
      return finish (text, n, mark);
    }

  return FALSE;
}

/**
 * samen_covenant_text_mark:
 * @text: a line
 * @gap: whether a wide space follows its first word
 * @mark: (out): the mark it begins with
 *
 * Reads what may be a mark; samen_covenant_text_mark_accept() tells whether
 * it is one where it stands.
 *
 * Returns: whether there may be a mark
 */
gboolean
samen_covenant_text_mark (const char *text, gboolean gap, Mark *mark)
{
  gboolean opened = text[0] == '(';

  memset (mark, 0, sizeof *mark);
  if (parse_bullet (text, mark) || parse_word (text, mark) || parse_ordinal (text, mark))
    return TRUE;

  memset (mark, 0, sizeof *mark);
  if (parse_number (text, opened, mark))
    return mark->family != MARK_BARE || gap || text[mark->length] == '\0' ||
           !samen_covenant_text_starts_lower (text + mark->length);

  memset (mark, 0, sizeof *mark);
  return parse_letters (text, opened, mark);
}

/* A letter that is also a Roman number is what the list before makes it. */
static gboolean
settle_letters (Mark *mark, const MarkMemory *memory, gboolean fresh)
{
  MarkFamily roman = mark->family == MARK_UPPER ? MARK_ROMAN_UPPER : MARK_ROMAN_LOWER;
  guint last_letter = memory->last[mark->family][mark->delim];
  guint last_roman = memory->last[roman][mark->delim];

  if (mark->ordinal > 1 && mark->ordinal == last_letter + 1)
    return TRUE;
  if (mark->roman != 0 && (mark->roman == last_roman + 1 || mark->roman == 1 || mark->ordinal == 0))
    {
      mark->family = roman;
      mark->ordinal = mark->roman;
      return fresh || mark->roman == last_roman + 1 || mark->roman == 1 ||
             mark->delim == DELIM_PARENS;
    }

  return mark->ordinal < 27;
}

/**
 * samen_covenant_text_mark_accept:
 * @mark: what may be a mark; its letters are settled here
 * @memory: the marks before it; remembers this one when accepted
 * @rest: the text after it
 * @gap: whether a wide space follows it
 * @fresh: whether a new paragraph may begin here: after a blank line, a
 *   heading or a full stop
 *
 * Returns: whether it is a mark at this place
 */
gboolean
samen_covenant_text_mark_accept (Mark *mark,
                                 MarkMemory *memory,
                                 const char *rest,
                                 gboolean gap,
                                 gboolean fresh)
{
  gboolean next, ok;
  guint *last;

  if (mark->family == MARK_BULLET)
    {
      /* A dash within a sentence, at the beginning of a wrapped line. */
      gboolean aside = !fresh && mark->bullet >= 0x2013 && mark->bullet <= 0x2014 &&
                       memory->last[MARK_BULLET][DELIM_NONE] != mark->bullet;

      if (!aside)
        memory->last[MARK_BULLET][DELIM_NONE] = mark->bullet;
      return !aside;
    }

  if ((mark->family == MARK_LOWER || mark->family == MARK_UPPER) &&
      !settle_letters (mark, memory, fresh))
    return FALSE;

  last = &memory->last[mark->family][mark->delim];
  next = mark->ordinal == 1 || mark->ordinal == *last + 1;
  switch (mark->family)
    {
    case MARK_BARE:
      ok = next && fresh && (gap || !samen_covenant_text_starts_lower (rest));
      break;
    case MARK_UPPER:
      ok = next;
      break;
    case MARK_ROMAN_UPPER:
      /* "V. Jansen" is a person. */
      ok = next || (fresh && mark->mark_length > 2);
      break;
    case MARK_MULTI:
      ok = fresh || (memory->article != 0 && mark->levels[0] == memory->article);
      break;
    default:
      ok = next || fresh;
      break;
    }

  if (ok)
    *last = mark->ordinal;
  return ok;
}

/* Word processors turn some dashes of one list into longer ones. */
static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212;
}

gboolean
samen_covenant_text_same_style (const Mark *a, const Mark *b)
{
  if (a->family == MARK_MULTI && b->family == MARK_MULTI)
    return a->n_levels == b->n_levels;

  return a->family == b->family && a->delim == b->delim &&
         (a->bullet == b->bullet || (is_dash (a->bullet) && is_dash (b->bullet)));
}
