/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/**
 * samen_summarise_async:
 * @dossier: a dossier of the library
 * @callback: called with a #GTask
 *
 * Makes a line on it for the chooser, in a thread that opens the dossier for itself.
 */
void samen_summarise_async (SamenDossier *dossier,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/**
 * samen_summarise_finish:
 *
 * Returns: (transfer full) (nullable): its region, its next date, how many points of attention it has; or why
 *   it cannot be opened; %NULL if @result was cancelled.
 */
char *samen_summarise_finish (GAsyncResult *result);

G_END_DECLS
