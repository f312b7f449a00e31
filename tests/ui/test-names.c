/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "dialogs/attachments-dialog.h"
#include "dialogs/erase-dialog.h"
#include "dialogs/export-package-dialog.h"
#include "dialogs/find-person-dialog.h"
#include "dialogs/help-dialog.h"
#include "dialogs/history-dialog.h"
#include "dialogs/import-dialog.h"
#include "dialogs/new-dossier-dialog.h"
#include "dialogs/person-data-dialog.h"
#include "dialogs/preferences-dialog.h"
#include "dialogs/record-dialog.h"
#include "dialogs/restore-dialog.h"
#include "dialogs/search-dialog.h"
#include "dialogs/tell-error.h"
#include "dialogs/work.h"
#include "pages/covenant/add-parties-dialog.h"
#include "pages/covenant/new-version-dialog.h"
#include "pages/covenant/party-group-dialog.h"
#include "pages/covenant/sign-dialog.h"
#include "pages/steps/success-book-dialog.h"
#include "shell/chooser.h"
#include "shell/page-list.h"
#include "shell/record-place.h"
#include "shell/shortcuts.h"
#include "shell/window.h"
#include "ui-fixture.h"
#include "widgets/chart-view.h"

/*
 * Every template and every dialog of the app is made here. All in it that can be acted on has a name, and Tab leads to all
 * that takes the focus.
 */

static GHashTable *made; /* names of types */

static void
note_types (GtkWidget *widget)
{
  for (GType type = G_OBJECT_TYPE (widget); type != 0; type = g_type_parent (type))
    g_hash_table_add (made, (gpointer) g_type_name (type));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    note_types (child);
}

static void
check (UiFixture *self, gpointer widget)
{
  g_test_message ("%s", G_OBJECT_TYPE_NAME (widget));
  note_types (widget);
  ui_assert_named (widget);
  ui_assert_reachable (self, widget);
}

static void
check_dialog (UiFixture *self, AdwDialog *dialog)
{
  ui_present (self, dialog);
  check (self, dialog);
  adw_dialog_force_close (dialog);
  ui_settle ();
}

static void
test_pages (UiFixture *self, gconstpointer unused)
{
  const SamenPageEntry *entry;

  for (guint i = 0; (entry = samen_page_list_get (i)) != NULL; i++)
    check (self,
           ui_show (self, g_object_new (entry->get_type (), "store", self->base.store, NULL)));
}

static gpointer
first_of (UiFixture *self, GType type)
{
  g_autoptr (GListModel) list = samen_store_list (self->base.store, type, NULL, NULL);

  return g_list_model_get_item (list, 0);
}

static void
test_record_dialogs (UiFixture *self, gconstpointer unused)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (SamenRecord) record = first_of (self, types[i]);

      check_dialog (self, samen_record_dialog_new_add (self->base.store, types[i], NULL, NULL));
      if (record != NULL)
        check_dialog (self, samen_record_dialog_new_change (self->base.store, record));
    }
}

static void
test_other_dialogs (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenLibrary) library = samen_library_new (self->base.folder);
  static const char source[] = "Convenant\n\nArtikel 1\n\nDoel\n\nPartijen leiden samen op.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (source, strlen (source));
  g_autoptr (SamenCovenantDraft) draft =
      samen_covenant_draft_new (bytes, samen_covenant_text_parse (source, -1, NULL));
  g_autoptr (SamenRecord) milestone = first_of (self, SAMEN_TYPE_MILESTONE);
  g_autoptr (SamenPerson) person = first_of (self, SAMEN_TYPE_PERSON);
  g_autoptr (SamenAgreement) agreement = first_of (self, SAMEN_TYPE_AGREEMENT);
  g_autoptr (GListModel) parties = samen_store_list (self->base.store, SAMEN_TYPE_PARTY,
                                                     "agreement", SAMEN_RECORD (agreement)->id);
  g_autoptr (SamenParty) party = g_list_model_get_item (parties, 0);
  AdwDialog *dialogs[] = { ADW_DIALOG (samen_new_dossier_dialog_new (library, "Noor")),
                           ADW_DIALOG (samen_import_dialog_new (draft, FALSE)),
                           samen_success_book_dialog_new (self->base.store),
                           samen_add_parties_dialog_new (self->base.store, agreement),
                           samen_party_group_dialog_new (self->base.store, agreement),
                           samen_sign_dialog_new (self->base.store, agreement, party),
                           samen_new_version_dialog_new (self->base.store, agreement),
                           ADW_DIALOG (samen_restore_dialog_new (self->base.path, NULL)),
                           ADW_DIALOG (samen_export_package_dialog_new ()),
                           g_object_new (SAMEN_TYPE_HELP_DIALOG, NULL),
                           samen_search_dialog_new (self->base.store),
                           samen_history_dialog_new (self->base.store, NULL),
                           samen_history_dialog_new (self->base.store, milestone),
                           samen_preferences_dialog_new (),
                           samen_attachments_dialog_new (self->base.store, milestone),
                           samen_person_data_dialog_new (self->base.store,
                                                         SAMEN_RECORD (person)->id, person->name),
                           samen_erase_dialog_new (self->base.store, NULL, person->name),
                           samen_find_person_dialog_new (self->base.store),
                           samen_shortcuts_dialog_new () };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    check_dialog (self, dialogs[i]);
}

static gboolean
has_alert (gpointer self)
{
  return ADW_IS_ALERT_DIALOG (ui_dialog (self));
}

static void
end_cb (gpointer ended, const GError *error)
{
  *(gboolean *) ended = TRUE;
}

static gboolean
has_ended (gpointer ended)
{
  return *(gboolean *) ended;
}

static gboolean
last_until_cancelled (gpointer unused, const SamenProgress *progress, GError **error)
{
  while (!g_cancellable_set_error_if_cancelled (progress->cancellable, error))
    g_usleep (1000);
  return FALSE;
}

static gboolean
has_dialog (gpointer window)
{
  return adw_window_get_visible_dialog (window) != NULL;
}

/* What takes long, with a button that ends it */
static void
test_work (UiFixture *self, gconstpointer unused)
{
  gboolean ended = FALSE;

  ui_show (self, gtk_label_new ("…"));
  samen_work (GTK_WIDGET (self->overlay), "Exporting Dossier", "Rijnstreek", last_until_cancelled,
              end_cb, &ended);
  ui_wait (has_dialog, self->window);
  check (self, ui_dialog (self));
  ui_press (ui_dialog (self), "Cancel");
  ui_wait (has_ended, &ended);
}

static void
test_error (UiFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full.");

  ui_show (self, gtk_label_new ("…"));
  samen_tell_error (GTK_WIDGET (self->overlay), "Not Exported", "Rijnstreek.samenspel", error);
  ui_wait (has_dialog, self->window);
  check (self, ui_dialog (self));
  ui_press (ui_dialog (self), "Close");
}

/* What asks whether it may be lost */
static void
test_discard (UiFixture *self, gconstpointer unused)
{
  AdwDialog *dialog = samen_record_dialog_new_add (self->base.store, SAMEN_TYPE_GOAL, NULL, NULL);

  ui_present (self, dialog);
  ui_fill (dialog, "Goal", "Places");
  adw_dialog_close (dialog);
  ui_wait (has_alert, self);
  check (self, ui_dialog (self));
  ui_press (ui_dialog (self), "Discard");
}

static void
test_chooser (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenLibrary) library = samen_library_new (self->base.folder);
  g_autoptr (SamenStore) store = samen_library_create (library, "Rijnstreek", "Noor", NULL, NULL);
  GtkWidget *chooser = g_object_new (SAMEN_TYPE_CHOOSER, NULL);

  samen_chooser_set_library (SAMEN_CHOOSER (chooser), library);
  check (self, ui_show (self, chooser));
}

static void
test_window (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenApplication) application = samen_application_new ();
  GtkWidget *window;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = GTK_WIDGET (samen_window_new (application));
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  note_types (window);
  ui_assert_named (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_chart (UiFixture *self, gconstpointer unused)
{
  const SamenPageEntry *entry = samen_page_list_find ("steering");
  GtkWidget *page = g_object_new (entry->get_type (), "store", self->base.store, NULL);
  g_autoptr (SamenGoal) goal = first_of (self, SAMEN_TYPE_GOAL);
  g_autoptr (GListModel) criteria =
      samen_store_list (self->base.store, SAMEN_TYPE_CRITERION, "goal", SAMEN_RECORD (goal)->id);
  g_autoptr (SamenCriterion) criterion = g_list_model_get_item (criteria, 0);
  GtkAccessible *chart;

  ui_show (self, page);
  chart = ui_find (page, SAMEN_TYPE_CHART_VIEW, NULL);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, criterion->title);
  g_assert_true (gtk_test_accessible_has_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

/* What a record is part of is on some page, so that it can be found */
static void
test_places (UiFixture *self, gconstpointer unused)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (SamenRecord) record = first_of (self, types[i]);

      if (record != NULL && samen_record_place (self->base.store, record) == NULL)
        g_error ("No page shows a %s", SAMEN_RECORD_GET_CLASS (record)->table);
    }
}

/* The class that an interface file is the template of, or NULL */
static char *
template_of (const char *name)
{
  g_autofree char *path = g_strconcat ("/samenspel/ui/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *text = g_bytes_get_data (bytes, NULL);
  const char *begin = strstr (text, "<template class=\"");

  if (begin == NULL)
    return NULL;
  begin += strlen ("<template class=\"");
  return g_strndup (begin, strcspn (begin, "\""));
}

static void
test_templates (void)
{
  g_auto (GStrv) names =
      g_resources_enumerate_children ("/samenspel/ui", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *type = g_str_has_suffix (names[i], ".ui") ? template_of (names[i]) : NULL;

      if (type == NULL)
        continue;
      n++;
      if (!g_hash_table_contains (made, type))
        g_error ("%s (%s) was not made by any of these tests", type, names[i]);
    }
  g_assert_cmpuint (n, >, 10);
}

/* Whose questions are asked here, and below the line in the tests of e2e */
static const char *const alerts[] = {
  "discard.c",      "tell-error.c", "work.c", /* */
  "open-package.c", "restore.c",    "restore-draft.c", "send-mail.c", NULL
};

static void
check_source (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GRegex) defines =
      g_regex_new ("G_DEFINE_FINAL_TYPE \\((Samen\\w+Dialog),", G_REGEX_DEFAULT, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *type = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  if (strstr (text, "adw_alert_dialog_new (") != NULL && !g_strv_contains (alerts, name))
    g_error ("%s asks something, and no test has looked at that", path);
  if (g_regex_match (defines, text, 0, &match))
    type = g_match_info_fetch (match, 1);
  if (type != NULL && !g_hash_table_contains (made, type))
    g_error ("%s (%s) was not made by any of these tests", type, path);
}

static guint
check_sources (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += check_sources (path);
      else if (g_str_has_suffix (name, ".c"))
        {
          check_source (path);
          n++;
        }
    }
  return n;
}

/* The last test: a template or a dialog that none of the others made is one that nobody looked at */
static void
test_all (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("SAMENSPEL_SOURCE"), "src/ui", NULL);

  test_templates ();
  g_assert_cmpuint (check_sources (folder), >, 50);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("samenspel-test-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_init (&argc, &argv);
  made = g_hash_table_new (g_str_hash, g_str_equal);
  UI_EXAMPLE_TEST ("/names/pages", test_pages);
  UI_TEST ("/names/pages-empty", test_pages);
  UI_EXAMPLE_TEST ("/names/record-dialogs", test_record_dialogs);
  UI_EXAMPLE_TEST ("/names/other-dialogs", test_other_dialogs);
  UI_TEST ("/names/work", test_work);
  UI_TEST ("/names/error", test_error);
  UI_TEST ("/names/discard", test_discard);
  UI_TEST ("/names/chooser", test_chooser);
  UI_TEST ("/names/window", test_window);
  UI_EXAMPLE_TEST ("/names/chart", test_chart);
  UI_EXAMPLE_TEST ("/names/places", test_places);
  g_test_add_func ("/names/zz-all", test_all);
  status = g_test_run ();
  g_hash_table_unref (made);
  return status;
}
