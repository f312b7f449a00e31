/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

#include "record/record.h"

G_BEGIN_DECLS

/**
 * SamenSignalKind:
 * @SAMEN_SIGNAL_NOTICE_NEAR: the last day to give notice is within six weeks
 * @SAMEN_SIGNAL_AGREEMENT_ENDS: a covenant ends within three months, or ended in the last three without
 *   another one in its place
 * @SAMEN_SIGNAL_UNSIGNED: signing began over four weeks ago, or the covenant should be in force already,
 *   and not all have signed
 * @SAMEN_SIGNAL_EVALUATION: a covenant is in force, and one of its evaluation moments is within six weeks,
 *   or past and not held; where none is planned, the one that follows from how often it is evaluated
 * @SAMEN_SIGNAL_BLANKS: the text of a covenant has places left to fill in; the thing itself is where the
 *   first of them is
 * @SAMEN_SIGNAL_MILESTONE_OVERDUE: a milestone is not reached and its date is past
 * @SAMEN_SIGNAL_NOT_MEASURED: nothing was measured for longer than the criterion's rhythm
 * @SAMEN_SIGNAL_NO_CRITERION: a goal has no criterion
 * @SAMEN_SIGNAL_NO_TARGET: a criterion has no target
 * @SAMEN_SIGNAL_NEXT_FAR: there are goals or milestones, and the next milestone is over six months away
 *   or not planned
 * @SAMEN_SIGNAL_NOT_CELEBRATED: a milestone was reached in the last 90 days, and no celebration is
 *   planned or held. After that the moment has gone; the app does not keep asking.
 * @SAMEN_SIGNAL_NAMED_AFTERWARDS: in the last 90 days a criterion was added after work on its goal
 *   started. Later on nobody can mend it; the page of the criterion keeps saying so.
 * @SAMEN_SIGNAL_KEPT_LONG: all covenants that were signed have ended, the years to keep people's data after
 *   the last of them are over, and there are still people
 */
typedef enum
{
  SAMEN_SIGNAL_NOTICE_NEAR,
  SAMEN_SIGNAL_AGREEMENT_ENDS,
  SAMEN_SIGNAL_UNSIGNED,
  SAMEN_SIGNAL_EVALUATION,
  SAMEN_SIGNAL_BLANKS,
  SAMEN_SIGNAL_MILESTONE_OVERDUE,
  SAMEN_SIGNAL_NOT_MEASURED,
  SAMEN_SIGNAL_NO_CRITERION,
  SAMEN_SIGNAL_NO_TARGET,
  SAMEN_SIGNAL_NEXT_FAR,
  SAMEN_SIGNAL_NOT_CELEBRATED,
  SAMEN_SIGNAL_NAMED_AFTERWARDS,
  SAMEN_SIGNAL_KEPT_LONG,
} SamenSignalKind;

#define SAMEN_N_SIGNAL_KINDS (SAMEN_SIGNAL_KEPT_LONG + 1)

/**
 * SamenUrgency:
 * @SAMEN_URGENCY_NOW: a date is past or near
 * @SAMEN_URGENCY_SOON: something is missing that steering stands on
 * @SAMEN_URGENCY_SOMETIME: good to do
 */
typedef enum
{
  SAMEN_URGENCY_NOW,
  SAMEN_URGENCY_SOON,
  SAMEN_URGENCY_SOMETIME,
} SamenUrgency;

#define SAMEN_TYPE_SIGNAL (samen_signal_get_type ())

G_DECLARE_FINAL_TYPE (SamenSignal, samen_signal, SAMEN, SIGNAL, GObject)

/**
 * SamenSignal:
 * @kind: what it is about
 * @tip: the tip that it comes from, 1 to 6; see samen_tip_title()
 * @urgency: how soon it asks for attention
 * @record: (nullable): the thing itself
 * @date: the day that it is about, if there is one
 * @count: what it counts: parties, blanks, days late; 0 if nothing
 * @page: the page on which it is dealt with: `covenant`, `people`, `steering` or `steps`
 * @missing: (nullable): where there is no @record, the table of what is to be added
 * @text: a full sentence in the interface's language
 *
 * A point of attention. The members may be read; `kind`, `tip`, `urgency`, `record`, `page` and `text`
 * are properties too.
 */
struct _SamenSignal
{
  GObject parent_instance;
  SamenSignalKind kind;
  guint tip;
  SamenUrgency urgency;
  SamenRecord *record;
  SamenDate date;
  guint count;
  const char *page;
  const char *missing;
  char *text;
};

/**
 * SamenSignalSources:
 * @partnerships: #SamenPartnership
 * @people: #SamenPerson
 * @agreements: #SamenAgreement
 * @parties: #SamenParty
 * @representatives: #SamenRepresentative
 * @signatures: #SamenSignature
 * @evaluations: #SamenEvaluation
 * @considerations: #SamenConsideration
 * @articles: #SamenArticle
 * @clauses: #SamenClause
 * @goals: #SamenGoal
 * @criteria: #SamenCriterion
 * @measurements: #SamenMeasurement
 * @milestones: #SamenMilestone
 * @celebrations: #SamenCelebration
 * @added_on: (nullable): says on which day a record was added to the dossier, as the log has it
 * @data: handed to @added_on
 *
 * What the rules look at: all records of a dossier, each list nullable.
 */
typedef struct
{
  GListModel *partnerships;
  GListModel *people;
  GListModel *agreements;
  GListModel *parties;
  GListModel *representatives;
  GListModel *signatures;
  GListModel *evaluations;
  GListModel *considerations;
  GListModel *articles;
  GListModel *clauses;
  GListModel *goals;
  GListModel *criteria;
  GListModel *measurements;
  GListModel *milestones;
  GListModel *celebrations;
  SamenDate (*added_on) (SamenRecord *record, gpointer data);
  gpointer data;
} SamenSignalSources;

/**
 * samen_signals_find:
 * @sources: what to look at
 * @today: the day to look from
 *
 * Finds all that asks for attention. It does not follow changes: call it again after one.
 *
 * Returns: (transfer full): the #SamenSignal, the most urgent first, and of equals the earliest date.
 */
GListModel *samen_signals_find (const SamenSignalSources *sources, SamenDate today);

/** samen_tip_title: Returns: (transfer none): the tip, 1 to 6, in a few words in the interface's language. */
const char *samen_tip_title (guint tip);

/** samen_urgency_label: Returns: (transfer none): in a word or two, in the interface's language. */
const char *samen_urgency_label (SamenUrgency urgency);

G_END_DECLS
