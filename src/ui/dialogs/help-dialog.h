/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAMEN_TYPE_HELP_DIALOG (samen_help_dialog_get_type ())

/** SamenHelpDialog: the six tips and the pages that serve them, what is good to know, and privacy. */
G_DECLARE_FINAL_TYPE (SamenHelpDialog, samen_help_dialog, SAMEN, HELP_DIALOG, AdwDialog)

/** samen_help_dialog_present: shows the help in @window, unless it is there already. */
void samen_help_dialog_present (GtkWindow *window);

G_END_DECLS
