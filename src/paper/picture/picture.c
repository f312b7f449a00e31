/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <webp/decode.h>

#include "base/error.h"
#include "picture/picture.h"

#define QUALITY "85"
/* How much is decoded before looking whether it is still wanted */
#define PORTION (256 * 1024)

typedef enum
{
  FORMAT_UNKNOWN,
  FORMAT_JPEG,
  FORMAT_PNG,
  FORMAT_WEBP,
} Format;

static Format
format_of (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return FORMAT_JPEG;
  if (length >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return FORMAT_PNG;
  if (length >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return FORMAT_WEBP;
  return FORMAT_UNKNOWN;
}

static gpointer
fail_too_large (GError **error)
{
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
               _ ("This photo is too large. Choose one of at most %d MB and %d megapixels."),
               SAMEN_PICTURE_MOST_BYTES / 1000000, SAMEN_PICTURE_MOST_PIXELS / 1000000);
  return NULL;
}

static gpointer
fail_damaged (GError **error)
{
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
                       _ ("This photo cannot be read: the file is damaged or not complete."));
  return NULL;
}

/* Into *@width and *@height, what it becomes of at most @size pixels each way */
static void
fit (int *width, int *height, int size)
{
  double scale = MIN (1.0, (double) size / MAX (*width, *height));

  *width = MAX (1, (int) (*width * scale + 0.5));
  *height = MAX (1, (int) (*height * scale + 0.5));
}

typedef struct
{
  int size;
  gboolean prepared;
  gboolean too_large;
} Decoding;

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Decoding *self = data;

  self->prepared = TRUE;
  self->too_large = (gint64) width * height > SAMEN_PICTURE_MOST_PIXELS;
  /* What is too large is given no memory to speak of */
  fit (&width, &height, self->too_large ? 1 : self->size);
  gdk_pixbuf_loader_set_size (loader, width, height);
}

static gboolean
feed (GdkPixbufLoader *loader,
      GBytes *bytes,
      Decoding *decoding,
      GCancellable *cancellable,
      GError **error)
{
  gsize length = g_bytes_get_size (bytes);

  for (gsize at = 0; at < length; at += PORTION)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, at, MIN (PORTION, length - at));

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!gdk_pixbuf_loader_write_bytes (loader, part, NULL) || decoding->too_large)
        {
          if (decoding->too_large)
            fail_too_large (error);
          else
            fail_damaged (error);
          return FALSE;
        }
    }
  return TRUE;
}

static GdkPixbuf *
load_with_loader (GBytes *bytes,
                  const char *media_type,
                  int size,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (media_type, error);
  Decoding decoding = { .size = size };
  GdkPixbuf *pixbuf;
  gboolean fed, closed;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &decoding);
  fed = feed (loader, bytes, &decoding, cancellable, error);
  closed = gdk_pixbuf_loader_close (loader, NULL);
  if (!fed)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!closed || pixbuf == NULL || !decoding.prepared)
    return fail_damaged (error);
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

static GdkPixbuf *
load_webp (GBytes *bytes, int size, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  WebPDecoderConfig config;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (!WebPInitDecoderConfig (&config) ||
      WebPGetFeatures (data, length, &config.input) != VP8_STATUS_OK || config.input.has_animation)
    return fail_damaged (error);
  if ((gint64) config.input.width * config.input.height > SAMEN_PICTURE_MOST_PIXELS)
    return fail_too_large (error);
  config.options.use_scaling = 1;
  config.options.scaled_width = config.input.width;
  config.options.scaled_height = config.input.height;
  fit (&config.options.scaled_width, &config.options.scaled_height, size);
  pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, config.input.has_alpha != 0, 8,
                           config.options.scaled_width, config.options.scaled_height);
  if (pixbuf == NULL)
    return fail_too_large (error);
  config.output.colorspace = config.input.has_alpha ? MODE_RGBA : MODE_RGB;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = gdk_pixbuf_get_pixels (pixbuf);
  config.output.u.RGBA.stride = gdk_pixbuf_get_rowstride (pixbuf);
  config.output.u.RGBA.size = gdk_pixbuf_get_byte_length (pixbuf);
  if (WebPDecode (data, length, &config) != VP8_STATUS_OK)
    return fail_damaged (error);
  return g_steal_pointer (&pixbuf);
}

GdkPixbuf *
samen_picture_load (GBytes *bytes, int size, GCancellable *cancellable, GError **error)
{
  if (g_bytes_get_size (bytes) > SAMEN_PICTURE_MOST_BYTES)
    return fail_too_large (error);
  switch (format_of (bytes))
    {
    case FORMAT_JPEG:
      return load_with_loader (bytes, "image/jpeg", size, cancellable, error);
    case FORMAT_PNG:
      return load_with_loader (bytes, "image/png", size, cancellable, error);
    case FORMAT_WEBP:
      return load_webp (bytes, size, error);
    case FORMAT_UNKNOWN:
    default:
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
                           _ ("This is not a photo. Choose a JPEG, PNG or WebP file."));
      return NULL;
    }
}

/* Nothing but the pixels, on white where they are transparent */
static GBytes *
write_jpeg (GdkPixbuf *pixbuf, GError **error)
{
  g_autoptr (GdkPixbuf) opaque = NULL;
  char *data;
  gsize length;

  if (gdk_pixbuf_get_has_alpha (pixbuf))
    opaque = gdk_pixbuf_composite_color_simple (pixbuf, gdk_pixbuf_get_width (pixbuf),
                                                gdk_pixbuf_get_height (pixbuf), GDK_INTERP_NEAREST,
                                                255, 8, 0xffffff, 0xffffff);
  if (!gdk_pixbuf_save_to_buffer (opaque != NULL ? opaque : pixbuf, &data, &length, "jpeg", error,
                                  "quality", QUALITY, NULL))
    return NULL;
  return g_bytes_new_take (data, length);
}

GBytes *
samen_picture_take (GBytes *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = samen_picture_load (file, SAMEN_PICTURE_SIZE, cancellable, error);

  return pixbuf != NULL ? write_jpeg (pixbuf, error) : NULL;
}

GBytes *
samen_picture_read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *portion = g_malloc (PORTION);
  g_autoptr (GBytes) bytes = NULL;
  gssize n;

  if (stream == NULL)
    return NULL;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), portion, PORTION, cancellable, error)) >
         0)
    {
      g_byte_array_append (content, portion, (guint) n);
      if (content->len > SAMEN_PICTURE_MOST_BYTES)
        return fail_too_large (error);
    }
  if (n < 0)
    return NULL;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  return samen_picture_take (bytes, cancellable, error);
}

/* Cairo's pixels are native 32-bit words, with the red at the top */
static void
copy_pixels (GdkPixbuf *pixbuf, cairo_surface_t *surface)
{
  const guint8 *from = gdk_pixbuf_read_pixels (pixbuf);
  guint8 *to = cairo_image_surface_get_data (surface);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);

  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (pixbuf); x++)
      {
        const guint8 *pixel = from + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf) + x * channels;
        guint32 word = (guint32) pixel[0] << 16 | (guint32) pixel[1] << 8 | pixel[2];

        memcpy (to + (gsize) y * cairo_image_surface_get_stride (surface) + x * 4, &word, 4);
      }
}

static void
unref_bytes (void *bytes)
{
  g_bytes_unref (bytes);
}

cairo_surface_t *
samen_picture_to_surface (GBytes *bytes, int size, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = samen_picture_load (bytes, size, NULL, error);
  GBytes *jpeg = pixbuf != NULL ? write_jpeg (pixbuf, error) : NULL;
  cairo_surface_t *surface;

  if (jpeg == NULL)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, gdk_pixbuf_get_width (pixbuf),
                                        gdk_pixbuf_get_height (pixbuf));
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_flush (surface);
      copy_pixels (pixbuf, surface);
      cairo_surface_mark_dirty (surface);
    }
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, g_bytes_get_data (jpeg, NULL),
                               g_bytes_get_size (jpeg), unref_bytes, jpeg);
  return surface;
}
