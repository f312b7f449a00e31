/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "dialogs/erase-dialog.h"
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
  AdwDialog *dialog = ui_present (self, samen_person_data_dialog_new (self->base.store, person));

  ui_wait (is_shown, dialog);
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_PREFERENCES_GROUP, NULL));
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, SOMEBODY));
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "06-13572468"));
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, SOMEBODY_BEFORE));
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_ACTION_ROW, "Party “ROC”"));
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_ACTION_ROW, "6 changes were made by this person"));
  ui_assert_named (dialog);
  ui_assert_reachable (self, dialog);
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
present_erase (UiFixture *self, SamenPerson *person, char **report)
{
  AdwDialog *dialog = ui_present (self, samen_erase_dialog_new (self->base.store, person));

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
  AdwDialog *dialog = present_erase (self, person, &report);

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

/* A name that was somebody else’s stays, with what it stands for */
static void
test_another_name (UiFixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (&self->base);
  g_autoptr (SamenPerson) person = get_person (self, somebody);
  g_autoptr (SamenSignature) signature =
      samen_store_get (self->base.store, SAMEN_TYPE_SIGNATURE, somebody->signature);
  g_autofree char *report = NULL;
  AdwDialog *dialog = present_erase (self, person, &report);

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
  AdwDialog *dialog = present_erase (self, person, &report);

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
  UI_TEST ("/person/erase", test_erase);
  UI_TEST ("/person/another-name", test_another_name);
  UI_TEST ("/person/cancel", test_cancel);
  return g_test_run ();
}
