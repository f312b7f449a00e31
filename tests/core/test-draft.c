/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "fixture.h"
#include "store/draft.h"
#include "store/log.h"

static void
keep (Fixture *self, SamenEdit *edit)
{
  g_autoptr (GError) error = NULL;

  samen_store_keep_draft (self->store, edit, &error);
  g_assert_no_error (error);
}

static SamenEdit *
make_draft (const char *title)
{
  SamenEdit *edit = samen_edit_new ("Add Goal");

  samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value (title), "text", NULL, "position",
                  samen_value ("a0"), NULL);
  return edit;
}

/* It is not in the log and nowhere to be seen, and there after a restart */
static void
test_kept (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenEdit) first = make_draft ("one");
  g_autoptr (SamenEdit) second = make_draft ("“two”\n'2'");
  g_autoptr (SamenEdit) kept = NULL;
  g_autoptr (GListModel) goals = NULL;
  g_autoptr (SamenGoal) goal = NULL;
  gint64 edits = fixture_number (self, "SELECT count(*) FROM edit");

  keep (self, first);
  keep (self, second);
  g_assert_cmpint (samen_store_count (self->store, SAMEN_TYPE_GOAL), ==, 0);
  fixture_reopen (self);
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM edit"), ==, edits);
  kept = samen_store_get_draft (self->store);
  g_assert_nonnull (kept);
  g_assert_cmpstr (samen_edit_get_label (kept), ==, "Add Goal");
  fixture_apply (self, g_steal_pointer (&kept));
  goals = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  goal = g_list_model_get_item (goals, 0);
  g_assert_cmpstr (goal->title, ==, "“two”\n'2'");
  /* Applied again, by whoever was interrupted before the draft was dropped, it changes nothing */
  fixture_apply (self, samen_store_get_draft (self->store));
  g_assert_cmpint (fixture_number (self, "SELECT count(*) FROM edit"), ==, edits + 1);
  fixture_assert_sound (self);
}

static void
test_dropped (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenEdit) edit = make_draft ("one");

  g_assert_null (samen_store_get_draft (self->store));
  keep (self, edit);
  keep (self, NULL);
  g_assert_null (samen_store_get_draft (self->store));
}

/* A file that somebody tampered with */
static void
test_damaged (Fixture *self, gconstpointer unused)
{
  static const char *const drafts[] = {
    "",
    "{",
    "('x', [('goal', 'not an id', 'title', just <'x'>)])",
    "('x', [('nothing', '6f2b1a52-6a57-4a0e-9a52-0c1df3a6f1aa', 'title', just <'x'>)])",
    "('x', [('goal', '6f2b1a52-6a57-4a0e-9a52-0c1df3a6f1aa', 'nothing', just <'x'>)])",
  };

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_auto (GStrv) parts = g_strsplit (drafts[i], "'", -1);
      g_autofree char *quoted = g_strjoinv ("''", parts);
      g_autofree char *sql =
          g_strdup_printf ("INSERT OR REPLACE INTO info VALUES ('draft', '%s')", quoted);
      g_autoptr (SamenEdit) draft = NULL;

      fixture_sql (self, sql);
      draft = samen_store_get_draft (self->store);
      g_assert_true (draft == NULL || samen_edit_get_changes (draft)->len == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/draft/kept", test_kept);
  FIXTURE_TEST ("/draft/dropped", test_dropped);
  FIXTURE_TEST ("/draft/damaged", test_damaged);
  return g_test_run ();
}
