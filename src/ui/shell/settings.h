/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** samen_settings_bind_window: keeps the size of @window, and opens it as it was left. */
void samen_settings_bind_window (GtkWindow *window);

/** samen_settings_author: Returns: (transfer full): who the log says it is: the setting, or the user. */
char *samen_settings_author (void);

G_END_DECLS
