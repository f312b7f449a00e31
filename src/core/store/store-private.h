/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/db.h"
#include "store/json.h"
#include "store/list.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What the files of the store share, and nobody else sees */

struct _SamenStore
{
  GObject parent_instance;
  SamenDb *db;
  char *path;
  guint64 device; /* which file that was, when it was opened */
  guint64 inode;
  char *dossier_id;
  char *author;
  char *undo_label;
  char *redo_label;
  GHashTable *records; /* id to SamenRecord, which leaves when nobody else holds it */
  GPtrArray *lists;    /* SamenList, likewise */
  SamenGuard guard;
  gint64 fixed_time; /* when edits are made, in milliseconds since 1970; 0 for now */
  gint64 clock;
  gint64 data_version;
  gboolean damaged; /* SQLite could not read something of the file */
};

/** The bits of the clock that count edits within one millisecond */
#define SAMEN_CLOCK_COUNTER_BITS 16

/** SamenAction: whether an edit is new, takes an earlier one back, or does it again */
typedef enum
{
  SAMEN_ACTION_DO,
  SAMEN_ACTION_UNDO,
  SAMEN_ACTION_REDO,
} SamenAction;

/** SAMEN_IS_UNDONE: in SQL, whether edit e was undone, and not redone after that */
#define SAMEN_IS_UNDONE                                                                            \
  "coalesce ((SELECT u.action FROM edit u WHERE u.target = e.seq "                                 \
  "ORDER BY u.seq DESC LIMIT 1), '') = 'undo'"

/** What an erasure is called in the log; it cannot be undone, for nothing of it is left */
#define SAMEN_ERASE_LABEL NC_ ("edit", "Erase Person")

/** What puts right, in the log of a dossier that was damaged, what that lacks; it is no one's doing */
#define SAMEN_RECOVER_LABEL NC_ ("edit", "Recover Dossier")

/** SAMEN_IS_LEFT: in SQL, whether there is anything of edit e to undo: an erasure may have taken it */
#define SAMEN_IS_LEFT                                                                              \
  "(e.label NOT IN ('Erase Person', 'Recover Dossier') AND EXISTS (SELECT 1 FROM change l WHERE "  \
  "l.edit = e.seq))"

/** samen_change_is_beginning: Returns: whether a record begins with @change. */
gboolean samen_change_is_beginning (const SamenChange *change);

/** samen_log_translate: Returns: (nullable): @label (nullable) of an edit in the interface's language. */
const char *samen_log_translate (const char *label);

/** samen_log_read_changes: Returns: (transfer full) (nullable) (element-type SamenChange): those of edit @seq. */
GPtrArray *samen_log_read_changes (SamenStore *self, gint64 seq, GError **error);

/**
 * samen_log_of_person:
 *
 * Returns: (transfer full): the #SamenLogEntry that are about whom the functions of store/person-sql.h look
 *   for, the latest first.
 */
GListModel *samen_log_of_person (SamenStore *self);

/**
 * samen_log_edit_from_changes:
 *
 * Returns: (transfer full): an edit that brings the fields of @changes to what they hold after them, or if
 *   @inverse to what they held before.
 */
SamenEdit *samen_log_edit_from_changes (const char *label, GPtrArray *changes, gboolean inverse);

/**
 * samen_store_write:
 * @action: what kind of edit this is
 * @target: the number in the log of the edit that is undone or redone, or 0
 *
 * Does what samen_store_apply() promises.
 */
gboolean samen_store_write (SamenStore *self,
                            SamenEdit *edit,
                            SamenAction action,
                            gint64 target,
                            GError **error);

/**
 * samen_store_write_along:
 *
 * As samen_store_write() of something new, without checks, as part of a transaction that is there already.
 * It is logged though it changes nothing; records and lists follow at the next samen_store_refresh().
 */
gboolean samen_store_write_along (SamenStore *self, SamenEdit *edit, GError **error);

/** samen_store_is_in_place: Returns: whether the file is still where it was opened; @error if not. */
gboolean samen_store_is_in_place (SamenStore *self, GError **error);

/** samen_store_publish: lets records, lists and listeners know of changes that are written. */
void samen_store_publish (SamenStore *self, GPtrArray *changes);

/** samen_store_set_labels: what can be undone and redone from now on, for people; %NULL for nothing. */
void samen_store_set_labels (SamenStore *self, const char *undo, const char *redo);

/** samen_store_update_labels: reads again from the log what can be undone and redone. */
void samen_store_update_labels (SamenStore *self);

/** samen_store_index: puts a changed text into the search index. */
gboolean samen_store_index (SamenStore *self, const SamenChange *change, GError **error);

/** samen_store_index_anew: makes the search index again of what the tables hold. */
gboolean samen_store_index_anew (SamenStore *self, GError **error);

/** SamenJsonSink: takes the next piece of a text. Returns: whether to go on. */
typedef gboolean (*SamenJsonSink) (gpointer data, const char *text, gsize length, GError **error);

/**
 * samen_store_write_json:
 *
 * Does what samen_store_to_json() does, piece by piece. Whoever wants the dossier as it is at one moment has
 * begun a transaction.
 */
gboolean samen_store_write_json (SamenStore *self,
                                 SamenJsonFlags flags,
                                 SamenJsonSink sink,
                                 gpointer data,
                                 GError **error);

/** samen_store_load: Returns: (transfer full) (nullable): the live record in row @rowid of its table. */
SamenRecord *samen_store_load (SamenStore *self, GType type, gint64 rowid);

/** samen_store_forget_list: called by a list that is no more. */
void samen_store_forget_list (SamenStore *self, SamenList *list);

G_END_DECLS
