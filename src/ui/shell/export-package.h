/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_export_package:
 * @parent: the window, or a widget in it
 * @store: the dossier
 *
 * Asks whether there is to be a passphrase and where to, and writes a package of the dossier there, in a
 * thread. What goes wrong is told in a dialog.
 */
void samen_export_package (GtkWidget *parent, SamenStore *store);

/** samen_package_file_name: Returns: (transfer full): what a package of @store is called, unless somebody
 *   calls it otherwise. */
char *samen_package_file_name (SamenStore *store);

G_END_DECLS
