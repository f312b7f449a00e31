/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "chart/chart-private.h"
#include "chart/criterion-chart.h"

G_BEGIN_DECLS

/* Whether both its day and its value are known. */
gboolean samen_criterion_is_drawn (const SamenChartPoint *point);

/* Returns: the value that the expected path leads to; NAN when none is known */
double samen_criterion_goal (const SamenCriterionChart *chart);

G_END_DECLS
