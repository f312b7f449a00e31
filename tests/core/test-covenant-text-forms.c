/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "covenant-text-util.h"

typedef struct
{
  const char *line;
  const char *number;
  const char *heading; /* NULL: it is no heading of an article */
} Heading;

static void
test_article_headings (void)
{
  static const Heading headings[] = {
    { "Artikel 1 Definities", "1", "Definities" },
    { "Artikel 1. Definities", "1", "Definities" },
    { "Artikel 1. Definities.", "1", "Definities" },
    { "Artikel 1: Definities", "1", "Definities" },
    { "ARTIKEL 1 – DEFINITIES", "1", "DEFINITIES" },
    { "Art. 1 Definities", "1", "Definities" },
    { "art 1: definities en begrippen", "1", "definities en begrippen" },
    { "**Artikel 1** Definities", "1", "Definities" },
    { "### Artikel 1 Definities", "1", "Definities" },
    { "Artikel\u00a01\tDefinities", "1", "Definities" },
    { "Artikel 1a Definities", "1a", "Definities" },
    { "Artikel 1.1 Definities", "1.1", "Definities" },
    { "Artikel IV - Definities", "IV", "Definities" },
    { "Article 1 Definitions", "1", "Definitions" },
    { "Artikel 1 Inzet [pm naam]", "1", "Inzet [pm naam]" },
    { "Artikel 7 van de wet is van toepassing.", NULL, NULL },
    { "Artikel 7, tweede lid, is van toepassing.", NULL, NULL },
    { "Artikelen zijn er niet.", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *text = g_strdup_printf ("Convenant Proef\n\nPartijen komen overeen:\n\n"
                                               "%s\n\nDit is de tekst van het artikel.\n",
                                               headings[i].line);
      g_autoptr (SamenCovenantText) tree = parse (text, -1);

      g_test_message ("%s", headings[i].line);
      assert_kept (text, strlen (text), tree);
      g_assert_cmpuint (tree->articles->len, ==, 1);
      g_assert_cmpstr (article (tree, 0)->heading, ==, headings[i].heading);
      g_assert_cmpstr (article (tree, 0)->number, ==, headings[i].number);
    }
}

static void
test_marks (void)
{
  static const char *const marks[][3] = {
    { "1.", "2.", "3." },
    { "1)", "2)", "3)" },
    { "(1)", "(2)", "(3)" },
    { "1.1", "1.2", "1.3" },
    { "lid 1", "lid 2", "lid 3" },
    { "a.", "b.", "c." },
    { "a)", "b)", "c)" },
    { "(a)", "(b)", "(c)" },
    { "i.", "ii.", "iii." },
    { "(i)", "(ii)", "(iii)" },
    { "I.", "II.", "III." },
    { "A.", "B.", "C." },
    { "1°", "2°", "3°" },
    { "-", "-", "-" },
    { "–", "-", "—" },
    { "•", "•", "•" },
    { "*", "*", "*" },
    { "·", "·", "·" },
    { "o", "o", "o" },
    { "g.", "h.", "i." },
    { "iv.", "v.", "vi." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    for (guint blank_lines = 0; blank_lines < 2; blank_lines++)
      {
        const char *gap = blank_lines ? "\n\n" : "\n";
        g_autofree char *text = g_strdup_printf (
            "Convenant Proef\n\nPartijen komen overeen:\n\nArtikel 1 Proef\n\n%s Eerste punt;%s"
            "%s tweede punt, dat\nverder gaat;%s%s derde punt.\n",
            marks[i][0], gap, marks[i][1], gap, marks[i][2]);
        g_autoptr (SamenCovenantText) tree = parse (text, -1);

        g_test_message ("%s", marks[i][0]);
        assert_article (tree, 0, "1", "Proef", 3);
        for (guint j = 0; j < 3; j++)
          g_assert_cmpstr (item (article (tree, 0)->clauses, j)->mark, ==, marks[i][j]);
        g_assert_cmpstr (item (article (tree, 0)->clauses, 1)->text, ==,
                         "tweede punt, dat verder gaat;");
      }
}

static void
test_openings (void)
{
  static const char *const parties[] = {
    "Ondergetekenden:", "De ondergetekenden,",  "Partijen:",
    "Tussen:",          "De volgende partijen", "De partijen:",
    "PARTIJEN",         "The undersigned:",     "De ondergetekenden, te weten:",
  };
  static const char *const considerations[] = {
    "Overwegende dat:", "OVERWEGENDE DAT", "Overwegingen",    "In aanmerking nemende dat:",
    "Whereas:",         "Overwegende:",    "Overwegende dat", "Partijen overwegen het volgende:",
  };
  static const char *const agreements[] = {
    "Komen het volgende overeen:",
    "komen als volgt overeen",
    "Spreken het volgende af:",
    "Verklaren te zijn overeengekomen:",
    "Zijn het volgende overeengekomen:",
    "VERKLAREN HET VOLGENDE TE ZIJN OVEREENGEKOMEN",
    "Partijen spreken daarom het volgende af.",
    "Komen overeen als volgt:",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parties); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (considerations); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (agreements); k++)
        {
          g_autofree char *text = g_strdup_printf (
              "Convenant Proef\n\n%s\n\n1. Stichting Een, gevestigd te Aa;\n\n2. Stichting Twee;\n"
              "\n%s\n\n- er veel te doen is;\n- samen meer kan;\n\n%s\n\nArtikel 1 Doel\n\nHet "
              "doel.\n",
              parties[i], considerations[j], agreements[k]);
          g_autoptr (SamenCovenantText) tree = parse (text, -1);

          g_test_message ("%s | %s | %s", parties[i], considerations[j], agreements[k]);
          g_assert_nonnull (tree->parties_opening);
          g_assert_nonnull (tree->considerations_opening);
          g_assert_nonnull (tree->agreement);
          g_assert_cmpuint (tree->considerations->len, ==, 2);
          g_assert_cmpuint (tree->articles->len, ==, 1);
          if (!g_str_has_suffix (parties[i], "te weten:"))
            g_assert_cmpuint (tree->parties->len, ==, 2);
          assert_kept (text, strlen (text), tree);
        }
}

typedef struct
{
  const char *text;
  const char *found[3];
} Blanks;

static void
test_blanks (void)
{
  static const Blanks cases[] = {
    { "tot [pm] of [pm nader te bepalen]", { "[pm]", "[pm nader te bepalen]" } },
    { "op .... te …… bij ______", { "....", "……", "______" } },
    { "op ... te ...", { "...", "..." } },
    { "op [datum\nvan tekenen]", { "[datum van tekenen]" } },
    { "door <naam> en «functie»", { "<naam>", "«functie»" } },
    { "zie voetnoot [1] en [x] en [de site](www) enzovoort...", { NULL } },
    { "in [pm]voud", { "[pm]" } },
    { "de heer XXXX", { "XXXX" } },
    { "haakje [ open, <, «, Maxxxima, ..", { NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("Convenant\n\nArtikel 1 Proef\n\nDit geldt %s", cases[i].text);
      g_autoptr (SamenCovenantText) tree = parse (text, -1);
      guint n = 0;

      g_test_message ("%s", cases[i].text);
      for (; n < 3 && cases[i].found[n] != NULL; n++)
        {
          g_assert_cmpstr (blank (tree, n)->text, ==, cases[i].found[n]);
          g_assert_cmpuint (blank (tree, n)->line, ==, 5);
        }
      g_assert_cmpuint (tree->blanks->len, ==, n);
    }
}

typedef struct
{
  const char *text;
  const char *name;
  const char *alias;
  const char *person;
  const char *function;
} Sentence;

static void
test_sentences (void)
{
  static const Sentence cases[] = {
    { "Zorg Oost N.V., gevestigd te Aa, hierna te noemen 'Zorg Oost';", "Zorg Oost N.V.",
      "Zorg Oost", NULL, NULL },
    { "School West B.V.", "School West B.V.", NULL, NULL, NULL },
    { "Stichting Leren Zonder Grenzen (“LZG”), vertegenwoordigd door directeur-bestuurder J. Been",
      "Stichting Leren Zonder Grenzen", "LZG", "J. Been", "directeur-bestuurder" },
    { "Hogeschool Ver (HSV), vertegenwoordigd door mevrouw T. Bos (lid van het college van "
      "bestuur)",
      "Hogeschool Ver", "HSV", "mevrouw T. Bos", "lid van het college van bestuur" },
    { "Stichting Dag (Dagopvang), hierna: De Dag", "Stichting Dag (Dagopvang)", "De Dag", NULL,
      NULL },
    { "De Minister van Leren, mevrouw A. Boek, handelend als bestuursorgaan, hierna: de Minister",
      "De Minister van Leren", "de Minister", "mevrouw A. Boek", NULL },
    { "Gemeente Bos, namens deze de heer C. Dak, wethouder", "Gemeente Bos", NULL, "de heer C. Dak",
      "wethouder" },
    { "Zorg Noord, vertegenwoordigd door de heer E. Fok in de functie van manager opleiden",
      "Zorg Noord", NULL, "de heer E. Fok", "manager opleiden" },
    { "Zorg Zuid, vertegenwoordigd door haar bestuurder, Gijs Ham", "Zorg Zuid", NULL, "Gijs Ham",
      "bestuurder" },
    { "Zorg West, vertegenwoordigd door haar algemeen directeur Iris van den Berg, hierna: West",
      "Zorg West", "West", "Iris van den Berg", "algemeen directeur" },
    { "Zorg Mid, vertegenwoordigd door haar directeur Piet Pieters", "Zorg Mid", NULL,
      "Piet Pieters", "directeur" },
    { "Zorg Aan Zee, vertegenwoordigd door haar bestuurder Stichting Jan Zee", "Zorg Aan Zee", NULL,
      NULL, NULL },
    { "Zorg Op Maat, vertegenwoordigd door haar directeur Onderwijs", "Zorg Op Maat", NULL, NULL,
      NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "Convenant Proef\n\nPartijen:\n\n1. %s\n2. Ander, hierna te noemen: B\n\n"
          "Komen het volgende overeen:\n\nArtikel 1 Doel\n\nIets.\n",
          cases[i].text);
      g_autoptr (SamenCovenantText) tree = parse (text, -1);
      const SamenCovenantTextParty *first = nth_party (tree, 0, cases[i].name, cases[i].alias);

      assert_kept (text, strlen (text), tree);
      g_assert_cmpuint (first->representatives->len, ==, cases[i].person != NULL);
      if (cases[i].person != NULL)
        assert_person (first, 0, cases[i].person, cases[i].function);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/covenant-text-forms/article-headings", test_article_headings);
  g_test_add_func ("/covenant-text-forms/marks", test_marks);
  g_test_add_func ("/covenant-text-forms/openings", test_openings);
  g_test_add_func ("/covenant-text-forms/blanks", test_blanks);
  g_test_add_func ("/covenant-text-forms/sentences", test_sentences);
  return g_test_run ();
}
