/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "rules/blanks.h"

/* What stands between brackets is a note to the writer up to this length */
#define LONGEST 600

#define ELLIPSIS "…"

static gsize
bracket_length (const char *text)
{
  gsize inside;

  if (*text != '[')
    return 0;
  inside = strcspn (text + 1, "[]");
  if (text[1 + inside] != ']' || inside > LONGEST || strspn (text + 1, "0123456789") == inside)
    return 0;
  return inside + 2;
}

/* Four dots or more, three of which may be one ellipsis */
static gsize
dots_length (const char *text)
{
  gsize length = 0;
  guint dots = 0;

  for (;;)
    if (text[length] == '.')
      {
        dots++;
        length++;
      }
    else if (strncmp (text + length, ELLIPSIS, strlen (ELLIPSIS)) == 0)
      {
        dots += 3;
        length += strlen (ELLIPSIS);
      }
    else
      return dots >= 4 ? length : 0;
}

static gsize
line_length (const char *text)
{
  gsize length = strspn (text, "_");

  return length >= 3 ? length : 0;
}

guint
samen_blanks_count (const char *text, char **first)
{
  guint n = 0;

  while (text != NULL && *text != '\0')
    {
      gsize length = bracket_length (text);

      if (length == 0)
        length = dots_length (text);
      if (length == 0)
        length = line_length (text);
      if (length > 0 && *first == NULL)
        *first = g_strndup (text, length);
      if (length > 0)
        n++;
      text += MAX (length, 1);
    }
  return n;
}
