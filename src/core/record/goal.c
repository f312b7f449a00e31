/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/goal.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenGoal, title, N_ ("Goal"), .flags = SAMEN_REQUIRED),
  SAMEN_FIELD (SamenGoal, text, N_ ("Explanation"), .flags = SAMEN_LONG),
  SAMEN_FIELD (SamenGoal, started, N_ ("Work starts")),
  SAMEN_FIELD (SamenGoal, due, N_ ("Due")),
  SAMEN_FIELD (SamenGoal, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenGoal, samen_goal, "goal", N_ ("goal"), fields)
