/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/*
 * Where a dossier stands, a line each in the interface's language (transfer full), and its successes.
 */

/** samen_standing_of_agreements: the first agreement that is not a draft, or else the first, and where it stands. */
char *samen_standing_of_agreements (SamenStore *store);

/** samen_standing_of_criteria: how many criteria are on course. */
char *samen_standing_of_criteria (SamenStore *store);

/** samen_standing_next_milestone: (nullable): the milestone that is due next, and when. */
char *samen_standing_next_milestone (SamenStore *store);

/** samen_standing_of_milestones: how many are reached, and which is next. */
char *samen_standing_of_milestones (SamenStore *store);

/**
 * samen_standing_recent_successes:
 *
 * Returns: (transfer full): the three #SamenMilestone that were reached last, the latest first.
 */
GListModel *samen_standing_recent_successes (SamenStore *store);

/** samen_standing_signals: Returns: (transfer full): the points of attention of today, as #SamenSignal. */
GListModel *samen_standing_signals (SamenStore *store);

G_END_DECLS
