/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "shell/import.h"

G_BEGIN_DECLS

/**
 * samen_accept_drops:
 * @window: a window with the actions of samen_accept_packages()
 * @library: where new dossiers go
 * @imported: called with @window when there is one of a covenant
 *
 * What is dropped on @window is opened: packages, one after another, and the text of a covenant.
 */
void samen_accept_drops (GtkWidget *window, SamenLibrary *library, SamenImported imported);

G_END_DECLS
