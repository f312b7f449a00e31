/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "covenant-fixture.h"
#include "document/block.h"
#include "document/plain.h"
#include "rules/numbering.h"

static guint
count_blocks (SamenBlock *parent, SamenBlockKind kind)
{
  guint n = 0;

  for (guint i = 0; i < samen_block_get_n_children (parent); i++)
    {
      SamenBlock *block = samen_block_get_child (parent, i);

      n += (block->kind == kind) + count_blocks (block, kind);
    }
  return n;
}

static guint
count_signatures (SamenDocument *document)
{
  return count_blocks (samen_document_get_root (document), SAMEN_BLOCK_SIGNATURE);
}

/* ---- tests ---- */

static void
add_articles (CovenantFixture *self)
{
  const char *article;
  const char *clause;
  g_autofree char *reference = NULL;
  g_autofree char *text = NULL;

  covenant_add_article (self, "chapter", "Algemeen", NULL);
  article = covenant_add_article (self, "article", "Doel", "Partijen leiden samen op.");
  reference = samen_numbering_markup (article);
  text = g_strdup_printf ("Wat %s zegt, geldt ook hier:", reference);
  article = covenant_add_article (self, "article", "Inzet", NULL);
  clause = covenant_add_clause (self, article, NULL, "number", text);
  clause = covenant_add_clause (self, article, clause, "number", "ten eerste, te weten:");
  covenant_add_clause (self, article, clause, "number", "dit; en");
  covenant_add_clause (self, article, clause, "number", "dat;");
  covenant_add_clause (self, article, NULL, "number", "Het tweede lid.");
  covenant_add_clause (self, article, NULL, "none", "Een alinea daarna:");
  covenant_add_clause (self, article, NULL, "dash", "een streepje.");
  covenant_add_article (self, "annex", "Werkplan", "| Wie | Wat |\n|---|---|\n| School | Lessen |");
}

/* What the words of the genre are in that language, as far as they are translated */
static const char *words (const char *language, const char *text) G_GNUC_FORMAT (2);

static const char *
words (const char *language, const char *text)
{
  return samen_language_text (samen_language_get (language), "document", text);
}

static void
assert_draft (SamenDocument *document, const char *language)
{
  g_assert_nonnull (samen_document_get_note (document));
  g_assert_cmpstr (samen_document_get_language (document), ==, language);
}

static void
assert_covenant (CovenantFixture *self, const char *language, const char *label)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = g_strdup_printf ("covenant-%s.pdf", language);
  g_autofree char *as = NULL;
  g_autofree char *article = g_strdup_printf ("%s 2", label);

  covenant_begin (self, language, NULL);
  covenant_add_party (self, "School A", NULL);
  covenant_add_party (self, "Zorg B", NULL);
  covenant_add_consideration (self, "de vraag groeit;");
  covenant_add_consideration (self, "partijen:\n- elkaar kennen;\n- elkaar nodig hebben;");
  add_articles (self);
  document = covenant_write_out (self);
  text = covenant_read_pdf (document, name);
  as = g_strdup_printf (words (language, "hereinafter referred to as: %s"), "de Zorg B;");
  covenant_assert_order (
      text,
      (const char *const[]) { "Convenant Samen Opleiden",
                              "Samen in de Rijnstreek",
                              words (language, "The undersigned:"),
                              "1.",
                              "School A",
                              "Alphen aan den Rijn",
                              "mevrouw A. Jansen, bestuurder",
                              "2.",
                              "Zorg B",
                              as,
                              words (language, "hereinafter jointly referred to as: the parties;"),
                              words (language, "considering that:"),
                              "de vraag groeit;",
                              "partijen:",
                              "elkaar kennen;",
                              words (language, "agree as follows:"),
                              "Algemeen",
                              "Doel",
                              "Partijen leiden samen op.",
                              article,
                              "Inzet",
                              "1.",
                              "geldt ook hier:",
                              "a.",
                              "te weten:",
                              "1°.",
                              "dit; en",
                              "2°.",
                              "dat;",
                              "2.",
                              "Het tweede lid.",
                              "Een alinea daarna:",
                              "een streepje.",
                              words (language, "Signatures"),
                              words (language, "Thus agreed and signed:"),
                              "School A",
                              "Werkplan",
                              "Wie",
                              "School",
                              "Lessen",
                              NULL });
  g_assert_cmpuint (count_signatures (document), ==, 2);
  assert_draft (document, language);
}

static void
test_english (CovenantFixture *self, gconstpointer unused)
{
  assert_covenant (self, "en", "Article");
}

static void
test_dutch (CovenantFixture *self, gconstpointer unused)
{
  g_autofree char *label = g_strdup_printf (words ("nl", "Article %s"), "");

  assert_covenant (self, "nl", g_strchomp (label));
}

static void
test_that (CovenantFixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;

  covenant_begin (self, "en", NULL);
  covenant_add_consideration (self, "that this is so;");
  covenant_add_consideration (self, "That is so too.");
  document = covenant_write_out (self);
  text = covenant_read_pdf (document, "covenant-that.pdf");
  covenant_assert_order (text, (const char *const[]) { "considering:", "that this", NULL });
  g_assert_null (strstr (text, "considering that:"));
  g_assert_cmpuint (count_signatures (document), ==, 0);
}

static void
test_groups (CovenantFixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;
  const char *group;

  covenant_begin (self, "en", "Signed in threefold.");
  group = samen_edit_add (self->edit, SAMEN_TYPE_PARTY, "agreement", samen_value (self->agreement),
                          "name", samen_value ("The schools"), "alias", samen_value ("the Schools"),
                          "position", samen_value (covenant_next (self)), NULL);
  covenant_add_party (self, "School A", group);
  covenant_add_party (self, "School B", group);
  covenant_add_party (self, "Care C", NULL);
  document = covenant_write_out (self);
  text = covenant_read_pdf (document, "covenant-groups.pdf");
  covenant_assert_order (
      text, (const char *const[]) { "1.", "The schools:", "a.", "School A", "; and", "b.",
                                    "School B", "jointly referred to as: the Schools; and", "2.",
                                    "Care C", "Signed in threefold.", NULL });
  g_assert_null (strstr (text, "Thus agreed"));
  g_assert_cmpuint (count_signatures (document), ==, 3);
}

static void
test_signed (CovenantFixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;
  const char *party;

  covenant_begin (self, "en", NULL);
  party = covenant_add_party (self, "School A", NULL);
  covenant_sign (self, party, "Leiden");
  covenant_add_party (self, "Care B", NULL);
  document = covenant_write_out (self);
  text = covenant_read_pdf (document, "covenant-signed.pdf");
  covenant_assert_order (text, (const char *const[]) { "Signatures", "mevrouw X. Tekenaar", NULL });
  g_assert_nonnull (strstr (text, "12 March 2026"));
  g_assert_nonnull (strstr (text, "Leiden"));
  g_assert_null (samen_document_get_note (document));
  g_assert_cmpuint (count_signatures (document), ==, 2);
}

static void
represent (CovenantFixture *self, const char *party, const char *name, gboolean abstains)
{
  samen_edit_add (self->edit, SAMEN_TYPE_REPRESENTATIVE, "party", samen_value (party), "name",
                  samen_value (name), "abstains", samen_value ((bool) abstains), "position",
                  samen_value (covenant_next (self)), NULL);
}

/* Of four who represent a party one signed, two are to, and one does not: three places to sign */
static void
test_jointly (CovenantFixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;
  const char *party;

  covenant_begin (self, "en", NULL);
  party = covenant_add_party (self, "School A", NULL);
  represent (self, party, "Person Two", FALSE);
  represent (self, party, "Person Three", TRUE);
  represent (self, party, "Person Four", FALSE);
  covenant_sign_by (self, party, "Leiden", "Mevrouw A. Jansen");
  document = covenant_write_out (self);
  text = covenant_read_pdf (document, "covenant-jointly.pdf");
  /* All of them represent it */
  covenant_assert_order (text, (const char *const[]) { "A. Jansen",
                                                       "Person Two, Person Three, and Person",
                                                       "Signatures", "Person Two", "12 March 2026",
                                                       "Person Four", NULL });
  g_assert_null (strstr (strstr (text, "Signatures"), "Person Three"));
  g_assert_cmpuint (count_signatures (document), ==, 3);
}

/* Whether some block holds just @n signatures of its own */
static gboolean
has_row_of (SamenBlock *parent, guint n)
{
  guint own = 0;

  for (guint i = 0; i < samen_block_get_n_children (parent); i++)
    {
      SamenBlock *block = samen_block_get_child (parent, i);

      own += block->kind == SAMEN_BLOCK_SIGNATURE;
      if (has_row_of (block, n))
        return TRUE;
    }
  return own == n;
}

/* What is kept with the closing words is one row, also where one party takes two places */
static void
test_two_people (CovenantFixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  const char *party;

  covenant_begin (self, "en", NULL);
  covenant_add_party (self, "School A", NULL);
  party = covenant_add_party (self, "Care B", NULL);
  represent (self, party, "Person Two", FALSE);
  covenant_add_party (self, "Childcare C", NULL);
  document = covenant_write_out (self);
  g_assert_cmpuint (count_signatures (document), ==, 4);
  g_assert_true (has_row_of (samen_document_get_root (document), 2));
  g_assert_false (has_row_of (samen_document_get_root (document), 3));
}

/* Smaller letters rather than a word in two */
static void
test_long_title (CovenantFixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;

  covenant_begin (self, "nl", NULL);
  samen_edit_set_by_id (self->edit, SAMEN_TYPE_AGREEMENT, self->agreement, "title",
                        samen_value ("SAMENWERKINGSOVEREENKOMST ZORG"));
  document = covenant_write_out (self);
  text = covenant_read_pdf (document, "covenant-long-title.pdf");
  g_assert_true (g_str_has_prefix (text, "SAMENWERKINGSOVEREENKOMST"));
}

/* Thirty parties, many articles: to be looked at, too */
static void
test_thirty (CovenantFixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;

  covenant_begin (self, "nl", NULL);
  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *name =
          g_strdup_printf (i % 3 == 0 ? "Stichting Kinderopvang en Peuterspeelzalen Rijnstreek %u"
                                      : "Zorggroep De Linde %u",
                           i);
      const char *party = covenant_add_party (self, name, NULL);

      if (i % 7 == 0)
        covenant_sign (self, party, "Alphen aan den Rijn");
    }
  for (guint i = 0; i < 8; i++)
    covenant_add_consideration (
        self, "de vraag naar goed opgeleide medewerkers in zorg, welzijn en kinderopvang in "
              "de regio de komende jaren sneller groeit dan het aantal studenten;");
  for (guint i = 0; i < 6; i++)
    add_articles (self);
  document = covenant_write_out (self);
  text = covenant_read_pdf (document, "covenant-thirty.pdf");
  covenant_assert_order (
      text, (const char *const[]) { "30.", "Peuterspeelzalen Rijnstreek 30", "Algemeen", NULL });
  g_assert_cmpuint (count_signatures (document), ==, 30);
}

/* ---- short and long ones ---- */

#define LONG_CLAUSE                                                                                \
  "Partijen zien er samen op toe dat er in de regio genoeg plaatsen zijn waar studenten in de "    \
  "praktijk leren, dat wie hen begeleidt daarvoor de tijd krijgt, en dat wat in het ene huis "     \
  "wordt geleerd in het andere telt."

static void
add_long_article (CovenantFixture *self, guint n)
{
  g_autofree char *heading = g_strdup_printf ("Uitvoering %u", n);
  const char *article = covenant_add_article (self, "article", heading, NULL);
  const char *clause = covenant_add_clause (self, article, NULL, "number", LONG_CLAUSE);

  if (n % 3 == 0)
    for (guint i = 0; i < 4; i++)
      covenant_add_clause (self, article, clause, "number", "een onderdeel dat op een regel past;");
  for (guint i = 0; i < 2 + n % 4; i++)
    covenant_add_clause (self, article, NULL, "number", LONG_CLAUSE);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;
  return n;
}

/* Each page has its number and text; a place to sign has its three lines on one page, and a heading is not the
 * last of a page */
static void
assert_page (const char *text, guint n, guint n_pages)
{
  g_autofree char *foot = g_strdup_printf ("Convenant *Samen *Opleiden *%u */ *%u$", n, n_pages);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean has_foot = FALSE;
  const char *last = "Artikel ";

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_regex_match_simple (foot, g_strstrip (lines[i]), 0, 0))
      has_foot = TRUE;
    else if (*lines[i] != '\0')
      last = lines[i];
  g_assert_true (has_foot);
  g_assert_cmpuint (count (text, "Convenant Samen Opleiden"), ==, n == 1 ? 2 : 1);
  g_assert_false (g_str_has_prefix (last, "Artikel "));
  g_assert_cmpuint (count (text, "Handtekening"), ==, count (text, "Plaats "));
  g_assert_cmpuint (count (text, "Handtekening"), ==, count (text, "Datum "));
}

typedef struct
{
  guint n_parties;
  guint n_articles;
  guint shortest; /* pages */
  guint longest;
} Length;

static const Length lengths[] = { { 2, 0, 1, 1 }, { 4, 7, 5, 5 }, { 30, 122, 60, 63 } };

static void
test_length (CovenantFixture *self, gconstpointer data)
{
  const Length *length = data;
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *name = g_strdup_printf ("covenant-%u-pages.pdf", length->shortest);
  g_autofree char *path = sample_output (name);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n;

  covenant_begin (self, "nl", NULL);
  for (guint i = 1; i <= length->n_parties; i++)
    covenant_sign (self,
                   covenant_add_party (self, i % 5 == 0 ? LONG_CLAUSE : "Zorggroep De Linde", NULL),
                   "Alphen");
  covenant_add_article (self, "article", "Doel", "Partijen leiden samen op.");
  for (guint i = 0; i < length->n_articles; i++)
    add_long_article (self, i);
  document = covenant_write_out (self);
  g_free (covenant_read_pdf (document, name));
  g_spawn_sync (NULL,
                (char *[]) { (char *) "pdftotext", (char *) "-layout", path, (char *) "-", NULL },
                NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL);
  pages = g_strsplit (text, "\f", -1);
  n = g_strv_length (pages) - 1;
  g_assert_cmpuint (CLAMP (n, length->shortest, length->longest), ==, n);
  for (guint i = 0; i < n; i++)
    assert_page (pages[i], i + 1, n);
  g_assert_cmpuint (count (text, "Handtekening"), ==, length->n_parties);
}

/* ---- plain text ---- */

static void
test_plain (void)
{
  g_autoptr (SamenDocument) document = samen_document_new ("nl", "Proef");
  SamenBlock *root = samen_document_get_root (document);
  SamenBlock *block;

  samen_document_add_plain (document,
                            "Een alinea\nvan twee regels.\n\n- een;\n  a. deel;\n- twee.\nDaarna.\n"
                            "| A | B |\n|:--|--:|\n| 1 | 2 |\n| 3 |\n2012. Geen lijst.\n"
                            "(iii) wel een.\n1° en\n2° dat.");
  samen_document_add_plain (document, NULL);
  samen_document_add_plain (document, "");
  samen_document_add_plain (document, "|\n| |\n|--|");
  g_assert_cmpuint (samen_block_get_n_children (root), ==, 7);
  block = samen_block_get_child (root, 0);
  g_assert_cmpstr (block->text, ==, "Een alinea\nvan twee regels.");
  block = samen_block_get_child (root, 1);
  g_assert_cmpuint (samen_block_get_n_children (block), ==, 2);
  g_assert_cmpuint (count_blocks (block, SAMEN_BLOCK_ITEM), ==, 3);
  block = samen_block_get_child (root, 3);
  g_assert_cmpint (block->kind, ==, SAMEN_BLOCK_TABLE);
  g_assert_cmpuint (samen_block_get_n_children (block), ==, 2);
  g_assert_cmpstr (block->columns[1].header, ==, "B");
  block = samen_block_get_child (root, 4);
  g_assert_cmpstr (block->text, ==, "2012. Geen lijst.");
  block = samen_block_get_child (root, 5);
  g_assert_cmpuint (samen_block_get_n_children (block), ==, 3);
}

/* Who looks for a word finds it, also where a font has one character for two or three of its letters */
static void
test_search (void)
{
  g_autoptr (SamenDocument) document = samen_document_new ("nl", "Definities");
  g_autofree char *text = NULL;

  samen_document_add_heading (document, 1, "Artikel 1", "Definities en affiniteit");
  samen_document_add_paragraph (document, "Efficiënt, officieel, flexibel en fjord; afloop.");
  text = covenant_read_pdf (document, "search.pdf");
  covenant_assert_order (text, (const char *const[]) { "Definities en affiniteit",
                                                       "Efficiënt, officieel,",
                                                       "flexibel en fjord; afloop.", NULL });
}

int
main (int argc, char *argv[])
{
  g_setenv ("SAMENSPEL_TODAY", "2026-11-23", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add (path, CovenantFixture, NULL, covenant_set_up, function, covenant_tear_down)
  ADD ("/covenant/english", test_english);
  ADD ("/covenant/dutch", test_dutch);
  ADD ("/covenant/that", test_that);
  ADD ("/covenant/groups", test_groups);
  ADD ("/covenant/signed", test_signed);
  ADD ("/covenant/jointly", test_jointly);
  ADD ("/covenant/two-people", test_two_people);
  ADD ("/covenant/long-title", test_long_title);
  ADD ("/covenant/thirty", test_thirty);
  g_test_add ("/covenant/one-page", CovenantFixture, &lengths[0], covenant_set_up, test_length,
              covenant_tear_down);
  g_test_add ("/covenant/five-pages", CovenantFixture, &lengths[1], covenant_set_up, test_length,
              covenant_tear_down);
  g_test_add ("/covenant/sixty-pages", CovenantFixture, &lengths[2], covenant_set_up, test_length,
              covenant_tear_down);
  g_test_add_func ("/plain", test_plain);
  g_test_add_func ("/search", test_search);

  return g_test_run ();
}
