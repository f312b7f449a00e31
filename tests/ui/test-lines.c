/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "pages/covenant/agreement-view.h"
#include "pages/covenant/line-row.h"
#include "store/log.h"
#include "ui-fixture.h"

/* The list of articles and clauses, which shows one list of what are several in the dossier */

typedef struct
{
  SamenAgreement *agreement;
  GtkWidget *view;
  GtkListBox *list;
} Lines;

static const char *
add (UiFixture *self,
     SamenEdit *edit,
     GType type,
     const char *owner,
     const char *whole,
     const char *field,
     const char *text)
{
  g_autofree char *position = samen_store_append_position (self->base.store, type, owner, whole);

  return samen_edit_add (edit, type, owner, samen_value (whole), field, samen_value (text),
                         "position", samen_value ((const char *) position), NULL);
}

/* Of every article the first clause has two parts */
static void
write_text (UiFixture *self, SamenEdit *edit, const char *agreement)
{
  static const char *const headings[] = { "Purpose", "Duties", "Money" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *key = g_strdup_printf ("a%u", i);
      const char *article = samen_edit_add (
          edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (agreement), "heading",
          samen_value (headings[i]), "position", samen_value ((const char *) key), NULL);
      const char *clause =
          samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article), "text",
                          samen_value ("Parties see to:"), "position", samen_value ("a0"), NULL);

      samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article), "part_of",
                      samen_value (clause), "text", samen_value ("places;"), "position",
                      samen_value ("a0"), NULL);
      samen_edit_add (edit, SAMEN_TYPE_CLAUSE, "article", samen_value (article), "part_of",
                      samen_value (clause), "text", samen_value ("people."), "position",
                      samen_value ("a1"), NULL);
    }
}

static void
lines_show (Lines *lines, UiFixture *self)
{
  SamenEdit *edit = samen_edit_new ("Add Covenant");
  g_autofree char *id = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Covenant"), NULL));

  write_text (self, edit, id);
  fixture_apply (&self->base, edit);
  lines->agreement = samen_store_get (self->base.store, SAMEN_TYPE_AGREEMENT, id);
  lines->view = ui_show (self, samen_agreement_view_new (self->base.store, lines->agreement));
  lines->list =
      GTK_LIST_BOX (gtk_widget_get_parent (ui_find (lines->view, SAMEN_TYPE_LINE_ROW, NULL)));
}

/* What the list says, a line each */
static char *
lines_read (Lines *lines)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; gtk_list_box_get_row_at_index (lines->list, i) != NULL; i++)
    {
      SamenLineRow *row = ui_row (lines->list, (guint) i);
      GtkWidget *label = ui_find (row, GTK_TYPE_LABEL, NULL);
      SamenLineText *main = samen_line_row_get_main (row);
      gboolean has_label = label != NULL;

      g_string_append_printf (text, "%s%s%s\n", has_label ? ui_name (label) : "",
                              has_label ? " " : "", samen_line_text_get_shown (main));
    }
  return g_string_free_and_steal (text);
}

static void
assert_lines (Lines *lines, const char *expected)
{
  g_autofree char *text = lines_read (lines);

  g_assert_cmpstr (text, ==, expected);
}

static void
lines_clear (Lines *lines)
{
  g_object_unref (lines->agreement);
}

static void
press (gpointer row, int by)
{
  const char *action = by < 0 ? "line.move-up" : "line.move-down";

  for (int i = 0; i < ABS (by); i++)
    {
      g_assert_true (gtk_widget_activate_action (row, action, NULL));
      ui_settle ();
    }
}

static SamenLineRow *
focused_row (UiFixture *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  g_assert_nonnull (focus);
  return SAMEN_LINE_ROW (gtk_widget_get_ancestor (focus, SAMEN_TYPE_LINE_ROW));
}

#define PART "a. places;\nb. people.\n"
#define PURPOSE "Parties see to:\n" PART

static void
test_shown (UiFixture *self, gconstpointer unused)
{
  Lines lines;

  lines_show (&lines, self);
  assert_lines (&lines, "Artikel 1 Purpose\n" PURPOSE "Artikel 2 Duties\n" PURPOSE
                        "Artikel 3 Money\n" PURPOSE);
  gtk_test_accessible_assert_property (ui_row (lines.list, 2), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "a. places;");
  ui_assert_named (lines.view);
  lines_clear (&lines);
}

/* The focus stays on the record, wherever that goes */
static void
test_moves (UiFixture *self, gconstpointer unused)
{
  Lines lines;
  SamenRecord *duties;

  lines_show (&lines, self);
  duties = samen_line_row_get_record (ui_row (lines.list, 4));
  gtk_widget_grab_focus (ui_row (lines.list, 4));
  press (focused_row (self), -1);
  assert_lines (&lines, "Artikel 1 Duties\n" PURPOSE "Artikel 2 Purpose\n" PURPOSE
                        "Artikel 3 Money\n" PURPOSE);
  g_assert_true (samen_line_row_get_record (focused_row (self)) == duties);
  press (focused_row (self), 1);
  press (focused_row (self), 1);
  assert_lines (&lines, "Artikel 1 Purpose\n" PURPOSE "Artikel 2 Money\n" PURPOSE
                        "Artikel 3 Duties\n" PURPOSE);
  g_assert_true (samen_line_row_get_record (focused_row (self)) == duties);
  press (focused_row (self), 1);
  g_assert_true (samen_line_row_get_record (focused_row (self)) == duties);

  gtk_widget_grab_focus (ui_row (lines.list, 3));
  press (focused_row (self), -1);
  assert_lines (&lines, "Artikel 1 Purpose\nParties see to:\na. people.\nb. places;\n"
                        "Artikel 2 Money\n" PURPOSE "Artikel 3 Duties\n" PURPOSE);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused_row (self))), ==, 2);
  lines_clear (&lines);
}

/* Only what moves, or is new, gets another row: a long text is long to show */
static void
test_rows_stay (UiFixture *self, gconstpointer unused)
{
  Lines lines;
  SamenEdit *edit = samen_edit_new ("Move Article");
  GtkWidget *rows[12];

  lines_show (&lines, self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = ui_row (lines.list, i);
  /* The first to the end: the two others stay */
  samen_edit_set (edit, samen_line_row_get_record (SAMEN_LINE_ROW (rows[0])), "position",
                  samen_value ("a9"));
  fixture_apply (&self->base, edit);
  assert_lines (&lines, "Artikel 1 Duties\n" PURPOSE "Artikel 2 Money\n" PURPOSE
                        "Artikel 3 Purpose\n" PURPOSE);
  for (guint i = 4; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (ui_row (lines.list, i - 4) == (gpointer) rows[i]);
  /* And back */
  rows[0] = ui_row (lines.list, 0);
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  g_assert_true (ui_row (lines.list, 4) == (gpointer) rows[0]);
  lines_clear (&lines);
}

/* An article goes with what is in it, and comes back with it */
static void
test_deletes (UiFixture *self, gconstpointer unused)
{
  Lines lines;
  SamenRecord *duties;

  lines_show (&lines, self);
  duties = samen_line_row_get_record (ui_row (lines.list, 4));
  fixture_delete (&self->base, duties);
  assert_lines (&lines, "Artikel 1 Purpose\n" PURPOSE "Artikel 2 Money\n" PURPOSE);
  g_assert_true (samen_store_undo (self->base.store, NULL, NULL));
  assert_lines (&lines, "Artikel 1 Purpose\n" PURPOSE "Artikel 2 Duties\n" PURPOSE
                        "Artikel 3 Money\n" PURPOSE);
  lines_clear (&lines);
}

/* In the middle: after its siblings, before the next article */
static void
test_adds (UiFixture *self, gconstpointer unused)
{
  Lines lines;
  SamenEdit *edit = samen_edit_new ("Add Clause");

  lines_show (&lines, self);
  add (self, edit, SAMEN_TYPE_CLAUSE, "article",
       samen_line_row_get_record (ui_row (lines.list, 0))->id, "text", "They report.");
  fixture_apply (&self->base, edit);
  assert_lines (&lines, "Artikel 1 Purpose\n1. Parties see to:\n" PART "2. They report.\n"
                        "Artikel 2 Duties\n" PURPOSE "Artikel 3 Money\n" PURPOSE);
  lines_clear (&lines);
}

/* Any number of moves later, the list is what a new one would be */
static void
test_random (UiFixture *self, gconstpointer unused)
{
  Lines lines;

  lines_show (&lines, self);
  for (guint i = 0; i < 60; i++)
    {
      SamenLineRow *row = ui_row (lines.list, (guint) g_test_rand_int_range (0, 12));
      SamenRecord *record = samen_line_row_get_record (row);
      g_autofree char *text = NULL;
      Lines fresh = lines;

      gtk_widget_grab_focus (GTK_WIDGET (row));
      press (row, g_test_rand_bit () ? 1 : -1);
      g_assert_true (samen_line_row_get_record (focused_row (self)) == record);
      fresh.view = g_object_ref_sink (samen_agreement_view_new (self->base.store, lines.agreement));
      fresh.list =
          GTK_LIST_BOX (gtk_widget_get_parent (ui_find (fresh.view, SAMEN_TYPE_LINE_ROW, NULL)));
      text = lines_read (&fresh);
      assert_lines (&lines, text);
      g_object_unref (fresh.view);
    }
  lines_clear (&lines);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/lines/shown", test_shown);
  UI_TEST ("/lines/moves", test_moves);
  UI_TEST ("/lines/rows-stay", test_rows_stay);
  UI_TEST ("/lines/deletes", test_deletes);
  UI_TEST ("/lines/adds", test_adds);
  UI_TEST ("/lines/random", test_random);
  return g_test_run ();
}
