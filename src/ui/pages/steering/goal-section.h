/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_GOAL_SECTION (samen_goal_section_get_type ())

/** SamenGoalSection: a goal, and a card for each of its evaluation criteria. */
G_DECLARE_FINAL_TYPE (SamenGoalSection, samen_goal_section, SAMEN, GOAL_SECTION, GtkListBoxRow)

/** samen_goal_section_new: Returns: (transfer floating): the section of @goal. */
GtkWidget *samen_goal_section_new (SamenStore *store, SamenGoal *goal);

/**
 * samen_goal_section_find:
 * @record: a goal or a criterion
 *
 * Returns: (transfer none) (nullable): what shows it here: the button that changes the goal, or the card of
 *   the criterion.
 */
GtkWidget *samen_goal_section_find (SamenGoalSection *self, SamenRecord *record);

G_END_DECLS
