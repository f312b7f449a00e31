/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/agreement.h"
#include "record/evaluation.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenEvaluation, agreement, N_ ("Covenant"),
               .flags = SAMEN_REQUIRED | SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_agreement_get_type),
  SAMEN_FIELD (SamenEvaluation, due, N_ ("Due"), .flags = SAMEN_REQUIRED | SAMEN_ORDER),
  SAMEN_FIELD (SamenEvaluation, subject, N_ ("What is evaluated")),
  SAMEN_FIELD (SamenEvaluation, held, N_ ("Held on"), .flags = SAMEN_PAST),
  SAMEN_FIELD (SamenEvaluation, outcome, N_ ("Outcome"), .flags = SAMEN_LONG),
};

SAMEN_DEFINE_RECORD (SamenEvaluation, samen_evaluation, "evaluation", N_ ("evaluation moment"),
                     fields)
