/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "covenant-text-util.h"

static void
test_kept (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize length;
      g_autofree char *text = load (files[i], &length);
      g_autoptr (SamenCovenantText) tree = parse (text, (gssize) length);

      g_test_message ("%s", files[i]);
      assert_kept (text, length, tree);
    }
}

static char *
shared_path (const char *name)
{
  const char *shared = g_getenv ("SAMENSPEL_SHARED");
  g_autofree char *beside = NULL;

  if (shared == NULL)
    {
      beside = g_test_build_filename (G_TEST_DIST, "..", "..", "..", "shared", NULL);
      shared = beside;
    }
  return g_build_filename (shared, "data", "convenanten", name, NULL);
}

static void
check_pib_front (const SamenCovenantText *tree)
{
  g_assert_cmpstr (tree->title->text, ==,
                   "Convenant Partners for International Business: het PIB-actieplan");
  g_assert_cmpuint (tree->preamble->len, ==, 0);
  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_party (tree->parties, 0,
                "De Staatssecretaris van Economische Zaken, Landbouw en Innovatie", "EL&I");
  g_assert_cmpstr (party (tree->parties, 0)->capacity, ==, "handelend als bestuursorgaan");
  g_assert_cmpstr (party (tree->parties, 1)->alias, ==, "[pm]");
  g_assert_cmpstr (tree->collective_name, ==, "Partijen");
  g_assert_cmpuint (tree->considerations->len, ==, 8);
  g_assert_cmpstr (item (tree->considerations, 7)->mark, ==, "-");
  g_assert_cmpuint (item (tree->considerations, 7)->line, ==, 27);
  g_assert_cmpstr (tree->agreement->text, ==, "Komen het volgende PIB-actieplan overeen.");
}

static void
check_pib_body (const SamenCovenantText *tree)
{
  static const guint clauses[] = { 1, 1, 3, 1, 2, 3, 2, 2, 4, 1 };
  static const int chapters[] = { 0, 0, 1, 1, 2, 2, 2, 2, 2, 2 };
  const SamenCovenantTextChapter *chapter;

  g_assert_cmpuint (tree->chapters->len, ==, 3);
  chapter = g_ptr_array_index (tree->chapters, 2);
  g_assert_cmpstr (chapter->number, ==, "3");
  g_assert_cmpstr (chapter->heading, ==, "Overige bepalingen");
  g_assert_cmpuint (tree->articles->len, ==, 10);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      g_assert_cmpstr (article (tree, i)->number, ==, number);
      g_assert_nonnull (article (tree, i)->heading);
      g_assert_cmpint (article (tree, i)->chapter, ==, chapters[i]);
      g_assert_cmpuint (article (tree, i)->clauses->len, ==, clauses[i]);
    }
  for (guint i = 0; i < 3; i++)
    {
      const SamenCovenantTextItem *table = item (article (tree, 2)->clauses, i);

      g_assert_cmpint (table->kind, ==, SAMEN_COVENANT_TEXT_ITEM_TABLE);
      g_assert_nonnull (strstr (table->text, "\n|:---|\n"));
    }
  assert_item (article (tree, 6)->clauses, 0, "1.",
               "Partijen komen overeen dat dit convenant niet in rechte afdwingbaar is.");
}

static void
test_pib (void)
{
  g_autofree char *path = shared_path ("modelconvenant-pib-2012.txt");
  g_autofree char *text = NULL;
  g_autoptr (SamenCovenantText) tree = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    {
      g_test_skip ("the folder with real covenants is not here (SAMENSPEL_SHARED)");
      return;
    }

  tree = parse (text, (gssize) length);
  assert_kept (text, length, tree);
  g_assert_cmpint (tree->notes, ==, SAMEN_COVENANT_TEXT_NOTE_NONE);
  check_pib_front (tree);
  check_pib_body (tree);
  g_assert_true (g_str_has_prefix (tree->closing->text, "Aldus overeengekomen"));
  g_assert_cmpuint (tree->signatures->len, ==, 2);
  g_assert_cmpuint (tree->annexes->len, ==, 1);
  g_assert_cmpuint (tree->rest->len, ==, 0);
  g_assert_cmpuint (tree->blanks->len, ==, 14);
  g_assert_cmpstr (blank (tree, 0)->text, ==,
                   "[pm de deelnemers aan het samenwerkingsverband van minimaal drie "
                   "ondernemers]");
  g_assert_cmpuint (blank (tree, 7)->line, ==, 125);
  g_assert_cmpint (blank (tree, 7)->element, ==, SAMEN_COVENANT_TEXT_CLAUSE);
  g_assert_cmpuint (blank (tree, 7)->index, ==, 8);
  g_assert_cmpstr (blank (tree, 7)->mark, ==, "2.");
  g_assert_cmpstr (blank (tree, 11)->text, ==, "...");
}

static void
test_numbered_clauses (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("numbered-clauses.txt");
  const SamenCovenantTextItem *deep;
  const SamenCovenantTextAnnex *annex;

  g_assert_cmpuint (tree->parties->len, ==, 3);
  assert_party (tree->parties, 0, "Stichting Lindehof Onderwijs", "Lindehof");
  g_assert_cmpstr (party (tree->parties, 0)->seat, ==, "Veldwijk");
  assert_person (party (tree->parties, 0), 0, "mevrouw A. de Ruiter",
                 "voorzitter van het college van bestuur");
  assert_person (party (tree->parties, 1), 1, "mevrouw C. Vos", "directeur zorg");
  assert_party (tree->parties, 2, "De gemeente Veldwijk", "de Gemeente");
  assert_person (party (tree->parties, 2), 0, "drs. D. Kamp", "wethouder");
  g_assert_cmpstr (tree->collective_name, ==, "Partijen");

  g_assert_cmpuint (tree->considerations->len, ==, 3);
  g_assert_cmpuint (item (tree->considerations, 1)->parts->len, ==, 2);
  g_assert_cmpuint (tree->chapters->len, ==, 2);
  g_assert_cmpuint (tree->articles->len, ==, 5);

  deep = item (item (article (tree, 0)->clauses, 0)->parts, 1);
  deep = item (deep->parts, 1);
  assert_item (deep->parts, 1, "2°", "van de afdeling.");
  /* a wrapped "artikel 1" and "2012." begin nothing */
  assert_article (tree, 1, "2", "Doel", 2);
  assert_item (article (tree, 1)->clauses, 1, "2.",
               "Zij doen dat zoals bedoeld in artikel 1 en met inachtneming van de wet van 2012. "
               "Daarbij geldt het volgende:");
  assert_item (article (tree, 2)->clauses, 1, NULL, "De Oever:");
  assert_item (item (article (tree, 2)->clauses, 1)->parts, 0, "-", "biedt leerplekken aan;");
  assert_item (item (article (tree, 3)->clauses, 0)->parts, 0, "4.1.1", "Verlenging is mogelijk.");
  assert_article (tree, 4, "5", "Geschillen", 2);

  g_assert_cmpuint (tree->signatures->len, ==, 3);
  g_assert_cmpuint (tree->annexes->len, ==, 2);
  annex = g_ptr_array_index (tree->annexes, 0);
  g_assert_cmpstr (annex->heading, ==, "Werkplan");
  g_assert_cmpuint (annex->items->len, ==, 2);
}

static void
test_headings_only (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("headings-only.txt");

  g_assert_cmpuint (tree->parties->len, ==, 2);
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  g_assert_cmpuint (tree->articles->len, ==, 3);
  assert_article (tree, 0, NULL, "Doel van de samenwerking", 2);
  assert_article (tree, 1, NULL, "Wat iedere partij doet", 2);
  assert_item (article (tree, 1)->clauses, 0, NULL, "Oostrand zal:");
  g_assert_cmpuint (item (article (tree, 1)->clauses, 0)->parts->len, ==, 2);
  g_assert_cmpuint (tree->signatures->len, ==, 6);
  g_assert_cmpuint (tree->blanks->len, ==, 3);
  g_assert_cmpstr (blank (tree, 1)->text, ==, "[naam]");
  g_assert_cmpstr (blank (tree, 2)->text, ==, "…");
}

static void
test_decimal (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("decimal.txt");

  g_assert_cmpstr (tree->title->text, ==, "SAMENWERKINGSOVEREENKOMST\nLeerwerkplaats Het Dok");
  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_party (tree->parties, 0, "Havencollege", "het College");
  assert_party (tree->parties, 1, "Thuiszorg Kade BV", "Kade");
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  g_assert_cmpuint (tree->articles->len, ==, 4);
  assert_article (tree, 1, "2", "Doel en resultaat", 2);
  g_assert_cmpuint (item (article (tree, 1)->clauses, 0)->parts->len, ==, 2);
  g_assert_cmpuint (item (article (tree, 1)->clauses, 1)->parts->len, ==, 2);
  assert_article (tree, 2, "3", "Looptijd", 2);
  assert_article (tree, 3, "4", "Slot", 1);
  g_assert_cmpuint (tree->annexes->len, ==, 1);
}

static void
test_chapters_decimal (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("chapters-decimal.txt");

  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_party (tree->parties, 1, "Pabo Bosrand", "Partij B");
  g_assert_cmpstr (tree->collective_name, ==, "partijen");
  g_assert_cmpuint (tree->chapters->len, ==, 2);
  g_assert_cmpuint (tree->articles->len, ==, 4);
  assert_article (tree, 3, "2.2", "Toetsing", 1);
  g_assert_cmpint (article (tree, 3)->chapter, ==, 1);
}

static guint
count_rest (const SamenCovenantText *tree, SamenCovenantTextRestKind kind)
{
  guint n = 0;

  for (guint i = 0; i < tree->rest->len; i++)
    n += ((SamenCovenantTextRest *) g_ptr_array_index (tree->rest, i))->kind == kind;
  return n;
}

static void
test_contents (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("contents-and-pages.txt");
  g_autoptr (SamenCovenantText) plain = parse_file ("contents-without-dots.txt");

  g_assert_cmpuint (tree->articles->len, ==, 3);
  g_assert_cmpuint (tree->chapters->len, ==, 1);
  g_assert_cmpuint (count_rest (tree, SAMEN_COVENANT_TEXT_REST_CONTENTS), ==, 5);
  g_assert_cmpuint (count_rest (tree, SAMEN_COVENANT_TEXT_REST_PAGE), ==, 7);
  /* a sentence that goes on on the next page */
  g_assert_cmpuint (tree->considerations->len, ==, 1);
  g_assert_true (g_str_has_suffix (item (tree->considerations, 0)->text,
                                   "ophoudt bij de grens van de eigen "
                                   "organisatie;"));

  g_assert_cmpuint (plain->articles->len, ==, 3);
  g_assert_cmpuint (plain->parties->len, ==, 1);
  g_assert_cmpuint (count_rest (plain, SAMEN_COVENANT_TEXT_REST_CONTENTS), ==, 4);
}

static void
test_markdown (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("markdown.txt");

  g_assert_cmpstr (tree->title->text, ==, "Convenant Samen Sterk");
  g_assert_cmpuint (tree->preamble->len, ==, 1);
  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_party (tree->parties, 0, "Stichting Zonnewijzer", "Zonnewijzer");
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  assert_item (tree->considerations, 0, "-", "Zorg en onderwijs hebben elkaar nodig.");
  g_assert_cmpuint (tree->articles->len, ==, 3);
  assert_article (tree, 0, NULL, "Doel", 3);
  g_assert_cmpint (item (article (tree, 0)->clauses, 1)->kind, ==,
                   SAMEN_COVENANT_TEXT_ITEM_HEADING);
  assert_article (tree, 1, NULL, "Afspraken", 3);
  g_assert_cmpuint (item (article (tree, 1)->clauses, 0)->parts->len, ==, 2);
  g_assert_cmpint (item (article (tree, 1)->clauses, 2)->kind, ==, SAMEN_COVENANT_TEXT_ITEM_TABLE);
  g_assert_cmpuint (tree->blanks->len, ==, 3);
}

static void
test_groups (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("groups.txt");

  g_assert_cmpuint (tree->parties->len, ==, 2);
  g_assert_true (party (tree->parties, 0)->group);
  assert_party (tree->parties, 0, "De onderwijsinstellingen", "de Scholen");
  assert_party (tree->parties, 1, "De zorgorganisaties", "de Werkgevers");
  g_assert_cmpuint (party (tree->parties, 0)->members->len, ==, 2);
  assert_party (party (tree->parties, 0)->members, 1, "Hogeschool Duinrand", NULL);
  assert_person (party (party (tree->parties, 0)->members, 1), 0, "mevrouw I. Kok",
                 "lid van het college van bestuur");
  assert_party (party (tree->parties, 1)->members, 0, "Stichting Avondrood", "Avondrood");
  g_assert_cmpstr (tree->collective_name, ==, "Partijen");
  g_assert_cmpuint (tree->articles->len, ==, 2);
  assert_item (article (tree, 0)->clauses, 1, "lid 2", "De Scholen verdelen de plaatsen.");
  assert_item (item (article (tree, 1)->clauses, 0)->parts, 1, "II.",
               "twee leden namens de Werkgevers.");
}

static void
test_english (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("english.txt");

  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_party (tree->parties, 0, "Riverside College", "the College");
  g_assert_cmpstr (party (tree->parties, 0)->seat, ==, "Millbrook");
  assert_person (party (tree->parties, 0), 0, "Ms. J. Hart", "principal");
  g_assert_cmpstr (tree->collective_name, ==, "the Parties");
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  assert_item (tree->considerations, 1, "Whereas", "the Parties wish to train them together;");
  g_assert_cmpuint (tree->articles->len, ==, 3);
  assert_article (tree, 1, "2", "Duties", 1);
  g_assert_cmpuint (item (article (tree, 1)->clauses, 0)->parts->len, ==, 2);
  assert_article (tree, 2, "3", "Duration", 2);
  g_assert_nonnull (tree->closing);
  g_assert_cmpuint (tree->annexes->len, ==, 1);
}

static void
test_no_headings (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("no-headings.txt");
  const SamenCovenantTextLine *line;

  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_party (tree->parties, 0, "basisschool De Kade", NULL);
  assert_party (tree->parties, 1, "opvang De Boot", NULL);
  assert_person (party (tree->parties, 1), 0, "de heer M. Dijk", NULL);
  g_assert_cmpuint (tree->articles->len, ==, 1);
  assert_article (tree, 0, NULL, NULL, 3);
  g_assert_cmpuint (item (article (tree, 0)->clauses, 1)->parts->len, ==, 2);
  line = g_ptr_array_index (tree->signatures, 0);
  g_assert_cmpstr (line->text, ==, "L. Blok\tM. Dijk");
}

static void
test_other_numbers (void)
{
  g_autoptr (SamenCovenantText) letters = parse_file ("lettered-sections.txt");
  g_autoptr (SamenCovenantText) old = parse_file ("old-style.txt");

  g_assert_cmpuint (letters->articles->len, ==, 4);
  assert_article (letters, 2, "C", "Afspraken", 2);

  g_assert_cmpuint (old->parties->len, ==, 2);
  g_assert_cmpstr (party (old->parties, 0)->capacity, ==, "handelend als bestuursorgaan");
  g_assert_cmpuint (old->considerations->len, ==, 3);
  assert_item (old->considerations, 0, "Gelet op", "de Jeugdwet;");
  g_assert_cmpuint (old->chapters->len, ==, 2);
  g_assert_cmpuint (old->articles->len, ==, 3);
  assert_article (old, 1, "II", NULL, 2);
  assert_item (article (old, 1)->clauses, 1, "2o", "De stichting brengt verslag uit.");
  g_assert_cmpuint (old->annexes->len, ==, 1);
}

static void
test_wrapped (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("wrapped.txt");
  const SamenCovenantTextItem *duties;

  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_person (party (tree->parties, 0), 0, "mevrouw N. de Wit", "voorzitter");
  assert_person (party (tree->parties, 1), 0, "de heer O. Bakker", "directeur");
  assert_item (tree->considerations, 0, "1)",
               "de arbeidsmarkt voor zorg en welzijn in Westerlee krap is en dat samenwerking "
               "tussen school en praktijk daarin verandering brengt;");
  assert_item (tree->considerations, 1, "2)",
               "scholen voor basis- en voortgezet onderwijs meedoen;");
  assert_article (tree, 0, "1", "Ambitie", 1);
  assert_article (tree, 1, "2", "Wat wij doen", 3);
  duties = item (article (tree, 1)->clauses, 0);
  g_assert_cmpuint (duties->parts->len, ==, 3);
  g_assert_cmpuint (item (duties->parts, 2)->parts->len, ==, 2);
  g_assert_cmpstr (blank (tree, 0)->text, ==, "XXX");
}

/* As pasted from a word processor: a line per paragraph, no blank lines */
static void
test_unwrapped (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("unwrapped.txt");

  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_party (tree->parties, 0, "Stichting Primair Polder", "Primair");
  assert_party (tree->parties, 1, "Kinderopvang Klaver", "Klaver");
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  g_assert_cmpuint (tree->articles->len, ==, 3);
  assert_article (tree, 0, "1", "Doel", 1);
  assert_article (tree, 1, "2", "Inzet", 2);
  g_assert_cmpuint (item (article (tree, 1)->clauses, 0)->parts->len, ==, 2);
  g_assert_nonnull (tree->closing);
}

static void
test_cover (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("cover-and-contents.txt");

  g_assert_cmpstr (tree->title->text, ==, "Dienstverleningsovereenkomst 2015 jeugdzorg");
  g_assert_cmpuint (tree->preamble->len, ==, 2);
  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_party (tree->parties, 0, "de gemeente Grasveld", "gastgemeente");
  g_assert_cmpstr (tree->collective_name, ==, "partijen");
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  g_assert_cmpuint (tree->chapters->len, ==, 2);
  g_assert_cmpuint (tree->articles->len, ==, 3);
  assert_article (tree, 2, "3", "Taken", 2);
  g_assert_cmpuint (tree->signatures->len, ==, 2);
}

static void
test_sections (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("sections.txt");
  g_autoptr (SamenCovenantText) belgian = parse_file ("belgian.txt");

  /* the parties are a section among the others */
  g_assert_cmpuint (tree->parties->len, ==, 3);
  g_assert_cmpuint (tree->articles->len, ==, 4);
  assert_article (tree, 1, "3", "Uitgangspunten", 1);
  g_assert_cmpuint (item (article (tree, 1)->clauses, 0)->parts->len, ==, 3);
  assert_article (tree, 2, "4", "Afspraken", 4);

  g_assert_cmpuint (belgian->parties->len, ==, 2);
  assert_person (party (belgian->parties, 0), 1, "Piet Pieters", "algemeen directeur");
  g_assert_cmpuint (belgian->chapters->len, ==, 2);
  assert_article (belgian, 1, "2", "Doel", 2);
  assert_item (article (belgian, 1)->clauses, 0, "§1.", "De vereniging heeft als doel muziek.");
}

static void
test_labelled_groups (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("labelled-groups.txt");

  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_party (tree->parties, 0, "Onderwijs", NULL);
  g_assert_true (party (tree->parties, 0)->group);
  assert_party (party (tree->parties, 0)->members, 0, "Stichting ROC Midden", NULL);
  assert_person (party (party (tree->parties, 0)->members, 0), 0, "de heer A. Aalbers",
                 "voorzitter van het College van Bestuur");
  assert_article (tree, 0, "1", "Ambitie en doelen", 2);
  g_assert_cmpuint (tree->signatures->len, ==, 2);
}

static void
test_not_a_covenant (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("not-a-covenant.txt");

  g_assert_true (tree->notes & SAMEN_COVENANT_TEXT_NOTE_NOT_A_COVENANT);
  g_assert_null (tree->title);
  g_assert_cmpuint (tree->articles->len, ==, 0);
  g_assert_cmpuint (tree->parties->len, ==, 0);
  g_assert_cmpuint (tree->preamble->len, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/covenant-text/kept", test_kept);
  g_test_add_func ("/covenant-text/pib", test_pib);
  g_test_add_func ("/covenant-text/numbered-clauses", test_numbered_clauses);
  g_test_add_func ("/covenant-text/headings-only", test_headings_only);
  g_test_add_func ("/covenant-text/decimal", test_decimal);
  g_test_add_func ("/covenant-text/chapters-decimal", test_chapters_decimal);
  g_test_add_func ("/covenant-text/contents", test_contents);
  g_test_add_func ("/covenant-text/markdown", test_markdown);
  g_test_add_func ("/covenant-text/groups", test_groups);
  g_test_add_func ("/covenant-text/english", test_english);
  g_test_add_func ("/covenant-text/no-headings", test_no_headings);
  g_test_add_func ("/covenant-text/other-numbers", test_other_numbers);
  g_test_add_func ("/covenant-text/wrapped", test_wrapped);
  g_test_add_func ("/covenant-text/unwrapped", test_unwrapped);
  g_test_add_func ("/covenant-text/cover", test_cover);
  g_test_add_func ("/covenant-text/sections", test_sections);
  g_test_add_func ("/covenant-text/labelled-groups", test_labelled_groups);
  g_test_add_func ("/covenant-text/not-a-covenant", test_not_a_covenant);

  return g_test_run ();
}
