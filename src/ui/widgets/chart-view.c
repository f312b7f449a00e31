/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "widgets/chart-view.h"

struct _SamenChartView
{
  GtkWidget parent_instance;
  SamenChartDraw draw;
  SamenChartHeight height;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (SamenChartView, samen_chart_view, GTK_TYPE_WIDGET)

static SamenChartColor
color_of (const GdkRGBA *rgba)
{
  return (SamenChartColor) { rgba->red, rgba->green, rgba->blue, rgba->alpha };
}

/* In pixels: a caption is somewhat smaller than the text around it, and grows with it */
static double
font_size (PangoContext *context, const PangoFontDescription *font)
{
  double size = pango_units_to_double (pango_font_description_get_size (font));

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size * 0.82;
}

static void
get_style (SamenChartView *self, SamenChartStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  GdkRGBA foreground;

  samen_chart_style_init (style,
                          contrast ? (dark ? SAMEN_CHART_DARK_CONTRAST : SAMEN_CHART_LIGHT_CONTRAST)
                                   : (dark ? SAMEN_CHART_DARK : SAMEN_CHART_LIGHT));
  gtk_widget_get_color (GTK_WIDGET (self), &foreground);
  style->foreground = color_of (&foreground);
  style->accent = color_of (accent);
  style->paint_background = FALSE;
  style->family = g_intern_string (pango_font_description_get_family (font));
  style->font_size = font_size (context, font);
}

static void
samen_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SamenChartView *self = SAMEN_CHART_VIEW (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  SamenChartStyle style;
  cairo_t *cr;

  if (self->draw == NULL || width <= 0 || height <= 0)
    return;
  get_style (self, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  self->draw (cr, &style, width, height, self->data);
  cairo_destroy (cr);
}

/* What stands beside a chart is measured many times more often where the chart's size is not constant */
static GtkSizeRequestMode
samen_chart_view_get_request_mode (GtkWidget *widget)
{
  return SAMEN_CHART_VIEW (widget)->height != NULL ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                                   : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
samen_chart_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  SamenChartView *self = SAMEN_CHART_VIEW (widget);
  SamenChartStyle style;

  *minimum = *natural = 240;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  get_style (self, &style);
  /* Large text takes room, and what is drawn is to keep as much as it has beside small text */
  *minimum = *natural = (int) (15 * style.font_size);
  if (self->height != NULL && self->data != NULL)
    *minimum = *natural = (int) self->height (&style, for_size > 0 ? for_size : 600, self->data);
}

static void
samen_chart_view_dispose (GObject *object)
{
  SamenChartView *self = SAMEN_CHART_VIEW (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  self->destroy = NULL;
  self->draw = NULL;
  self->data = NULL;
  G_OBJECT_CLASS (samen_chart_view_parent_class)->dispose (object);
}

static void
samen_chart_view_class_init (SamenChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_chart_view_dispose;
  widget_class->snapshot = samen_chart_view_snapshot;
  widget_class->measure = samen_chart_view_measure;
  widget_class->get_request_mode = samen_chart_view_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
samen_chart_view_init (SamenChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

void
samen_chart_view_set (SamenChartView *self,
                      SamenChartDraw draw,
                      SamenChartHeight height,
                      gpointer data,
                      GDestroyNotify destroy,
                      const char *label,
                      const char *description)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->draw = draw;
  self->height = height;
  self->data = data;
  self->destroy = destroy;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
samen_chart_day (SamenDate date)
{
  return samen_date_is_set (date) ? samen_date_days (samen_date_last_day (date)) : NAN;
}

char *
samen_chart_time_text (double day, SamenTimeUnit unit, gpointer unused)
{
  SamenDate date = samen_date_from_days ((int) day);

  switch (unit)
    {
    case SAMEN_TIME_YEAR:
      date.month = 0;
      date.day = 0;
      return samen_date_format (date, NULL);
    case SAMEN_TIME_QUARTER:
      /* Translators: a quarter on a time line, such as "Q2 2027" */
      return g_strdup_printf (_ ("Q%u %u"), (date.month + 2u) / 3, (guint) date.year);
    default:
      date.day = 0;
      return samen_date_format (date, NULL);
    }
}
