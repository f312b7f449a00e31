/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/*
 * What the app remembers for its user, beside the dossiers. Where the schema is not installed, the app
 * works, and forgets.
 */

/** samen_settings_bind_window: keeps the size of @window, and opens it as it was left. */
void samen_settings_bind_window (GtkWindow *window);

/** samen_settings_bind: binds a setting and a property to each other. */
void samen_settings_bind (const char *key, gpointer object, const char *property);

/** samen_settings_bind_author: keeps the author of @store what samen_settings_author() says. */
void samen_settings_bind_author (SamenStore *store);

/** samen_settings_author: Returns: (transfer full): who the log says it is: the setting, or the user. */
char *samen_settings_author (void);

/** samen_settings_quiet: Returns: whether milestones are reached without confetti on this computer. */
gboolean samen_settings_quiet (void);

G_END_DECLS
