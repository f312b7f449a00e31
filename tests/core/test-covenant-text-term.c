/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "covenant-text-util.h"
#include "rules/covenant-text-term.h"

typedef struct
{
  const char *text;
  const char *start; /* a date, "signing", "day-after", or NULL where none is said */
  const char *end;   /* a date, or NULL */
  gint64 notice;
} Case;

static const Case cases[] = {
  { "Dit convenant eindigt op 31 juli 2029.", NULL, "2029-07-31", 0 },
  { "Dit convenant treedt in werking op 1 september 2025 en eindigt van rechtswege op 31 augustus "
    "2029.",
    "2025-09-01", "2029-08-31", 0 },
  { "Dit convenant treedt in werking met ingang van de dag na ondertekening en loopt tot en met 31 "
    "december 2028.",
    "day-after", "2028-12-31", 0 },
  { "Deze verklaring geldt van 1 januari 2027 tot en met 31 december 2029.", "2027-01-01",
    "2029-12-31", 0 },
  { "Dit convenant gaat in op de datum van ondertekening en loopt tot 1 augustus 2028.", "signing",
    "2028-07-31", 0 },
  { "Deze samenwerkingsovereenkomst treedt in werking na ondertekening.", "signing", NULL, 0 },
  { "Opzeggen kan met een termijn van zes maanden.", NULL, NULL, 6 },
  { "De opzegtermijn bedraagt ten minste 3 maanden.", NULL, NULL, 3 },
  { "Elke partij kan opzeggen met een termijn van één maand.", NULL, NULL, 1 },
  { "This agreement takes effect on 1 January 2027 and ends on 31 December 2029.", "2027-01-01",
    "2029-12-31", 0 },
  /* Two sentences that say the same */
  { "Dit convenant eindigt op 31 juli 2029. Het convenant loopt tot en met 31 juli 2029.", NULL,
    "2029-07-31", 0 },
  /* No day, or not at once, or not of the covenant, or left to fill in */
  { "Deze overeenkomst eindigt als het plan is vastgesteld, of op 1 januari 2028.", NULL, NULL, 0 },
  { "Dit convenant eindigt na vier jaar.", NULL, NULL, 0 },
  { "Dit convenant loopt tot ___ .", NULL, NULL, 0 },
  { "De pilot eindigt op 31 juli 2027.", NULL, NULL, 0 },
  { "Partijen bespreken dit convenant. De pilot eindigt op 31 juli 2027.", NULL, NULL, 0 },
  { "Dit convenant eindigt op 31 februari 2029.", NULL, NULL, 0 },
  { "Opzegging geschiedt schriftelijk.", NULL, NULL, 0 },
  { "Het verslag wordt binnen een termijn van drie maanden gemaakt.", NULL, NULL, 0 },
};

static SamenCovenantText *
parse_clauses (const char *first, const char *second)
{
  g_autofree char *text = g_strdup_printf ("Convenant Proef\n\nPartijen komen overeen:\n\n"
                                           "Artikel 1 Looptijd\n\n1. %s\n\n2. %s\n",
                                           first, second);

  return parse (text, -1);
}

static void
assert_start (const SamenCovenantTextTerm *term, const char *start)
{
  static const char *const names[] = { "signing", "day-after", "date" };
  SamenDate day;

  g_assert_cmpint (term->says_start, ==, start != NULL);
  if (start == NULL)
    return;
  if (!samen_date_parse (start, &day))
    {
      g_assert_cmpstr (names[term->starts], ==, start);
      g_assert_false (samen_date_is_set (term->start));
      return;
    }
  g_assert_cmpint (term->starts, ==, SAMEN_START_DATE);
  g_assert_true (samen_date_equal (term->start, day));
}

static void
test_said (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SamenCovenantText) tree = parse_clauses (cases[i].text, "Anders niet.");
      SamenCovenantTextTerm term;
      SamenDate end = SAMEN_DATE_NONE;

      g_test_message ("%s", cases[i].text);
      samen_covenant_text_find_term (tree, &term);
      assert_start (&term, cases[i].start);
      if (cases[i].end != NULL)
        g_assert_true (samen_date_parse (cases[i].end, &end));
      g_assert_true (samen_date_equal (term.end, end));
      g_assert_cmpint (term.notice, ==, cases[i].notice);
    }
}

/* Which of two days it is, is for somebody to say */
static void
test_several_ends (void)
{
  g_autoptr (SamenCovenantText) tree = parse_clauses ("Dit convenant eindigt op 31 juli 2029.",
                                                      "De afspraken gelden tot en met 1 mei 2027.");
  SamenCovenantTextTerm term;

  samen_covenant_text_find_term (tree, &term);
  g_assert_false (samen_date_is_set (term.end));
}

/* As slow as words can make it, it does not take longer than somebody waits */
static void
test_hostile (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (SamenCovenantText) tree = NULL;
  SamenCovenantTextTerm term;

  while (words->len < 4000)
    g_string_append (words, "de afspraken opzeg treedt in werking ");
  tree = parse_clauses (words->str, words->str);
  g_test_timer_start ();
  samen_covenant_text_find_term (tree, &term);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 1);
  g_assert_false (term.says_start);
  g_assert_false (samen_date_is_set (term.end));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/covenant-text-term/said", test_said);
  g_test_add_func ("/covenant-text-term/several-ends", test_several_ends);
  g_test_add_func ("/covenant-text-term/hostile", test_hostile);
  return g_test_run ();
}
