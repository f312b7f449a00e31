/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#define _GNU_SOURCE /* memmem */

#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "document/type.h"
#include "document/pdf.h"
#include "sample.h"

static void
test_scripts (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", "עברית 🎉");
  g_autofree char *path = sample_output ("scripts.pdf");
  g_autoptr (GError) error = NULL;

  samen_document_add_title (doc, "Viering 🎉👩🏽‍🎓", "العربية");
  samen_document_add_heading (doc, 1, "סעיף 1", "מטרה");
  samen_document_add_paragraph (doc,
                                "שלום, dit is gemengd עם נקודה. 日本語 ไทย हिन्दी \xef\xbf\xbd");
  samen_document_begin_list (doc, SAMEN_MARKS_LOWER_ROMAN);
  samen_document_add_item (doc, "א.", "הצדדים מסכימים");
  samen_document_add_item (doc, NULL, "z\xcc\x88\xcc\x88\xcc\x88\xcc\x88\xcc\x88");
  samen_document_end_list (doc);
  samen_document_add_signature (doc, &(SamenSigner) { "ארגון", "🎉" });
  g_assert_true (samen_document_write_pdf (doc, path, NULL, &error));
  g_assert_no_error (error);
}

static void
test_deterministic (void)
{
  g_autoptr (SamenDocument) one = sample_covenant ();
  g_autoptr (SamenDocument) other = sample_covenant ();
  g_autoptr (GBytes) first = samen_document_to_pdf (one, NULL, NULL);
  g_autoptr (GBytes) again = samen_document_to_pdf (one, NULL, NULL);
  g_autoptr (GBytes) second = samen_document_to_pdf (other, NULL, NULL);

  g_assert_true (g_bytes_equal (first, again));
  g_assert_true (g_bytes_equal (first, second));
  samen_document_set_created (other, 1773273601);
  g_bytes_unref (g_steal_pointer (&again));
  again = samen_document_to_pdf (other, NULL, NULL);
  g_assert_false (g_bytes_equal (first, again));
}

static void
test_errors (void)
{
  g_autoptr (SamenDocument) doc = sample_covenant ();
  g_autofree char *folder = g_dir_make_tmp ("samenspel-XXXXXX", NULL);
  g_autofree char *gone = g_build_filename (folder, "gone", "convenant.pdf", NULL);
  g_autofree char *path = g_build_filename (folder, "convenant.pdf", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *content = NULL;

  g_assert_false (samen_document_write_pdf (doc, gone, NULL, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "convenant.pdf"));
  g_clear_error (&error);

  g_file_set_contents (path, "what was", -1, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancelled);
  g_assert_false (samen_document_write_pdf (doc, path, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (samen_document_to_pdf (doc, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "what was");

  g_assert_true (samen_document_write_pdf (doc, path, NULL, &error));
  g_assert_no_error (error);

  /* nothing stands beside it */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "convenant.pdf");
  g_assert_null (g_dir_read_name (dir));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_read_only_folder (void)
{
  g_autoptr (SamenDocument) doc = sample_covenant ();
  g_autofree char *folder = g_dir_make_tmp ("samenspel-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "convenant.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_chmod (folder, 0500);
  if (g_access (folder, W_OK) == 0)
    g_test_skip ("this user may write everywhere");
  else
    {
      g_assert_false (samen_document_write_pdf (doc, path, NULL, &error));
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_READ_ONLY);
    }
  g_rmdir (folder);
}

/* Drawing for a printer leaves the cairo_t as it was, and draws something. */
static void
test_draw_page (void)
{
  g_autoptr (SamenDocument) doc = sample_covenant ();
  g_autoptr (SamenPages) pages = samen_document_pages (doc);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t before;
  cairo_matrix_t after;
  double x, y, width, height;

  cairo_scale (cr, 2, 2);
  cairo_get_matrix (cr, &before);
  samen_document_draw_page (pages, 99, cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (width, ==, 0);
  samen_document_draw_page (pages, 0, cr);
  cairo_get_matrix (cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >, 2 * SAMEN_MARGIN - 8);
  g_assert_cmpfloat (x + width, <, 2 * (SAMEN_PAGE_WIDTH - SAMEN_MARGIN) + 8);
  g_assert_cmpfloat (y, >, 2 * SAMEN_MARGIN - 8);
  g_assert_cmpfloat (y + height, <, 2 * SAMEN_PAGE_HEIGHT - 60);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* ---- what other programs read in it */

/* Returns: what @command says of the covenant, or NULL when it is not here */
static char *
ask (const char *command, const char *first, const char *second)
{
  g_autoptr (SamenDocument) doc = sample_covenant ();
  g_autofree char *path = sample_output ("covenant.pdf");
  g_autofree char *program = g_find_program_in_path (command);
  const char *argv[] = { command, first != NULL ? first : path, first != NULL ? path : second,
                         second, NULL };
  g_autoptr (GError) error = NULL;
  char *said = NULL;
  int status;

  samen_document_write_pdf (doc, path, NULL, &error);
  g_assert_no_error (error);
  if (program == NULL)
    {
      g_autofree char *why = g_strdup_printf ("%s is not installed", command);

      g_test_skip (why);
      return NULL;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return said;
}

static void
assert_in_order (const char *text, const char *const *words)
{
  const char *at = text;

  for (; *words != NULL; words++)
    {
      const char *found = strstr (at, *words);

      if (found == NULL)
        g_test_message ("not in its place: %s", *words);
      g_assert_nonnull (found);
      at = found + strlen (*words);
    }
}

static void
test_text (void)
{
  g_autofree char *text = ask ("pdftotext", "-raw", "-");
  static const char *const words[] = {
    "Convenant Samen opleiden",
    "Tussen onderwijs",
    "Partijen",
    "1.",
    "Stichting Regionaal",
    "“de school”",
    "2.",
    "Zorggroep De Linde",
    "overwegende dat:",
    "–",
    "tekort aan goed opgeleide",
    "komen overeen",
    "Artikel 1 Doel",
    "Artikel 2 Inspanningen",
    "2.1",
    "2.2",
    "a.",
    "i.",
    "ii.",
    "b.",
    "2.10",
    "Concept van",
    "1 / 3",
    "Evaluatiecriterium",
    "62 %",
    "Leerplaatsen per half jaar",
    "Toelichting",
    "Ondertekening",
    "Plaats",
    "Handtekening",
    "Kinderopvang Bij de Boom",
    "Naam",
    "3 / 3",
    NULL,
  };

  if (text != NULL)
    assert_in_order (text, words);
}

static void
test_structure (void)
{
  g_autofree char *text = ask ("pdfinfo", "-struct-text", NULL);
  static const char *const words[] = {
    "Document",
    "H1",
    "Convenant Samen opleiden in de Rijnstreek",
    "P",
    "Tussen onderwijs",
    "H2",
    "Partijen",
    "L ",
    "LI",
    "Lbl",
    "1.",
    "LBody",
    "te Alphen aan den Rijn, te dezen",
    "H2",
    "\"Artikel 1 Doel\"",
    "Table",
    "TR",
    "TH",
    "Evaluatiecriterium",
    "TH",
    "Nu",
    "TR",
    "TD",
    "Studenten",
    "Figure",
    "P ",
    "Leerplaatsen per half jaar",
    "Sect",
    "Ondertekening",
    "Sect",
    "\"Plaats Leiden\"",
    NULL,
  };

  if (text == NULL)
    return;
  assert_in_order (text, words);
  /* neither the footer nor a repeated header is content */
  g_assert_null (strstr (text, "1 / 3"));
  g_assert_null (strstr (strstr (text, "Evaluatiecriterium") + 1, "Evaluatiecriterium"));
}

static void
test_metadata (void)
{
  g_autofree char *text = ask ("pdfinfo", "-isodates", NULL);
  static const char *const words[] = {
    "Convenant Samen opleiden in de Rijnstreek",
    "Samenwerkingsverband Rijnstreek",
    "2026-03-12",
    "Tagged:          yes",
    "(A4)",
    NULL,
  };

  if (text != NULL)
    assert_in_order (text, words);
}

static void
test_fonts (void)
{
  g_autofree char *text = ask ("pdffonts", NULL, NULL);
  g_auto (GStrv) lines = NULL;
  guint fonts = 0;

  if (text == NULL)
    return;
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      /* "emb sub uni", embedded and with a way back to text */
      g_assert_nonnull (strstr (lines[i], " yes yes yes "));
      fonts++;
    }
  g_assert_cmpuint (fonts, >=, 3);
}

static void
test_syntax (void)
{
  g_autofree char *text = ask ("qpdf", "--check", NULL);

  if (text != NULL)
    g_assert_null (strstr (text, "WARNING"));
}

static void
test_access (void)
{
  g_autofree char *text = ask ("qpdf", "--qdf", "-");

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "/Lang (nl)"));
  g_assert_nonnull (strstr (text, "/DisplayDocTitle true"));
  g_assert_nonnull (strstr (text, "/Outlines"));
  /* "Vier" in UTF-16 */
  g_assert_nonnull (strstr (text, "/Alt <feff0056006900650072"));
}

/* Each figure has its own description, in the order of the document. */
static void
test_figures (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl-NL) /Evil (", "Figuren");
  g_autoptr (GBytes) pdf = NULL;
  const char *text;
  const char *one;
  const char *two;

  samen_document_add_figure (doc, 0, 50, "A (1)", NULL, NULL, NULL, NULL);
  samen_document_begin_list (doc, SAMEN_MARKS_DASH);
  samen_document_add_item (doc, NULL, "in een lijst");
  samen_document_add_figure (doc, 90, 50, "B🎉", "bijschrift", NULL, NULL, NULL);
  samen_document_end_list (doc);
  pdf = samen_document_to_pdf (doc, NULL, NULL);
  text = g_bytes_get_data (pdf, NULL);
  one = memmem (text, g_bytes_get_size (pdf), "/Alt <FEFF00410020002800310029>", 31);
  two = memmem (text, g_bytes_get_size (pdf), "/Alt <FEFF0042D83CDF89>", 23);
  g_assert_nonnull (one);
  g_assert_nonnull (two);
  g_assert_true (one < two);
  g_assert_null (memmem (text, g_bytes_get_size (pdf), "/Evil (", 7));
}

static void
test_sixty_pages_read (void)
{
  g_autoptr (SamenDocument) doc = sample_articles (60);
  g_autofree char *path = sample_output ("articles.pdf");
  g_autofree char *program = g_find_program_in_path ("pdfinfo");
  const char *argv[] = { "pdfinfo", "-struct-text", path, NULL };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paragraphs = NULL;
  guint whole = 0;

  samen_document_write_pdf (doc, path, NULL, &error);
  g_assert_no_error (error);
  if (program == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, NULL,
                &error);
  g_assert_no_error (error);
  /* a paragraph over two pages is one paragraph */
  paragraphs = g_strsplit (said, "\n  P (block)\n", -1);
  for (guint i = 1; paragraphs[i] != NULL; i++)
    whole += g_str_has_prefix (g_strstrip (paragraphs[i]), "\"Partijen leiden samen");
  g_assert_cmpuint (whole, ==, 60);
  g_assert_cmpuint (g_strv_length (paragraphs), ==, 61);
}

#define ADD(path, function) g_test_add_func ("/pdf/" path, function)

int
main (int argc, char **argv)
{
  int rc;

  g_test_init (&argc, &argv, NULL);
  ADD ("draw-page", test_draw_page);
  ADD ("scripts", test_scripts);
  ADD ("deterministic", test_deterministic);
  ADD ("errors", test_errors);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("text", test_text);
  ADD ("structure", test_structure);
  ADD ("metadata", test_metadata);
  ADD ("fonts", test_fonts);
  ADD ("syntax", test_syntax);
  ADD ("access", test_access);
  ADD ("figures", test_figures);
  ADD ("sixty-pages-read", test_sixty_pages_read);
  rc = g_test_run ();
  pango_cairo_font_map_set_default (NULL);
  return rc;
}
