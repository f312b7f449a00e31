/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/photo-load.h"
#include "widgets/photo-view.h"

/* At most, in pixels of the interface */
#define WIDTH 480
#define HEIGHT 240.0

struct _SamenPhotoView
{
  AdwBin parent_instance;
  GtkPicture *picture;
  GCancellable *loading;
  gboolean loaded;
};

G_DEFINE_FINAL_TYPE (SamenPhotoView, samen_photo_view, ADW_TYPE_BIN)

enum
{
  PROP_LOADED = 1,
};

static void
samen_photo_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADED)
    g_value_set_boolean (value, SAMEN_PHOTO_VIEW (object)->loaded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
show (SamenPhotoView *self, GdkPaintable *paintable)
{
  gtk_picture_set_paintable (self->picture, paintable);
  self->loaded = paintable != NULL;
  g_object_notify (G_OBJECT (self), "loaded");
}

/* What cannot be read stays what its description says */
static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer unused)
{
  g_autoptr (GdkTexture) texture = samen_photo_load_finish (result, NULL);

  if (texture != NULL)
    show (SAMEN_PHOTO_VIEW (object), GDK_PAINTABLE (texture));
}

static void
samen_photo_view_dispose (GObject *object)
{
  SamenPhotoView *self = SAMEN_PHOTO_VIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  G_OBJECT_CLASS (samen_photo_view_parent_class)->dispose (object);
}

static void
samen_photo_view_class_init (SamenPhotoViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = samen_photo_view_dispose;
  object_class->get_property = samen_photo_view_get_property;
  g_object_class_install_property (
      object_class, PROP_LOADED,
      g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As high as it takes, and not lower: a page gives what it scrolls no more than it must have */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GdkPaintable *photo = gtk_picture_get_paintable (SAMEN_PHOTO_VIEW (widget)->picture);
  double ratio = photo != NULL ? gdk_paintable_get_intrinsic_aspect_ratio (photo) : 0;

  *minimum = 0;
  *natural = WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural =
        ratio > 0 ? (int) MIN (HEIGHT, (for_size < 0 ? WIDTH : for_size) / ratio) : 0;
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GTK_WIDGET (SAMEN_PHOTO_VIEW (widget)->picture), width, height, baseline,
                       NULL);
}

static void
samen_photo_view_init (SamenPhotoView *self)
{
  self->picture = GTK_PICTURE (gtk_picture_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->picture));
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}

GtkWidget *
samen_photo_view_new (void)
{
  return g_object_new (SAMEN_TYPE_PHOTO_VIEW, NULL);
}

void
samen_photo_view_set (SamenPhotoView *self, GBytes *bytes, const char *alt)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  show (self, NULL);
  gtk_picture_set_alternative_text (self->picture, alt);
  /* That is its description, while what has no name is passed over */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  alt != NULL ? alt : "", -1);
  if (bytes == NULL)
    return;
  self->loading = g_cancellable_new ();
  samen_photo_load (self, bytes, WIDTH * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                    self->loading, loaded_cb, NULL);
}
