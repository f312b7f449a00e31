/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SamenMakeDocument:
 * @store: the dossier, opened for this
 * @id: what the document is of, if it is of one record
 *
 * Called in a thread of its own.
 *
 * Returns: (transfer full) (nullable): the document; %NULL if there is nothing to make one of.
 */
typedef SamenDocument *(*SamenMakeDocument) (SamenStore *store, const char *id);

/**
 * samen_export_pdf:
 * @parent: where dialogs and toasts appear
 * @store: the dossier
 * @title: what the file is called at first
 * @make: makes the document
 * @id: (nullable): handed to @make
 *
 * Asks where to, and writes a document as a PDF there, in a thread of its own.
 */
void samen_export_pdf (GtkWidget *parent,
                       SamenStore *store,
                       const char *title,
                       SamenMakeDocument make,
                       const char *id);

G_END_DECLS
