/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/agreement.h"
#include "record/organisation.h"
#include "record/party.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenParty, agreement, N_ ("Covenant"),
               .flags = SAMEN_REQUIRED | SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_agreement_get_type),
  SAMEN_FIELD (SamenParty, name, N_ ("Name"), .flags = SAMEN_REQUIRED),
  SAMEN_FIELD (SamenParty, organisation, N_ ("Organisation"),
               .refers = samen_organisation_get_type),
  SAMEN_FIELD (SamenParty, group, N_ ("Group"), .flags = SAMEN_INTERNAL,
               .refers = samen_party_get_type),
  SAMEN_FIELD (SamenParty, alias, N_ ("Called in the text")),
  SAMEN_FIELD (SamenParty, representative, N_ ("Represented by"), .flags = SAMEN_PERSONAL),
  SAMEN_FIELD (SamenParty, function, N_ ("Function"), .flags = SAMEN_PERSONAL),
  SAMEN_FIELD (SamenParty, abstains, N_ ("Does not sign"), .flags = SAMEN_INTERNAL),
  SAMEN_FIELD (
      SamenParty, particulars, N_ ("Further particulars"), .flags = SAMEN_LONG,
      .hint =
          N_ ("What the covenant says of this party beside all that, such as its seat or number")),
  SAMEN_FIELD (SamenParty, is_group, N_ ("Consists of other parties"), .flags = SAMEN_INTERNAL),
  SAMEN_FIELD (SamenParty, withdrawn, N_ ("Withdrew on"),
               .hint = N_ ("Only for a party that stepped out. It stays in the text, and no longer "
                           "has to sign.")),
  SAMEN_FIELD (SamenParty, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenParty, samen_party, "party", N_ ("party"), fields)
