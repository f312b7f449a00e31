/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "pages/steering/criterion-card.h"
#include "pages/steering/criterion-drawing.h"
#include "rules/progress.h"
#include "store/log.h"
#include "widgets/chart-view.h"
#include "widgets/record-keys.h"
#include "widgets/record-menu.h"
#include "widgets/record-row.h"
#include "widgets/words.h"

struct _SamenCriterionCard
{
  GtkListBoxRow parent_instance;
  SamenStore *store;
  SamenCriterion *criterion;
  GListModel *measurements;

  GtkLabel *title;
  GtkLabel *course;
  GtkActionable *measure_button;
  GtkActionable *change_button;
  AdwBin *menu_bin;
  SamenChartView *chart;
  GtkLabel *sentence;
  GtkLabel *measuring;
  GtkWidget *afterwards;
  GtkExpander *table_expander;
  SamenFactTable *table;
  GtkExpander *expander;
  GtkListBox *measurement_list;
};

G_DEFINE_FINAL_TYPE (SamenCriterionCard, samen_criterion_card, GTK_TYPE_LIST_BOX_ROW)

static void
show_course (SamenCriterionCard *self, SamenCourse course)
{
  static const char *const classes[] = {
    [SAMEN_COURSE_UNKNOWN] = "dim-label",
    [SAMEN_COURSE_BEHIND] = "warning",
    [SAMEN_COURSE_ON] = "accent",
    [SAMEN_COURSE_REACHED] = "success",
  };
  const char *all[] = { "caption", classes[course], NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->course), all);
  gtk_label_set_text (self->course, samen_course_label (course));
}

static void
show_count (SamenCriterionCard *self)
{
  guint n = g_list_model_get_n_items (self->measurements);
  g_autofree char *label = g_strdup_printf (ngettext ("%u measurement", "%u measurements", n), n);

  gtk_expander_set_label (self->expander, label);
  gtk_widget_set_visible (GTK_WIDGET (self->expander), n > 0);
}

/* What was agreed on at first, where that is no longer the target; NULL otherwise */
static char *
describe_first_target (SamenCriterionCard *self)
{
  g_autoptr (GVariant) first =
      samen_store_first_value (self->store, SAMEN_RECORD (self->criterion), "target");
  g_autoptr (GVariant) now = samen_record_get (SAMEN_RECORD (self->criterion), "target");
  g_autofree char *value = NULL;

  if (first == NULL || samen_value_equal (first, now))
    return NULL;
  value = samen_criterion_format_value (self->criterion, g_variant_get_double (first), NULL);
  /* Translators: the target of a criterion before it was changed, such as "85 %" */
  return g_strdup_printf (_ ("First target: %s"), value);
}

/* What was agreed on first, how often it is measured, by whom, and by when again */
static void
show_measuring (SamenCriterionCard *self, const SamenProgress *progress)
{
  const guint rhythm = (guint) MAX (self->criterion->rhythm, 0);
  g_autofree char *day = samen_date_format (progress->next, NULL);
  g_autofree char *first = describe_first_target (self);
  g_autofree char *often = NULL;
  g_autofree char *who = NULL;
  g_autofree char *next = NULL;
  g_autofree char *facts = NULL;

  if (rhythm > 0)
    often = g_strdup_printf (
        ngettext ("To be measured every month", "To be measured every %u months", rhythm), rhythm);
  if (self->criterion->measured_by != NULL)
    /* Translators: who measures an evaluation criterion */
    who = g_strdup_printf (_ ("Measured by: %s"), self->criterion->measured_by);
  if (samen_date_is_set (progress->next))
    /* Translators: the day by which is to be measured again */
    next = g_strdup_printf (_ ("Next by %s"), day);
  facts = samen_join_facts (first, often, who, next, SAMEN_END);
  gtk_label_set_text (self->measuring, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->measuring), *facts != '\0');
}

static SamenProgress *
get_progress (SamenCriterionCard *self)
{
  SamenDate added = samen_store_added_on (self->store, SAMEN_RECORD (self->criterion));
  g_autoptr (SamenGoal) goal =
      samen_store_get (self->store, SAMEN_TYPE_GOAL, self->criterion->goal.id);

  return samen_progress_new (self->criterion, goal, self->measurements, added, samen_date_today ());
}

/* The table is made when somebody looks at it */
static void
update_table_cb (SamenCriterionCard *self)
{
  g_autoptr (SamenProgress) progress = get_progress (self);

  if (gtk_expander_get_expanded (self->table_expander))
    samen_criterion_table_show (self->table, progress, self->measurements);
}

static void
update (SamenCriterionCard *self)
{
  SamenDate added = samen_store_added_on (self->store, SAMEN_RECORD (self->criterion));
  g_autoptr (SamenGoal) goal =
      samen_store_get (self->store, SAMEN_TYPE_GOAL, self->criterion->goal.id);
  g_autoptr (SamenProgress) progress = get_progress (self);
  g_autofree char *sentence = samen_progress_describe (progress);

  show_course (self, progress->course);
  show_count (self);
  show_measuring (self, progress);
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (self->afterwards, !samen_criterion_named_beforehand (goal, added));
  samen_criterion_drawing_show (self->chart, progress, self->measurements, sentence);
  update_table_cb (self);
}

static char *
describe_measurement (gpointer record, SamenStore *store)
{
  SamenMeasurement *measurement = record;

  return samen_join_facts (measurement->source, measurement->note, SAMEN_END);
}

static void
show_value (SamenMeasurement *measurement, GParamSpec *pspec, GtkLabel *label)
{
  SamenCriterionCard *self = SAMEN_CRITERION_CARD (g_object_get_data (G_OBJECT (label), "card"));
  g_autofree char *value = samen_criterion_format_value (self->criterion, measurement->value, NULL);

  gtk_label_set_text (label, value);
}

static GtkWidget *
make_measurement_row (gpointer item, gpointer data)
{
  SamenCriterionCard *self = data;
  GtkWidget *row = samen_record_row_new (item);
  GtkWidget *value = gtk_label_new (NULL);

  gtk_widget_add_css_class (value, "numeric");
  g_object_set_data (G_OBJECT (value), "card", self);
  g_signal_connect_object (item, "notify", G_CALLBACK (show_value), value, 0);
  show_value (item, NULL, GTK_LABEL (value));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  samen_record_row_set_describe (SAMEN_RECORD_ROW (row), self->store, describe_measurement);
  return row;
}

static void
samen_criterion_card_dispose (GObject *object)
{
  SamenCriterionCard *self = SAMEN_CRITERION_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_CRITERION_CARD);
  g_clear_object (&self->measurements);
  g_clear_object (&self->criterion);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_criterion_card_parent_class)->dispose (object);
}

static void
samen_criterion_card_class_init (SamenCriterionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_criterion_card_dispose;
  samen_record_keys_install (widget_class);
  g_type_ensure (SAMEN_TYPE_CHART_VIEW);
  g_type_ensure (SAMEN_TYPE_FACT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/criterion-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, title);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, course);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, measure_button);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, change_button);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, menu_bin);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, chart);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, measuring);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, afterwards);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, table_expander);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, table);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, expander);
  gtk_widget_class_bind_template_child (widget_class, SamenCriterionCard, measurement_list);
  gtk_widget_class_bind_template_callback (widget_class, update_table_cb);
}

static void
samen_criterion_card_init (SamenCriterionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
samen_criterion_card_new (SamenStore *store, SamenCriterion *criterion)
{
  SamenCriterionCard *self = g_object_new (SAMEN_TYPE_CRITERION_CARD, NULL);
  const char *id = SAMEN_RECORD (criterion)->id;

  self->store = g_object_ref (store);
  self->criterion = g_object_ref (criterion);
  self->measurements = samen_store_list (store, SAMEN_TYPE_MEASUREMENT, "criterion", id);
  g_object_bind_property (criterion, "title", self->title, "label", G_BINDING_SYNC_CREATE);
  gtk_actionable_set_action_target (self->measure_button, "(sss)", "measurement", "criterion", id);
  gtk_actionable_set_action_target (self->change_button, "(ss)", "criterion", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)", "criterion", id);
  adw_bin_set_child (self->menu_bin, samen_record_menu_new (GTK_WIDGET (self), NULL, NULL));
  gtk_list_box_bind_model (self->measurement_list, self->measurements, make_measurement_row, self,
                           NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

gboolean
samen_criterion_card_shows (SamenCriterionCard *self, SamenRecord *record)
{
  return SAMEN_RECORD (self->criterion) == record;
}
