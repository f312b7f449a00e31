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

G_END_DECLS
