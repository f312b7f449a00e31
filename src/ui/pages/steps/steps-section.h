/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** SamenStepsFilter: which milestones are shown */
typedef enum
{
  SAMEN_STEPS_ALL,
  SAMEN_STEPS_AHEAD,
  SAMEN_STEPS_REACHED,
} SamenStepsFilter;

#define SAMEN_TYPE_STEPS_SECTION (samen_steps_section_get_type ())

/**
 * SamenStepsSection: the ladder of a goal: its milestones in the order in which they are due, and a button
 * to add one. It hides itself where the filter leaves nothing of it.
 */
G_DECLARE_FINAL_TYPE (SamenStepsSection, samen_steps_section, SAMEN, STEPS_SECTION, GtkListBoxRow)

/**
 * samen_steps_section_new:
 * @milestones: all #SamenMilestone of the dossier
 * @goal: (nullable): the goal; %NULL for the milestones without one
 *
 * Returns: (transfer floating): the section.
 */
GtkWidget *samen_steps_section_new (SamenStore *store, GListModel *milestones, SamenGoal *goal);

/** samen_steps_section_set_filter: shows only these, and looks again at what belongs where. */
void samen_steps_section_set_filter (SamenStepsSection *self, SamenStepsFilter filter);

/** samen_steps_section_find: Returns: (transfer none) (nullable): the row of @record, if it is shown here. */
GtkWidget *samen_steps_section_find (SamenStepsSection *self, SamenRecord *record);

G_END_DECLS
