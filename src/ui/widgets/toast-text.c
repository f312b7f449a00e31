/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <adwaita.h>

#include "widgets/toast-text.h"

static const char key[] = "samen-toast-text";

/* The part of a toast overlay that @widget is in */
static GtkWidget *
get_toast (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  while (parent != NULL && !ADW_IS_TOAST_OVERLAY (parent))
    {
      widget = parent;
      parent = gtk_widget_get_parent (widget);
    }
  return parent != NULL ? widget : NULL;
}

/* How wide the text can be beside the buttons */
static int
get_room (GtkWidget *label, GtkWidget *toast)
{
  int least, whole;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, &whole, NULL, NULL, NULL);
  return MAX (gtk_widget_get_width (gtk_widget_get_parent (toast)) - (whole - least), least);
}

/* How many lines fit above each other; what is beyond them is cut */
static int
get_most_lines (PangoLayout *layout, GtkWidget *toast)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  height = MAX (height / pango_layout_get_line_count (layout), 1);
  return MAX ((gtk_widget_get_height (gtk_widget_get_parent (toast)) - 60) / height, 1);
}

/* @text with a break at the end of each line of @layout, which is laid out from it */
static char *
break_lines (PangoLayout *layout, const char *text, int most)
{
  g_autoptr (GString) broken = g_string_new (NULL);
  const int n_lines = MIN (pango_layout_get_line_count (layout), most);

  for (int i = 0; i < n_lines; i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      const char *start = text + pango_layout_line_get_start_index ((PangoLayoutLine *) line);
      const int length = pango_layout_line_get_length ((PangoLayoutLine *) line);
      g_autofree char *piece =
          i < n_lines - 1 ? g_strndup (start, (gsize) length) : g_strdup (start);

      g_string_append_printf (broken, "%s%s", i > 0 ? "\n" : "", g_strchomp (piece));
    }
  return g_string_free_and_steal (g_steal_pointer (&broken));
}

/* An overlay has no place before the window is drawn for the first time */
static gboolean
fit_cb (GtkWidget *label, GdkFrameClock *clock, gpointer unused)
{
  GtkWidget *toast = get_toast (label);
  const char *text = samen_toast_text_get (label);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *broken = NULL;

  if (toast == NULL || gtk_widget_get_width (gtk_widget_get_parent (toast)) == 0)
    return G_SOURCE_CONTINUE;
  layout = gtk_widget_create_pango_layout (label, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, get_room (label, toast) * PANGO_SCALE);
  broken = break_lines (layout, text, get_most_lines (layout, toast));
  gtk_label_set_text (GTK_LABEL (label), broken);
  /* Where the lines end is nothing to be told */
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (pango_layout_get_line_count (layout) > 1)
    gtk_widget_add_css_class (toast, "several-lines");
  else
    gtk_widget_remove_css_class (toast, "several-lines");
  return G_SOURCE_REMOVE;
}

static void
fit (GtkWidget *label)
{
  gtk_widget_add_tick_callback (label, fit_cb, NULL, NULL);
}

/* In another width the lines are others */
static void
rooted_cb (GtkWidget *label)
{
  GtkRoot *window = gtk_widget_get_root (label);

  if (window != NULL)
    g_signal_connect_object (window, "notify::default-width", G_CALLBACK (fit), label,
                             G_CONNECT_SWAPPED);
}

GtkWidget *
samen_toast_text_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  g_object_set_data_full (G_OBJECT (label), key, g_strdup (text), g_free);
  g_signal_connect (label, "notify::root", G_CALLBACK (rooted_cb), NULL);
  fit (label);
  return label;
}

const char *
samen_toast_text_get (GtkWidget *label)
{
  return g_object_get_data (G_OBJECT (label), key);
}
