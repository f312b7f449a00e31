/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/library.h"

G_BEGIN_DECLS

/**
 * SamenImported:
 * @path: the dossier; not open where it is a new one
 * @id: (nullable): the covenant, where the dossier was there already
 */
typedef void (*SamenImported) (const char *path, const char *id, gpointer data);

/**
 * samen_import_text:
 * @parent: a widget in the window
 * @library: where a new dossier goes
 * @store: (nullable): the dossier that the covenant is added to; %NULL to make one of it
 * @imported: called when it is there; @data must live as long as @parent
 *
 * Asks for the text of a covenant, shows what is recognised in it, and adds it when that is confirmed. Reading and writing are done in a thread; what goes wrong is told by a toast.
 */
void samen_import_text (GtkWidget *parent,
                        SamenLibrary *library,
                        SamenStore *store,
                        SamenImported imported,
                        gpointer data);

/** samen_import_pasted: as samen_import_text(), of the text that was copied in another program. */
void samen_import_pasted (GtkWidget *parent,
                          SamenLibrary *library,
                          SamenStore *store,
                          SamenImported imported,
                          gpointer data);

G_END_DECLS
