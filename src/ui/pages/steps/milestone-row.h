/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_milestone_row_new:
 *
 * Returns: (transfer floating): a #SamenRecordRow for @milestone, with a check that reaches it or opens it
 *   again, and where it was reached its celebration, or a button to plan one.
 */
GtkWidget *samen_milestone_row_new (SamenStore *store, SamenMilestone *milestone);

G_END_DECLS
