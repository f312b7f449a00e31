/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/blanks.h"
#include "rules/covenant-text-private.h"

/* Three dots may stand for a name that is not known yet. */
#define DOTS_MIN 9

static guint
line_of (const Block *block, gsize offset, guint *seam)
{
  while (*seam + 1 < block->seams->len &&
         g_array_index (block->seams, Seam, *seam + 1).offset <= offset)
    (*seam)++;
  return g_array_index (block->seams, Seam, *seam).line;
}

/* Whether a place is there to sign or date by hand: underscores, or a row of dots */
static gboolean
is_to_sign (SamenCovenantTextElement element, const char *text, gsize length)
{
  return element == SAMEN_COVENANT_TEXT_SIGNATURE &&
         (strspn (text, "_") >= length || (length >= DOTS_MIN && strspn (text, ".… ") >= length));
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
  gsize offset = 0, start, length;
  guint seam = 0;

  while (samen_blanks_next (block->text, &offset, &start, &length))
    {
      SamenCovenantTextBlank *blank;

      if (is_to_sign (element, block->text + start, length))
        continue;
      blank = g_new0 (SamenCovenantTextBlank, 1);
      blank->line = line_of (block, start, &seam);
      blank->text = g_strndup (block->text + start, length);
      blank->element = element;
      blank->index = index;
      blank->mark = g_strdup (block->mark);
      g_ptr_array_add (tree->blanks, blank);
    }
  tree->work += offset;
}
