/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/export-pdf.h"
#include "dialogs/print.h"
#include "document/success-book.h"
#include "pages/steps/success-book-dialog.h"
#include "widgets/photo-view.h"
#include "widgets/toast.h"

struct _SamenSuccessBookDialog
{
  AdwDialog parent_instance;
  SamenStore *store;

  GtkStack *stack;
  GtkListBox *celebration_list;
};

G_DEFINE_FINAL_TYPE (SamenSuccessBookDialog, samen_success_book_dialog, ADW_TYPE_DIALOG)

static SamenDocument *
make_document (SamenStore *store, const char *unused)
{
  return samen_success_book_new (store);
}

void
samen_success_book_print (GtkWidget *parent, SamenStore *store)
{
  g_autoptr (GListModel) celebrated = samen_celebrated_milestones (store);

  if (g_list_model_get_n_items (celebrated) > 0)
    samen_print (parent, store, _ ("Success Book"), make_document, NULL);
  else
    samen_toast (parent,
                 _ ("Nothing has been celebrated yet, so there is no success book to print."));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  /* Toasts are shown within the dialog */
  samen_export_pdf (GTK_WIDGET (SAMEN_SUCCESS_BOOK_DIALOG (widget)->stack),
                    SAMEN_SUCCESS_BOOK_DIALOG (widget)->store, _ ("Success Book"), make_document,
                    NULL);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  samen_success_book_print (GTK_WIDGET (SAMEN_SUCCESS_BOOK_DIALOG (widget)->stack),
                            SAMEN_SUCCESS_BOOK_DIALOG (widget)->store);
}

static GtkWidget *
append_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* A line such as "Thanks to: Lotte" */
static void
append_fact (GtkWidget *box, const char *label, const char *fact)
{
  g_autofree char *text = NULL;

  if (fact == NULL)
    return;
  /* Translators: what is told, and what there is to tell, such as "Who contributed: all teachers" */
  text = g_strdup_printf (_ ("%s: %s"), label, fact);
  append_label (box, text, "body");
}

static void
append_photo (SamenSuccessBookDialog *self,
              GtkWidget *box,
              SamenMilestone *milestone,
              SamenCelebration *celebration)
{
  g_autoptr (SamenAttachment) photo =
      samen_celebration_photo (self->store, SAMEN_RECORD (celebration)->id);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *alt = NULL;
  GtkWidget *view;

  if (photo == NULL)
    return;
  bytes = samen_store_load_bytes (self->store, photo->content.hash, NULL);
  alt = samen_celebration_photo_alt (photo, milestone, NULL);
  view = samen_photo_view_new ();
  samen_photo_view_set (SAMEN_PHOTO_VIEW (view), bytes, alt);
  gtk_box_append (GTK_BOX (box), view);
  if (photo->description != NULL)
    append_label (box, photo->description, "caption");
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  SamenSuccessBookDialog *self = data;
  SamenCelebration *celebration = item;
  g_autoptr (SamenMilestone) milestone =
      samen_store_get (self->store, SAMEN_TYPE_MILESTONE, celebration->milestone.id);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title;
  g_autofree char *day = samen_date_format (celebration->date, NULL);
  const char *contributors = celebration->contributors;

  gtk_widget_add_css_class (box, "celebrated");
  append_photo (self, box, milestone, celebration);
  title = append_label (box, milestone->title, "title-4");
  append_fact (box, _ ("Celebrated"), day);
  append_fact (box, _ ("What for"), celebration->reason);
  append_fact (box, _ ("How it is celebrated"), celebration->occasion);
  append_fact (box, _ ("Who contributed"),
               contributors != NULL ? contributors : milestone->contributors);
  append_fact (box, _ ("Thanks to"), celebration->thanks);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title,
                                  NULL, -1);
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
  gtk_widget_class_bind_template_child (widget_class, SamenSuccessBookDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenSuccessBookDialog, celebration_list);
  gtk_widget_class_install_action (widget_class, "book.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "book.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "book.print",
                                       NULL);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "book.export", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "book.print", !empty);
  return ADW_DIALOG (self);
}
