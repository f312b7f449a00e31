/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <sys/xattr.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "dialogs/export-package-dialog.h"
#include "shell/drop-files.h"
#include "shell/open-package.h"
#include "shell/second-folder.h"
#include "store/package.h"
#include "ui-fixture.h"
#include "widgets/save-path.h"

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

static gboolean
drop (UiFixture *self, const char *first, const char *second)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->window));
  g_autoptr (GFile) one = g_file_new_for_path (first);
  g_autoptr (GFile) two = g_file_new_for_path (second);
  GFile *files[] = { one, two };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, 2));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &is_taken);
    }
  return is_taken;
}

static gboolean
has_dialog (gpointer window)
{
  return adw_window_get_visible_dialog (window) != NULL;
}

static gboolean
has_dossier (gpointer library)
{
  return g_list_model_get_n_items (samen_library_get_dossiers (library)) > 0;
}

/* Of two, the second waits for the first */
static void
test_drop (UiFixture *self, gconstpointer unused)
{
  g_autofree char *broken = fixture_file (&self->base, "broken.samenspel");
  g_autofree char *package = fixture_file (&self->base, "whole.samenspel");
  g_autoptr (SamenLibrary) library = samen_library_new (self->base.folder);

  g_assert_true (g_file_set_contents (broken, "PK", -1, NULL));
  g_assert_true (samen_package_export (self->base.store, package, NULL, NULL, NULL));
  ui_show (self, gtk_label_new ("…"));
  samen_accept_packages (GTK_WIDGET (self->window), library);
  samen_accept_drops (GTK_WIDGET (self->window));
  g_assert_true (drop (self, broken, package));
  ui_wait (has_dialog, self->window);
  g_assert_nonnull (ui_find (ui_dialog (self), GTK_TYPE_LABEL, "Package Not Opened"));
  g_assert_false (has_dossier (library));
  adw_dialog_force_close (ui_dialog (self));
  ui_wait (has_dossier, library);
}

/* In the sandbox, a folder outside it has a path of the portal's, which tells the one that its user knows */
static void
test_shown (UiFixture *self, gconstpointer unused)
{
  const char *host = "/home/anna/Reservekopieën";
  g_autofree char *folder = g_path_get_dirname (samen_store_get_path (self->base.store));
  g_autofree char *handed =
      g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b", "Stick", NULL);
  g_autofree char *own = samen_path_shown (folder);
  g_autofree char *old = samen_path_shown (handed);
  g_autofree char *told = NULL;

  g_assert_cmpstr (own, ==, folder);
  g_assert_cmpstr (old, ==, "Stick");
  if (setxattr (folder, "user.document-portal.host-path", host, strlen (host), 0) != 0)
    {
      g_test_skip ("this file system keeps no attributes");
      return;
    }
  told = samen_path_shown (folder);
  g_assert_cmpstr (told, ==, host);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/export-package/open", test_open);
  UI_TEST ("/export-package/passphrase", test_passphrase);
  UI_EXAMPLE_TEST ("/export-package/drop", test_drop);
  UI_EXAMPLE_TEST ("/export-package/second-folder", test_second_folder);
  UI_TEST ("/export-package/shown", test_shown);
  return g_test_run ();
}
