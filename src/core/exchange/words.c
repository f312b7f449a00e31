/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "exchange/covenant-import-private.h"

/* The next word of *@text in lower case, or NULL; *@text is then behind it */
static char *
next_word (const char **text)
{
  const char *start = *text;
  const char *end;

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start;
  while (*end != '\0' && g_unichar_isalnum (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  *text = end;
  return end > start ? g_utf8_casefold (start, end - start) : NULL;
}

SamenWords *
samen_words_new (const char *const *words)
{
  SamenWords *self = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    samen_words_add (self, words[i]);
  return self;
}

void
samen_words_add (SamenWords *self, const char *text)
{
  char *word;

  while (text != NULL && (word = next_word (&text)) != NULL)
    g_hash_table_add (self, word);
}

gboolean
samen_words_tell (SamenWords *self, const char *text)
{
  for (;;)
    {
      g_autofree char *word = next_word (&text);

      if (word == NULL)
        return TRUE;
      if (!g_hash_table_contains (self, word))
        return FALSE;
    }
}
