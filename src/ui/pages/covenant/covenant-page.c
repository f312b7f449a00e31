/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/export-pdf.h"
#include "dialogs/print.h"
#include "dialogs/send-mail.h"
#include "document/covenant.h"
#include "pages/covenant/agreement-view.h"
#include "pages/covenant/covenant-page.h"
#include "widgets/toast.h"

struct _SamenCovenantPage
{
  SamenPage parent_instance;
  GListModel *agreements;
  SamenAgreement *shown; /* only to be compared */

  GtkWidget *chooser_clamp;
  GtkDropDown *chooser;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwBin *agreement_bin;
};

G_DEFINE_FINAL_TYPE (SamenCovenantPage, samen_covenant_page, SAMEN_TYPE_PAGE)

static void
selected_cb (SamenCovenantPage *self)
{
  SamenAgreement *agreement = gtk_drop_down_get_selected_item (self->chooser);

  /* The same may be told twice, and a long text is long to show */
  if (agreement != self->shown)
    {
      adw_bin_set_child (
          self->agreement_bin,
          agreement != NULL
              ? samen_agreement_view_new (samen_page_get_store (SAMEN_PAGE (self)), agreement)
              : NULL);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  self->shown = agreement;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "covenant.export", agreement != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "covenant.mail", agreement != NULL);
}

static SamenDocument *
make_document (SamenStore *store, const char *id)
{
  g_autoptr (SamenAgreement) agreement = samen_store_get (store, SAMEN_TYPE_AGREEMENT, id);

  return agreement != NULL ? samen_covenant_document_new (store, agreement) : NULL;
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenCovenantPage *self = SAMEN_COVENANT_PAGE (widget);
  SamenAgreement *agreement = gtk_drop_down_get_selected_item (self->chooser);

  if (agreement != NULL)
    samen_export_pdf (widget, samen_page_get_store (SAMEN_PAGE (self)), agreement->title,
                      make_document, SAMEN_RECORD (agreement)->id);
}

static void
mail_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenCovenantPage *self = SAMEN_COVENANT_PAGE (widget);
  SamenAgreement *agreement = gtk_drop_down_get_selected_item (self->chooser);

  if (agreement != NULL)
    samen_send_mail (widget, samen_page_get_store (SAMEN_PAGE (self)), agreement->title,
                     make_document, SAMEN_RECORD (agreement)->id);
}

static void
samen_covenant_page_print (SamenPage *page)
{
  SamenAgreement *agreement = gtk_drop_down_get_selected_item (SAMEN_COVENANT_PAGE (page)->chooser);

  if (agreement != NULL)
    samen_print (GTK_WIDGET (page), samen_page_get_store (page), agreement->title, make_document,
                 SAMEN_RECORD (agreement)->id);
  else
    samen_toast (GTK_WIDGET (page), _ ("There is no covenant to print yet."));
}

static void
samen_covenant_page_fill (SamenPage *page)
{
  SamenCovenantPage *self = SAMEN_COVENANT_PAGE (page);

  self->agreements =
      samen_store_list (samen_page_get_store (page), SAMEN_TYPE_AGREEMENT, NULL, NULL);
  gtk_drop_down_set_model (self->chooser, self->agreements);
  selected_cb (self);
}

static void
samen_covenant_page_update (SamenPage *page)
{
  SamenCovenantPage *self = SAMEN_COVENANT_PAGE (page);
  guint n = g_list_model_get_n_items (self->agreements);

  gtk_widget_set_visible (self->chooser_clamp, n > 1);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "agreement" : "empty");
}

/* Of several covenants the one is shown that is asked for, or that the thing is part of */
static GtkWidget *
samen_covenant_page_find (SamenPage *page, SamenRecord *record)
{
  SamenCovenantPage *self = SAMEN_COVENANT_PAGE (page);
  g_autoptr (SamenRecord) whole = g_object_ref (record);

  while (whole != NULL && !SAMEN_IS_AGREEMENT (whole))
    {
      g_autoptr (SamenRecord) part = g_steal_pointer (&whole);

      whole = samen_store_get_owner (samen_page_get_store (page), part);
    }
  for (guint i = 0; i < g_list_model_get_n_items (self->agreements); i++)
    {
      g_autoptr (SamenRecord) agreement = g_list_model_get_item (self->agreements, i);

      if (agreement == whole && gtk_drop_down_get_selected (self->chooser) != i)
        gtk_drop_down_set_selected (self->chooser, i);
    }
  if (whole == NULL)
    return NULL;
  if (record != whole)
    return samen_agreement_view_find (
        SAMEN_AGREEMENT_VIEW (adw_bin_get_child (self->agreement_bin)), record);
  return gtk_widget_get_visible (self->chooser_clamp) ? GTK_WIDGET (self->chooser) : NULL;
}

static void
samen_covenant_page_dispose (GObject *object)
{
  SamenCovenantPage *self = SAMEN_COVENANT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_COVENANT_PAGE);
  g_clear_object (&self->agreements);
  G_OBJECT_CLASS (samen_covenant_page_parent_class)->dispose (object);
}

static void
samen_covenant_page_class_init (SamenCovenantPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_covenant_page_dispose;
  SAMEN_PAGE_CLASS (klass)->fill = samen_covenant_page_fill;
  SAMEN_PAGE_CLASS (klass)->update = samen_covenant_page_update;
  SAMEN_PAGE_CLASS (klass)->find = samen_covenant_page_find;
  SAMEN_PAGE_CLASS (klass)->print = samen_covenant_page_print;
  SAMEN_PAGE_CLASS (klass)->print_label = N_ ("_Print the Covenant…");
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/covenant-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenCovenantPage, chooser_clamp);
  gtk_widget_class_bind_template_child (widget_class, SamenCovenantPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, SamenCovenantPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SamenCovenantPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SamenCovenantPage, agreement_bin);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "covenant.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "covenant.mail", NULL, mail_cb);
}

static void
samen_covenant_page_init (SamenCovenantPage *self)
{
  g_type_ensure (SAMEN_TYPE_RECORD);
  gtk_widget_init_template (GTK_WIDGET (self));
}
