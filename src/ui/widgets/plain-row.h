/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * samen_plain_row:
 * @title: what it says, as it is
 * @subtitle: (nullable): below that
 *
 * Returns: (transfer floating): a row that says something and does nothing.
 */
GtkWidget *samen_plain_row (const char *title, const char *subtitle);

/**
 * samen_row_set_least_width:
 * @row: an #AdwActionRow whose title and subtitle wrap
 *
 * Makes @row quick to lay out. To find how narrow it may be, GTK would break each text at every letter; now
 * a line holds some letters at least.
 */
void samen_row_set_least_width (GtkWidget *row);

G_END_DECLS
