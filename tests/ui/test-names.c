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
#include "pages/covenant/add-parties-dialog.h"
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
 * Every template of the app is made here. All in it that can be acted on has a name, and Tab leads to all
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

/* The last test: a template that none of the others made is one that nobody looked at */
static void
test_all (void)
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
  UI_TEST ("/names/chooser", test_chooser);
  UI_TEST ("/names/window", test_window);
  UI_EXAMPLE_TEST ("/names/chart", test_chart);
  UI_EXAMPLE_TEST ("/names/places", test_places);
  g_test_add_func ("/names/zz-all-templates", test_all);
  status = g_test_run ();
  g_hash_table_unref (made);
  return status;
}
