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

G_END_DECLS
