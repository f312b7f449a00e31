/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * SamenPastState:
 * @SAMEN_PAST_STANDS: what was done is in the dossier
 * @SAMEN_PAST_UNDONE: it was undone or taken back since
 * @SAMEN_PAST_STEP: it undoes another edit or does it again, and is not itself to be taken back
 * @SAMEN_PAST_FOUNDING: it made the dossier, and stays
 * @SAMEN_PAST_ERASED: it erased a person, or nothing is left of it since a person was erased
 */
typedef enum
{
  SAMEN_PAST_STANDS,
  SAMEN_PAST_UNDONE,
  SAMEN_PAST_STEP,
  SAMEN_PAST_FOUNDING,
  SAMEN_PAST_ERASED,
} SamenPastState;

#define SAMEN_TYPE_PAST_EDIT (samen_past_edit_get_type ())

G_DECLARE_FINAL_TYPE (SamenPastEdit, samen_past_edit, SAMEN, PAST_EDIT, GObject)

/**
 * SamenPastEdit:
 * @seq: the number of the edit in this dossier's log
 * @title: what was done, in the interface's language, such as "Undone: Move Milestone"
 * @author: who did it; may be empty
 * @time: when, in milliseconds since 1970 by the clock of the computer it was done on
 * @state: what became of it since; the property `state` (as an int) notifies
 * @changes: (element-type SamenChange): what changed, of the record that was asked for or of all
 * @n_others: how many changes there are beside @changes, in other records
 *
 * What somebody did, as the history tells it. The members may be read.
 */
struct _SamenPastEdit
{
  GObject parent_instance;
  gint64 seq;
  char *title;
  char *author;
  gint64 time;
  SamenPastState state;
  GPtrArray *changes;
  guint n_others;
};

/**
 * samen_past_edit_describe:
 * @most: at most so many lines; 0 for all
 * @n_left: (out) (optional): how many lines were left out
 *
 * Returns: (transfer full): in words and lines, which records changed, and what in them from what to what.
 */
char *samen_past_edit_describe (SamenPastEdit *self, SamenStore *store, guint most, guint *n_left);

#define SAMEN_TYPE_HISTORY (samen_history_get_type ())

/**
 * SamenHistory:
 *
 * The #SamenPastEdit of a dossier or of one record, the latest first, as a live list that reads an edit
 * when it is asked for.
 */
G_DECLARE_FINAL_TYPE (SamenHistory, samen_history, SAMEN, HISTORY, GObject)

/**
 * samen_history_new:
 * @record: (nullable): the id of the record whose history it is; %NULL for that of the dossier
 *
 * Returns: (transfer full): the history.
 */
SamenHistory *samen_history_new (SamenStore *store, const char *record);

/**
 * samen_store_take_back:
 * @seq: the number of an edit in the log
 * @error: which later edit stands in the way
 *
 * Takes back one edit, however long ago, by writing its inverse as a new edit, which can be undone like
 * any other. What was changed again since stands in the way, and then nothing is done.
 *
 * Returns: whether it was done.
 */
gboolean samen_store_take_back (SamenStore *self, gint64 seq, GError **error);

G_END_DECLS
