/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_MEASUREMENT (samen_measurement_get_type ())

G_DECLARE_FINAL_TYPE (SamenMeasurement, samen_measurement, SAMEN, MEASUREMENT, SamenRecord)

/** SamenMeasurement: What was found when a criterion was measured. */
struct _SamenMeasurement
{
  SamenRecord parent_instance;
  SamenReference criterion;
  SamenDate date;
  double value;
  char *note;
  char *source;
};

G_END_DECLS
