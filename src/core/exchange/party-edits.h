/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "rules/parties.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What can be done to the parties of an agreement beside filling in their forms. Each function gives the
 * edit, to be applied to the store. */

/**
 * samen_party_edit_move:
 * @by: how many places, up if negative
 *
 * Moves @party among those that stand by themselves, or among the members of its group.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL where there is nowhere to go.
 */
SamenEdit *samen_party_edit_move (SamenStore *store, SamenParty *party, int by);

/**
 * samen_party_edit_beside:
 * @other: another party
 * @after: whether @party comes after @other, not before
 *
 * Returns: (transfer full) (nullable): the edit that puts @party beside @other, in the group that this is
 *   in; %NULL for a group that would come into a group.
 */
SamenEdit *samen_party_edit_beside (SamenStore *store,
                                    SamenParty *party,
                                    SamenParty *other,
                                    gboolean after);

/**
 * samen_party_edit_into:
 * @group: (nullable): a party, or %NULL to take @party out of its group
 *
 * Returns: (transfer full): the edit that makes @party the last member of @group, or lets it stand by
 *   itself after the group that it was in.
 */
SamenEdit *samen_party_edit_into (SamenStore *store, SamenParty *party, SamenParty *group);

/**
 * SamenNewParty:
 * @organisation: (nullable): which one, or %NULL to make an organisation of that name
 * @name: what it is called
 * @representative: (nullable): who represents it
 * @function: (nullable): as what
 */
typedef struct
{
  SamenOrganisation *organisation;
  char *name;
  char *representative;
  char *function;
} SamenNewParty;

/** samen_new_party_free: for a #GPtrArray of them. */
void samen_new_party_free (gpointer data);

/**
 * samen_party_edit_add:
 * @group: (nullable): which they are members of
 * @parties: (element-type SamenNewParty): who
 *
 * Returns: (transfer full): the edit that adds all @parties at the end, in one go.
 */
SamenEdit *samen_party_edit_add (SamenStore *store,
                                 SamenAgreement *agreement,
                                 SamenParty *group,
                                 GPtrArray *parties);

/**
 * samen_party_edit_add_group:
 * @alias: (nullable): what its members are called together
 * @members: (element-type SamenParty): which parties become its members
 *
 * Returns: (transfer full): the edit that adds a group where the first of @members stood, or else at the
 *   end.
 */
SamenEdit *samen_party_edit_add_group (SamenStore *store,
                                       SamenAgreement *agreement,
                                       const char *name,
                                       const char *alias,
                                       GPtrArray *members);

/**
 * samen_party_suggest_representative:
 *
 * Of the people of an organisation, the one who most likely represents it: who by function is in charge,
 * or else the first.
 *
 * Returns: (transfer full) (nullable): that person.
 */
SamenPerson *samen_party_suggest_representative (SamenStore *store,
                                                 SamenOrganisation *organisation);

G_END_DECLS
