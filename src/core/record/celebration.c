/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/celebration.h"
#include "record/milestone.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenCelebration, milestone, N_ ("Milestone"),
               .flags = SAMEN_REQUIRED | SAMEN_OWNER | SAMEN_INTERNAL,
               .refers = samen_milestone_get_type),
  SAMEN_FIELD (SamenCelebration, date, N_ ("Date"), .flags = SAMEN_REQUIRED | SAMEN_ORDER),
  SAMEN_FIELD (SamenCelebration, reason, N_ ("What for")),
  SAMEN_FIELD (SamenCelebration, occasion, N_ ("How it is celebrated")),
  SAMEN_FIELD (SamenCelebration, contributors, N_ ("Who contributed")),
  SAMEN_FIELD (SamenCelebration, thanks, N_ ("Thanks to"), .flags = SAMEN_LONG),
};

SAMEN_DEFINE_RECORD (SamenCelebration, samen_celebration, "celebration", N_ ("celebration"), fields)
