/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "dialogs/erase-dialog.h"
#include "dialogs/find-person-dialog.h"
#include "dialogs/person-data-dialog.h"
#include "somebody.h"
#include "store/backup.h"
#include "ui-fixture.h"

static gboolean
is_shown (gpointer dialog)
{
  return ui_find (dialog, ADW_TYPE_PREFERENCES_PAGE, NULL) != NULL;
}

static gboolean
can_erase (gpointer dialog)
{
  GtkWidget *button = ui_find (dialog, GTK_TYPE_BUTTON, "Erase");

  return is_shown (dialog) && gtk_widget_get_sensitive (button);
}

static SamenPerson *
get_person (UiFixture *self, Somebody *somebody)
{
  return samen_store_get (self->base.store, SAMEN_TYPE_PERSON, somebody->person);
}

static void
test_kept (UiFixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (&self->base);
  g_autoptr (SamenPerson) person = get_person (self, somebody);
  AdwDialog *dialog =
      ui_present (self, samen_person_data_dialog_new (self->base.store, SAMEN_RECORD (person)->id,
                                                      person->name));

  ui_wait (is_shown, dialog);
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_PREFERENCES_GROUP, NULL));
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, SOMEBODY));
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "06-13572468"));
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, SOMEBODY_BEFORE));
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_ACTION_ROW, "Party “ROC”"));
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_ACTION_ROW, "6 changes were made by this person"));
  ui_assert_named (dialog);
  adw_dialog_force_close (dialog);
}

static void
erased_cb (char **report, const char *text)
{
  g_set_str (report, text);
}

static gboolean
is_reported (gpointer report)
{
  return *(char **) report != NULL;
}

static AdwDialog *
present_erase (UiFixture *self, const char *person, const char *name, char **report)
{
  AdwDialog *dialog = ui_present (self, samen_erase_dialog_new (self->base.store, person, name));

  g_signal_connect_swapped (dialog, "erased", G_CALLBACK (erased_cb), report);
  ui_wait (can_erase, dialog);
  return dialog;
}

static void
test_erase (UiFixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (&self->base);
  g_autoptr (SamenPerson) person = get_person (self, somebody);
  g_autoptr (SamenBackup) backup =
      samen_backup_make (self->base.path, SAMEN_BACKUP_DAILY, NULL, NULL);
  g_autofree char *report = NULL;
  g_autofree char *left = NULL;
  AdwDialog *dialog = present_erase (self, somebody->person, person->name, &report);

  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "1 backup holds this person"));
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_SWITCH_ROW, SOMEBODY_BEFORE));
  ui_assert_named (dialog);
  ui_assert_reachable (self, dialog);
  adw_switch_row_set_active (ui_find (dialog, ADW_TYPE_SWITCH_ROW, "Delete These Backups Now"),
                             TRUE);
  ui_press (dialog, "Erase");
  ui_wait (is_reported, &report);
  g_assert_cmpstr (report, ==, "The person is erased");
  left = somebody_is_in (self->base.path);
  g_assert_cmpstr (left, ==, NULL);
  /* What is on the page follows */
  g_assert_cmpstr (person->name, ==, "gewist");
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_PERSON), ==, 0);
  g_assert_false (g_file_test (backup->path, G_FILE_TEST_EXISTS));
  fixture_assert_sound (&self->base);
  samen_backup_remove_all (self->base.path);
}

static void
chosen_cb (GStrv chosen, const char *id, const char *name)
{
  g_set_str (&chosen[0], id != NULL ? id : "none");
  g_set_str (&chosen[1], name);
}

static gboolean
is_chosen (gpointer chosen)
{
  return *(char **) chosen != NULL;
}

static AdwDialog *
present_find (UiFixture *self, GStrv chosen)
{
  AdwDialog *dialog = ui_present (self, samen_find_person_dialog_new (self->base.store));

  g_signal_connect_swapped (dialog, "chosen", G_CALLBACK (chosen_cb), chosen);
  ui_wait (is_shown, dialog);
  return dialog;
}

static gboolean
is_narrowed (gpointer dialog)
{
  GtkWidget *row = ui_find (dialog, ADW_TYPE_ACTION_ROW, NULL);

  return ui_find (dialog, ADW_TYPE_ACTION_ROW, "Noor Alberts") == NULL &&
         (row == NULL || gtk_widget_get_width (row) > 0);
}

static void
type_name (AdwDialog *dialog, const char *name)
{
  GtkWidget *entry = ui_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  ui_wait (is_narrowed, dialog);
}

/* One of the people by a name in part; who signed under another name; who is in no list at all */
static void
test_find (UiFixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (&self->base);
  const struct
  {
    const char *typed, *id, *name;
  } cases[] = {
    { "zuid", somebody->person, SOMEBODY },
    { "Ardelmeijer", "none", SOMEBODY_BEFORE },
    { " ZOE\u0308 zuiderveldhuis", somebody->person, SOMEBODY },
    { "Hendrik Nergens", "none", "Hendrik Nergens" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) chosen = g_new0 (char *, 3);
      AdwDialog *dialog = present_find (self, chosen);

      g_assert_nonnull (ui_find (dialog, ADW_TYPE_ACTION_ROW, "Bert Bakker"));
      g_assert_null (ui_find (dialog, ADW_TYPE_BUTTON_ROW, NULL));
      type_name (dialog, cases[i].typed);
      ui_assert_named (dialog);
      ui_assert_reachable (self, dialog);
      g_signal_emit_by_name (ui_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
      ui_wait (is_chosen, chosen);
      g_assert_cmpstr (chosen[0], ==, cases[i].id);
      g_assert_cmpstr (chosen[1], ==, cases[i].name);
      ui_settle ();
    }
}

/* A letter is nobody’s name */
static void
test_no_name (UiFixture *self, gconstpointer unused)
{
  g_auto (GStrv) chosen = g_new0 (char *, 3);
  AdwDialog *dialog = present_find (self, chosen);

  type_name (dialog, " q.");
  g_assert_null (ui_find (dialog, ADW_TYPE_BUTTON_ROW, NULL));
  g_signal_emit_by_name (ui_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  ui_settle ();
  g_assert_null (chosen[0]);
  adw_dialog_force_close (dialog);
}

static gboolean
has_label (gpointer dialog)
{
  return ui_find (dialog, GTK_TYPE_LABEL, "Nothing Is Kept") != NULL;
}

/* What is kept about who is in no list, and of whom there is nothing */
static void
test_kept_by_name (UiFixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (&self->base);
  AdwDialog *dialog =
      ui_present (self, samen_person_data_dialog_new (self->base.store, NULL, "Bert Bakker"));

  ui_wait (is_shown, dialog);
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_ACTION_ROW, "Party “De Zorggroep”"));
  g_assert_nonnull (
      ui_find (dialog, GTK_TYPE_LABEL, "Represented by: Bert Bakker · Covenant “Convenant”"));
  ui_assert_named (dialog);
  adw_dialog_force_close (dialog);
  dialog = ui_present (self, samen_person_data_dialog_new (self->base.store, NULL, "Hendrik"));
  ui_wait (has_label, dialog);
  adw_dialog_force_close (dialog);
}

static void
test_erase_by_name (UiFixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (&self->base);
  g_autoptr (SamenParty) party =
      samen_store_get (self->base.store, SAMEN_TYPE_PARTY, somebody->past_party);
  g_autofree char *report = NULL;
  AdwDialog *dialog;

  fixture_set (&self->base, party, "name", samen_value ("De Zorggroep van Bert Bakker"));
  dialog = present_erase (self, NULL, "Bert Bakker", &report);
  g_assert_nonnull (
      ui_find (dialog, GTK_TYPE_LABEL, "Represented by: Bert Bakker · Covenant “Convenant”"));
  g_assert_true (adw_switch_row_get_active (
      ui_find (dialog, ADW_TYPE_SWITCH_ROW, "Take the Name Out of Texts")));
  g_assert_null (ui_find (dialog, ADW_TYPE_ACTION_ROW, "Everything in the record of this person"));
  ui_press (dialog, "Erase");
  ui_wait (is_reported, &report);
  g_assert_cmpstr (party->representative, ==, "gewist");
  g_assert_cmpstr (party->name, ==, "De Zorggroep van gewist");
  g_assert_cmpuint (samen_store_count (self->base.store, SAMEN_TYPE_PERSON), ==, 1);
  g_assert_cmpint (
      fixture_number (&self->base, "SELECT count(*) FROM change WHERE new LIKE '%Bakker%'"), ==, 0);
  fixture_assert_sound (&self->base);
}

/* A name that was somebody else’s stays, with what it stands for */
static void
test_another_name (UiFixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (&self->base);
  g_autoptr (SamenPerson) person = get_person (self, somebody);
  g_autoptr (SamenSignature) signature =
      samen_store_get (self->base.store, SAMEN_TYPE_SIGNATURE, somebody->signature);
  g_autofree char *report = NULL;
  AdwDialog *dialog = present_erase (self, somebody->person, person->name, &report);

  adw_switch_row_set_active (ui_find (dialog, ADW_TYPE_SWITCH_ROW, SOMEBODY_BEFORE), FALSE);
  adw_switch_row_set_active (ui_find (dialog, ADW_TYPE_SWITCH_ROW, "Take the Name Out of Texts"),
                             FALSE);
  ui_wait (can_erase, dialog);
  ui_press (dialog, "Erase");
  ui_wait (is_reported, &report);
  g_assert_cmpstr (signature->signatory, ==, SOMEBODY_BEFORE);
  g_assert_cmpint (
      fixture_number (&self->base, "SELECT count(*) FROM goal WHERE text LIKE '%Zuiderveld%'"), ==,
      1);
  fixture_assert_sound (&self->base);
}

/* Nothing is done where nothing is asked */
static void
test_cancel (UiFixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (&self->base);
  g_autoptr (SamenPerson) person = get_person (self, somebody);
  g_autofree char *before = fixture_dump (&self->base);
  g_autofree char *after = NULL;
  g_autofree char *report = NULL;
  AdwDialog *dialog = present_erase (self, somebody->person, person->name, &report);

  ui_press (dialog, "Cancel");
  ui_settle ();
  g_assert_null (report);
  after = fixture_dump (&self->base);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/person/kept", test_kept);
  UI_TEST ("/person/kept-by-name", test_kept_by_name);
  UI_TEST ("/person/find", test_find);
  UI_TEST ("/person/no-name", test_no_name);
  UI_TEST ("/person/erase", test_erase);
  UI_TEST ("/person/erase-by-name", test_erase_by_name);
  UI_TEST ("/person/another-name", test_another_name);
  UI_TEST ("/person/cancel", test_cancel);
  return g_test_run ();
}
