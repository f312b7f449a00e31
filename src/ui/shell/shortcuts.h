/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** samen_shortcuts_install: gives the actions of the app and its window their keys. */
void samen_shortcuts_install (GtkApplication *application);

/** samen_shortcuts_dialog_new: Returns: (transfer floating): a dialog that tells all keys there are. */
AdwDialog *samen_shortcuts_dialog_new (void);

/**
 * samen_shortcuts_set_covered:
 * @covered: whether a dialog is over the window
 *
 * Switches off the shortcuts that are about the window as long as a dialog covers it.
 */
void samen_shortcuts_set_covered (GtkApplication *application, gboolean covered);

G_END_DECLS
