/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <json-glib/json-glib.h>

#include "store/script.h"

G_BEGIN_DECLS

/* What the files of the script share, and nobody else sees */

#define SAMEN_SCRIPT_LONGEST_NAME 100

/* A script on its way into a dossier */
typedef struct
{
  SamenStore *store;
  GHashTable *ids;       /* "type/name" to the record's id */
  GHashTable *positions; /* type to the last position given to a record of it */
  int today;             /* in months */
  int shift;             /* how many months to add */
  gint64 written;        /* the time of the last edit as it stands there, in minutes */
  gint64 time;           /* the same, moved, in milliseconds since 1970 */
  guint number;          /* of this edit, from 1; 0 before the first */
  const char *key;       /* the record in hand, or NULL */
  const char *field;     /* the field in hand, or NULL */
} SamenScript;

/** samen_script_fail: puts into @error where the script is wrong, and what is. Returns: %FALSE. */
gboolean samen_script_fail (SamenScript *self, GError **error, const char *message);

/** samen_script_months: Returns: the months from the year 0 to that of @date. */
int samen_script_months (SamenDate date);

/** samen_script_shift: Returns: @date and that many months, as precise as it was where that can be. */
SamenDate samen_script_shift (SamenDate date, int months);

/** samen_script_type: Returns: the type that @key begins with, or %G_TYPE_INVALID. */
GType samen_script_type (const char *key);

/** samen_script_accept: Returns: whether @field accepts @value (nullable); if not, @error says where. */
gboolean samen_script_accept (SamenScript *self,
                              const SamenField *field,
                              GVariant *value,
                              GError **error);

/**
 * samen_script_read_value:
 * @node: what the script says
 * @value: (out) (transfer full) (nullable): what the field is to hold: its date moved, the ids of records
 *   in place of their names
 *
 * Returns: whether the field accepts it.
 */
gboolean samen_script_read_value (SamenScript *self,
                                  const SamenField *field,
                                  JsonNode *node,
                                  GVariant **value,
                                  GError **error);

G_END_DECLS
