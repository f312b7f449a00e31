/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "picture/picture.h"
#include "store/store.h"
#include "widgets/photo-load.h"

typedef struct
{
  GBytes *bytes; /* or NULL for what is kept */
  char *dossier;
  char *hash;
  int size;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *self = data;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->dossier);
  g_free (self->hash);
  g_free (self);
}

static GBytes *
read_kept (const Loading *loading, GError **error)
{
  g_autoptr (SamenStore) store = samen_store_open (loading->dossier, error);

  return store != NULL ? samen_store_load_bytes (store, loading->hash, error) : NULL;
}

static GdkTexture *
load (const Loading *loading, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes =
      loading->bytes != NULL ? g_bytes_ref (loading->bytes) : read_kept (loading, error);
  g_autoptr (GdkPixbuf) pixbuf =
      bytes != NULL ? samen_picture_load (bytes, loading->size, cancellable, error) : NULL;
  g_autoptr (GBytes) pixels = NULL;
  gboolean alpha;

  if (pixbuf == NULL)
    return NULL;
  pixels = gdk_pixbuf_read_pixel_bytes (pixbuf);
  alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  return gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                 alpha ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8, pixels,
                                 (gsize) gdk_pixbuf_get_rowstride (pixbuf));
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = load (data, cancellable, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
run (gpointer source,
     Loading *loading,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);

  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, load_in_thread);
}

void
samen_photo_load (gpointer source,
                  GBytes *bytes,
                  int size,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->bytes = g_bytes_ref (bytes);
  loading->size = size;
  run (source, loading, cancellable, callback, data);
}

void
samen_photo_load_kept (gpointer source,
                       const char *dossier,
                       const char *hash,
                       int size,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->dossier = g_strdup (dossier);
  loading->hash = g_strdup (hash);
  loading->size = size;
  run (source, loading, cancellable, callback, data);
}

GdkTexture *
samen_photo_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
