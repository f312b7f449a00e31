/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#define _GNU_SOURCE /* memmem */

#include <string.h>

#include <glib/gstdio.h>
#include <webp/encode.h>

#include "base/error.h"
#include "photo-sample.h"
#include "picture/picture.h"

static void
assert_size (GBytes *bytes, int width, int height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = samen_picture_load (bytes, SAMEN_PICTURE_SIZE * 2, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, height);
}

static gboolean
contains (GBytes *bytes, const char *needle)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), needle,
                 strlen (needle)) != NULL;
}

static GBytes *
take (GBytes *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *taken = samen_picture_take (file, NULL, &error);

  g_assert_no_error (error);
  return taken;
}

static void
assert_refused (GBytes *file, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) taken = samen_picture_take (file, NULL, &error);

  g_assert_null (taken);
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, says));
}

/* The phone was held upright, and wrote where it was */
static void
test_place_and_orientation (void)
{
  g_autoptr (GBytes) file = photo_sample_jpeg (300, 200, TRUE);
  g_autoptr (GBytes) taken = take (file);

  g_assert_true (contains (file, "Exif"));
  g_assert_true (contains (file, PHOTO_SAMPLE_PLACE));
  g_assert_false (contains (taken, "Exif"));
  g_assert_false (contains (taken, PHOTO_SAMPLE_PLACE));
  assert_size (taken, 200, 300);
}

static void
test_made_smaller (void)
{
  g_autoptr (GBytes) file = photo_sample_jpeg (3000, 1500, FALSE);
  g_autoptr (GBytes) taken = take (file);
  g_autoptr (GBytes) small = photo_sample_jpeg (40, 30, FALSE);
  g_autoptr (GBytes) same = take (small);

  assert_size (taken, SAMEN_PICTURE_SIZE, SAMEN_PICTURE_SIZE / 2);
  assert_size (same, 40, 30);
}

/* What is transparent is white on paper */
static void
test_png (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 60, 20);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) taken = NULL;
  g_autoptr (GdkPixbuf) result = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x00000000);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));
  file = g_bytes_new_take (data, length);
  taken = take (file);
  assert_size (taken, 60, 20);
  result = samen_picture_load (taken, 60, NULL, NULL);
  g_assert_false (gdk_pixbuf_get_has_alpha (result));
  g_assert_cmpint (gdk_pixbuf_read_pixels (result)[0], >, 250);
}

static void
test_webp (void)
{
  g_autofree guint8 *pixels = g_malloc0 (2500 * 100 * 3);
  guint8 *data = NULL;
  gsize length = WebPEncodeRGB (pixels, 2500, 100, 2500 * 3, 50, &data);
  g_autoptr (GBytes) file = g_bytes_new (data, length);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (file, 0, length / 2);
  g_autoptr (GBytes) taken = take (file);

  WebPFree (data);
  assert_size (taken, SAMEN_PICTURE_SIZE, 82);
  assert_refused (half, "damaged");
}

static void
test_refused (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("<svg xmlns=''/>", 15);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) whole = photo_sample_jpeg (300, 200, FALSE);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (whole, 0, 60);
  g_autoptr (GBytes) huge = photo_sample_claiming (whole, 60000);
  g_autofree guint8 *zeros = g_malloc0 (SAMEN_PICTURE_MOST_BYTES + 1);
  g_autoptr (GBytes) heavy = g_bytes_new (zeros, SAMEN_PICTURE_MOST_BYTES + 1);

  assert_refused (text, "JPEG");
  assert_refused (nothing, "JPEG");
  assert_refused (head, "damaged");
  assert_refused (huge, "too large");
  assert_refused (heavy, "too large");
}

/* Whatever is in it, it ends, with a picture or with a message */
static void
test_damaged_anywhere (void)
{
  g_autoptr (GBytes) whole = photo_sample_jpeg (64, 48, TRUE);
  gsize length;
  const guint8 *data = g_bytes_get_data (whole, &length);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 300; i++)
    {
      guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) taken = NULL;
      g_autoptr (GError) error = NULL;

      copy[g_rand_int_range (random, 3, (int) length)] ^= 1 << g_rand_int_range (random, 0, 8);
      bytes = g_bytes_new_take (copy, length);
      taken = samen_picture_take (bytes, NULL, &error);
      g_assert_true ((taken != NULL) == (error == NULL));
    }
}

static void
test_file (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "samenspel-foto.bin", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) whole = photo_sample_jpeg (300, 200, FALSE);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) taken = NULL;

  g_assert_null (samen_picture_read_file (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (whole, NULL),
                                      (gssize) g_bytes_get_size (whole), NULL));
  taken = samen_picture_read_file (file, NULL, &error);
  g_assert_no_error (error);
  assert_size (taken, 300, 200);
  g_cancellable_cancel (cancelled);
  g_assert_null (samen_picture_read_file (file, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/place-and-orientation", test_place_and_orientation);
  g_test_add_func ("/picture/made-smaller", test_made_smaller);
  g_test_add_func ("/picture/png", test_png);
  g_test_add_func ("/picture/webp", test_webp);
  g_test_add_func ("/picture/refused", test_refused);
  g_test_add_func ("/picture/damaged-anywhere", test_damaged_anywhere);
  g_test_add_func ("/picture/file", test_file);
  return g_test_run ();
}
