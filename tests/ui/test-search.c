/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "dialogs/search-dialog.h"
#include "ui-fixture.h"

static void
keep_cb (GPtrArray *chosen, SamenRecord *record)
{
  g_ptr_array_add (chosen, g_object_ref (record));
}

static gboolean
is_searched (gpointer dialog)
{
  GtkStack *stack = ui_find (dialog, GTK_TYPE_STACK, NULL);

  return !g_str_equal (gtk_stack_get_visible_child_name (stack), "start");
}

static GtkEditable *
present (UiFixture *self, GPtrArray *chosen)
{
  AdwDialog *dialog = ui_present (self, samen_search_dialog_new (self->base.store));

  g_signal_connect_swapped (dialog, "chosen", G_CALLBACK (keep_cb), chosen);
  return ui_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
search (UiFixture *self, GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text);
  ui_wait (is_searched, ui_dialog (self));
}

/* Enter goes to the best find, and the dialog is gone by then */
static void
test_enter (UiFixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  GtkEditable *entry = present (self, chosen);

  search (self, entry, "regenton");
  g_assert_nonnull (ui_find (ui_dialog (self), GTK_TYPE_LABEL, "Kindcentrum De Regenton"));
  g_assert_nonnull (ui_find (ui_dialog (self), GTK_TYPE_LABEL, "Organisation (1)"));
  ui_assert_named (ui_dialog (self));
  ui_assert_reachable (self, ui_dialog (self));
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (ui_dialog (self));
  g_assert_cmpuint (chosen->len, ==, 1);
}

static void
test_nothing (UiFixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  GtkEditable *entry = present (self, chosen);

  search (self, entry, "qqq");
  g_assert_nonnull (ui_find (ui_dialog (self), GTK_TYPE_LABEL, "Nothing Found"));
  /* There is nothing to go to */
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (ui_dialog (self));
  g_assert_cmpuint (chosen->len, ==, 0);
}

/* Accents and capitals do not matter, nor does the end of a word; a record is there once */
static void
test_words (UiFixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  SamenEdit *edit = samen_edit_new ("Add Goal");
  GtkEditable *entry;

  samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("Coöperatie"), "text",
                  samen_value ("Eén coöperatie"), "position", samen_value ("a1"), NULL);
  fixture_apply (&self->base, edit);
  entry = present (self, chosen);
  search (self, entry, "COOPER");
  g_assert_nonnull (ui_find (ui_dialog (self), GTK_TYPE_LABEL, "Goal (1)"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (chosen->len, ==, 1);
  g_assert_true (SAMEN_IS_GOAL (chosen->pdata[0]));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_EXAMPLE_TEST ("/search/enter", test_enter);
  UI_EXAMPLE_TEST ("/search/nothing", test_nothing);
  UI_TEST ("/search/words", test_words);
  return g_test_run ();
}
