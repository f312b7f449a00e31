/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * A document on A4 pages: laid out once, then drawn on any cairo_t (a printer,
 * a preview) or written as a tagged PDF.
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "document/document.h"

G_BEGIN_DECLS

/* A4, in points (1/72 inch). */
#define SAMEN_PAGE_WIDTH 595.276
#define SAMEN_PAGE_HEIGHT 841.890

typedef struct _SamenPages SamenPages;

/**
 * samen_pdf_file_name:
 * @title: the title of a document
 *
 * Returns: (transfer full): a file name for it: what no file system likes becomes a dash, and a long title
 *   is cut
 */
char *samen_pdf_file_name (const char *title);

/**
 * samen_document_write_pdf:
 * @doc: a document
 * @path: file to write; an existing one is replaced
 * @cancellable: (nullable): checked between pages
 * @error: return location
 *
 * Writes @doc as a tagged PDF with an outline and embedded fonts. The file is
 * made beside @path and then renamed, so that @path is either the whole
 * document or what it was.
 *
 * Returns: TRUE, or FALSE with @error set: a SAMEN_ERROR with a message that
 *   says what to do, or G_IO_ERROR_CANCELLED
 */
gboolean samen_document_write_pdf (SamenDocument *doc,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * samen_document_to_pdf:
 *
 * As samen_document_write_pdf(), into memory.
 *
 * Returns: (transfer full): the bytes of the PDF, or NULL with @error set
 */
GBytes *samen_document_to_pdf (SamenDocument *doc, GCancellable *cancellable, GError **error);

/**
 * samen_document_pages:
 * @doc: a document; must outlive the pages and not change meanwhile
 *
 * Returns: (transfer full): @doc broken into pages, at least one; free with
 *   samen_pages_free(), in the thread that made it
 */
SamenPages *samen_document_pages (SamenDocument *doc);

void samen_pages_free (SamenPages *pages);

/* Returns: the number of pages, at least 1 */
guint samen_pages_get_n_pages (SamenPages *pages);

/**
 * samen_document_draw_page:
 * @pages: from samen_document_pages()
 * @n: page, from 0; a page that does not exist draws nothing
 * @cr: where to draw; its origin is the corner of the paper, its unit a point
 *
 * Draws one page, margins included, without painting the paper. The state of
 * @cr is restored.
 */
void samen_document_draw_page (SamenPages *pages, guint n, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenPages, samen_pages_free)

G_END_DECLS
