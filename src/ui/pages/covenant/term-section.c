/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/agreement-text.h"
#include "pages/covenant/term-section.h"
#include "widgets/record-row.h"
#include "widgets/words.h"

struct _SamenTermSection
{
  AdwBin parent_instance;
  SamenStore *store;
  SamenAgreement *agreement;
  GListModel *evaluations;

  GtkActionable *change_button;
  GtkActionable *add_button;
  AdwActionRow *start_row;
  AdwActionRow *end_row;
  AdwActionRow *notice_row;
  AdwActionRow *extension_row;
  AdwActionRow *next_row;
  GtkListBox *evaluation_list;
};

G_DEFINE_FINAL_TYPE (SamenTermSection, samen_term_section, ADW_TYPE_BIN)

/* How many days ago @due was; 0 where it is not past */
static int
days_late (SamenDate due)
{
  return MAX (samen_date_days (samen_date_today ()) - samen_date_days (samen_date_last_day (due)),
              0);
}

static char *
describe_held (SamenEvaluation *evaluation)
{
  g_autofree char *held = samen_date_format (evaluation->held, NULL);
  int late = days_late (evaluation->due);

  if (samen_date_is_set (evaluation->held))
    /* Translators: an evaluation took place on this date */
    return g_strdup_printf (_ ("Held: %s"), held);
  if (late > 0)
    /* Translators: an evaluation that should have been held */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not held yet, %d day late",
                                         "Not held yet, %d days late", (gulong) late),
                            late);
  return g_strdup (_ ("Not held yet"));
}

static char *
describe (gpointer record, SamenStore *store)
{
  SamenEvaluation *evaluation = record;
  g_autofree char *held = describe_held (evaluation);

  return samen_join_facts (evaluation->subject, held, evaluation->outcome, SAMEN_END);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  GtkWidget *row = samen_record_row_new (item);

  samen_record_row_add_menu (SAMEN_RECORD_ROW (row));
  samen_record_row_set_describe (SAMEN_RECORD_ROW (row), SAMEN_TERM_SECTION (data)->store,
                                 describe);
  return row;
}

static void
show_start (SamenTermSection *self, const SamenAgreementTerm *term)
{
  g_autofree char *date = samen_date_format (term->start, NULL);
  g_autofree char *choice = samen_record_format (self->agreement, "starts", NULL);

  adw_action_row_set_subtitle (self->start_row, *date != '\0' ? date : choice);
}

static void
show_end (SamenTermSection *self, const SamenAgreementTerm *term)
{
  g_autofree char *end = samen_date_format (term->end, NULL);
  g_autofree char *notice = samen_date_format (term->last_notice, NULL);
  const char *extension = self->agreement->extension;

  adw_action_row_set_subtitle (self->end_row, *end != '\0' ? end : _ ("No end date"));
  adw_action_row_set_subtitle (self->notice_row, notice);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_row), *notice != '\0');
  adw_action_row_set_subtitle (self->extension_row, extension != NULL ? extension : "");
  gtk_widget_set_visible (GTK_WIDGET (self->extension_row), extension != NULL);
}

/* What is late looks so too, as the rows of what was planned say it */
static void
show_next (SamenTermSection *self, const SamenAgreementTerm *term)
{
  SamenDate next = samen_agreement_next_evaluation (self->agreement, term, self->evaluations);
  int late = samen_date_is_set (next) ? days_late (next) : 0;
  g_autofree char *date = samen_date_format (next, NULL);
  g_autofree char *overdue =
      late > 0
          ? g_strdup_printf (
                g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) late), late)
          : NULL;
  g_autofree char *line = samen_join_facts (date, overdue, SAMEN_END);

  adw_action_row_set_subtitle (self->next_row, line);
  gtk_widget_set_visible (GTK_WIDGET (self->next_row), samen_date_is_set (next));
}

static void
update (SamenTermSection *self)
{
  g_autoptr (SamenAgreementTerm) term = samen_agreement_term_today (self->store, self->agreement);

  show_start (self, term);
  show_end (self, term);
  show_next (self, term);
  gtk_widget_set_visible (GTK_WIDGET (self->change_button), !samen_agreement_term_is_locked (term));
  gtk_widget_set_visible (GTK_WIDGET (self->evaluation_list),
                          g_list_model_get_n_items (self->evaluations) > 0);
  samen_record_rows_update (self->evaluation_list);
}

static void
samen_term_section_dispose (GObject *object)
{
  SamenTermSection *self = SAMEN_TERM_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_TERM_SECTION);
  g_clear_object (&self->evaluations);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_term_section_parent_class)->dispose (object);
}

static void
samen_term_section_class_init (SamenTermSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_term_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/term-section.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenTermSection, change_button);
  gtk_widget_class_bind_template_child (widget_class, SamenTermSection, add_button);
  gtk_widget_class_bind_template_child (widget_class, SamenTermSection, start_row);
  gtk_widget_class_bind_template_child (widget_class, SamenTermSection, end_row);
  gtk_widget_class_bind_template_child (widget_class, SamenTermSection, notice_row);
  gtk_widget_class_bind_template_child (widget_class, SamenTermSection, extension_row);
  gtk_widget_class_bind_template_child (widget_class, SamenTermSection, next_row);
  gtk_widget_class_bind_template_child (widget_class, SamenTermSection, evaluation_list);
}

static void
samen_term_section_init (SamenTermSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
samen_term_section_show (SamenTermSection *self, SamenStore *store, SamenAgreement *agreement)
{
  const char *id = SAMEN_RECORD (agreement)->id;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->evaluations = samen_store_list (store, SAMEN_TYPE_EVALUATION, "agreement", id);
  gtk_actionable_set_action_target (self->change_button, "(ss)", "agreement", id);
  gtk_actionable_set_action_target (self->add_button, "(sss)", "evaluation", "agreement", id);
  gtk_list_box_bind_model (self->evaluation_list, self->evaluations, make_row, self, NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
