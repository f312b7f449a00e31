/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "dialogs/restore-dialog.h"
#include "store/backup.h"
#include "ui-fixture.h"

static void
chosen_cb (SamenBackup **chosen, SamenBackup *backup)
{
  g_set_object (chosen, backup);
}

static SamenRestoreDialog *
present (UiFixture *self, const char *problem, SamenBackup **chosen)
{
  SamenRestoreDialog *dialog = samen_restore_dialog_new (self->base.path, problem);

  g_signal_connect_swapped (dialog, "chosen", G_CALLBACK (chosen_cb), chosen);
  return ui_present (self, dialog);
}

static gboolean
is_looked_into (gpointer row)
{
  return ui_find (row, ADW_TYPE_BUTTON_ROW, NULL) != NULL;
}

static void
test_restore (UiFixture *self, gconstpointer unused)
{
  SamenGoal *goal = fixture_add_goal (&self->base, "Goal");
  g_autoptr (SamenBackup) backup =
      samen_backup_make (self->base.path, SAMEN_BACKUP_DAILY, NULL, NULL);
  g_autoptr (SamenBackup) chosen = NULL;
  SamenRestoreDialog *dialog;
  AdwExpanderRow *row;

  fixture_set (&self->base, goal, "title", samen_value ("Another"));
  g_object_unref (goal);
  dialog = present (self, NULL, &chosen);
  row = ui_find (dialog, ADW_TYPE_EXPANDER_ROW, NULL);
  adw_expander_row_set_expanded (row, TRUE);
  ui_wait (is_looked_into, row);
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (row), "1 change since"));
  g_assert_nonnull (ui_find (row, ADW_TYPE_ACTION_ROW, "Set field"));
  ui_assert_named (dialog);
  ui_assert_reachable (self, dialog);
  g_signal_emit_by_name (ui_find (row, ADW_TYPE_BUTTON_ROW, NULL), "activated");
  ui_settle ();
  g_assert_cmpstr (chosen->path, ==, backup->path);
  samen_backup_remove_all (self->base.path);
}

static void
test_none (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenBackup) chosen = NULL;
  SamenRestoreDialog *dialog = present (self, NULL, &chosen);

  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "No Backups Yet"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
salvage_cb (gboolean *asked)
{
  *asked = TRUE;
}

/* What is wrong is told, with and without backups, and that what can be read can be had */
static void
test_damaged (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenBackup) chosen = NULL;
  SamenRestoreDialog *dialog = present (self, "A page is <missing>", &chosen);
  g_autoptr (SamenBackup) backup = NULL;
  gboolean asked = FALSE;

  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "This Dossier Is Damaged"));
  g_signal_connect_swapped (dialog, "salvage", G_CALLBACK (salvage_cb), &asked);
  ui_press (dialog, "Save What Can Be Read");
  ui_settle ();
  g_assert_true (asked);
  backup = samen_backup_make (self->base.path, SAMEN_BACKUP_DAILY, NULL, NULL);
  dialog = present (self, "A page is <missing>", &chosen);
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "A page is <missing>"));
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_BUTTON_ROW, "_Save What Can Be Read"));
  ui_assert_named (dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  samen_backup_remove_all (self->base.path);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/restore/restore", test_restore);
  UI_TEST ("/restore/none", test_none);
  UI_TEST ("/restore/damaged", test_damaged);
  return g_test_run ();
}
