/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "dialogs/import-dialog.h"
#include "dialogs/import-row.h"
#include "ui-fixture.h"

static const char source[] = "Convenant Proef\n"
                             "\n"
                             "Ondergetekenden:\n"
                             "\n"
                             "1. School Een, hierna te noemen: de School;\n"
                             "2. Zorg Twee, hierna te noemen: de Zorg;\n"
                             "\n"
                             "Komen het volgende overeen:\n"
                             "\n"
                             "Artikel 1 Doel\n"
                             "\n"
                             "Samen opleiden.\n"
                             "\n"
                             "Duur\n"
                             "\n"
                             "Een jaar, dat telkens\n"
                             "wordt verlengd.\n";

static SamenCovenantDraft *
make_draft (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SamenCovenantText *tree = samen_covenant_text_parse (text, -1, &error);

  g_assert_no_error (error);
  return samen_covenant_draft_new (bytes, tree);
}

/* The paragraphs, opened from the page of what was found */
static GtkWidget *
present (UiFixture *self, SamenCovenantDraft *draft)
{
  AdwDialog *dialog = ui_present (self, samen_import_dialog_new (draft, TRUE));

  ui_assert_named (dialog);
  adw_action_row_activate (ui_find (dialog, ADW_TYPE_ACTION_ROW, "Check the _Text"));
  ui_settle ();
  ui_assert_named (dialog);
  /* not the one in the list of kinds */
  return gtk_widget_get_ancestor (ui_find (dialog, SAMEN_TYPE_IMPORT_ROW, NULL),
                                  GTK_TYPE_LIST_VIEW);
}

static SamenImportRow *
look_for_row (GtkWidget *list, const char *text)
{
  for (GtkWidget *it = gtk_widget_get_first_child (list); it != NULL;
       it = gtk_widget_get_next_sibling (it))
    {
      GtkWidget *row = gtk_widget_get_first_child (it);
      SamenCovenantPiece *piece =
          SAMEN_IS_IMPORT_ROW (row) ? samen_import_row_get_piece (SAMEN_IMPORT_ROW (row)) : NULL;

      if (piece != NULL && g_str_has_prefix (piece->text, text))
        return SAMEN_IMPORT_ROW (row);
    }
  return NULL;
}

static SamenImportRow *
find_row (GtkWidget *list, const char *text)
{
  SamenImportRow *row = look_for_row (list, text);

  if (row == NULL)
    g_error ("no paragraph “%s”", text);
  return row;
}

static gboolean
is_read (gpointer draft)
{
  return !samen_covenant_draft_is_busy (draft);
}

/* In the list, or above it when it is empty */
static gboolean
has_focus (gpointer list)
{
  return gtk_root_get_focus (gtk_widget_get_root (list)) != NULL;
}

/* Chooses from the menu of a paragraph, and waits until the text was read around that */
static void
act (SamenCovenantDraft *draft,
     GtkWidget *list,
     const char *text,
     const char *action,
     GVariant *what)
{
  g_assert_true (
      gtk_widget_activate_action_variant (GTK_WIDGET (find_row (list, text)), action, what));
  ui_wait (is_read, draft);
  ui_wait (has_focus, list);
}

static void
choose (SamenCovenantDraft *draft, GtkWidget *list, const char *text, SamenCovenantTextAs as)
{
  act (draft, list, text, "piece.as", g_variant_new_int32 ((int) as));
}

static void
assert_as (GtkWidget *list, const char *text, const char *kind)
{
  SamenImportRow *row = find_row (list, text);
  GtkWidget *button = ui_find (row, GTK_TYPE_MENU_BUTTON, NULL);

  g_assert_cmpstr (samen_import_kind (samen_import_row_get_piece (row)->as), ==, kind);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, kind);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       samen_import_row_get_piece (row)->text);
}

static void
test_correct (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantDraft) draft = make_draft (source);
  GtkWidget *list = present (self, draft);
  AdwDialog *dialog = ui_dialog (self);

  assert_as (list, "Artikel 1 Doel", "Article");
  assert_as (list, "Duur", "Text");
  choose (draft, list, "Duur", SAMEN_COVENANT_TEXT_AS_ARTICLE);
  assert_as (list, "Duur", "Article");
  g_assert_cmpuint (samen_covenant_draft_get_text (draft)->articles->len, ==, 2);

  /* the focus stays at what was corrected, though it is another row now */
  ui_draw_frames (self);
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (find_row (list, "Duur")),
                                         gtk_root_get_focus (gtk_widget_get_root (list))));

  choose (draft, list, "2. Zorg Twee", SAMEN_COVENANT_TEXT_AS_TEXT);
  assert_as (list, "2. Zorg Twee", "Text");
  choose (draft, list, "1. School Een", SAMEN_COVENANT_TEXT_AS_LEFT_OUT);
  assert_as (list, "1. School Een", "Left Out");
  g_assert_cmpuint (samen_covenant_draft_get_text (draft)->parties->len, ==, 0);
  g_assert_null (ui_find (list, GTK_TYPE_LABEL, "Hereinafter: de School"));

  ui_press (dialog, "Undo Correction");
  ui_wait (is_read, draft);
  ui_press (dialog, "Undo Correction");
  ui_wait (is_read, draft);
  ui_settle ();
  assert_as (list, "2. Zorg Twee", "Party");
  g_assert_nonnull (ui_find (list, GTK_TYPE_LABEL, "Hereinafter: de School"));
  assert_as (list, "Duur", "Article");
  act (draft, list, "Duur", "piece.reset", NULL);
  assert_as (list, "Duur", "Text");
  ui_assert_reachable (self, dialog);
}

static void
test_lines (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantDraft) draft = make_draft (source);
  GtkWidget *list = present (self, draft);

  act (draft, list, "Een jaar", "piece.split", NULL);
  assert_as (list, "wordt verlengd.", "Text");
  act (draft, list, "wordt verlengd.", "piece.join", NULL);
  g_assert_cmpstr (samen_import_row_get_piece (find_row (list, "Een jaar"))->text, ==,
                   "Een jaar, dat telkens wordt verlengd.");
}

static void
test_filter (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantDraft) draft = make_draft (source);
  GtkWidget *list = present (self, draft);
  GtkDropDown *drop = ui_find (ui_dialog (self), GTK_TYPE_DROP_DOWN, NULL);

  gtk_drop_down_set_selected (drop, 2);
  ui_settle ();
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), ==,
      2);
  /* what is no party any more is out of sight, and the focus goes to the one that is left */
  choose (draft, list, "1. School Een", SAMEN_COVENANT_TEXT_AS_TEXT);
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), ==,
      1);
  choose (draft, list, "2. Zorg Twee", SAMEN_COVENANT_TEXT_AS_TEXT);
  g_assert_nonnull (ui_find (ui_dialog (self), GTK_TYPE_LABEL, "None in This Text"));
}

static void
confirmed_cb (gboolean *confirmed)
{
  *confirmed = TRUE;
}

/* What is chosen is what is written */
static void
test_import (UiFixture *self, gconstpointer unused)
{
  g_autoptr (SamenCovenantDraft) draft = make_draft (source);
  GtkWidget *list = present (self, draft);
  AdwDialog *dialog = ui_dialog (self);
  gboolean confirmed = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenEdit) edit = NULL;
  g_autoptr (GListModel) agreements = NULL;
  g_autoptr (SamenAgreement) agreement = NULL;
  g_autoptr (GListModel) organisations = NULL;
  g_autoptr (SamenOrganisation) organisation = NULL;

  act (draft, list, "2. Zorg Twee", "piece.side", g_variant_new_string ("childcare"));
  g_assert_nonnull (ui_find (list, GTK_TYPE_LABEL, "Side: Childcare"));
  adw_navigation_view_pop (ui_find (dialog, ADW_TYPE_NAVIGATION_VIEW, NULL));
  ui_settle ();
  gtk_editable_set_text (ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Title"), "Onze intentieverklaring");
  g_assert_cmpuint (adw_combo_row_get_selected (ui_find (dialog, ADW_TYPE_COMBO_ROW, "Kind")), ==,
                    SAMEN_AGREEMENT_INTENT);
  adw_combo_row_set_selected (ui_find (dialog, ADW_TYPE_COMBO_ROW, "Kind"), SAMEN_AGREEMENT_OTHER);
  g_signal_connect_swapped (dialog, "confirmed", G_CALLBACK (confirmed_cb), &confirmed);
  ui_press (dialog, "Import");
  g_assert_true (confirmed);
  g_assert_null (ui_dialog (self));

  edit = samen_covenant_import_edit (samen_covenant_draft_get_text (draft), self->base.store, NULL,
                                     NULL, &error);
  samen_store_apply (self->base.store, edit, &error);
  g_assert_no_error (error);
  agreements = samen_store_list (self->base.store, SAMEN_TYPE_AGREEMENT, NULL, NULL);
  agreement = g_list_model_get_item (agreements, 0);
  g_assert_cmpstr (agreement->title, ==, "Onze intentieverklaring");
  g_assert_cmpint (agreement->kind, ==, SAMEN_AGREEMENT_OTHER);
  organisations = samen_store_list (self->base.store, SAMEN_TYPE_ORGANISATION, NULL, NULL);
  organisation = g_list_model_get_item (organisations, 1);
  g_assert_cmpstr (organisation->name, ==, "Zorg Twee");
  g_assert_cmpint (organisation->side, ==, SAMEN_SIDE_CHILDCARE);
}

static gboolean
has_middle (gpointer list)
{
  return look_for_row (list, "1. Het eerste lid van 150") != NULL;
}

/* Sixty pages: no more rows are made than can be seen, and a correction far down stays in place */
static void
test_long (UiFixture *self, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("Convenant Lang\n\nKomen het volgende overeen:\n\n");
  g_autoptr (SamenCovenantDraft) draft = NULL;
  GtkWidget *list;
  GListModel *model;
  guint n_rows = 0;

  for (guint i = 1; i <= 200; i++)
    g_string_append_printf (
        text, "Artikel %u Over iets\n\n1. Het eerste lid van %u.\n2. Het tweede.\n\n", i, i);
  draft = make_draft (text->str);
  list = present (self, draft);
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2 + 3 * 200);
  for (GtkWidget *it = gtk_widget_get_first_child (list); it != NULL;
       it = gtk_widget_get_next_sibling (it))
    n_rows++;
  g_assert_cmpuint (n_rows, <, 400);

  gtk_list_view_scroll_to (GTK_LIST_VIEW (list), 2 + 3 * 149 + 1, GTK_LIST_SCROLL_FOCUS, NULL);
  ui_wait (has_middle, list);
  choose (draft, list, "1. Het eerste lid van 150", SAMEN_COVENANT_TEXT_AS_ARTICLE);
  assert_as (list, "1. Het eerste lid van 150", "Article");
  ui_draw_frames (self);
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (find_row (list, "1. Het eerste lid van 150")),
                                         gtk_root_get_focus (gtk_widget_get_root (list))));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/import/correct", test_correct);
  UI_TEST ("/import/lines", test_lines);
  UI_TEST ("/import/filter", test_filter);
  UI_TEST ("/import/import", test_import);
  UI_TEST ("/import/long", test_long);
  return g_test_run ();
}
