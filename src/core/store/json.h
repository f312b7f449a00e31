/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** The number of the form that samen_store_to_json() writes. */
#define SAMEN_JSON_FORMAT 1

/**
 * SamenJsonFlags:
 * @SAMEN_JSON_DELETED: deleted records too, each with `"deleted": true`
 */
typedef enum
{
  SAMEN_JSON_DEFAULT = 0,
  SAMEN_JSON_DELETED = 1 << 0,
} SamenJsonFlags;

/**
 * samen_store_to_json:
 * @flags: what to write beside the records that are there
 * @error: why the dossier could not be read
 *
 * Writes all that is in a dossier, for people and programs to read: the format's number, the schema's, the
 * dossier's id, and for each type an array of its records in their order. A record has its `id` and the fields that
 * hold something other than their default. The same dossier always gives the same text.
 *
 * Returns: (transfer full) (nullable): the JSON text, in lines, with a newline at its end.
 */
char *samen_store_to_json (SamenStore *self, SamenJsonFlags flags, GError **error);

G_END_DECLS
