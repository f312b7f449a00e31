/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where the user was: what was open when the app was left, to be open when it starts again.
 */

/**
 * samen_session_remember:
 * @path: (nullable): the dossier that is open; %NULL for none
 * @page: (nullable): its page
 */
void samen_session_remember (const char *path, const char *page);

/**
 * samen_session_recall:
 * @path: (out): the dossier that was open last
 * @page: (out): its page
 *
 * Returns: whether there is one, and it is still there.
 */
gboolean samen_session_recall (char **path, char **page);

G_END_DECLS
