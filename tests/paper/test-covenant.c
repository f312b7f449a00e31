/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include <glib/gstdio.h>

#include "base/id.h"
#include "document/block.h"
#include "document/covenant.h"
#include "document/pdf.h"
#include "document/plain.h"
#include "rules/numbering.h"
#include "sample.h"

/* A dossier with one agreement, made for one test */
typedef struct
{
  char *path;
  SamenStore *store;
  SamenEdit *edit;
  const char *agreement; /* its id */
  char *position;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = samen_id_new ();

  self->path = g_strdup_printf ("%s/%s.sqlite", g_get_tmp_dir (), id);
  self->store = samen_store_create (self->path, &error);
  g_assert_no_error (error);
  self->edit = samen_edit_new ("Add covenant");
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_object_unref (self->store);
  if (self->edit != NULL)
    samen_edit_free (self->edit);
  g_unlink (self->path);
  g_free (self->path);
  g_free (self->position);
}

static const char *
next (Fixture *self)
{
  g_autofree char *last = g_steal_pointer (&self->position);

  self->position = samen_position_between (last, NULL);
  return self->position;
}

static void
begin (Fixture *self, const char *language, const char *closing)
{
  samen_edit_add (self->edit, SAMEN_TYPE_PARTNERSHIP, "name",
                  samen_value ("Samen in de Rijnstreek"), "language", samen_value (language), NULL);
  self->agreement = samen_edit_add (
      self->edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Convenant Samen Opleiden"),
      "closing", samen_value (closing), "position", samen_value (next (self)), NULL);
}

static const char *
add_party (Fixture *self, const char *name, const char *group)
{
  g_autofree char *alias = g_strconcat ("de ", name, NULL);
  g_autofree char *representative = g_strdup_printf ("mevrouw %c. Jansen", name[strlen (name) - 1]);
  const char *organisation = samen_edit_add (
      self->edit, SAMEN_TYPE_ORGANISATION, "name", samen_value (name), "place",
      samen_value ("Alphen aan den Rijn"), "position", samen_value (next (self)), NULL);

  return samen_edit_add (self->edit, SAMEN_TYPE_PARTY, "agreement", samen_value (self->agreement),
                         "organisation", samen_value (organisation), "name", samen_value (name),
                         "alias", samen_value (alias), "group", samen_value (group),
                         "representative", samen_value (representative), "function",
                         samen_value ("bestuurder"), "position", samen_value (next (self)), NULL);
}

static void
add_consideration (Fixture *self, const char *text)
{
  samen_edit_add (self->edit, SAMEN_TYPE_CONSIDERATION, "agreement", samen_value (self->agreement),
                  "text", samen_value (text), "position", samen_value (next (self)), NULL);
}

static const char *
add_article (Fixture *self, const char *kind, const char *heading, const char *text)
{
  return samen_edit_add (self->edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (self->agreement),
                         "kind", samen_value (kind), "heading", samen_value (heading), "text",
                         samen_value (text), "position", samen_value (next (self)), NULL);
}

static const char *
add_clause (Fixture *self,
            const char *article,
            const char *part_of,
            const char *mark,
            const char *text)
{
  return samen_edit_add (self->edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article), "part_of",
                         samen_value (part_of), "mark", samen_value (mark), "text",
                         samen_value (text), "position", samen_value (next (self)), NULL);
}

static void
sign_by (Fixture *self, const char *party, const char *place, const char *signatory)
{
  samen_edit_add (self->edit, SAMEN_TYPE_SIGNATURE, "party", samen_value (party), "signed_on",
                  samen_value (samen_date_day (2026, 3, 12)), "place", samen_value (place),
                  "signatory", samen_value (signatory), "function", samen_value ("voorzitter"),
                  NULL);
}

static void
sign (Fixture *self, const char *party, const char *place)
{
  sign_by (self, party, place, "mevrouw X. Tekenaar");
}

static SamenDocument *
write_out (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (self->agreement);
  g_autoptr (SamenAgreement) agreement = NULL;
  SamenDocument *document;

  samen_store_apply (self->store, self->edit, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->edit, samen_edit_free);
  agreement = samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, id);
  document = samen_covenant_document_new (self->store, agreement);
  samen_document_set_created (document, 1773273600);
  return document;
}

/* Writes the PDF where it can be looked at, and gives the text of its pages on one line */
static char *
read_pdf (SamenDocument *document, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sample_output (name);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  int status;

  samen_document_write_pdf (document, path, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char *[]) { (char *) "pdftotext", path, (char *) "-", NULL }, NULL,
                G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  words = g_strsplit_set (text, " \n\f\t", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s ", words[i]);
  return g_string_free_and_steal (g_steal_pointer (&line));
}

/* Each of these stands in @text, behind the one before it */
static void
assert_order (const char *text, const char *const *pieces)
{
  const char *from = text;

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      const char *found = strstr (from, pieces[i]);

      if (found == NULL)
        g_error ("“%s” does not stand behind “%s” in: %s", pieces[i], i > 0 ? pieces[i - 1] : "",
                 text);
      from = found + strlen (pieces[i]);
    }
}

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
add_articles (Fixture *self)
{
  const char *article;
  const char *clause;
  g_autofree char *reference = NULL;
  g_autofree char *text = NULL;

  add_article (self, "chapter", "Algemeen", NULL);
  article = add_article (self, "article", "Doel", "Partijen leiden samen op.");
  reference = samen_numbering_markup (article);
  text = g_strdup_printf ("Wat %s zegt, geldt ook hier:", reference);
  article = add_article (self, "article", "Inzet", NULL);
  clause = add_clause (self, article, NULL, "number", text);
  clause = add_clause (self, article, clause, "number", "ten eerste, te weten:");
  add_clause (self, article, clause, "number", "dit; en");
  add_clause (self, article, clause, "number", "dat;");
  add_clause (self, article, NULL, "number", "Het tweede lid.");
  add_clause (self, article, NULL, "none", "Een alinea daarna:");
  add_clause (self, article, NULL, "dash", "een streepje.");
  add_article (self, "annex", "Werkplan", "| Wie | Wat |\n|---|---|\n| School | Lessen |");
}

/* What the words of the genre are in that language, as far as they are translated */
static const char *words (const char *language, const char *text) G_GNUC_FORMAT (2);

static const char *
words (const char *language, const char *text)
{
  return samen_language_text (samen_language_get (language), "document", text);
}

static void
assert_covenant (Fixture *self, const char *language, const char *label)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = g_strdup_printf ("covenant-%s.pdf", language);
  g_autofree char *as = NULL;
  g_autofree char *article = g_strdup_printf ("%s 2", label);

  begin (self, language, NULL);
  add_party (self, "School A", NULL);
  add_party (self, "Zorg B", NULL);
  add_consideration (self, "de vraag groeit;");
  add_consideration (self, "partijen:\n- elkaar kennen;\n- elkaar nodig hebben;");
  add_articles (self);
  document = write_out (self);
  text = read_pdf (document, name);
  as = g_strdup_printf (words (language, "hereinafter referred to as: %s"), "de Zorg B;");
  assert_order (text, (const char *const[]) {
                          "Convenant Samen Opleiden",
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
  g_assert_nonnull (samen_document_get_note (document));
  g_assert_cmpstr (samen_document_get_language (document), ==, language);
}

static void
test_english (Fixture *self, gconstpointer unused)
{
  assert_covenant (self, "en", "Article");
}

static void
test_dutch (Fixture *self, gconstpointer unused)
{
  g_autofree char *label = g_strdup_printf (words ("nl", "Article %s"), "");

  assert_covenant (self, "nl", g_strchomp (label));
}

static void
test_that (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;

  begin (self, "en", NULL);
  add_consideration (self, "that this is so;");
  add_consideration (self, "That is so too.");
  document = write_out (self);
  text = read_pdf (document, "covenant-that.pdf");
  assert_order (text, (const char *const[]) { "considering:", "that this", NULL });
  g_assert_null (strstr (text, "considering that:"));
  g_assert_cmpuint (count_signatures (document), ==, 0);
}

static void
test_groups (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;
  const char *group;

  begin (self, "en", "Signed in threefold.");
  group = samen_edit_add (self->edit, SAMEN_TYPE_PARTY, "agreement", samen_value (self->agreement),
                          "name", samen_value ("The schools"), "alias", samen_value ("the Schools"),
                          "position", samen_value (next (self)), NULL);
  add_party (self, "School A", group);
  add_party (self, "School B", group);
  add_party (self, "Care C", NULL);
  document = write_out (self);
  text = read_pdf (document, "covenant-groups.pdf");
  assert_order (text,
                (const char *const[]) { "1.", "The schools:", "a.", "School A", "; and", "b.",
                                        "School B", "jointly referred to as: the Schools; and",
                                        "2.", "Care C", "Signed in threefold.", NULL });
  g_assert_null (strstr (text, "Thus agreed"));
  g_assert_cmpuint (count_signatures (document), ==, 3);
}

static void
test_signed (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;
  const char *party;

  begin (self, "en", NULL);
  party = add_party (self, "School A", NULL);
  sign (self, party, "Leiden");
  add_party (self, "Care B", NULL);
  document = write_out (self);
  text = read_pdf (document, "covenant-signed.pdf");
  assert_order (text, (const char *const[]) { "Signatures", "mevrouw X. Tekenaar", NULL });
  g_assert_nonnull (strstr (text, "12 March 2026"));
  g_assert_nonnull (strstr (text, "Leiden"));
  g_assert_null (samen_document_get_note (document));
  g_assert_cmpuint (count_signatures (document), ==, 2);
}

static void
represent (Fixture *self, const char *party, const char *name, gboolean abstains)
{
  samen_edit_add (self->edit, SAMEN_TYPE_REPRESENTATIVE, "party", samen_value (party), "name",
                  samen_value (name), "abstains", samen_value ((bool) abstains), "position",
                  samen_value (next (self)), NULL);
}

/* Of four who represent a party one signed, two are to, and one does not: three places to sign */
static void
test_jointly (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;
  const char *signatures;
  const char *party;

  begin (self, "en", NULL);
  party = add_party (self, "School A", NULL);
  represent (self, party, "Person Two", FALSE);
  represent (self, party, "Person Three", TRUE);
  represent (self, party, "Person Four", FALSE);
  sign_by (self, party, "Leiden", "Mevrouw A. Jansen");
  document = write_out (self);
  text = read_pdf (document, "covenant-jointly.pdf");
  /* All of them represent it */
  assert_order (text, (const char *const[]) { "A. Jansen", "Person Two, Person Three, and Person",
                                              "Signatures", "Person Two", "12 March 2026",
                                              "Person Four", NULL });
  signatures = strstr (text, "Signatures");
  g_assert_null (strstr (signatures, "Person Three"));
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
test_two_people (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  const char *party;

  begin (self, "en", NULL);
  add_party (self, "School A", NULL);
  party = add_party (self, "Care B", NULL);
  represent (self, party, "Person Two", FALSE);
  add_party (self, "Childcare C", NULL);
  document = write_out (self);
  g_assert_cmpuint (count_signatures (document), ==, 4);
  g_assert_true (has_row_of (samen_document_get_root (document), 2));
  g_assert_false (has_row_of (samen_document_get_root (document), 3));
}

/* Smaller letters rather than a word in two */
static void
test_long_title (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;

  begin (self, "nl", NULL);
  samen_edit_set_by_id (self->edit, SAMEN_TYPE_AGREEMENT, self->agreement, "title",
                        samen_value ("SAMENWERKINGSOVEREENKOMST ZORG"));
  document = write_out (self);
  text = read_pdf (document, "covenant-long-title.pdf");
  g_assert_true (g_str_has_prefix (text, "SAMENWERKINGSOVEREENKOMST"));
}

/* Thirty parties, many articles: to be looked at, too */
static void
test_thirty (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;

  begin (self, "nl", NULL);
  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *name =
          g_strdup_printf (i % 3 == 0 ? "Stichting Kinderopvang en Peuterspeelzalen Rijnstreek %u"
                                      : "Zorggroep De Linde %u",
                           i);
      const char *party = add_party (self, name, NULL);

      if (i % 7 == 0)
        sign (self, party, "Alphen aan den Rijn");
    }
  for (guint i = 0; i < 8; i++)
    add_consideration (
        self, "de vraag naar goed opgeleide medewerkers in zorg, welzijn en kinderopvang in "
              "de regio de komende jaren sneller groeit dan het aantal studenten;");
  for (guint i = 0; i < 6; i++)
    add_articles (self);
  document = write_out (self);
  text = read_pdf (document, "covenant-thirty.pdf");
  assert_order (
      text, (const char *const[]) { "30.", "Peuterspeelzalen Rijnstreek 30", "Algemeen", NULL });
  g_assert_cmpuint (count_signatures (document), ==, 30);
}

/* ---- short and long ones ---- */

#define LONG_CLAUSE                                                                                \
  "Partijen zien er samen op toe dat er in de regio genoeg plaatsen zijn waar studenten in de "    \
  "praktijk leren, dat wie hen begeleidt daarvoor de tijd krijgt, en dat wat in het ene huis "     \
  "wordt geleerd in het andere telt."

static void
add_long_article (Fixture *self, guint n)
{
  g_autofree char *heading = g_strdup_printf ("Uitvoering %u", n);
  const char *article = add_article (self, "article", heading, NULL);
  const char *clause = add_clause (self, article, NULL, "number", LONG_CLAUSE);

  if (n % 3 == 0)
    for (guint i = 0; i < 4; i++)
      add_clause (self, article, clause, "number", "een onderdeel dat op een regel past;");
  for (guint i = 0; i < 2 + n % 4; i++)
    add_clause (self, article, NULL, "number", LONG_CLAUSE);
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
  const char *last = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_regex_match_simple (foot, g_strstrip (lines[i]), 0, 0))
      has_foot = TRUE;
    else if (*lines[i] != '\0')
      last = lines[i];
  g_assert_true (has_foot);
  g_assert_nonnull (last);
  g_assert_cmpuint (count (text, "Convenant Samen Opleiden"), ==, n == 1 ? 2 : 1);
  g_assert_false (g_str_has_prefix (last, "Artikel "));
  g_assert_cmpuint (count (text, "Handtekening"), ==, count (text, "Plaats "));
  g_assert_cmpuint (count (text, "Handtekening"), ==, count (text, "Datum "));
}

static void
assert_length (Fixture *self, guint n_parties, guint n_articles, guint shortest, guint longest)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *name = g_strdup_printf ("covenant-%u-pages.pdf", shortest);
  g_autofree char *path = sample_output (name);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  begin (self, "nl", NULL);
  for (guint i = 1; i <= n_parties; i++)
    {
      g_autofree char *party = g_strdup_printf (
          i % 5 == 0 ? "Stichting voor Beroepsonderwijs en Volwasseneneducatie Zuidoost %u"
                     : "Zorggroep De Linde %u",
          i);

      sign (self, add_party (self, party, NULL), "Alphen");
    }
  add_consideration (self, "er te weinig plaatsen zijn;");
  add_article (self, "article", "Doel", "Partijen leiden samen op.");
  for (guint i = 0; i < n_articles; i++)
    add_long_article (self, i);
  document = write_out (self);
  g_free (read_pdf (document, name));
  g_spawn_sync (NULL,
                (char *[]) { (char *) "pdftotext", (char *) "-layout", path, (char *) "-", NULL },
                NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL);
  pages = g_strsplit (text, "\f", -1);
  n_pages = g_strv_length (pages) - 1;
  g_assert_cmpuint (n_pages, >=, shortest);
  g_assert_cmpuint (n_pages, <=, longest);
  for (guint i = 0; i < n_pages; i++)
    assert_page (pages[i], i + 1, n_pages);
  g_assert_cmpuint (count (text, "Handtekening"), ==, n_parties);
}

static void
test_one_page (Fixture *self, gconstpointer unused)
{
  assert_length (self, 2, 0, 1, 1);
}

static void
test_five_pages (Fixture *self, gconstpointer unused)
{
  assert_length (self, 4, 7, 5, 5);
}

static void
test_sixty_pages (Fixture *self, gconstpointer unused)
{
  assert_length (self, 30, 122, 60, 63);
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
  text = read_pdf (document, "search.pdf");
  assert_order (text, (const char *const[]) { "Definities en affiniteit", "Efficiënt, officieel,",
                                              "flexibel en fjord; afloop.", NULL });
}

int
main (int argc, char *argv[])
{
  g_setenv ("SAMENSPEL_TODAY", "2026-11-23", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/covenant/english", test_english);
  ADD ("/covenant/dutch", test_dutch);
  ADD ("/covenant/that", test_that);
  ADD ("/covenant/groups", test_groups);
  ADD ("/covenant/signed", test_signed);
  ADD ("/covenant/jointly", test_jointly);
  ADD ("/covenant/two-people", test_two_people);
  ADD ("/covenant/long-title", test_long_title);
  ADD ("/covenant/thirty", test_thirty);
  ADD ("/covenant/one-page", test_one_page);
  ADD ("/covenant/five-pages", test_five_pages);
  ADD ("/covenant/sixty-pages", test_sixty_pages);
  g_test_add_func ("/plain", test_plain);
  g_test_add_func ("/search", test_search);

  return g_test_run ();
}
