/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "shell/application.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_WINDOW (samen_window_get_type ())

/**
 * SamenWindow:
 *
 * The one window: the chooser, or an open dossier with its pages. Its actions are the group "win", and
 * "record" for what can be done to a record (see record-actions.h).
 */
G_DECLARE_FINAL_TYPE (SamenWindow, samen_window, SAMEN, WINDOW, AdwApplicationWindow)

/** samen_window_new: Returns: (transfer none): a window of @application, showing the chooser. */
SamenWindow *samen_window_new (SamenApplication *application);

/**
 * samen_window_open:
 * @path: a dossier, open or not
 * @page: the page to show; "" for that on which the record is to be seen
 * @table: (nullable): with @id, a record on that page; "" for none
 *
 * Shows a page of a dossier, and a record on it.
 */
void samen_window_open (SamenWindow *self,
                        const char *path,
                        const char *page,
                        const char *table,
                        const char *id);

/** samen_window_restore: opens what was open when the app was left, if it is still there. */
void samen_window_restore (SamenWindow *self);

G_END_DECLS
