/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/dialog-title.h"

struct _SamenDialogTitle
{
  AdwBin parent_instance;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SamenDialogTitle, samen_dialog_title, ADW_TYPE_BIN)

enum
{
  PROP_TITLE = 1,
};

static void
samen_dialog_title_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  const char *title = g_value_get_string (value);

  gtk_label_set_text (SAMEN_DIALOG_TITLE (object)->label, title != NULL ? title : "");
}

static void
samen_dialog_title_class_init (SamenDialogTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = samen_dialog_title_set_property;
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
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}
