/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "widgets/plain-row.h"
#include "widgets/record-keys.h"
#include "widgets/record-menu.h"
#include "widgets/record-row.h"

struct _SamenRecordRow
{
  AdwActionRow parent_instance;
  SamenRecord *record;
  SamenStore *store;
  SamenRecordDescribe describe;
};

G_DEFINE_FINAL_TYPE (SamenRecordRow, samen_record_row, ADW_TYPE_ACTION_ROW)

static void
samen_record_row_dispose (GObject *object)
{
  g_clear_object (&SAMEN_RECORD_ROW (object)->record);
  g_clear_object (&SAMEN_RECORD_ROW (object)->store);
  G_OBJECT_CLASS (samen_record_row_parent_class)->dispose (object);
}

static void
samen_record_row_class_init (SamenRecordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = samen_record_row_dispose;
  samen_record_keys_install (GTK_WIDGET_CLASS (klass));
}

static void
samen_record_row_init (SamenRecordRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  samen_row_set_least_width (GTK_WIDGET (self));
}

GtkWidget *
samen_record_row_new (SamenRecord *record)
{
  SamenRecordRow *self = g_object_new (SAMEN_TYPE_RECORD_ROW, NULL);

  self->record = g_object_ref (record);
  g_object_bind_property (record, "record-title", self, "title", G_BINDING_SYNC_CREATE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "record.change");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)",
                                    SAMEN_RECORD_GET_CLASS (record)->table, record->id);
  return GTK_WIDGET (self);
}

void
samen_record_row_set_describe (SamenRecordRow *self,
                               SamenStore *store,
                               SamenRecordDescribe describe)
{
  g_set_object (&self->store, store);
  self->describe = describe;
  samen_record_row_update (self);
}

void
samen_record_row_add_menu (SamenRecordRow *self)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                             samen_record_menu_new (GTK_WIDGET (self), NULL, NULL));
}

void
samen_record_row_update (SamenRecordRow *self)
{
  g_autofree char *line = NULL;

  if (self->describe == NULL)
    return;
  line = self->describe (self->record, self->store);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), line != NULL ? line : "");
}

void
samen_record_rows_update (GtkListBox *list)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (SAMEN_IS_RECORD_ROW (row))
      samen_record_row_update (SAMEN_RECORD_ROW (row));
}

GtkWidget *
samen_record_rows_find (GtkListBox *list, SamenRecord *record)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (SAMEN_IS_RECORD_ROW (row) && SAMEN_RECORD_ROW (row)->record == record)
      return row;
  return NULL;
}

gpointer
samen_record_row_get_record (SamenRecordRow *self)
{
  return self->record;
}
