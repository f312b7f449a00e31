/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_STEPS_PAGE (samen_steps_page_get_type ())

/**
 * SamenStepsPage: the milestones in time, and the ladder of small steps of each goal, with what was celebrated.
 *
 * Actions: `steps.toggle (id)` reaches a milestone today, or opens it again; `steps.success-book` shows what
 * was celebrated.
 */
G_DECLARE_FINAL_TYPE (SamenStepsPage, samen_steps_page, SAMEN, STEPS_PAGE, SamenPage)

G_END_DECLS
