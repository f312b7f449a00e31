/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "document/pages-private.h"
#include "sample.h"

typedef struct
{
  guint lines; /* of the piece that were placed */
  guint places;
} Seen;

/* Every line of every piece stands on one page, in order, within the margins
 * and below what came before it. */
static void
assert_whole (SamenPages *pages)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages->pages, i);
      double foot = 0;

      for (guint j = 0; j < page->len; j++)
        {
          const SamenPlace *place = &g_array_index (page, SamenPlace, j);
          Seen *piece = g_hash_table_lookup (seen, place->piece);

          g_assert_cmpfloat (place->y, >=, foot - 0.01);
          g_assert_cmpfloat (place->y + place->height, <=, SAMEN_TEXT_HEIGHT + 0.1);
          foot = place->y + place->height;
          if (place->repeated)
            {
              g_assert_cmpuint (j, ==, 0);
              continue;
            }
          if (piece == NULL)
            {
              piece = g_new0 (Seen, 1);
              g_hash_table_insert (seen, place->piece, piece);
            }
          g_assert_cmpuint (place->first, ==, piece->lines);
          piece->lines = place->last;
          piece->places++;
        }
    }
  for (guint i = 0; i < pages->pieces->len; i++)
    {
      SamenPiece *piece = g_ptr_array_index (pages->pieces, i);
      Seen *found = g_hash_table_lookup (seen, piece);

      if (piece->kind == SAMEN_PIECE_BREAK)
        continue;
      g_assert_nonnull (found);
      g_assert_cmpuint (found->lines, ==, piece->n_lines);
      if (piece->kind == SAMEN_PIECE_SIGNATURES || piece->kind == SAMEN_PIECE_FIGURE)
        g_assert_cmpuint (found->places, ==, 1);
    }
}

/* Paragraphs leave two lines on either side; headings and headers of tables
 * are followed by something. */
static void
assert_well_set (SamenPages *pages)
{
  for (guint i = 0; i + 1 < pages->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages->pages, i);
      const SamenPlace *last;

      g_assert_cmpuint (page->len, >, 0);
      last = &g_array_index (page, SamenPlace, page->len - 1);
      g_assert_cmpint (last->piece->kind, !=, SAMEN_PIECE_HEADING);
      g_assert_cmpint (last->piece->kind, !=, SAMEN_PIECE_HEADER);
      if (last->piece->kind != SAMEN_PIECE_TEXT || last->last == last->piece->n_lines)
        continue;
      g_assert_cmpuint (last->last - last->first, >=, 2);
      g_assert_cmpuint (last->piece->n_lines - last->last, >=, 2);
    }
}

static SamenPages *
lay_out (SamenDocument *doc)
{
  SamenPages *pages = samen_document_pages (doc);

  assert_whole (pages);
  assert_well_set (pages);
  return pages;
}

static void
test_breaks (void)
{
  for (guint n = 1; n <= 60; n += 3)
    {
      g_autoptr (SamenDocument) doc = sample_articles (n);
      g_autoptr (SamenPages) pages = lay_out (doc);

      g_assert_cmpuint (samen_pages_get_n_pages (pages), >=, (n + 4) / 5);
    }
}

static void
test_one_five_sixty (void)
{
  static const guint wanted[] = { 1, 5, 60 };
  guint found = 0;

  for (guint n = 1; n <= 240 && found < G_N_ELEMENTS (wanted); n += 4)
    {
      g_autoptr (SamenDocument) doc = sample_articles (n);
      g_autoptr (SamenPages) pages = samen_document_pages (doc);

      if (samen_pages_get_n_pages (pages) < wanted[found])
        continue;
      g_assert_cmpuint (samen_pages_get_n_pages (pages), <=, wanted[found] + 3);
      assert_whole (pages);
      assert_well_set (pages);
      found++;
    }
  g_assert_cmpuint (found, ==, G_N_ELEMENTS (wanted));
}

/* However far down the page a signature begins, it is not split, and the
 * heading above it comes along. */
static void
test_signatures (void)
{
  for (guint n = 0; n < 40; n++)
    {
      g_autoptr (SamenDocument) doc = samen_document_new ("nl", "Convenant");
      g_autoptr (SamenPages) pages = NULL;
      guint cards = 0;

      samen_document_add_title (doc, "Convenant", NULL);
      for (guint i = 0; i < n; i++)
        samen_document_add_paragraph (doc, "Een regel.");
      samen_document_add_heading (doc, 1, NULL, "Ondertekening");
      for (guint i = 0; i < 7; i++)
        samen_document_add_signature (
            doc, &(SamenSigner) { i == 3 ? SAMPLE_TEXT SAMPLE_TEXT SAMPLE_TEXT SAMPLE_TEXT
                                               SAMPLE_TEXT SAMPLE_TEXT SAMPLE_TEXT SAMPLE_TEXT
                                         : "Zorggroep De Linde",
                                  i % 2 ? NULL : "mevrouw A. de Wit", "bestuurder", NULL,
                                  i == 5 ? SAMPLE_TEXT : NULL });

      pages = lay_out (doc);
      for (guint i = 0; i < pages->pieces->len; i++)
        {
          const SamenPiece *piece = g_ptr_array_index (pages->pieces, i);

          if (piece->kind == SAMEN_PIECE_SIGNATURES)
            cards += piece->cards->len;
        }
      g_assert_cmpuint (cards, ==, 7);
    }
}

static guint
page_of (SamenPages *pages, SamenPieceKind kind, guint n)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages->pages, i);

      for (guint j = 0; j < page->len; j++)
        if (g_array_index (page, SamenPlace, j).piece->kind == kind && n-- == 0)
          return i;
    }
  g_assert_not_reached ();
}

static void
test_keep (void)
{
  for (guint n = 20; n < 40; n++)
    {
      g_autoptr (SamenDocument) doc = samen_document_new ("nl", "Convenant");
      g_autoptr (SamenPages) pages = NULL;

      for (guint i = 0; i < n; i++)
        samen_document_add_paragraph (doc, "Een regel.");
      samen_document_begin_keep (doc);
      samen_document_add_heading (doc, 1, NULL, "Ondertekening");
      samen_document_add_paragraph (doc, SAMPLE_TEXT SAMPLE_TEXT SAMPLE_TEXT SAMPLE_TEXT);
      samen_document_add_signature (doc, &(SamenSigner) { "De Linde" });
      samen_document_add_signature (doc, &(SamenSigner) { "De Boom" });
      samen_document_add_signature (doc, &(SamenSigner) { "De Wilg" });
      samen_document_end_keep (doc);

      pages = lay_out (doc);
      g_assert_cmpuint (page_of (pages, SAMEN_PIECE_HEADING, 0), ==,
                        page_of (pages, SAMEN_PIECE_SIGNATURES, 1));
    }
}

/* A group that is higher than a page breaks like any text. */
static void
test_keep_too_much (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", "Convenant");
  g_autoptr (SamenPages) pages = NULL;

  samen_document_add_paragraph (doc, "Ervoor.");
  samen_document_begin_keep (doc);
  for (guint i = 0; i < 40; i++)
    samen_document_add_paragraph (doc, SAMPLE_TEXT);
  samen_document_end_keep (doc);
  pages = lay_out (doc);
  g_assert_cmpuint (samen_pages_get_n_pages (pages), ==, 3);
}

static void
test_table_header (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", "Tabel");
  g_autoptr (SamenPages) pages = NULL;
  const SamenColumn columns[] = { { "Wat", 3 }, { "Hoeveel", 1, SAMEN_ALIGN_END } };

  samen_document_begin_table (doc, columns, 2);
  for (guint i = 0; i < 100; i++)
    samen_document_add_row (doc, (const char *const[]) { "Leerplaatsen in de wijk", "14", NULL });
  /* higher than a page: it breaks, with the header above each part */
  {
    GString *cell = g_string_new (NULL);

    for (guint i = 0; i < 60; i++)
      g_string_append (cell, SAMPLE_TEXT);
    samen_document_add_row (doc, (const char *const[]) { cell->str, "15", NULL });
    g_string_free (cell, TRUE);
  }
  samen_document_end_table (doc);

  pages = lay_out (doc);
  g_assert_cmpuint (samen_pages_get_n_pages (pages), >=, 6);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages->pages, i);

      g_assert_cmpint (g_array_index (page, SamenPlace, 0).piece->kind, ==, SAMEN_PIECE_HEADER);
      g_assert_cmpint (g_array_index (page, SamenPlace, 0).repeated, ==, i > 0);
      g_assert_cmpuint (page->len, >, 1);
    }
}

static void
test_page_breaks (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", "Bladen");
  g_autoptr (SamenPages) pages = NULL;

  samen_document_add_page_break (doc);
  samen_document_add_paragraph (doc, "Een.");
  samen_document_add_page_break (doc);
  samen_document_add_page_break (doc);
  samen_document_add_paragraph (doc, "Twee.");
  samen_document_add_page_break (doc);
  pages = lay_out (doc);
  g_assert_cmpuint (samen_pages_get_n_pages (pages), ==, 2);
}

static void
test_empty (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new (NULL, NULL);
  g_autoptr (SamenPages) pages = lay_out (doc);
  g_autoptr (GBytes) pdf = samen_document_to_pdf (doc, NULL, NULL);

  g_assert_cmpuint (samen_pages_get_n_pages (pages), ==, 1);
  g_assert_nonnull (pdf);
}

/* Words wider than the page are broken, and marks are broken too. */
static void
test_long_words (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", "Woorden");
  g_autoptr (SamenPages) pages = NULL;
  g_autofree char *word = g_strnfill (4000, 'm');
  g_autofree char *path = sample_output ("long-words.pdf");

  samen_document_add_title (doc, word, word);
  samen_document_add_heading (doc, 1, word, word);
  samen_document_add_paragraph (doc, word);
  samen_document_begin_list (doc, SAMEN_MARKS_DECIMAL);
  samen_document_add_item (doc, "een.heel.lang.nummer.2.10.1.12.14", word);
  samen_document_end_list (doc);
  samen_document_begin_table (doc, (const SamenColumn[]) { { "mmmmmmmmmmmmm", 1 }, { word, 60 } },
                              2);
  samen_document_add_row (doc, (const char *const[]) { "mmmmmmm", word, NULL });
  samen_document_end_table (doc);
  samen_document_add_signature (doc, &(SamenSigner) { word, word, word, word, word });
  samen_document_add_figure (doc, 9000, 9000, word, "bijschrift", NULL, NULL, NULL);

  pages = samen_document_pages (doc);
  for (guint i = 0; i < pages->pieces->len; i++)
    {
      const SamenPiece *piece = g_ptr_array_index (pages->pieces, i);

      for (guint j = 0; j < piece->texts->len; j++)
        {
          const SamenSetText *text = &g_array_index (piece->texts, SamenSetText, j);

          g_assert_cmpfloat (text->x + samen_lines_ink_width (&text->lines), <=,
                             SAMEN_TEXT_WIDTH + 1);
        }
      g_assert_cmpfloat (piece->x + piece->figure_width, <=, SAMEN_TEXT_WIDTH + 0.1);
    }
  g_assert_true (samen_document_write_pdf (doc, path, NULL, NULL));
}

#define ADD(path, function) g_test_add_func ("/pages/" path, function)

int
main (int argc, char **argv)
{
  int rc;

  g_test_init (&argc, &argv, NULL);
  ADD ("breaks", test_breaks);
  ADD ("one-five-sixty", test_one_five_sixty);
  ADD ("signatures", test_signatures);
  ADD ("keep", test_keep);
  ADD ("keep-too-much", test_keep_too_much);
  ADD ("table-header", test_table_header);
  ADD ("page-breaks", test_page_breaks);
  ADD ("empty", test_empty);
  ADD ("long-words", test_long_words);
  rc = g_test_run ();
  pango_cairo_font_map_set_default (NULL);
  return rc;
}
