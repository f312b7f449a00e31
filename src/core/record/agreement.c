/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/agreement.h"

static const SamenChoice kinds[] = {
  { "covenant", NC_ ("choice", "Covenant") },
  { "cooperation", NC_ ("choice", "Cooperation agreement") },
  { "intent", NC_ ("choice", "Declaration of intent") },
  { "other", NC_ ("choice", "Other agreement") },
  { NULL },
};

static const SamenChoice starts[] = {
  { "signing", NC_ ("choice", "On signing") },
  { "day-after", NC_ ("choice", "The day after signing") },
  { "date", NC_ ("choice", "On a date") },
  { NULL },
};

static const SamenField fields[] = {
  SAMEN_FIELD (SamenAgreement, title, N_ ("Title"), .flags = SAMEN_REQUIRED),
  SAMEN_FIELD (SamenAgreement, kind, N_ ("Kind"), .choices = kinds),
  SAMEN_FIELD (SamenAgreement, preamble, N_ ("Preamble"), .flags = SAMEN_LONG | SAMEN_CITES),
  SAMEN_FIELD (SamenAgreement, opening, N_ ("Words before the parties"), .flags = SAMEN_INTERNAL),
  SAMEN_FIELD (SamenAgreement, collective, N_ ("Words after the parties"), .flags = SAMEN_INTERNAL),
  SAMEN_FIELD (SamenAgreement, whereas, N_ ("Words before the considerations"),
               .flags = SAMEN_INTERNAL),
  SAMEN_FIELD (SamenAgreement, agreed, N_ ("Words before the articles"), .flags = SAMEN_INTERNAL),
  SAMEN_FIELD (SamenAgreement, starts, N_ ("Takes effect"), .choices = starts),
  SAMEN_FIELD (SamenAgreement, start, N_ ("Start date")),
  SAMEN_FIELD (SamenAgreement, end, N_ ("End date")),
  SAMEN_FIELD (SamenAgreement, notice, N_ ("Notice period in months"), .min = 0, .max = 120),
  SAMEN_FIELD (SamenAgreement, extension, N_ ("Extension"), .flags = SAMEN_LONG),
  SAMEN_FIELD (SamenAgreement, evaluate_every, N_ ("Months between evaluations"), .min = 1,
               .max = 120,
               .hint = N_ ("Counted from when it takes effect, and then from each evaluation")),
  SAMEN_FIELD (SamenAgreement, closing, N_ ("Closing words"), .flags = SAMEN_LONG | SAMEN_CITES),
  SAMEN_FIELD (SamenAgreement, follows, N_ ("Takes the place of"), .flags = SAMEN_INTERNAL,
               .refers = samen_agreement_get_type),
  SAMEN_FIELD (SamenAgreement, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenAgreement, samen_agreement, "agreement", N_ ("covenant"), fields)
