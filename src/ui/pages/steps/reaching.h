/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "record/milestone.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_reaching_is_joy:
 * @milestone: (nullable): the milestone as it is before; %NULL for one that is still to be added
 *
 * Returns: whether reaching it now calls for joy: once in the life of a milestone, as the log has it, whatever
 *   was undone or reopened since; never where the dossier asks for quiet.
 */
gboolean samen_reaching_is_joy (SamenStore *store, SamenMilestone *milestone);

/**
 * samen_reaching_offer:
 * @widget: something in the window, or the window itself
 * @milestone: the milestone that was just reached
 * @joy: what samen_reaching_is_joy() said before
 *
 * Offers to celebrate it, in a toast; with confetti where it calls for joy.
 */
void samen_reaching_offer (GtkWidget *widget, SamenMilestone *milestone, gboolean joy);

/**
 * samen_reaching_watch:
 * @dialog: a record dialog for a milestone
 * @widget: something in the window, or the window itself
 * @milestone: (nullable): the milestone; %NULL for a new one
 *
 * Offers to celebrate also where the day it was reached is filled in in its form.
 */
void samen_reaching_watch (gpointer dialog,
                           GtkWidget *widget,
                           SamenStore *store,
                           SamenMilestone *milestone);

G_END_DECLS
