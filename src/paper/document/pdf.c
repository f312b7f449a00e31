/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "document/pdf.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n.h>

#include "base/error.h"
#include "document/pages-private.h"
#include "document/pdf-access.h"

SamenPages *
samen_document_pages (SamenDocument *doc)
{
  SamenPages *pages = g_new0 (SamenPages, 1);

  pages->doc = doc;
  pages->context = samen_type_context_new (samen_document_get_language (doc));
  samen_pages_measure (pages);
  samen_pages_break (pages);
  return pages;
}

void
samen_pages_free (SamenPages *pages)
{
  if (pages == NULL)
    return;

  g_ptr_array_unref (pages->pages);
  g_ptr_array_unref (pages->pieces);
  g_object_unref (pages->context);
  g_free (pages);
}

guint
samen_pages_get_n_pages (SamenPages *pages)
{
  return pages->pages->len;
}

void
samen_document_draw_page (SamenPages *pages, guint n, cairo_t *cr)
{
  samen_pages_draw (pages, n, cr, NULL);
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, SamenDocument *doc)
{
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (samen_document_get_created (doc));
  g_autofree char *date =
      created != NULL ? g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  samen_document_get_title (doc));
  if (samen_document_get_author (doc) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    samen_document_get_author (doc));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Samenspel");
  if (date != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* Headings of page @n; @parents has the last entry of each level. */
static void
add_outline (cairo_surface_t *surface, SamenPages *pages, guint n, int parents[4])
{
  GArray *page = g_ptr_array_index (pages->pages, n);

  for (guint i = 0; i < page->len; i++)
    {
      const SamenPlace *place = &g_array_index (page, SamenPlace, i);
      SamenBlock *block = place->piece->block;
      g_autofree char *name = NULL;
      g_autofree char *link = NULL;

      if (place->piece->kind != SAMEN_PIECE_HEADING || place->first > 0)
        continue;
      name = g_strjoin (block->mark != NULL && *block->text != '\0' ? " " : "",
                        block->mark != NULL ? block->mark : "", block->text, NULL);
      link = g_strdup_printf ("page=%u pos=[%d %d]", n + 1, (int) SAMEN_MARGIN,
                              (int) MAX (SAMEN_MARGIN + place->y - 12, 0));
      parents[block->level] = cairo_pdf_surface_add_outline (
          surface, parents[block->level - 1], name, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
      for (int level = block->level + 1; level < 4; level++)
        parents[level] = parents[block->level];
    }
}

static void
collect_alts (SamenBlock *block, GPtrArray *alts)
{
  if (block->kind == SAMEN_BLOCK_FIGURE)
    g_ptr_array_add (alts, block->text);
  for (guint i = 0; i < samen_block_get_n_children (block); i++)
    collect_alts (samen_block_get_child (block, i), alts);
}

static gboolean
draw_all (SamenPages *pages, cairo_surface_t *surface, GCancellable *cancellable, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  SamenTags *tags = samen_tags_new (cr);
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT,
                     CAIRO_PDF_OUTLINE_ROOT };
  gboolean go_on = TRUE;

  for (guint i = 0; i < pages->pages->len && go_on; i++)
    {
      go_on = !g_cancellable_set_error_if_cancelled (cancellable, error);
      samen_pages_draw (pages, i, cr, tags);
      add_outline (surface, pages, i, parents);
      /* the last page ends with the tags that are still open */
      if (i + 1 < pages->pages->len)
        cairo_show_page (cr);
    }
  samen_tags_free (tags);
  cairo_show_page (cr);
  cairo_destroy (cr);
  return go_on;
}

GBytes *
samen_document_to_pdf (SamenDocument *doc, GCancellable *cancellable, GError **error)
{
  g_autoptr (SamenPages) pages = samen_document_pages (doc);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) alts = g_ptr_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean drawn;

  surface =
      cairo_pdf_surface_create_for_stream (write_bytes, bytes, SAMEN_PAGE_WIDTH, SAMEN_PAGE_HEIGHT);
  /* later versions hide the objects that samen_pdf_add_access() completes */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, doc);
  drawn = draw_all (pages, surface, cancellable, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!drawn)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
                   _ ("The document could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  collect_alts (samen_document_get_root (doc), alts);
  samen_pdf_add_access (bytes, samen_document_get_language (doc), alts);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
set_write_error (GError **error, const char *path, GError *cause)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FULL,
                 _ ("There is no room for “%s”. Free some space, or choose another folder."),
                 shown);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_READ_ONLY,
                 _ ("“%s” may not be written there. Choose another folder."), shown);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND,
                 _ ("The folder for “%s” is gone. Choose another folder."), shown);
  else
    g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
                 _ ("“%s” could not be written. Choose another folder, or try again. (%s)"), shown,
                 cause->message);
}

gboolean
samen_document_write_pdf (SamenDocument *doc,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GBytes) bytes = samen_document_to_pdf (doc, cancellable, error);
  g_autoptr (GError) cause = NULL;

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                &cause))
    return TRUE;
  set_write_error (error, path, cause);
  return FALSE;
}

char *
samen_pdf_file_name (const char *title)
{
  g_autofree char *name = g_strdup (title);

  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  if (g_utf8_strlen (name, -1) > 80)
    *g_utf8_offset_to_pointer (name, 80) = '\0';
  g_strstrip (name);
  return g_strconcat (*name != '.' ? name : "-", ".pdf", NULL);
}
