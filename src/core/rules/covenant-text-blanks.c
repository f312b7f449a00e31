/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

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
  if (g_str_has_prefix (text, "«"))
    {
      for (n = 2; n <= FIELD_MAX && text[n] != '\0'; n++)
        if (g_str_has_prefix (text + n, "»"))
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
      else if (g_str_has_prefix (text + n, "…"))
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

static guint
line_of (const Block *block, gsize offset, guint *seam)
{
  while (*seam + 1 < block->seams->len &&
         g_array_index (block->seams, Seam, *seam + 1).offset <= offset)
    (*seam)++;
  return g_array_index (block->seams, Seam, *seam).line;
}

/**
 * samen_covenant_text_add_blanks:
 * @tree: the tree
 * @block: a paragraph
 * @element: where it went
 * @index: and at which index
 *
 * Lists the places in the paragraph that are left to fill in.
 */
void
samen_covenant_text_add_blanks (SamenCovenantText *tree,
                                const Block *block,
                                SamenCovenantTextElement element,
                                guint index)
{
  const char *text = block->text;
  gboolean after_space = TRUE;
  guint seam = 0;
  gsize skip;

  for (const char *p = text; *p != '\0'; p += skip)
    {
      gsize n = match_blank (p, after_space, &skip);

      tree->work += skip;
      if (n > 0)
        {
          SamenCovenantTextBlank *blank = g_new0 (SamenCovenantTextBlank, 1);

          blank->line = line_of (block, (gsize) (p - text), &seam);
          blank->text = g_strndup (p, n);
          blank->element = element;
          blank->index = index;
          blank->mark = g_strdup (block->mark);
          g_ptr_array_add (tree->blanks, blank);
        }
      after_space = strchr (" (\"'\t:", p[skip - 1]) != NULL;
    }
}
