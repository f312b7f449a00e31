/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_record_actions_new:
 * @window: where dialogs and toasts appear
 * @store: the dossier that is worked on
 *
 * What can be done to any record, as actions that an interface file can name, to be inserted as the group
 * "record". A record is told by its table and its id.
 *
 *   record.add (table, field, id)        asks for a new record whose @field refers to @id; both may be ""
 *   record.change (table, id)            shows the form of a record
 *   record.history (table, id)           tells who changed what in a record, and when
 *   record.delete (table, id)            deletes a record, with a toast to undo that
 *   record.files (table, id)             shows the files that are kept with a record
 *   record.find-person                   asks about whom, and shows all that the dossier keeps about them
 *   record.person-data (id, name)        shows all that the dossier keeps about a person; with "" for the
 *                                        id, about whoever goes by that name
 *   record.erase (id, name)              asks whether to erase such a person for good, and does it
 *   record.move (table, id, by)          moves a record by that many places among those that are part of
 *                                        the same
 *
 * Returns: (transfer full): the actions.
 */
GActionGroup *samen_record_actions_new (GtkWidget *window, SamenStore *store);

G_END_DECLS
