/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** samen_toast: shows @text for a moment in the window of @widget. */
void samen_toast (GtkWidget *widget, const char *text);

/** samen_toast_undo: as samen_toast(), with a button that undoes the last edit. */
void samen_toast_undo (GtkWidget *widget, const char *text);

/**
 * samen_toast_action:
 * @label: what the button of the toast says, with its mnemonic
 * @action: what it does
 * @target: (transfer floating): with what
 *
 * Shows @text in a toast that offers to go on from there.
 */
void samen_toast_action (GtkWidget *widget,
                         const char *text,
                         const char *label,
                         const char *action,
                         GVariant *target);

G_END_DECLS
