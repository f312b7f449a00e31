/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_EVALUATION (samen_evaluation_get_type ())

G_DECLARE_FINAL_TYPE (SamenEvaluation, samen_evaluation, SAMEN, EVALUATION, SamenRecord)

/** SamenEvaluation: A moment at which the parties look back on an agreement, agreed on beforehand. */
struct _SamenEvaluation
{
  SamenRecord parent_instance;
  SamenReference agreement;
  SamenDate due;
  char *subject;
  SamenDate held;
  char *outcome;
};

G_END_DECLS
