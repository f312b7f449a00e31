/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/library.h"

G_BEGIN_DECLS

/**
 * samen_import_text:
 * @window: the window, which has the actions `win.open-dossier`, `win.go` and `win.reveal-record`
 * @library: where a new dossier goes
 * @store: (nullable): the dossier that the covenant is added to; %NULL to make one of it
 *
 * Asks for the text of a covenant, shows what is recognised in it, and adds it and shows it when that
 * is confirmed. Reading and writing are done in a thread; what goes wrong is told by a dialog.
 */
void samen_import_text (GtkWidget *window, SamenLibrary *library, SamenStore *store);

/** samen_import_file: as samen_import_text(), of a text that somebody chose already. */
void samen_import_file (GtkWidget *window, SamenLibrary *library, SamenStore *store, GFile *file);

/** samen_import_pasted: as samen_import_text(), of the text that was copied in another program. */
void samen_import_pasted (GtkWidget *window, SamenLibrary *library, SamenStore *store);

G_END_DECLS
