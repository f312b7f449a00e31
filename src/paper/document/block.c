/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "document/block.h"

guint
samen_block_get_n_children (SamenBlock *block)
{
  return block->children != NULL ? block->children->len : 0;
}

SamenBlock *
samen_block_get_child (SamenBlock *block, guint i)
{
  g_return_val_if_fail (i < samen_block_get_n_children (block), NULL);

  return g_ptr_array_index (block->children, i);
}

gboolean
samen_block_has_header (SamenBlock *block)
{
  for (gsize i = 0; i < block->n_columns; i++)
    if (block->columns[i].header != NULL)
      return TRUE;
  return FALSE;
}

static char *
alpha_mark (guint n)
{
  GString *mark = g_string_new (NULL);

  for (; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (mark, 'a' + (n - 1) % 26);
  return g_string_free_and_steal (mark);
}

static char *
roman_mark (guint n)
{
  static const struct
  {
    guint value;
    const char *numeral;
  } parts[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
    { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
    { 5, "v" },    { 4, "iv" },   { 1, "i" },
  };
  GString *mark = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; n >= parts[i].value; n -= parts[i].value)
      g_string_append (mark, parts[i].numeral);
  return g_string_free_and_steal (mark);
}

char *
samen_list_mark (SamenListMarks marks, guint n)
{
  switch (marks)
    {
    case SAMEN_MARKS_DECIMAL:
      return g_strdup_printf ("%u", n);
    case SAMEN_MARKS_LOWER_ALPHA:
      return alpha_mark (n);
    case SAMEN_MARKS_LOWER_ROMAN:
      /* numerals beyond the thousands only grow longer */
      return n < 4000 ? roman_mark (n) : g_strdup_printf ("%u", n);
    case SAMEN_MARKS_DASH:
    default:
      return g_strdup ("–");
    }
}
