/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "dialogs/record-dialog.h"
#include "exchange/lock.h"
#include "show.h"
#include "widgets/form.h"

static AdwDialog *
show_add (Fixture *self, GType type, const char *reference, const char *id)
{
  AdwDialog *dialog = samen_record_dialog_new_add (self->store, type, reference, id);

  fixture_show_dialog (self, dialog);
  return dialog;
}

static void
fill (AdwDialog *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture_find_titled (GTK_WIDGET (dialog), title)), text);
}

static void
save (AdwDialog *dialog)
{
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
}

static void
test_save (Fixture *self, gconstpointer unused)
{
  guint before = samen_store_count (self->store, SAMEN_TYPE_MILESTONE);
  AdwDialog *dialog = show_add (self, SAMEN_TYPE_MILESTONE, NULL, NULL);
  g_autoptr (GListModel) all = samen_store_list (self->store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  gboolean found = FALSE;

  fill (dialog, "Milestone", "Eerste les op de groep");
  fill (dialog, "Due", "voorjaar 2027");
  save (dialog);
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_MILESTONE), ==, before + 1);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SamenMilestone) milestone = g_list_model_get_item (all, i);

      if (g_str_equal (milestone->title, "Eerste les op de groep"))
        found = milestone->due.year == 2027 && milestone->due.month == SAMEN_SPRING;
    }
  g_assert_true (found);
}

static void
assert_refused (Fixture *self, AdwDialog *dialog, GType type, const char *row)
{
  guint before = samen_store_count (self->store, type);
  GtkAccessible *control = fixture_find_titled (GTK_WIDGET (dialog), row);

  save (dialog);
  g_assert_cmpuint (samen_store_count (self->store, type), ==, before);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (control), "error"));
  /* It stays, with what was filled in */
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
}

static void
test_required (Fixture *self, gconstpointer unused)
{
  AdwDialog *dialog = show_add (self, SAMEN_TYPE_GOAL, NULL, NULL);

  assert_refused (self, dialog, SAMEN_TYPE_GOAL, "Goal");
  fill (dialog, "Goal", "   ");
  assert_refused (self, dialog, SAMEN_TYPE_GOAL, "Goal");
}

static void
test_bad_date (Fixture *self, gconstpointer unused)
{
  AdwDialog *dialog = show_add (self, SAMEN_TYPE_MILESTONE, NULL, NULL);

  fill (dialog, "Milestone", "Eerste les");
  fill (dialog, "Due", "31-2-2027");
  assert_refused (self, dialog, SAMEN_TYPE_MILESTONE, "Due");
}

static void
test_bad_number (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenCriterion) criterion = fixture_first (self, SAMEN_TYPE_CRITERION);
  AdwDialog *dialog =
      show_add (self, SAMEN_TYPE_MEASUREMENT, "criterion", SAMEN_RECORD (criterion)->id);

  fill (dialog, "Value", "veel");
  assert_refused (self, dialog, SAMEN_TYPE_MEASUREMENT, "Value");
}

static void
test_unusual_number_is_kept (Fixture *self, gconstpointer unused)
{
  guint before = samen_store_count (self->store, SAMEN_TYPE_ORGANISATION);
  AdwDialog *dialog = show_add (self, SAMEN_TYPE_ORGANISATION, NULL, NULL);

  fill (dialog, "Name", "De Wilg");
  fill (dialog, "BRIN number", "12KB1");
  save (dialog);
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_ORGANISATION), ==, before + 1);
}

static void
test_untouched_is_unchanged (Fixture *self, gconstpointer unused)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      AdwDialog *dialog = show_add (self, types[i], NULL, NULL);
      SamenForm *form = fixture_find (GTK_WIDGET (dialog), SAMEN_TYPE_FORM);

      g_assert_false (samen_form_is_changed (form));
      adw_dialog_force_close (dialog);
    }
}

static void
test_change_nothing (Fixture *self, gconstpointer unused)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_object_get (self->store, "undo-label", &before, NULL);
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (SamenRecord) record = fixture_first (self, types[i]);
      AdwDialog *dialog;

      if (record == NULL)
        continue;
      dialog = samen_record_dialog_new_change (self->store, record);
      fixture_show_dialog (self, dialog);
      save (dialog);
    }
  g_object_get (self->store, "undo-label", &after, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* The example's first covenant is signed: its form says why nothing in it can be changed */
static void
test_locked (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = fixture_first (self, SAMEN_TYPE_AGREEMENT);
  AdwDialog *dialog = samen_record_dialog_new_change (self->store, SAMEN_RECORD (agreement));
  g_autofree char *title = g_strdup (agreement->title);

  samen_lock_text (self->store);
  fixture_show_dialog (self, dialog);
  fill (dialog, "Title", "Iets anders");
  save (dialog);
  g_assert_cmpstr (agreement->title, ==, title);
  g_assert_true (adw_banner_get_revealed (fixture_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  UI_TEST ("/forms/save", test_save);
  UI_TEST ("/forms/required", test_required);
  UI_TEST ("/forms/bad-date", test_bad_date);
  UI_TEST ("/forms/bad-number", test_bad_number);
  UI_TEST ("/forms/unusual-number-is-kept", test_unusual_number_is_kept);
  UI_TEST ("/forms/untouched-is-unchanged", test_untouched_is_unchanged);
  UI_TEST ("/forms/change-nothing", test_change_nothing);
  UI_TEST ("/forms/locked", test_locked);
  return g_test_run ();
}
