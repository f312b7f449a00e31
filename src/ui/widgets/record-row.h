/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_RECORD_ROW (samen_record_row_get_type ())

/**
 * SamenRecordRow:
 *
 * A record in a boxed list: its title, and a line below that its page makes. Activating it shows the
 * record's form, Alt+Up and Alt+Down move it where its list has an order of its own, Delete deletes it.
 */
G_DECLARE_FINAL_TYPE (SamenRecordRow, samen_record_row, SAMEN, RECORD_ROW, AdwActionRow)

/** samen_record_row_new: Returns: (transfer floating): a row for @record. */
GtkWidget *samen_record_row_new (SamenRecord *record);

/**
 * SamenRecordDescribe:
 * @record: what the row shows
 * @store: the dossier
 *
 * Returns: (transfer full) (nullable): the line below the title.
 */
typedef char *(*SamenRecordDescribe) (gpointer record, SamenStore *store);

/**
 * samen_record_row_set_describe:
 * @describe: makes the line below the title, now and at each samen_record_row_update()
 */
void samen_record_row_set_describe (SamenRecordRow *self,
                                    SamenStore *store,
                                    SamenRecordDescribe describe);

/**
 * samen_record_row_add_menu:
 *
 * Adds the menu of samen_record_menu_new() at the end of the row, so that what the keys do can be found, and
 * done by touch. Call it after adding what else stands there.
 */
void samen_record_row_add_menu (SamenRecordRow *self);

/** samen_record_row_update: makes the line below the title again; pages call it after each edit. */
void samen_record_row_update (SamenRecordRow *self);

/** samen_record_rows_update: does so for all such rows of @list. */
void samen_record_rows_update (GtkListBox *list);

/** samen_record_rows_find: Returns: (transfer none) (nullable): the row of @list that shows @record. */
GtkWidget *samen_record_rows_find (GtkListBox *list, SamenRecord *record);

/** samen_record_row_get_record: Returns: (transfer none): what the row shows. */
gpointer samen_record_row_get_record (SamenRecordRow *self);

G_END_DECLS
