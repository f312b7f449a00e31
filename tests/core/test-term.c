/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "rules-fixture.h"
#include "rules/parties.h"
#include "rules/term.h"

/* A covenant of three parties of which the first two are members of a fourth, a group */
typedef struct
{
  SamenAgreement *agreement;
  GListStore *parties;
  GListStore *signatures;
} Covenant;

static void
set_up (Covenant *self, gconstpointer unused)
{
  self->agreement = make (SAMEN_TYPE_AGREEMENT, "covenant", "title", T ("Samen opleiden"), NULL);
  self->parties = g_list_store_new (SAMEN_TYPE_PARTY);
  self->signatures = g_list_store_new (SAMEN_TYPE_SIGNATURE);
  put (self->parties, make (SAMEN_TYPE_PARTY, "group", "name", T ("De scholen"), "agreement",
                            T ("covenant"), NULL));
  put (self->parties, make (SAMEN_TYPE_PARTY, "a", "name", T ("ROC"), "agreement", T ("covenant"),
                            "group", T ("group"), NULL));
  put (self->parties, make (SAMEN_TYPE_PARTY, "b", "name", T ("HBO"), "agreement", T ("covenant"),
                            "group", T ("group"), NULL));
  put (self->parties,
       make (SAMEN_TYPE_PARTY, "c", "name", T ("Zorggroep"), "agreement", T ("covenant"), NULL));
  put (self->parties,
       make (SAMEN_TYPE_PARTY, "d", "name", T ("Ander"), "agreement", T ("another"), NULL));
}

static void
tear_down (Covenant *self, gconstpointer unused)
{
  g_object_unref (self->agreement);
  g_object_unref (self->parties);
  g_object_unref (self->signatures);
}

static void
sign (Covenant *self, const char *party, const char *date)
{
  put (self->signatures, make (SAMEN_TYPE_SIGNATURE, "s", "party", T (party), "signed_on", T (date),
                               "signatory", T ("A. Jansen"), NULL));
}

static void
sign_all (Covenant *self)
{
  sign (self, "a", "2026-03-02");
  sign (self, "b", "2026-03-09");
  sign (self, "c", "2026-03-04");
}

static SamenAgreementTerm *
term_on (Covenant *self, const char *today)
{
  return samen_agreement_term_new (self->agreement, G_LIST_MODEL (self->parties),
                                   G_LIST_MODEL (self->signatures), day (today));
}

static void
assert_status (Covenant *self, const char *today, SamenAgreementStatus status)
{
  g_autoptr (SamenAgreementTerm) term = term_on (self, today);

  g_assert_cmpint (term->status, ==, status);
}

static void
test_draft (Covenant *self, gconstpointer unused)
{
  g_autoptr (SamenAgreementTerm) term = term_on (self, "2026-03-01");

  g_assert_cmpint (term->status, ==, SAMEN_AGREEMENT_DRAFT);
  g_assert_cmpuint (term->n_signers, ==, 3);
  g_assert_cmpuint (term->unsigned_parties->len, ==, 3);
  g_assert_false (samen_agreement_term_is_locked (term));
  g_assert_null (samen_agreement_term_why_locked (term));
  assert_day (term->start, "");
  assert_text (samen_agreement_term_describe (term), "A draft: nobody has signed yet.");
  assert_text (samen_agreement_term_label (term), "Draft");
}

/* No parties: nothing is signed by all of nobody */
static void
test_nobody (void)
{
  g_autoptr (SamenAgreement) agreement =
      make (SAMEN_TYPE_AGREEMENT, "x", "title", T ("X"), "end", T ("2020-01-01"), NULL);
  g_autoptr (SamenAgreementTerm) term =
      samen_agreement_term_new (agreement, NULL, NULL, day ("2026-03-01"));

  g_assert_cmpint (term->status, ==, SAMEN_AGREEMENT_DRAFT);
  assert_text (samen_agreement_term_describe (term), "A draft, without parties yet.");
}

static void
test_signing (Covenant *self, gconstpointer unused)
{
  g_autoptr (SamenAgreementTerm) term = NULL;
  SamenParty *left;

  sign (self, "a", "2026-03-02");
  sign (self, "a", "2026-03-05");
  sign (self, "a", "2026-03-03");
  sign (self, "c", "2026-03-04");
  sign (self, "d", "2026-01-01");
  sign (self, "group", "2026-01-01");
  term = term_on (self, "2026-03-10");
  g_assert_cmpint (term->status, ==, SAMEN_AGREEMENT_SIGNING);
  g_assert_cmpuint (term->n_signed, ==, 2);
  g_assert_cmpuint (term->n_signers, ==, 3);
  /* Of the three signatures of a the latest counts */
  assert_day (term->first_signed, "2026-03-04");
  assert_day (term->last_signed, "2026-03-05");
  assert_day (term->start, "");
  g_assert_cmpuint (term->unsigned_parties->len, ==, 1);
  left = term->unsigned_parties->pdata[0];
  g_assert_cmpstr (left->name, ==, "HBO");
  assert_text (samen_agreement_term_label (term), "2 of 3 signed");
  assert_text (samen_agreement_term_describe (term),
               "2 of 3 parties have signed; the first did so on 4 March 2026.");
  assert_text (samen_agreement_term_why_locked (term),
               "The text is locked, since 2 parties have signed it. To change it, remove their "
               "signatures, or make a new covenant.");
}

static void
test_lock_of_one (Covenant *self, gconstpointer unused)
{
  g_autoptr (SamenAgreementTerm) term = NULL;

  sign (self, "c", "2026-03-04");
  term = term_on (self, "2026-03-10");
  assert_text (samen_agreement_term_why_locked (term),
               "The text is locked, since 1 party has signed it. To change it, remove that "
               "signature, or make a new covenant.");
}

static void
test_start (Covenant *self, gconstpointer unused)
{
  const struct
  {
    const char *starts, *start, *expected;
  } cases[] = {
    /* Signed by all on 9 March */
    { "signing", NULL, "2026-03-09" },
    { "day-after", NULL, "2026-03-10" },
    { "date", "2026-05-01", "2026-05-01" },
    /* Agreed on: it works back */
    { "date", "2026-01-01", "2026-01-01" },
    { "date", "2026-09", "2026-09-01" },
    /* A date that was left open */
    { "date", NULL, "2026-03-09" },
  };

  sign_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SamenAgreementTerm) term = NULL;

      set (self->agreement, "starts", T (cases[i].starts));
      set (self->agreement, "start", T (cases[i].start));
      term = term_on (self, "2026-06-01");
      assert_day (term->start, cases[i].expected);
    }
}

static void
test_start_before_all_signed (Covenant *self, gconstpointer unused)
{
  set (self->agreement, "starts", T ("date"));
  set (self->agreement, "start", T ("2026-01-01"));
  sign (self, "a", "2025-12-01");
  assert_status (self, "2026-03-01", SAMEN_AGREEMENT_SIGNING);
  sign (self, "b", "2026-03-01");
  sign (self, "c", "2026-03-01");
  assert_status (self, "2026-03-01", SAMEN_AGREEMENT_IN_FORCE);
}

static void
test_status_in_time (Covenant *self, gconstpointer unused)
{
  sign_all (self);
  set (self->agreement, "starts", T ("date"));
  set (self->agreement, "start", T ("2026-04-01"));
  set (self->agreement, "end", T ("2027-01-01"));
  set (self->agreement, "notice", I (6));
  assert_status (self, "2026-03-31", SAMEN_AGREEMENT_SIGNED);
  assert_status (self, "2026-04-01", SAMEN_AGREEMENT_IN_FORCE);
  assert_status (self, "2026-06-30", SAMEN_AGREEMENT_IN_FORCE);
  assert_status (self, "2026-07-01", SAMEN_AGREEMENT_ENDING);
  assert_status (self, "2027-01-01", SAMEN_AGREEMENT_ENDING);
  assert_status (self, "2027-01-02", SAMEN_AGREEMENT_ENDED);
  /* Without a notice period: the last three months, from 1 October */
  set (self->agreement, "notice", NULL);
  assert_status (self, "2026-09-30", SAMEN_AGREEMENT_IN_FORCE);
  assert_status (self, "2026-10-01", SAMEN_AGREEMENT_ENDING);
  set (self->agreement, "notice", I (0));
  assert_status (self, "2026-10-01", SAMEN_AGREEMENT_ENDING);
  /* Without an end */
  set (self->agreement, "end", NULL);
  assert_status (self, "2099-01-01", SAMEN_AGREEMENT_IN_FORCE);
}

static void
test_notice (Covenant *self, gconstpointer unused)
{
  const struct
  {
    const char *end;
    int months;
    const char *expected;
  } cases[] = {
    { "2027-01-01", 6, "2026-07-01" },
    { "2026-12-31", 3, "2026-09-30" },
    /* February: six months before 31 August, in a leap year and in another */
    { "2028-08-31", 6, "2028-02-29" },
    { "2027-08-31", 6, "2027-02-28" },
    /* 2100 is no leap year */
    { "2100-03-31", 1, "2100-02-28" },
    { "2028-02-29", 12, "2027-02-28" },
    { "2027-02-28", 6, "2026-08-28" },
    { "2026-12-31", 0, "2026-12-31" },
    /* A month and a season end on their last days: 28 February 2027 and 29 February 2028 */
    { "2027-02", 1, "2027-01-28" },
    { "2027-24", 2, "2027-12-29" },
    { "2026", 12, "2025-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SamenAgreementTerm) term = NULL;

      set (self->agreement, "end", T (cases[i].end));
      set (self->agreement, "notice", I (cases[i].months));
      term = term_on (self, "2026-01-01");
      assert_day (term->last_notice, cases[i].expected);
    }
  set (self->agreement, "notice", NULL);
  {
    g_autoptr (SamenAgreementTerm) term = term_on (self, "2026-01-01");

    assert_day (term->last_notice, "");
    assert_day (term->ending_from, "2026-09-30");
  }
}

static void
test_sentences (Covenant *self, gconstpointer unused)
{
  const struct
  {
    const char *today, *label, *sentence;
  } cases[] = {
    { "2026-03-09", "Signed", "All parties have signed. It takes effect on 10 March 2026." },
    { "2026-04-01", "In force",
      "In force from 10 March 2026 up to and including 1 January 2027. The last day to give notice "
      "is "
      "1 July 2026." },
    { "2026-08-01", "Ending",
      "In force from 10 March 2026 up to and including 1 January 2027. The last day to give notice "
      "is "
      "1 July 2026." },
    { "2027-02-01", "Ended", "It ended on 1 January 2027." },
  };
  g_autoptr (SamenAgreementTerm) open = NULL;

  sign_all (self);
  set (self->agreement, "starts", T ("day-after"));
  set (self->agreement, "end", T ("2027-01-01"));
  set (self->agreement, "notice", I (6));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SamenAgreementTerm) term = term_on (self, cases[i].today);

      assert_text (samen_agreement_term_label (term), cases[i].label);
      assert_text (samen_agreement_term_describe (term), cases[i].sentence);
    }
  set (self->agreement, "end", NULL);
  open = term_on (self, "2027-02-01");
  assert_text (samen_agreement_term_describe (open),
               "In force since 10 March 2026, without an end date.");
}

static void
test_groups (Covenant *self, gconstpointer unused)
{
  g_autoptr (SamenParty) group = g_list_model_get_item (G_LIST_MODEL (self->parties), 0);
  g_autoptr (SamenParty) member = g_list_model_get_item (G_LIST_MODEL (self->parties), 1);
  g_autoptr (SamenAgreementTerm) term = NULL;

  g_assert_true (samen_party_is_group (group, G_LIST_MODEL (self->parties)));
  g_assert_false (samen_party_is_group (member, G_LIST_MODEL (self->parties)));
  /* Members of each other: then nobody counts as a group, and all four must sign */
  set (group, "group", T ("a"));
  term = term_on (self, "2026-01-01");
  g_assert_false (samen_party_is_group (member, G_LIST_MODEL (self->parties)));
  g_assert_cmpuint (term->n_signers, ==, 4);
}

/* Who steps out before signing holds up nobody; who did so afterwards has signed */
static void
test_withdrawn (Covenant *self, gconstpointer unused)
{
  g_autoptr (SamenParty) b = g_list_model_get_item (G_LIST_MODEL (self->parties), 2);
  g_autoptr (SamenAgreementTerm) before = NULL;
  g_autoptr (SamenAgreementTerm) term = NULL;
  g_autoptr (SamenAgreementTerm) after = NULL;

  sign (self, "a", "2026-03-02");
  sign (self, "c", "2026-03-04");
  before = term_on (self, "2026-03-10");
  assert_text (samen_agreement_term_label (before), "2 of 3 signed");
  set (b, "withdrawn", T ("2026-03-10"));
  term = term_on (self, "2026-03-10");
  g_assert_cmpint (term->status, ==, SAMEN_AGREEMENT_IN_FORCE);
  g_assert_cmpuint (term->n_signers, ==, 2);
  g_assert_cmpuint (term->n_withdrawn, ==, 1);
  g_assert_cmpuint (term->unsigned_parties->len, ==, 0);
  assert_day (term->start, "2026-03-04");
  sign (self, "b", "2026-03-09");
  after = term_on (self, "2026-03-10");
  g_assert_cmpuint (after->n_signers, ==, 3);
  g_assert_cmpuint (after->n_withdrawn, ==, 0);
}

static void
test_itself (void)
{
  g_autoptr (GListStore) parties = g_list_store_new (SAMEN_TYPE_PARTY);
  SamenParty *party = put (parties, make (SAMEN_TYPE_PARTY, "a", "name", T ("A"), "agreement",
                                          T ("covenant"), "group", T ("a"), NULL));

  g_assert_false (samen_party_is_group (party, G_LIST_MODEL (parties)));
}

#define COVENANT_TEST(path, function) g_test_add (path, Covenant, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  COVENANT_TEST ("/term/draft", test_draft);
  g_test_add_func ("/term/nobody", test_nobody);
  COVENANT_TEST ("/term/signing", test_signing);
  COVENANT_TEST ("/term/lock-of-one", test_lock_of_one);
  COVENANT_TEST ("/term/start", test_start);
  COVENANT_TEST ("/term/start-before-all-signed", test_start_before_all_signed);
  COVENANT_TEST ("/term/status-in-time", test_status_in_time);
  COVENANT_TEST ("/term/notice", test_notice);
  COVENANT_TEST ("/term/sentences", test_sentences);
  COVENANT_TEST ("/term/groups", test_groups);
  COVENANT_TEST ("/term/withdrawn", test_withdrawn);
  g_test_add_func ("/term/itself", test_itself);
  return g_test_run ();
}
