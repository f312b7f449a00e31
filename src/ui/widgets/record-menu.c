/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/types.h"
#include "widgets/record-keys.h"
#include "widgets/record-menu.h"

/* Where a row keeps its menu */
#define ROW_MENU "samen-record-menu"

/* The menu of a row, kept with its button */
typedef struct
{
  GtkWidget *row;
  GtkMenuButton *button;
  GMenuModel *model;
  SamenMenuPrepare prepare;
} Menu;

static gboolean
can_be_moved (GtkWidget *row)
{
  const char *table, *id;
  const SamenField *order;

  if (!samen_record_keys_target (row, &table, &id))
    return FALSE;
  order = samen_record_class_of (samen_record_type_of_table (table))->order;
  return order != NULL && order->kind == SAMEN_KIND_POSITION;
}

static GMenuModel *
make_model (GtkWidget *row)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) moving = g_menu_new ();
  g_autoptr (GMenu) deleting = g_menu_new ();

  if (can_be_moved (row))
    {
      g_menu_append (moving, _ ("Move _Up"), "row.move-up");
      g_menu_append (moving, _ ("Move _Down"), "row.move-down");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (moving));
    }
  g_menu_append (deleting, _ ("De_lete"), "row.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deleting));
  return G_MENU_MODEL (menu);
}

static gboolean
is_alike (GtkWidget *row, GtkWidget *other)
{
  const char *table, *id, *other_table, *other_id;

  return other != NULL && samen_record_keys_target (row, &table, &id) &&
         samen_record_keys_target (other, &other_table, &other_id) &&
         g_str_equal (table, other_table);
}

static void
prepare_moves (GtkWidget *row, gboolean opens)
{
  gtk_widget_action_set_enabled (row, "row.move-up",
                                 !opens || is_alike (row, gtk_widget_get_prev_sibling (row)));
  gtk_widget_action_set_enabled (row, "row.move-down",
                                 !opens || is_alike (row, gtk_widget_get_next_sibling (row)));
}

static void
closed_cb (Menu *self, GtkPopover *popover)
{
  gtk_popover_set_pointing_to (popover, NULL);
  if (self->prepare != NULL)
    self->prepare (self->row, FALSE);
}

/* Of the many rows there are, most never show theirs */
static void
prepare_cb (GtkMenuButton *button, gpointer data)
{
  Menu *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    {
      gtk_menu_button_set_menu_model (button, self->model);
      g_signal_connect_swapped (gtk_menu_button_get_popover (button), "closed",
                                G_CALLBACK (closed_cb), self);
    }
  if (self->prepare != NULL)
    self->prepare (self->row, TRUE);
}

static void
show_at (Menu *self, double x, double y)
{
  GtkPopover *popover;
  graphene_point_t point;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->button)))
    return;
  prepare_cb (self->button, self);
  popover = gtk_menu_button_get_popover (self->button);
  if (gtk_widget_compute_point (self->row, GTK_WIDGET (self->button),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    gtk_popover_set_pointing_to (popover, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_menu_button_popup (self->button);
}

static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, Menu *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_at (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *row, GVariant *unused, gpointer data)
{
  Menu *self = data;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->button)))
    return GDK_EVENT_PROPAGATE;
  gtk_menu_button_popup (self->button);
  return GDK_EVENT_STOP;
}

static void
add_ways_in (Menu *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->row, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (self->row, keys);
}

static void
menu_free (gpointer data)
{
  Menu *self = data;

  g_object_unref (self->model);
  g_free (self);
}

GtkWidget *
samen_record_menu_new (GtkWidget *row, GMenuModel *model, SamenMenuPrepare prepare)
{
  GtkWidget *button = gtk_menu_button_new ();
  Menu *self = g_new0 (Menu, 1);

  self->row = row;
  self->button = GTK_MENU_BUTTON (button);
  self->model = model != NULL ? g_object_ref (model) : make_model (row);
  self->prepare = model != NULL ? prepare : prepare_moves;
  gtk_menu_button_set_icon_name (self->button, "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, prepare_cb, self, NULL);
  gtk_widget_set_tooltip_text (button, _ ("More Actions"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (row), ROW_MENU, self, menu_free);
  add_ways_in (self);
  return button;
}

void
samen_record_menu_add_section (GtkWidget *row, GMenuModel *section)
{
  Menu *self = g_object_get_data (G_OBJECT (row), ROW_MENU);

  g_menu_insert_section (G_MENU (self->model), g_menu_model_get_n_items (self->model) - 1, NULL,
                         section);
}
