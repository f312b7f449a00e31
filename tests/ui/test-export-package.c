/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gstdio.h>

#include "base/error.h"
#include "dialogs/export-package-dialog.h"
#include "shell/second-folder.h"
#include "store/package.h"
#include "ui-fixture.h"

typedef struct
{
  gboolean is_confirmed;
  char *passphrase;
} Answer;

static void
confirmed_cb (Answer *answer, const char *passphrase)
{
  answer->is_confirmed = TRUE;
  answer->passphrase = g_strdup (passphrase);
}

static SamenExportPackageDialog *
present (UiFixture *self, Answer *answer)
{
  SamenExportPackageDialog *dialog = samen_export_package_dialog_new ();

  g_signal_connect_swapped (dialog, "confirmed", G_CALLBACK (confirmed_cb), answer);
  return ui_present (self, dialog);
}

static void
test_open (UiFixture *self, gconstpointer unused)
{
  Answer answer = { 0 };
  SamenExportPackageDialog *dialog = present (self, &answer);

  ui_assert_named (dialog);
  g_assert_null (ui_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL));
  ui_press (dialog, "Export…");
  ui_settle ();
  g_assert_true (answer.is_confirmed);
  g_assert_null (answer.passphrase);
}

/* Twice the same, and not empty */
static void
test_passphrase (UiFixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *first, *second;
    gboolean can_export;
  } typed[] = {
    { "", "", FALSE },        { "één", "", FALSE },     { "", "één", FALSE },
    { "één", "één", TRUE },   { "één", "èèn", FALSE },  { "één twee", "één", FALSE },
    { "één", "één ", FALSE }, { "één ", "één ", TRUE },
  };
  Answer answer = { 0 };
  SamenExportPackageDialog *dialog = present (self, &answer);
  GtkWidget *button = ui_find (dialog, GTK_TYPE_BUTTON, "Export…");
  GtkEditable *first, *second;

  adw_switch_row_set_active (ui_find (dialog, ADW_TYPE_SWITCH_ROW, NULL), TRUE);
  ui_settle ();
  first = ui_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase");
  second = ui_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "The Same Passphrase Again");
  ui_assert_named (dialog);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gtk_editable_set_text (first, typed[i].first);
      gtk_editable_set_text (second, typed[i].second);
      g_assert_cmpint (gtk_widget_get_sensitive (button), ==, typed[i].can_export);
    }
  ui_press (dialog, "Export…");
  ui_settle ();
  g_assert_cmpstr (answer.passphrase, ==, "één ");
  g_free (answer.passphrase);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* A dossier that is a copy of another does not take its place */
static void
test_second_folder (UiFixture *self, gconstpointer unused)
{
  g_autofree char *folder = fixture_file (&self->base, "second");
  g_autofree char *package = fixture_file (&self->base, "a.samenspel");
  g_autofree char *copy = fixture_file (&self->base, "copy");
  g_autoptr (GError) error = NULL;

  g_assert_false (samen_second_folder_write (self->base.path, folder, &error));
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (samen_package_export (self->base.store, package, NULL, NULL, NULL));
  g_assert_true (samen_package_import (package, NULL, copy, NULL, NULL));
  for (guint i = 0; i < 2; i++)
    {
      samen_second_folder_write (self->base.path, folder, &error);
      g_assert_no_error (error);
      samen_second_folder_write (copy, folder, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_files (folder), ==, 2);
    }
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/export-package/open", test_open);
  UI_TEST ("/export-package/passphrase", test_passphrase);
  UI_EXAMPLE_TEST ("/export-package/second-folder", test_second_folder);
  return g_test_run ();
}
