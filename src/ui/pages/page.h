/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_PAGE (samen_page_get_type ())

/**
 * SamenPage:
 *
 * A page of a dossier: what all pages have in common is the dossier, and being told when it changes.
 * Property `store` (construct only).
 */
G_DECLARE_DERIVABLE_TYPE (SamenPage, samen_page, SAMEN, PAGE, AdwNavigationPage)

/**
 * SamenPageClass:
 * @fill: called once, when there is a dossier: binds the page's lists
 * @update: called then and after each edit: shows again what is derived from several records
 * @find: gives the widget that shows a record, to bring it into view and focus it, where that is not
 *   simply the one with an action on it; %NULL if there is none
 * @print: (nullable): prints what the page is of
 * @print_label: (nullable): what the main menu calls that, to be translated
 */
struct _SamenPageClass
{
  AdwNavigationPageClass parent_class;
  void (*fill) (SamenPage *self);
  void (*update) (SamenPage *self);
  GtkWidget *(*find) (SamenPage *self, SamenRecord *record);
  void (*print) (SamenPage *self);
  const char *print_label;
};

/** samen_page_print: prints what the page is of, or says why there is nothing to print. */
void samen_page_print (SamenPage *self);

/**
 * samen_page_get_print_label:
 *
 * Returns: (transfer none) (nullable): what the main menu calls that, in the interface's language; %NULL for
 *   a page with nothing of its own to print.
 */
const char *samen_page_get_print_label (SamenPage *self);

/** samen_page_get_store: Returns: (transfer none): the dossier that the page shows. */
SamenStore *samen_page_get_store (SamenPage *self);

/**
 * samen_page_reveal:
 *
 * Brings @record, or else what it is part of, into view, and puts the keyboard focus there; on the page at
 * least, where nothing there shows either.
 *
 * Returns: whether the record itself is to be seen on this page.
 */
gboolean samen_page_reveal (SamenPage *self, SamenRecord *record);

/**
 * samen_page_reveal_add:
 * @table: the table of a type of record
 *
 * Brings what adds such a record into view, and puts the keyboard focus there.
 */
void samen_page_reveal_add (SamenPage *self, const char *table);

/**
 * samen_page_bind_list:
 * @list: a list box
 * @model: (transfer full): what it shows
 * @make_row: makes a row for an item; its data is @self
 *
 * Shows @model in @list, and hides the list while it is empty. Its #SamenRecordRow are updated after each
 * edit.
 */
void samen_page_bind_list (SamenPage *self,
                           GtkListBox *list,
                           GListModel *model,
                           GtkListBoxCreateWidgetFunc make_row);

G_END_DECLS
