/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_HIT (samen_hit_get_type ())

G_DECLARE_FINAL_TYPE (SamenHit, samen_hit, SAMEN, HIT, GObject)

/**
 * SamenHit:
 * @record: the record in which the words were found
 * @field: in which of its fields
 * @excerpt: some words around the first of them
 * @match_start: where that begins in @excerpt, in bytes
 * @match_end: where it ends
 *
 * Where a search found something. The members may be read.
 */
struct _SamenHit
{
  GObject parent_instance;
  SamenRecord *record;
  const SamenField *field;
  char *excerpt;
  guint match_start;
  guint match_end;
};

/**
 * samen_store_search:
 * @text: what somebody typed: each word is looked for at the beginning of words, whatever the capitals
 *   and accents
 * @limit: at most so many
 *
 * Returns: (transfer full): the #SamenHit that have all the words in one field, the best first, or the
 *   latest where thousands do; then the records that have them in several fields, each once, by a field with
 *   one of them. None for a text without words.
 */
GListModel *samen_store_search (SamenStore *self, const char *text, guint limit);

G_END_DECLS
