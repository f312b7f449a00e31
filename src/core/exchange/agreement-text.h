/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "rules/numbering.h"
#include "rules/term.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_agreement_of:
 * @type: the type of a record
 * @id: (nullable): its id
 *
 * Returns: (transfer full) (nullable): the agreement that the record is, or is text of: a party, who
 *   represents one, a consideration, an article or a clause.
 */
SamenAgreement *samen_agreement_of (SamenStore *store, GType type, const char *id);

/** samen_agreement_language: Returns: (transfer none): the language that agreements in the dossier are in. */
SamenLanguage *samen_agreement_language (SamenStore *store);

/** samen_agreement_number: Returns: (transfer full): the numbers of @agreement as it stands now. */
SamenNumbering *samen_agreement_number (SamenStore *store, SamenAgreement *agreement);

/** samen_agreement_term_today: Returns: (transfer full): where @agreement stands today. */
SamenAgreementTerm *samen_agreement_term_today (SamenStore *store, SamenAgreement *agreement);

G_END_DECLS
