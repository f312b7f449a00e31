/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "rules/progress.h"
#include "widgets/chart-view.h"
#include "widgets/fact-table.h"

G_BEGIN_DECLS

/**
 * samen_criterion_drawing_show:
 * @view: where to show it
 * @progress: how the criterion stands
 * @measurements: its #SamenMeasurement, by date
 * @sentence: the same facts in words
 *
 * Shows the chart of a criterion.
 */
void samen_criterion_drawing_show (SamenChartView *view,
                                   const SamenProgress *progress,
                                   GListModel *measurements,
                                   const char *sentence);

/** samen_criterion_table_show: shows the facts of that chart in @table, in the order of time. */
void samen_criterion_table_show (SamenFactTable *table,
                                 const SamenProgress *progress,
                                 GListModel *measurements);

G_END_DECLS
