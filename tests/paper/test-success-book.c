/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#define _GNU_SOURCE /* memmem */

#include <string.h>

#include <glib/gstdio.h>

#include "base/id.h"
#include "store/log.h"
#include "document/block.h"
#include "document/pdf.h"
#include "document/success-book.h"
#include "photo-sample.h"
#include "sample.h"

typedef struct
{
  char *path;
  SamenStore *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autofree char *id = samen_id_new ();

  self->path = g_strdup_printf ("%s/%s.sqlite", g_get_tmp_dir (), id);
  self->store = samen_store_create (self->path, NULL);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_object_unref (self->store);
  g_unlink (self->path);
  g_free (self->path);
}

/* A milestone that was celebrated; reached, or opened again since */
static void
add (Fixture *self, const char *title, SamenDate reached, SamenDate celebrated, const char *thanks)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Add Celebration");
  g_autoptr (GError) error = NULL;
  const char *milestone = samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value (title),
                                          "reached", samen_value (reached), NULL);

  samen_edit_add (edit, SAMEN_TYPE_CELEBRATION, "milestone", samen_value (milestone), "date",
                  samen_value (celebrated), "thanks", samen_value (thanks), NULL);
  samen_store_apply (self->store, edit, &error);
  g_assert_no_error (error);
}

static void
add_partnership (Fixture *self, const char *language)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Start Dossier");

  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value ("Samen Opleiden Oost"),
                  "language", samen_value (language), NULL);
  g_assert_true (samen_store_apply (self->store, edit, NULL));
}

/* All text of a block and those in it, a line each */
static void
append_text (SamenBlock *block, GString *text)
{
  if (block->text != NULL)
    g_string_append_printf (text, "%s\n", block->text);
  for (guint i = 0; i < samen_block_get_n_children (block); i++)
    append_text (samen_block_get_child (block, i), text);
}

static char *
text_of (SamenDocument *document)
{
  GString *text = g_string_new (NULL);

  append_text (samen_document_get_root (document), text);
  return g_string_free_and_steal (text);
}

static void
test_latest_first (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) book = NULL;
  g_autofree char *text = NULL;
  const char *first, *second;

  add_partnership (self, "nl");
  add (self, "Eerste groep van start", samen_date_day (2025, 9, 1), samen_date_day (2025, 9, 12),
       "Rosalie");
  add (self, "150 leerwerkplaatsen", samen_date_day (2026, 6, 30), samen_date_day (2026, 7, 2),
       "Bram");
  book = samen_success_book_new (self->store);
  text = text_of (book);
  first = strstr (text, "150 leerwerkplaatsen");
  second = strstr (text, "Eerste groep van start");
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_true (first < second);
  g_assert_nonnull (strstr (first, "Met dank aan: Bram"));
  g_assert_nonnull (strstr (first, "2 juli 2026"));
  g_assert_nonnull (strstr (second, "Met dank aan: Rosalie"));
}

static void
test_reopened_is_left_out (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenDocument) book = NULL;
  g_autofree char *text = NULL;

  add_partnership (self, "en");
  add (self, "First group", SAMEN_DATE_NONE, samen_date_day (2025, 9, 12), "Rosalie");
  book = samen_success_book_new (self->store);
  text = text_of (book);
  g_assert_nonnull (strstr (text, "Success Book"));
  g_assert_null (strstr (text, "First group"));
}

static SamenBlock *
find_figure (SamenBlock *block)
{
  SamenBlock *found = block->kind == SAMEN_BLOCK_FIGURE ? block : NULL;

  for (guint i = 0; found == NULL && i < samen_block_get_n_children (block); i++)
    found = find_figure (samen_block_get_child (block, i));
  return found;
}

static void
add_photo (Fixture *self, GBytes *bytes, const char *description)
{
  g_autoptr (GListModel) celebrations =
      samen_store_list (self->store, SAMEN_TYPE_CELEBRATION, NULL, NULL);
  g_autoptr (SamenRecord) celebration = g_list_model_get_item (celebrations, 0);
  g_autoptr (SamenEdit) edit = samen_edit_new ("Add Attachment");
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;

  g_assert_true (samen_store_add_bytes (self->store, bytes, &hash, NULL));
  samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value ("foto.jpg"), "record",
                  samen_value (celebration->id), "content", samen_value (hash), "description",
                  samen_value (description), NULL);
  samen_store_apply (self->store, edit, &error);
  g_assert_no_error (error);
}

/* In the book as it is described, and in the PDF as a JPEG of its own: even where a dossier brought one
 * along that says where it was taken, the PDF does not */
static void
test_photo (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) photo = photo_sample_jpeg (1600, 1200, TRUE);
  g_autofree char *path = sample_output ("success-book-photo.pdf");
  g_autoptr (SamenDocument) book = NULL;
  g_autofree char *pdf = NULL;
  SamenBlock *figure;
  gsize length;

  add_partnership (self, "nl");
  add (self, "Eerste groep van start", samen_date_day (2025, 9, 1), samen_date_day (2025, 9, 12),
       "Rosalie");
  add_photo (self, photo, "Drie studenten met een taart");
  book = samen_success_book_new (self->store);
  figure = find_figure (samen_document_get_root (book));
  g_assert_nonnull (figure);
  g_assert_cmpstr (figure->text, ==, "Drie studenten met een taart");
  g_assert_cmpfloat_with_epsilon (figure->width / figure->height, 3.0 / 4, 0.01);
  g_assert_true (samen_document_write_pdf (book, path, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &pdf, &length, NULL));
  g_assert_nonnull (memmem (pdf, length, "/DCTDecode", strlen ("/DCTDecode")));
  g_assert_null (memmem (pdf, length, PHOTO_SAMPLE_PLACE, strlen (PHOTO_SAMPLE_PLACE)));
  g_assert_null (memmem (pdf, length, "Exif", strlen ("Exif")));
  g_assert_cmpuint (length, <, 300 * 1000);
}

/* Without words of its own, it is that of the celebration; one that cannot be read is left out */
static void
test_photo_without_words (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) photo = photo_sample_jpeg (400, 300, FALSE);
  g_autoptr (GBytes) broken = g_bytes_new_static ("geen foto", 9);
  g_autoptr (SamenDocument) book = NULL;
  g_autoptr (SamenDocument) without = NULL;

  add_partnership (self, "nl");
  add (self, "Eerste groep van start", samen_date_day (2025, 9, 1), samen_date_day (2025, 9, 12),
       NULL);
  add_photo (self, photo, NULL);
  book = samen_success_book_new (self->store);
  g_assert_cmpstr (find_figure (samen_document_get_root (book))->text, ==,
                   "Foto van de viering van “Eerste groep van start”");
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  add_photo (self, broken, NULL);
  without = samen_success_book_new (self->store);
  g_assert_null (find_figure (samen_document_get_root (without)));
}

static void
test_written (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = sample_output ("success-book.pdf");
  g_autoptr (SamenDocument) book = NULL;
  g_autoptr (GError) error = NULL;

  add_partnership (self, "nl");
  for (int i = 0; i < 12; i++)
    add (self, "Weer een stap gezet", samen_date_day (2025, 9, 1), samen_date_day (2025, 9, 2 + i),
         "Alle praktijkopleiders: zonder hen is een leerwerkplaats maar een stoel.");
  book = samen_success_book_new (self->store);
  samen_document_write_pdf (book, path, NULL, &error);
  g_assert_no_error (error);
}

#define BOOK_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  BOOK_TEST ("/success-book/latest-first", test_latest_first);
  BOOK_TEST ("/success-book/reopened-is-left-out", test_reopened_is_left_out);
  BOOK_TEST ("/success-book/photo", test_photo);
  BOOK_TEST ("/success-book/photo-without-words", test_photo_without_words);
  BOOK_TEST ("/success-book/written", test_written);
  return g_test_run ();
}
