/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * samen_toast_text_new:
 *
 * A title for a toast, in as many lines as it takes. The title that a toast has of itself is one line, and so is
 * a label that wraps, for a toast is asked how high it is before it is told how wide: so these lines end where
 * the text itself is broken.
 *
 * Returns: (transfer floating): a title that says @text.
 */
GtkWidget *samen_toast_text_new (const char *text);

/** samen_toast_text_get: Returns: (transfer none): what @title says. */
const char *samen_toast_text_get (GtkWidget *title);

G_END_DECLS
