/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "dialogs/photo-group.h"
#include "dialogs/record-dialog.h"
#include "document/success-book.h"
#include "pages/steering/goal-section.h"
#include "pages/steering/steering-page.h"
#include "pages/steps/reaching.h"
#include "pages/steps/steps-page.h"
#include "pages/steps/steps-section.h"
#include "pages/steps/success-book-dialog.h"
#include "photo-sample.h"
#include "store/log.h"
#include "shell/record-place.h"
#include "ui-fixture.h"
#include "widgets/fact-table.h"
#include "widgets/photo-view.h"
#include "widgets/record-row.h"

/* Small steps under their goals, what is celebrated of them, and the photo of that */

static void
allow_animations (gboolean allow)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", allow, NULL);
}

/* Returns: the page of steps, where confetti can fall over it */
static GtkWidget *
show_steps (UiFixture *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *page = g_object_new (SAMEN_TYPE_STEPS_PAGE, "store", self->base.store, NULL);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), page);
  ui_show (self, overlay);
  return page;
}

static SamenMilestone *
add_milestone (UiFixture *self, const char *title, SamenRecord *goal)
{
  SamenEdit *edit = samen_edit_new ("Add Milestone");
  const char *id =
      samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value (title), "goal",
                      samen_value ((const char *) (goal != NULL ? goal->id : NULL)), NULL);
  g_autofree char *kept = g_strdup (id);

  fixture_apply (&self->base, edit);
  return samen_store_get (self->base.store, SAMEN_TYPE_MILESTONE, kept);
}

static GtkWidget *
check_of (GtkWidget *page, SamenMilestone *milestone)
{
  return ui_find (ui_find (page, SAMEN_TYPE_RECORD_ROW, milestone->title), GTK_TYPE_CHECK_BUTTON,
                  NULL);
}

static void
toggle (GtkWidget *page, SamenMilestone *milestone)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (check_of (page, milestone));

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  g_assert_true (gtk_check_button_get_active (check) == samen_date_is_set (milestone->reached));
}

static gboolean
is_joyful (UiFixture *self)
{
  GType confetti = g_type_from_name ("SamenConfetti");

  return confetti != 0 && ui_find (self->overlay, confetti, NULL) != NULL;
}

static gboolean
is_calm (gpointer fixture)
{
  return !is_joyful (fixture);
}

/* Once, and never again when it is opened and reached again; undone and reached is reached again too */
static void
test_joy_once (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "One desk", NULL);
  g_autoptr (SamenMilestone) other = add_milestone (self, "Second desk", NULL);
  GtkWidget *page = show_steps (self);

  allow_animations (TRUE);
  toggle (page, milestone);
  g_assert_true (is_joyful (self));
  ui_wait (is_calm, self);
  toggle (page, milestone);
  g_assert_false (samen_date_is_set (milestone->reached));
  toggle (page, milestone);
  g_assert_true (samen_date_is_set (milestone->reached));
  g_assert_false (is_joyful (self));
  toggle (page, other);
  g_assert_true (is_joyful (self));
  ui_wait (is_calm, self);
}

/* The log knows it was reached before, also after a restart and where that was undone */
static void
test_joy_once_in_its_life (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "One desk", NULL);
  g_autoptr (SamenMilestone) later = NULL;
  g_autoptr (SamenStore) again = NULL;

  g_assert_true (samen_reaching_is_joy (self->base.store, NULL));
  g_assert_true (samen_reaching_is_joy (self->base.store, milestone));
  fixture_set (&self->base, milestone, "reached", samen_value ("2026-03-01"));
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  g_assert_false (samen_date_is_set (milestone->reached));
  g_assert_false (samen_reaching_is_joy (self->base.store, milestone));
  again = samen_store_open (self->base.path, NULL);
  later = samen_store_get (again, SAMEN_TYPE_MILESTONE, SAMEN_RECORD (milestone)->id);
  g_assert_false (samen_reaching_is_joy (again, later));
}

static AdwDialog *
present_milestone (UiFixture *self, SamenMilestone *milestone)
{
  AdwDialog *dialog =
      milestone != NULL
          ? samen_record_dialog_new_change (self->base.store, SAMEN_RECORD (milestone))
          : samen_record_dialog_new_add (self->base.store, SAMEN_TYPE_MILESTONE, NULL, NULL);

  samen_reaching_watch (dialog, GTK_WIDGET (self->overlay), self->base.store, milestone);
  return ui_present (self, dialog);
}

static gboolean
is_offered (UiFixture *self)
{
  return ui_find (self->overlay, GTK_TYPE_BUTTON, "Celebrate…") != NULL;
}

/* Who fills in the day is offered to celebrate as well; once it was reached, nothing more is asked */
static void
test_reached_by_form (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "One desk", NULL);

  ui_show (self, gtk_label_new ("Steps"));
  ui_fill (present_milestone (self, milestone), "Due", "1-3-2027");
  ui_press (ui_dialog (self), "Save");
  g_assert_false (is_offered (self));
  ui_fill (present_milestone (self, milestone), "Reached", "1-3-2026");
  ui_press (ui_dialog (self), "Save");
  ui_settle ();
  g_assert_true (is_offered (self));
  adw_toast_overlay_dismiss_all (self->overlay);
  ui_settle ();
  ui_fill (present_milestone (self, milestone), "Contributors", "All");
  ui_press (ui_dialog (self), "Save");
  g_assert_false (is_offered (self));
  ui_fill (present_milestone (self, NULL), "Milestone", "Second desk");
  ui_fill (ui_dialog (self), "Reached", "1-3-2026");
  ui_press (ui_dialog (self), "Save");
  ui_settle ();
  g_assert_true (is_offered (self));
}

static void
test_calm_without_animations (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "One desk", NULL);
  GtkWidget *page = show_steps (self);

  allow_animations (FALSE);
  toggle (page, milestone);
  g_assert_false (is_joyful (self));
  /* It is offered to celebrate all the same, and nothing is asked */
  g_assert_nonnull (ui_find (self->overlay, GTK_TYPE_BUTTON, "Celebrate…"));
  g_assert_null (ui_dialog (self));
  allow_animations (TRUE);
}

static void
test_calm_by_dossier (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "One desk", NULL);
  SamenEdit *edit = samen_edit_new ("Start Dossier");
  GtkWidget *page = show_steps (self);

  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value ("Samen"), "quiet",
                  samen_value ((bool) true), NULL);
  fixture_apply (&self->base, edit);
  allow_animations (TRUE);
  toggle (page, milestone);
  g_assert_false (is_joyful (self));
}

static GtkWidget *
section_of (GtkWidget *page, const char *title)
{
  GtkWidget *label = ui_find (page, GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, SAMEN_TYPE_STEPS_SECTION);
}

static void
choose (GtkWidget *page, const char *name)
{
  adw_toggle_group_set_active_name (ui_find (page, ADW_TYPE_TOGGLE_GROUP, NULL), name);
  ui_settle ();
}

static void
test_grouped (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) places = fixture_add_goal (&self->base, "A place");
  g_autoptr (SamenGoal) jobs = fixture_add_goal (&self->base, "A job");
  g_autoptr (SamenMilestone) desk = add_milestone (self, "One desk", SAMEN_RECORD (places));
  g_autoptr (SamenMilestone) loose = add_milestone (self, "A party", NULL);
  GtkWidget *page = show_steps (self);

  g_assert_nonnull (ui_find (section_of (page, "A place"), SAMEN_TYPE_RECORD_ROW, "One desk"));
  g_assert_nonnull (ui_find (section_of (page, "A place"), GTK_TYPE_LABEL, "0 of 1 reached"));
  g_assert_null (ui_find (section_of (page, "A job"), SAMEN_TYPE_RECORD_ROW, NULL));
  g_assert_nonnull (
      ui_find (section_of (page, "Milestones Without a Goal"), SAMEN_TYPE_RECORD_ROW, "A party"));

  fixture_set (&self->base, desk, "reached", samen_value (samen_date_today ()));
  g_assert_nonnull (ui_find (section_of (page, "A place"), GTK_TYPE_LABEL, "1 of 1 reached"));
  choose (page, "ahead");
  g_assert_null (ui_find (page, SAMEN_TYPE_RECORD_ROW, "One desk"));
  g_assert_nonnull (ui_find (page, SAMEN_TYPE_RECORD_ROW, "A party"));
  choose (page, "reached");
  g_assert_nonnull (ui_find (page, SAMEN_TYPE_RECORD_ROW, "One desk"));
  g_assert_null (ui_find (page, SAMEN_TYPE_RECORD_ROW, "A party"));
  choose (page, "all");

  /* What its goal leaves behind is still there */
  fixture_delete (&self->base, places);
  ui_settle ();
  g_assert_nonnull (
      ui_find (section_of (page, "Milestones Without a Goal"), SAMEN_TYPE_RECORD_ROW, "One desk"));
  ui_assert_named (page);
}

/* Who adds a step to a goal finds the goal filled in */
static void
test_add_to_goal (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (&self->base, "A place");
  g_autoptr (SamenMilestone) first = add_milestone (self, "One desk", NULL);
  g_autoptr (GListModel) under =
      samen_store_list (self->base.store, SAMEN_TYPE_MILESTONE, "goal", SAMEN_RECORD (goal)->id);
  GtkWidget *page = show_steps (self);

  ui_press (page, "Add Milestone to “A place”");
  ui_fill (ui_dialog (self), "Milestone", "Two desks");
  ui_press (ui_dialog (self), "Save");
  g_assert_cmpuint (g_list_model_get_n_items (under), ==, 1);
  g_assert_nonnull (ui_find (section_of (page, "A place"), SAMEN_TYPE_RECORD_ROW, "Two desks"));
}

static void
test_timeline_table (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "One desk", NULL);
  GtkWidget *page = show_steps (self);
  GtkAccessible *table;

  fixture_set (&self->base, milestone, "due", samen_value ("2027-03-01"));
  fixture_set (&self->base, milestone, "due", samen_value ("2027-06-01"));
  gtk_expander_set_expanded (ui_find (page, GTK_TYPE_EXPANDER, "As a table"), TRUE);
  ui_settle ();
  table = ui_find (page, SAMEN_TYPE_FACT_TABLE, NULL);
  gtk_test_accessible_assert_role (table, GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_test_accessible_assert_property (table, GTK_ACCESSIBLE_PROPERTY_LABEL, "Milestones in time");
  g_assert_nonnull (ui_find (table, GTK_TYPE_LABEL, "1 March 2027"));
  g_assert_nonnull (ui_find (table, GTK_TYPE_LABEL, "1 June 2027"));
  /* It follows */
  fixture_set (&self->base, milestone, "due", samen_value ("2027-09-01"));
  g_assert_nonnull (ui_find (table, GTK_TYPE_LABEL, "1 September 2027"));
  g_assert_null (ui_find (table, GTK_TYPE_LABEL, "1 June 2027"));
}

static gboolean
is_ready (gpointer group)
{
  gboolean busy;

  g_object_get (group, "busy", &busy, NULL);
  return !busy;
}

static gboolean
is_loaded (gpointer view)
{
  gboolean loaded;

  g_object_get (view, "loaded", &loaded, NULL);
  return loaded;
}

/* As large as it is to be, wherever it is shown: 300 by 200 pixels, and no higher than 240 */
static gboolean
is_seen (gpointer view)
{
  const int height = gtk_widget_get_height (view);

  return height > 100 && height <= 240;
}

/* Drops a file with @bytes on the group, as a file manager does */
static void
drop (UiFixture *self, GtkWidget *group, const char *name, GBytes *bytes)
{
  g_autofree char *path = fixture_file (&self->base, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (group);
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  g_value_unset (&value);
  g_assert_true (taken);
  ui_wait (is_ready, group);
}

static GtkWidget *
present_celebration (UiFixture *self, SamenRecord *celebration, SamenMilestone *milestone)
{
  AdwDialog *dialog = celebration != NULL
                          ? samen_record_dialog_new_change (self->base.store, celebration)
                          : samen_record_dialog_new_add (self->base.store, SAMEN_TYPE_CELEBRATION,
                                                         "milestone", SAMEN_RECORD (milestone)->id);

  ui_present (self, dialog);
  return ui_find (dialog, SAMEN_TYPE_PHOTO_GROUP, NULL);
}

static void
test_photo (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "One desk", NULL);
  g_autoptr (GBytes) photo = photo_sample_jpeg (300, 200, TRUE);
  g_autoptr (GBytes) other = photo_sample_jpeg (200, 200, FALSE);
  g_autoptr (GBytes) text = g_bytes_new_static ("geen foto", 9);
  g_autoptr (GListModel) kept =
      samen_store_list (self->base.store, SAMEN_TYPE_ATTACHMENT, NULL, NULL);
  g_autoptr (GListModel) celebrations =
      samen_store_list (self->base.store, SAMEN_TYPE_CELEBRATION, NULL, NULL);
  g_autoptr (SamenAttachment) attachment = NULL;
  g_autoptr (SamenRecord) celebration = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;
  GtkWidget *group = present_celebration (self, NULL, milestone);

  /* Said in the form, which stays as it is */
  drop (self, group, "notes.jpg", text);
  g_assert_nonnull (
      ui_find (group, GTK_TYPE_LABEL, "This is not a photo. Choose a JPEG, PNG or WebP file."));
  drop (self, group, "cake.jpg", photo);
  g_assert_null (
      ui_find (group, GTK_TYPE_LABEL, "This is not a photo. Choose a JPEG, PNG or WebP file."));
  ui_wait (is_loaded, ui_find (group, SAMEN_TYPE_PHOTO_VIEW, NULL));
  ui_wait (is_seen, ui_find (group, SAMEN_TYPE_PHOTO_VIEW, NULL));
  ui_fill (group, "What there is to see", "Three students with a cake");
  g_assert_cmpuint (g_list_model_get_n_items (kept), ==, 0);
  ui_press (ui_dialog (self), "Save");

  attachment = g_list_model_get_item (kept, 0);
  celebration = g_list_model_get_item (celebrations, 0);
  g_assert_nonnull (attachment);
  g_assert_cmpstr (attachment->record, ==, celebration->id);
  /* Whoever searches for it is led to the milestone */
  g_assert_cmpstr (samen_record_place (self->base.store, SAMEN_RECORD (attachment))->name, ==,
                   "steps");
  g_assert_cmpstr (attachment->name, ==, "cake.jpg");
  g_assert_cmpstr (attachment->description, ==, "Three students with a cake");
  bytes = samen_store_load_bytes (self->base.store, attachment->content.hash, NULL);
  g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Exif", 4));

  /* Another one in its place */
  hash = g_strdup (attachment->content.hash);
  group = present_celebration (self, celebration, milestone);
  drop (self, group, "other.jpg", other);
  ui_press (ui_dialog (self), "Save");
  g_assert_cmpuint (g_list_model_get_n_items (kept), ==, 1);
  g_assert_cmpstr (attachment->content.hash, !=, hash);
  g_assert_cmpstr (attachment->description, ==, "Three students with a cake");

  /* Taken away */
  group = present_celebration (self, celebration, milestone);
  ui_wait (is_loaded, ui_find (group, SAMEN_TYPE_PHOTO_VIEW, NULL));
  g_signal_emit_by_name (ui_find (group, ADW_TYPE_BUTTON_ROW, "_Remove the Photo"), "activated");
  ui_press (ui_dialog (self), "Save");
  g_assert_cmpuint (g_list_model_get_n_items (kept), ==, 0);
}

static void
test_book (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenMilestone) milestone = add_milestone (self, "One desk", NULL);
  g_autoptr (GBytes) photo = photo_sample_jpeg (300, 200, TRUE);
  GtkWidget *book, *view;

  fixture_set (&self->base, milestone, "reached", samen_value ("2026-03-01"));
  fixture_set (&self->base, milestone, "contributors", samen_value ("All desks"));
  drop (self, present_celebration (self, NULL, milestone), "cake.jpg", photo);
  ui_fill (ui_dialog (self), "Thanks to", "Everybody");
  ui_press (ui_dialog (self), "Save");

  book = ui_present (self, samen_success_book_dialog_new (self->base.store));
  g_assert_nonnull (ui_find (book, GTK_TYPE_LABEL, "One desk"));
  g_assert_nonnull (ui_find (book, GTK_TYPE_LABEL, "Who contributed: All desks"));
  g_assert_nonnull (ui_find (book, GTK_TYPE_LABEL, "Thanks to: Everybody"));
  view = ui_find (book, SAMEN_TYPE_PHOTO_VIEW, NULL);
  ui_wait (is_loaded, view);
  ui_wait (is_seen, view);
  gtk_test_accessible_assert_property (ui_find (view, GTK_TYPE_PICTURE, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Photo of the celebration of “One desk”");
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/steps/joy-once", test_joy_once);
  UI_TEST ("/steps/joy-once-in-its-life", test_joy_once_in_its_life);
  UI_TEST ("/steps/reached-by-form", test_reached_by_form);
  UI_TEST ("/steps/calm-without-animations", test_calm_without_animations);
  UI_TEST ("/steps/calm-by-dossier", test_calm_by_dossier);
  UI_TEST ("/steps/grouped", test_grouped);
  UI_TEST ("/steps/add-to-goal", test_add_to_goal);
  UI_TEST ("/steps/timeline-table", test_timeline_table);
  UI_TEST ("/steps/photo", test_photo);
  UI_TEST ("/steps/book", test_book);
  return g_test_run ();
}
