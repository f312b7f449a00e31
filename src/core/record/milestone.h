/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_MILESTONE (samen_milestone_get_type ())

G_DECLARE_FINAL_TYPE (SamenMilestone, samen_milestone, SAMEN, MILESTONE, SamenRecord)

/** SamenMilestone: A step on the way to a goal, small enough to succeed. */
struct _SamenMilestone
{
  SamenRecord parent_instance;
  SamenReference goal;
  SamenReference criterion;
  char *title;
  SamenDate due;
  SamenDate reached;
  char *contributors;
  char *note;
};

G_END_DECLS
