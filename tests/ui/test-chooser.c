/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <time.h>

#include "shell/chooser.h"
#include "ui-fixture.h"

#define N_MANY 200

/* In microseconds; the sanitizers take their time */
#ifdef __SANITIZE_ADDRESS__
#define LONGEST_STEP 500000
#else
#define LONGEST_STEP 50000
#endif

typedef struct
{
  SamenLibrary *library;
  GtkWidget *chooser;
  char *chosen;
} Choice;

static void
chosen_cb (Choice *choice, const char *path)
{
  g_set_str (&choice->chosen, path);
}

static void
choice_show (Choice *choice, UiFixture *self)
{
  *choice = (Choice) { .library = samen_library_new (self->base.folder) };
  choice->chooser = g_object_new (SAMEN_TYPE_CHOOSER, NULL);
  samen_chooser_set_library (SAMEN_CHOOSER (choice->chooser), choice->library);
  g_signal_connect_swapped (choice->chooser, "chosen", G_CALLBACK (chosen_cb), choice);
  ui_show (self, choice->chooser);
}

static void
choice_clear (Choice *choice)
{
  g_object_unref (choice->library);
  g_free (choice->chosen);
}

static char *
create (Choice *choice, const char *name)
{
  g_autoptr (GError) error = NULL;
  const char *const organisations[] = { NULL };
  g_autoptr (SamenStore) store =
      samen_library_create (choice->library, name, "Noor", organisations, &error);

  g_assert_no_error (error);
  ui_settle ();
  return g_strdup (samen_store_get_path (store));
}

static AdwActionRow *
row_of (Choice *choice, const char *name)
{
  return ui_find (choice->chooser, ADW_TYPE_ACTION_ROW, name);
}

static void
test_welcome (UiFixture *self, gconstpointer unused)
{
  Choice choice;
  g_autofree char *path = NULL;

  choice_show (&choice, self);
  ui_assert_named (choice.chooser);
  g_assert_nonnull (ui_find (choice.chooser, GTK_TYPE_LABEL, "Training People Together"));
  path = create (&choice, "Samen <i>Sterk</i> & Co");
  g_assert_nonnull (row_of (&choice, "Samen <i>Sterk</i> & Co"));
  ui_assert_named (choice.chooser);
  adw_action_row_activate (row_of (&choice, "Samen <i>Sterk</i> & Co"));
  g_assert_cmpstr (choice.chosen, ==, path);
  choice_clear (&choice);
}

static char *
today_of_the_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%d");
  SamenDate today;

  g_assert_true (samen_date_parse (iso, &today));
  return samen_date_format (today, NULL);
}

static void
test_bin (UiFixture *self, gconstpointer unused)
{
  Choice choice;
  g_autofree char *path = NULL;
  g_autofree char *today = NULL;
  g_autofree char *since = NULL;

  choice_show (&choice, self);
  path = create (&choice, "Oost");
  /* How long it has been there is told by the file, whatever day the app is told to go by */
  today = today_of_the_clock ();
  since = g_strdup_printf ("In the bin since %s", today);
  ui_press (choice.chooser, "Move “Oost” to the Bin");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (adw_action_row_get_subtitle (row_of (&choice, "Oost")), ==, since);
  ui_press (self->overlay, "Undo");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  ui_press (choice.chooser, "Move “Oost” to the Bin");
  ui_press (choice.chooser, "Bring “Oost” Back");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (ui_find (choice.chooser, GTK_TYPE_BUTTON, "Move “Oost” to the Bin"));
  choice_clear (&choice);
}

/* What is no dossier says why, does not open, and can be put away */
static void
test_broken (UiFixture *self, gconstpointer unused)
{
  Choice choice;
  g_autofree char *path = NULL;
  AdwActionRow *row;

  choice_show (&choice, self);
  path = create (&choice, "West");
  /* While nobody reads it */
  samen_library_begin_read ();
  g_assert_true (g_file_set_contents (path, "no database", -1, NULL));
  samen_library_end_read ();
  samen_library_reload (choice.library);
  row = ui_find (choice.chooser, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), !=, "");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  ui_assert_named (choice.chooser);
  g_signal_emit_by_name (ui_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  ui_settle ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  choice_clear (&choice);
}

static gboolean
is_summarised (gpointer data)
{
  const Choice *choice = data;
  AdwActionRow *row = ui_find (choice->chooser, ADW_TYPE_ACTION_ROW, "Noord");

  return row != NULL &&
         g_str_equal (adw_action_row_get_subtitle (row),
                      "Next milestone: One desk (1 March 2027) · 1 point of attention");
}

static void
rename_partnership (SamenStore *store, SamenPartnership *partnership, const char *name)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Change Partnership");

  samen_edit_set (edit, SAMEN_RECORD (partnership), "name", samen_value (name));
  g_assert_true (samen_store_apply (store, edit, NULL));
}

static void
add_to (const char *path)
{
  g_autoptr (SamenStore) store = samen_store_open (path, NULL);
  g_autoptr (SamenEdit) edit = samen_edit_new ("Add Milestone");

  samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value ("One desk"), "due",
                  samen_value ("2027-03-01"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("A place"), NULL);
  g_assert_true (samen_store_apply (store, edit, NULL));
}

/* What there is to tell of a dossier follows when it was read, and is told anew when it is seen again */
static void
test_summary (UiFixture *self, gconstpointer unused)
{
  Choice choice;
  g_autofree char *path = NULL;

  choice_show (&choice, self);
  path = create (&choice, "Noord");
  add_to (path);
  samen_library_reload_async (choice.library);
  ui_wait (is_summarised, &choice);
  choice_clear (&choice);
}

static gboolean
is_complete (gpointer data)
{
  const Choice *choice = data;
  GListModel *dossiers = samen_library_get_dossiers (choice->library);
  AdwActionRow *last = ui_find (choice->chooser, ADW_TYPE_ACTION_ROW, "Dossier 199");

  return g_list_model_get_n_items (dossiers) == N_MANY && last != NULL &&
         *adw_action_row_get_subtitle (last) != '\0';
}

static gint64
time_of_thread (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* However many there are, nobody waits for them: in its own time, so that other programs do not count */
static void
test_many (UiFixture *self, gconstpointer unused)
{
  g_autofree char *folder = fixture_file (&self->base, "dossiers");
  g_autofree char *first = NULL;
  g_autofree char *contents = NULL;
  gint64 longest = 0;
  gsize length;
  Choice choice;

  choice_show (&choice, self);
  first = create (&choice, "Dossier");
  /* While nobody reads it, or part of it is in another file */
  samen_library_begin_read ();
  add_to (first);
  g_assert_true (g_file_get_contents (first, &contents, &length, NULL));
  samen_library_end_read ();
  for (guint i = 1; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.sqlite", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *title = g_strdup_printf ("Dossier %03u", i);
      g_autoptr (SamenStore) store = NULL;
      g_autoptr (SamenPartnership) partnership = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
      store = samen_store_open (path, &error);
      g_assert_no_error (error);
      partnership = samen_store_get_partnership (store);
      rename_partnership (store, partnership, title);
    }
  samen_library_reload_async (choice.library);
  while (!is_complete (&choice))
    {
      gint64 begin = time_of_thread ();

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, time_of_thread () - begin);
    }
  g_test_message ("the longest step of the main loop took %.1f ms", (double) longest / 1000);
  g_assert_cmpint (longest, <, LONGEST_STEP);
  choice_clear (&choice);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/chooser/welcome", test_welcome);
  UI_TEST ("/chooser/bin", test_bin);
  UI_TEST ("/chooser/broken", test_broken);
  UI_TEST ("/chooser/summary", test_summary);
  UI_TEST ("/chooser/many", test_many);
  return g_test_run ();
}
