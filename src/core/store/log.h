/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_store_undo:
 * @label: (out) (optional) (transfer full): what was taken back, in the interface's language
 *
 * Takes back the latest edit that still stands, by writing its inverse; that survives a restart. A
 * record that the edit began is deleted.
 *
 * Returns: whether it was done; with nothing to undo, %FALSE with %SAMEN_ERROR_NOT_FOUND.
 */
gboolean samen_store_undo (SamenStore *self, char **label, GError **error);

/**
 * samen_store_redo:
 * @label: (out) (optional) (transfer full): what was done again, in the interface's language
 *
 * Does again what was undone last, as long as nothing new was done since.
 *
 * Returns: whether it was done; with nothing to redo, %FALSE with %SAMEN_ERROR_NOT_FOUND.
 */
gboolean samen_store_redo (SamenStore *self, char **label, GError **error);

#define SAMEN_TYPE_LOG_ENTRY (samen_log_entry_get_type ())

G_DECLARE_FINAL_TYPE (SamenLogEntry, samen_log_entry, SAMEN, LOG_ENTRY, GObject)

/**
 * SamenLogEntry:
 * @edit: the number of the edit in this dossier's log
 * @label: what was done, as a source string in the context "edit"
 * @author: who did it; may be empty
 * @time: when, in milliseconds since 1970 by the clock of the computer it was done on
 * @undone: whether this edit was taken back since
 * @change: what became of one field
 *
 * One change as the history tells it. The members may be read.
 */
struct _SamenLogEntry
{
  GObject parent_instance;
  gint64 edit;
  char *label;
  char *author;
  gint64 time;
  gboolean undone;
  SamenChange *change;
};

/**
 * samen_store_history:
 * @record: (nullable): the id of the record whose history it is; %NULL for that of the dossier
 * @limit: at most so many changes; 0 for all
 *
 * Returns: (transfer full): the changes as #SamenLogEntry, the latest first.
 */
GListModel *samen_store_history (SamenStore *self, const char *record, guint limit);

/**
 * samen_store_first_value:
 * @record: any record
 * @field: the name of one of its fields
 *
 * Returns: (transfer full) (nullable): the first thing that the field ever held: from which date a
 *   milestone was moved. What was undone does not count.
 */
GVariant *samen_store_first_value (SamenStore *self, SamenRecord *record, const char *field);

/** samen_store_first_date: as samen_store_first_value(), of a date; no date where there never was one. */
SamenDate samen_store_first_date (SamenStore *self, SamenRecord *record, const char *field);

/**
 * samen_store_added_on:
 *
 * Returns: the day on which the record was added to the dossier, by the clock of that computer.
 */
SamenDate samen_store_added_on (SamenStore *self, SamenRecord *record);

G_END_DECLS
