/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** samen_focus_when_drawn: brings @widget into view with the keyboard focus, as soon as it has a place. */
void samen_focus_when_drawn (GtkWidget *widget);

/** samen_focus_in_dialog: sees to it that @dialog opens with the keyboard focus on @widget, a part of it. */
void samen_focus_in_dialog (AdwDialog *dialog, GtkWidget *widget);

/**
 * samen_focus_leaves_dialogs:
 * @window: an #AdwWindow or #AdwApplicationWindow
 *
 * Takes the keyboard focus out of a dialog that closes, where libadwaita had nowhere to give it back to. GTK
 * would keep what the focus was in, and with it the dossier, for ever.
 */
void samen_focus_leaves_dialogs (gpointer window);

/**
 * samen_focus_stays_in_lists:
 * @window: an #AdwWindow or #AdwApplicationWindow
 *
 * When the row of a list that has the keyboard focus goes, gives the focus to the row that is called the same, for
 * rows are moved and made anew; or else to the one that comes in its place, as when a record is deleted; or else to
 * the one before. GTK would give it to something else on the page.
 */
void samen_focus_stays_in_lists (gpointer window);

G_END_DECLS
