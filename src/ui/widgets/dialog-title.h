/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SAMEN_TYPE_DIALOG_TITLE (samen_dialog_title_get_type ())

/**
 * SamenDialogTitle:
 *
 * The title of a dialog in its header bar, on two lines where it has to share a narrow one with the buttons, and
 * not at all where these leave no room, as with large text.
 * Property `title`.
 */
G_DECLARE_FINAL_TYPE (SamenDialogTitle, samen_dialog_title, SAMEN, DIALOG_TITLE, GtkWidget)

G_END_DECLS
