/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/** SamenAgreementKind: what the parties call it */
typedef enum
{
  SAMEN_AGREEMENT_COVENANT,
  SAMEN_AGREEMENT_COOPERATION,
  SAMEN_AGREEMENT_INTENT,
  SAMEN_AGREEMENT_OTHER,
} SamenAgreementKind;

/** SamenStart: when an agreement takes effect */
typedef enum
{
  SAMEN_START_SIGNING,
  SAMEN_START_DAY_AFTER,
  SAMEN_START_DATE,
} SamenStart;

#define SAMEN_TYPE_AGREEMENT (samen_agreement_get_type ())

G_DECLARE_FINAL_TYPE (SamenAgreement, samen_agreement, SAMEN, AGREEMENT, SamenRecord)

/**
 * SamenAgreement:
 *
 * A covenant (convenant) or another agreement that the parties sign. The words that lead from one part to
 * the next (`opening`, `collective`, `whereas`, `agreed`) are empty where they are the usual ones. A new version
 * of a covenant `follows` the one whose place it takes once all have signed it.
 */
struct _SamenAgreement
{
  SamenRecord parent_instance;
  char *title;
  SamenAgreementKind kind;
  char *preamble;
  char *opening;
  char *collective;
  char *whereas;
  char *agreed;
  SamenStart starts;
  SamenDate start;
  SamenDate end;
  gint64 notice;
  char *extension;
  gint64 evaluate_every;
  char *closing;
  SamenReference follows;
  SamenPosition position;
};

G_END_DECLS
