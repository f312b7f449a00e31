/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * A compass: equal sectors around a middle, each filled as far out as it
 * stands, with a mark of its own for each state, so that colour is never the
 * only sign.
 */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

typedef enum
{
  SAMEN_COMPASS_EMPTY, /* an outline of dashes */
  SAMEN_COMPASS_LOW,   /* filled to a half, with an exclamation mark */
  SAMEN_COMPASS_HALF,  /* filled to three quarters, with a hollow diamond */
  SAMEN_COMPASS_FULL,  /* filled, with a check */
} SamenCompassFill;

typedef struct
{
  const SamenCompassFill *sectors;
  guint n_sectors; /* the first points up, the others follow clockwise */
} SamenCompassChart;

/* Draws into the rectangle 0, 0, @width, @height. */
void samen_compass_chart_draw (const SamenCompassChart *chart,
                               const SamenChartStyle *style,
                               cairo_t *cr,
                               double width,
                               double height);

G_END_DECLS
