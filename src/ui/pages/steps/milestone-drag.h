/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "pages/steps/steps-section.h"
#include "record/goal.h"

G_BEGIN_DECLS

/**
 * samen_milestone_drag_install:
 * @section: the section of a goal
 * @list: the list of its milestones, as #SamenRecordRow
 * @store: the dossier
 * @goal: (nullable): the goal; %NULL for the milestones without one
 *
 * Lets milestones be dragged from one goal to another. Within a goal they stand in the order of their dates.
 */
void samen_milestone_drag_install (SamenStepsSection *section,
                                   GtkListBox *list,
                                   SamenStore *store,
                                   SamenGoal *goal);

G_END_DECLS
