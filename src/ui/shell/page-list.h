/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SamenPageEntry:
 * @name: how actions call the page
 * @title: how people call it, to be translated
 * @icon: its icon
 * @get_type: its class, a #SamenPage
 *
 * A page of a dossier in the sidebar.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
} SamenPageEntry;

/** samen_page_list_fill: puts a row for each page into @list. */
void samen_page_list_fill (GtkListBox *list);

/** samen_page_list_get: Returns: (transfer none) (nullable): the page at @place, from 0; %NULL past the last. */
const SamenPageEntry *samen_page_list_get (guint place);

/** samen_page_list_find: Returns: (transfer none) (nullable): the page called @name. */
const SamenPageEntry *samen_page_list_find (const char *name);

/** samen_page_list_get_entry: Returns: (transfer none): the page of @row. */
const SamenPageEntry *samen_page_list_get_entry (GtkListBoxRow *row);

/** samen_page_list_get_row: Returns: (transfer none): the row of @entry. */
GtkListBoxRow *samen_page_list_get_row (GtkListBox *list, const SamenPageEntry *entry);

G_END_DECLS
