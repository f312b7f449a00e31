/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

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
 * samen_write_pdf:
 * @store: the dossier
 * @make: makes the document
 * @id: (nullable): handed to @make
 * @path: the file to write
 *
 * Writes a document as a PDF, in a thread of its own with the dossier opened for itself.
 */
void samen_write_pdf (SamenStore *store,
                      SamenMakeDocument make,
                      const char *id,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data);

/** samen_write_pdf_finish: Returns: whether it was written. */
gboolean samen_write_pdf_finish (GAsyncResult *result, GError **error);

G_END_DECLS
