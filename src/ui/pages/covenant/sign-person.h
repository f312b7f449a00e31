/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "exchange/sign.h"
#include "rules/parties.h"

G_BEGIN_DECLS

/** SamenSignPerson: the rows that say who signs for a party, and whether */
typedef struct _SamenSignPerson SamenSignPerson;

/**
 * samen_sign_person_new:
 * @store: the dossier
 * @party: (nullable): for whom, if it is one party
 * @who: (nullable): who it is to be
 * @is_one_of_several: whether it can be that @who signs later, or not at all
 *
 * Returns: (transfer full): the rows, which belong to whatever list they are put in.
 */
SamenSignPerson *samen_sign_person_new (SamenStore *store,
                                        SamenParty *party,
                                        const SamenSignatory *who,
                                        gboolean is_one_of_several);

void samen_sign_person_free (SamenSignPerson *self);

/** samen_sign_person_add_to: puts the rows into @list: an #AdwPreferencesGroup or #AdwExpanderRow. */
void samen_sign_person_add_to (SamenSignPerson *self, gpointer list);

/** samen_sign_person_is_changed: Returns: whether the rows say something else than at first. */
gboolean samen_sign_person_is_changed (SamenSignPerson *self);

/** samen_sign_person_signs: Returns: whether this person signs now. */
gboolean samen_sign_person_signs (SamenSignPerson *self);

/** samen_sign_person_abstains: Returns: whether this person does not sign at all. */
gboolean samen_sign_person_abstains (SamenSignPerson *self);

/** samen_sign_person_get_record: Returns: (transfer none) (nullable): see #SamenSignatory. */
SamenRecord *samen_sign_person_get_record (SamenSignPerson *self);

/**
 * samen_sign_person_read:
 * @party: for whom
 *
 * Returns: (transfer full) (nullable): that this person signs; %NULL where the rows are not filled in rightly,
 *   which is then said below them, and the first of them has the focus.
 */
SamenSigning *samen_sign_person_read (SamenSignPerson *self, SamenParty *party);

G_END_DECLS
