/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gstdio.h>

#include "dialogs/import-dialog.h"
#include "dialogs/new-dossier-dialog.h"
#include "dialogs/record-dialog.h"
#include "show.h"
#include "pages/page.h"
#include "pages/steps/success-book-dialog.h"
#include "shell/chooser.h"
#include "shell/page-list.h"
#include "widgets/chart-view.h"

/* Every template of the app is made here, and everything in it that takes the focus has to have a name */

static gboolean
is_said (GtkAccessible *accessible)
{
  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static gboolean
has_text (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_name (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return is_said (GTK_ACCESSIBLE (widget)) || (tooltip != NULL && *tooltip != '\0') ||
         has_text (widget);
}

/* What GTK and libadwaita name, or need not be named: the inside of their own controls */
static gboolean
is_a_matter_of_the_toolkit (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_WINDOW (widget) ||
         ADW_IS_DIALOG (widget) || GTK_IS_POPOVER (widget) || GTK_IS_CALENDAR (widget) ||
         ADW_IS_NAVIGATION_PAGE (widget);
}

/* The button inside a menu button is called what that is called */
static gboolean
is_part_of_named (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent)) && has_name (parent);
}

static void
assert_named (GtkWidget *widget, guint *n_checked)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return;
  if (gtk_widget_get_focusable (widget) && !is_a_matter_of_the_toolkit (widget))
    {
      (*n_checked)++;
      if (!has_name (widget) && !is_part_of_named (widget))
        g_error ("a %s in a %s has no name", G_OBJECT_TYPE_NAME (widget),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
    }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_named (child, n_checked);
}

static void
check (GtkWidget *widget)
{
  guint n_checked = 0;

  assert_named (widget, &n_checked);
  g_assert_cmpuint (n_checked, >, 0);
}

static void
test_pages (Fixture *self, gconstpointer unused)
{
  static const char *const names[] = { "overview", "covenant", "people", "steering", "steps" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const SamenPageEntry *entry = samen_page_list_find (names[i]);
      GtkWidget *page;

      g_assert_nonnull (entry);
      page = g_object_new (entry->get_type (), "store", self->store, NULL);
      fixture_show (self, page);
      check (page);
    }
}

static void
test_record_dialogs (Fixture *self, gconstpointer unused)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (SamenRecord) record = fixture_first (self, types[i]);
      AdwDialog *add = samen_record_dialog_new_add (self->store, types[i], NULL, NULL);

      fixture_show_dialog (self, add);
      check (GTK_WIDGET (add));
      adw_dialog_force_close (add);
      if (record == NULL)
        continue;
      add = samen_record_dialog_new_change (self->store, record);
      fixture_show_dialog (self, add);
      check (GTK_WIDGET (add));
      adw_dialog_force_close (add);
    }
}

static void
test_other_dialogs (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenLibrary) library = samen_library_new (self->folder);
  g_autoptr (SamenCovenantText) text = samen_covenant_text_parse (
      "Convenant\n\nArtikel 1\n\nDoel\n\nPartijen leiden samen op.\n", -1, NULL);
  AdwDialog *dialogs[] = { ADW_DIALOG (samen_new_dossier_dialog_new (library, "Noor")),
                           ADW_DIALOG (samen_import_dialog_new (text)),
                           samen_success_book_dialog_new (self->store) };
  g_autofree char *dossiers = g_build_filename (self->folder, "dossiers", NULL);
  g_autofree char *bin = g_build_filename (self->folder, "bin", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      fixture_show_dialog (self, dialogs[i]);
      check (GTK_WIDGET (dialogs[i]));
      adw_dialog_force_close (dialogs[i]);
    }
  g_rmdir (dossiers);
  g_rmdir (bin);
}

static void
test_chooser (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenLibrary) library = samen_library_new (self->folder);
  g_autofree char *dossiers = g_build_filename (self->folder, "dossiers", NULL);
  g_autofree char *bin = g_build_filename (self->folder, "bin", NULL);
  GtkWidget *chooser = g_object_new (SAMEN_TYPE_CHOOSER, NULL);

  samen_chooser_set_library (SAMEN_CHOOSER (chooser), library);
  fixture_show (self, chooser);
  check (chooser);
  g_rmdir (dossiers);
  g_rmdir (bin);
}

static void
test_chart (Fixture *self, gconstpointer unused)
{
  const SamenPageEntry *entry = samen_page_list_find ("steering");
  GtkWidget *page = g_object_new (entry->get_type (), "store", self->store, NULL);
  g_autoptr (SamenCriterion) criterion = NULL;
  g_autoptr (SamenGoal) goal = fixture_first (self, SAMEN_TYPE_GOAL);
  g_autoptr (GListModel) criteria =
      samen_store_list (self->store, SAMEN_TYPE_CRITERION, "goal", SAMEN_RECORD (goal)->id);
  GtkAccessible *chart;

  fixture_show (self, page);
  criterion = g_list_model_get_item (criteria, 0);
  chart = fixture_find (page, SAMEN_TYPE_CHART_VIEW);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, criterion->title);
  g_assert_true (gtk_test_accessible_has_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  UI_TEST ("/names/pages", test_pages);
  UI_TEST ("/names/record-dialogs", test_record_dialogs);
  UI_TEST ("/names/other-dialogs", test_other_dialogs);
  UI_TEST ("/names/chooser", test_chooser);
  UI_TEST ("/names/chart", test_chart);
  return g_test_run ();
}
