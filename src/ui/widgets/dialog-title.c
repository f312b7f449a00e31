/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/dialog-title.h"

/* With room for fewer characters than this, nothing is better than a piece of a title */
#define FEWEST 6

struct _SamenDialogTitle
{
  GtkWidget parent_instance;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SamenDialogTitle, samen_dialog_title, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1,
};

static void
samen_dialog_title_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  GtkWidget *label = GTK_WIDGET (SAMEN_DIALOG_TITLE (widget)->label);
  int least;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (label, orientation, for_size, NULL, natural, NULL, NULL);
      *minimum = 0;
      return;
    }
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (for_size >= 0)
    for_size = MAX (for_size, least);
  gtk_widget_measure (label, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
samen_dialog_title_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *label = GTK_WIDGET (SAMEN_DIALOG_TITLE (widget)->label);
  int least;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_set_child_visible (label, width >= least);
  if (width >= least)
    gtk_widget_allocate (label, width, height, baseline, NULL);
}

static GtkSizeRequestMode
samen_dialog_title_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
samen_dialog_title_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  const char *title = g_value_get_string (value);

  gtk_label_set_text (SAMEN_DIALOG_TITLE (object)->label, title != NULL ? title : "");
}

static void
samen_dialog_title_dispose (GObject *object)
{
  SamenDialogTitle *self = SAMEN_DIALOG_TITLE (object);

  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (samen_dialog_title_parent_class)->dispose (object);
}

static void
samen_dialog_title_class_init (SamenDialogTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = samen_dialog_title_set_property;
  object_class->dispose = samen_dialog_title_dispose;
  widget_class->measure = samen_dialog_title_measure;
  widget_class->size_allocate = samen_dialog_title_size_allocate;
  widget_class->get_request_mode = samen_dialog_title_get_request_mode;
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
samen_dialog_title_init (SamenDialogTitle *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  /* Within a word only where it has to be */
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (self->label, GTK_NATURAL_WRAP_WORD);
  gtk_label_set_justify (self->label, GTK_JUSTIFY_CENTER);
  gtk_label_set_lines (self->label, 2);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->label, FEWEST);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}
