/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/value.h"
#include "dialogs/record-dialog.h"
#include "exchange/lock.h"
#include "ui-fixture.h"

/* What is typed into a field of each kind, or chosen by what it is called */
static char *
sample (UiFixture *self, const SamenField *field)
{
  g_autoptr (GListModel) records = NULL;
  g_autoptr (SamenRecord) record = NULL;
  guint last = 0;

  switch (field->kind)
    {
    case SAMEN_KIND_INTEGER:
      return g_strdup ("6");
    case SAMEN_KIND_DECIMAL:
      return g_strdup ("12.5");
    case SAMEN_KIND_DATE:
      return g_strdup ((field->flags & SAMEN_PAST) != 0 ? "15-3-2026" : "15-3-2027");
    case SAMEN_KIND_BOOLEAN:
      return g_strdup ("yes");
    case SAMEN_KIND_CHOICE:
      while (field->choices[last + 1].name != NULL)
        last++;
      return g_strdup (field->choices[last].label);
    case SAMEN_KIND_REFERENCE:
      records = samen_store_list (self->base.store, field->refers (), NULL, NULL);
      record = g_list_model_get_item (records, 0);
      return record != NULL ? samen_record_dup_title (record) : g_strdup ("None");
    default:
      return g_strdup ((field->flags & SAMEN_LONG) != 0 ? "One line\nand <another>" : "Any & all");
    }
}

/* And what that makes of it */
static GVariant *
expect (UiFixture *self, const SamenField *field, const char *text)
{
  g_autoptr (GListModel) records = NULL;
  g_autoptr (SamenRecord) record = NULL;
  guint last = 0;
  GVariant *value = NULL;

  switch (field->kind)
    {
    case SAMEN_KIND_BOOLEAN:
      return g_variant_ref_sink (samen_value ((bool) true));
    case SAMEN_KIND_CHOICE:
      while (field->choices[last + 1].name != NULL)
        last++;
      return g_variant_ref_sink (samen_value (field->choices[last].name));
    case SAMEN_KIND_REFERENCE:
      records = samen_store_list (self->base.store, field->refers (), NULL, NULL);
      record = g_list_model_get_item (records, 0);
      return record != NULL ? g_variant_ref_sink (samen_value ((const char *) record->id)) : NULL;
    default:
      g_assert_true (samen_field_parse_input (field, text, &value, NULL));
      return value;
    }
}

/* The field that says what a record of that type is part of */
static const SamenField *
find_owner (GType type)
{
  const SamenRecordClass *klass = samen_record_class_of (type);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & SAMEN_OWNER) != 0 && klass->fields[i].refers () != type)
      return &klass->fields[i];
  return NULL;
}

/* A dialog for a new record, part of the first there is of what it can be part of */
static AdwDialog *
present_add (UiFixture *self, GType type)
{
  const SamenField *owner = find_owner (type);
  g_autoptr (GListModel) wholes = NULL;
  g_autoptr (SamenRecord) whole = NULL;

  if (owner == NULL)
    return ui_present (self, samen_record_dialog_new_add (self->base.store, type, NULL, NULL));
  wholes = samen_store_list (self->base.store, owner->refers (), NULL, NULL);
  whole = g_list_model_get_item (wholes, 0);
  g_assert_nonnull (whole);
  return ui_present (self,
                     samen_record_dialog_new_add (self->base.store, type, owner->name, whole->id));
}

static gpointer
first_of (UiFixture *self, GType type)
{
  g_autoptr (GListModel) records = samen_store_list (
      self->base.store, type, find_owner (type) != NULL ? find_owner (type)->name : NULL, NULL);

  return g_list_model_get_item (records, 0);
}

static void
fill_in (UiFixture *self, AdwDialog *dialog, GType type)
{
  const SamenRecordClass *klass = samen_record_class_of (type);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autofree char *text = sample (self, field);
      g_autofree char *title = field->unit != NULL
                                   ? g_strdup_printf ("%s (%s)", field->label, field->unit)
                                   : g_strdup (field->label);

      if ((field->flags & SAMEN_INTERNAL) == 0)
        ui_fill (dialog, title, text);
    }
}

static void
assert_kept (UiFixture *self, GType type, SamenRecord *record)
{
  const SamenRecordClass *klass = samen_record_class_of (type);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autofree char *text = sample (self, field);
      g_autoptr (GVariant) value = samen_field_get (field, record);
      g_autoptr (GVariant) expected = NULL;

      if ((field->flags & SAMEN_INTERNAL) != 0)
        continue;
      expected = expect (self, field, text);
      g_test_message ("%s.%s", klass->table, field->name);
      g_assert_true (samen_value_equal (value, expected));
    }
}

/* A whole dossier, by its forms alone */
static void
test_every_type (UiFixture *self, gconstpointer unused)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (SamenRecord) record = NULL;
      g_autoptr (GListModel) records = NULL;
      AdwDialog *dialog;

      /* Its contents come from a file */
      if (types[i] == SAMEN_TYPE_ATTACHMENT)
        continue;
      dialog = present_add (self, types[i]);
      fill_in (self, dialog, types[i]);
      ui_press (dialog, "Save");
      g_assert_null (ui_dialog (self));
      records = samen_store_list (self->base.store, types[i], NULL, NULL);
      g_assert_cmpuint (g_list_model_get_n_items (records), ==, 1);
      record = g_list_model_get_item (records, 0);
      assert_kept (self, types[i], record);
    }
  fixture_assert_sound (&self->base);
}

/* Saving a form as it was shown changes nothing, whatever its fields hold */
static void
test_unchanged (UiFixture *self, gconstpointer unused)
{
  g_autofree char *before = fixture_dump (&self->base);
  g_autofree char *after = NULL;
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GListModel) records = samen_store_list (self->base.store, types[i], NULL, NULL);

      for (guint j = 0; j < MIN (g_list_model_get_n_items (records), 4); j++)
        {
          g_autoptr (SamenRecord) record = g_list_model_get_item (records, j);

          ui_press (ui_present (self, samen_record_dialog_new_change (self->base.store, record)),
                    "Save");
          g_assert_null (ui_dialog (self));
        }
    }
  after = fixture_dump (&self->base);
  g_assert_cmpstr (after, ==, before);
}

static GtkAccessible *
text_of (AdwDialog *dialog, const char *label)
{
  GtkEditable *row = ui_find (dialog, ADW_TYPE_ENTRY_ROW, label);

  g_assert_nonnull (row);
  return GTK_ACCESSIBLE (gtk_editable_get_delegate (row));
}

/* The message stands below the field, and the text in it is invalid and described by it */
static void
assert_wrong (AdwDialog *dialog, const char *label, const char *message)
{
  gtk_test_accessible_assert_state (text_of (dialog, label), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (text_of (dialog, label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       message);
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, message));
}

static void
assert_right (AdwDialog *dialog, const char *label)
{
  gtk_test_accessible_assert_state (text_of (dialog, label), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
}

static void
test_bad_input (UiFixture *self, gconstpointer unused)
{
  AdwDialog *dialog = present_add (self, SAMEN_TYPE_MILESTONE);

  ui_fill (dialog, "Due", "soon");
  ui_press (dialog, "Save");
  g_assert_true (ui_dialog (self) == dialog);
  assert_wrong (dialog, "Milestone", "Milestone cannot be empty");
  assert_wrong (dialog, "Due",
                "“soon” is not a date. Write it as 15-3-2027, March 2027, spring 2027 or 2027.");
  assert_right (dialog, "Reached");
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_MILESTONE), ==, 0);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (text_of (dialog, "Milestone"))));

  ui_fill (dialog, "Milestone", "First day");
  ui_fill (dialog, "Due", "2027");
  ui_press (dialog, "Save");
  g_assert_null (ui_dialog (self));
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_MILESTONE), ==, 1);
}

/* Blanks are no name, and a word is no number */
static void
test_blank (UiFixture *self, gconstpointer unused)
{
  g_autoptr (GListModel) criteria =
      samen_store_list (self->base.store, SAMEN_TYPE_CRITERION, NULL, NULL);
  g_autoptr (SamenRecord) criterion = g_list_model_get_item (criteria, 0);
  guint n = samen_store_count (self->base.store, SAMEN_TYPE_MEASUREMENT);
  AdwDialog *dialog = present_add (self, SAMEN_TYPE_GOAL);

  ui_fill (dialog, "Goal", "   ");
  ui_press (dialog, "Save");
  assert_wrong (dialog, "Goal", "Goal cannot be empty");
  adw_dialog_force_close (dialog);
  dialog = ui_present (self, samen_record_dialog_new_add (self->base.store, SAMEN_TYPE_MEASUREMENT,
                                                          "criterion", criterion->id));
  ui_fill (dialog, "Value", "many");
  ui_press (dialog, "Save");
  g_assert_true (ui_dialog (self) == dialog);
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_MEASUREMENT), ==, n);
}

/* The example's first covenant is signed: its form says why nothing in it can be changed */
static void
test_locked (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = first_of (self, SAMEN_TYPE_AGREEMENT);
  AdwDialog *dialog = ui_present (
      self, samen_record_dialog_new_change (self->base.store, SAMEN_RECORD (agreement)));
  g_autofree char *title = g_strdup (agreement->title);

  samen_lock_text (self->base.store);
  ui_fill (dialog, "Title", "Something else");
  ui_press (dialog, "Save");
  g_assert_cmpstr (agreement->title, ==, title);
  g_assert_true (adw_banner_get_revealed (ui_find (dialog, ADW_TYPE_BANNER, NULL)));
}

/* An unusual number is told, and kept */
static void
test_unusual_number (UiFixture *self, gconstpointer unused)
{
  AdwDialog *dialog = present_add (self, SAMEN_TYPE_ORGANISATION);
  g_autoptr (SamenOrganisation) organisation = NULL;

  ui_fill (dialog, "Name", "ROC Zuid");
  ui_fill (dialog, "BRIN number", "12KB1");
  assert_right (dialog, "BRIN number");
  ui_press (dialog, "Save");
  organisation = first_of (self, SAMEN_TYPE_ORGANISATION);
  g_assert_cmpstr (organisation->brin, ==, "12KB1");
}

/* Closing asks only where something would be lost */
static void
test_discard (UiFixture *self, gconstpointer unused)
{
  AdwDialog *dialog = present_add (self, SAMEN_TYPE_GOAL);

  adw_dialog_close (dialog);
  g_assert_null (ui_dialog (self));

  dialog = present_add (self, SAMEN_TYPE_GOAL);
  ui_fill (dialog, "Goal", "A place for all");
  adw_dialog_close (dialog);
  g_assert_true (ADW_IS_ALERT_DIALOG (ui_dialog (self)));
  ui_assert_named (ui_dialog (self));
  ui_press (ui_dialog (self), "Keep Editing");
  g_assert_true (ui_dialog (self) == dialog);
  ui_press (dialog, "Cancel");
  ui_press (ui_dialog (self), "Discard");
  g_assert_null (ui_dialog (self));
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_GOAL), ==, 0);
}

static void
test_delete (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = first_of (self, SAMEN_TYPE_GOAL);
  guint n = samen_store_count (self->base.store, SAMEN_TYPE_GOAL);
  AdwDialog *dialog =
      ui_present (self, samen_record_dialog_new_change (self->base.store, SAMEN_RECORD (goal)));
  AdwButtonRow *row = ui_find (dialog, ADW_TYPE_BUTTON_ROW, "_Delete");

  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  g_assert_null (ui_dialog (self));
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_GOAL), ==, n - 1);
}

/* What does not fit together is told at one of them, and nothing is kept until it does */
static void
test_misfit (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (&self->base, "A place");
  AdwDialog *dialog = present_add (self, SAMEN_TYPE_CRITERION);
  const char *message = "The highest target cannot be lower than the target.";

  ui_fill (dialog, "What is measured", "Temperature");
  ui_fill (dialog, "Better is", "Within a range");
  ui_fill (dialog, "Target", "21");
  ui_fill (dialog, "Highest target", "18");
  ui_press (dialog, "Save");
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, message));
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_CRITERION), ==, 0);
  ui_fill (dialog, "Highest target", "24");
  ui_press (dialog, "Save");
  g_assert_null (ui_dialog (self));
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_CRITERION), ==, 1);
}

/* What came in longer than anybody may type it does not stand in the way of what is changed beside it */
static void
test_kept_as_it_was (UiFixture *self, gconstpointer unused)
{
  g_autofree char *title = g_strnfill (600, 'x');
  g_autoptr (SamenGoal) goal = fixture_add_goal (&self->base, title);
  AdwDialog *dialog =
      ui_present (self, samen_record_dialog_new_change (self->base.store, SAMEN_RECORD (goal)));

  ui_fill (dialog, "Due", "2028");
  ui_press (dialog, "Save");
  g_assert_null (ui_dialog (self));
  g_assert_cmpint (goal->due.year, ==, 2028);
  g_assert_cmpstr (goal->title, ==, title);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/form/every-type", test_every_type);
  UI_EXAMPLE_TEST ("/form/unchanged", test_unchanged);
  UI_TEST ("/form/bad-input", test_bad_input);
  UI_EXAMPLE_TEST ("/form/blank", test_blank);
  UI_EXAMPLE_TEST ("/form/locked", test_locked);
  UI_TEST ("/form/unusual-number", test_unusual_number);
  UI_TEST ("/form/discard", test_discard);
  UI_EXAMPLE_TEST ("/form/delete", test_delete);
  UI_TEST ("/form/misfit", test_misfit);
  UI_TEST ("/form/kept-as-it-was", test_kept_as_it_was);
  return g_test_run ();
}
