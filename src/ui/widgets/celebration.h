/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * samen_celebrate:
 * @widget: anything in the window, or the window itself
 *
 * Lets confetti fall over the window, once. Nothing happens where the user wants no animations or quiet. It takes
 * no clicks and no focus, and tells a screen reader nothing: what was reached is told by a toast.
 */
void samen_celebrate (GtkWidget *widget);

G_END_DECLS
