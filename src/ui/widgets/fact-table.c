/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/fact-table.h"

struct _SamenFactTable
{
  GtkBox parent_instance;
  GPtrArray *columns; /* GtkSizeGroup */
};

G_DEFINE_FINAL_TYPE (SamenFactTable, samen_fact_table, GTK_TYPE_BOX)

static void
samen_fact_table_finalize (GObject *object)
{
  g_ptr_array_unref (SAMEN_FACT_TABLE (object)->columns);
  G_OBJECT_CLASS (samen_fact_table_parent_class)->finalize (object);
}

static void
samen_fact_table_class_init (SamenFactTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_fact_table_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "fact-table");
}

static void
samen_fact_table_init (SamenFactTable *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/* GTK 4.18 makes nothing that is read out of a column header, so the headers are cells as well */
static void
append_row (SamenFactTable *self, const char *const *cells, gboolean header)
{
  GtkWidget *row =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, "spacing", 12, NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkWidget *cell = g_object_new (
          GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL, "label",
          cells[i] != NULL ? cells[i] : "", "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "wrap-mode",
          PANGO_WRAP_WORD_CHAR, "hexpand", i + 1 == self->columns->len, NULL);

      gtk_widget_add_css_class (cell, header ? "caption-heading" : "numeric");
      gtk_size_group_add_widget (g_ptr_array_index (self->columns, i), cell);
      gtk_box_append (GTK_BOX (row), cell);
    }
  gtk_box_append (GTK_BOX (self), row);
}

void
samen_fact_table_begin (SamenFactTable *self, const char *label, const char *const *headers)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; headers[i] != NULL; i++)
    g_ptr_array_add (self->columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  append_row (self, headers, TRUE);
}

void
samen_fact_table_add (SamenFactTable *self, const char *const *cells)
{
  append_row (self, cells, FALSE);
}
