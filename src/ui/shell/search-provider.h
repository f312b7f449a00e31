/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * samen_search_provider_export:
 * @connection: the session bus
 * @path: the object path of the app
 *
 * Lets the desktop search the dossiers, articles and milestones of this user, as GNOME Shell does
 * (org.gnome.Shell.SearchProvider2). What is chosen is opened by the app's action `open-record`.
 *
 * Returns: whether it is there.
 */
gboolean samen_search_provider_export (GDBusConnection *connection,
                                       const char *path,
                                       GError **error);

G_END_DECLS
