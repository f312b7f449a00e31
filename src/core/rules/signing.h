/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/signature.h"
#include "rules/parties.h"

G_BEGIN_DECLS

/**
 * SamenPartySigning:
 * @n_needed: how many people are to sign for the party: all who represent it, but for those who abstain;
 *   and one at least
 * @n_signed: how many of these did. Whoever signs in the place of another counts, and nobody counts twice.
 * @first: the day of the first signature; no date if there is none
 * @last: the day of the latest signature
 *
 * How far a party is with signing. It has signed once all have whom it needs.
 */
typedef struct
{
  guint n_needed;
  guint n_signed;
  SamenDate first;
  SamenDate last;
} SamenPartySigning;

/**
 * samen_party_signing:
 * @representatives: (nullable): #SamenRepresentative; those of other parties are passed over
 * @signatures: (nullable): #SamenSignature; those of other parties are passed over. Of several by one
 *   person the latest counts.
 *
 * Returns: how far @party is with signing.
 */
SamenPartySigning samen_party_signing (SamenParty *party,
                                       GListModel *representatives,
                                       GListModel *signatures);

/** samen_party_signing_is_done: Returns: whether all have signed who are to. */
gboolean samen_party_signing_is_done (const SamenPartySigning *self);

/**
 * samen_party_not_signed:
 *
 * Returns: (transfer full) (element-type SamenSignatory): who represent @party and did not sign, those who
 *   abstain among them, as for samen_party_signing().
 */
GArray *samen_party_not_signed (SamenParty *party,
                                GListModel *representatives,
                                GListModel *signatures);

/**
 * samen_party_left_to_sign:
 *
 * Returns: (transfer full) (element-type SamenSignatory): who represent @party and are still to sign, as for
 *   samen_party_signing(); no more of them than are needed, and none where that is nobody in particular.
 */
GArray *samen_party_left_to_sign (SamenParty *party,
                                  GListModel *representatives,
                                  GListModel *signatures);

G_END_DECLS
