/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include "dialogs/attachments-dialog.h"
#include "photo-sample.h"
#include "store/file.h"
#include "store/log.h"
#include "ui-fixture.h"

static GFile *
make_file (UiFixture *self, const char *name, const void *bytes, gsize length)
{
  g_autofree char *path = fixture_file (&self->base, name);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return g_file_new_for_path (path);
}

static SamenAttachmentsDialog *
present (UiFixture *self, SamenGoal *goal)
{
  return ui_present (self, samen_attachments_dialog_new (self->base.store, SAMEN_RECORD (goal)));
}

static guint
count (UiFixture *self)
{
  return samen_store_count (self->base.store, SAMEN_TYPE_ATTACHMENT);
}

static gboolean
has_one (gpointer fixture)
{
  return count (fixture) == 1;
}

static gboolean
has_two (gpointer fixture)
{
  return count (fixture) == 2;
}

static gboolean
is_said (gpointer dialog)
{
  AdwBanner *banner = ui_find (dialog, ADW_TYPE_BANNER, NULL);

  return banner != NULL && adw_banner_get_revealed (banner);
}

/* One after another; each is shown with what it is and how large, and removed with a way back */
static void
test_take (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (&self->base, "Goal");
  SamenAttachmentsDialog *dialog = present (self, goal);
  g_autoptr (GFile) scan = make_file (self, "scan.txt", "%PDF-1.7\n scan", 14);
  g_autoptr (GBytes) sample = photo_sample_jpeg (400, 300, TRUE);
  g_autoptr (GFile) photo =
      make_file (self, "foto.jpg", g_bytes_get_data (sample, NULL), g_bytes_get_size (sample));
  g_autoptr (GListModel) files =
      samen_store_list (self->base.store, SAMEN_TYPE_ATTACHMENT, "record", SAMEN_RECORD (goal)->id);
  g_autoptr (SamenAttachment) first = NULL;

  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "No Files Yet"));
  ui_assert_named (dialog);
  samen_attachments_dialog_take (dialog, scan);
  samen_attachments_dialog_take (dialog, photo);
  ui_wait (has_two, self);
  ui_settle ();
  first = g_list_model_get_item (files, 0);
  g_assert_cmpstr (first->name, ==, "scan.txt");
  g_assert_cmpstr (first->media_type, ==, "application/pdf");
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_ACTION_ROW, "scan.txt"));
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_ACTION_ROW, "foto.jpg"));
  ui_assert_named (dialog);
  ui_assert_reachable (self, dialog);

  gtk_widget_activate_action (ui_find (dialog, ADW_TYPE_ACTION_ROW, "scan.txt"), "file.remove", "s",
                              SAMEN_RECORD (first)->id);
  ui_settle ();
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  ui_settle ();
  g_assert_cmpuint (count (self), ==, 2);
  g_assert_cmpint (samen_store_bytes_size (self->base.store, first->content.hash), ==, 14);
  fixture_assert_sound (&self->base);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* What is not taken is said, and what comes after it is taken anyway */
static void
test_refused (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (&self->base, "Goal");
  SamenAttachmentsDialog *dialog = present (self, goal);
  g_autoptr (GFile) large = make_file (self, "groot.pdf", "x", 1);
  g_autoptr (GFile) good = make_file (self, "goed.txt", "Goed", 4);
  g_autofree char *path = g_file_get_path (large);

  g_assert_cmpint (truncate (path, SAMEN_FILE_MOST_BYTES + 1), ==, 0);
  samen_attachments_dialog_take (dialog, large);
  ui_wait (is_said, dialog);
  g_assert_nonnull (strstr (adw_banner_get_title (ui_find (dialog, ADW_TYPE_BANNER, NULL)),
                            "“groot.pdf” is too large"));
  samen_attachments_dialog_take (dialog, good);
  ui_wait (has_one, self);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* Closed while a file is read: it does not come into the dossier */
static void
test_closed (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (&self->base, "Goal");
  SamenAttachmentsDialog *dialog = present (self, goal);
  g_autofree char *bytes = g_malloc0 (20 * 1000 * 1000);
  g_autoptr (GFile) file = make_file (self, "nullen.bin", bytes, 20 * 1000 * 1000);

  samen_attachments_dialog_take (dialog, file);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
  g_assert_cmpuint (count (self), ==, 0);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/attachments/take", test_take);
  UI_TEST ("/attachments/refused", test_refused);
  UI_TEST ("/attachments/closed", test_closed);
  return g_test_run ();
}
