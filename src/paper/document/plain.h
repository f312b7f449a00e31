/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "document/document.h"

G_BEGIN_DECLS

/**
 * samen_document_add_plain:
 * @doc: a document
 * @text: (nullable): a text of several lines, as people type it
 *
 * Adds what the lines look like. An empty line ends a paragraph; lines that begin with a dash, a bullet or
 * a short number or letter make a list, and two spaces before these a list within the item above; lines of
 * cells between bars make a table, and a line of dashes in it makes the lines before it its header.
 */
void samen_document_add_plain (SamenDocument *doc, const char *text);

G_END_DECLS
