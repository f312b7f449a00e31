/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "dialogs/write-pdf.h"

G_BEGIN_DECLS

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
