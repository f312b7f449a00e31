/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/history-dialog.h"
#include "dialogs/history-row.h"
#include "store/wording.h"
#include "widgets/announce.h"
#include "widgets/toast.h"

struct _SamenHistoryDialog
{
  AdwDialog parent_instance;
  SamenStore *store;

  AdwWindowTitle *title;
  AdwBanner *banner;
  AdwToastOverlay *toasts;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (SamenHistoryDialog, samen_history_dialog, ADW_TYPE_DIALOG)

static void
take_back_cb (SamenHistoryDialog *self, SamenHistoryRow *row)
{
  g_autoptr (GError) error = NULL;

  if (!samen_store_take_back (self->store, samen_history_row_get_edit (row)->seq, &error))
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      samen_announce (self, error->message);
      return;
    }
  adw_banner_set_revealed (self->banner, FALSE);
  samen_toast_undo (GTK_WIDGET (self->list), _ ("Taken back"));
  /* The button that had the focus is gone, and this edit is the latest now */
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
banner_closed_cb (SamenHistoryDialog *self)
{
  adw_banner_set_revealed (self->banner, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
setup_cb (SamenHistoryDialog *self, GtkListItem *item)
{
  SamenHistoryRow *row = samen_history_row_new (self->store);

  g_signal_connect_object (row, "take-back", G_CALLBACK (take_back_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, GTK_WIDGET (row));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (SamenHistoryDialog *self, GtkListItem *item)
{
  SamenHistoryRow *row = SAMEN_HISTORY_ROW (gtk_list_item_get_child (item));
  g_autofree char *name = NULL;

  samen_history_row_show (row, gtk_list_item_get_item (item));
  name = samen_history_row_dup_name (row);
  gtk_list_item_set_accessible_label (item, name);
}

static void
unbind_cb (SamenHistoryDialog *self, GtkListItem *item)
{
  samen_history_row_show (SAMEN_HISTORY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
samen_history_dialog_dispose (GObject *object)
{
  SamenHistoryDialog *self = SAMEN_HISTORY_DIALOG (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  /* GTK may keep what the focus was in, but not with the dossier */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_HISTORY_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_history_dialog_parent_class)->dispose (object);
}

static void
samen_history_dialog_class_init (SamenHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_history_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenHistoryDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SamenHistoryDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, SamenHistoryDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SamenHistoryDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, banner_closed_cb);
}

static void
samen_history_dialog_init (SamenHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
samen_history_dialog_new (SamenStore *store, SamenRecord *record)
{
  SamenHistoryDialog *self = g_object_new (SAMEN_TYPE_HISTORY_DIALOG, NULL);
  SamenHistory *history = samen_history_new (store, record != NULL ? record->id : NULL);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (history));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->store = g_object_ref (store);
  if (record != NULL)
    {
      g_autofree char *name = samen_wording_record (store, G_OBJECT_TYPE (record), record->id);

      adw_window_title_set_subtitle (self->title, name);
    }
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  return ADW_DIALOG (self);
}
