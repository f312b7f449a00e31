/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "document/block.h"

#include <string.h>

static SamenBlock *
child (SamenDocument *doc, guint i)
{
  return samen_block_get_child (samen_document_get_root (doc), i);
}

static void
test_marks (void)
{
  static const struct
  {
    SamenListMarks marks;
    guint n;
    const char *mark;
  } cases[] = {
    { SAMEN_MARKS_DASH, 3, "–" },
    { SAMEN_MARKS_DECIMAL, 1, "1" },
    { SAMEN_MARKS_DECIMAL, 120, "120" },
    { SAMEN_MARKS_LOWER_ALPHA, 1, "a" },
    { SAMEN_MARKS_LOWER_ALPHA, 26, "z" },
    { SAMEN_MARKS_LOWER_ALPHA, 27, "aa" },
    { SAMEN_MARKS_LOWER_ALPHA, 52, "az" },
    { SAMEN_MARKS_LOWER_ALPHA, 53, "ba" },
    { SAMEN_MARKS_LOWER_ALPHA, 702, "zz" },
    { SAMEN_MARKS_LOWER_ALPHA, 703, "aaa" },
    { SAMEN_MARKS_LOWER_ROMAN, 1, "i" },
    { SAMEN_MARKS_LOWER_ROMAN, 4, "iv" },
    { SAMEN_MARKS_LOWER_ROMAN, 9, "ix" },
    { SAMEN_MARKS_LOWER_ROMAN, 14, "xiv" },
    { SAMEN_MARKS_LOWER_ROMAN, 49, "xlix" },
    { SAMEN_MARKS_LOWER_ROMAN, 1994, "mcmxciv" },
    { SAMEN_MARKS_LOWER_ROMAN, 4000, "4000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *mark = samen_list_mark (cases[i].marks, cases[i].n);

      g_assert_cmpstr (mark, ==, cases[i].mark);
    }
}

static void
test_defaults (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new (NULL, NULL);
  const SamenDocumentLabels *labels = samen_document_get_labels (doc);

  g_assert_cmpstr (samen_document_get_language (doc), ==, "en");
  g_assert_cmpstr (samen_document_get_title (doc), ==, "");
  g_assert_null (samen_document_get_author (doc));
  g_assert_null (samen_document_get_note (doc));
  g_assert_cmpstr (labels->name, ==, "Name");
  g_assert_cmpstr (labels->signature, ==, "Signature");
  g_assert_cmpuint (samen_block_get_n_children (samen_document_get_root (doc)), ==, 0);

  samen_document_set_labels (doc, &(SamenDocumentLabels) { .place = "Plaats", .date = "Datum" });
  g_assert_cmpstr (samen_document_get_labels (doc)->place, ==, "Plaats");
  g_assert_cmpstr (samen_document_get_labels (doc)->signature, ==, "Signature");
}

static void
test_nesting (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", "Convenant");
  SamenBlock *list;
  SamenBlock *item;

  samen_document_begin_list (doc, SAMEN_MARKS_DECIMAL);
  samen_document_add_item (doc, NULL, "een");
  samen_document_begin_list (doc, SAMEN_MARKS_LOWER_ALPHA);
  samen_document_add_item (doc, NULL, "een a");
  samen_document_begin_list (doc, SAMEN_MARKS_DASH);
  samen_document_add_item (doc, NULL, "een a streep");
  samen_document_end_list (doc);
  samen_document_add_item (doc, NULL, "een b");
  samen_document_end_list (doc);
  samen_document_add_paragraph (doc, "hoort bij een");
  samen_document_add_item (doc, "2bis.", "twee");
  samen_document_end_list (doc);
  samen_document_add_paragraph (doc, "los");

  g_assert_cmpuint (samen_block_get_n_children (samen_document_get_root (doc)), ==, 2);
  list = child (doc, 0);
  g_assert_cmpint (list->level, ==, 1);
  g_assert_cmpuint (samen_block_get_n_children (list), ==, 2);
  g_assert_cmpstr (samen_block_get_child (list, 1)->mark, ==, "2bis.");
  item = samen_block_get_child (list, 0);
  g_assert_cmpstr (item->mark, ==, "1.");
  g_assert_cmpuint (samen_block_get_n_children (item), ==, 2);
  g_assert_cmpstr (samen_block_get_child (item, 1)->text, ==, "hoort bij een");
  list = samen_block_get_child (item, 0);
  g_assert_cmpint (list->level, ==, 2);
  g_assert_cmpstr (samen_block_get_child (list, 1)->mark, ==, "b.");
  list = samen_block_get_child (samen_block_get_child (list, 0), 0);
  g_assert_cmpint (list->level, ==, 3);
  g_assert_cmpstr (samen_block_get_child (list, 0)->mark, ==, "–");
}

static void
test_spans (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", NULL);
  const SamenSpan spans[] = {
    { "de " },
    { "Stichting", SAMEN_STYLE_BOLD },
    { NULL, SAMEN_STYLE_BOLD },
    { ", hierna " },
    { "de School \n", SAMEN_STYLE_BOLD | SAMEN_STYLE_ITALIC },
  };
  SamenBlock *block;

  samen_document_add_spans (doc, spans, G_N_ELEMENTS (spans));
  block = child (doc, 0);
  g_assert_cmpstr (block->text, ==, "de Stichting, hierna de School");
  g_assert_cmpuint (block->runs->len, ==, 2);
  g_assert_cmpuint (g_array_index (block->runs, SamenRun, 0).start, ==, 3);
  g_assert_cmpuint (g_array_index (block->runs, SamenRun, 0).end, ==, 12);
  g_assert_cmpuint (g_array_index (block->runs, SamenRun, 1).start, ==, 21);
  g_assert_cmpuint (g_array_index (block->runs, SamenRun, 1).end, ==, strlen (block->text));
}

static void
test_dirty_text (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", "een\ntitel\t");

  samen_document_add_paragraph (doc, "a\r\nb\rc\xe2\x80\xa8"
                                     "d\x01\x02"
                                     "e\x7f\tf  ");
  samen_document_add_paragraph (doc, "\xff"
                                     "kapot\xc3");
  samen_document_add_paragraph (doc, " \n ");
  samen_document_add_paragraph (doc, "");
  samen_document_add_paragraph (doc, NULL);
  samen_document_add_heading (doc, 9, " Artikel\n1 ", NULL);

  g_assert_cmpstr (samen_document_get_title (doc), ==, "een titel");
  g_assert_cmpuint (samen_block_get_n_children (samen_document_get_root (doc)), ==, 3);
  g_assert_cmpstr (child (doc, 0)->text, ==, "a\nb\nc\nde f");
  g_assert_true (g_utf8_validate (child (doc, 1)->text, -1, NULL));
  g_assert_nonnull (strstr (child (doc, 1)->text, "kapot"));
  g_assert_cmpint (child (doc, 2)->level, ==, 3);
  g_assert_cmpstr (child (doc, 2)->mark, ==, "Artikel 1");
}

static void
test_table (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", NULL);
  const SamenColumn columns[] = { { "Naam", 2 }, { NULL, 0, SAMEN_ALIGN_END } };
  const SamenColumn bare[] = { { NULL }, { "" } };

  samen_document_begin_table (doc, columns, 2);
  samen_document_add_row (doc, (const char *const[]) { "een", NULL });
  samen_document_add_row (doc, (const char *const[]) { "een", "twee", "drie", NULL });
  samen_document_end_table (doc);
  samen_document_begin_table (doc, bare, 2);
  samen_document_end_table (doc);

  g_assert_true (samen_block_has_header (child (doc, 0)));
  g_assert_false (samen_block_has_header (child (doc, 1)));
  g_assert_cmpfloat (child (doc, 0)->columns[1].weight, ==, 1);
  g_assert_cmpstr (samen_block_get_child (child (doc, 0), 0)->cells[1], ==, "");
  g_assert_cmpuint (g_strv_length (samen_block_get_child (child (doc, 0), 1)->cells), ==, 2);
}

static void
test_table_in_item (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", NULL);
  const SamenColumn columns[] = { { "Naam" } };

  samen_document_begin_list (doc, SAMEN_MARKS_DECIMAL);
  samen_document_add_item (doc, NULL, "een");
  samen_document_begin_table (doc, columns, 1);
  samen_document_add_row (doc, (const char *const[]) { "rij", NULL });
  samen_document_end_table (doc);
  samen_document_add_item (doc, NULL, "twee");
  samen_document_end_list (doc);

  g_assert_cmpuint (samen_block_get_n_children (samen_document_get_root (doc)), ==, 1);
  g_assert_cmpuint (samen_block_get_n_children (child (doc, 0)), ==, 2);
}

static void
count_destroyed (gpointer data)
{
  ++*(int *) data;
}

static void
test_figure_is_freed (void)
{
  int destroyed = 0;

  {
    g_autoptr (SamenDocument) doc = samen_document_new ("nl", NULL);

    samen_document_add_figure (doc, 0, 120, "drie metingen", NULL, NULL, &destroyed,
                               count_destroyed);
    g_assert_cmpint (destroyed, ==, 0);
  }
  g_assert_cmpint (destroyed, ==, 1);
}

static void
test_created (void)
{
  g_autoptr (SamenDocument) doc = samen_document_new ("nl", NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpint (samen_document_get_created (doc), >=, now);
  g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE);
  g_assert_cmpint (samen_document_get_created (doc), ==, 86400);
  g_setenv ("SOURCE_DATE_EPOCH", "yesterday", TRUE);
  g_assert_cmpint (samen_document_get_created (doc), >=, now);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  samen_document_set_created (doc, 12);
  g_assert_cmpint (samen_document_get_created (doc), ==, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/marks", test_marks);
  g_test_add_func ("/document/defaults", test_defaults);
  g_test_add_func ("/document/nesting", test_nesting);
  g_test_add_func ("/document/spans", test_spans);
  g_test_add_func ("/document/dirty-text", test_dirty_text);
  g_test_add_func ("/document/table", test_table);
  g_test_add_func ("/document/table-in-item", test_table_in_item);
  g_test_add_func ("/document/figure-is-freed", test_figure_is_freed);
  g_test_add_func ("/document/created", test_created);
  return g_test_run ();
}
