/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "pages/covenant/parties-section.h"
#include "pages/overview/overview-page.h"
#include "pages/steering/criterion-card.h"
#include "pages/steering/goal-section.h"
#include "pages/steps/steps-page.h"
#include "ui-fixture.h"
#include "widgets/chart-view.h"
#include "widgets/record-row.h"

/* What the rows and cards of the pages say, and that they follow their records */

static gpointer
find_titled (UiFixture *self, GType type, const char *title)
{
  g_autoptr (GListModel) records = samen_store_list (self->base.store, type, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (SamenRecord) record = g_list_model_get_item (records, i);
      g_autofree char *name = samen_record_dup_title (record);

      if (g_str_equal (name, title))
        return g_steal_pointer (&record);
    }
  g_error ("There is no %s", title);
}

static void
test_party (UiFixture *self, gconstpointer unused)
{
  g_autoptr (GListModel) signatures =
      samen_store_list (self->base.store, SAMEN_TYPE_SIGNATURE, NULL, NULL);
  g_autoptr (SamenSignature) signature = g_list_model_get_item (signatures, 0);
  g_autoptr (SamenParty) party =
      samen_store_get (self->base.store, SAMEN_TYPE_PARTY, signature->party.id);
  g_autofree char *signed_on = samen_date_format (signature->signed_on, NULL);
  g_autofree char *line = g_strdup_printf ("%s · %s, %s · Signed: %s", party->alias,
                                           party->representative, party->function, signed_on);
  g_autoptr (SamenAgreement) agreement =
      samen_store_get (self->base.store, SAMEN_TYPE_AGREEMENT, party->agreement.id);
  SamenPartiesSection *section = g_object_new (SAMEN_TYPE_PARTIES_SECTION, NULL);
  GtkWidget *row;

  samen_parties_section_show (section, self->base.store, agreement);
  ui_show (self, section);
  row = ui_find (section, SAMEN_TYPE_RECORD_ROW, party->name);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, line);
  g_assert_nonnull (ui_find (row, GTK_TYPE_BUTTON, "Show the Signature"));

  fixture_delete (&self->base, signature);
  g_assert_true (
      g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "· Not signed yet"));
  ui_press (row, "Sign…");
  g_assert_nonnull (ui_dialog (self));
  adw_dialog_force_close (ui_dialog (self));
  fixture_set (&self->base, party, "name", samen_value ("ROC <De> Hoek & Co"));
  g_assert_cmpstr (ui_name (row), ==, "ROC <De> Hoek & Co");
}

static void
measure (UiFixture *self, SamenCriterion *criterion, double value)
{
  SamenEdit *edit = samen_edit_new ("Add Measurement");

  samen_edit_add (edit, SAMEN_TYPE_MEASUREMENT, "criterion",
                  samen_value (SAMEN_RECORD (criterion)->id), "date",
                  samen_value (samen_date_today ()), "value", samen_value (value), NULL);
  fixture_apply (&self->base, edit);
}

/* The chart says what the sentence below it says, and both follow a measurement */
static void
test_criterion (UiFixture *self, gconstpointer unused)
{
  static const char sentence[] =
      "175 places (23 November 2026), on course with the expected 154 places; the target is at "
      "least 180 places. The latest measurements rise, which is for the better.";
  g_autoptr (SamenCriterion) criterion =
      find_titled (self, SAMEN_TYPE_CRITERION, "Training places in childcare and disability care");
  GtkWidget *list = ui_show (self, gtk_list_box_new ());
  GtkWidget *card = samen_criterion_card_new (self->base.store, criterion);
  GtkAccessible *chart = ui_find (card, SAMEN_TYPE_CHART_VIEW, NULL);

  gtk_list_box_append (GTK_LIST_BOX (list), card);
  g_assert_nonnull (ui_find (card, GTK_TYPE_EXPANDER, "8 measurements"));
  measure (self, criterion, 175);
  g_assert_nonnull (ui_find (card, GTK_TYPE_EXPANDER, "9 measurements"));
  g_assert_nonnull (ui_find (
      card, GTK_TYPE_LABEL,
      "To be measured every 3 months · Measured by: Placement desk, on the last working day of the "
      "quarter · Next by 23 February 2027"));
  g_assert_nonnull (ui_find (card, GTK_TYPE_LABEL, "On course"));
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, criterion->title);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence);
  g_assert_nonnull (ui_find (card, GTK_TYPE_LABEL, sentence));
  ui_settle ();
  ui_press (card, "Measure…");
  g_assert_nonnull (ui_dialog (self));
  adw_dialog_force_close (ui_dialog (self));
}

static void
test_goal (UiFixture *self, gconstpointer unused)
{
  SamenGoal *goal = fixture_add_goal (&self->base, "A place for all");
  GtkWidget *list = ui_show (self, gtk_list_box_new ());
  GtkWidget *section = samen_goal_section_new (self->base.store, goal);
  SamenEdit *edit = samen_edit_new ("Add Evaluation Criterion");
  g_autoptr (SamenCriterion) criterion = NULL;

  gtk_list_box_append (GTK_LIST_BOX (list), section);
  g_assert_nonnull (ui_find (section, GTK_TYPE_LABEL, "A place for all"));
  g_assert_null (ui_find (section, SAMEN_TYPE_CRITERION_CARD, NULL));
  fixture_set (&self->base, goal, "due", samen_value ("2028"));
  g_assert_nonnull (ui_find (section, GTK_TYPE_LABEL, "Due 2028"));
  fixture_set (&self->base, goal, "text", samen_value ("For each."));
  g_assert_nonnull (ui_find (section, GTK_TYPE_LABEL, "For each.\nDue 2028"));

  samen_edit_add (edit, SAMEN_TYPE_CRITERION, "goal", samen_value (SAMEN_RECORD (goal)->id),
                  "title", samen_value ("Places"), "position", samen_value ("a0"), NULL);
  fixture_apply (&self->base, edit);
  g_assert_nonnull (ui_find (section, SAMEN_TYPE_CRITERION_CARD, NULL));
  g_assert_nonnull (ui_find (section, GTK_TYPE_LABEL, "Places"));
  ui_assert_named (section);
  criterion = find_titled (self, SAMEN_TYPE_CRITERION, "Places");
  fixture_set (&self->base, criterion, "target", samen_value (85.0));
  g_assert_null (ui_find (section, GTK_TYPE_LABEL, "First target: 85"));
  fixture_set (&self->base, criterion, "target", samen_value (90.0));
  g_assert_nonnull (ui_find (section, GTK_TYPE_LABEL, "First target: 85"));
  g_object_unref (goal);
}

/* Reaching a milestone moves its row, offers to celebrate it, and can be taken back */
static void
test_milestone (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenMilestone) milestone =
      find_titled (self, SAMEN_TYPE_MILESTONE, "Parents and relatives join in");
  GtkWidget *page =
      ui_show (self, g_object_new (SAMEN_TYPE_STEPS_PAGE, "store", self->base.store, NULL));
  GtkWidget *row = ui_find (page, SAMEN_TYPE_RECORD_ROW, milestone->title);
  GtkAccessible *check = ui_find (row, GTK_TYPE_CHECK_BUTTON, NULL);
  GtkAccessible *timeline = ui_find (page, SAMEN_TYPE_CHART_VIEW, NULL);

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Due 17 December 2026.\nAylin Yıldırım and Lotte Vermeij");
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reached: Parents and relatives join in");
  gtk_test_accessible_assert_role (timeline, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  ui_settle ();
  g_assert_cmpint (samen_date_days (milestone->reached), ==, samen_date_days (samen_date_today ()));

  row = ui_find (page, SAMEN_TYPE_RECORD_ROW, milestone->title);
  check = ui_find (row, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_nonnull (ui_find (row, GTK_TYPE_BUTTON, "Celebrate…"));
  g_assert_nonnull (ui_find (self->overlay, GTK_TYPE_LABEL, "Milestone reached"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  ui_settle ();
  g_assert_false (samen_date_is_set (milestone->reached));
}

/* What stands below the first screen comes once that is drawn */
static gboolean
has_successes (gpointer page)
{
  return ui_find (page, ADW_TYPE_ACTION_ROW, "One guide to supervision") != NULL;
}

static void
test_overview (UiFixture *self, gconstpointer unused)
{
  GtkWidget *page =
      ui_show (self, g_object_new (SAMEN_TYPE_OVERVIEW_PAGE, "store", self->base.store, NULL));
  AdwActionRow *criteria = ui_find (page, ADW_TYPE_ACTION_ROW, "Tip 3: Steer on results");
  g_autoptr (SamenMilestone) milestone =
      find_titled (self, SAMEN_TYPE_MILESTONE, "Parents and relatives join in");

  g_assert_cmpstr (adw_action_row_get_subtitle (criteria), ==,
                   "Asks for attention now\n6 of 9 criteria on course or reached");
  ui_wait (has_successes, page);
  /* First it is ahead, then a success */
  g_assert_cmpstr (
      adw_action_row_get_subtitle (ui_find (page, ADW_TYPE_ACTION_ROW, milestone->title)), ==,
      "Due 17 December 2026 · Aylin Yıldırım and Lotte Vermeij");
  fixture_set (&self->base, milestone, "reached", samen_value (samen_date_today ()));
  g_assert_cmpstr (
      adw_action_row_get_subtitle (ui_find (page, ADW_TYPE_ACTION_ROW, milestone->title)), ==,
      "Reached: 23 November 2026");
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_EXAMPLE_TEST ("/rows/party", test_party);
  UI_EXAMPLE_TEST ("/rows/criterion", test_criterion);
  UI_TEST ("/rows/goal", test_goal);
  UI_EXAMPLE_TEST ("/rows/milestone", test_milestone);
  UI_EXAMPLE_TEST ("/rows/overview", test_overview);
  return g_test_run ();
}
