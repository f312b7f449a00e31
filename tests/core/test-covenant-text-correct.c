/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "covenant-text-util.h"

/* Somebody says what a paragraph is, and the rest is read around that */

static const char text[] = "Convenant Proef\n"
                           "\n"
                           "Partijen:\n"
                           "\n"
                           "1. School Een, hierna te noemen: de School;\n"
                           "2. Zorg Twee, hierna te noemen: de Zorg;\n"
                           "\n"
                           "Overwegende dat:\n"
                           "\n"
                           "- het eerste zo is;\n"
                           "- het tweede ook;\n"
                           "\n"
                           "Komen het volgende overeen:\n"
                           "\n"
                           "Artikel 1 Doel\n"
                           "\n"
                           "1. Samen opleiden.\n"
                           "2. Samen sturen.\n"
                           "\n"
                           "Een losse regel\n"
                           "\n"
                           "Artikel 2 Duur\n"
                           "\n"
                           "Een jaar, dat telkens\n"
                           "wordt verlengd.\n"
                           "\n"
                           "Aldus overeengekomen te Aa,\n"
                           "\n"
                           "School Een\n";

#define SAY(line, as)                                                                              \
  g_hash_table_insert (corrections, GUINT_TO_POINTER (line),                                       \
                       GINT_TO_POINTER (SAMEN_COVENANT_TEXT_AS_##as))

static SamenCovenantText *
read_corrected (GHashTable *corrections)
{
  g_autoptr (GError) error = NULL;
  SamenCovenantText *tree = samen_covenant_text_parse_corrected (text, -1, corrections, &error);

  g_assert_no_error (error);
  assert_kept (text, strlen (text), tree);
  g_hash_table_remove_all (corrections);
  return tree;
}

static void
test_headings (void)
{
  g_autoptr (GHashTable) corrections = g_hash_table_new (NULL, NULL);
  g_autoptr (SamenCovenantText) more = NULL;
  g_autoptr (SamenCovenantText) chapter = NULL;
  g_autoptr (SamenCovenantText) none = NULL;
  g_autoptr (SamenCovenantText) title = NULL;

  SAY (20, ARTICLE);
  more = read_corrected (corrections);
  g_assert_cmpuint (more->articles->len, ==, 3);
  assert_article (more, 1, NULL, "Een losse regel", 0);
  assert_article (more, 2, "2", "Duur", 1);

  SAY (15, CHAPTER);
  chapter = read_corrected (corrections);
  g_assert_cmpuint (chapter->chapters->len, ==, 1);
  g_assert_cmpuint (chapter->articles->len, ==, 1);
  g_assert_cmpstr (((SamenCovenantTextChapter *) chapter->chapters->pdata[0])->heading, ==, "Doel");
  g_assert_cmpuint (((SamenCovenantTextChapter *) chapter->chapters->pdata[0])->items->len, ==, 3);

  /* the clauses of what is no article after all go on with the one above it */
  SAY (22, TEXT);
  none = read_corrected (corrections);
  g_assert_cmpuint (none->articles->len, ==, 1);
  assert_item (article (none, 0)->clauses, 3, NULL, "Artikel 2 Duur");

  SAY (20, TITLE);
  title = read_corrected (corrections);
  g_assert_cmpstr (title->title->text, ==, "Een losse regel");
  assert_item (title->preamble, 0, NULL, "Convenant Proef");
}

static void
test_parties (void)
{
  g_autoptr (GHashTable) corrections = g_hash_table_new (NULL, NULL);
  g_autoptr (SamenCovenantText) fewer = NULL;
  g_autoptr (SamenCovenantText) out = NULL;
  g_autoptr (SamenCovenantText) more = NULL;

  SAY (6, TEXT);
  fewer = read_corrected (corrections);
  g_assert_cmpuint (fewer->parties->len, ==, 1);
  assert_item (fewer->preamble, 0, NULL, "2. Zorg Twee, hierna te noemen: de Zorg;");
  g_assert_cmpuint (fewer->considerations->len, ==, 2);

  SAY (5, LEFT_OUT);
  out = read_corrected (corrections);
  g_assert_cmpuint (out->parties->len, ==, 1);
  g_assert_cmpuint (out->rest->len, ==, 1);
  assert_party (out->parties, 0, "Zorg Twee", "de Zorg");

  SAY (20, PARTY);
  more = read_corrected (corrections);
  g_assert_cmpuint (more->parties->len, ==, 3);
  assert_party (more->parties, 2, "Een losse regel", NULL);
  g_assert_cmpuint (more->articles->len, ==, 2);
}

static void
test_clauses (void)
{
  g_autoptr (GHashTable) corrections = g_hash_table_new (NULL, NULL);
  g_autoptr (SamenCovenantText) clause = NULL;
  g_autoptr (SamenCovenantText) part = NULL;
  g_autoptr (SamenCovenantText) consideration = NULL;

  SAY (20, CLAUSE);
  clause = read_corrected (corrections);
  assert_article (clause, 0, "1", "Doel", 3);
  g_assert_true (item (article (clause, 0)->clauses, 2)->counted);

  SAY (18, PART);
  part = read_corrected (corrections);
  assert_article (part, 0, "1", "Doel", 2);
  assert_item (item (article (part, 0)->clauses, 0)->parts, 0, "2.", "Samen sturen.");

  SAY (17, CONSIDERATION);
  consideration = read_corrected (corrections);
  g_assert_cmpuint (consideration->considerations->len, ==, 3);
  assert_article (consideration, 0, "1", "Doel", 2);
}

/* A paragraph is taken apart, and put together */
static void
test_lines (void)
{
  g_autoptr (GHashTable) corrections = g_hash_table_new (NULL, NULL);
  g_autoptr (SamenCovenantText) apart = NULL;
  g_autoptr (SamenCovenantText) together = NULL;

  SAY (25, BEGINNING);
  apart = read_corrected (corrections);
  assert_article (apart, 1, "2", "Duur", 2);
  assert_item (article (apart, 1)->clauses, 1, NULL, "wordt verlengd.");

  SAY (20, CONTINUED);
  together = read_corrected (corrections);
  assert_article (together, 0, "1", "Doel", 2);
  assert_item (article (together, 0)->clauses, 1, "2.", "Samen sturen. Een losse regel");
}

/* A text in which nothing was recognised can be made a covenant */
static void
test_made (void)
{
  static const char plain[] = "Afspraken van dinsdag\n\nDe school geeft les\n\nOp maandag.\n";
  g_autoptr (GHashTable) corrections = g_hash_table_new (NULL, NULL);
  g_autoptr (SamenCovenantText) tree = NULL;

  SAY (3, ARTICLE);
  SAY (5, CLAUSE);
  tree = samen_covenant_text_parse_corrected (plain, -1, corrections, NULL);
  assert_kept (plain, strlen (plain), tree);
  g_assert_cmpint (tree->notes, ==, SAMEN_COVENANT_TEXT_NOTE_NONE);
  assert_article (tree, 0, NULL, "De school geeft les", 1);
  g_assert_cmpstr (tree->title->text, ==, "Afspraken van dinsdag");
}

/* Whatever is said about whatever line, no letter gets lost */
static void
test_any (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize length;
      g_autofree char *source = load (files[i], &length);
      GRand *rand = g_rand_new_with_seed ((guint32) (77 + i));

      for (guint j = 0; j < 60; j++)
        {
          g_autoptr (GHashTable) corrections = g_hash_table_new (NULL, NULL);
          g_autoptr (SamenCovenantText) tree = NULL;

          for (gint32 k = g_rand_int_range (rand, 1, 12); k > 0; k--)
            g_hash_table_insert (
                corrections, GINT_TO_POINTER (g_rand_int_range (rand, 1, 70)),
                GINT_TO_POINTER (g_rand_int_range (rand, SAMEN_COVENANT_TEXT_AS_TITLE,
                                                   SAMEN_COVENANT_TEXT_AS_OPENING)));
          tree = samen_covenant_text_parse_corrected (source, (gssize) length, corrections, NULL);
          assert_kept (source, length, tree);
        }
      g_rand_free (rand);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/covenant-text-correct/headings", test_headings);
  g_test_add_func ("/covenant-text-correct/parties", test_parties);
  g_test_add_func ("/covenant-text-correct/clauses", test_clauses);
  g_test_add_func ("/covenant-text-correct/lines", test_lines);
  g_test_add_func ("/covenant-text-correct/made", test_made);
  g_test_add_func ("/covenant-text-correct/any", test_any);

  return g_test_run ();
}
