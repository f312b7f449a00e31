/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "dialogs/write-pdf.h"

G_BEGIN_DECLS

/**
 * samen_print:
 * @parent: where dialogs and toasts appear
 * @store: the dossier
 * @title: what is printed
 * @make: makes the document
 * @id: (nullable): handed to @make
 *
 * Prints a document: the same pages as its PDF. That is made in a thread of its own, and handed to the
 * print dialog, which in a sandbox is the portal's.
 */
void samen_print (GtkWidget *parent,
                  SamenStore *store,
                  const char *title,
                  SamenMakeDocument make,
                  const char *id);

G_END_DECLS
