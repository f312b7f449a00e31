/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "base/error.h"
#include "exchange/covenant-import.h"
#include "rules/numbering.h"
#include "store/check.h"
#include "store/log.h"

#include "covenant-files.h"
#include "covenant-kept.h"
#include "fixture.h"

/* A library beside the dossier of the fixture */
static SamenLibrary *
open_library (Fixture *self)
{
  return samen_library_new (self->folder);
}

static guint
count_files (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "dossiers", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static SamenCovenantText *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SamenCovenantText *tree = samen_covenant_text_parse (text, -1, &error);

  g_assert_no_error (error);
  return tree;
}

static SamenCovenantText *
read_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SamenCovenantText *tree = samen_covenant_import_read (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return tree;
}

static SamenCovenantText *
read_example (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "covenants", name, NULL);

  return read_file (path);
}

static SamenStore *
import (Fixture *self, const SamenCovenantText *tree)
{
  g_autoptr (SamenLibrary) library = open_library (self);
  g_autoptr (GError) error = NULL;
  SamenStore *store = samen_covenant_import_new_dossier (library, tree, NULL, NULL, "Noor", &error);
  g_auto (GStrv) problems = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (store);
  problems = samen_store_check (store);
  g_assert_cmpstr (problems[0], ==, NULL);
  return store;
}

static SamenStore *
import_example (Fixture *self, const char *name)
{
  g_autoptr (SamenCovenantText) tree = read_example (name);

  return import (self, tree);
}

static void
assert_example_kept (Fixture *self, const char *name)
{
  g_autoptr (SamenCovenantText) tree = read_example (name);
  g_autoptr (SamenStore) store = import (self, tree);

  assert_kept (name, tree, store);
}

static void
test_kept (Fixture *self, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    assert_example_kept (self, files[i]);
  /* This one is in Windows-1252, with its line ends */
  assert_example_kept (self, "paragraph-signs.txt");
}

/* ---- what becomes of what ---- */

static void
test_model (Fixture *self, gconstpointer unused)
{
  const char *shared = g_getenv ("SAMENSPEL_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "",
                                            "data/convenanten/modelconvenant-pib-2012.txt", NULL);
  g_autoptr (SamenCovenantText) tree = NULL;
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (SamenAgreement) agreement = NULL;
  g_autoptr (SamenPartnership) partnership = NULL;
  g_autoptr (GListModel) articles = NULL;
  SamenCovenantSummary summary;
  guint kinds[3] = { 0 };

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the model covenant is not here");
      return;
    }
  tree = read_file (path);
  store = import (self, tree);
  samen_covenant_import_summarise (tree, &summary);
  g_assert_cmpuint (summary.n_parties, ==, 2);
  g_assert_cmpuint (summary.n_considerations, ==, 8);
  g_assert_cmpuint (summary.n_chapters, ==, 3);
  g_assert_cmpuint (summary.n_articles, ==, 10);
  g_assert_cmpuint (summary.n_clauses, ==, 13);
  g_assert_cmpuint (summary.n_unrecognised, ==, 0);
  g_assert_cmpstr (summary.language, ==, "nl");

  articles = samen_store_list (store, SAMEN_TYPE_ARTICLE, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (SamenArticle) article = g_list_model_get_item (articles, i);

      kinds[article->kind]++;
    }
  g_assert_cmpuint (kinds[SAMEN_ARTICLE_CHAPTER], ==, 3);
  g_assert_cmpuint (kinds[SAMEN_ARTICLE_PLAIN], ==, 10);
  g_assert_cmpuint (kinds[SAMEN_ARTICLE_ANNEX], ==, 1);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_CONSIDERATION), ==, 8);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_CLAUSE), ==, 2 + 3 + 2 + 2 + 4);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_PARTY), ==, 2);

  agreement = nth (store, SAMEN_TYPE_AGREEMENT, 0);
  partnership = samen_store_get_partnership (store);
  g_assert_cmpstr (agreement->title, ==,
                   "Convenant Partners for International Business: het PIB-actieplan");
  g_assert_cmpstr (partnership->name, ==, agreement->title);
  g_assert_cmpstr (agreement->agreed, ==, "Komen het volgende PIB-actieplan overeen.");
  g_assert_cmpstr (agreement->opening, ==, NULL);
  g_assert_cmpstr (agreement->whereas, ==, NULL);
  g_assert_cmpstr (agreement->collective, ==, NULL);
  g_assert_cmpstr (agreement->closing, ==,
                   "Aldus overeengekomen en in [pm]voud ondertekend op ... te ...");
  assert_kept ("the model covenant", tree, store);
}

static void
test_parties (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenStore) store = import_example (self, "numbered-clauses.txt");
  g_autoptr (SamenParty) first = nth (store, SAMEN_TYPE_PARTY, 0);
  g_autoptr (SamenParty) second = nth (store, SAMEN_TYPE_PARTY, 1);
  g_autoptr (SamenParty) third = nth (store, SAMEN_TYPE_PARTY, 2);
  g_autoptr (SamenRepresentative) further = nth (store, SAMEN_TYPE_REPRESENTATIVE, 0);
  g_autoptr (SamenOrganisation) organisation =
      samen_store_get (store, SAMEN_TYPE_ORGANISATION, second->organisation.id);

  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_PARTY), ==, 3);
  g_assert_cmpstr (first->name, ==, "Stichting Lindehof Onderwijs");
  g_assert_cmpstr (first->alias, ==, "Lindehof");
  g_assert_cmpstr (first->representative, ==, "mevrouw A. de Ruiter");
  g_assert_cmpstr (first->function, ==, "voorzitter van het college van bestuur");
  g_assert_cmpstr (first->particulars, ==, "statutair gevestigd te Veldwijk");
  g_assert_cmpstr (second->representative, ==, "de heer B. Stam");
  g_assert_cmpstr (second->function, ==, "bestuurder");
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_REPRESENTATIVE), ==, 1);
  g_assert_cmpstr (further->party.id, ==, second->parent_instance.id);
  g_assert_cmpstr (further->name, ==, "mevrouw C. Vos");
  g_assert_cmpstr (further->function, ==, "directeur zorg");
  g_assert_cmpstr (second->particulars, ==, NULL);
  g_assert_cmpstr (third->particulars, ==,
                   "handelend ter uitvoering van het besluit van het college van burgemeester en "
                   "wethouders van 3 maart 2024");
  g_assert_cmpstr (organisation->name, ==, "Zorggroep De Oever");
  g_assert_cmpstr (organisation->place, ==, "Oeverdam");
  g_assert_cmpuint (organisation->side, ==, SAMEN_SIDE_CARE);
}

/* A representative who is not named stays in the words of the party */
static void
test_unnamed (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenStore) store = import_example (self, "minister-first.txt");
  g_autoptr (SamenParty) minister = nth (store, SAMEN_TYPE_PARTY, 0);
  g_autoptr (SamenParty) second = nth (store, SAMEN_TYPE_PARTY, 1);

  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_PARTY), ==, 5);
  g_assert_cmpstr (minister->alias, ==, "VWS");
  g_assert_cmpstr (minister->representative, ==, "de heer J. Doe");
  g_assert_cmpstr (minister->particulars, ==, "handelend als bestuursorgaan");
  g_assert_cmpstr (second->representative, ==, NULL);
  g_assert_cmpstr (second->function, ==, NULL);
  g_assert_cmpstr (second->particulars, ==, "vertegenwoordigd door haar voorzitter");
}

/* The columns below a declaration of intent are its closing words */
static void
test_declaration (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenStore) store = import_example (self, "declaration.txt");
  g_autoptr (SamenAgreement) agreement = nth (store, SAMEN_TYPE_AGREEMENT, 0);

  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_PARTY), ==, 4);
  g_assert_cmpuint (agreement->kind, ==, SAMEN_AGREEMENT_INTENT);
  g_assert_cmpstr (agreement->opening, ==, "Wij, de bestuurders van");
  g_assert_cmpstr (agreement->agreed, ==,
                   "spreken uit dat wij de komende drie jaar samen optrekken.");
  g_assert_true (g_str_has_prefix (agreement->closing, "Groningen, 3 november 2026"));
  g_assert_nonnull (strstr (agreement->closing, "H. Veenstra"));
}

static void
test_groups (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenStore) store = import_example (self, "groups.txt");
  g_autoptr (SamenParty) group = nth (store, SAMEN_TYPE_PARTY, 0);
  g_autoptr (SamenParty) member = nth (store, SAMEN_TYPE_PARTY, 2);
  g_autoptr (SamenParty) other = nth (store, SAMEN_TYPE_PARTY, 3);

  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_PARTY), ==, 6);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_ORGANISATION), ==, 4);
  g_assert_cmpstr (group->name, ==, "De onderwijsinstellingen");
  g_assert_cmpstr (group->alias, ==, "de Scholen");
  g_assert_null (group->organisation.id);
  g_assert_cmpstr (member->name, ==, "Hogeschool Duinrand");
  g_assert_cmpstr (member->group.id, ==, group->parent_instance.id);
  g_assert_cmpstr (other->name, ==, "De zorgorganisaties");
}

/* What the dossier has already is found by name, and left as it is */
static void
test_known_organisation (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenLibrary) library = open_library (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_library_create (
      library, "Waterhoek", "Noor",
      (const char *const[]) { "stichting  LINDEHOF onderwijs", "Gemeente Veldwijk", NULL }, &error);
  g_autoptr (SamenCovenantText) tree = read_example ("numbered-clauses.txt");
  g_autoptr (SamenEdit) edit = samen_covenant_import_edit (tree, store, NULL, NULL, &error);
  g_autoptr (SamenParty) first = NULL;
  g_autoptr (SamenOrganisation) known = nth (store, SAMEN_TYPE_ORGANISATION, 0);
  g_autofree char *label = NULL;

  samen_store_apply (store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_ORGANISATION), ==, 3);
  first = nth (store, SAMEN_TYPE_PARTY, 0);
  g_assert_cmpstr (first->organisation.id, ==, known->parent_instance.id);
  g_assert_cmpstr (known->name, ==, "stichting  LINDEHOF onderwijs");
  g_assert_cmpstr (known->place, ==, NULL);

  samen_store_undo (store, &label, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_AGREEMENT), ==, 0);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_CLAUSE), ==, 0);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_ORGANISATION), ==, 2);
}

/* The lines of an agreement: depth, mark and text */
static char *
outline (SamenStore *store)
{
  g_autoptr (GListModel) articles = samen_store_list (store, SAMEN_TYPE_ARTICLE, NULL, NULL);
  g_autoptr (GListModel) clauses = samen_store_list (store, SAMEN_TYPE_CLAUSE, NULL, NULL);
  g_autoptr (SamenNumbering) numbering =
      samen_numbering_new (articles, clauses, SAMEN_NUMBERING_DEFAULT);
  GPtrArray *lines = samen_numbering_get_lines (numbering);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenLine *line = lines->pdata[i];

      if (line->depth == 0)
        {
          SamenArticle *article = SAMEN_ARTICLE (line->record);

          g_string_append_printf (text, "# %s\n", article->heading != NULL ? article->heading : "");
          if (article->text != NULL)
            g_string_append_printf (text, "%s\n", article->text);
        }
      else
        g_string_append_printf (text, "%*s%s|%s\n", (int) line->depth, "", line->mark,
                                SAMEN_CLAUSE (line->record)->text);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_clauses (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantText) tree =
      parse ("Convenant Proef\n\nOndergetekenden:\n\n1. A, hierna te noemen: A;\n2. B, hierna te "
             "noemen: B;\n\n"
             "Overwegende dat:\n\n- iets;\n- partijen:\n  a. dit;\n  b. dat;\n\nKomen het volgende "
             "overeen:\n\n"
             "Artikel 1 Begrippen\n\nHierin is:\n\na. een: iets;\nb. twee, te weten:\n   1° dit;\n "
             "  2° dat.\n\n"
             "Artikel 2 Inzet\n\nEen zin vooraf.\n\n1. Het eerste lid.\n2. Het tweede lid:\n   - "
             "dit;\n   - dat.\n\n"
             "Artikel 3 Los\n\nAlleen tekst.\n\nIn twee alinea's.\n");
  g_autoptr (SamenStore) store = import (self, tree);
  g_autoptr (SamenConsideration) consideration = nth (store, SAMEN_TYPE_CONSIDERATION, 1);
  g_autofree char *lines = outline (store);

  g_assert_cmpstr (consideration->text, ==, "partijen:\na. dit;\nb. dat;");
  g_assert_cmpstr (lines, ==,
                   "# Begrippen\n"
                   " |Hierin is:\n"
                   "  a.|een: iets;\n"
                   "  b.|twee, te weten:\n"
                   "   1°.|dit;\n"
                   "   2°.|dat.\n"
                   "# Inzet\n"
                   "Een zin vooraf.\n"
                   " 1.|Het eerste lid.\n"
                   " 2.|Het tweede lid:\n"
                   "  –|dit;\n"
                   "  –|dat.\n"
                   "# Los\n"
                   "Alleen tekst.\n\nIn twee alinea's.\n");
}

/* What its clauses say is not typed again */
static void
test_term (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantText) tree = samen_covenant_import_read_text (
      "Convenant Proef\n\nPartijen komen overeen:\n\nArtikel 1 Looptijd\n\n"
      "1. Dit convenant treedt in werking op 1 september 2025 en eindigt op 31 augustus 2029.\n\n"
      "2. Opzeggen kan met een termijn van zes maanden.\n",
      NULL, NULL);
  g_autoptr (SamenStore) store = import (self, tree);
  g_autoptr (SamenAgreement) agreement = nth (store, SAMEN_TYPE_AGREEMENT, 0);
  SamenCovenantSummary summary;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (agreement->starts, ==, SAMEN_START_DATE);
  g_assert_true (samen_date_equal (agreement->start, (SamenDate) { 2025, 9, 1 }));
  g_assert_true (samen_date_equal (agreement->end, (SamenDate) { 2029, 8, 31 }));
  g_assert_cmpint (agreement->notice, ==, 6);
  samen_covenant_import_summarise (tree, &summary);
  lines = samen_covenant_summary_describe (&summary);
  g_assert_true (g_strv_contains ((const char *const *) lines, "It ends on 31 August 2029."));
}

static void
test_kind_and_language (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *file;
    SamenAgreementKind kind;
    SamenDocumentLanguage language;
  } cases[] = {
    { "headings-only.txt", SAMEN_AGREEMENT_INTENT, SAMEN_DOCUMENT_DUTCH },
    { "decimal.txt", SAMEN_AGREEMENT_COOPERATION, SAMEN_DOCUMENT_DUTCH },
    { "english.txt", SAMEN_AGREEMENT_COVENANT, SAMEN_DOCUMENT_ENGLISH },
    { "old-style.txt", SAMEN_AGREEMENT_OTHER, SAMEN_DOCUMENT_DUTCH },
    { "wrapped.txt", SAMEN_AGREEMENT_COVENANT, SAMEN_DOCUMENT_DUTCH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SamenStore) store = import_example (self, cases[i].file);
      g_autoptr (SamenAgreement) agreement = nth (store, SAMEN_TYPE_AGREEMENT, 0);
      g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);

      g_assert_cmpuint (agreement->kind, ==, cases[i].kind);
      g_assert_cmpuint (partnership->language, ==, cases[i].language);
    }
}

static void
test_summary (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantText) tree = read_example ("contents-and-pages.txt");
  g_autoptr (SamenCovenantText) pancakes = read_example ("not-a-covenant.txt");
  SamenCovenantSummary summary;
  g_auto (GStrv) lines = NULL;
  g_autofree char *title = samen_covenant_import_title (pancakes);

  samen_covenant_import_summarise (tree, &summary);
  lines = samen_covenant_summary_describe (&summary);
  g_assert_cmpstr (lines[0], ==, "2 parties");
  g_assert_cmpstr (lines[1], ==, "1 consideration");
  g_assert_cmpstr (lines[2], ==, "1 chapter");
  g_assert_cmpstr (lines[3], ==, "3 articles");
  g_assert_cmpuint (summary.n_left_out, ==, 12);
  g_assert_cmpuint (summary.n_renumbered, ==, 1);

  samen_covenant_import_summarise (pancakes, &summary);
  g_assert_cmpuint (summary.n_articles, ==, 0);
  g_assert_cmpuint (summary.n_unrecognised, ==, 5);
  g_assert_cmpstr (title, !=, "");
}

static void
test_source (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenLibrary) library = open_library (self);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "covenants", "english.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenCovenantText) tree = samen_covenant_import_read (file, &source, NULL, &error);
  g_autoptr (SamenStore) store =
      samen_covenant_import_new_dossier (library, tree, source, "english.txt", "Noor", &error);
  g_autoptr (SamenAttachment) attachment = nth (store, SAMEN_TYPE_ATTACHMENT, 0);
  g_autoptr (SamenAgreement) agreement = nth (store, SAMEN_TYPE_AGREEMENT, 0);

  g_assert_no_error (error);
  g_assert_cmpstr (attachment->name, ==, "english.txt");
  g_assert_cmpstr (attachment->record, ==, agreement->parent_instance.id);
  kept = samen_store_load_bytes (store, attachment->content.hash, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept, source));
}

/* ---- what cannot be imported leaves nothing behind ---- */

static void
test_too_long (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenLibrary) library = open_library (self);
  g_autoptr (GString) text = g_string_new ("Convenant Lang\n\n");
  g_autoptr (SamenCovenantText) tree = NULL;
  g_autoptr (GError) error = NULL;

  while (text->len < 1200 * 1024)
    g_string_append (text, "Woord na woord, zin na zin, zonder einde.\n\n");
  tree = parse (text->str);
  g_assert_null (samen_covenant_import_new_dossier (library, tree, NULL, NULL, "Noor", &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
  g_assert_cmpuint (count_files (self), ==, 0);
}

static void
test_read_errors (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->folder, "large.txt", NULL);
  g_autofree char *large = g_strnfill (SAMEN_COVENANT_TEXT_MAX_BYTES + 10, 'a');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (samen_covenant_import_read (file, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_file_set_contents (path, large, -1, &error);
  g_assert_no_error (error);
  g_assert_null (samen_covenant_import_read (file, NULL, NULL, &error));
  g_assert_error (error, SAMEN_COVENANT_TEXT_ERROR, SAMEN_COVENANT_TEXT_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_file_set_contents (path, "%PDF-1.7\n\0\1\2", 12, &error);
  g_assert_null (samen_covenant_import_read (file, NULL, NULL, &error));
  g_assert_error (error, SAMEN_COVENANT_TEXT_ERROR, SAMEN_COVENANT_TEXT_ERROR_NOT_TEXT);
}

/* A covenant as long as a text may be is no more work than its length asks */
static void
test_long (Fixture *self, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("Convenant Lang\n\nPartijen:\n\n");
  g_autoptr (SamenCovenantText) tree = NULL;
  g_autoptr (SamenStore) store = NULL;

  for (guint i = 1; i <= 100; i++)
    g_string_append_printf (text, "%u. Stichting Nummer %u, gevestigd te Dorp %u;\n", i, i, i);
  g_string_append (text, "\nKomen het volgende overeen:\n\n");
  for (guint i = 1; i <= 300; i++)
    g_string_append_printf (text, "Artikel %u Over iets\n\n1. Het eerste.\n2. Het tweede.\n\n", i);
  tree = parse (text->str);
  store = import (self, tree);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_ORGANISATION), ==, 100);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_ARTICLE), ==, 300);
  g_assert_cmpuint (samen_store_count (store, SAMEN_TYPE_CLAUSE), ==, 600);
}

/* Into a dossier that is open: what it knows is not made again, and it is seen and undone there */
static void
test_into (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantText) tree = read_example ("groups.txt");
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenAgreement) agreement = NULL;
  g_autofree char *id = NULL;
  SamenEdit *edit = samen_edit_new ("Add Organisation");

  samen_edit_add (edit, SAMEN_TYPE_ORGANISATION, "name", samen_value ("Stichting Avondrood"), NULL);
  fixture_apply (self, edit);
  g_assert_true (
      samen_covenant_import_into_path (self->path, tree, NULL, NULL, "Noor", &id, &error));
  g_assert_no_error (error);
  samen_store_refresh (self->store);
  agreement = samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, id);
  g_assert_cmpstr (agreement->title, ==, "REGIONAAL CONVENANT STAGEPLAATSEN");
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_ORGANISATION), ==, 4);
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_AGREEMENT), ==, 0);
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_ORGANISATION), ==, 1);
  fixture_assert_sound (self);
  g_assert_false (
      samen_covenant_import_into_path ("/nowhere/x.db", tree, NULL, NULL, "Noor", NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_TEST ("/covenant-import/kept", test_kept);
  FIXTURE_TEST ("/covenant-import/model", test_model);
  FIXTURE_TEST ("/covenant-import/parties", test_parties);
  FIXTURE_TEST ("/covenant-import/unnamed", test_unnamed);
  FIXTURE_TEST ("/covenant-import/declaration", test_declaration);
  FIXTURE_TEST ("/covenant-import/groups", test_groups);
  FIXTURE_TEST ("/covenant-import/known-organisation", test_known_organisation);
  FIXTURE_TEST ("/covenant-import/into", test_into);
  FIXTURE_TEST ("/covenant-import/clauses", test_clauses);
  FIXTURE_TEST ("/covenant-import/term", test_term);
  FIXTURE_TEST ("/covenant-import/kind-and-language", test_kind_and_language);
  FIXTURE_TEST ("/covenant-import/summary", test_summary);
  FIXTURE_TEST ("/covenant-import/source", test_source);
  FIXTURE_TEST ("/covenant-import/too-long", test_too_long);
  FIXTURE_TEST ("/covenant-import/read-errors", test_read_errors);
  FIXTURE_TEST ("/covenant-import/long", test_long);

  return g_test_run ();
}
