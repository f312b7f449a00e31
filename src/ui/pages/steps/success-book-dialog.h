/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_SUCCESS_BOOK_DIALOG (samen_success_book_dialog_get_type ())

/** SamenSuccessBookDialog: the milestones that were celebrated, to look at together and to print. */
G_DECLARE_FINAL_TYPE (SamenSuccessBookDialog,
                      samen_success_book_dialog,
                      SAMEN,
                      SUCCESS_BOOK_DIALOG,
                      AdwDialog)

/** samen_success_book_dialog_new: Returns: (transfer floating): the dialog. */
AdwDialog *samen_success_book_dialog_new (SamenStore *store);

/**
 * samen_success_book_print:
 * @parent: where dialogs and toasts appear
 *
 * Prints the book, or says that there is nothing in it yet.
 */
void samen_success_book_print (GtkWidget *parent, SamenStore *store);

G_END_DECLS
