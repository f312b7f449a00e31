/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "widgets/suggestions.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_REPRESENTATIVES_GROUP (samen_representatives_group_get_type ())

/** SamenRepresentativesGroup: who represent a party beside the one that its form names, to be filled in. */
G_DECLARE_FINAL_TYPE (SamenRepresentativesGroup,
                      samen_representatives_group,
                      SAMEN,
                      REPRESENTATIVES_GROUP,
                      AdwPreferencesGroup)

/**
 * samen_representatives_group_new:
 * @party: (nullable): the party
 * @suggest: gives who is known, to choose from
 * @data: for @suggest; lives as long as the group
 *
 * Returns: (transfer floating): those of @party.
 */
SamenRepresentativesGroup *samen_representatives_group_new (SamenStore *store,
                                                            SamenParty *party,
                                                            SamenSuggest suggest,
                                                            gpointer data);

/**
 * samen_representatives_group_collect:
 * @edit: where to put what was filled in
 * @party: the id of the party
 *
 * Adds and changes representatives, and deletes those whose name was emptied.
 */
void samen_representatives_group_collect (SamenRepresentativesGroup *self,
                                          SamenEdit *edit,
                                          const char *party);

/** samen_representatives_group_is_changed: Returns: whether something was filled in. */
gboolean samen_representatives_group_is_changed (SamenRepresentativesGroup *self);

G_END_DECLS
