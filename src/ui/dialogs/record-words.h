/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SamenRecordWords:
 * @add: the edit that adds one, and the title of its dialog
 * @change: the edit that changes one, and the title of its dialog
 * @remove: the edit that deletes one
 * @move: the edit that moves one in its list
 *
 * What people call what is done to a type of record: source strings in the context "edit".
 */
typedef struct
{
  const char *table;
  const char *add;
  const char *change;
  const char *remove;
  const char *move;
} SamenRecordWords;

/** samen_record_words: Returns: (transfer none): the words for a record type. */
const SamenRecordWords *samen_record_words (GType type);

G_END_DECLS
