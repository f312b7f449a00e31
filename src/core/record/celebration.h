/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_CELEBRATION (samen_celebration_get_type ())

G_DECLARE_FINAL_TYPE (SamenCelebration, samen_celebration, SAMEN, CELEBRATION, SamenRecord)

/** SamenCelebration: How a milestone was, or will be, celebrated. */
struct _SamenCelebration
{
  SamenRecord parent_instance;
  SamenReference milestone;
  SamenDate date;
  char *reason;
  char *occasion;
  char *contributors;
  char *thanks;
};

G_END_DECLS
