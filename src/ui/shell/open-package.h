/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/library.h"

G_BEGIN_DECLS

/**
 * samen_accept_packages:
 * @window: the app's window
 * @library: where the dossiers go
 *
 * Gives the window the action "package.open", whose target is the URI of a package, or "" to ask for one; and
 * lets packages be dropped on it.
 *
 * A dossier is made of the package, in a thread, and opened. Its passphrase is asked for, where there is one,
 * and what to do with a dossier that is here already: never is one replaced. What is wrong with the package is
 * told in a dialog. Of several, each is opened when its user is done with the one before.
 */
void samen_accept_packages (GtkWidget *window, SamenLibrary *library);

G_END_DECLS
