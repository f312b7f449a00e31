/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * samen_toast:
 *
 * Shows @text in the dialog or window of @widget: for a moment, and where it is a long one until it is closed or
 * something is changed.
 */
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

/** samen_toast_new: Returns: (transfer full): a toast that shows all of @text, in as many lines as it takes. */
AdwToast *samen_toast_new (const char *text);

/**
 * samen_toast_show:
 * @toast: (transfer full): from samen_toast_new()
 *
 * Shows @toast in the dialog or window of @widget, and has a screen reader say it.
 */
void samen_toast_show (GtkWidget *widget, AdwToast *toast);

G_END_DECLS
