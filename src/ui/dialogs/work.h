/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "base/progress.h"

G_BEGIN_DECLS

/**
 * SamenWork:
 * @progress: to be told how far it is
 *
 * What is done in a thread of its own.
 *
 * Returns: whether it is done; if not, @error says why.
 */
typedef gboolean (*SamenWork) (gpointer data, const SamenProgress *progress, GError **error);

/**
 * SamenWorkDone:
 * @error: (nullable): why it was not done; %G_IO_ERROR_CANCELLED if its user did not want it any more
 *
 * Called once, whatever became of the window.
 */
typedef void (*SamenWorkDone) (gpointer data, const GError *error);

/**
 * samen_work:
 * @parent: a widget in the window
 * @title: what is being done, such as "Exporting “Samen Opleiden”"
 * @work: does it
 * @done: called when it has ended
 * @data: for both
 *
 * Does something that may take long without keeping the window waiting. Once it takes longer than a moment,
 * a dialog shows how far it is, with a button to cancel it.
 */
void samen_work (GtkWidget *parent,
                 const char *title,
                 SamenWork work,
                 SamenWorkDone done,
                 gpointer data);

G_END_DECLS
