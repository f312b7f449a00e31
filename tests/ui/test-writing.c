/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "exchange/agreement-text.h"
#include "pages/covenant/citation-buffer.h"
#include "ui-fixture.h"

/* A text of an agreement while it is written: what stays a reference, and what it comes to */

typedef struct
{
  SamenNumbering *numbering;
  GtkTextBuffer *buffer;
  char *first; /* the markup of a reference to each article */
  char *second;
} Text;

static const char *
add_article (SamenEdit *edit, const char *agreement, const char *position)
{
  return samen_edit_add (edit, SAMEN_TYPE_ARTICLE, "agreement", samen_value (agreement), "position",
                         samen_value (position), NULL);
}

/* Of an agreement with two articles, "See article 1." */
static void
text_open (Text *self, UiFixture *fixture)
{
  SamenEdit *edit = samen_edit_new ("Add Covenant");
  const char *id =
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Covenant"), NULL);
  g_autoptr (SamenAgreement) agreement = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *key = g_strdup (id);

  self->first = samen_numbering_markup (add_article (edit, id, "a0"));
  self->second = samen_numbering_markup (add_article (edit, id, "a1"));
  fixture_apply (&fixture->base, edit);
  agreement = samen_store_get (fixture->base.store, SAMEN_TYPE_AGREEMENT, key);
  self->numbering = samen_agreement_number (fixture->base.store, agreement);
  self->buffer = samen_citation_buffer_new ();
  kept = g_strdup_printf ("See %s.", self->first);
  samen_citation_buffer_load (self->buffer, self->numbering, kept, samen_language_get ("en"));
}

static void
text_close (Text *self)
{
  g_object_unref (self->buffer);
  samen_numbering_free (self->numbering);
  g_free (self->first);
  g_free (self->second);
}

static void
put_caret (Text *self, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
}

static void
type (Text *self, int offset, const char *text)
{
  put_caret (self, offset);
  samen_citation_buffer_insert (self->buffer, text);
}

static void delete (Text *self, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, to);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_end_user_action (self->buffer);
}

/* @format with the markup of both articles */
static void
assert_kept (Text *self, const char *before, const char *markup, const char *after)
{
  g_autofree char *expected = g_strconcat (before, markup, after, NULL);
  g_autofree char *kept = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  kept = samen_citation_buffer_dup_kept (self->buffer, &start, &end);
  g_assert_cmpstr (kept, ==, expected);
}

static void
test_kept (UiFixture *self, gconstpointer unused)
{
  Text text;
  g_autofree char *shown = NULL;

  text_open (&text, self);
  shown = samen_citation_buffer_dup_shown (text.buffer);
  g_assert_cmpstr (shown, ==, "See article 1.");
  g_assert_false (gtk_text_buffer_get_can_undo (text.buffer));
  assert_kept (&text, "See ", text.first, ".");
  /* At both its edges, what is typed is not in it */
  type (&text, 13, ", here");
  type (&text, 4, "also ");
  assert_kept (&text, "See also ", text.first, ", here.");
  text_close (&text);
}

/* Whoever types another number refers to another article */
static void
test_renamed (UiFixture *self, gconstpointer unused)
{
  Text text;

  text_open (&text, self);
  delete (&text, 12, 13);
  type (&text, 12, "2");
  assert_kept (&text, "See ", text.second, ".");
  delete (&text, 12, 13);
  type (&text, 12, "7");
  assert_kept (&text, "See ", "article 7", ".");
  text_close (&text);
}

static void
test_longer (UiFixture *self, gconstpointer unused)
{
  Text text;

  text_open (&text, self);
  type (&text, 13, "4");
  assert_kept (&text, "See ", "article 14", ".");
  text_close (&text);
}

/* What is taken away and comes back is a reference again */
static void
test_undone (UiFixture *self, gconstpointer unused)
{
  Text text;

  text_open (&text, self);
  delete (&text, 0, 14);
  assert_kept (&text, "", "", "");
  gtk_text_buffer_undo (text.buffer);
  assert_kept (&text, "See ", text.first, ".");
  text_close (&text);
}

static void
test_erased (UiFixture *self, gconstpointer unused)
{
  Text text;

  text_open (&text, self);
  put_caret (&text, 14);
  g_assert_false (samen_citation_buffer_erase (text.buffer, TRUE));
  put_caret (&text, 8);
  g_assert_false (samen_citation_buffer_erase (text.buffer, TRUE));
  put_caret (&text, 13);
  g_assert_true (samen_citation_buffer_erase (text.buffer, TRUE));
  assert_kept (&text, "See ", "", ".");
  gtk_text_buffer_undo (text.buffer);
  put_caret (&text, 4);
  g_assert_true (samen_citation_buffer_erase (text.buffer, FALSE));
  assert_kept (&text, "See ", "", ".");
  text_close (&text);
}

static void
test_cited (UiFixture *self, gconstpointer unused)
{
  Text text;
  g_autofree char *id = NULL;

  text_open (&text, self);
  id = g_strndup (text.second + strlen ("{article:"), 36);
  delete (&text, 4, 13);
  put_caret (&text, 4);
  samen_citation_buffer_cite (text.buffer, id);
  assert_kept (&text, "See ", text.second, ".");
  /* As it is written in a form */
  delete (&text, 4, 13);
  type (&text, 4, "{article 1}");
  assert_kept (&text, "See ", text.first, ".");
  text_close (&text);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  UI_TEST ("/writing/kept", test_kept);
  UI_TEST ("/writing/renamed", test_renamed);
  UI_TEST ("/writing/longer", test_longer);
  UI_TEST ("/writing/undone", test_undone);
  UI_TEST ("/writing/erased", test_erased);
  UI_TEST ("/writing/cited", test_cited);
  return g_test_run ();
}
