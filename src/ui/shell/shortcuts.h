/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** samen_shortcuts_install: gives the actions of the app and its window their keys. */
void samen_shortcuts_install (GtkApplication *application);

/** samen_shortcuts_dialog_new: Returns: (transfer floating): a dialog that tells all keys there are. */
AdwDialog *samen_shortcuts_dialog_new (void);

G_END_DECLS
