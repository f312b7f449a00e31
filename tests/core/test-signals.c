/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include "rules-fixture.h"
#include "rules/blanks.h"
#include "rules/signals.h"

/* A dossier in lists; what was added when is told by the ids: all on 1 March 2026, but for "late" */
typedef struct
{
  GListStore *agreements, *parties, *signatures, *considerations, *articles, *clauses;
  GListStore *goals, *criteria, *measurements, *milestones, *celebrations, *evaluations;
  GListStore *partnerships, *people;
  SamenSignalSources sources;
} Dossier;

static SamenDate
added_on (SamenRecord *record, gpointer data)
{
  g_assert_nonnull (data);
  return g_str_equal (record->id, "late") ? day ("2026-06-01") : day ("2026-03-01");
}

static void
set_up (Dossier *self, gconstpointer unused)
{
  self->agreements = g_list_store_new (SAMEN_TYPE_AGREEMENT);
  self->parties = g_list_store_new (SAMEN_TYPE_PARTY);
  self->signatures = g_list_store_new (SAMEN_TYPE_SIGNATURE);
  self->considerations = g_list_store_new (SAMEN_TYPE_CONSIDERATION);
  self->articles = g_list_store_new (SAMEN_TYPE_ARTICLE);
  self->clauses = g_list_store_new (SAMEN_TYPE_CLAUSE);
  self->goals = g_list_store_new (SAMEN_TYPE_GOAL);
  self->criteria = g_list_store_new (SAMEN_TYPE_CRITERION);
  self->measurements = g_list_store_new (SAMEN_TYPE_MEASUREMENT);
  self->milestones = g_list_store_new (SAMEN_TYPE_MILESTONE);
  self->celebrations = g_list_store_new (SAMEN_TYPE_CELEBRATION);
  self->evaluations = g_list_store_new (SAMEN_TYPE_EVALUATION);
  self->partnerships = g_list_store_new (SAMEN_TYPE_PARTNERSHIP);
  self->people = g_list_store_new (SAMEN_TYPE_PERSON);
  self->sources = (SamenSignalSources) {
    .partnerships = G_LIST_MODEL (self->partnerships),
    .people = G_LIST_MODEL (self->people),
    .agreements = G_LIST_MODEL (self->agreements),
    .parties = G_LIST_MODEL (self->parties),
    .signatures = G_LIST_MODEL (self->signatures),
    .considerations = G_LIST_MODEL (self->considerations),
    .articles = G_LIST_MODEL (self->articles),
    .clauses = G_LIST_MODEL (self->clauses),
    .goals = G_LIST_MODEL (self->goals),
    .criteria = G_LIST_MODEL (self->criteria),
    .measurements = G_LIST_MODEL (self->measurements),
    .milestones = G_LIST_MODEL (self->milestones),
    .celebrations = G_LIST_MODEL (self->celebrations),
    .evaluations = G_LIST_MODEL (self->evaluations),
    .added_on = added_on,
    .data = self,
  };
}

static void
tear_down (Dossier *self, gconstpointer unused)
{
  g_object_unref (self->agreements);
  g_object_unref (self->parties);
  g_object_unref (self->signatures);
  g_object_unref (self->considerations);
  g_object_unref (self->articles);
  g_object_unref (self->clauses);
  g_object_unref (self->goals);
  g_object_unref (self->criteria);
  g_object_unref (self->measurements);
  g_object_unref (self->milestones);
  g_object_unref (self->celebrations);
  g_object_unref (self->evaluations);
  g_object_unref (self->partnerships);
  g_object_unref (self->people);
}

/* Returns: (transfer full) (nullable): the one signal of @kind on that day */
static SamenSignal *
find (Dossier *self, const char *today, SamenSignalKind kind)
{
  g_autoptr (GListModel) all = samen_signals_find (&self->sources, day (today));
  g_autoptr (SamenSignal) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SamenSignal) signal = g_list_model_get_item (all, i);

      if (signal->kind != kind)
        continue;
      g_assert_null (found);
      g_set_object (&found, signal);
    }
  return g_steal_pointer (&found);
}

/* Of which kinds a case was tried in which it appears, and one in which it does not */
static gboolean appeared[SAMEN_N_SIGNAL_KINDS], was_absent[SAMEN_N_SIGNAL_KINDS];

static void
assert_none (Dossier *self, const char *today, SamenSignalKind kind)
{
  g_autoptr (SamenSignal) found = find (self, today, kind);

  g_assert_null (found);
  was_absent[kind] = TRUE;
}

static void
assert_found (Dossier *self,
              const char *today,
              SamenSignalKind kind,
              gpointer record,
              const char *text)
{
  g_autoptr (SamenSignal) found = find (self, today, kind);

  g_assert_nonnull (found);
  g_assert_true (found->record == record);
  /* It leads somewhere */
  g_assert_nonnull (found->page);
  g_assert_true ((found->record == NULL) == (found->missing != NULL));
  g_assert_cmpstr (found->text, ==, text);
  appeared[kind] = TRUE;
}

static SamenAgreement *
add_agreement (Dossier *self, const char *id)
{
  return put (self->agreements,
              make (SAMEN_TYPE_AGREEMENT, id, "title", T ("Samen opleiden"), NULL));
}

static SamenParty *
add_party (Dossier *self, const char *id, const char *agreement, const char *signed_on)
{
  if (signed_on != NULL)
    put (self->signatures, make (SAMEN_TYPE_SIGNATURE, "s", "party", T (id), "signed_on",
                                 T (signed_on), "signatory", T ("A. Jansen"), NULL));
  return put (self->parties,
              make (SAMEN_TYPE_PARTY, id, "name", T (id), "agreement", T (agreement), NULL));
}

static SamenMilestone *
add_milestone (Dossier *self, const char *id, const char *due, const char *reached)
{
  return put (self->milestones, make (SAMEN_TYPE_MILESTONE, id, "title", T (id), "due", T (due),
                                      "reached", T (reached), NULL));
}

static SamenGoal *
add_goal (Dossier *self, const char *id)
{
  return put (self->goals, make (SAMEN_TYPE_GOAL, id, "title", T ("Meer leerlingen"), NULL));
}

static SamenCriterion *
add_criterion (Dossier *self, const char *id, const char *goal)
{
  return put (self->criteria,
              make (SAMEN_TYPE_CRITERION, id, "title", T ("Instroom"), "goal", T (goal), NULL));
}

static void
test_empty (Dossier *self, gconstpointer unused)
{
  const SamenSignalSources nothing = { 0 };
  g_autoptr (GListModel) none = samen_signals_find (&nothing, day ("2026-01-01"));
  g_autoptr (GListModel) empty = samen_signals_find (&self->sources, day ("2026-01-01"));

  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (empty), ==, 0);
}

/* End 1 January 2027, six months' notice: by 1 July 2026, and 42 days before that is 20 May */
static void
test_notice (Dossier *self, gconstpointer unused)
{
  SamenAgreement *agreement = add_agreement (self, "covenant");

  set (agreement, "end", T ("2027-01-01"));
  set (agreement, "notice", I (6));
  add_party (self, "ROC", "covenant", NULL);
  assert_none (self, "2026-06-01", SAMEN_SIGNAL_NOTICE_NEAR);
  put (self->signatures, make (SAMEN_TYPE_SIGNATURE, "s", "party", T ("ROC"), "signed_on",
                               T ("2026-01-01"), "signatory", T ("A. Jansen"), NULL));
  assert_none (self, "2026-05-19", SAMEN_SIGNAL_NOTICE_NEAR);
  assert_found (self, "2026-05-20", SAMEN_SIGNAL_NOTICE_NEAR, agreement,
                "The last day to give notice to end “Samen opleiden” is 1 July 2026.");
  assert_found (self, "2026-07-01", SAMEN_SIGNAL_NOTICE_NEAR, agreement,
                "The last day to give notice to end “Samen opleiden” is 1 July 2026.");
  assert_none (self, "2026-07-02", SAMEN_SIGNAL_NOTICE_NEAR);
  set (agreement, "notice", NULL);
  assert_none (self, "2026-06-01", SAMEN_SIGNAL_NOTICE_NEAR);
}

/* Only of a covenant in force, from 42 days before until it was held */
static void
test_evaluation (Dossier *self, gconstpointer unused)
{
  SamenAgreement *agreement = add_agreement (self, "covenant");
  SamenEvaluation *evaluation;

  evaluation = put (self->evaluations, make (SAMEN_TYPE_EVALUATION, "e", "agreement",
                                             T ("covenant"), "due", T ("2027-03-01"), NULL));
  add_party (self, "ROC", "covenant", NULL);
  assert_none (self, "2027-03-01", SAMEN_SIGNAL_EVALUATION);
  put (self->signatures, make (SAMEN_TYPE_SIGNATURE, "s", "party", T ("ROC"), "signed_on",
                               T ("2026-01-01"), "signatory", T ("A. Jansen"), NULL));
  assert_none (self, "2027-01-17", SAMEN_SIGNAL_EVALUATION);
  assert_found (self, "2027-01-18", SAMEN_SIGNAL_EVALUATION, evaluation,
                "“Samen opleiden” is to be evaluated soon: 1 March 2027.");
  assert_found (self, "2027-03-01", SAMEN_SIGNAL_EVALUATION, evaluation,
                "“Samen opleiden” is to be evaluated soon: 1 March 2027.");
  assert_found (self, "2027-03-02", SAMEN_SIGNAL_EVALUATION, evaluation,
                "“Samen opleiden” was to be evaluated (1 March 2027), and that has not been held "
                "yet.");
  /* A month is past when its last day is */
  set (evaluation, "due", T ("2027-03"));
  assert_found (self, "2027-03-31", SAMEN_SIGNAL_EVALUATION, evaluation,
                "“Samen opleiden” is to be evaluated soon: March 2027.");
  set (evaluation, "held", T ("2027-03-20"));
  assert_none (self, "2027-03-31", SAMEN_SIGNAL_EVALUATION);
  /* Every two years: from 20 March 2029 on, and none of that while another is planned */
  set (agreement, "evaluate_every", I (24));
  assert_none (self, "2029-02-05", SAMEN_SIGNAL_EVALUATION);
  assert_found (self, "2029-02-06", SAMEN_SIGNAL_EVALUATION, agreement,
                "“Samen opleiden” is to be evaluated soon: 20 March 2029.");
  assert_found (self, "2029-03-21", SAMEN_SIGNAL_EVALUATION, agreement,
                "“Samen opleiden” was to be evaluated (20 March 2029), and that has not been held "
                "yet.");
  put (self->evaluations, make (SAMEN_TYPE_EVALUATION, "f", "agreement", T ("covenant"), "due",
                                T ("2030-01-01"), NULL));
  assert_none (self, "2029-03-21", SAMEN_SIGNAL_EVALUATION);
}

static void
test_end (Dossier *self, gconstpointer unused)
{
  SamenAgreement *agreement = add_agreement (self, "covenant");
  const char *ended =
      "“Samen opleiden” ended on 1 January 2027, and no other covenant has taken its place.";

  add_party (self, "ROC", "covenant", "2026-01-01");
  assert_none (self, "2026-12-01", SAMEN_SIGNAL_AGREEMENT_ENDS);
  set (agreement, "end", T ("2027-01-01"));
  assert_none (self, "2026-09-30", SAMEN_SIGNAL_AGREEMENT_ENDS);
  assert_found (self, "2026-10-01", SAMEN_SIGNAL_AGREEMENT_ENDS, agreement,
                "“Samen opleiden” ends on 1 January 2027.");
  assert_found (self, "2027-01-01", SAMEN_SIGNAL_AGREEMENT_ENDS, agreement,
                "“Samen opleiden” ends on 1 January 2027.");
  assert_found (self, "2027-01-02", SAMEN_SIGNAL_AGREEMENT_ENDS, agreement, ended);
  assert_found (self, "2027-04-01", SAMEN_SIGNAL_AGREEMENT_ENDS, agreement, ended);
  assert_none (self, "2027-04-02", SAMEN_SIGNAL_AGREEMENT_ENDS);
  /* A new one takes its place once somebody has signed it */
  add_agreement (self, "new");
  add_party (self, "HBO", "new", NULL);
  assert_found (self, "2027-01-02", SAMEN_SIGNAL_AGREEMENT_ENDS, agreement, ended);
  add_party (self, "Zorggroep", "new", "2026-12-28");
  assert_none (self, "2027-01-02", SAMEN_SIGNAL_AGREEMENT_ENDS);
}

/* Four weeks after 1 March is 29 March */
static void
test_unsigned (Dossier *self, gconstpointer unused)
{
  SamenAgreement *agreement = add_agreement (self, "covenant");
  SamenParty *hbo;

  add_party (self, "ROC", "covenant", NULL);
  assert_none (self, "2026-12-01", SAMEN_SIGNAL_UNSIGNED);
  add_party (self, "Zorggroep", "covenant", "2026-03-01");
  hbo = add_party (self, "HBO", "covenant", NULL);
  assert_none (self, "2026-03-29", SAMEN_SIGNAL_UNSIGNED);
  assert_found (self, "2026-03-30", SAMEN_SIGNAL_UNSIGNED, agreement,
                "2 parties have not signed “Samen opleiden” yet.");
  /* It should have been in force */
  set (agreement, "starts", T ("date"));
  set (agreement, "start", T ("2026-03-15"));
  assert_none (self, "2026-03-14", SAMEN_SIGNAL_UNSIGNED);
  assert_found (self, "2026-03-15", SAMEN_SIGNAL_UNSIGNED, agreement,
                "2 parties have not signed “Samen opleiden” yet.");
  put (self->signatures, make (SAMEN_TYPE_SIGNATURE, "s", "party", T ("ROC"), "signed_on",
                               T ("2026-03-16"), "signatory", T ("A. Jansen"), NULL));
  assert_found (self, "2026-03-30", SAMEN_SIGNAL_UNSIGNED, hbo,
                "HBO has not signed “Samen opleiden” yet.");
  put (self->signatures, make (SAMEN_TYPE_SIGNATURE, "s", "party", T ("HBO"), "signed_on",
                               T ("2026-03-16"), "signatory", T ("A. Jansen"), NULL));
  assert_none (self, "2026-12-01", SAMEN_SIGNAL_UNSIGNED);
}

static void
test_blanks (Dossier *self, gconstpointer unused)
{
  SamenArticle *article = put (self->articles, make (SAMEN_TYPE_ARTICLE, "article", "agreement",
                                                     T ("covenant"), "heading", T ("Doel"), NULL));
  SamenClause *clause =
      put (self->clauses, make (SAMEN_TYPE_CLAUSE, "clause", "article", T ("article"), "text",
                                T ("Zie noot [1]."), NULL));
  SamenConsideration *consideration;

  add_agreement (self, "covenant");
  put (self->articles,
       make (SAMEN_TYPE_ARTICLE, "elsewhere", "agreement", T ("other"), "text", T ("[pm]"), NULL));
  assert_none (self, "2026-03-01", SAMEN_SIGNAL_BLANKS);
  set (clause, "text", T ("De bijdrage is € [pm] per jaar."));
  assert_found (self, "2026-03-01", SAMEN_SIGNAL_BLANKS, clause,
                "In “Samen opleiden”, 1 place is left to fill in: [pm].");
  set (article, "text", T ("Vanaf ………… tot ____."));
  consideration =
      put (self->considerations, make (SAMEN_TYPE_CONSIDERATION, "c", "agreement", T ("covenant"),
                                       "text", T ("dat [naam] dit wil;"), NULL));
  assert_found (self, "2026-03-01", SAMEN_SIGNAL_BLANKS, consideration,
                "In “Samen opleiden”, 4 places are left to fill in, the first of them [naam].");
  /* Signed as it is */
  add_party (self, "ROC", "covenant", "2026-02-01");
  assert_none (self, "2026-03-01", SAMEN_SIGNAL_BLANKS);
}

static void
test_blank_forms (void)
{
  const struct
  {
    const char *text;
    guint n;
    const char *first;
  } cases[] = {
    { NULL, 0, NULL },
    { "", 0, NULL },
    { "[pm] en [pm]", 2, "[pm]" },
    { "[…]", 1, "[…]" },
    { "[ 1 ]", 1, "[ 1 ]" },
    { "[12]", 0, NULL },
    { "[]", 1, "[]" },
    { "enzovoort...", 0, NULL },
    { "te ……", 1, "……" },
    { "op .....", 1, "....." },
    { "__", 0, NULL },
    { "naam: ____", 1, "____" },
    { "[open", 0, NULL },
    { "[[pm]]", 1, "[pm]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = NULL;

      g_assert_cmpuint (samen_blanks_count (cases[i].text, &first), ==, cases[i].n);
      g_assert_cmpstr (first, ==, cases[i].first);
    }
}

static void
test_overdue (Dossier *self, gconstpointer unused)
{
  SamenMilestone *milestone = add_milestone (self, "Eerste groep", "2026-03", NULL);

  assert_none (self, "2026-03-31", SAMEN_SIGNAL_MILESTONE_OVERDUE);
  assert_found (self, "2026-04-01", SAMEN_SIGNAL_MILESTONE_OVERDUE, milestone,
                "The milestone “Eerste groep” was due March 2026 and has not been reached yet.");
  set (milestone, "reached", T ("2026-04-01"));
  assert_none (self, "2026-04-01", SAMEN_SIGNAL_MILESTONE_OVERDUE);
}

static void
test_not_measured (Dossier *self, gconstpointer unused)
{
  SamenCriterion *criterion = add_criterion (self, "criterion", "goal");

  /* Added on 1 March, to be measured each quarter: by 1 June */
  assert_none (self, "2026-12-01", SAMEN_SIGNAL_NOT_MEASURED);
  set (criterion, "rhythm", I (3));
  assert_none (self, "2026-06-01", SAMEN_SIGNAL_NOT_MEASURED);
  assert_found (self, "2026-06-02", SAMEN_SIGNAL_NOT_MEASURED, criterion,
                "“Instroom” has not been measured yet; that was to be done by 1 June 2026.");
  put (self->measurements, make (SAMEN_TYPE_MEASUREMENT, "m", "criterion", T ("criterion"), "date",
                                 T ("2026-06-10"), "value", N (4), NULL));
  assert_none (self, "2026-09-10", SAMEN_SIGNAL_NOT_MEASURED);
  assert_found (self, "2026-09-11", SAMEN_SIGNAL_NOT_MEASURED, criterion,
                "“Instroom” was last measured 10 June 2026; it is to be measured every 3 months.");
  set (criterion, "rhythm", I (1));
  assert_found (self, "2026-09-11", SAMEN_SIGNAL_NOT_MEASURED, criterion,
                "“Instroom” was last measured 10 June 2026; it is to be measured every month.");
}

static void
test_no_criterion (Dossier *self, gconstpointer unused)
{
  SamenGoal *goal = add_goal (self, "goal");
  SamenCriterion *criterion;

  assert_found (self, "2026-03-01", SAMEN_SIGNAL_NO_CRITERION, goal,
                "The goal “Meer leerlingen” has no evaluation criterion yet.");
  criterion = add_criterion (self, "criterion", "goal");
  assert_none (self, "2026-03-01", SAMEN_SIGNAL_NO_CRITERION);
  set (criterion, "deleted", samen_value_boolean (true));
  assert_found (self, "2026-03-01", SAMEN_SIGNAL_NO_CRITERION, goal,
                "The goal “Meer leerlingen” has no evaluation criterion yet.");
}

static void
test_no_target (Dossier *self, gconstpointer unused)
{
  SamenCriterion *criterion = add_criterion (self, "criterion", "goal");

  assert_found (self, "2026-03-01", SAMEN_SIGNAL_NO_TARGET, criterion,
                "The criterion “Instroom” has no target yet.");
  set (criterion, "target", N (0));
  assert_none (self, "2026-03-01", SAMEN_SIGNAL_NO_TARGET);
}

static void
test_next_far (Dossier *self, gconstpointer unused)
{
  SamenMilestone *milestone;

  assert_none (self, "2026-03-01", SAMEN_SIGNAL_NEXT_FAR);
  add_goal (self, "goal");
  assert_found (self, "2026-03-01", SAMEN_SIGNAL_NEXT_FAR, NULL, "No next milestone is planned.");
  milestone = add_milestone (self, "Feest", "2026-09-01", NULL);
  assert_none (self, "2026-03-01", SAMEN_SIGNAL_NEXT_FAR);
  assert_found (self, "2026-02-28", SAMEN_SIGNAL_NEXT_FAR, milestone,
                "The next milestone, “Feest”, is more than six months away (1 September 2026).");
  assert_found (self, "2026-09-02", SAMEN_SIGNAL_NEXT_FAR, NULL, "No next milestone is planned.");
}

/* 90 days after 1 March is 30 May */
static void
test_not_celebrated (Dossier *self, gconstpointer unused)
{
  SamenMilestone *milestone = add_milestone (self, "Eerste groep", "2026-03-01", NULL);
  SamenCelebration *celebration;
  const char *text = "The milestone “Eerste groep” has been reached and not been celebrated yet.";

  assert_none (self, "2026-03-01", SAMEN_SIGNAL_NOT_CELEBRATED);
  set (milestone, "reached", T ("2026-03-01"));
  assert_found (self, "2026-03-01", SAMEN_SIGNAL_NOT_CELEBRATED, milestone, text);
  assert_found (self, "2026-05-30", SAMEN_SIGNAL_NOT_CELEBRATED, milestone, text);
  assert_none (self, "2026-05-31", SAMEN_SIGNAL_NOT_CELEBRATED);
  /* A celebration that is planned will do */
  celebration = put (self->celebrations, make (SAMEN_TYPE_CELEBRATION, "c", "milestone",
                                               T ("Eerste groep"), "date", T ("2026-07-01"), NULL));
  assert_none (self, "2026-03-02", SAMEN_SIGNAL_NOT_CELEBRATED);
  set (celebration, "deleted", samen_value_boolean (true));
  assert_found (self, "2026-03-02", SAMEN_SIGNAL_NOT_CELEBRATED, milestone, text);
}

/* Added on 1 June 2026; 90 days later is 30 August */
static void
test_named_afterwards (Dossier *self, gconstpointer unused)
{
  SamenGoal *goal = add_goal (self, "goal");
  SamenCriterion *late = add_criterion (self, "late", "goal");
  const char *text = "The criterion “Instroom” was named after work on its goal had started.";

  add_criterion (self, "early", "goal");
  assert_none (self, "2026-06-02", SAMEN_SIGNAL_NAMED_AFTERWARDS);
  set (goal, "started", T ("2026-05-31"));
  assert_found (self, "2026-06-02", SAMEN_SIGNAL_NAMED_AFTERWARDS, late, text);
  assert_found (self, "2026-08-30", SAMEN_SIGNAL_NAMED_AFTERWARDS, late, text);
  assert_none (self, "2026-08-31", SAMEN_SIGNAL_NAMED_AFTERWARDS);
  set (goal, "started", T ("2026-06-01"));
  assert_none (self, "2026-06-02", SAMEN_SIGNAL_NAMED_AFTERWARDS);
  set (goal, "started", T ("2026-05-31"));
  self->sources.added_on = NULL;
  assert_none (self, "2026-06-02", SAMEN_SIGNAL_NAMED_AFTERWARDS);
}

/* What is past or near comes first, the longest past before the rest; then what is missing */
static void
test_order (Dossier *self, gconstpointer unused)
{
  const SamenSignalKind expected[] = {
    SAMEN_SIGNAL_MILESTONE_OVERDUE, SAMEN_SIGNAL_NOT_MEASURED, SAMEN_SIGNAL_MILESTONE_OVERDUE,
    SAMEN_SIGNAL_NO_CRITERION,      SAMEN_SIGNAL_NO_TARGET,    SAMEN_SIGNAL_NEXT_FAR,
    SAMEN_SIGNAL_NOT_CELEBRATED,
  };
  g_autoptr (GListModel) all = NULL;

  add_goal (self, "goal");
  set (add_criterion (self, "criterion", "other"), "rhythm", I (1)); /* due 1 April */
  add_milestone (self, "reached", "2026-01-01", "2026-04-20");
  add_milestone (self, "april", "2026-04-15", NULL);
  add_milestone (self, "february", "2026-02-15", NULL);
  all = samen_signals_find (&self->sources, day ("2026-05-01"));
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (SamenSignal) signal = g_list_model_get_item (all, i);

      g_assert_cmpint (signal->kind, ==, expected[i]);
    }
}

static void
test_properties (Dossier *self, gconstpointer unused)
{
  SamenMilestone *milestone = add_milestone (self, "Feest", "2026-03-01", NULL);
  g_autoptr (SamenSignal) signal = find (self, "2026-03-05", SAMEN_SIGNAL_MILESTONE_OVERDUE);
  g_autoptr (SamenRecord) record = NULL;
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;
  guint kind, tip, urgency;

  g_object_get (signal, "kind", &kind, "tip", &tip, "urgency", &urgency, "record", &record, "page",
                &page, "text", &text, NULL);
  g_assert_cmpuint (kind, ==, SAMEN_SIGNAL_MILESTONE_OVERDUE);
  g_assert_cmpuint (tip, ==, 4);
  g_assert_cmpuint (urgency, ==, SAMEN_URGENCY_NOW);
  g_assert_true (record == SAMEN_RECORD (milestone));
  g_assert_cmpstr (page, ==, "steps");
  g_assert_cmpstr (text, ==, signal->text);
  assert_day (signal->date, "2026-03-01");
  g_assert_cmpuint (signal->count, ==, 4);
  g_assert_cmpstr (samen_tip_title (tip), ==, "Small steps, and celebrate success");
  g_assert_cmpstr (samen_tip_title (7), ==, "");
}

/* Not while there is still a covenant to keep, nor where nobody said for how long, nor for nobody */
static void
test_kept_long (Dossier *self, gconstpointer unused)
{
  SamenAgreement *agreement = add_agreement (self, "a");
  SamenPartnership *partnership =
      put (self->partnerships, make (SAMEN_TYPE_PARTNERSHIP, "p", "name", T ("Oost"), NULL));
  SamenPerson *person = put (self->people, make (SAMEN_TYPE_PERSON, "n", "name", T ("Noor"), NULL));
  SamenAgreement *next;

  add_party (self, "school", "a", "2020-09-01");
  set (agreement, "end", T ("2024-07-31"));
  assert_none (self, "2040-01-01", SAMEN_SIGNAL_KEPT_LONG);
  set (partnership, "keep_years", I (2));
  assert_none (self, "2026-07-31", SAMEN_SIGNAL_KEPT_LONG);
  assert_found (self, "2026-08-01", SAMEN_SIGNAL_KEPT_LONG, partnership,
                "Data of 1 person is still kept, while that was to be until 31 July 2026.");
  add_agreement (self, "draft");
  assert_none (self, "2026-08-01", SAMEN_SIGNAL_KEPT_LONG);
  g_list_store_remove (self->agreements, 1);
  /* What was replaced is told of by what took its place */
  next = add_agreement (self, "b");
  set (next, "follows", T ("a"));
  set (agreement, "end", NULL);
  add_party (self, "other", "b", "2022-09-01");
  assert_none (self, "2040-01-01", SAMEN_SIGNAL_KEPT_LONG);
  set (next, "end", T ("2025-07-31"));
  assert_found (self, "2027-08-01", SAMEN_SIGNAL_KEPT_LONG, partnership,
                "Data of 1 person is still kept, while that was to be until 31 July 2027.");
  set (person, "name", T ("gewist"));
  person->parent_instance.deleted = true;
  assert_none (self, "2026-08-01", SAMEN_SIGNAL_KEPT_LONG);
}

/* The last test, of all the others: a new kind is to have both cases */
static void
test_every_kind (void)
{
  for (guint i = 0; i < SAMEN_N_SIGNAL_KINDS; i++)
    if (!appeared[i] || !was_absent[i])
      g_error ("Signal %u has no case in which it %s", i, appeared[i] ? "is absent" : "appears");
}

#define DOSSIER_TEST(path, function) g_test_add (path, Dossier, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DOSSIER_TEST ("/signals/empty", test_empty);
  DOSSIER_TEST ("/signals/notice", test_notice);
  DOSSIER_TEST ("/signals/evaluation", test_evaluation);
  DOSSIER_TEST ("/signals/end", test_end);
  DOSSIER_TEST ("/signals/unsigned", test_unsigned);
  DOSSIER_TEST ("/signals/blanks", test_blanks);
  g_test_add_func ("/signals/blank-forms", test_blank_forms);
  DOSSIER_TEST ("/signals/overdue", test_overdue);
  DOSSIER_TEST ("/signals/not-measured", test_not_measured);
  DOSSIER_TEST ("/signals/no-criterion", test_no_criterion);
  DOSSIER_TEST ("/signals/no-target", test_no_target);
  DOSSIER_TEST ("/signals/next-far", test_next_far);
  DOSSIER_TEST ("/signals/not-celebrated", test_not_celebrated);
  DOSSIER_TEST ("/signals/named-afterwards", test_named_afterwards);
  DOSSIER_TEST ("/signals/kept-long", test_kept_long);
  DOSSIER_TEST ("/signals/order", test_order);
  DOSSIER_TEST ("/signals/properties", test_properties);
  g_test_add_func ("/signals/every-kind", test_every_kind);
  return g_test_run ();
}
