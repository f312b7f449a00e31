/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "rules-fixture.h"
#include "rules/parties.h"

static GListStore *
make_parties (void)
{
  GListStore *parties = g_list_store_new (SAMEN_TYPE_PARTY);

  put (parties, make (SAMEN_TYPE_PARTY, "roc", "name", T ("ROC"), "agreement", T ("covenant"),
                      "group", T ("schools"), NULL));
  put (parties,
       make (SAMEN_TYPE_PARTY, "other", "name", T ("Elsewhere"), "agreement", T ("another"), NULL));
  put (parties,
       make (SAMEN_TYPE_PARTY, "city", "name", T ("City"), "agreement", T ("covenant"), NULL));
  put (parties, make (SAMEN_TYPE_PARTY, "schools", "name", T ("Schools"), "agreement",
                      T ("covenant"), NULL));
  put (parties, make (SAMEN_TYPE_PARTY, "hbo", "name", T ("HBO"), "agreement", T ("covenant"),
                      "group", T ("schools"), NULL));
  put (parties, make (SAMEN_TYPE_PARTY, "lost", "name", T ("Lost"), "agreement", T ("covenant"),
                      "group", T ("gone"), NULL));
  return parties;
}

/* The lines as text: "1. City, 2. Schools:, a. ROC" */
static char *
read_lines (GListStore *parties)
{
  g_autoptr (GPtrArray) lines = samen_party_lines (G_LIST_MODEL (parties), "covenant");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenPartyLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpuint (line->depth, ==, g_ascii_isdigit (*line->mark) ? 0 : 1);
      g_string_append_printf (text, "%s%s %s%s", i > 0 ? ", " : "", line->mark, line->party->name,
                              line->is_group ? ":" : "");
    }
  return g_string_free_and_steal (text);
}

static void
test_lines (void)
{
  g_autoptr (GListStore) parties = make_parties ();
  g_autoptr (SamenParty) city = g_list_model_get_item (G_LIST_MODEL (parties), 2);
  g_autoptr (SamenParty) schools = g_list_model_get_item (G_LIST_MODEL (parties), 3);
  g_autoptr (GVariant) yes = g_variant_ref_sink (samen_value ((bool) true));

  assert_text (read_lines (parties), "1. City, 2. Schools:, a. ROC, b. HBO, 3. Lost");
  g_assert_true (samen_party_is_group (schools, G_LIST_MODEL (parties)));
  g_assert_false (samen_party_is_group (city, G_LIST_MODEL (parties)));
  /* A group that nobody is in yet */
  set (city, "is_group", samen_value ((bool) true));
  assert_text (read_lines (parties), "1. City:, 2. Schools:, a. ROC, b. HBO, 3. Lost");
  /* Members of a deleted group stand by themselves again */
  samen_record_apply (SAMEN_RECORD (schools), &samen_record_deleted, yes);
  assert_text (read_lines (parties), "1. ROC, 2. City:, 3. HBO, 4. Lost");
}

static void
test_circle (void)
{
  g_autoptr (GListStore) parties = make_parties ();
  g_autoptr (SamenParty) roc = g_list_model_get_item (G_LIST_MODEL (parties), 0);
  g_autoptr (SamenParty) schools = g_list_model_get_item (G_LIST_MODEL (parties), 3);

  set (schools, "group", T ("roc"));
  assert_text (read_lines (parties), "1. ROC, 2. City, 3. Schools:, a. HBO, 4. Lost");
  set (schools, "group", T ("schools"));
  set (roc, "group", T ("roc"));
  assert_text (read_lines (parties), "1. ROC, 2. City, 3. Schools:, a. HBO, 4. Lost");
}

/* However deep, nobody is left out */
static void
test_deep (void)
{
  g_autoptr (GListStore) parties = g_list_store_new (SAMEN_TYPE_PARTY);
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *group = g_strdup_printf ("p%u", i + 1);

      put (parties, make (SAMEN_TYPE_PARTY, id, "name", T (id), "agreement", T ("covenant"),
                          "group", T (group), NULL));
    }
  lines = samen_party_lines (G_LIST_MODEL (parties), "covenant");
  g_assert_cmpuint (lines->len, ==, 100);
}

static void
test_many_members (void)
{
  g_autoptr (GListStore) parties = g_list_store_new (SAMEN_TYPE_PARTY);
  g_autoptr (GPtrArray) lines = NULL;

  put (parties, make (SAMEN_TYPE_PARTY, "g", "name", T ("G"), "agreement", T ("covenant"), NULL));
  for (guint i = 0; i < 28; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      put (parties, make (SAMEN_TYPE_PARTY, id, "name", T (id), "agreement", T ("covenant"),
                          "group", T ("g"), NULL));
    }
  lines = samen_party_lines (G_LIST_MODEL (parties), "covenant");
  g_assert_cmpstr (((SamenPartyLine *) lines->pdata[26])->mark, ==, "z.");
  g_assert_cmpstr (((SamenPartyLine *) lines->pdata[27])->mark, ==, "aa.");
  g_assert_cmpstr (((SamenPartyLine *) lines->pdata[28])->mark, ==, "ab.");
}

static void
test_representatives (void)
{
  g_autoptr (SamenParty) party = make (SAMEN_TYPE_PARTY, "a", "name", T ("A"), NULL);
  g_autoptr (GListStore) further = g_list_store_new (SAMEN_TYPE_REPRESENTATIVE);
  g_autoptr (GArray) nobody = samen_party_representatives (party, NULL);

  g_assert_cmpuint (nobody->len, ==, 0);
  assert_text (samen_party_represented_by (party, NULL, NULL), "");
  set (party, "representative", T ("X"));
  set (party, "function", T ("chair"));
  assert_text (samen_party_represented_by (party, NULL, NULL), "X, chair");
  put (further, make (SAMEN_TYPE_REPRESENTATIVE, "r", "party", T ("a"), "name", T ("Y"), NULL));
  put (further, make (SAMEN_TYPE_REPRESENTATIVE, "s", "party", T ("b"), "name", T ("Other"), NULL));
  assert_text (samen_party_represented_by (party, G_LIST_MODEL (further), NULL), "X, chair, and Y");
  put (further, make (SAMEN_TYPE_REPRESENTATIVE, "t", "party", T ("a"), "name", T ("Z"), "function",
                      T ("lid"), NULL));
  assert_text (
      samen_party_represented_by (party, G_LIST_MODEL (further), samen_language_get ("nl")),
      "X, chair, Y, en Z, lid");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parties/lines", test_lines);
  g_test_add_func ("/parties/circle", test_circle);
  g_test_add_func ("/parties/deep", test_deep);
  g_test_add_func ("/parties/many-members", test_many_members);
  g_test_add_func ("/parties/representatives", test_representatives);
  return g_test_run ();
}
