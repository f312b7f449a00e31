/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "fuzz.h"
#include "picture/picture.h"

/* A file that is said to be a photo: smaller than one, for the libraries that read it have fuzzers of their own */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) file = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = samen_picture_load (file, 64, NULL, &error);

  fuzz_assert ((pixbuf == NULL) == (error != NULL));
  fuzz_assert (pixbuf == NULL ||
               (gdk_pixbuf_get_width (pixbuf) <= 64 && gdk_pixbuf_get_height (pixbuf) <= 64));
  return 0;
}
