/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/mention.h"

static const char *const names[] = { "Zoë van der Berg", "  ", "Zoë van der Berg-IJsselmuiden",
                                     NULL };

static void
test_find (void)
{
  g_autoptr (SamenMentions) mentions = samen_mentions_new (names);
  static const char *const found[] = {
    "Zoë van der Berg",
    "zoe VAN DER BERG",
    "Zoe\u0308 van der Berg",
    "Met dank aan Zoë  van\nder\u00a0Berg!",
    "(Zoë van der Berg)",
    "Zoë van der Berg’s plan",
    "Zo\u00ade\u0308 van der Berg",
    "Zoë van der Berg–Jansen",
  };
  static const char *const passed_over[] = {
    "",
    "Zoë",
    "Berg",
    "Zoë van der Bergen",
    "Kenzoë van der Berg",
    "Zoë v.d. Berg",
    "2Zoë van der Berg",
  };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    g_assert_true (samen_mentions_find (mentions, found[i], NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (passed_over); i++)
    g_assert_false (samen_mentions_find (mentions, passed_over[i], NULL, NULL));
  g_assert_false (samen_mentions_find (mentions, NULL, NULL, NULL));
}

/* A name is nothing to be read as a pattern, and no name is in every text */
static void
test_odd_names (void)
{
  static const char *const odd[] = { "A.* (Bé) [c]", NULL };
  static const char *const empty[] = { "", "\u0301", " ", NULL };
  g_autoptr (SamenMentions) mentions = samen_mentions_new (odd);
  g_autoptr (SamenMentions) none = samen_mentions_new (empty);

  g_assert_true (samen_mentions_find (mentions, "Dag a.* (be) [C], welkom", NULL, NULL));
  g_assert_false (samen_mentions_find (mentions, "Aaa (Bé) [c]", NULL, NULL));
  g_assert_false (samen_mentions_find (none, "Any text", NULL, NULL));
  g_assert_false (samen_mentions_is (none, ""));
}

static void
test_is (void)
{
  g_autoptr (SamenMentions) mentions = samen_mentions_new (names);

  g_assert_true (samen_mentions_is (mentions, " zoë van der berg "));
  g_assert_true (samen_mentions_is (mentions, "Zoe van der Berg-Ĳsselmuiden"));
  g_assert_false (samen_mentions_is (mentions, "Mevrouw Zoë van der Berg"));
  g_assert_false (samen_mentions_is (mentions, "Zoë van der Berg, voorzitter"));
  g_assert_false (samen_mentions_is (mentions, NULL));
}

static void
assert_replaced (SamenMentions *mentions, const char *text, const char *expected)
{
  g_autofree char *replaced = samen_mentions_replace (mentions, text, "[gewist]");

  g_assert_cmpstr (replaced, ==, expected);
}

static void
test_replace (void)
{
  g_autoptr (SamenMentions) mentions = samen_mentions_new (names);
  gsize start, end;

  assert_replaced (mentions, "Zoë van der Berg en Zoe\u0308 van der Berg\u0301.",
                   "[gewist] en [gewist].");
  assert_replaced (mentions, "Dag Zoë van der Berg-IJsselmuiden", "Dag [gewist]");
  assert_replaced (mentions, "Zoë van der\n Berg\n", "[gewist]\n");
  assert_replaced (mentions, "geen naam: é", "geen naam: é");
  assert_replaced (mentions, "", "");

  g_assert_true (samen_mentions_find (mentions, "Dag Zoë van der Berg!", &start, &end));
  g_assert_cmpuint (start, ==, strlen ("Dag "));
  g_assert_cmpuint (end, ==, strlen ("Dag Zoë van der Berg"));
}

static void
test_excerpt (void)
{
  g_autoptr (SamenMentions) mentions = samen_mentions_new (names);
  g_autofree char *whole = samen_mentions_excerpt (mentions, "Dag\nZoë van der Berg!");
  g_autofree char *part = samen_mentions_excerpt (
      mentions,
      "Een héél lange inleiding die er niet toe doet, en dan Zoë van der Berg, die er wel toe "
      "doet, en daarna weer een lang stuk");

  g_assert_cmpstr (whole, ==, "Dag Zoë van der Berg!");
  g_assert_cmpstr (
      part, ==,
      "… inleiding die er niet toe doet, en dan Zoë van der Berg, die er wel toe doet, en "
      "daarna weer ee…");
}

static void
test_key (void)
{
  g_autofree char *key = samen_mentions_key ("Zoë van der Berg");
  g_autofree char *same = samen_mentions_key ("  ZOE\u0308 van  der\nBerg");
  g_autofree char *other = samen_mentions_key ("Zoë van den Berg");

  g_assert_cmpstr (key, ==, same);
  g_assert_cmpstr (key, !=, other);
  g_assert_true (samen_mentions_is_name ("Bo"));
  g_assert_true (samen_mentions_is_name ("O\u0308 é"));
  g_assert_false (samen_mentions_is_name ("J."));
  g_assert_false (samen_mentions_is_name ("1 2 3"));
  g_assert_false (samen_mentions_is_name (" "));
  g_assert_false (samen_mentions_is_name (""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mention/find", test_find);
  g_test_add_func ("/mention/odd-names", test_odd_names);
  g_test_add_func ("/mention/is", test_is);
  g_test_add_func ("/mention/replace", test_replace);
  g_test_add_func ("/mention/excerpt", test_excerpt);
  g_test_add_func ("/mention/key", test_key);
  return g_test_run ();
}
