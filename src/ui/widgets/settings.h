/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/*
 * What the app remembers for its user, beside the dossiers. What changes is there to be read at once, and
 * written a moment later, with what else changed. Where the schema is not installed, the app works, and
 * forgets.
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

/** samen_settings_get_flag: Returns: a setting that is yes or no; yes where nothing can be remembered. */
gboolean samen_settings_get_flag (const char *key);

/** samen_settings_get_text: Returns: (transfer full): a setting that is a text; "" for none. */
char *samen_settings_get_text (const char *key);

/** samen_settings_set_text: @text: (nullable): %NULL for none. */
void samen_settings_set_text (const char *key, const char *text);

/** samen_settings_get_texts: Returns: (transfer full): a setting that is several texts. */
char **samen_settings_get_texts (const char *key);

/** samen_settings_set_texts: @texts: (array zero-terminated=1): in their order. */
void samen_settings_set_texts (const char *key, const char *const *texts);

G_END_DECLS
