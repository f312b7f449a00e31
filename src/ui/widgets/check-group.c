/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/check-group.h"
#include "widgets/plain-row.h"

struct _SamenCheckGroup
{
  AdwPreferencesGroup parent_instance;
  GtkButton *all_button;
  GPtrArray *checks;
};

G_DEFINE_FINAL_TYPE (SamenCheckGroup, samen_check_group, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static gpointer
object_of (gpointer check)
{
  return g_object_get_data (check, "object");
}

static gboolean
all_are_chosen (SamenCheckGroup *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (!gtk_check_button_get_active (self->checks->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
changed_cb (SamenCheckGroup *self)
{
  gtk_button_set_label (self->all_button,
                        all_are_chosen (self) ? _ ("Choose _None") : _ ("Choose _All"));
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), self->checks->len > 1);
  g_signal_emit (self, changed_signal, 0);
}

static void
all_cb (SamenCheckGroup *self)
{
  gboolean active = !all_are_chosen (self);

  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i], active);
}

void
samen_check_group_add (SamenCheckGroup *self, GtkWidget *row, gpointer object)
{
  GtkWidget *check = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (check), "object", g_object_ref (object), g_object_unref);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), check);
  else
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    }
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  changed_cb (self);
}

void
samen_check_group_add_line (SamenCheckGroup *self,
                            const char *title,
                            const char *subtitle,
                            gpointer object)
{
  samen_check_group_add (self, samen_plain_row (title, subtitle), object);
}

static GtkCheckButton *
find (SamenCheckGroup *self, gpointer object)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (object_of (self->checks->pdata[i]) == object)
      return self->checks->pdata[i];
  return NULL;
}

void
samen_check_group_choose (SamenCheckGroup *self, gpointer object)
{
  GtkCheckButton *check = find (self, object);

  g_return_if_fail (check != NULL);
  gtk_check_button_set_active (check, TRUE);
}

gboolean
samen_check_group_is_chosen (SamenCheckGroup *self, gpointer object)
{
  GtkCheckButton *check = find (self, object);

  return check != NULL && gtk_check_button_get_active (check);
}

GtkWidget *
samen_check_group_get_first (SamenCheckGroup *self)
{
  return self->checks->len > 0 ? self->checks->pdata[0] : NULL;
}

GPtrArray *
samen_check_group_list (SamenCheckGroup *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (chosen, g_object_ref (object_of (self->checks->pdata[i])));
  return chosen;
}

static void
samen_check_group_finalize (GObject *object)
{
  g_ptr_array_unref (SAMEN_CHECK_GROUP (object)->checks);
  G_OBJECT_CLASS (samen_check_group_parent_class)->finalize (object);
}

static void
samen_check_group_class_init (SamenCheckGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_check_group_finalize;
  changed_signal = g_signal_new ("changed", SAMEN_TYPE_CHECK_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
samen_check_group_init (SamenCheckGroup *self)
{
  self->checks = g_ptr_array_new ();
  self->all_button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_use_underline (self->all_button, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->all_button), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->all_button), "flat");
  g_signal_connect_object (self->all_button, "clicked", G_CALLBACK (all_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self),
                                           GTK_WIDGET (self->all_button));
}

SamenCheckGroup *
samen_check_group_new (const char *title)
{
  return g_object_new (SAMEN_TYPE_CHECK_GROUP, "title", title, NULL);
}
