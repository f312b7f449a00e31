/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "store/log.h"
#include "store/search.h"

static guint
count_hits (Fixture *self, const char *text)
{
  g_autoptr (GListModel) hits = samen_store_search (self->store, text, 100);

  return g_list_model_get_n_items (hits);
}

static void
assert_finds (Fixture *self, const char *text, guint expected)
{
  guint found = count_hits (self, text);

  if (found != expected)
    g_error ("“%s” is found %u times, not %u", text, found, expected);
}

static SamenGoal *
add_goal_with_text (Fixture *self, const char *title, const char *text)
{
  SamenGoal *goal = fixture_add_goal (self, title);

  fixture_set (self, goal, "text", samen_value (text));
  return goal;
}

static void
test_words (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) a = fixture_add_goal (self, "Reflectie op de Coöperatie");
  g_autoptr (SamenGoal) b = fixture_add_goal (self, "Éénheid in ’s-Hertogenbosch (e-mail)");

  assert_finds (self, "reflectie", 1);
  assert_finds (self, "reflec", 1);
  assert_finds (self, "r", 1);
  assert_finds (self, "REFLECTIE", 1);
  assert_finds (self, "cooperatie", 1);
  assert_finds (self, "coöperatie", 1);
  assert_finds (self, "COÖPERATIE", 1);
  /* With the accent as a character of its own */
  assert_finds (self, "coo\u0308peratie", 1);
  assert_finds (self, "eenheid", 1);
  assert_finds (self, "één", 1);
  assert_finds (self, "'s-Hertogenbosch", 1);
  assert_finds (self, "hertogen", 1);
  assert_finds (self, "e-mail", 1);
  /* The beginning of a word, not its middle */
  assert_finds (self, "flectie", 0);
  assert_finds (self, "reflecties", 0);
  assert_finds (self, "niets", 0);
}

static void
test_several_words (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) a = add_goal_with_text (self, "Leren in de praktijk", "samen met zorg");
  g_autoptr (SamenGoal) b = fixture_add_goal (self, "Leren van elkaar");

  assert_finds (self, "leren", 2);
  assert_finds (self, "leren praktijk", 1);
  assert_finds (self, "prak ler", 1);
  assert_finds (self, "  leren,\n elkaar!  ", 1);
  /* In two fields of one goal, and not in one field of two */
  assert_finds (self, "leren zorg", 1);
  assert_finds (self, "zorg leren", 1);
  assert_finds (self, "elkaar zorg", 0);
  assert_finds (self, "leren zorg niets", 0);
}

/* Where all words are in one field comes first; a record is found once more only where it has several such */
static void
test_spread_words (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) a = add_goal_with_text (self, "Leren in de praktijk", "samen met zorg");
  g_autoptr (SamenGoal) b = add_goal_with_text (self, "Een plek", "Leren met zorg");
  g_autoptr (GListModel) hits = samen_store_search (self->store, "zorg leren", 10);
  g_autoptr (SamenHit) first = g_list_model_get_item (hits, 0);
  g_autoptr (SamenHit) second = g_list_model_get_item (hits, 1);
  g_autofree char *match = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (hits), ==, 2);
  g_assert_true (first->record == SAMEN_RECORD (b));
  g_assert_true (second->record == SAMEN_RECORD (a));
  /* One of the words is what the excerpt shows */
  match =
      g_strndup (second->excerpt + second->match_start, second->match_end - second->match_start);
  g_assert_true (g_str_equal (match, "Leren") || g_str_equal (match, "zorg"));
  assert_finds (self, "a b c d e f g h i", 0);
}

static void
test_nothing (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) a = fixture_add_goal (self, "Leren");

  assert_finds (self, "", 0);
  assert_finds (self, "   ", 0);
  assert_finds (self, "?!… \"\" -", 0);
}

/* What FTS5 or SQL would take for an order is a word like another, or nothing */
static void
test_harmless (Fixture *self, gconstpointer unused)
{
  static const char *const orders[] = {
    "\"",
    "'",
    "*",
    "a*",
    "\"a",
    "a\" OR \"b",
    "leren OR niets",
    "leren AND niets",
    "NOT leren",
    "leren NEAR niets",
    "NEAR(leren niets, 5)",
    "text : leren",
    "text:leren",
    "{text} : leren",
    "-text : leren",
    "^leren",
    "leren + niets",
    "(leren",
    "leren)",
    "leren'; DROP TABLE goal; --",
    "\\",
    "%",
    "_",
    "leren\n\"",
    "((((((",
    "*\"*",
    "a AND",
    "OR",
    "NOT",
    "rank",
    "$1",
    "?1",
  };
  g_autoptr (SamenGoal) a = fixture_add_goal (self, "Leren");
  g_autofree char *long_word = g_strnfill (100000, 'a');
  g_autoptr (GString) many = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    count_hits (self, orders[i]);
  assert_finds (self, "leren OR niets", 0);
  assert_finds (self, "NOT leren", 0);
  assert_finds (self, "^leren", 1);
  assert_finds (self, "\"leren\"", 1);
  assert_finds (self, "leren*", 1);
  assert_finds (self, "(leren", 1);
  assert_finds (self, long_word, 0);
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (many, "woord%u ", i);
  assert_finds (self, many->str, 0);
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_GOAL), ==, 1);
}

static void
test_where (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = add_goal_with_text (self, "Leren", "Wij leren van elkaar");
  g_autoptr (GListModel) hits = samen_store_search (self->store, "elkaar", 10);
  g_autoptr (SamenHit) hit = g_list_model_get_item (hits, 0);

  g_assert_cmpuint (g_list_model_get_n_items (hits), ==, 1);
  g_assert_true (hit->record == (SamenRecord *) goal);
  g_assert_cmpstr (hit->field->name, ==, "text");
  g_assert_cmpstr (hit->excerpt, ==, "Wij leren van elkaar");
  assert_finds (self, "leren", 2);
}

static void
test_excerpt (Fixture *self, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SamenGoal) goal = NULL;
  g_autoptr (GListModel) hits = NULL;
  g_autoptr (SamenHit) hit = NULL;
  g_autofree char *match = NULL;

  /* Long, with accents of two bytes each, and the word over a line's end in the middle */
  for (guint i = 0; i < 200; i++)
    g_string_append (text, "één ");
  g_string_append (text, "\nReflectie\top\n");
  for (guint i = 0; i < 200; i++)
    g_string_append (text, "twéé ");
  goal = add_goal_with_text (self, "Doel", text->str);
  hits = samen_store_search (self->store, "reflec", 10);
  hit = g_list_model_get_item (hits, 0);
  g_assert_nonnull (hit);
  g_assert_true (g_utf8_validate (hit->excerpt, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (hit->excerpt, -1), <, 100);
  g_assert_nonnull (strstr (hit->excerpt, " Reflectie op "));
  g_assert_true (g_str_has_prefix (hit->excerpt, "…"));
  g_assert_true (g_str_has_suffix (hit->excerpt, "…"));
  match = g_strndup (hit->excerpt + hit->match_start, hit->match_end - hit->match_start);
  g_assert_cmpstr (match, ==, "Reflec");
}

static void
test_changes (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");

  fixture_set (self, goal, "title", samen_value ("Bloeien"));
  assert_finds (self, "groeien", 0);
  assert_finds (self, "bloeien", 1);
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  assert_finds (self, "groeien", 1);
  assert_finds (self, "bloeien", 0);
  g_assert_true (samen_store_redo (self->store, NULL, NULL));
  assert_finds (self, "bloeien", 1);

  fixture_set (self, goal, "text", samen_value ("uitleg"));
  assert_finds (self, "uitleg", 1);
  fixture_set (self, goal, "text", NULL);
  assert_finds (self, "uitleg", 0);

  fixture_delete (self, goal);
  assert_finds (self, "bloeien", 0);
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  assert_finds (self, "bloeien", 1);
  fixture_assert_sound (self);
}

static void
test_limit (Fixture *self, gconstpointer unused)
{
  g_autoptr (GListModel) hits = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Leren");

      /* The best are deleted, and do not take the place of those that are not */
      if (i % 2 == 0)
        fixture_delete (self, goal);
    }
  hits = samen_store_search (self->store, "leren", 7);
  g_assert_cmpuint (g_list_model_get_n_items (hits), ==, 7);
  assert_finds (self, "leren", 10);
}

/* A part is found by itself, and not when its whole is deleted; technical fields are not found */
static void
test_parts (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  SamenEdit *edit = samen_edit_new ("Add criterion");

  samen_edit_add (edit, SAMEN_TYPE_CRITERION, "goal", samen_value (((SamenRecord *) goal)->id),
                  "title", samen_value ("Tevredenheid"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value ("Regio"), "region_code",
                  samen_value ("NL0123"), NULL);
  fixture_apply (self, edit);
  assert_finds (self, "tevreden", 1);
  assert_finds (self, "NL0123", 0);
  fixture_delete (self, goal);
  assert_finds (self, "tevreden", 0);
}

/* Another program's words are found, and an edit that fails leaves none */
static void
test_shared (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenStore) second = samen_store_open (self->path, NULL);
  g_autoptr (SamenEdit) edit = samen_edit_new ("Fails");
  g_autoptr (SamenEdit) other = samen_edit_new ("Works");

  samen_edit_set (edit, (SamenRecord *) goal, "title", samen_value ("Mislukt"));
  samen_edit_set (edit, (SamenRecord *) goal, "due", samen_value ("nooit"));
  g_assert_false (samen_store_apply (self->store, edit, NULL));
  assert_finds (self, "mislukt", 0);
  assert_finds (self, "groeien", 1);

  samen_edit_add (other, SAMEN_TYPE_GOAL, "title", samen_value ("Gelukt"), NULL);
  g_assert_true (samen_store_apply (second, other, NULL));
  assert_finds (self, "gelukt", 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  FIXTURE_TEST ("/search/words", test_words);
  FIXTURE_TEST ("/search/several-words", test_several_words);
  FIXTURE_TEST ("/search/spread-words", test_spread_words);
  FIXTURE_TEST ("/search/nothing", test_nothing);
  FIXTURE_TEST ("/search/harmless", test_harmless);
  FIXTURE_TEST ("/search/where", test_where);
  FIXTURE_TEST ("/search/excerpt", test_excerpt);
  FIXTURE_TEST ("/search/changes", test_changes);
  FIXTURE_TEST ("/search/limit", test_limit);
  FIXTURE_TEST ("/search/parts", test_parts);
  FIXTURE_TEST ("/search/shared", test_shared);

  return g_test_run ();
}
