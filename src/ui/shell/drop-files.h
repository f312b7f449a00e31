/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * samen_accept_drops:
 * @window: a window with the actions `package.open` and `win.import-file`
 *
 * What is dropped on @window is opened: packages, one after another, and the text of a covenant.
 */
void samen_accept_drops (GtkWidget *window);

G_END_DECLS
