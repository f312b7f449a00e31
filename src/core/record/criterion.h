/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/** SamenDirection: which measurements are the better ones */
typedef enum
{
  SAMEN_DIRECTION_HIGHER,
  SAMEN_DIRECTION_LOWER,
  SAMEN_DIRECTION_RANGE,
} SamenDirection;

#define SAMEN_TYPE_CRITERION (samen_criterion_get_type ())

G_DECLARE_FINAL_TYPE (SamenCriterion, samen_criterion, SAMEN, CRITERION, SamenRecord)

/** SamenCriterion: By what a goal is measured, named beforehand. */
struct _SamenCriterion
{
  SamenRecord parent_instance;
  SamenReference goal;
  char *title;
  char *unit;
  SamenDirection direction;
  double baseline;
  SamenDate baseline_date;
  double target;
  double target_high;
  SamenDate due;
  gint64 rhythm;
  char *measured_by;
  SamenPosition position;
};

G_END_DECLS
