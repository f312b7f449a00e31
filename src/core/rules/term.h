/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

#include "record/agreement.h"
#include "record/evaluation.h"
#include "record/party.h"
#include "record/signature.h"

G_BEGIN_DECLS

/** The months before its end in which an agreement without a notice period counts as ending */
#define SAMEN_LAST_MONTHS 3

/**
 * SamenAgreementStatus:
 * @SAMEN_AGREEMENT_DRAFT: nobody has signed
 * @SAMEN_AGREEMENT_SIGNING: some have signed, not all
 * @SAMEN_AGREEMENT_SIGNED: all have signed, and it takes effect later
 * @SAMEN_AGREEMENT_IN_FORCE: all have signed, and it has taken effect
 * @SAMEN_AGREEMENT_ENDING: in force, and in its last period: from the last day on which notice can be
 *   given, or without a notice period in its last %SAMEN_LAST_MONTHS months
 * @SAMEN_AGREEMENT_ENDED: all had signed, and the day on which it ends is past
 * @SAMEN_AGREEMENT_REPLACED: it was signed, and a new version that follows it has taken effect
 *
 * Where an agreement stands. This is never set: it follows from its signatures and dates.
 */
typedef enum
{
  SAMEN_AGREEMENT_DRAFT,
  SAMEN_AGREEMENT_SIGNING,
  SAMEN_AGREEMENT_SIGNED,
  SAMEN_AGREEMENT_IN_FORCE,
  SAMEN_AGREEMENT_ENDING,
  SAMEN_AGREEMENT_ENDED,
  SAMEN_AGREEMENT_REPLACED,
} SamenAgreementStatus;

/**
 * SamenSignedParty:
 * @party: a party
 * @date: the day of the latest signature for it
 *
 * A party that somebody has signed for.
 */
typedef struct
{
  SamenParty *party;
  SamenDate date;
} SamenSignedParty;

/**
 * SamenAgreementTerm:
 * @status: where the agreement stands
 * @n_signatures: how many people have signed
 * @n_signed: how many parties have signed: by all who are to, see samen_party_signing()
 * @n_signers: how many parties must sign; groups do not sign, their members do, and a party that withdrew
 *   before it signed need not any more
 * @n_withdrawn: how many withdrew before they signed
 * @first_signed: the day of the first signature; no date if nobody signed
 * @last_signed: the day of the latest signature
 * @start: the day it takes effect; no date while that is not known. With %SAMEN_START_SIGNING the day of
 *   the last signature, with %SAMEN_START_DAY_AFTER the day after, both once all have signed. With
 *   %SAMEN_START_DATE the date that was agreed on, also where the last party signed later: the parties
 *   then agreed that it works back. It is in signing until then all the same.
 * @end: the last day on which it is in force; no date for an agreement without end. A month or a season
 *   ends on its last day.
 * @last_notice: the last day on which notice can be given: as many months before @end as the notice
 *   period says; where that month has no such day, its last. No date without an end or a notice period.
 * @ending_from: the first day of the last period; no date without an end
 * @successor: (nullable): the latest new version that follows it, whether or not it is signed already
 * @replaced: the day on which @successor takes effect; no date while that is not known
 * @signed_parties: (element-type SamenSignedParty): for whom somebody signed, the first first
 * @unsigned_parties: (element-type SamenParty): who must sign and did not, in their order
 *
 * What follows from an agreement's dates and signatures.
 */
typedef struct
{
  SamenAgreementStatus status;
  guint n_signatures;
  guint n_signed;
  guint n_signers;
  guint n_withdrawn;
  SamenDate first_signed;
  SamenDate last_signed;
  SamenDate start;
  SamenDate end;
  SamenDate last_notice;
  SamenDate ending_from;
  SamenAgreement *successor;
  SamenDate replaced;
  GArray *signed_parties;
  GPtrArray *unsigned_parties;
} SamenAgreementTerm;

/**
 * samen_agreement_term_new:
 * @agreement: an agreement
 * @agreements: (nullable): #SamenAgreement, its new versions among them
 * @parties: (nullable): #SamenParty in their order; those of other agreements are passed over
 * @representatives: (nullable): #SamenRepresentative; those of other parties are passed over
 * @signatures: (nullable): #SamenSignature; those of other parties are passed over
 * @today: the day to look from
 *
 * Returns: (transfer full): where the agreement stands.
 */
SamenAgreementTerm *samen_agreement_term_new (SamenAgreement *agreement,
                                              GListModel *agreements,
                                              GListModel *parties,
                                              GListModel *representatives,
                                              GListModel *signatures,
                                              SamenDate today);

/** samen_agreement_find_successor: Returns: (transfer full) (nullable): the last of @agreements (nullable) to follow
 *   @agreement. */
SamenAgreement *samen_agreement_find_successor (SamenAgreement *agreement, GListModel *agreements);

void samen_agreement_term_free (SamenAgreementTerm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenAgreementTerm, samen_agreement_term_free)

/** samen_agreement_term_is_locked: Returns: whether anybody has signed, so that the text stays as it is. */
gboolean samen_agreement_term_is_locked (const SamenAgreementTerm *self);

/**
 * samen_agreement_term_why_locked:
 *
 * Returns: (transfer full) (nullable): why the text cannot be changed, in the interface's language;
 *   %NULL while it can.
 */
char *samen_agreement_term_why_locked (const SamenAgreementTerm *self);

/** samen_agreement_term_label: Returns: (transfer full): its status in a few words: "29 of 30 signed". */
char *samen_agreement_term_label (const SamenAgreementTerm *self);

/**
 * samen_agreement_term_describe:
 *
 * Returns: (transfer full): a sentence or two on where the agreement stands, with its dates, in the
 *   interface's language.
 */
char *samen_agreement_term_describe (const SamenAgreementTerm *self);

/**
 * samen_agreement_term_signing:
 *
 * Returns: (transfer full): how far the signing is, and who is left: "2 of 3 parties have signed. Still to
 *   sign: X.", in the interface's language; empty where there are no parties.
 */
char *samen_agreement_term_signing (const SamenAgreementTerm *self);

/**
 * samen_agreement_next_evaluation:
 * @evaluations: (nullable): #SamenEvaluation; those of other agreements are passed over
 *
 * When an agreement in force is to be evaluated next: at the first moment that was planned and not held. Where
 * none is planned, so many months after the latest that was held as the agreement says, or after it took
 * effect.
 *
 * Returns: that day, which may be past; no date where it is not in force, says no number of months, or ends
 *   before.
 */
SamenDate samen_agreement_next_evaluation (SamenAgreement *agreement,
                                           const SamenAgreementTerm *term,
                                           GListModel *evaluations);

/** samen_agreement_term_is_running: Returns: whether it is in force, in its last period or not. */
gboolean samen_agreement_term_is_running (const SamenAgreementTerm *self);

G_END_DECLS
