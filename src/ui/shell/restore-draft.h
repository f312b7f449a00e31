/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_restore_draft:
 * @window: where that is told
 * @store: a dossier that was just opened
 *
 * Makes the edit of what was being written when the app was ended before it was done. Where it cannot be made
 * now, it is kept for later; where it never can, since the text was signed or is gone, whoever wrote it sees
 * it again, and says what is to become of it.
 */
void samen_restore_draft (GtkWidget *window, SamenStore *store);

G_END_DECLS
