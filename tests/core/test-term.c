/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "rules-fixture.h"
#include "rules/parties.h"
#include "rules/signing.h"
#include "rules/term.h"

/* A covenant of three parties of which the first two are members of a fourth, a group */
typedef struct
{
  SamenAgreement *agreement;
  GListStore *agreements;
  GListStore *parties;
  GListStore *representatives;
  GListStore *signatures;
} Covenant;

static void
set_up (Covenant *self, gconstpointer unused)
{
  self->agreement = make (SAMEN_TYPE_AGREEMENT, "covenant", "title", T ("Samen opleiden"), NULL);
  self->agreements = g_list_store_new (SAMEN_TYPE_AGREEMENT);
  self->parties = g_list_store_new (SAMEN_TYPE_PARTY);
  self->representatives = g_list_store_new (SAMEN_TYPE_REPRESENTATIVE);
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
  g_object_unref (self->agreements);
  g_object_unref (self->parties);
  g_object_unref (self->representatives);
  g_object_unref (self->signatures);
}

static void
sign_by (Covenant *self, const char *party, const char *date, const char *signatory)
{
  put (self->signatures, make (SAMEN_TYPE_SIGNATURE, "s", "party", T (party), "signed_on", T (date),
                               "signatory", T (signatory), NULL));
}

static void
sign (Covenant *self, const char *party, const char *date)
{
  sign_by (self, party, date, "A. Jansen");
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
  return samen_agreement_term_new (
      self->agreement, G_LIST_MODEL (self->agreements), G_LIST_MODEL (self->parties),
      G_LIST_MODEL (self->representatives), G_LIST_MODEL (self->signatures), day (today));
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
      samen_agreement_term_new (agreement, NULL, NULL, NULL, NULL, day ("2026-03-01"));

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
               "2 of 3 parties have signed; the first signature is of 4 March 2026.");
  assert_text (samen_agreement_term_why_locked (term),
               "The text is locked, since it is signed by Zorggroep (4 March 2026), ROC (5 March "
               "2026). To change it, start a new version, or remove these signatures.");
}

/* The third party by X and two more: each signs, on a day of their own */
static SamenRepresentative *
represent_c (Covenant *self)
{
  SamenParty *c = g_list_model_get_item (G_LIST_MODEL (self->parties), 3);

  set (c, "representative", T ("X"));
  g_object_unref (c);
  put (self->representatives,
       make (SAMEN_TYPE_REPRESENTATIVE, "y", "party", T ("c"), "name", T ("Y"), NULL));
  return put (self->representatives,
              make (SAMEN_TYPE_REPRESENTATIVE, "z", "party", T ("c"), "name", T ("Z"), NULL));
}

static void
assert_signing (Covenant *self, const char *label, const char *start)
{
  g_autoptr (SamenAgreementTerm) term = term_on (self, "2026-03-20");

  assert_text (samen_agreement_term_label (term), label);
  assert_day (term->start, start);
}

static void
test_jointly (Covenant *self, gconstpointer unused)
{
  SamenRepresentative *z = represent_c (self);
  g_autoptr (SamenAgreementTerm) begun = NULL;

  sign_by (self, "c", "2026-03-02", "X");
  begun = term_on (self, "2026-03-20");
  g_assert_true (samen_agreement_term_is_locked (begun));
  assert_text (samen_agreement_term_describe (begun),
               "0 of 3 parties have signed; the first signature is of 2 March 2026.");
  sign (self, "a", "2026-03-03");
  sign (self, "b", "2026-03-03");
  assert_signing (self, "2 of 3 signed", "");
  sign_by (self, "c", "2026-03-09", "Y");
  assert_signing (self, "2 of 3 signed", "");
  /* X again is nobody new, whatever the capitals */
  sign_by (self, "c", "2026-03-10", " x ");
  assert_signing (self, "2 of 3 signed", "");
  sign_by (self, "c", "2026-03-12", "Z");
  assert_signing (self, "In force", "2026-03-12");
  /* Without Z it was signed on the tenth, when X did so again */
  g_list_store_remove (self->signatures, 5);
  assert_signing (self, "2 of 3 signed", "");
  set (z, "abstains", samen_value ((bool) true));
  assert_signing (self, "In force", "2026-03-10");
}

/* One for all of them, and one in the place of another */
static void
test_in_place (Covenant *self, gconstpointer unused)
{
  SamenRepresentative *z = represent_c (self);
  g_autoptr (SamenParty) c = g_list_model_get_item (G_LIST_MODEL (self->parties), 3);
  g_autoptr (SamenRepresentative) y =
      g_list_model_get_item (G_LIST_MODEL (self->representatives), 0);
  g_autoptr (GArray) left = NULL;
  SamenPartySigning signing;

  sign_by (self, "c", "2026-03-02", "Attorney");
  signing = samen_party_signing (c, G_LIST_MODEL (self->representatives),
                                 G_LIST_MODEL (self->signatures));
  g_assert_cmpuint (signing.n_needed, ==, 3);
  g_assert_cmpuint (signing.n_signed, ==, 1);
  left = samen_party_left_to_sign (c, G_LIST_MODEL (self->representatives),
                                   G_LIST_MODEL (self->signatures));
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_cmpstr (g_array_index (left, SamenSignatory, 0).name, ==, "X");
  g_assert_cmpstr (g_array_index (left, SamenSignatory, 1).name, ==, "Y");
  set (c, "abstains", samen_value ((bool) true));
  set (y, "abstains", samen_value ((bool) true));
  set (z, "abstains", samen_value ((bool) true));
  signing = samen_party_signing (c, G_LIST_MODEL (self->representatives),
                                 G_LIST_MODEL (self->signatures));
  g_assert_cmpuint (signing.n_needed, ==, 1);
  g_assert_true (samen_party_signing_is_done (&signing));
}

/* In force from 9 March 2026, to be evaluated each year */
static void
test_next_evaluation (Covenant *self, gconstpointer unused)
{
  g_autoptr (GListStore) evaluations = g_list_store_new (SAMEN_TYPE_EVALUATION);
  SamenEvaluation *first;
  const struct
  {
    const char *due, *held, *end, *expected;
  } cases[] = {
    { NULL, NULL, NULL, "2027-03-09" },
    { NULL, NULL, "2027-03-08", "" },
    { NULL, NULL, "2027-03-09", "2027-03-09" },
    /* What was planned, also where that is earlier or later */
    { "2026-06-01", NULL, NULL, "2026-06-01" },
    { "2028", NULL, NULL, "2028" },
    /* From the day on which it was held; a year on from a leap day */
    { "2026-06-01", "2026-07-04", NULL, "2027-07-04" },
    { "2026-06-01", "2028-02-29", NULL, "2029-02-28" },
    { "2026-06-01", "2027-02", NULL, "2028-02-28" },
  };

  sign_all (self);
  set (self->agreement, "evaluate_every", I (12));
  first = put (evaluations, make (SAMEN_TYPE_EVALUATION, "e", "due", T ("2026-06-01"), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SamenAgreementTerm) term = NULL;

      set (first, "agreement", cases[i].due != NULL ? T ("covenant") : T ("another"));
      if (cases[i].due != NULL)
        set (first, "due", T (cases[i].due));
      set (first, "held", T (cases[i].held));
      set (self->agreement, "end", T (cases[i].end));
      term = term_on (self, "2026-04-01");
      assert_day (
          samen_agreement_next_evaluation (self->agreement, term, G_LIST_MODEL (evaluations)),
          cases[i].expected);
    }
  set (self->agreement, "evaluate_every", NULL);
  {
    g_autoptr (SamenAgreementTerm) term = term_on (self, "2026-04-01");
    g_autoptr (SamenAgreementTerm) before = term_on (self, "2026-03-08");

    assert_day (samen_agreement_next_evaluation (self->agreement, term, NULL), "");
    set (self->agreement, "evaluate_every", I (12));
    assert_day (samen_agreement_next_evaluation (self->agreement, term, NULL), "2027-03-09");
    assert_day (samen_agreement_next_evaluation (self->agreement, before, NULL), "");
  }
}

static void
test_lock_of_one (Covenant *self, gconstpointer unused)
{
  g_autoptr (SamenAgreementTerm) term = NULL;

  sign (self, "c", "2026-03-04");
  term = term_on (self, "2026-03-10");
  assert_text (samen_agreement_term_why_locked (term),
               "The text is locked, since it is signed by Zorggroep (4 March 2026). To change it, "
               "start a new version, or remove that signature.");
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

/* A new version: the old one counts until all have signed the other and it takes effect */
static void
test_replaced (Covenant *self, gconstpointer unused)
{
  g_autoptr (SamenAgreementTerm) term = NULL;
  SamenAgreement *next, *gone;

  sign_all (self);
  put (self->agreements, g_object_ref (self->agreement));
  gone = make (SAMEN_TYPE_AGREEMENT, "gone", "title", T ("Weg"), "follows", T ("covenant"), NULL);
  next = put (self->agreements,
              make (SAMEN_TYPE_AGREEMENT, "another", "title", T ("Versie 2"), "follows",
                    T ("covenant"), "starts", T ("date"), "start", T ("2027-01-01"), NULL));
  gone->parent_instance.deleted = true;
  put (self->agreements, gone);
  term = term_on (self, "2027-02-01");
  g_assert_cmpint (term->status, ==, SAMEN_AGREEMENT_IN_FORCE);
  g_assert_true (term->successor == next);
  assert_day (term->replaced, "");
  sign (self, "d", "2026-12-01");
  assert_status (self, "2026-12-31", SAMEN_AGREEMENT_IN_FORCE);
  assert_status (self, "2027-01-01", SAMEN_AGREEMENT_REPLACED);
  g_clear_pointer (&term, samen_agreement_term_free);
  term = term_on (self, "2027-02-01");
  assert_day (term->replaced, "2027-01-01");
  g_assert_false (samen_agreement_term_is_running (term));
  assert_text (samen_agreement_term_label (term), "Replaced");
  assert_text (samen_agreement_term_describe (term),
               "“Versie 2” has taken its place since 1 January 2027.");
  set (self->agreement, "end", T ("2026-06-30"));
  assert_status (self, "2027-02-01", SAMEN_AGREEMENT_ENDED);
  set (self->agreement, "follows", T ("covenant"));
  set (next, "follows", NULL);
  assert_status (self, "2026-03-12", SAMEN_AGREEMENT_IN_FORCE);
}

#define COVENANT_TEST(path, function) g_test_add (path, Covenant, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  COVENANT_TEST ("/term/draft", test_draft);
  g_test_add_func ("/term/nobody", test_nobody);
  COVENANT_TEST ("/term/signing", test_signing);
  COVENANT_TEST ("/term/jointly", test_jointly);
  COVENANT_TEST ("/term/in-place", test_in_place);
  COVENANT_TEST ("/term/next-evaluation", test_next_evaluation);
  COVENANT_TEST ("/term/lock-of-one", test_lock_of_one);
  COVENANT_TEST ("/term/start", test_start);
  COVENANT_TEST ("/term/start-before-all-signed", test_start_before_all_signed);
  COVENANT_TEST ("/term/status-in-time", test_status_in_time);
  COVENANT_TEST ("/term/notice", test_notice);
  COVENANT_TEST ("/term/sentences", test_sentences);
  COVENANT_TEST ("/term/groups", test_groups);
  COVENANT_TEST ("/term/withdrawn", test_withdrawn);
  COVENANT_TEST ("/term/replaced", test_replaced);
  g_test_add_func ("/term/itself", test_itself);
  return g_test_run ();
}
