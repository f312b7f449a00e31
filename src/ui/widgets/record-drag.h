/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SamenDropPlace:
 * @row: (inout): the row that the pointer is on; may be changed to another of the list
 * @after: (inout): whether it is in its lower half: @dragged would come after @row, not before
 *
 * Decides where @dragged would come. A list of rows that are of one kind needs none.
 *
 * Returns: whether it can be dropped there.
 */
typedef gboolean (*SamenDropPlace) (GtkListBoxRow *dragged,
                                    GtkListBoxRow **row,
                                    gboolean *after,
                                    gpointer data);

/** SamenDropMove: moves @dragged before or after @row, a place that the list's #SamenDropPlace gave. */
typedef void (*SamenDropMove) (GtkListBoxRow *dragged,
                               GtkListBoxRow *row,
                               gboolean after,
                               gpointer data);

/**
 * samen_record_drag_install:
 * @list: a list of rows whose action is about the table and id of a record, such as #SamenRecordRow
 *
 * Lets the rows of @list be dragged to another place in it. A line shows where a row would come, and the
 * page scrolls where its edge is reached. Dropping does "record.move", as Alt+Up and Alt+Down do; to its
 * own place, and among records of another type, a row cannot be dropped.
 */
void samen_record_drag_install (GtkListBox *list);

/**
 * samen_record_drag_install_full:
 * @place: decides where a row can come
 * @move: moves it there
 * @data: for both
 *
 * As samen_record_drag_install(), for a list of several kinds of rows.
 */
void samen_record_drag_install_full (GtkListBox *list,
                                     SamenDropPlace place,
                                     SamenDropMove move,
                                     gpointer data);

/** samen_record_drag_set_enabled: whether rows of @list, once installed, can be dragged now. */
void samen_record_drag_set_enabled (GtkListBox *list, gboolean enabled);

G_END_DECLS
