/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/library.h"

G_BEGIN_DECLS

/**
 * SamenImported:
 * @path: a new dossier, not open
 */
typedef void (*SamenImported) (const char *path, gpointer data);

/**
 * samen_import_text:
 * @parent: a widget in the window
 * @library: where the new dossier goes
 * @imported: called when there is one; @data must live as long as @parent
 *
 * Asks for the text of a covenant, shows what is recognised in it, and makes a dossier of it when that is
 * confirmed. Reading and writing are done in a thread; what goes wrong is told by a dialog.
 */
void samen_import_text (GtkWidget *parent,
                        SamenLibrary *library,
                        SamenImported imported,
                        gpointer data);

/** samen_import_file: as samen_import_text(), of a text that somebody chose already. */
void samen_import_file (GtkWidget *parent,
                        SamenLibrary *library,
                        GFile *file,
                        SamenImported imported,
                        gpointer data);

/** samen_import_pasted: as samen_import_text(), of the text that was copied in another program. */
void samen_import_pasted (GtkWidget *parent,
                          SamenLibrary *library,
                          SamenImported imported,
                          gpointer data);

G_END_DECLS
