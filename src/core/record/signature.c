/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/party.h"
#include "record/signature.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenSignature, party, N_ ("Party"),
               .flags = SAMEN_REQUIRED | SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_party_get_type),
  SAMEN_FIELD (SamenSignature, signed_on, N_ ("Signed on"), .flags = SAMEN_REQUIRED | SAMEN_ORDER),
  SAMEN_FIELD (SamenSignature, place, N_ ("Place")),
  SAMEN_FIELD (SamenSignature, signatory, N_ ("Signed by"),
               .flags = SAMEN_REQUIRED | SAMEN_PERSONAL),
  SAMEN_FIELD (SamenSignature, function, N_ ("Function"), .flags = SAMEN_PERSONAL),
};

SAMEN_DEFINE_RECORD (SamenSignature, samen_signature, "signature", N_ ("signature"), fields)
