/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"
#include "widgets/chart-view.h"
#include "widgets/fact-table.h"

G_BEGIN_DECLS

/**
 * samen_timeline_drawing_show:
 * @view: where to show it
 * @store: the dossier, whose log knows where each milestone first stood
 * @milestones: the #SamenMilestone
 *
 * Shows milestones in time.
 */
void samen_timeline_drawing_show (SamenChartView *view, SamenStore *store, GListModel *milestones);

/** samen_timeline_table_show: shows the facts of that picture in @table. */
void samen_timeline_table_show (SamenFactTable *table, SamenStore *store, GListModel *milestones);

G_END_DECLS
