/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "rules/compass.h"
#include "widgets/chart-view.h"

G_BEGIN_DECLS

/**
 * samen_compass_drawing_show:
 * @view: where to show it
 * @states: where the partnership stands on each tip, the first one first
 *
 * Shows the compass of the six tips.
 */
void samen_compass_drawing_show (SamenChartView *view, const SamenTipState states[SAMEN_N_TIPS]);

G_END_DECLS
