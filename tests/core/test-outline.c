/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "exchange/agreement-text.h"
#include "exchange/outline-edit.h"
#include "fixture.h"
#include "store/log.h"

/*
 * A text is written here with a line each: "~ " a consideration, "# " a chapter, "= " an article, "@ " an
 * annex, "* " a clause and "- " one with a dash, as far in as it is deep; a bar parts a heading from a text.
 */

typedef struct
{
  const char *text;
  const char *line; /* what is written in the one that it is done to */
  const char *expected;
  int changes; /* how many the edit makes; 0 for any number */
} Case;

static const char signs[] = "~#=@*-";

static const char *
written (const SamenOutlineLine *line)
{
  const char *text = line->kind == SAMEN_OUTLINE_ARTICLE ? line->heading : line->text;

  return text != NULL ? text : "";
}

static char *
dump (SamenOutline *outline)
{
  GString *text = g_string_new (NULL);
  GPtrArray *lines = samen_outline_get_lines (outline);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenOutlineLine *line = g_ptr_array_index (lines, i);
      char sign = '~';

      if (line->kind == SAMEN_OUTLINE_ARTICLE)
        sign = "=#@"[line->article];
      else if (line->kind == SAMEN_OUTLINE_CLAUSE)
        sign = line->mark == SAMEN_MARK_DASH ? '-' : '*';
      g_string_append_printf (text, "%*s%c %s", (int) line->depth, "", sign, written (line));
      if (line->kind == SAMEN_OUTLINE_ARTICLE && line->text != NULL)
        g_string_append_printf (text, "|%s", line->text);
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

/* ---- the records ---- */

static SamenAgreement *
add_agreement (Fixture *self)
{
  SamenEdit *edit = samen_edit_new ("Add Covenant");
  g_autofree char *id = g_strdup (
      samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Covenant"), NULL));

  fixture_apply (self, edit);
  return samen_store_get (self->store, SAMEN_TYPE_AGREEMENT, id);
}

static SamenOutline *
read_outline (Fixture *self, SamenAgreement *agreement)
{
  g_autoptr (GListModel) considerations = samen_store_list (
      self->store, SAMEN_TYPE_CONSIDERATION, "agreement", SAMEN_RECORD (agreement)->id);
  g_autoptr (SamenNumbering) numbering = samen_agreement_number (self->store, agreement);

  return samen_outline_new (considerations, numbering);
}

/* Returns how many changes the edit makes */
static guint
write_outline (Fixture *self, SamenAgreement *agreement, SamenOutline *outline)
{
  SamenEdit *edit = samen_edit_new ("Change Clause");
  guint n;

  samen_outline_collect (outline, agreement, edit);
  n = samen_edit_get_changes (edit)->len;
  fixture_apply (self, edit);
  return n;
}

static void
add_line (SamenOutline *outline, const char *text)
{
  const char *sign = text + strspn (text, " ");
  int end = (int) samen_outline_get_lines (outline)->len;
  g_auto (GStrv) parts = g_strsplit (sign + 2, "|", 2);
  int place = -1;

  if (*sign == '~')
    place = samen_outline_add_consideration (outline);
  else if (*sign == '*' || *sign == '-')
    for (int i = end - 1; place < 0; i--)
      {
        if (samen_outline_get_line (outline, i)->depth < (guint) (sign - text))
          place = samen_outline_add_clause (outline, i, TRUE);
      }
  else
    place = samen_outline_add_article (outline, end - 1,
                                       (guint) (strchr (signs, *sign) - signs) == 1
                                           ? SAMEN_ARTICLE_CHAPTER
                                       : *sign == '@' ? SAMEN_ARTICLE_ANNEX
                                                      : SAMEN_ARTICLE_PLAIN);
  g_assert_cmpint (place, ==, end);
  samen_outline_set (outline, place, strchr ("#=@", *sign) != NULL, parts[0]);
  if (parts[1] != NULL)
    samen_outline_set (outline, place, FALSE, parts[1]);
  if (*sign == '-')
    samen_outline_get_line (outline, place)->mark = SAMEN_MARK_DASH;
}

static SamenAgreement *
write_text (Fixture *self, const char *text)
{
  SamenAgreement *agreement = add_agreement (self);
  g_autoptr (SamenOutline) outline = read_outline (self, agreement);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      add_line (outline, lines[i]);
  write_outline (self, agreement, outline);
  return agreement;
}

static int
find (SamenOutline *outline, const char *text)
{
  GPtrArray *lines = samen_outline_get_lines (outline);

  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (written (g_ptr_array_index (lines, i)), text))
      return (int) i;
  g_error ("There is no line “%s”", text);
}

static void
assert_text (Fixture *self, SamenAgreement *agreement, const char *expected)
{
  g_autoptr (SamenOutline) outline = read_outline (self, agreement);
  g_autofree char *text = dump (outline);

  g_assert_cmpstr (text, ==, expected);
}

typedef int (*Act) (SamenOutline *outline, int place);

/* What is done to the outline comes into the records, in one edit that can be undone */
static void
check (Fixture *self, const Case *c, Act act)
{
  g_autoptr (SamenAgreement) agreement = write_text (self, c->text);
  g_autoptr (SamenOutline) outline = read_outline (self, agreement);
  g_autofree char *after = NULL;
  int place;
  guint n;

  assert_text (self, agreement, c->text);
  place = act (outline, find (outline, c->line));
  g_assert_cmpint (place >= 0, ==, c->expected != NULL);
  after = dump (outline);
  g_assert_cmpstr (after, ==, c->expected != NULL ? c->expected : c->text);
  n = write_outline (self, agreement, outline);
  if (c->changes > 0)
    g_assert_cmpint (n, ==, c->changes);
  assert_text (self, agreement, after);
  fixture_assert_sound (self);
  if (c->expected != NULL)
    g_assert_true (samen_store_undo (self->store, NULL, NULL));
  assert_text (self, agreement, c->text);
}

#define CHECK(self, cases, act)                                                                    \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                                 \
  check (self, &cases[i], act)

/* ---- the keys ---- */

static int
enter (SamenOutline *outline, int place)
{
  gboolean heading = samen_outline_get_line (outline, place)->kind == SAMEN_OUTLINE_ARTICLE;

  samen_outline_set (outline, place, heading, "before");
  return samen_outline_break (outline, place, heading, "rest");
}

static void
test_break (Fixture *self, gconstpointer unused)
{
  static const Case cases[] = {
    { "~ a\n~ b\n", "a", "~ before\n~ rest\n~ b\n" },
    { "= x\n * a\n * b\n", "a", "= x\n * before\n * rest\n * b\n" },
    /* Below what has parts comes the first of these, and a dash below a dash */
    { "= x\n * a\n  - b\n * c\n", "a", "= x\n * before\n  - rest\n  - b\n * c\n" },
    { "= x\n * a\n  - b\n", "b", "= x\n * a\n  - before\n  - rest\n" },
    { "= x\n * a\n", "x", "= before\n * rest\n * a\n" },
    { "= x|lead\n * a\n", "x", "= before|rest\nlead\n * a\n" },
    { "# x\n= y\n", "x", "# before\n= rest\n= y\n" },
  };

  CHECK (self, cases, enter);
}

static void
test_join (Fixture *self, gconstpointer unused)
{
  static const Case cases[] = {
    { "~ a\n~ b\n", "b", "~ a b\n" },
    { "~ a\n", "a", NULL },
    { "= x\n * a\n * b\n", "b", "= x\n * a b\n", 2 },
    { "= x|lead\n * a\n", "a", "= x|lead a\n" },
    { "= x\n * a\n", "a", NULL },
    { "= x\n * a\n= y\n", "y", NULL },
    /* Its parts stay where they are read */
    { "= x\n * a\n * b\n  * c\n  * d\n * e\n", "b", "= x\n * a b\n  * c\n  * d\n * e\n" },
    { "= x\n * a\n  * b\n   * c\n * e\n", "b", "= x\n * a b\n  * c\n * e\n" },
    { "= x\n * a\n  * b\n * c\n  * d\n", "c", "= x\n * a\n  * b c\n  * d\n" },
  };

  CHECK (self, cases, samen_outline_join);
}

static void
test_nest (Fixture *self, gconstpointer unused)
{
  static const Case cases[] = {
    { "= x\n * a\n * b\n", "a", NULL },
    { "= x\n * a\n * b\n * c\n", "b", "= x\n * a\n  * b\n * c\n", 2 },
    { "= x\n * a\n  - b\n * c\n", "c", "= x\n * a\n  - b\n  - c\n" },
    { "= x\n * a\n * b\n  * c\n", "b", "= x\n * a\n  * b\n   * c\n" },
    { "= x\n * a\n * b\n  * c\n   * d\n", "b", NULL },
    { "= x\n * a\n", "x", NULL },
    { "~ a\n~ b\n", "b", NULL },
  };

  CHECK (self, cases, samen_outline_nest);
}

static void
test_lift (Fixture *self, gconstpointer unused)
{
  static const Case cases[] = {
    { "= x\n * a\n", "a", NULL },
    { "= x\n * a\n  * b\n * c\n", "b", "= x\n * a\n * b\n * c\n", 2 },
    { "= x\n * a\n  * b\n  * c\n * d\n", "b", "= x\n * a\n * b\n  * c\n * d\n" },
  };

  CHECK (self, cases, samen_outline_lift);
}

static int
up (SamenOutline *outline, int place)
{
  return samen_outline_move (outline, place, FALSE);
}

static int
down (SamenOutline *outline, int place)
{
  return samen_outline_move (outline, place, TRUE);
}

static void
test_up (Fixture *self, gconstpointer unused)
{
  static const Case cases[] = {
    { "~ a\n~ b\n", "a", NULL },
    { "~ a\n~ b\n~ c\n", "c", "~ a\n~ c\n~ b\n", 1 },
    { "= x\n * a\n  * b\n * c\n  * d\n", "c", "= x\n * c\n  * d\n * a\n  * b\n", 1 },
    { "= x\n * a\n  * b\n", "b", NULL },
    { "= x\n * a\n# y\n= z\n * b\n  * c\n", "b", "= x\n * a\n * b\n  * c\n# y\n= z\n", 3 },
    { "= x\n * a\n", "a", NULL },
    { "= x\n * a\n= y\n * b\n", "y", "= y\n * b\n= x\n * a\n", 1 },
    { "# x\n= y\n", "y", "= y\n# x\n", 1 },
    { "# x\n= y\n# z\n= w\n", "z", "# z\n= w\n# x\n= y\n", 2 },
    { "= y\n# z\n= w\n", "z", "# z\n= w\n= y\n" },
    { "= x\n@ y\n@ z\n", "y", NULL },
    { "= x\n@ y\n@ z\n", "z", "= x\n@ z\n@ y\n", 1 },
  };

  CHECK (self, cases, up);
}

static void
test_down (Fixture *self, gconstpointer unused)
{
  static const Case cases[] = {
    { "~ a\n= x\n", "a", NULL },
    { "~ a\n~ b\n~ c\n", "a", "~ b\n~ a\n~ c\n", 1 },
    { "= x\n * a\n  * b\n * c\n  * d\n", "a", "= x\n * c\n  * d\n * a\n  * b\n", 1 },
    { "= x\n * a\n# y\n= z\n * b\n", "a", "= x\n# y\n= z\n * a\n * b\n", 2 },
    { "= x\n * a\n# y\n", "a", NULL },
    { "= x\n * a\n= y\n * b\n", "x", "= y\n * b\n= x\n * a\n", 1 },
    { "= x\n# y\n= z\n", "x", "# y\n= x\n= z\n", 1 },
    { "# x\n= y\n# z\n= w\n", "x", "# z\n= w\n# x\n= y\n", 2 },
    { "# x\n= y\n@ z\n", "x", NULL },
    { "= y\n@ z\n", "y", NULL },
  };

  CHECK (self, cases, down);
}

/* ---- dragging ---- */

typedef struct
{
  const char *text;
  const char *line;
  const char *to;
  gboolean after;
  const char *expected;
  const char *beside; /* what the line is shown beside, if another */
} Drop;

static void
test_drop (Fixture *self, gconstpointer unused)
{
  static const Drop drops[] = {
    { "~ a\n~ b\n~ c\n", "a", "c", TRUE, "~ b\n~ c\n~ a\n" },
    { "~ a\n~ b\n~ c\n", "a", "b", FALSE, NULL },
    { "~ a\n= x\n * b\n", "a", "b", FALSE, NULL },
    { "= x\n * a\n= y\n * b\n", "a", "b", TRUE, "= x\n= y\n * b\n * a\n" },
    { "= x\n * a\n= y\n * b\n", "a", "y", TRUE, "= x\n= y\n * a\n * b\n" },
    { "= x\n * a\n= y\n * b\n", "b", "y", FALSE, "= x\n * a\n * b\n= y\n" },
    { "# x\n= y\n * b\n", "b", "x", TRUE, NULL },
    /* Below what has parts is among these */
    { "= x\n * a\n  * b\n * c\n", "c", "a", TRUE, "= x\n * a\n  * c\n  * b\n" },
    { "= x\n * a\n  * b\n * c\n", "c", "b", TRUE, "= x\n * a\n  * b\n  * c\n" },
    { "= x\n * a\n  * b\n * c\n", "a", "b", TRUE, NULL },
    { "= x\n * a\n  * b\n   * c\n * d\n  * e\n", "d", "c", TRUE, NULL },
    { "= x\n * a\n  * b\n * c\n", "b", "c", TRUE, "= x\n * a\n * c\n * b\n" },
    /* An article goes to the end of the one it is dropped in */
    { "= x\n= y\n * a\n * b\n", "x", "a", TRUE, "= y\n * a\n * b\n= x\n", "b" },
    { "= x\n * a\n= y\n", "y", "x", FALSE, "= y\n= x\n * a\n" },
    { "= x\n= y\n", "x", "y", FALSE, NULL },
    { "= x\n@ y\n", "x", "y", TRUE, NULL },
    { "= x\n@ y\n", "y", "x", FALSE, NULL },
    { "# x\n= y\n# z\n= w\n * a\n", "x", "w", FALSE, "# z\n= w\n * a\n# x\n= y\n", "a" },
    { "# x\n= y\n# z\n= w\n", "z", "x", FALSE, "# z\n= w\n# x\n= y\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      const Drop *drop = &drops[i];
      g_autoptr (SamenAgreement) agreement = write_text (self, drop->text);
      g_autoptr (SamenOutline) outline = read_outline (self, agreement);
      int to = find (outline, drop->to);
      gboolean after = drop->after;
      int place = find (outline, drop->line);

      g_assert_cmpint (samen_outline_place (outline, place, &to, &after), ==,
                       drop->expected != NULL);
      if (drop->beside != NULL)
        g_assert_cmpint (to, ==, find (outline, drop->beside));
      g_assert_cmpint (samen_outline_drop (outline, place, to, after) >= 0, ==,
                       drop->expected != NULL);
      write_outline (self, agreement, outline);
      assert_text (self, agreement, drop->expected != NULL ? drop->expected : drop->text);
      fixture_assert_sound (self);
    }
}

/* ---- pasting ---- */

static int
paste_one (SamenOutline *outline, int place)
{
  return samen_outline_paste (outline, place, FALSE, "be ", " pasted ", " after");
}

static int
paste_list (SamenOutline *outline, int place)
{
  return samen_outline_paste (outline, place, FALSE, "",
                              "1. Parties train:\r\n\r\na. students;\r\n  b. staff.\r\n2. They "
                              "report:\n- each year;\n- to all",
                              "!");
}

static int
paste_sentence (SamenOutline *outline, int place)
{
  return samen_outline_paste (outline, place, FALSE, "be", " one\ntwo ", "after");
}

static void
test_paste (Fixture *self, gconstpointer unused)
{
  static const Case one[] = {
    { "~ a\n", "a", "~ be pasted after\n" },
    { "= x\n * a\n * b\n", "a", "= x\n * be pasted after\n * b\n" },
  };
  static const Case many[] = {
    { "~ a\n", "a",
      "~ Parties train:\n~ students;\n~ staff.\n~ They report:\n~ each year;\n~ to all!\n" },
    { "= x\n * a\n * b\n", "a",
      "= x\n * Parties train:\n  * students;\n  * staff.\n * They report:\n  - each year;\n  - to "
      "all!\n * b\n" },
  };

  static const Case sentence[] = { { "~ a\n", "a", "~ be one\n~ two after\n" } };

  CHECK (self, one, paste_one);
  CHECK (self, sentence, paste_sentence);
  CHECK (self, many, paste_list);
}

/* ---- any number of these, in any order ---- */

static int
act_at_random (SamenOutline *outline, int place)
{
  int to = g_test_rand_int_range (0, (int) samen_outline_get_lines (outline)->len);

  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      return samen_outline_nest (outline, place);
    case 1:
      return samen_outline_lift (outline, place);
    case 2:
      return samen_outline_join (outline, place);
    case 3:
      return enter (outline, place);
    case 4:
      return samen_outline_drop (outline, place, to, g_test_rand_bit ());
    default:
      return samen_outline_move (outline, place, g_test_rand_bit ());
    }
}

static void
assert_depths (SamenOutline *outline)
{
  GPtrArray *lines = samen_outline_get_lines (outline);
  guint above = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenOutlineLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpint (line->depth, <=, MIN (above + 1, SAMEN_OUTLINE_DEEPEST));
      g_assert_cmpint (line->kind == SAMEN_OUTLINE_CLAUSE, ==, line->depth > 0);
      above = line->depth;
    }
}

static void
test_random (Fixture *self, gconstpointer unused)
{
  static const char text[] = "~ a\n~ b\n# c\n= d\n * e\n  * f\n   * g\n * h\n= i\n * j\n  - k\n"
                             "# l\n= m|n\n * o\n@ p\n * q\n";
  g_autoptr (SamenAgreement) agreement = write_text (self, text);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (SamenOutline) outline = read_outline (self, agreement);
      int n = (int) samen_outline_get_lines (outline)->len;
      g_autofree char *before = dump (outline);
      g_autofree char *after = NULL;
      guint n_changes;

      act_at_random (outline, g_test_rand_int_range (0, n));
      assert_depths (outline);
      after = dump (outline);
      n_changes = write_outline (self, agreement, outline);
      assert_text (self, agreement, after);
      if (n_changes > 0 && !g_str_equal (before, after))
        {
          g_assert_true (samen_store_undo (self->store, NULL, NULL));
          assert_text (self, agreement, before);
          g_assert_true (samen_store_redo (self->store, NULL, NULL));
        }
      assert_text (self, agreement, after);
    }
  fixture_assert_sound (self);
}

/* Nothing written is nothing added */
static void
test_empty (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenAgreement) agreement = write_text (self, "= x\n * a\n");
  g_autoptr (SamenOutline) outline = read_outline (self, agreement);

  samen_outline_break (outline, 1, FALSE, NULL);
  samen_outline_add_article (outline, 0, SAMEN_ARTICLE_CHAPTER);
  samen_outline_add_consideration (outline);
  g_assert_cmpint (write_outline (self, agreement, outline), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/outline/break", test_break);
  FIXTURE_TEST ("/outline/join", test_join);
  FIXTURE_TEST ("/outline/nest", test_nest);
  FIXTURE_TEST ("/outline/lift", test_lift);
  FIXTURE_TEST ("/outline/up", test_up);
  FIXTURE_TEST ("/outline/down", test_down);
  FIXTURE_TEST ("/outline/drop", test_drop);
  FIXTURE_TEST ("/outline/paste", test_paste);
  FIXTURE_TEST ("/outline/empty", test_empty);
  FIXTURE_TEST ("/outline/random", test_random);
  return g_test_run ();
}
