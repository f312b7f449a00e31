/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/types.h"
#include "store/edit.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_STORE (samen_store_get_type ())

/**
 * SamenStore:
 *
 * One open dossier. Records read from it are live: they follow every edit, and there is one object for
 * each. The store is the one door through which they are changed, and it writes the tables and the log
 * in one transaction.
 *
 * Belongs to the thread that opened it; another thread opens a store of its own on the same file.
 *
 * Properties: `author` (writable, who the log says it was), `undo-label` and `redo-label` (what can be
 * undone and redone, in the interface's language, or %NULL), `damaged` (whether something in the file
 * turned out to be unreadable; from then on nothing is written, and lists may lack what could not be
 * read). Signal `changed`, after each edit, with a #GPtrArray of #SamenChange.
 */
G_DECLARE_FINAL_TYPE (SamenStore, samen_store, SAMEN, STORE, GObject)

/**
 * samen_store_create:
 * @path: a file that does not exist yet
 * @error: why it could not be made
 *
 * Returns: (transfer full) (nullable): a new, empty dossier; on failure no file is left.
 */
SamenStore *samen_store_create (const char *path, GError **error);

/**
 * samen_store_open:
 * @path: the file of a dossier
 * @error: a #SamenError
 *
 * Opens a dossier, and brings one of an earlier version of the app up to date.
 *
 * Returns: (transfer full) (nullable): the store.
 */
SamenStore *samen_store_open (const char *path, GError **error);

/**
 * samen_store_take_loss:
 *
 * Returns: whether, since this was last asked, the dossier was found without a file that SQLite had left
 *   beside it, with the latest changes. The dossier itself is whole as it was before them.
 */
gboolean samen_store_take_loss (SamenStore *self);

/** samen_store_get_path: Returns: (transfer none): the file. */
const char *samen_store_get_path (SamenStore *self);

/** samen_store_get_dossier_id: Returns: (transfer none): the dossier's own UUID. */
const char *samen_store_get_dossier_id (SamenStore *self);

/**
 * samen_store_is_damaged:
 * @error: (nullable): set if it is, to what a user can do about it
 *
 * Returns: whether something in the file turned out to be unreadable.
 */
gboolean samen_store_is_damaged (SamenStore *self, GError **error);

/** samen_store_set_author: @author: who the log says it was, from now on. */
void samen_store_set_author (SamenStore *self, const char *author);

/**
 * samen_store_apply:
 * @edit: what to do
 * @error: which field does not accept its value, or why nothing could be written
 *
 * Checks every value and writes the edit and its log, all or nothing; then the live records follow.
 * Changes that change nothing are left out, and an edit without any other leaves no trace. Deleting a
 * record deletes what is part of it.
 *
 * Returns: whether the edit is in the dossier, safe against a loss of power.
 */
gboolean samen_store_apply (SamenStore *self, SamenEdit *edit, GError **error);

/**
 * SamenGuard:
 * @changes: (element-type SamenChange): what is about to be changed; `old` is not told
 * @error: why it may not be
 *
 * Returns: whether it may.
 */
typedef gboolean (*SamenGuard) (SamenStore *self, GPtrArray *changes, GError **error);

/**
 * samen_store_set_guard:
 * @guard: (nullable): asked before each edit, undo and redo, while the dossier is as it was
 *
 * Lets a rule that looks at several records keep the one door for edits.
 */
void samen_store_set_guard (SamenStore *self, SamenGuard guard);

/**
 * samen_store_get:
 *
 * Returns: (transfer full) (nullable): the record of that type and id, deleted or not; %NULL if there is
 *   none.
 */
gpointer samen_store_get (SamenStore *self, GType type, const char *id);

/**
 * samen_store_get_partnership:
 *
 * Returns: (transfer full) (nullable): the one partnership that the dossier is of.
 */
SamenPartnership *samen_store_get_partnership (SamenStore *self);

/**
 * samen_store_list:
 * @type: a record type
 * @reference: (nullable): the name of one of its reference fields, to list only what refers to @id
 * @id: (nullable): the record referred to; %NULL lists what refers to none
 *
 * Returns: (transfer full): the records that are not deleted, in their order, as a live list. Records are
 *   read as they are asked for, and the list holds them from then on.
 */
GListModel *samen_store_list (SamenStore *self, GType type, const char *reference, const char *id);

/**
 * samen_store_list_siblings:
 *
 * Returns: (transfer full): the records of the same type that are part of the same, @record among them, in
 *   their order. Not a live list.
 */
GListModel *samen_store_list_siblings (SamenStore *self, SamenRecord *record);

/**
 * samen_store_get_owner:
 *
 * Returns: (transfer full) (nullable): what @record is part of, by the first field that says so; what an
 *   attachment is kept with; %NULL for what is part of nothing.
 */
SamenRecord *samen_store_get_owner (SamenStore *self, SamenRecord *record);

/** samen_store_count: Returns: how many records of that type there are, deleted ones not counted. */
guint samen_store_count (SamenStore *self, GType type);

/**
 * samen_store_append_position:
 *
 * Returns: (transfer full): the position after the last of the records of @type whose field @reference
 *   (nullable) refers to @id.
 */
char *samen_store_append_position (SamenStore *self,
                                   GType type,
                                   const char *reference,
                                   const char *id);

/**
 * samen_store_refresh:
 *
 * Reads again what another program has written in the meantime.
 */
void samen_store_refresh (SamenStore *self);

/**
 * samen_store_add_bytes:
 * @hash: (out) (transfer full): what to put into a field of bytes
 *
 * Keeps @bytes in the dossier, once, however often they are referred to.
 *
 * Returns: whether they are kept.
 */
gboolean samen_store_add_bytes (SamenStore *self, GBytes *bytes, char **hash, GError **error);

/** samen_store_load_bytes: Returns: (transfer full) (nullable): the bytes kept under @hash. */
GBytes *samen_store_load_bytes (SamenStore *self, const char *hash, GError **error);

G_END_DECLS
