/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_GOAL (samen_goal_get_type ())

G_DECLARE_FINAL_TYPE (SamenGoal, samen_goal, SAMEN, GOAL, SamenRecord)

/** SamenGoal: What the partnership wants to reach. */
struct _SamenGoal
{
  SamenRecord parent_instance;
  char *title;
  char *text;
  SamenDate started;
  SamenDate due;
  SamenPosition position;
};

G_END_DECLS
