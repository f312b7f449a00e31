/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/mention.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SamenTraceKind:
 * @SAMEN_TRACE_OWN: a record that is the person; there can be deleted ones of the same name
 * @SAMEN_TRACE_ROLE: a field that says who somebody is, such as who represents a party or signed for it
 * @SAMEN_TRACE_TEXT: any other text that mentions the name; also in a plain text file that is kept
 * @SAMEN_TRACE_FILE: an attachment that is kept with the person, or that mentions the name
 */
typedef enum
{
  SAMEN_TRACE_OWN,
  SAMEN_TRACE_ROLE,
  SAMEN_TRACE_TEXT,
  SAMEN_TRACE_FILE,
} SamenTraceKind;

/**
 * SamenTrace:
 * @kind: what it is
 * @record: where it stands; it may be deleted, which can be undone
 * @field: in which of its fields; the title for a whole record
 *
 * A place in a dossier that says something about a person. The members may be read.
 */
typedef struct
{
  SamenTraceKind kind;
  SamenRecord *record;
  const SamenField *field;
} SamenTrace;

/**
 * SamenTraces:
 * @names: what the person is and was called in the dossier, the present name first
 * @places: (element-type SamenTrace): what the dossier holds now, by kind
 * @past: (element-type SamenLogEntry): what the log says of the person, the latest first
 * @edits: (element-type SamenLogEntry): what the person did, the latest first; without their changes
 * @in_draft: whether something that is being written mentions the name
 *
 * All that a dossier keeps about one person. The members may be read.
 */
typedef struct
{
  GStrv names;
  GPtrArray *places;
  GPtrArray *past;
  GPtrArray *edits;
  gboolean in_draft;
} SamenTraces;

void samen_traces_free (SamenTraces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenTraces, samen_traces_free)

/**
 * samen_traces_names:
 * @person: the id of a #SamenPerson
 *
 * Returns: (transfer full): the name, and after it what the same record was called before, unless somebody
 *   else is called that now. Empty if there is no such person.
 */
GStrv samen_traces_names (SamenStore *store, const char *person);

/**
 * samen_traces_find:
 * @person: (nullable): the id of a #SamenPerson; %NULL for whoever goes by @names
 * @names: what the person is called
 * @error: why the dossier could not be read
 *
 * Looks through records, deleted ones too, the log and what is being written. Takes its time: to be called
 * in a thread, with a store of its own.
 *
 * Returns: (transfer full) (nullable): what was found.
 */
SamenTraces *samen_traces_find (SamenStore *store,
                                const char *person,
                                const char *const *names,
                                GError **error);

/**
 * samen_trace_get_place:
 *
 * Returns: (transfer full): the record by which people know where it stands: for a role what it is part of,
 *   such as the party that was signed for.
 */
SamenRecord *samen_trace_get_place (const SamenTrace *self, SamenStore *store);

/**
 * samen_trace_get_text:
 * @mentions: the names that were looked for
 *
 * Returns: (transfer full): what it says; of a file the lines that mention a name.
 */
char *samen_trace_get_text (const SamenTrace *self, SamenStore *store, SamenMentions *mentions);

/** samen_traces_count: Returns: how many places of that kind there are. */
guint samen_traces_count (const SamenTraces *self, SamenTraceKind kind);

G_END_DECLS
