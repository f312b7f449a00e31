/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "rules/blanks.h"

/* g_str_has_prefix() measures all of the text that is left */
static gboolean
starts_with (const char *text, const char *prefix)
{
  return strncmp (text, prefix, strlen (prefix)) == 0;
}

/* What stands between brackets is a note to the writer up to this length. */
#define BRACKET_MAX 600
#define FIELD_MAX 60

static gboolean
is_footnote (const char *p, gsize length)
{
  return length > 0 && (strspn (p, "0123456789") == length || (length == 1 && *p == 'x'));
}

/* [pm], [naam], […]: not a footnote [1], a tick [x] or a link [a](b). */
static gsize
match_bracket (const char *text)
{
  gsize n;

  if (text[0] != '[')
    return 0;
  n = 1 + strcspn (text + 1, "[]");
  if (text[n] != ']' || n > BRACKET_MAX || text[n + 1] == '(')
    return 0;
  return is_footnote (text + 1, n - 1) ? 0 : n + 1;
}

/* <datum>, «naam»: the fields of a mail merge. */
static gsize
match_field (const char *text)
{
  gsize n;

  if (text[0] == '<')
    {
      n = 1 + strcspn (text + 1, "<>@/=\n");
      return text[n] == '>' && n > 2 && n <= FIELD_MAX ? n + 1 : 0;
    }
  if (starts_with (text, "«"))
    {
      for (n = 2; n <= FIELD_MAX && text[n] != '\0'; n++)
        if (starts_with (text + n, "»"))
          return n + 2;
    }
  return 0;
}

/* Dots: four or more, or three that are not the end of a word ("enzovoort..."
 * trails off, "te ..." waits for a place). */
static gsize
match_dots (const char *text, gboolean after_space)
{
  gsize n = 0;
  guint dots = 0;

  for (;;)
    {
      if (text[n] == '.')
        {
          dots++;
          n++;
        }
      else if (starts_with (text + n, "…"))
        {
          dots += 3;
          n += strlen ("…");
        }
      else if (dots > 0 && text[n] == ' ' && text[n + 1] == '.')
        n++;
      else
        break;
    }

  return dots >= 4 || (dots == 3 && after_space) ? n : 0;
}

static gsize
match_run (const char *text, gboolean after_space)
{
  gsize n = strspn (text, "_");

  if (n >= 3)
    return n;
  n = strspn (text, "xX");
  if (n >= 3 && after_space && !g_ascii_isalnum (text[n]))
    return n;
  return 0;
}

/* Bytes of the blank at @text, or 0; @skip is set to what to pass over. */
static gsize
match_blank (const char *text, gboolean after_space, gsize *skip)
{
  gsize n = match_bracket (text);

  if (n == 0)
    n = match_field (text);
  if (n == 0)
    n = match_run (text, after_space);
  if (n == 0)
    n = match_dots (text, after_space);

  *skip = n;
  if (n == 0)
    {
      /* A run that is too short is passed over as a whole, or a long row of
       * almost-blanks would be looked at again from each of its places. */
      gsize run = MAX (strspn (text, "xX"), strspn (text, "_"));

      *skip = run > 1 ? run : (gsize) (g_utf8_next_char (text) - text);
    }
  return n;
}

/* What a blank that is no bracket or line of its own may come after */
static gboolean
is_after_space (const char *text, gsize offset)
{
  return offset == 0 || strchr (" (\"'\t\n:", text[offset - 1]) != NULL;
}

gboolean
samen_blanks_next (const char *text, gsize *offset, gsize *start, gsize *length)
{
  while (text[*offset] != '\0')
    {
      gsize skip;

      *start = *offset;
      *length = match_blank (text + *offset, is_after_space (text, *offset), &skip);
      *offset += skip;
      if (*length > 0)
        return TRUE;
    }
  return FALSE;
}

guint
samen_blanks_count (const char *text, char **first)
{
  gsize offset = 0, start, length;
  guint n = 0;

  while (text != NULL && samen_blanks_next (text, &offset, &start, &length))
    {
      if (*first == NULL)
        *first = g_strndup (text + start, length);
      n++;
    }
  return n;
}
