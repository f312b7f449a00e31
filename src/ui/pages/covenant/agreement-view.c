/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/lock.h"
#include "pages/covenant/agreement-view.h"
#include "pages/covenant/line-row.h"
#include "pages/covenant/parties-section.h"
#include "rules/numbering.h"
#include "rules/term.h"
#include "widgets/record-drag.h"
#include "widgets/record-row.h"

struct _SamenAgreementView
{
  AdwBin parent_instance;
  SamenStore *store;
  SamenAgreement *agreement;
  GListModel *parties;
  GListModel *considerations;
  GListModel *articles;
  GListModel *clauses;
  GListModel *signatures;

  GtkLabel *title;
  GtkLabel *status;
  GtkWidget *lock_box;
  GtkLabel *lock_label;
  GtkLabel *preamble;
  GtkLabel *closing;
  GtkActionable *change_button;
  GtkActionable *add_consideration_button;
  GtkActionable *add_article_button;
  SamenPartiesSection *parties_section;
  GtkListBox *consideration_list;
  GtkListBox *line_list;
};

G_DEFINE_FINAL_TYPE (SamenAgreementView, samen_agreement_view, ADW_TYPE_BIN)

static GtkWidget *
make_consideration_row (gpointer item, gpointer data)
{
  GtkWidget *row = samen_record_row_new (item);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  samen_record_row_add_menu (SAMEN_RECORD_ROW (row));
  return row;
}

static void
show_text (GtkLabel *label, SamenNumbering *numbering, const char *text)
{
  g_autofree char *shown = samen_numbering_render (numbering, text, NULL);

  gtk_label_set_text (label, shown);
  gtk_widget_set_visible (GTK_WIDGET (label), *shown != '\0');
}

static GtkWidget *
row_at (SamenAgreementView *self, guint index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->line_list, (int) index));
}

static SamenRecord *
record_at (SamenAgreementView *self, guint index)
{
  GtkWidget *row = row_at (self, index);

  return row != NULL ? samen_line_row_get_record (SAMEN_LINE_ROW (row)) : NULL;
}

static SamenRecord *
focused_record (SamenAgreementView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->line_list));

  return row != NULL ? samen_line_row_get_record (SAMEN_LINE_ROW (row)) : NULL;
}

/* A row that is not in its place is made anew there: what stands after it, stands there still or is
 * removed in the end */
static void
show_lines (SamenAgreementView *self, SamenNumbering *numbering)
{
  GPtrArray *lines = samen_numbering_get_lines (numbering);
  SamenRecord *focused = focused_record (self);
  gboolean editable = !gtk_widget_get_visible (self->lock_box);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenLine *line = g_ptr_array_index (lines, i);
      gboolean is_in_place = record_at (self, i) == line->record;

      if (!is_in_place && record_at (self, i + 1) == line->record)
        gtk_list_box_remove (self->line_list, row_at (self, i));
      else if (!is_in_place)
        gtk_list_box_insert (self->line_list, samen_line_row_new (line->record), (int) i);
      samen_line_row_show (SAMEN_LINE_ROW (row_at (self, i)), numbering, line, editable);
      /* The old row of a record that moves up is there until the end, and takes the focus along */
      if (line->record == focused &&
          gtk_widget_get_focus_child (GTK_WIDGET (self->line_list)) != row_at (self, i))
        gtk_widget_grab_focus (row_at (self, i));
    }
  while (row_at (self, lines->len) != NULL)
    gtk_list_box_remove (self->line_list, row_at (self, lines->len));
  gtk_widget_set_visible (GTK_WIDGET (self->line_list), lines->len > 0);
}

/* The text can be read and signed; what would change it is out of reach, and says why */
static void
show_lock (SamenAgreementView *self)
{
  g_autofree char *reason = samen_lock_reason (self->store, self->agreement);
  GtkActionable *buttons[] = { self->add_consideration_button, self->add_article_button };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_visible (GTK_WIDGET (buttons[i]), reason == NULL);
  samen_record_drag_set_enabled (self->consideration_list, reason == NULL);
  gtk_label_set_text (self->lock_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (self->lock_box, reason != NULL);
}

static void
update (SamenAgreementView *self)
{
  g_autoptr (SamenAgreementTerm) term = samen_agreement_term_new (
      self->agreement, self->parties, self->signatures, samen_date_today ());
  g_autoptr (SamenNumbering) numbering =
      samen_numbering_new (self->articles, self->clauses, SAMEN_NUMBERING_DEFAULT);
  g_autofree char *status = samen_agreement_term_describe (term);

  show_lock (self);
  gtk_label_set_text (self->status, status);
  show_text (self->preamble, numbering, self->agreement->preamble);
  show_text (self->closing, numbering, self->agreement->closing);
  show_lines (self, numbering);
}

static void
samen_agreement_view_dispose (GObject *object)
{
  SamenAgreementView *self = SAMEN_AGREEMENT_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_AGREEMENT_VIEW);
  g_clear_object (&self->parties);
  g_clear_object (&self->considerations);
  g_clear_object (&self->articles);
  g_clear_object (&self->clauses);
  g_clear_object (&self->signatures);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_agreement_view_parent_class)->dispose (object);
}

static void
samen_agreement_view_class_init (SamenAgreementViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_agreement_view_dispose;
  g_type_ensure (SAMEN_TYPE_PARTIES_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/agreement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, title);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, status);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, lock_box);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, lock_label);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, preamble);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, closing);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, change_button);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, add_consideration_button);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, add_article_button);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, parties_section);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, consideration_list);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, line_list);
}

static void
samen_agreement_view_init (SamenAgreementView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_targets (SamenAgreementView *self, const char *id)
{
  gtk_actionable_set_action_target (self->change_button, "(ss)", "agreement", id);
  gtk_actionable_set_action_target (self->add_consideration_button, "(sss)", "consideration",
                                    "agreement", id);
  gtk_actionable_set_action_target (self->add_article_button, "(sss)", "article", "agreement", id);
}

GtkWidget *
samen_agreement_view_new (SamenStore *store, SamenAgreement *agreement)
{
  SamenAgreementView *self = g_object_new (SAMEN_TYPE_AGREEMENT_VIEW, NULL);
  const char *id = SAMEN_RECORD (agreement)->id;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->parties = samen_store_list (store, SAMEN_TYPE_PARTY, "agreement", id);
  self->considerations = samen_store_list (store, SAMEN_TYPE_CONSIDERATION, "agreement", id);
  self->articles = samen_store_list (store, SAMEN_TYPE_ARTICLE, "agreement", id);
  self->clauses = samen_store_list (store, SAMEN_TYPE_CLAUSE, NULL, NULL);
  self->signatures = samen_store_list (store, SAMEN_TYPE_SIGNATURE, NULL, NULL);
  set_targets (self, id);
  g_object_bind_property (agreement, "title", self->title, "label", G_BINDING_SYNC_CREATE);
  samen_parties_section_show (self->parties_section, store, agreement);
  samen_record_drag_install (self->consideration_list);
  gtk_list_box_bind_model (self->consideration_list, self->considerations, make_consideration_row,
                           self, NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
