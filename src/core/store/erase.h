/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/progress.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SamenErasure:
 * @person: (nullable): the id of a #SamenPerson; %NULL for whoever goes by @names
 * @names: what the person is called; see samen_traces_names()
 * @texts: whether texts that mention a name lose it too, plain text files that are kept among them
 * @files: whether attachments kept with the person, or that mention a name, are emptied too
 *
 * Who is to be erased, and from what.
 */
typedef struct
{
  const char *person;
  const char *const *names;
  gboolean texts;
  gboolean files;
} SamenErasure;

/** samen_erased_word: Returns: (transfer none): what stands where a name stood, in the dossier's language. */
const char *samen_erased_word (SamenStore *store);

/**
 * samen_store_erase:
 * @progress: (nullable): who waits for it
 * @error: why nothing was erased
 *
 * Erases a person for good, from what the dossier holds and from all that its log says it ever held: the
 * person's own record; who represents a party or signed for it, of which the day stays; who made an edit;
 * what is being written; the search index. Then the file is written anew, so that none of it is left in
 * there. It cannot be undone, and no undo brings any of it back.
 *
 * All of it is done, or nothing, also where the program is killed meanwhile. Where the file could not be
 * written anew, because another program reads it, that is done when the dossier is opened next.
 *
 * Takes its time: to be called in a thread, with a store of its own.
 *
 * Returns: whether the person is erased.
 */
gboolean samen_store_erase (SamenStore *self,
                            const SamenErasure *erasure,
                            const SamenProgress *progress,
                            GError **error);

/** samen_store_is_erasing: Returns: whether the file is still to be written anew after an erasure. */
gboolean samen_store_is_erasing (SamenStore *self);

G_END_DECLS
