/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_keep_backups:
 * @window: the app's window
 * @store: the dossier that is open in it
 *
 * Makes the daily backup at the first change of each day, in a thread, for as long as the dossier is open.
 * Writes a package to the second folder after that, where there is one; and where that was not there, such as a
 * USB stick that was taken out, when it is there again at the next edit or when the window is turned to. What
 * goes wrong is told once a day; for a dossier that is damaged, its backups are offered.
 */
void samen_keep_backups (GtkWidget *window, SamenStore *store);

G_END_DECLS
