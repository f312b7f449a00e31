/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * samen_pdf_add_access:
 * @pdf: a PDF by cairo with a plain cross-reference table (version 1.4)
 * @language: BCP 47 tag
 * @alts: descriptions of the figures, in the order of the document
 *
 * Appends what assistive technology asks for and cairo cannot write: the
 * language of the document, the descriptions of its figures, and that a
 * window shows its title. This is an incremental update, as the PDF standard
 * calls it. A @pdf that is not as expected is left as it is.
 *
 * Returns: whether @pdf was completed
 */
gboolean samen_pdf_add_access (GByteArray *pdf, const char *language, GPtrArray *alts);

G_END_DECLS
