/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/* LD_PRELOAD shim for end-to-end tests: makes GTK 4's AT-SPI geometry usable.
 *
 * GTK 4.18 reports Component extents without any ancestor's CSS padding/border, gives (0,0) for
 * SCREEN, and random memory for widgets that were never shown (gtkatspicomponent.c,
 * gtkatspiutils.c).  With this shim GetExtents(WINDOW) is the exact rectangle on the X root
 * window, for popovers too, and 0x0 for everything that is not mapped.  Nothing else changes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>
#include <gtk/gtk.h>
#include <gdk/x11/gdkx.h>

/* Looked up at run time: the shim is loaded into every child process, GTK or not. */
#define SYM(name) ((typeof (&name)) sym (#name))

static void *
sym (const char *name)
{
  static void *libs[3];

  if (!libs[0])
    {
      libs[1] = dlopen ("libgobject-2.0.so.0", RTLD_LAZY | RTLD_NOLOAD);
      libs[2] = dlopen ("libX11.so.6", RTLD_LAZY | RTLD_NOLOAD);
      libs[0] = dlopen ("libgtk-4.so.1", RTLD_LAZY | RTLD_NOLOAD);
    }
  for (int i = 0; i < 3; i++)
    {
      void *p = libs[i] ? dlsym (libs[i], name) : NULL;
      if (p)
        return p;
    }
  return NULL;
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS /* GTK's functions for X11: 4.18 has no others */

/* Where the native's (window's, popover's) surface is on the X root window */
static void
add_surface_origin (GtkNative *native, graphene_rect_t *rect)
{
  GdkSurface *surface = SYM (gtk_native_get_surface) (native);
  int x = 0, y = 0;
  double tx, ty;
  Window child;

  SYM (gtk_native_get_surface_transform) (native, &tx, &ty);
  if (SYM (g_type_check_instance_is_a) ((GTypeInstance *) surface,
                                        SYM (gdk_x11_surface_get_type) ()))
    {
      Display *dpy = SYM (gdk_x11_display_get_xdisplay) (SYM (gdk_surface_get_display) (surface));
      int scale = SYM (gdk_surface_get_scale_factor) (surface);

      SYM (XTranslateCoordinates) (dpy, SYM (gdk_x11_surface_get_xid) (surface),
                                   SYM (XDefaultRootWindow) (dpy), 0, 0, &x, &y, &child);
      x /= scale;
      y /= scale;
    }
  rect->origin.x += tx + x;
  rect->origin.y += ty + y;
}

G_GNUC_END_IGNORE_DEPRECATIONS

/* The widget's border box in its native's coordinates, and that native */
static GtkNative *
native_rect (GtkWidget *widget, graphene_rect_t *rect)
{
  GtkNative *native = SYM (gtk_widget_get_native) (widget);

  return native && SYM (gtk_widget_get_mapped) (widget) &&
                 SYM (gtk_widget_compute_bounds) (widget, (GtkWidget *) native, rect)
             ? native
             : NULL;
}

/* GTK adds up these offsets along the accessible parents; so answer with the
 * difference to the nearest ancestor widget, and the toplevel with its own place. */
static gboolean
get_bounds (GtkAccessible *self, int *x, int *y, int *width, int *height)
{
  graphene_rect_t r, p = {
    0,
  };
  GtkNative *native, *parent_native = NULL;
  GtkAccessible *up = self;

  *x = *y = *width = *height = 0;
  if (!(native = native_rect ((GtkWidget *) self, &r)))
    return TRUE;

  while ((up = SYM (gtk_accessible_get_accessible_parent) (up)))
    {
      SYM (g_object_unref) (up);
      if (SYM (g_type_check_instance_is_a) ((GTypeInstance *) up, SYM (gtk_widget_get_type) ()))
        {
          parent_native = native_rect ((GtkWidget *) up, &p);
          break;
        }
    }
  if (native != parent_native)
    {
      add_surface_origin (native, &r);
      if (parent_native)
        add_surface_origin (parent_native, &p);
    }
  *x = (int) floorf (r.origin.x) - (int) floorf (p.origin.x);
  *y = (int) floorf (r.origin.y) - (int) floorf (p.origin.y);
  *width = (int) ceilf (r.size.width);
  *height = (int) ceilf (r.size.height);
  return TRUE;
}

static GInterfaceInitFunc widget_init;

static void
init_widget (gpointer iface, gpointer data)
{
  widget_init (iface, data);
  ((GtkAccessibleInterface *) iface)->get_bounds = get_bounds;
}

/* Objects between widgets (GtkStackPage, AdwTabPage, ...): as big as their child, adding no offset */
static struct
{
  GType type;
  GInterfaceInitFunc init;
  typeof (&get_bounds) bounds;
} pages[32];

static gboolean
get_page_bounds (GtkAccessible *self, int *x, int *y, int *width, int *height)
{
  *width = *height = 0;
  for (int i = 0; i < 32; i++)
    if (pages[i].type == ((GTypeInstance *) self)->g_class->g_type)
      pages[i].bounds (self, x, y, width, height);
  *x = *y = 0;
  return TRUE;
}

static void
init_page (gpointer iface, gpointer data)
{
  GtkAccessibleInterface *accessible = iface;

  for (int i = 0; i < 32; i++)
    if (pages[i].type == accessible->g_iface.g_instance_type)
      {
        pages[i].init (iface, data);
        pages[i].bounds = accessible->get_bounds;
        accessible->get_bounds = get_page_bounds;
      }
}

/* GTK registers its classes' GtkAccessible implementations through this */
void
g_type_add_interface_static (GType instance, GType interface, const GInterfaceInfo *info)
{
  static typeof (&g_type_add_interface_static) real;
  static int n;
  GInterfaceInfo mine = *info;

  if (!real)
    real = (typeof (real)) dlsym (RTLD_NEXT, "g_type_add_interface_static");
  if (!real)
    real = SYM (g_type_add_interface_static);

  const char *name = SYM (g_type_name) (interface);
  const char *type = SYM (g_type_name) (instance);
  if (name && type && !__builtin_strcmp (name, "GtkAccessible"))
    {
      size_t len = __builtin_strlen (type);

      if (!__builtin_strcmp (type, "GtkWidget"))
        {
          widget_init = info->interface_init;
          mine.interface_init = init_widget;
        }
      else if (n < 32 && len > 4 && !__builtin_strcmp (type + len - 4, "Page") &&
               !SYM (g_type_is_a) (instance, SYM (gtk_widget_get_type) ()))
        {
          pages[n].type = instance;
          pages[n++].init = info->interface_init;
          mine.interface_init = init_page;
        }
    }
  real (instance, interface, &mine);
}
