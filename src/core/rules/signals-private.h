/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/agreement.h"
#include "record/article.h"
#include "record/celebration.h"
#include "record/clause.h"
#include "record/consideration.h"
#include "record/criterion.h"
#include "record/evaluation.h"
#include "record/goal.h"
#include "record/measurement.h"
#include "record/milestone.h"
#include "record/party.h"
#include "record/signature.h"
#include "rules/rules-private.h"
#include "rules/signals.h"
#include "rules/term.h"

G_BEGIN_DECLS

/** SamenSignalAgreement: an agreement that is not deleted, and where it stands */
typedef struct
{
  SamenAgreement *agreement;
  SamenAgreementTerm *term;
} SamenSignalAgreement;

/**
 * SamenSignalSearch:
 * @sources: what to look at
 * @agreements: (element-type SamenSignalAgreement): those of @sources
 * @today: the day to look from
 * @kind: the rule that is looking
 * @found: (element-type SamenSignal): what was found so far
 *
 * What the rules are handed. Each looks for one kind of signal and adds those it finds.
 */
typedef struct
{
  const SamenSignalSources *sources;
  GPtrArray *agreements;
  SamenDate today;
  SamenSignalKind kind;
  GPtrArray *found;
} SamenSignalSearch;

/**
 * samen_signal_search_add:
 * @record: (nullable): a #SamenRecord, the thing itself; %NULL only for a kind that says what is missing
 * @date: the day that it is about, or no date
 * @count: what it counts, or 0
 * @text: (transfer full): a full sentence
 */
void samen_signal_search_add (SamenSignalSearch *self,
                              gpointer record,
                              SamenDate date,
                              guint count,
                              char *text);

/** samen_signal_search_added_on: Returns: the day @record was added, or no date if nobody knows. */
SamenDate samen_signal_search_added_on (SamenSignalSearch *self, gpointer record);

/** samen_signal_search_within: Returns: whether today is from @days before @date up to @date. */
gboolean samen_signal_search_within (SamenSignalSearch *self, SamenDate date, int days);

void samen_signals_notice_near (SamenSignalSearch *search);
void samen_signals_agreement_ends (SamenSignalSearch *search);
void samen_signals_unsigned (SamenSignalSearch *search);
void samen_signals_evaluation (SamenSignalSearch *search);
void samen_signals_blanks (SamenSignalSearch *search);
void samen_signals_milestone_overdue (SamenSignalSearch *search);
void samen_signals_next_far (SamenSignalSearch *search);
void samen_signals_not_celebrated (SamenSignalSearch *search);
void samen_signals_not_measured (SamenSignalSearch *search);
void samen_signals_no_criterion (SamenSignalSearch *search);
void samen_signals_no_target (SamenSignalSearch *search);
void samen_signals_named_afterwards (SamenSignalSearch *search);
void samen_signals_kept_long (SamenSignalSearch *search);

G_END_DECLS
