/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

#include "base/language.h"
#include "record/party.h"
#include "record/representative.h"

G_BEGIN_DECLS

/**
 * SamenPartyLine:
 * @party: the party
 * @depth: in how many groups it is, one in the other; 0 for one that stands by itself
 * @mark: "1." or, for a member of a group, "a."
 * @is_group: whether it is a group, which does not sign: it was made one, or has members
 *
 * A party where it stands among those of its agreement.
 */
typedef struct
{
  SamenParty *party;
  guint depth;
  char *mark;
  gboolean is_group;
} SamenPartyLine;

/**
 * samen_party_lines:
 * @parties: (nullable): #SamenParty in their order; deleted ones are passed over
 * @agreement: the id of an agreement; the parties of others are passed over
 *
 * Numbers parties, and letters the members of each group below it, in the order in which the covenant
 * names them. None is left out: a member of a group that is not there stands by itself, and so does one of
 * two that are members of each other.
 *
 * Returns: (transfer full) (element-type SamenPartyLine): the lines.
 */
GPtrArray *samen_party_lines (GListModel *parties, const char *agreement);

/** samen_party_is_group: Returns: whether @party was made a group, or one of @parties (nullable) is in it. */
gboolean samen_party_is_group (SamenParty *party, GListModel *parties);

/**
 * SamenSignatory:
 * @name: who
 * @function: (nullable): as what
 * @record: whose field `abstains` says whether this person signs: the party, or a #SamenRepresentative
 * @abstains: whether this person does not sign
 *
 * Who represents a party.
 */
typedef struct
{
  char *name;
  char *function;
  SamenRecord *record;
  gboolean abstains;
} SamenSignatory;

/**
 * samen_party_representatives:
 * @further: (nullable): #SamenRepresentative in their order; those of other parties are passed over
 *
 * Returns: (transfer full) (element-type SamenSignatory): who represent @party: the one it names, if any,
 *   and the further ones.
 */
GArray *samen_party_representatives (SamenParty *party, GListModel *further);

/**
 * samen_party_represented_by:
 * @further: (nullable): as for samen_party_representatives()
 * @language: (nullable): the language of a document, or %NULL for that of the interface
 *
 * Returns: (transfer full): who represent @party in a phrase: "X, chair, and Y, member"; empty for nobody.
 */
char *samen_party_represented_by (SamenParty *party, GListModel *further, SamenLanguage *language);

G_END_DECLS
