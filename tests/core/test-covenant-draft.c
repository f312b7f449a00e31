/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "exchange/covenant-draft.h"
#include "record/types.h"
#include "store/check.h"

#include "covenant-files.h"
#include "covenant-kept.h"
#include "fixture.h"

#define N_ROUNDS 3

static SamenCovenantDraft *
make_draft (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "covenants", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GError) error = NULL;
  SamenCovenantText *text = samen_covenant_import_read (file, &source, NULL, &error);

  g_assert_no_error (error);
  return samen_covenant_draft_new (source, text);
}

static void
await (SamenCovenantDraft *draft)
{
  while (samen_covenant_draft_is_busy (draft))
    g_main_context_iteration (NULL, TRUE);
}

static SamenCovenantPiece *
find_piece (SamenCovenantDraft *draft, const char *text)
{
  GListModel *pieces = samen_covenant_draft_get_pieces (draft);

  for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
    {
      g_autoptr (SamenCovenantPiece) piece = g_list_model_get_item (pieces, i);

      if (g_str_has_prefix (piece->text, text))
        return piece; /* the draft holds it */
    }
  g_error ("no piece %s", text);
}

static void
correct (SamenCovenantDraft *draft, const char *text, SamenCovenantTextAs as)
{
  samen_covenant_draft_correct (draft, find_piece (draft, text), as);
  await (draft);
}

/* The pieces are the text in its order, and a paragraph of several lines is corrected as a whole */
static void
test_pieces (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantDraft) draft = make_draft ("running-headers.txt");
  GListModel *pieces = samen_covenant_draft_get_pieces (draft);
  const SamenCovenantPiece *party = find_piece (draft, "1. Graafschap");
  guint last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
    {
      g_autoptr (SamenCovenantPiece) piece = g_list_model_get_item (pieces, i);

      g_assert_cmpuint (piece->line, >=, last);
      last = piece->line;
      g_assert_false (piece->corrected);
    }
  g_assert_cmpint (party->as, ==, SAMEN_COVENANT_TEXT_AS_PARTY);
  g_assert_cmpstr (party->name, ==, "Graafschap College");
  g_assert_cmpstr (party->persons, ==, "mevrouw M. Koster, voorzitter college van bestuur");
  g_assert_cmpstr (party->side, ==, "education");
  g_assert_cmpuint (party->n_lines, ==, 2);

  correct (draft, "1. Graafschap", SAMEN_COVENANT_TEXT_AS_LEFT_OUT);
  g_assert_cmpuint (samen_covenant_draft_get_text (draft)->parties->len, ==, 2);
  g_assert_cmpint (find_piece (draft, "1. Graafschap")->as, ==, SAMEN_COVENANT_TEXT_AS_LEFT_OUT);
  g_assert_cmpint (find_piece (draft, "M. Koster")->as, ==, SAMEN_COVENANT_TEXT_AS_LEFT_OUT);
  samen_covenant_draft_undo (draft);
  await (draft);
  correct (draft, "1. Graafschap", SAMEN_COVENANT_TEXT_AS_TEXT);
  g_assert_cmpuint (find_piece (draft, "1. Graafschap")->n_lines, ==, 2);
  g_assert_true (find_piece (draft, "1. Graafschap")->corrected);
  correct (draft, "1. Graafschap", SAMEN_COVENANT_TEXT_AS_READ);
  g_assert_cmpuint (samen_covenant_draft_get_text (draft)->parties->len, ==, 3);
}

/* A row of a table that is no party leaves the other rows as they are */
static void
test_row (Fixture *self, gconstpointer unused)
{
  static const char *const names[] = { "party-cells.txt", "party-columns.txt" };
  static const char *const rows[] = { "Zorg aan de Vecht", "Hyacint Zorg" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SamenCovenantDraft) draft = make_draft (names[i]);
      guint n = samen_covenant_draft_get_text (draft)->parties->len;

      correct (draft, rows[i], SAMEN_COVENANT_TEXT_AS_TEXT);
      g_assert_cmpuint (samen_covenant_draft_get_text (draft)->parties->len, ==, n - 1);
      for (guint j = 0; j < n - 1; j++)
        g_assert_true (
            ((SamenCovenantTextParty *) samen_covenant_draft_get_text (draft)->parties->pdata[j])
                ->labelled);
      correct (draft, rows[i], SAMEN_COVENANT_TEXT_AS_LEFT_OUT);
      g_assert_cmpuint (samen_covenant_draft_get_text (draft)->parties->len, ==, n - 1);
    }
}

/* Who signs is a party where none is named, until somebody says that it is text */
static void
test_signer (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantDraft) draft = make_draft ("prose-letter.txt");

  g_assert_cmpuint (samen_covenant_draft_get_text (draft)->parties->len, ==, 3);
  correct (draft, "zorggroep Heuvelland", SAMEN_COVENANT_TEXT_AS_TEXT);
  g_assert_cmpuint (samen_covenant_draft_get_text (draft)->parties->len, ==, 2);
}

/* Whatever is said about whatever paragraph, all of it is imported */
static void
test_any (Fixture *self, gconstpointer unused)
{
  for (gsize i = 0; i < N_ROUNDS * G_N_ELEMENTS (files); i++)
    {
      const char *file = files[i % G_N_ELEMENTS (files)];
      g_autoptr (SamenCovenantDraft) draft = make_draft (file);
      GListModel *pieces = samen_covenant_draft_get_pieces (draft);
      g_autofree char *name = g_strdup_printf ("any-%u.sqlite", (guint) i);
      g_autofree char *path = fixture_file (self, name);
      g_autoptr (SamenStore) store = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) problems = NULL;
      GRand *rand = g_rand_new_with_seed ((guint32) (11 + i));

      for (guint j = 0; j < 12; j++)
        {
          gint32 n = (gint32) g_list_model_get_n_items (pieces);
          g_autoptr (SamenCovenantPiece) piece =
              g_list_model_get_item (pieces, (guint) g_rand_int_range (rand, 0, n));

          samen_covenant_draft_correct (
              draft, piece,
              (SamenCovenantTextAs) g_rand_int_range (rand, SAMEN_COVENANT_TEXT_AS_READ,
                                                      SAMEN_COVENANT_TEXT_AS_OPENING));
          await (draft);
        }
      g_rand_free (rand);
      store = samen_covenant_import_to_path (path, samen_covenant_draft_get_text (draft), NULL,
                                             NULL, "Noor", &error);
      g_assert_no_error (error);
      problems = samen_store_check (store);
      g_assert_cmpstr (problems[0], ==, NULL);
      assert_kept (file, samen_covenant_draft_get_text (draft), store);
    }
}

/* A correction that is overtaken by the next is not shown */
static void
test_overtaken (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantDraft) draft = make_draft ("restarting.txt");

  samen_covenant_draft_correct (draft, find_piece (draft, "1. Waar het"),
                                SAMEN_COVENANT_TEXT_AS_CHAPTER);
  samen_covenant_draft_correct (draft, find_piece (draft, "2. Wat de scholen"),
                                SAMEN_COVENANT_TEXT_AS_CHAPTER);
  await (draft);
  g_assert_cmpuint (samen_covenant_draft_get_text (draft)->chapters->len, ==, 2);
  samen_covenant_draft_undo (draft);
  samen_covenant_draft_undo (draft);
  samen_covenant_draft_undo (draft);
  await (draft);
  g_assert_cmpuint (samen_covenant_draft_get_text (draft)->chapters->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/covenant-draft/pieces", test_pieces);
  FIXTURE_TEST ("/covenant-draft/row", test_row);
  FIXTURE_TEST ("/covenant-draft/signer", test_signer);
  FIXTURE_TEST ("/covenant-draft/any", test_any);
  FIXTURE_TEST ("/covenant-draft/overtaken", test_overtaken);
  return g_test_run ();
}
