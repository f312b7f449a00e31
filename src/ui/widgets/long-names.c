/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/long-names.h"

/* About as wide as a narrow window lets a list be */
#define WIDEST 30

static void
wrap (GtkLabel *label)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  wrap (GTK_LABEL (label));
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  GtkStringObject *object = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *check = gtk_widget_get_next_sibling (label);
  gboolean is_chosen = gtk_list_item_get_position (item) == adw_combo_row_get_selected (row);

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (object));
  gtk_widget_set_opacity (check, is_chosen ? 1 : 0);
}

/* A list is made once, and shown each time another row of it is the chosen one */
static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec, gpointer unused)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), row, 0);
  adw_combo_row_set_list_factory (row, factory);
}

void
samen_combo_show_whole (AdwComboRow *row)
{
  adw_combo_row_set_use_subtitle (row, TRUE);
  /* What is chosen looks as what is typed in the rows beside it */
  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), NULL);
  chosen_cb (row, NULL, NULL);
}

/* The label of a group's title, which libadwaita keeps on one line */
static GtkWidget *
find_title (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_title (child, title);
  return found;
}

void
samen_group_set_name (AdwPreferencesGroup *group, const char *name)
{
  g_autofree char *title = g_markup_escape_text (name, -1);
  GtkWidget *label;

  adw_preferences_group_set_title (group, title);
  label = find_title (GTK_WIDGET (group), title);
  if (label != NULL)
    wrap (GTK_LABEL (label));
}
