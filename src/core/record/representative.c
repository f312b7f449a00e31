/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/party.h"
#include "record/representative.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenRepresentative, party, N_ ("Party"),
               .flags = SAMEN_REQUIRED | SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_party_get_type),
  SAMEN_FIELD (SamenRepresentative, name, N_ ("Also represented by"),
               .flags = SAMEN_REQUIRED | SAMEN_PERSONAL),
  SAMEN_FIELD (SamenRepresentative, function, N_ ("Function"), .flags = SAMEN_PERSONAL),
  SAMEN_FIELD (SamenRepresentative, abstains, N_ ("Does not sign"), .flags = SAMEN_INTERNAL),
  SAMEN_FIELD (SamenRepresentative, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenRepresentative, samen_representative, "representative",
                     N_ ("representative"), fields)
