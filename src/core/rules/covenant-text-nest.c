/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/**
 * samen_covenant_text_nest_start:
 * @nest: the nest, zeroed before its first use
 * @root: (element-type SamenCovenantTextItem): where the items go
 * @number: (nullable): the number of the article they are in
 *
 * Begins a list of nested paragraphs.
 */
void
samen_covenant_text_nest_start (Nest *nest, GPtrArray *root, const char *number)
{
  gboolean flattened = nest->flattened;

  memset (nest, 0, sizeof *nest);
  nest->flattened = flattened;
  nest->root = root;
  nest->base = 1;
  for (const char *p = number; p != NULL && *p != '\0'; p++)
    if (*p == '.' && g_ascii_isdigit (p[1]))
      nest->base++;
}

static gboolean
is_intro (const NestLevel *level)
{
  const char *text = level->item->text;
  gsize length = strlen (text);

  return length == 0 || strchr (".!?;", text[length - 1]) == NULL;
}

/* The level of 1.2.3 follows from its own number. */
static guint
find_multi (const Nest *nest, const Block *block)
{
  guint level = block->style.n_levels > nest->base ? block->style.n_levels - nest->base - 1 : 0;

  return MIN (level, nest->depth);
}

/* At which depth a marked paragraph goes: beside one with the same kind of
 * mark, else below the last one. */
static guint
find_depth (const Nest *nest, const Block *block)
{
  const Mark *mark = &block->style;

  if (mark->family == MARK_MULTI)
    return find_multi (nest, block);

  for (guint i = nest->depth; i-- > 0;)
    {
      const NestLevel *level = &nest->levels[i];

      if (level->style.family == MARK_NONE || !samen_covenant_text_same_style (&level->style, mark))
        continue;
      /* The same mark, but further to the right below an introduction. */
      if (i + 1 == nest->depth && block->indent > level->indent + 1)
        return i + 1;
      /* "1." below "1. …:" without any indent */
      if (i + 1 == nest->depth && mark->ordinal == 1 && mark->family != MARK_BULLET &&
          level->style.ordinal > 0 && g_str_has_suffix (level->item->text, ":"))
        return i + 1;
      return i;
    }

  if (nest->root_style.family != MARK_NONE &&
      samen_covenant_text_same_style (&nest->root_style, mark) &&
      mark->ordinal == nest->root_style.ordinal + 1)
    return 0;
  if (nest->depth == 0)
    return 0;
  if (nest->levels[nest->depth - 1].style.family == MARK_NONE &&
      !is_intro (&nest->levels[nest->depth - 1]))
    return nest->depth - 1;
  return nest->depth;
}

/**
 * samen_covenant_text_nest_add:
 * @nest: a nest
 * @block: the paragraph
 * @item: (transfer full): what it became
 *
 * Puts @item where its mark says. A paragraph without a mark begins anew at
 * the root; the list below it becomes its parts when it ends in a colon.
 */
void
samen_covenant_text_nest_add (Nest *nest, const Block *block, SamenCovenantTextItem *item)
{
  samen_covenant_text_nest_put (nest, block, item,
                                block->style.family != MARK_NONE ? find_depth (nest, block) : 0);
}

void
samen_covenant_text_nest_put (Nest *nest,
                              const Block *block,
                              SamenCovenantTextItem *item,
                              guint depth)
{
  NestLevel *level;

  depth = MIN (depth, nest->depth);
  if (depth >= SAMEN_COVENANT_TEXT_MAX_DEPTH)
    {
      depth = SAMEN_COVENANT_TEXT_MAX_DEPTH - 1;
      nest->flattened = TRUE;
    }
  if (block->style.family == MARK_MULTI &&
      block->style.n_levels > nest->base + SAMEN_COVENANT_TEXT_MAX_DEPTH)
    nest->flattened = TRUE;

  g_ptr_array_add (depth == 0 ? nest->root : nest->levels[depth - 1].item->parts, item);
  level = &nest->levels[depth];
  level->item = item;
  level->style = block->style;
  level->indent = block->indent;
  nest->depth = depth + 1;
  if (depth == 0 && block->style.family != MARK_NONE)
    nest->root_style = block->style;
  if (item->kind != SAMEN_COVENANT_TEXT_ITEM_PARAGRAPH)
    nest->depth = 0;
}
