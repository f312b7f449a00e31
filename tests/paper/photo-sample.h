/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <string.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Photos to try with: a blue sky over green grass. */

/** What a phone wrote in it about where it was */
#define PHOTO_SAMPLE_PLACE "Veerhoven 52.0 N"

/** photo_sample_exif: Returns: the segment of a JPEG that says: turn it right, and it was taken there. */
static GByteArray *
photo_sample_exif (void)
{
  static const guint8 tiff[] = {
    'E',  'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0,    0,    0, 2, 0, 0x12,
    0x01, 3,   0,   1,   0, 0, 0,   6,   0,  0, 0, 0x25, 0x88, 4, 0, 1, 0,
    0,    0,   38,  0,   0, 0, 0,   0,   0,  0, 1, 0,    0x1b, 0, 2, 0, sizeof PHOTO_SAMPLE_PLACE,
    0,    0,   0,   56,  0, 0, 0,   0,   0,  0, 0,
  };
  guint length = sizeof tiff + sizeof PHOTO_SAMPLE_PLACE + 2;
  const guint8 head[] = { 0xff, 0xe1, length >> 8, length & 0xff };
  GByteArray *segment = g_byte_array_new ();

  g_byte_array_append (segment, head, sizeof head);
  g_byte_array_append (segment, tiff, sizeof tiff);
  g_byte_array_append (segment, (const guint8 *) PHOTO_SAMPLE_PLACE, sizeof PHOTO_SAMPLE_PLACE);
  return segment;
}

/** photo_sample_jpeg: Returns: (transfer full): a JPEG; with @exif one that a phone made. */
static GBytes *
photo_sample_jpeg (int width, int height, gboolean exif)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkPixbuf) grass = gdk_pixbuf_new_subpixbuf (pixbuf, 0, height / 2, width, height / 2);
  g_autofree char *data = NULL;
  gsize length;
  GByteArray *file = g_byte_array_new ();

  gdk_pixbuf_fill (pixbuf, 0x62a0eaff);
  gdk_pixbuf_fill (grass, 0x33d17aff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", NULL, NULL));
  g_byte_array_append (file, (const guint8 *) data, 2);
  if (exif)
    {
      g_autoptr (GByteArray) segment = photo_sample_exif ();

      g_byte_array_append (file, segment->data, segment->len);
    }
  g_byte_array_append (file, (const guint8 *) data + 2, (guint) length - 2);
  return g_byte_array_free_to_bytes (file);
}

/** photo_sample_claiming: Returns: (transfer full): @jpeg, saying that it is @size pixels each way. */
G_GNUC_UNUSED static GBytes *
photo_sample_claiming (GBytes *jpeg, guint size)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (jpeg, &length);
  guint8 *copy = g_memdup2 (data, length);

  for (gsize i = 0; i + 9 < length; i++)
    if (copy[i] == 0xff && copy[i + 1] == 0xc0)
      {
        copy[i + 5] = copy[i + 7] = size >> 8;
        copy[i + 6] = copy[i + 8] = size & 0xff;
        return g_bytes_new_take (copy, length);
      }
  g_assert_not_reached ();
}
