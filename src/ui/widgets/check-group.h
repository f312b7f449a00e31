/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAMEN_TYPE_CHECK_GROUP (samen_check_group_get_type ())

/**
 * SamenCheckGroup:
 *
 * A group of rows to choose any number of, with a button to choose all. Signal `changed`, when another row
 * is chosen.
 */
G_DECLARE_FINAL_TYPE (SamenCheckGroup, samen_check_group, SAMEN, CHECK_GROUP, AdwPreferencesGroup)

/** samen_check_group_new: @title: its title. Returns: (transfer floating): a group without rows. */
SamenCheckGroup *samen_check_group_new (const char *title);

/**
 * samen_check_group_add:
 * @row: an #AdwActionRow or #AdwExpanderRow; what it is called, is what the box to tick is called
 * @object: what the row is of
 */
void samen_check_group_add (SamenCheckGroup *self, GtkWidget *row, gpointer object);

/** samen_check_group_add_line: as samen_check_group_add(), with a row of a @title and @subtitle (nullable). */
void samen_check_group_add_line (SamenCheckGroup *self,
                                 const char *title,
                                 const char *subtitle,
                                 gpointer object);

/** samen_check_group_choose: chooses the row of @object. */
void samen_check_group_choose (SamenCheckGroup *self, gpointer object);

/** samen_check_group_is_chosen: Returns: whether the row of @object is chosen. */
gboolean samen_check_group_is_chosen (SamenCheckGroup *self, gpointer object);

/** samen_check_group_get_first: Returns: (transfer none) (nullable): what is checked in the first row. */
GtkWidget *samen_check_group_get_first (SamenCheckGroup *self);

/** samen_check_group_list: Returns: (transfer full): what the chosen rows are of, in their order, owned. */
GPtrArray *samen_check_group_list (SamenCheckGroup *self);

G_END_DECLS
