/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** samen_id_new: Returns: (transfer full): a new random UUID (RFC 9562, version 4), in lower case. */
char *samen_id_new (void);

/** samen_id_is_valid: Returns: whether @text is a UUID as samen_id_new() writes them. */
gboolean samen_id_is_valid (const char *text);

/**
 * samen_position_between:
 * @before: (nullable): the position that goes before, or %NULL for the beginning
 * @after: (nullable): the position that comes after, or %NULL for the end
 *
 * Places something in a list without touching its neighbours: positions are short texts that sort
 * by their bytes, and between any two there is room for another. Appending keeps them short: a key
 * begins with a whole number whose length its first letter tells (a: one digit, b: two, …; Z: one
 * digit below zero, Y: two, …), and a fraction follows only where one is needed.
 *
 * Returns: (transfer full): a position after @before and before @after. Where these are equal or
 *   reversed, as two people may bring about at once, one just after @before.
 */
char *samen_position_between (const char *before, const char *after);

/** samen_position_is_valid: Returns: whether @text is a position samen_position_between() reads. */
gboolean samen_position_is_valid (const char *text);

G_END_DECLS
