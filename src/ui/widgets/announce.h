/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** samen_announce: has a screen reader say @text, which appeared at @widget. */
void samen_announce (gpointer widget, const char *text);

G_END_DECLS
