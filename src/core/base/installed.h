/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * samen_installed_file:
 * @name: a path below the app's own data, such as `examples/example.nl.json`
 *
 * Finds a file that comes with the app: in the folder `SAMENSPEL_DATADIR`, as when run from a checkout, or
 * else where the app is installed.
 *
 * Returns: (transfer full): the path, whether there is such a file or not.
 */
char *samen_installed_file (const char *name);

G_END_DECLS
