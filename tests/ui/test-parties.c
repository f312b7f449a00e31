/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "dialogs/record-dialog.h"
#include "pages/covenant/add-parties-dialog.h"
#include "pages/covenant/agreement-view.h"
#include "pages/covenant/parties-section.h"
#include "pages/covenant/party-group-dialog.h"
#include "pages/covenant/sign-dialog.h"
#include "pages/covenant/term-section.h"
#include "store/log.h"
#include "ui-fixture.h"
#include "widgets/record-row.h"

/* The parties of a covenant: adding, grouping, moving, signing */

static SamenAgreement *
add_covenant (UiFixture *self)
{
  SamenEdit *edit = samen_edit_new ("Add Covenant");
  g_autofree char *id = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Covenant"), NULL));

  for (const char *name = "ABC"; *name != '\0'; name++)
    {
      g_autofree char *text = g_strndup (name, 1);
      g_autofree char *position = g_strdup_printf ("a%c", *name);
      const char *organisation =
          samen_edit_add (edit, SAMEN_TYPE_ORGANISATION, "name", samen_value (text), "position",
                          samen_value (position), NULL);

      samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value ("X"), "function",
                      samen_value ("chair"), "organisation", samen_value (organisation), "position",
                      samen_value (position), NULL);
    }
  fixture_apply (&self->base, edit);
  return samen_store_get (self->base.store, SAMEN_TYPE_AGREEMENT, id);
}

static void
save (AdwDialog *dialog)
{
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  ui_settle ();
}

static void
tick (AdwDialog *dialog, const char *title)
{
  GtkWidget *row = ui_find (dialog, ADW_TYPE_PREFERENCES_ROW, title);

  g_assert_nonnull (row);
  gtk_check_button_set_active (ui_find (row, GTK_TYPE_CHECK_BUTTON, NULL), TRUE);
}

static GtkWidget *
show (UiFixture *self, SamenAgreement *agreement)
{
  SamenPartiesSection *section = g_object_new (SAMEN_TYPE_PARTIES_SECTION, NULL);

  samen_parties_section_show (section, self->base.store, agreement);
  ui_show (self, section);
  return GTK_WIDGET (section);
}

static void
add_all (UiFixture *self, SamenAgreement *agreement)
{
  AdwDialog *dialog = ui_present (self, samen_add_parties_dialog_new (self->base.store, agreement));

  ui_assert_named (dialog);
  ui_press (dialog, "Choose All");
  ui_fill (dialog, "Names, one on each line", "D\n\n  E ");
  save (dialog);
}

/* What the rows say: "1. A", or "1. A: X, chair · Not signed yet" with @all */
static char *
read_rows (GtkWidget *section, gboolean all)
{
  GString *text = g_string_new (NULL);
  GtkListBox *list =
      GTK_LIST_BOX (gtk_widget_get_parent (ui_find (section, SAMEN_TYPE_RECORD_ROW, NULL)));

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, i));
      const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

      g_string_append_printf (text, "%s%s %s", i > 0 ? " | " : "",
                              gtk_label_get_text (ui_find (row, GTK_TYPE_LABEL, NULL)),
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      if (all)
        g_string_append_printf (text, ": %s", subtitle);
    }
  return g_string_free_and_steal (text);
}

static void
assert_rows (GtkWidget *section, const char *expected)
{
  g_autofree char *text = read_rows (section, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_add (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = add_covenant (self);
  GtkWidget *section = show (self, agreement);
  g_autofree char *text = NULL;
  AdwDialog *again;

  add_all (self, agreement);
  text = read_rows (section, TRUE);
  g_assert_cmpstr (text, ==,
                   "1. A: X, chair · Not signed yet | 2. B: X, chair · Not signed yet | 3. C: X, "
                   "chair · Not signed yet | 4. D: Not signed yet | 5. E: Not signed yet");
  ui_assert_named (section);
  /* Nobody is offered twice, and nothing chosen is told */
  again = ui_present (self, samen_add_parties_dialog_new (self->base.store, agreement));
  g_assert_null (ui_find (again, GTK_TYPE_CHECK_BUTTON, NULL));
  save (again);
  g_assert_true (ui_dialog (self) == again);
  g_assert_nonnull (
      ui_find (again, GTK_TYPE_LABEL, "Choose an organisation, or type the name of one."));
  adw_dialog_force_close (again);
}

static void
test_group (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = add_covenant (self);
  GtkWidget *section = show (self, agreement);
  AdwDialog *dialog;
  SamenRecord *party;

  add_all (self, agreement);
  dialog = ui_present (self, samen_party_group_dialog_new (self->base.store, agreement));
  ui_assert_named (dialog);
  tick (dialog, "B");
  tick (dialog, "D");
  save (dialog);
  g_assert_true (ui_dialog (self) == dialog); /* it has no name */
  ui_fill (dialog, "Name", "G");
  save (dialog);
  assert_rows (section, "1. A | 2. G | a. B | b. D | 3. C | 4. E");
  party = samen_record_row_get_record (
      SAMEN_RECORD_ROW (ui_find (section, SAMEN_TYPE_RECORD_ROW, "D")));
  gtk_widget_activate_action (ui_find (section, SAMEN_TYPE_RECORD_ROW, "D"), "record.move", "(ssi)",
                              "party", party->id, -1);
  assert_rows (section, "1. A | 2. G | a. D | b. B | 3. C | 4. E");
  gtk_widget_activate_action (ui_find (section, SAMEN_TYPE_RECORD_ROW, "D"), "parties.into", "(ss)",
                              party->id, "");
  assert_rows (section, "1. A | 2. G | a. B | 3. D | 4. C | 5. E");
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  assert_rows (section, "1. A | 2. B | 3. C | 4. D | 5. E");
}

/* Two at once, each by its own; then one by another than who was to, whose name is missing at first */
static void
test_sign (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = add_covenant (self);
  GtkWidget *section = show (self, agreement);
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  add_all (self, agreement);
  dialog = ui_present (self, samen_sign_dialog_new (self->base.store, agreement, NULL));
  ui_assert_named (dialog);
  g_assert_false (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  tick (dialog, "A");
  tick (dialog, "D");
  ui_fill (dialog, "Signed on", "2-11-2026");
  ui_fill (dialog, "Place", "Tiel");
  save (dialog);
  g_assert_true (ui_dialog (self) == dialog); /* nobody signs for D */
  ui_fill (ui_find (dialog, ADW_TYPE_EXPANDER_ROW, "D"), "Signed by", "Y");
  save (dialog);
  text = read_rows (section, TRUE);
  g_assert_true (g_str_has_prefix (text, "1. A: X, chair · Signed: 2 November 2026 | "));
  g_assert_nonnull (strstr (text, "4. D: Y · Signed: 2 November 2026"));
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_SIGNATURE), ==, 2);
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_SIGNATURE), ==, 0);
}

static void
test_one_for_all (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = add_covenant (self);
  GtkWidget *section = show (self, agreement);
  AdwExpanderRow *one;
  AdwDialog *dialog;
  g_autofree char *text = NULL;

  add_all (self, agreement);
  dialog = ui_present (self, samen_sign_dialog_new (self->base.store, agreement, NULL));
  one = ui_find (dialog, ADW_TYPE_EXPANDER_ROW, "One person signs for all");
  adw_expander_row_set_enable_expansion (one, TRUE);
  adw_expander_row_set_expanded (one, TRUE);
  ui_press (dialog, "Choose All");
  ui_settle ();
  ui_fill (one, "Signed by", "Z");
  ui_fill (one, "Function", "attorney");
  save (dialog);
  text = read_rows (section, TRUE);
  g_assert_nonnull (strstr (text, "2. B: Z, attorney · Signed: 23 November 2026"));
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_SIGNATURE), ==, 5);
}

static void
assert_first_row (GtkWidget *section, const char *expected)
{
  g_autofree char *text = read_rows (section, TRUE);

  *strstr (text, " | ") = '\0';
  g_assert_cmpstr (text, ==, expected);
}

/* Where one signs in the place of both, neither of them is still to sign */
static void
sign_for_both (UiFixture *self, GtkWidget *section, SamenAgreement *agreement)
{
  AdwDialog *dialog = ui_present (self, samen_sign_dialog_new (self->base.store, agreement, NULL));
  AdwExpanderRow *one = ui_find (dialog, ADW_TYPE_EXPANDER_ROW, "One person signs for all");

  tick (dialog, "A");
  adw_expander_row_set_enable_expansion (one, TRUE);
  adw_expander_row_set_expanded (one, TRUE);
  ui_settle ();
  ui_fill (one, "Signed by", "Z");
  save (dialog);
  assert_first_row (section, "1. A: Z · Signed: 23 November 2026");
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  assert_first_row (section, "1. A: X, chair, and Y · Not signed yet");
}

/* X one day and Y another; then X, and Y not at all; all of it undone in the end */
static void
sign_in_turn (UiFixture *self, GtkWidget *section, SamenAgreement *agreement, SamenParty *party)
{
  AdwDialog *dialog = ui_present (self, samen_sign_dialog_new (self->base.store, agreement, party));

  ui_assert_named (dialog);
  ui_fill (dialog, "Signed on", "2-11-2026");
  adw_combo_row_set_selected (ui_find (dialog, ADW_TYPE_COMBO_ROW, "Y"), 1);
  save (dialog);
  assert_first_row (section, "1. A: X, chair, and Y · 1 of 2 have signed. Still to sign: Y");
  g_assert_nonnull (ui_find (section, GTK_TYPE_BUTTON, "Show the Signature"));
  dialog = ui_present (self, samen_sign_dialog_new (self->base.store, agreement, party));
  g_assert_null (ui_find (dialog, ADW_TYPE_COMBO_ROW, "X"));
  ui_fill (dialog, "Signed on", "9-11-2026");
  save (dialog);
  assert_first_row (section, "1. A: X, chair, and Y · Signed: 9 November 2026");
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  dialog = ui_present (self, samen_sign_dialog_new (self->base.store, agreement, party));
  adw_combo_row_set_selected (ui_find (dialog, ADW_TYPE_COMBO_ROW, "Y"), 2);
  save (dialog);
  assert_first_row (section, "1. A: X, chair, and Y · Signed: 2 November 2026");
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  /* Somebody has to */
  dialog = ui_present (self, samen_sign_dialog_new (self->base.store, agreement, party));
  adw_combo_row_set_selected (ui_find (dialog, ADW_TYPE_COMBO_ROW, "X"), 2);
  adw_combo_row_set_selected (ui_find (dialog, ADW_TYPE_COMBO_ROW, "Y"), 2);
  save (dialog);
  g_assert_true (ui_dialog (self) == dialog);
  adw_dialog_force_close (dialog);
  ui_settle ();
}

/* Who is known can be chosen, with the function */
static void
choose_person (AdwDialog *dialog, const char *row, guint place)
{
  GtkWidget *entry = ui_find (dialog, ADW_TYPE_ENTRY_ROW, row);
  GtkWidget *list;

  gtk_menu_button_popup (ui_find (entry, GTK_TYPE_MENU_BUTTON, "Choose from a List"));
  ui_settle ();
  list = ui_find (entry, GTK_TYPE_LIST_BOX, NULL);
  g_signal_emit_by_name (list, "row-activated", ui_row (list, place));
  ui_settle ();
}

static void
test_known_people (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = add_covenant (self);
  GtkWidget *section = show (self, agreement);
  AdwDialog *dialog;
  SamenParty *party;
  g_autoptr (GListModel) people =
      samen_store_list (self->base.store, SAMEN_TYPE_PERSON, NULL, NULL);
  g_autoptr (SamenRecord) of_c = g_list_model_get_item (people, 2);

  fixture_set (&self->base, of_c, "name", samen_value ("Zoë"));
  fixture_set (&self->base, of_c, "function", samen_value ("treasurer"));
  add_all (self, agreement);
  party = samen_record_row_get_record (
      SAMEN_RECORD_ROW (ui_find (section, SAMEN_TYPE_RECORD_ROW, "C")));
  g_assert_cmpstr (party->representative, ==, "Zoë");
  dialog =
      ui_present (self, samen_record_dialog_new_change (self->base.store, SAMEN_RECORD (party)));
  choose_person (dialog, "Represented by", 1);
  save (dialog);
  g_assert_cmpstr (party->representative, ==, "X");
  g_assert_cmpstr (party->function, ==, "chair");
  /* Those of its own organisation come first */
  dialog = ui_present (self, samen_sign_dialog_new (self->base.store, agreement, party));
  choose_person (dialog, "Signed by", 0);
  save (dialog);
  g_assert_nonnull (ui_find (section, SAMEN_TYPE_RECORD_ROW, "C"));
  g_assert_cmpstr (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (ui_find (section, SAMEN_TYPE_RECORD_ROW, "C"))),
      ==, "Zoë, treasurer · Signed: 23 November 2026");
}

/* Several who represent one party: added, changed and taken away in its form; each signs */
static void
test_representatives (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = add_covenant (self);
  GtkWidget *section = show (self, agreement);
  AdwDialog *dialog;
  SamenParty *party;
  g_autofree char *text = NULL;

  add_all (self, agreement);
  party = samen_record_row_get_record (
      SAMEN_RECORD_ROW (ui_find (section, SAMEN_TYPE_RECORD_ROW, "A")));
  dialog =
      ui_present (self, samen_record_dialog_new_change (self->base.store, SAMEN_RECORD (party)));
  g_signal_emit_by_name (ui_find (dialog, ADW_TYPE_BUTTON_ROW, "Add Another _Representative"),
                         "activated");
  ui_settle ();
  ui_assert_named (dialog);
  ui_fill (dialog, "Also represented by", "Y");
  save (dialog);
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_REPRESENTATIVE), ==, 1);
  text = read_rows (section, TRUE);
  g_assert_true (g_str_has_prefix (text, "1. A: X, chair, and Y · Not signed yet"));
  dialog = ui_present (self, samen_sign_dialog_new (self->base.store, agreement, party));
  save (dialog);
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_SIGNATURE), ==, 2);
  g_assert_nonnull (ui_find (section, GTK_TYPE_MENU_BUTTON, "Show the Signatures"));
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  sign_in_turn (self, section, agreement, party);
  sign_for_both (self, section, agreement);
  dialog =
      ui_present (self, samen_record_dialog_new_change (self->base.store, SAMEN_RECORD (party)));
  ui_fill (dialog, "Also represented by", "");
  save (dialog);
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_REPRESENTATIVE), ==, 0);
}

static void
sign_on (UiFixture *self, SamenAgreement *agreement, SamenDate date)
{
  SamenEdit *edit = samen_edit_new ("Add Signature");
  const char *party = samen_edit_add (edit, SAMEN_TYPE_PARTY, "agreement",
                                      samen_value (SAMEN_RECORD (agreement)->id), "name",
                                      samen_value ("P"), "position", samen_value ("a0"), NULL);

  samen_edit_add (edit, SAMEN_TYPE_SIGNATURE, "party", samen_value (party), "signed_on",
                  samen_value (date), "signatory", samen_value ("X"), NULL);
  fixture_apply (&self->base, edit);
}

/* What follows from the dates, and what was to be evaluated */
static void
test_term (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = add_covenant (self);
  SamenTermSection *section = g_object_new (SAMEN_TYPE_TERM_SECTION, NULL);
  const char *id = SAMEN_RECORD (agreement)->id;
  AdwDialog *dialog;
  AdwActionRow *notice;

  samen_term_section_show (section, self->base.store, agreement);
  ui_show (self, section);
  g_assert_null (ui_find (section, ADW_TYPE_ACTION_ROW, "Last day to give notice"));
  fixture_set (&self->base, agreement, "end", samen_value ("2027-01-01"));
  fixture_set (&self->base, agreement, "notice", samen_value (6));
  notice = ui_find (section, ADW_TYPE_ACTION_ROW, "Last day to give notice");
  g_assert_nonnull (notice);
  g_assert_cmpstr (adw_action_row_get_subtitle (notice), ==, "1 July 2026");
  dialog = ui_present (
      self, samen_record_dialog_new_add (self->base.store, SAMEN_TYPE_EVALUATION, "agreement", id));
  ui_assert_named (dialog);
  save (dialog);
  g_assert_true (ui_dialog (self) == dialog); /* it says no date */
  ui_fill (dialog, "Due", "20-11-2026");
  ui_fill (dialog, "What is evaluated", "The numbers");
  save (dialog);
  notice = ui_find (section, SAMEN_TYPE_RECORD_ROW, "20 November 2026");
  g_assert_nonnull (notice);
  g_assert_cmpstr (adw_action_row_get_subtitle (notice), ==,
                   "The numbers · Not held yet, 3 days late");
  ui_assert_named (section);
  /* In force since 1 March 2025, and to be evaluated each year where nothing is planned */
  g_assert_null (ui_find (section, ADW_TYPE_ACTION_ROW, "Next evaluation"));
  fixture_delete (&self->base, samen_record_row_get_record (SAMEN_RECORD_ROW (notice)));
  fixture_set (&self->base, agreement, "evaluate_every", samen_value (12));
  sign_on (self, agreement, samen_date_day (2025, 3, 1));
  notice = ui_find (section, ADW_TYPE_ACTION_ROW, "Next evaluation");
  g_assert_nonnull (notice);
  g_assert_cmpstr (adw_action_row_get_subtitle (notice), ==, "1 March 2026 · 267 days late");
  ui_assert_named (section);
}

/* Of what is signed; it wants a title, and each of the two leads to the other */
static void
test_new_version (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = add_covenant (self);
  SamenEdit *edit = samen_edit_new ("Add Signature");
  const char *party =
      samen_edit_add (edit, SAMEN_TYPE_PARTY, "agreement",
                      samen_value (SAMEN_RECORD (agreement)->id), "name", samen_value ("A"), NULL);
  GtkWidget *view = ui_show (self, samen_agreement_view_new (self->base.store, agreement));
  AdwDialog *dialog;

  g_assert_null (ui_find (view, GTK_TYPE_BUTTON, "Start a New Version…"));
  samen_edit_add (edit, SAMEN_TYPE_SIGNATURE, "party", samen_value (party), "signed_on",
                  samen_value (samen_date_day (2026, 11, 2)), "signatory", samen_value ("X"), NULL);
  fixture_apply (&self->base, edit);
  ui_press (view, "Start a New Version…");
  dialog = ui_dialog (self);
  ui_assert_named (dialog);
  ui_fill (dialog, "Title", "");
  save (dialog);
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "Title cannot be empty"));
  ui_fill (dialog, "Title", "Covenant <2027> & on");
  save (dialog);
  g_assert_nonnull (ui_find (view, GTK_TYPE_BUTTON, "New version: “Covenant <2027> & on”"));
  g_assert_null (ui_find (view, GTK_TYPE_BUTTON, "Start a New Version…"));
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  g_assert_null (ui_find (view, GTK_TYPE_BUTTON, "New version: “Covenant <2027> & on”"));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  UI_TEST ("/parties/add", test_add);
  UI_TEST ("/parties/group", test_group);
  UI_TEST ("/parties/sign", test_sign);
  UI_TEST ("/parties/one-for-all", test_one_for_all);
  UI_TEST ("/parties/term", test_term);
  UI_TEST ("/parties/representatives", test_representatives);
  UI_TEST ("/parties/known-people", test_known_people);
  UI_TEST ("/parties/new-version", test_new_version);
  return g_test_run ();
}
