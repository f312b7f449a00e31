/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/agreement-text.h"
#include "exchange/lock.h"
#include "pages/covenant/agreement-view.h"
#include "pages/covenant/line-row.h"
#include "pages/covenant/new-version-dialog.h"
#include "pages/covenant/parties-section.h"
#include "pages/covenant/term-section.h"
#include "pages/covenant/writing.h"

struct _SamenAgreementView
{
  AdwBin parent_instance;
  SamenStore *store;
  SamenAgreement *agreement;
  SamenWriting *writing;

  GtkLabel *title;
  GtkLabel *status;
  GtkWidget *lock_box;
  GtkLabel *lock_label;
  GtkWidget *before_button;
  GtkLabel *before_label;
  GtkWidget *after_button;
  GtkLabel *after_label;
  GtkWidget *version_button;
  SamenLineText *preamble;
  SamenLineText *closing;
  GtkActionable *change_button;
  GtkWidget *add_consideration_box;
  GtkWidget *add_article_box;
  SamenPartiesSection *parties_section;
  SamenTermSection *term_section;
  GtkWidget *consideration_group;
  GtkWidget *line_group;
  GtkListBox *consideration_list;
  GtkListBox *line_list;
};

G_DEFINE_FINAL_TYPE (SamenAgreementView, samen_agreement_view, ADW_TYPE_BIN)

static void
show_placeholder (SamenLineText *text, const char *words, gboolean locked)
{
  samen_line_text_set_placeholder (text, locked ? NULL : words);
  gtk_widget_set_visible (GTK_WIDGET (text), !locked || *samen_line_text_get_shown (text) != '\0');
}

/* A covenant may have been signed on paper, of which the text is not here */
static void
show_group (GtkWidget *group, GtkListBox *list, gboolean locked)
{
  gtk_widget_set_visible (group, !locked || gtk_list_box_get_row_at_index (list, 0) != NULL);
}

/* The text can be read and signed; what would change it is out of reach, and says why */
static void
show_text (SamenAgreementView *self)
{
  g_autofree char *reason = samen_lock_reason (self->store, self->agreement);

  gtk_widget_set_visible (self->add_consideration_box, reason == NULL);
  gtk_widget_set_visible (self->add_article_box, reason == NULL);
  gtk_label_set_text (self->lock_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (self->lock_box, reason != NULL);
  samen_writing_show (self->writing, reason);
  show_group (self->consideration_group, self->consideration_list, reason != NULL);
  show_group (self->line_group, self->line_list, reason != NULL);
  show_placeholder (self->preamble, _ ("Write here what comes before the parties"), reason != NULL);
  show_placeholder (self->closing, _ ("Write here the words to close with"), reason != NULL);
}

/* Leads to the version before or after this one, if there is one */
static void
show_version (GtkWidget *button, GtkLabel *label, const char *words, SamenAgreement *version)
{
  gboolean is_there = version != NULL && !SAMEN_RECORD (version)->deleted;

  gtk_widget_set_visible (button, is_there);
  if (!is_there)
    return;
  gtk_label_set_text (label, words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "agreement",
                                    SAMEN_RECORD (version)->id);
  /* With its target first, or GTK warns of an action without one */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.reveal-record");
}

static void
show_versions (SamenAgreementView *self, SamenAgreement *after)
{
  const char *id = self->agreement->follows.id;
  g_autoptr (SamenAgreement) before =
      id != NULL ? samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, id) : NULL;
  /* Translators: the title of the covenant of which this is a new version */
  g_autofree char *follows =
      before != NULL ? g_strdup_printf (_ ("Follows “%s”"), before->title) : NULL;
  /* Translators: the title of the new version of this covenant */
  g_autofree char *followed =
      after != NULL ? g_strdup_printf (_ ("New version: “%s”"), after->title) : NULL;

  show_version (self->before_button, self->before_label, follows, before);
  show_version (self->after_button, self->after_label, followed, after);
  gtk_widget_set_visible (self->version_button, after == NULL);
}

static void
update (SamenAgreementView *self)
{
  g_autoptr (SamenAgreementTerm) term = samen_agreement_term_today (self->store, self->agreement);
  g_autofree char *status = samen_agreement_term_describe (term);

  gtk_label_set_text (self->status, status);
  show_versions (self, term->successor);
  show_text (self);
}

/* The new one is shown, as one that is added is */
static void
version_closed_cb (SamenAgreementView *self, SamenNewVersionDialog *dialog)
{
  const char *id = samen_new_version_dialog_get_id (dialog);
  g_autoptr (SamenRecord) started =
      id != NULL ? samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, id) : NULL;

  if (started != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.reveal-record", "(ss)", "agreement", id);
}

static void
new_version_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenAgreementView *self = SAMEN_AGREEMENT_VIEW (widget);
  AdwDialog *dialog = samen_new_version_dialog_new (self->store, self->agreement);

  g_signal_connect_object (dialog, "closed", G_CALLBACK (version_closed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *what)
{
  SamenAgreementView *self = SAMEN_AGREEMENT_VIEW (widget);
  const char *name = g_variant_get_string (what, NULL);

  samen_writing_add (self->writing, g_str_equal (name, "consideration")
                                        ? SAMEN_LINE_ADD_CONSIDERATION
                                    : g_str_equal (name, "chapter") ? SAMEN_LINE_ADD_CHAPTER
                                                                    : SAMEN_LINE_ADD_ARTICLE);
}

/* Before the page, the dossier or the window is closed */
static void
samen_agreement_view_unmap (GtkWidget *widget)
{
  SamenAgreementView *self = SAMEN_AGREEMENT_VIEW (widget);

  if (self->writing != NULL)
    samen_writing_flush (self->writing);
  GTK_WIDGET_CLASS (samen_agreement_view_parent_class)->unmap (widget);
}

static void
samen_agreement_view_dispose (GObject *object)
{
  SamenAgreementView *self = SAMEN_AGREEMENT_VIEW (object);

  g_clear_object (&self->writing);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_AGREEMENT_VIEW);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_agreement_view_parent_class)->dispose (object);
}

static void
samen_agreement_view_class_init (SamenAgreementViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_agreement_view_dispose;
  widget_class->unmap = samen_agreement_view_unmap;
  g_type_ensure (SAMEN_TYPE_LINE_TEXT);
  g_type_ensure (SAMEN_TYPE_PARTIES_SECTION);
  g_type_ensure (SAMEN_TYPE_TERM_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/agreement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, title);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, status);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, lock_box);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, lock_label);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, before_button);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, before_label);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, after_button);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, after_label);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, version_button);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, preamble);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, closing);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, change_button);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, add_consideration_box);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, add_article_box);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, parties_section);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, term_section);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, consideration_group);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, line_group);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, consideration_list);
  gtk_widget_class_bind_template_child (widget_class, SamenAgreementView, line_list);
  gtk_widget_class_install_action (widget_class, "writing.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "covenant.new-version", NULL, new_version_cb);
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
}

GtkWidget *
samen_agreement_view_new (SamenStore *store, SamenAgreement *agreement)
{
  SamenAgreementView *self = g_object_new (SAMEN_TYPE_AGREEMENT_VIEW, NULL);
  const char *id = SAMEN_RECORD (agreement)->id;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  set_targets (self, id);
  g_object_bind_property (agreement, "title", self->title, "label", G_BINDING_SYNC_CREATE);
  samen_parties_section_show (self->parties_section, store, agreement);
  samen_term_section_show (self->term_section, store, agreement);
  self->writing = samen_writing_new (store, agreement, GTK_WIDGET (self), self->consideration_list,
                                     self->line_list);
  samen_writing_add_words (self->writing, self->preamble, "preamble");
  samen_writing_add_words (self->writing, self->closing, "closing");
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

static GtkWidget *
find_line (GtkListBox *list, SamenRecord *record)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (SAMEN_IS_LINE_ROW (row) && samen_line_row_get_record (SAMEN_LINE_ROW (row)) == record)
      return row;
  return NULL;
}

GtkWidget *
samen_agreement_view_find (SamenAgreementView *self, SamenRecord *record)
{
  GtkWidget *line = find_line (self->consideration_list, record);

  return line != NULL ? line : find_line (self->line_list, record);
}
