/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "dialogs/import-dialog.h"

struct _SamenImportDialog
{
  AdwDialog parent_instance;
  AdwPreferencesGroup *title_group;
  GtkListBox *found_list;
};

G_DEFINE_FINAL_TYPE (SamenImportDialog, samen_import_dialog, ADW_TYPE_DIALOG)

static guint confirmed_signal;

static void
cancel_cb (SamenImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
import_cb (SamenImportDialog *self)
{
  g_signal_emit (self, confirmed_signal, 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
samen_import_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMEN_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (samen_import_dialog_parent_class)->dispose (object);
}

static void
samen_import_dialog_class_init (SamenImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_import_dialog_dispose;
  confirmed_signal = g_signal_new ("confirmed", SAMEN_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenImportDialog, title_group);
  gtk_widget_class_bind_template_child (widget_class, SamenImportDialog, found_list);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
samen_import_dialog_init (SamenImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_row (const char *line)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

SamenImportDialog *
samen_import_dialog_new (const SamenCovenantText *text)
{
  SamenImportDialog *self = g_object_new (SAMEN_TYPE_IMPORT_DIALOG, NULL);
  g_autofree char *title = samen_covenant_import_title (text);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  SamenCovenantSummary summary;
  g_auto (GStrv) lines = NULL;

  samen_covenant_import_summarise (text, &summary);
  lines = samen_covenant_summary_describe (&summary);
  adw_preferences_group_set_title (self->title_group, markup);
  for (guint i = 0; lines[i] != NULL; i++)
    gtk_list_box_append (self->found_list, make_row (lines[i]));
  return self;
}
