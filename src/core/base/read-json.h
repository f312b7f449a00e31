/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * samen_read_json:
 * @json: what somebody may have written, or something else altogether
 * @length: how many bytes that is
 * @largest: how many bytes it may be
 * @deepest: how many lists and objects may stand within one another
 * @error: what is wrong, with the line where the text is not JSON
 *
 * Parses JSON without trusting it: it is measured before the parser, which calls itself for whatever is
 * nested, gets to see it.
 *
 * Returns: (transfer full) (nullable): the value.
 */
JsonNode *samen_read_json (const char *json,
                           gsize length,
                           gsize largest,
                           guint deepest,
                           GError **error);

G_END_DECLS
