/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/export-pdf.h"
#include "document/success-book.h"
#include "pages/steps/success-book-dialog.h"
#include "widgets/words.h"

struct _SamenSuccessBookDialog
{
  AdwDialog parent_instance;
  SamenStore *store;

  GtkWidget *export_button;
  GtkStack *stack;
  GtkListBox *celebration_list;
};

G_DEFINE_FINAL_TYPE (SamenSuccessBookDialog, samen_success_book_dialog, ADW_TYPE_DIALOG)

static SamenDocument *
make_document (SamenStore *store, const char *unused)
{
  return samen_success_book_new (store);
}

static void
export_cb (SamenSuccessBookDialog *self, GtkWidget *button)
{
  samen_export_pdf (button, self->store, _ ("Success Book"), make_document, NULL);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  SamenSuccessBookDialog *self = data;
  SamenCelebration *celebration = item;
  g_autoptr (SamenMilestone) milestone =
      samen_store_get (self->store, SAMEN_TYPE_MILESTONE, celebration->milestone.id);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = samen_date_format (celebration->date, NULL);
  /* Translators: the day on which a milestone was celebrated */
  g_autofree char *celebrated = g_strdup_printf (_ ("Celebrated: %s"), day);
  g_autofree char *thanks = celebration->thanks != NULL
                                ? g_strdup_printf (_ ("Thanks to: %s"), celebration->thanks)
                                : NULL;
  g_autofree char *facts =
      samen_join_facts (celebrated, celebration->reason, celebration->occasion, thanks, SAMEN_END);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), milestone->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("samenspel-celebration-symbolic"));
  return row;
}

static void
samen_success_book_dialog_dispose (GObject *object)
{
  SamenSuccessBookDialog *self = SAMEN_SUCCESS_BOOK_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_SUCCESS_BOOK_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_success_book_dialog_parent_class)->dispose (object);
}

static void
samen_success_book_dialog_class_init (SamenSuccessBookDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_success_book_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/samenspel/ui/success-book-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenSuccessBookDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, SamenSuccessBookDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenSuccessBookDialog, celebration_list);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
samen_success_book_dialog_init (SamenSuccessBookDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
samen_success_book_dialog_new (SamenStore *store)
{
  SamenSuccessBookDialog *self = g_object_new (SAMEN_TYPE_SUCCESS_BOOK_DIALOG, NULL);
  g_autoptr (GListModel) celebrated = samen_celebrated_milestones (store);
  gboolean empty = g_list_model_get_n_items (celebrated) == 0;

  self->store = g_object_ref (store);
  gtk_list_box_bind_model (self->celebration_list, celebrated, make_row, self, NULL);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "book");
  gtk_widget_set_sensitive (self->export_button, !empty);
  return ADW_DIALOG (self);
}
