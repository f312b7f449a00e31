/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_open_file:
 * @parent: where a message appears if it cannot be opened
 * @attachment: what to open
 *
 * Opens a copy of an attachment with the app for it, by way of the portal. The copy is in a folder that
 * nobody else can look into, until samen_open_file_forget().
 */
void samen_open_file (GtkWidget *parent, SamenStore *store, SamenAttachment *attachment);

/** samen_open_file_forget: removes all copies that were made to be opened. */
void samen_open_file_forget (void);

G_END_DECLS
