/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "covenant-files.h"
#include "rules/covenant-text.h"

#include <string.h>

/* What the tests of the reader of covenants share */

static inline char *
load (const char *name, gsize *length)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  path = g_test_build_filename (G_TEST_DIST, "covenants", name, NULL);
  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static inline SamenCovenantText *
parse (const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  SamenCovenantText *tree = samen_covenant_text_parse (text, length, &error);

  g_assert_no_error (error);
  g_assert_nonnull (tree);
  return tree;
}

static inline SamenCovenantText *
parse_file (const char *name)
{
  gsize length;
  g_autofree char *text = load (name, &length);

  return parse (text, (gssize) length);
}

typedef struct
{
  guint line;
  guint order;
  gboolean rest;
  char *letters;
} Piece;

/* Letters and digits only: marks and layout aside */
static inline char *
letters_of (const char *text, gsize length)
{
  GString *out = g_string_new (NULL);
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static inline void
collect (SamenCovenantTextElement element, guint line, const char *text, gpointer data)
{
  GArray *pieces = data;
  Piece piece = { line, pieces->len, element == SAMEN_COVENANT_TEXT_REST,
                  letters_of (text, strlen (text)) };

  g_assert_cmpuint (element, <=, SAMEN_COVENANT_TEXT_REST);
  g_array_append_val (pieces, piece);
}

static inline int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *one = a, *two = b;

  if (one->line != two->line)
    return one->line < two->line ? -1 : 1;
  return one->order < two->order ? -1 : 1;
}

static inline void
count_letters (GHashTable *counts, const char *text, int by)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (p));
      int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, key));

      g_hash_table_insert (counts, key, GINT_TO_POINTER (n + by));
    }
}

/* Every letter of the text stands in the tree as often as in the text, and
 * the words of each line in one row; page numbers stand between them. */
static inline void
assert_kept (const char *text, gsize length, const SamenCovenantText *tree)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) lines = NULL;
  g_autofree char *source = g_strndup (text, length);
  GHashTableIter iter;
  gpointer key, value;

  samen_covenant_text_foreach (tree, collect, pieces);
  g_array_sort (pieces, compare_pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      count_letters (counts, piece->letters, -1);
      g_string_append (piece->rest ? rest : all, piece->letters);
      g_free (piece->letters);
    }

  g_strdelimit (source, "\r\f\v", '\n');
  lines = g_strsplit (source, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *letters = letters_of (lines[i], strlen (lines[i]));

      count_letters (counts, letters, 1);
      if (strstr (all->str, letters) == NULL && strstr (rest->str, letters) == NULL)
        g_error ("line %u is lost: %s", i + 1, lines[i]);
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_INT (value) != 0)
      g_error ("U+%04X: %d too few in the tree of:\n%s", GPOINTER_TO_UINT (key),
               GPOINTER_TO_INT (value), text);
}

static inline SamenCovenantTextArticle *
article (const SamenCovenantText *tree, guint i)
{
  g_assert_cmpuint (i, <, tree->articles->len);
  return g_ptr_array_index (tree->articles, i);
}

static inline SamenCovenantTextParty *
party (const GPtrArray *parties, guint i)
{
  g_assert_cmpuint (i, <, parties->len);
  return g_ptr_array_index (parties, i);
}

static inline SamenCovenantTextItem *
item (const GPtrArray *items, guint i)
{
  g_assert_cmpuint (i, <, items->len);
  return g_ptr_array_index (items, i);
}

static inline void
assert_item (const GPtrArray *items, guint i, const char *mark, const char *text)
{
  g_assert_cmpstr (item (items, i)->mark, ==, mark);
  g_assert_cmpstr (item (items, i)->text, ==, text);
}

static inline void
assert_article (const SamenCovenantText *tree,
                guint i,
                const char *number,
                const char *heading,
                guint n_clauses)
{
  g_assert_cmpstr (article (tree, i)->number, ==, number);
  g_assert_cmpstr (article (tree, i)->heading, ==, heading);
  g_assert_cmpuint (article (tree, i)->clauses->len, ==, n_clauses);
}

static inline void
assert_party (const GPtrArray *parties, guint i, const char *name, const char *alias)
{
  g_assert_cmpstr (party (parties, i)->name, ==, name);
  g_assert_cmpstr (party (parties, i)->alias, ==, alias);
}

static inline const SamenCovenantTextParty *
nth_party (const SamenCovenantText *tree, guint i, const char *name, const char *alias)
{
  assert_party (tree->parties, i, name, alias);
  return party (tree->parties, i);
}

static inline void
assert_person (const SamenCovenantTextParty *self, guint i, const char *name, const char *function)
{
  const SamenCovenantTextRepresentative *person;

  g_assert_cmpuint (i, <, self->representatives->len);
  person = g_ptr_array_index (self->representatives, i);
  g_assert_cmpstr (person->name, ==, name);
  g_assert_cmpstr (person->function, ==, function);
}

static inline const SamenCovenantTextBlank *
blank (const SamenCovenantText *tree, guint i)
{
  g_assert_cmpuint (i, <, tree->blanks->len);
  return g_ptr_array_index (tree->blanks, i);
}
