/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/criterion.h"
#include "record/measurement.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenMeasurement, criterion, N_ ("Criterion"),
               .flags = SAMEN_REQUIRED | SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_criterion_get_type),
  SAMEN_FIELD (SamenMeasurement, date, N_ ("Date"),
               .flags = SAMEN_REQUIRED | SAMEN_ORDER | SAMEN_PAST),
  SAMEN_FIELD (SamenMeasurement, value, N_ ("Value"), .flags = SAMEN_REQUIRED),
  SAMEN_FIELD (SamenMeasurement, note, N_ ("Note"), .flags = SAMEN_LONG),
  SAMEN_FIELD (SamenMeasurement, source, N_ ("Source")),
};

SAMEN_DEFINE_RECORD (SamenMeasurement, samen_measurement, "measurement", N_ ("measurement"), fields)
