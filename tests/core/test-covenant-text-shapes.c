/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "covenant-text-util.h"

/* Covenants as word processors, PDF files and people leave them. Each test names the shape of its text. */

/* "§ 1 Doel" is an article where none is called so */
static void
test_paragraph_signs (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("paragraph-articles.txt");

  g_assert_cmpuint (tree->chapters->len, ==, 0);
  g_assert_cmpuint (tree->articles->len, ==, 3);
  assert_article (tree, 0, "1", "Doel", 2);
  assert_article (tree, 1, "2", "Plaatsen", 2);
  assert_item (item (article (tree, 1)->clauses, 1)->parts, 1, "b.", "de examens.");
  assert_article (tree, 2, "3", "Duur", 1);
  assert_person (nth_party (tree, 1, "Zorggroep Slenk", "Slenk"), 0, "mevrouw A. Dijk",
                 "directeur-bestuurder");
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  g_assert_cmpstr (item (tree->considerations, 1)->mark, ==, "2.");
}

static void
assert_row (const SamenCovenantText *tree,
            guint i,
            const char *name,
            const char *seat,
            const char *person,
            const char *function)
{
  const SamenCovenantTextParty *row = nth_party (tree, i, name, NULL);

  g_assert_cmpstr (row->seat, ==, seat);
  assert_person (row, 0, person, function);
}

static void
test_party_table (void)
{
  g_autoptr (SamenCovenantText) columns = parse_file ("party-columns.txt");
  g_autoptr (SamenCovenantText) tabs = parse_file ("flattened-table.txt");
  g_autoptr (SamenCovenantText) cells = parse_file ("party-cells.txt");

  g_assert_cmpuint (columns->parties->len, ==, 4);
  assert_row (columns, 0, "Bollen College N.V.", "Lisse", "mevrouw W. Krokus", "rector");
  assert_row (columns, 3, "Gemeente Duinzicht", "Duinzicht", "de heer E. Zand", "wethouder");
  g_assert_cmpstr (columns->collective_name, ==, "Partijen");
  g_assert_cmpuint (columns->considerations->len, ==, 2);

  g_assert_cmpuint (tabs->parties->len, ==, 4);
  assert_row (tabs, 1, "Treant Zorggroep", "Hoogeveen", "E. Boer", "lid raad van bestuur");
  g_assert_cmpuint (tabs->considerations->len, ==, 2);
  g_assert_cmpuint (tabs->articles->len, ==, 3);
  /* a table that is not of parties keeps its lines */
  g_assert_cmpint (item (article (tabs, 0)->clauses, 2)->kind, ==, SAMEN_COVENANT_TEXT_ITEM_TABLE);
  g_assert_nonnull (
      strstr (item (article (tabs, 0)->clauses, 2)->text, "Cosis\t50\t50\t50\nIcare"));

  g_assert_cmpuint (cells->parties->len, ==, 3);
  assert_row (cells, 1, "Zorg aan de Vecht B.V.", "Dalfsen", "de heer K. Brug",
              "directeur-bestuurder");
  g_assert_cmpuint (cells->considerations->len, ==, 2);
  g_assert_cmpuint (cells->articles->len, ==, 2);
}

/* A head whose cells do not come out even is no table */
static void
test_uneven_cells (void)
{
  static const char text[] =
      "Convenant Proef\n\nPartijen:\n\nNaam\nPlaats\n\nSchool Een\nAadorp\n"
      "School Twee\n\nKomen het volgende overeen:\n\nArtikel 1 Doel\n\nIets.\n";
  g_autoptr (SamenCovenantText) tree = parse (text, -1);

  assert_kept (text, strlen (text), tree);
  for (guint i = 0; i < tree->parties->len; i++)
    g_assert_false (party (tree->parties, i)->labelled);
}

/* Parties on bare lines, with the short names and functions that people write between brackets */
static void
test_bare_parties (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("bare-parties.txt");
  const SamenCovenantTextParty *last;

  g_assert_cmpuint (tree->parties->len, ==, 5);
  assert_person (nth_party (tree, 0, "Stichting Voortgezet Onderwijs Krimpenerveld", "SVOK"), 0,
                 "mevrouw R. Hof", "directeur");
  assert_person (nth_party (tree, 1, "Zorgcoöperatie Lekstroom U.A.", "Lekstroom"), 0,
                 "de heer N. Veer", "directeur-bestuurder");
  assert_person (nth_party (tree, 2, "Thuiszorg Merwe N.V.", "Merwe"), 0, "mevrouw O. Kade",
                 "bestuurder");
  assert_person (nth_party (tree, 3, "Kinderopvang Waard B.V.", "Waard"), 0, "de heer U. Wiel",
                 "directeur-bestuurder");
  last = nth_party (tree, 4, "Gemeente Krimpenerveld", "de Gemeente");
  assert_person (last, 0, "de heer P. Dam", "wethouder onderwijs");
  assert_person (last, 1, "mevrouw E. Sluis", "wethouder zorg");
  g_assert_cmpstr (tree->agreement->text, ==, "verklaren:");
  g_assert_cmpuint (article (tree, 0)->clauses->len, ==, 3);
  g_assert_cmpstr (tree->closing->text, ==, "Krimpenerveld, 12 maart 2026");
}

static void
test_labels (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("labelled-parties.txt");

  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_person (nth_party (tree, 0, "Linge Scholengroep B.V.", NULL), 0, "mevrouw P. Appel",
                 "directeur-bestuurder");
  assert_person (nth_party (tree, 1, "Thuiszorg Peer", NULL), 0, "de heer D. Peer", "bestuurder");
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  assert_article (tree, 0, "1", "stages", 2);
  assert_item (article (tree, 0)->clauses, 0, "Eerste lid.",
               "Thuiszorg Peer biedt elk half jaar acht stages.");
  g_assert_cmpuint (item (article (tree, 0)->clauses, 1)->parts->len, ==, 2);
  assert_article (tree, 1, "2", "geld", 2);
  assert_item (article (tree, 1)->clauses, 1, "Lid 2", "Reiskosten draagt de school.");
  g_assert_cmpuint (tree->signatures->len, ==, 2);
}

static void
test_lid (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("lid-words.txt");
  const SamenCovenantTextItem *second;

  nth_party (tree, 0, "Stichting Regio College Kop", "het college");
  nth_party (tree, 1, "Omring Kop B.V.", "Omring");
  assert_article (tree, 0, "1", "Begeleiding", 2);
  assert_item (article (tree, 0)->clauses, 0, "Eerste lid",
               "Omring wijst voor elke student een begeleider aan.");
  second = item (article (tree, 1)->clauses, 1);
  g_assert_cmpstr (second->mark, ==, "Tweede lid");
  g_assert_cmpuint (second->parts->len, ==, 3);
  g_assert_cmpuint (item (second->parts, 1)->parts->len, ==, 2);
}

/* "1. Doel" and below it the clauses, from 1 again */
static void
test_restarting (void)
{
  static const guint clauses[] = { 2, 1, 1, 3 };
  g_autoptr (SamenCovenantText) tree = parse_file ("restarting.txt");
  g_autoptr (SamenCovenantText) national = parse_file ("national-accord.txt");
  const SamenCovenantTextItem *duties;

  g_assert_cmpuint (tree->parties->len, ==, 3);
  g_assert_cmpuint (tree->articles->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (article (tree, i)->clauses->len, ==, clauses[i]);
  duties = item (article (tree, 2)->clauses, 0);
  g_assert_cmpstr (duties->text, ==, "De werkgevers verplichten zich:");
  g_assert_cmpuint (duties->parts->len, ==, 2);
  g_assert_cmpuint (item (duties->parts, 1)->parts->len, ==, 2);
  g_assert_cmpstr (tree->closing->text, ==, "Voor akkoord:");

  g_assert_cmpuint (national->articles->len, ==, 5);
  assert_article (national, 0, "1", "Doelstelling", 2);
  assert_article (national, 3, "4", "Inzet van de werkgevers", 1);
  g_assert_cmpuint (item (article (national, 3)->clauses, 0)->parts->len, ==, 3);
  nth_party (national, 0, "Overheid", "de overheid");
  g_assert_cmpuint (party (national->parties, 2)->members->len, ==, 3);
}

/* What stands on each page is no title and goes into no clause */
static void
test_running (void)
{
  g_autoptr (SamenCovenantText) footers = parse_file ("page-footers.txt");
  g_autoptr (SamenCovenantText) headers = parse_file ("running-headers.txt");

  g_assert_cmpstr (footers->title->text, ==, "Convenant Opleiden aan de Amstel");
  assert_person (party (footers->parties, 1), 1, "mevrouw D. Gracht", "directeur");
  assert_article (footers, 0, "1", "Leerlingen", 2);
  assert_item (article (footers, 0)->clauses, 1, "2.",
               "De begeleiding is in handen van Weesper, en wordt betaald door het Lyceum.");
  g_assert_cmpuint (footers->rest->len, ==, 4);

  g_assert_cmpstr (headers->title->text, ==, "CONVENANT OPLEIDINGSPLAATSEN ACHTERHOEK");
  g_assert_cmpuint (headers->preamble->len, ==, 0);
  g_assert_cmpuint (headers->rest->len, ==, 6);
}

static void
test_parts (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("parts-of-text.txt");
  const SamenCovenantTextChapter *chapter;

  g_assert_cmpuint (tree->chapters->len, ==, 2);
  chapter = g_ptr_array_index (tree->chapters, 1);
  g_assert_cmpstr (chapter->mark, ==, "Deel B");
  g_assert_cmpstr (chapter->heading, ==, "Afspraken");
  g_assert_cmpuint (tree->articles->len, ==, 4);
  assert_article (tree, 2, NULL, "Plaatsen", 2);
  g_assert_cmpuint (tree->considerations->len, ==, 3);
}

/* Prose without an article: who signs is party, and the rest is kept as it stands */
static void
test_prose (void)
{
  g_autoptr (SamenCovenantText) prose = parse_file ("prose-letter.txt");
  g_autoptr (SamenCovenantText) letter = parse_file ("letter-style.txt");

  g_assert_cmpstr (prose->title->text, ==, "Afspraken over samen opleiden");
  g_assert_cmpuint (prose->preamble->len, ==, 4);
  g_assert_cmpuint (prose->articles->len, ==, 0);
  g_assert_cmpuint (prose->parties->len, ==, 3);
  assert_person (nth_party (prose, 1, "zorggroep Heuvelland", NULL), 0, "de heer M. Top",
                 "bestuurder");
  g_assert_cmpstr (prose->closing->text, ==, "Valkenburg, 2 februari 2026");
  g_assert_cmpuint (prose->signatures->len, ==, 3);

  g_assert_cmpint (letter->notes, ==, SAMEN_COVENANT_TEXT_NOTE_NONE);
  g_assert_cmpstr (letter->title->text, ==, "Verklaring van samenwerking");
  g_assert_cmpstr (letter->agreement->text, ==, "Wij spreken af:");
  g_assert_cmpuint (article (letter, 0)->clauses->len, ==, 4);
  g_assert_cmpuint (letter->parties->len, ==, 4);
}

/* Duties grouped by party, and names below them that look like lists */
static void
test_duties (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("duties-per-party.txt");

  g_assert_cmpuint (tree->parties->len, ==, 3);
  assert_person (nth_party (tree, 1, "Máxima Ziekenhuis Zuid", "het ziekenhuis"), 0,
                 "mevr. I. Claes", "lid raad van bestuur");
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  g_assert_cmpstr (tree->agreement->text, ==, "zijn overeengekomen");
  g_assert_cmpuint (tree->articles->len, ==, 5);
  assert_article (tree, 0, NULL, "De hogeschool", 3);
  assert_article (tree, 4, NULL, "Duur", 1);
  g_assert_cmpstr (tree->closing->text, ==, "Eindhoven, 1 oktober 2026");
  g_assert_cmpuint (tree->signatures->len, ==, 6);
}

/* Tables with empty cells for signatures, with cells of two lines, and with bars */
static void
test_other_tables (void)
{
  g_autoptr (SamenCovenantText) empty = parse_file ("party-cells-unsigned.txt");
  g_autoptr (SamenCovenantText) wrapped = parse_file ("party-wrapped-cells.txt");
  g_autoptr (SamenCovenantText) barred = parse_file ("markdown-table.txt");

  g_assert_cmpuint (empty->parties->len, ==, 2);
  assert_row (empty, 1, "Zorgboog Peel B.V.", NULL, "de heer V. Veen", "directeur");
  g_assert_cmpstr (empty->agreement->text, ==, "AFSPRAKEN");
  g_assert_cmpuint (empty->articles->len, ==, 3);

  g_assert_cmpuint (wrapped->parties->len, ==, 2);
  assert_row (wrapped, 0, "Stichting Voortgezet Onderwijs Peelrand", NULL, "mevrouw T. Turf",
              "voorzitter");
  assert_article (wrapped, 1, "2", NULL, 1);

  g_assert_cmpuint (barred->parties->len, ==, 2);
  assert_row (barred, 1, "Zorggroep Gouwe", NULL, "Els Zwart", "bestuurder");
  g_assert_cmpuint (barred->considerations->len, ==, 2);
  g_assert_cmpuint (barred->articles->len, ==, 2);
}

/* Laid out as a PDF file is: indented, with empty lines, the name of the agreement above each page */
static void
test_pdf (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("pdf-layout.txt");

  g_assert_cmpuint (tree->parties->len, ==, 3);
  assert_person (nth_party (tree, 1, "Stichting Ouderenzorg Zonnehof", "Zonnehof"), 0,
                 "mevrouw P. Kamp", "bestuurder");
  g_assert_cmpstr (tree->collective_name, ==, "Partijen");
  g_assert_cmpuint (tree->considerations->len, ==, 3);
  g_assert_cmpuint (tree->articles->len, ==, 4);
  assert_article (tree, 1, "2", "VERPLICHTINGEN VAN ROC", 2);
  g_assert_cmpuint (tree->rest->len, ==, 3);
}

/* Parties on the cover, and again in one sentence */
static void
test_cover (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("cover-between.txt");

  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_person (nth_party (tree, 0, "De Stichting Mbo Drechtland", "Mbo Drechtland"), 0,
                 "mevrouw A. Schelp", "voorzitter van haar college van bestuur");
  nth_party (tree, 1, "de Stichting Zorg Drechtland", "Zorg Drechtland");
  g_assert_cmpuint (tree->considerations->len, ==, 3);
  g_assert_cmpuint (tree->articles->len, ==, 3);
  g_assert_cmpuint (item (article (tree, 1)->clauses, 0)->parts->len, ==, 2);
}

static void
test_intention (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("intention.txt");

  g_assert_cmpuint (tree->parties->len, ==, 2);
  assert_person (nth_party (tree, 0, "Stichting Kinderopvang Merelhof", "de Kinderopvang"), 0,
                 "mevrouw H. Lijster", "directeur-bestuurder");
  g_assert_cmpstr (party (tree->parties, 1)->seat, ==, "Oostdorp");
  g_assert_cmpstr (tree->agreement->text, ==, "hebben de intentie om:");
  g_assert_cmpuint (article (tree, 0)->clauses->len, ==, 7);
  assert_item (article (tree, 0)->clauses, 3, NULL, "De Kinderopvang verplicht zich tot:");
}

/* "§ 1" is a chapter where articles are called so; a Minister is somebody */
static void
test_gazette (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("gazette.txt");

  assert_person (nth_party (tree, 0, "De Minister voor Langdurige Zorg", "Minister"), 0,
                 "mevrouw drs. A.B. Cee", NULL);
  g_assert_cmpuint (tree->parties->len, ==, 3);
  g_assert_cmpuint (tree->considerations->len, ==, 5); /* and two headings above them */
  g_assert_cmpuint (tree->chapters->len, ==, 3);
  g_assert_cmpuint (tree->articles->len, ==, 6);
  g_assert_cmpuint (item (article (tree, 3)->clauses, 0)->parts->len, ==, 2);
}

/* Parties and considerations in sentences, one below the other */
static void
test_sentence_lists (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("sentences.txt");

  g_assert_cmpuint (tree->parties->len, ==, 4);
  nth_party (tree, 0, "gemeente Zandhoven", "gemeente");
  assert_person (nth_party (tree, 2, "Stichting Openbaar Onderwijs Duin", "SOOD"), 0,
                 "de heer C. Duinstra", "voorzitter college van bestuur");
  nth_party (tree, 3, "Vereniging voor Christelijk Onderwijs te Zandhoven", "VCO");
  g_assert_true (g_str_has_prefix (tree->collective->text, "Zandkorrel, SOOD en VCO"));
  g_assert_cmpuint (tree->considerations->len, ==, 3);
  g_assert_cmpuint (tree->articles->len, ==, 3);
}

/* Two in one line of the list are a party, not the name of all */
static void
test_pair (void)
{
  static const char text[] =
      "Convenant Proef\n\nPartijen:\n\n1. Gemeente Een, hierna te noemen: de Gemeente;\n2. School "
      "A en "
      "School B, hierna gezamenlijk te noemen: de Scholen;\n\nKomen het volgende overeen:\n\n"
      "Artikel 1 Doel\n\nIets.\n";
  g_autoptr (SamenCovenantText) tree = parse (text, -1);

  g_assert_cmpuint (tree->parties->len, ==, 2);
  nth_party (tree, 1, "School A en School B", "de Scholen");
  g_assert_null (tree->collective);
}

/* Articles with Roman numbers, and clauses that count on through them */
static void
test_roman_articles (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("roman-articles.txt");

  g_assert_cmpuint (tree->parties->len, ==, 3);
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  g_assert_cmpuint (tree->articles->len, ==, 3);
  assert_article (tree, 1, "II", "Bijdragen", 3);
  assert_item (article (tree, 1)->clauses, 0, "3.", "ROC Heemland levert twee docenten.");
  g_assert_cmpstr (tree->closing->text, ==, "Heem, 4 september 2026");
}

static void
test_addresses (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("addresses.txt");

  g_assert_cmpuint (tree->parties->len, ==, 3);
  assert_person (nth_party (tree, 0, "Gemeente Heuvelrijk", NULL), 0, "mevrouw S. Top",
                 "wethouder Onderwijs");
  g_assert_cmpstr (party (tree->parties, 2)->seat, ==, "Hellingen");
  g_assert_cmpstr (tree->collective_name, ==, "de partners");
  g_assert_cmpuint (tree->articles->len, ==, 6);
  assert_article (tree, 3, "4", "TAKEN EN VERANTWOORDELIJKHEDEN", 3);
  g_assert_cmpuint (tree->annexes->len, ==, 2);
}

static void
test_footers_and_contents (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("footers-and-contents.txt");

  g_assert_cmpuint (tree->preamble->len, ==, 2);
  g_assert_cmpuint (tree->parties->len, ==, 5);
  nth_party (tree, 4, "Stichting Ouderen Strand", NULL);
  g_assert_cmpuint (tree->considerations->len, ==, 2);
  g_assert_cmpuint (tree->articles->len, ==, 3);
  assert_article (tree, 2, "3", "Afspraken", 2);
  assert_item (item (article (tree, 2)->clauses, 1)->parts, 1, "-",
               "De praktijk betaalt de begeleiding en de scholing daarvan.");
}

static void
test_unnumbered_groups (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("groups-unnumbered.txt");

  g_assert_cmpuint (tree->parties->len, ==, 4);
  nth_party (tree, 2, "De schoolbesturen", NULL);
  g_assert_cmpuint (party (tree->parties, 2)->members->len, ==, 2);
  assert_person (party (party (tree->parties, 3)->members, 1), 0, "de heer H. Slib", NULL);
  g_assert_cmpuint (article (tree, 1)->clauses->len, ==, 3);
}

/* "Tussen: X", "En: Y" and "En: Z", each on a line of its own */
static void
test_between_and (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("between-and.txt");

  g_assert_cmpstr (tree->parties_opening->text, ==, "Tussen:");
  g_assert_cmpuint (tree->parties->len, ==, 3);
  assert_person (nth_party (tree, 0, "Kinderopvang De Boomhut", "De Boomhut"), 0,
                 "Marieke de Groot", "directeur");
  assert_person (nth_party (tree, 1, "Graafschap College", "het college"), 0, "Jan ten Have",
                 "lid College van Bestuur");
  assert_person (nth_party (tree, 2, "Kindercentrum Pino", NULL), 0, "Fatma Yılmaz", NULL);
  g_assert_cmpstr (party (tree->parties, 2)->mark, ==, "En:");
  g_assert_cmpuint (tree->articles->len, ==, 5);
  assert_article (tree, 0, "1", "Inleiding", 1);
  g_assert_cmpuint (tree->blanks->len, ==, 0);
}

/* A party without a number before the numbered ones, and parties represented
 * by a function without a name */
static void
test_minister_first (void)
{
  g_autoptr (SamenCovenantText) tree = parse_file ("minister-first.txt");
  const SamenCovenantTextParty *minister;

  g_assert_cmpuint (tree->preamble->len, ==, 0);
  g_assert_cmpstr (tree->parties_opening->text, ==, "tussen");
  g_assert_cmpuint (tree->parties->len, ==, 5);
  minister = nth_party (tree, 0, "de minister van Volksgezondheid, Welzijn en Sport", "VWS");
  assert_person (minister, 0, "de heer J. Doe", NULL);
  g_assert_cmpstr (minister->capacity, ==, "handelend als bestuursorgaan");
  g_assert_cmpuint (nth_party (tree, 1, "de Vereniging Hogescholen", NULL)->representatives->len,
                    ==, 0);
  g_assert_cmpuint (nth_party (tree, 2, "de MBO Raad", NULL)->representatives->len, ==, 0);
  assert_person (nth_party (tree, 4, "de Vereniging Gehandicaptenzorg Nederland", "VGN"), 0,
                 "de heer B. Pietersen", NULL);
  g_assert_cmpuint (tree->considerations->len, ==, 3);
  g_assert_cmpuint (tree->chapters->len, ==, 3);
  g_assert_cmpuint (tree->articles->len, ==, 6);
}

/* "Wij, de bestuurders van" heads the parties, and "spreken uit dat" the agreements. */
static void
test_declaration (void)
{
  static const char close[] = "Intentieverklaring Proef\n\nWij, de bestuurders van:\n- Zorg Oost\n"
                              "- School West\nspreken uit dat wij samen optrekken.\n\n"
                              "Waarom\nIets.\n";
  g_autoptr (SamenCovenantText) tree = parse_file ("declaration.txt");
  g_autoptr (SamenCovenantText) closer = parse (close, -1);

  g_assert_cmpstr (tree->parties_opening->text, ==, "Wij, de bestuurders van");
  g_assert_cmpuint (tree->parties->len, ==, 4);
  nth_party (tree, 0, "Alfa-college", NULL);
  nth_party (tree, 3, "Stichting Kids2b", NULL);
  g_assert_cmpstr (tree->agreement->text, ==,
                   "spreken uit dat wij de komende drie jaar samen optrekken.");
  g_assert_cmpuint (tree->articles->len, ==, 4);
  assert_article (tree, 1, NULL, "Wat wij willen", 3);
  assert_article (tree, 3, NULL, "Tot slot", 1);
  g_assert_cmpstr (tree->closing->text, ==, "Groningen, 3 november 2026");
  g_assert_cmpuint (tree->signatures->len, ==, 3);

  /* and where no blank line stands below the last of them */
  g_assert_cmpuint (closer->parties->len, ==, 2);
  nth_party (closer, 1, "School West", NULL);
  g_assert_nonnull (closer->agreement);
}

/* A line to sign on is no place that was left open. */
static void
test_lines_to_sign (void)
{
  static const char dots[] = "Convenant Proef\n\nArtikel 1 Doel\n\nIets.\n\n"
                             "Aldus overeengekomen te …\n\n"
                             "Naam: …\nHandtekening: ………………\n";
  g_autoptr (SamenCovenantText) tree = parse_file ("lines-to-sign.txt");
  g_autoptr (SamenCovenantText) dotted = parse (dots, -1);

  g_assert_cmpuint (tree->parties->len, ==, 3);
  assert_person (party (tree->parties, 2), 0, "mevrouw S. Janssen", "directeur");
  g_assert_cmpuint (tree->considerations->len, ==, 3);
  g_assert_cmpuint (tree->articles->len, ==, 5);
  g_assert_cmpuint (tree->signatures->len, ==, 3);
  g_assert_cmpuint (tree->blanks->len, ==, 0);

  g_assert_cmpuint (dotted->blanks->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/covenant-text-shapes/paragraph-signs", test_paragraph_signs);
  g_test_add_func ("/covenant-text-shapes/party-table", test_party_table);
  g_test_add_func ("/covenant-text-shapes/uneven-cells", test_uneven_cells);
  g_test_add_func ("/covenant-text-shapes/bare-parties", test_bare_parties);
  g_test_add_func ("/covenant-text-shapes/labels", test_labels);
  g_test_add_func ("/covenant-text-shapes/lid", test_lid);
  g_test_add_func ("/covenant-text-shapes/restarting", test_restarting);
  g_test_add_func ("/covenant-text-shapes/running", test_running);
  g_test_add_func ("/covenant-text-shapes/parts", test_parts);
  g_test_add_func ("/covenant-text-shapes/prose", test_prose);
  g_test_add_func ("/covenant-text-shapes/duties", test_duties);
  g_test_add_func ("/covenant-text-shapes/other-tables", test_other_tables);
  g_test_add_func ("/covenant-text-shapes/pdf", test_pdf);
  g_test_add_func ("/covenant-text-shapes/cover", test_cover);
  g_test_add_func ("/covenant-text-shapes/intention", test_intention);
  g_test_add_func ("/covenant-text-shapes/gazette", test_gazette);
  g_test_add_func ("/covenant-text-shapes/unnumbered-groups", test_unnumbered_groups);
  g_test_add_func ("/covenant-text-shapes/addresses", test_addresses);
  g_test_add_func ("/covenant-text-shapes/footers-and-contents", test_footers_and_contents);
  g_test_add_func ("/covenant-text-shapes/sentence-lists", test_sentence_lists);
  g_test_add_func ("/covenant-text-shapes/pair", test_pair);
  g_test_add_func ("/covenant-text-shapes/roman-articles", test_roman_articles);
  g_test_add_func ("/covenant-text-shapes/between-and", test_between_and);
  g_test_add_func ("/covenant-text-shapes/minister-first", test_minister_first);
  g_test_add_func ("/covenant-text-shapes/declaration", test_declaration);
  g_test_add_func ("/covenant-text-shapes/lines-to-sign", test_lines_to_sign);

  return g_test_run ();
}
