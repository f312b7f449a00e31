/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * samen_text_is_unseen:
 *
 * Returns: whether @c is one of those that word processors and web pages leave in a text and nobody sees:
 *   soft hyphens, spaces of no width, marks of byte order and of the direction of writing.
 */
gboolean samen_text_is_unseen (gunichar c);

/**
 * samen_text_clean:
 * @text: what was copied elsewhere
 *
 * Returns: (transfer full): the same without what nobody sees; each space, of whatever kind and number, as one,
 *   and each end of a line as "\n". There are no empty lines in it at its beginning or end.
 */
char *samen_text_clean (const char *text);

/**
 * samen_text_of_bytes:
 *
 * Returns: (transfer full) (nullable): what is in a plain text file, in UTF-8; %NULL if it is no such file.
 */
char *samen_text_of_bytes (const char *bytes, gsize length);

G_END_DECLS
