/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * samen_restore:
 * @window: the app's window
 * @dossier: the file of a dossier, whether it is open in the window or not
 * @problem: (nullable): what is wrong with it, if it is damaged
 *
 * Lets somebody choose one of the backups of a dossier, closes the dossier, restores that backup in a
 * thread, and opens the dossier again.
 */
void samen_restore (GtkWidget *window, const char *dossier, const char *problem);

/**
 * samen_restore_or_tell:
 * @error: why @dossier cannot be opened
 *
 * Offers what there is of a dossier that is damaged; of another one, tells why.
 */
void samen_restore_or_tell (GtkWidget *window, const char *dossier, const GError *error);

G_END_DECLS
