/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "base/mention.h"
#include "store/traces.h"

G_BEGIN_DECLS

/**
 * SamenPersonTraces:
 * @traces: what the dossier keeps about somebody; its records do not follow the dossier
 * @backups: (element-type SamenBackupTrace): the backups that hold the person
 * @json: all of it as JSON
 * @mentions: the names
 *
 * What the dialogs about a person show, as it is found in a thread.
 */
typedef struct
{
  SamenTraces *traces;
  GPtrArray *backups;
  char *json;
  SamenMentions *mentions;
} SamenPersonTraces;

void samen_person_traces_free (SamenPersonTraces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenPersonTraces, samen_person_traces_free)

/**
 * samen_person_traces_find:
 * @person: (nullable): the id of a person; %NULL for whoever goes by @names
 * @names: (nullable): what the person is called; %NULL for all that samen_traces_names() gives
 */
void samen_person_traces_find (SamenStore *store,
                               const char *person,
                               const char *const *names,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);

/** samen_person_traces_find_finish: Returns: (transfer full) (nullable): what was found. */
SamenPersonTraces *samen_person_traces_find_finish (GAsyncResult *result, GError **error);

/** samen_person_traces_are_any: Returns: whether there is anything, in the dossier or a backup. */
gboolean samen_person_traces_are_any (SamenPersonTraces *self);

/**
 * samen_person_traces_show:
 * @store: the dossier
 * @kind: which places
 * @add: adds a row to where they are shown
 * @target: for @add
 *
 * Adds a row for each place of that kind; of very many, how many more there are.
 *
 * Returns: how many places there are.
 */
guint samen_person_traces_show (SamenPersonTraces *self,
                                SamenStore *store,
                                SamenTraceKind kind,
                                void (*add) (gpointer target, GtkWidget *row),
                                gpointer target);

G_END_DECLS
