/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * samen_blanks_next:
 * @text: a text of an agreement
 * @offset: (inout): where to go on looking; 0 to begin
 * @start: (out): where in @text a blank begins
 * @length: (out): how many bytes it takes
 *
 * Finds the places that are left to fill in: `[pm]`, `[naam]`, dots, a line to write on, `XX`, a field of a
 * mail merge.
 *
 * Returns: whether there is one more.
 */
gboolean samen_blanks_next (const char *text, gsize *offset, gsize *start, gsize *length);

/**
 * samen_blanks_count:
 * @text: (nullable): a text of an agreement
 * @first: (inout): where this is %NULL, becomes the first blank as it is written; (transfer full)
 *
 * Counts the places that are left to fill in: `[pm]`, `[naam]`, `……`, `____`. A number between brackets
 * is a footnote and not one of them.
 *
 * Returns: how many they are.
 */
guint samen_blanks_count (const char *text, char **first);

G_END_DECLS
