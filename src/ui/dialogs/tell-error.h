/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * samen_tell_error:
 * @parent: a widget in the window
 * @title: what was not done
 * @name: (nullable): of the file that it was not done with
 * @error: why, and what to do
 *
 * Tells of what went wrong in more words than a toast has room and time for; nothing of what was called off.
 *
 * Returns: (transfer none) (nullable): the dialog.
 */
AdwDialog *samen_tell_error (GtkWidget *parent,
                             const char *title,
                             const char *name,
                             const GError *error);

G_END_DECLS
