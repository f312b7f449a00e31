/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/agreement.h"
#include "record/consideration.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenConsideration, agreement, N_ ("Covenant"),
               .flags = SAMEN_REQUIRED | SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_agreement_get_type),
  SAMEN_FIELD (SamenConsideration, text, N_ ("Consideration"),
               .flags = SAMEN_REQUIRED | SAMEN_LONG | SAMEN_CITES),
  SAMEN_FIELD (SamenConsideration, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenConsideration, samen_consideration, "consideration", N_ ("consideration"),
                     fields)
