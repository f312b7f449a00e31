/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/id.h"
#include "rules-fixture.h"
#include "rules/numbering.h"

typedef struct
{
  GListStore *articles;
  GListStore *clauses;
  SamenLanguage *english;
} Text;

static void
set_up (Text *self, gconstpointer unused)
{
  self->articles = g_list_store_new (SAMEN_TYPE_ARTICLE);
  self->clauses = g_list_store_new (SAMEN_TYPE_CLAUSE);
  self->english = samen_language_get ("en");
}

static void
tear_down (Text *self, gconstpointer unused)
{
  g_object_unref (self->articles);
  g_object_unref (self->clauses);
}

static SamenArticle *
article (Text *self, const char *kind, const char *heading)
{
  g_autofree char *id = samen_id_new ();

  return put (self->articles,
              make (SAMEN_TYPE_ARTICLE, id, "kind", T (kind), "heading", T (heading), NULL));
}

static SamenClause *
clause (Text *self, SamenArticle *in, SamenClause *part_of, const char *mark, const char *text)
{
  g_autofree char *id = samen_id_new ();

  return put (self->clauses,
              make (SAMEN_TYPE_CLAUSE, id, "article", T (in->parent_instance.id), "part_of",
                    T (part_of != NULL ? part_of->parent_instance.id : NULL), "mark", T (mark),
                    "text", T (text), NULL));
}

static SamenNumbering *
number (Text *self, SamenNumberingFlags flags)
{
  return samen_numbering_new (G_LIST_MODEL (self->articles), G_LIST_MODEL (self->clauses), flags);
}

/* All lines: the label, indented by depth, and the text */
static void
assert_lines (Text *self, SamenNumberingFlags flags, const char *expected)
{
  g_autoptr (SamenNumbering) numbering = number (self, flags);
  GPtrArray *lines = samen_numbering_get_lines (numbering);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenLine *line = lines->pdata[i];
      g_autofree char *label = samen_numbering_label (numbering, line->record->id, self->english);

      g_string_append_printf (all, "%*s%s|%s\n", (int) line->depth, "", label,
                              SAMEN_IS_CLAUSE (line->record)
                                  ? SAMEN_CLAUSE (line->record)->text
                                  : SAMEN_ARTICLE (line->record)->heading);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static const char *
id_of (gpointer record)
{
  return SAMEN_RECORD (record)->id;
}

static void
test_articles (Text *self, gconstpointer unused)
{
  article (self, "chapter", "Algemeen");
  article (self, "article", "Begrippen");
  article (self, "article", "Doel");
  article (self, "chapter", "Uitvoering");
  article (self, "article", "Stuurgroep");
  article (self, "annex", "Kaart");
  article (self, "annex", "Rooster");
  assert_lines (self, SAMEN_NUMBERING_DEFAULT,
                "Chapter 1|Algemeen\nArticle 1|Begrippen\nArticle 2|Doel\nChapter 2|Uitvoering\n"
                "Article 3|Stuurgroep\nAnnex 1|Kaart\nAnnex 2|Rooster\n");
  assert_lines (self, SAMEN_NUMBERING_ROMAN_CHAPTERS,
                "Chapter I|Algemeen\nArticle 1|Begrippen\nArticle 2|Doel\nChapter II|Uitvoering\n"
                "Article 3|Stuurgroep\nAnnex 1|Kaart\nAnnex 2|Rooster\n");
}

static void
test_nothing (void)
{
  g_autoptr (SamenNumbering) numbering = samen_numbering_new (NULL, NULL, 0);

  g_assert_cmpuint (samen_numbering_get_lines (numbering)->len, ==, 0);
  g_assert_null (samen_numbering_find (numbering, NULL));
  assert_text (samen_numbering_label (numbering, "x", NULL), "");
  assert_text (samen_numbering_render (numbering, NULL, NULL), "");
}

/* The list is flat: the parts stand after, and between, what they are part of */
static void
test_nested (Text *self, gconstpointer unused)
{
  SamenArticle *one = article (self, "article", "Een");
  SamenArticle *two = article (self, "article", "Twee");
  SamenClause *first = clause (self, one, NULL, "number", "lid");
  SamenClause *of_two = clause (self, two, NULL, "number", "ander lid");
  SamenClause *second = clause (self, one, NULL, "number", "tweede lid");
  SamenClause *part = clause (self, one, first, "number", "onderdeel");
  SamenClause *deeper = clause (self, one, part, "number", "sub");

  clause (self, one, first, "number", "volgend onderdeel");
  clause (self, one, part, "number", "volgend sub");
  clause (self, one, deeper, "number", "nog dieper");
  clause (self, one, second, "number", "onderdeel van twee");
  clause (self, two, NULL, "number", "laatste");
  g_assert_nonnull (of_two);
  assert_lines (
      self, SAMEN_NUMBERING_DEFAULT,
      "Article 1|Een\n 1.|lid\n  a.|onderdeel\n   1°.|sub\n    i.|nog dieper\n"
      "   2°.|volgend sub\n  b.|volgend onderdeel\n 2.|tweede lid\n  a.|onderdeel van twee\n"
      "Article 2|Twee\n 1.|ander lid\n 2.|laatste\n");
}

static void
test_marks (Text *self, gconstpointer unused)
{
  SamenArticle *one = article (self, "article", "Een");

  clause (self, one, NULL, "number", "eerste");
  clause (self, one, NULL, "none", "los");
  clause (self, one, NULL, "dash", "streepje");
  clause (self, one, NULL, "number", "tweede");
  assert_lines (self, SAMEN_NUMBERING_DEFAULT,
                "Article 1|Een\n 1.|eerste\n |los\n –|streepje\n 2.|tweede\n");
}

static void
test_sole (Text *self, gconstpointer unused)
{
  SamenArticle *one = article (self, "article", "Een");
  SamenClause *sole = clause (self, one, NULL, "number", "enig lid");

  clause (self, one, sole, "number", "onderdeel");
  clause (self, one, NULL, "dash", "streepje");
  assert_lines (self, SAMEN_NUMBERING_DEFAULT,
                "Article 1|Een\n |enig lid\n  a.|onderdeel\n –|streepje\n");
  assert_lines (self, SAMEN_NUMBERING_SOLE_CLAUSES,
                "Article 1|Een\n 1.|enig lid\n  a.|onderdeel\n –|streepje\n");
}

/* a to z is 26; then aa (27), az (52), ba (53), zz (702), aaa (703) */
static void
test_letters (Text *self, gconstpointer unused)
{
  SamenArticle *one = article (self, "article", "Een");
  SamenClause *sole = clause (self, one, NULL, "number", "lid");
  g_autoptr (SamenNumbering) numbering = NULL;
  const struct
  {
    guint n;
    const char *letters;
  } cases[] = { { 1, "a" },   { 26, "z" },  { 27, "aa" },  { 28, "ab" },
                { 52, "az" }, { 53, "ba" }, { 702, "zz" }, { 703, "aaa" } };

  for (guint i = 0; i < 703; i++)
    clause (self, one, sole, "number", "onderdeel");
  numbering = number (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SamenLine *line = samen_numbering_get_lines (numbering)->pdata[1 + cases[i].n];

      g_assert_cmpstr (line->number, ==, cases[i].letters);
    }
}

static void
test_roman (Text *self, gconstpointer unused)
{
  g_autoptr (SamenNumbering) numbering = NULL;
  const struct
  {
    guint n;
    const char *roman;
  } cases[] = { { 4, "IV" },    { 9, "IX" },  { 14, "XIV" }, { 40, "XL" },
                { 49, "XLIX" }, { 90, "XC" }, { 400, "CD" } };

  for (guint i = 0; i < 400; i++)
    article (self, "chapter", "x");
  numbering = number (self, SAMEN_NUMBERING_ROMAN_CHAPTERS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SamenLine *line = samen_numbering_get_lines (numbering)->pdata[cases[i].n - 1];

      g_assert_cmpstr (line->number, ==, cases[i].roman);
    }
}

/* What two people may bring about at once loses nothing */
static void
test_disorder (Text *self, gconstpointer unused)
{
  SamenArticle *one = article (self, "article", "Een");
  SamenArticle *two = article (self, "article", "Twee");
  SamenClause *a = clause (self, one, NULL, "number", "a");
  SamenClause *b = clause (self, one, a, "number", "b");
  SamenClause *gone = clause (self, one, NULL, "number", "weg");
  SamenClause *orphan = clause (self, one, gone, "number", "wees");
  SamenClause *elsewhere = clause (self, two, orphan, "number", "elders");

  set (a, "part_of", T (id_of (b)));
  set (gone, "deleted", samen_value_boolean (true));
  put (self->clauses, g_object_ref (orphan)); /* twice in the list */
  assert_lines (self, SAMEN_NUMBERING_DEFAULT,
                "Article 1|Een\n 1.|a\n 2.|b\n 3.|wees\nArticle 2|Twee\n |elders\n");
  set (elsewhere, "part_of", T (id_of (elsewhere)));
  set (one, "deleted", samen_value_boolean (true));
  assert_lines (self, SAMEN_NUMBERING_DEFAULT, "Article 1|Twee\n |elders\n");
}

/* A chain of two thousand parts neither overflows the stack nor loses one */
static void
test_depth (Text *self, gconstpointer unused)
{
  SamenArticle *one = article (self, "article", "Een");
  SamenClause *part = NULL;
  g_autoptr (SamenNumbering) numbering = NULL;

  for (guint i = 0; i < 2000; i++)
    part = clause (self, one, part, "number", "dieper");
  numbering = number (self, 0);
  g_assert_cmpuint (samen_numbering_get_lines (numbering)->len, ==, 2001);
}

static void
assert_reference (SamenNumbering *numbering, gpointer record, const char *expected)
{
  assert_text (samen_numbering_reference (numbering, id_of (record), samen_language_get ("en")),
               expected);
}

static void
test_references (Text *self, gconstpointer unused)
{
  SamenArticle *chapter = article (self, "chapter", "Hoofdstuk");
  SamenArticle *one = article (self, "article", "Een");
  SamenArticle *two = article (self, "article", "Twee");
  SamenArticle *annex = article (self, "annex", "Bijlage");
  SamenClause *sole = clause (self, one, NULL, "number", "enig lid");
  SamenClause *part = clause (self, one, sole, "number", "onderdeel");
  SamenClause *clause_1 = clause (self, two, NULL, "number", "1");
  SamenClause *clause_2 = clause (self, two, NULL, "number", "2");
  SamenClause *dash = clause (self, two, NULL, "dash", "-");
  SamenClause *under_dash = clause (self, two, dash, "number", "onder een streepje");
  SamenClause *part_b = clause (self, two, clause_2, "number", "2a");
  SamenClause *sub = clause (self, two, part_b, "number", "2a1");
  SamenClause *annex_1 = clause (self, annex, NULL, "number", "1");
  SamenClause *annex_2 = clause (self, annex, NULL, "number", "2");
  SamenClause *annex_2a = clause (self, annex, annex_2, "number", "2a");
  g_autoptr (SamenNumbering) numbering = number (self, SAMEN_NUMBERING_ROMAN_CHAPTERS);

  assert_reference (numbering, chapter, "chapter I");
  assert_reference (numbering, one, "article 1");
  assert_reference (numbering, sole, "article 1");
  assert_reference (numbering, part, "article 1, under a");
  assert_reference (numbering, clause_1, "article 2, clause 1");
  assert_reference (numbering, sub, "article 2, clause 2, under a, 1°");
  assert_reference (numbering, dash, "article 2");
  assert_reference (numbering, under_dash, "article 2");
  assert_reference (numbering, annex, "annex 1");
  assert_reference (numbering, annex_1, "annex 1, clause 1");
  assert_reference (numbering, annex_2a, "annex 1, clause 2, under a");
  assert_text (samen_numbering_reference (numbering, "gone", self->english), "article ?");
}

/* A reference follows its article, and shows that it was deleted */
static void
test_render (Text *self, gconstpointer unused)
{
  SamenArticle *one = article (self, "article", "Een");
  SamenArticle *two = article (self, "article", "Twee");
  g_autofree char *markup = samen_numbering_markup (id_of (two));
  g_autofree char *at_start = g_strconcat ("{Article:", id_of (two), "}", NULL);
  g_autofree char *text = g_strdup_printf ("%s geldt, zie %s {en} {article:4}.", at_start, markup);
  g_autoptr (SamenNumbering) before = number (self, 0);
  g_autoptr (SamenNumbering) after = NULL;
  g_autoptr (SamenNumbering) deleted = NULL;

  assert_text (samen_numbering_render (before, text, self->english),
               "Article 2 geldt, zie article 2 {en} {article:4}.");
  set (one, "deleted", samen_value_boolean (true));
  after = number (self, 0);
  assert_text (samen_numbering_render (after, text, self->english),
               "Article 1 geldt, zie article 1 {en} {article:4}.");
  g_assert_true (samen_numbering_is_whole (after, text));
  set (two, "deleted", samen_value_boolean (true));
  deleted = number (self, 0);
  assert_text (samen_numbering_render (deleted, text, self->english),
               "Article ? geldt, zie article ? {en} {article:4}.");
  g_assert_false (samen_numbering_is_whole (deleted, text));
  assert_text (samen_numbering_to_input (deleted, text, self->english), text);
}

static void
test_input (Text *self, gconstpointer unused)
{
  SamenArticle *one = article (self, "article", "Een");
  SamenArticle *two = article (self, "article", "Twee");
  SamenClause *second;
  g_autoptr (SamenNumbering) numbering = NULL;
  g_autofree char *kept = NULL;

  clause (self, one, NULL, "number", "enig lid");
  clause (self, two, NULL, "number", "1");
  second = clause (self, two, NULL, "number", "2");
  numbering = number (self, 0);
  kept = g_strdup_printf ("{Article:%s} en {article:%s} en {wat dan ook}", id_of (one),
                          id_of (second));
  assert_text (samen_numbering_to_input (numbering, kept, self->english),
               "{Article 1} en {article 2, clause 2} en {wat dan ook}");
  /* However it is typed */
  assert_text (samen_numbering_from_input (numbering,
                                           "{Article  1} en { article 2 CLAUSE 2} en {wat dan ook}",
                                           self->english),
               kept);
  assert_text (samen_numbering_from_input (numbering, "{article 9} { {article 1", self->english),
               "{article 9} { {article 1");
  assert_text (samen_numbering_from_input (numbering, "", self->english), "");
}

static void
test_check (Text *self, gconstpointer unused)
{
  SamenArticle *one = article (self, "article", "Een");
  SamenArticle *two = article (self, "article", "Twee");
  SamenClause *whole = clause (self, one, NULL, "number", "Niets aan de hand {zo} {article:}");
  SamenClause *broken = clause (self, one, NULL, "number", "Zie {article:");
  g_autofree char *gone = samen_id_new ();
  g_autofree char *markup = samen_numbering_markup (gone);
  g_autofree char *fine = samen_numbering_markup (id_of (two));
  g_autoptr (SamenNumbering) numbering = number (self, 0);
  g_autoptr (GPtrArray) none = samen_numbering_check (numbering);
  g_autoptr (GPtrArray) some = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  set (whole, "text", T (fine));
  set (broken, "text", T (markup));
  set (two, "text", T (markup));
  some = samen_numbering_check (numbering);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_true (some->pdata[0] == (gpointer) broken);
  g_assert_true (some->pdata[1] == (gpointer) two);
}

#define TEXT_TEST(path, function) g_test_add (path, Text, NULL, set_up, function, tear_down)

/* Where the references stand, counted as people read */
static void
test_cited (Text *self, gconstpointer unused)
{
  SamenArticle *first = article (self, "article", "Doel");
  g_autofree char *markup = samen_numbering_markup (first->parent_instance.id);
  g_autofree char *gone = samen_numbering_markup ("00000000-0000-4000-8000-000000000000");
  g_autofree char *kept = g_strdup_printf ("Eén (%s) en %s.", markup, gone);
  g_autoptr (SamenNumbering) numbering = number (self, SAMEN_NUMBERING_DEFAULT);
  g_autoptr (GArray) citations = NULL;
  g_autofree char *text = samen_numbering_render_cited (numbering, kept, self->english, &citations);
  g_autofree char *cited = samen_numbering_cite (numbering, "Artikel 1", self->english);

  g_assert_cmpstr (text, ==, "Eén (article 1) en article ?.");
  g_assert_cmpint (citations->len, ==, 2);
  g_assert_cmpint (g_array_index (citations, SamenCitation, 0).start, ==, 5);
  g_assert_cmpint (g_array_index (citations, SamenCitation, 0).end, ==, 14);
  g_assert_cmpstr (g_array_index (citations, SamenCitation, 0).markup, ==, markup);
  g_assert_cmpint (g_array_index (citations, SamenCitation, 1).start, ==, 19);
  g_assert_cmpstr (g_array_index (citations, SamenCitation, 1).markup, ==, gone);
  g_assert_true (g_str_has_prefix (cited, "{Article:"));
  g_assert_null (samen_numbering_cite (numbering, "article 2", self->english));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEXT_TEST ("/numbering/articles", test_articles);
  g_test_add_func ("/numbering/nothing", test_nothing);
  TEXT_TEST ("/numbering/nested", test_nested);
  TEXT_TEST ("/numbering/marks", test_marks);
  TEXT_TEST ("/numbering/sole", test_sole);
  TEXT_TEST ("/numbering/letters", test_letters);
  TEXT_TEST ("/numbering/roman", test_roman);
  TEXT_TEST ("/numbering/disorder", test_disorder);
  TEXT_TEST ("/numbering/depth", test_depth);
  TEXT_TEST ("/numbering/references", test_references);
  TEXT_TEST ("/numbering/render", test_render);
  TEXT_TEST ("/numbering/input", test_input);
  TEXT_TEST ("/numbering/check", test_check);
  TEXT_TEST ("/numbering/cited", test_cited);
  return g_test_run ();
}
