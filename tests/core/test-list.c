/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/id.h"
#include "fixture.h"
#include "store/schema.h"
#include "store/store-private.h"

/* A copy of a list that only knows what items-changed tells of it, as a list view does */
typedef struct
{
  GListModel *list;
  GPtrArray *items;
  guint n_signals;
} Shadow;

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, Shadow *self)
{
  g_assert_cmpuint (position + removed, <=, self->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (self->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, (int) (position + i),
                        g_list_model_get_item (list, position + i));
  g_assert_cmpuint (self->items->len, ==, g_list_model_get_n_items (list));
  g_assert_true (removed > 0 || added > 0);
  self->n_signals++;
}

static Shadow *
shadow_new (SamenStore *store, GType type, const char *reference, const char *id)
{
  Shadow *self = g_new0 (Shadow, 1);

  self->list = samen_store_list (store, type, reference, id);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (self->list); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (self->list, i));
  g_signal_connect (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  return self;
}

static void
shadow_free (Shadow *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_object_unref (self->list);
  g_ptr_array_unref (self->items);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shadow, shadow_free)

static char *
titles_of (GListModel *list)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SamenRecord) record = g_list_model_get_item (list, i);
      g_autofree char *title = samen_record_dup_title (record);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", title);
    }
  return g_string_free_and_steal (g_steal_pointer (&out));
}

/* The list, the copy and a list made anew agree, object for object, and read as expected */
static void
assert_list (Fixture *self, Shadow *shadow, GListModel *fresh, const char *expected)
{
  g_autofree char *titles = titles_of (shadow->list);
  guint n = g_list_model_get_n_items (fresh);

  g_assert_cmpuint (g_list_model_get_n_items (shadow->list), ==, n);
  g_assert_cmpuint (shadow->items->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) live = g_list_model_get_item (shadow->list, i);
      g_autoptr (GObject) anew = g_list_model_get_item (fresh, i);

      g_assert_true (live == anew);
      g_assert_true (g_ptr_array_index (shadow->items, i) == anew);
    }
  g_assert_null (g_list_model_get_item (shadow->list, n));
  if (expected != NULL)
    g_assert_cmpstr (titles, ==, expected);
}

static void
assert_goals (Fixture *self, Shadow *shadow, const char *expected)
{
  g_autoptr (GListModel) fresh = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);

  assert_list (self, shadow, fresh, expected);
}

static void
move_between (Fixture *self, SamenGoal *goal, SamenGoal *before, SamenGoal *after)
{
  g_autofree char *position = samen_position_between (before != NULL ? before->position.key : NULL,
                                                      after != NULL ? after->position.key : NULL);

  fixture_set (self, goal, "position", samen_value (position));
}

static void
test_goals (Fixture *self, gconstpointer unused)
{
  g_autoptr (Shadow) shadow = shadow_new (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  g_autoptr (SamenGoal) a = NULL;
  g_autoptr (SamenGoal) b = NULL;
  g_autoptr (SamenGoal) c = NULL;

  assert_goals (self, shadow, "");
  a = fixture_add_goal (self, "A");
  b = fixture_add_goal (self, "B");
  c = fixture_add_goal (self, "C");
  assert_goals (self, shadow, "A B C");
  g_assert_cmpuint (shadow->n_signals, ==, 3);

  move_between (self, c, NULL, a);
  assert_goals (self, shadow, "C A B");
  move_between (self, c, a, b);
  assert_goals (self, shadow, "A C B");
  g_assert_cmpuint (shadow->n_signals, ==, 5);
  /* A place with other neighbours is a move; the same place is none */
  move_between (self, c, a, b);
  assert_goals (self, shadow, "A C B");
  g_assert_cmpuint (shadow->n_signals, ==, 5);

  fixture_delete (self, c);
  assert_goals (self, shadow, "A B");
  g_assert_cmpuint (samen_store_count (self->store, SAMEN_TYPE_GOAL), ==, 2);
  fixture_set (self, c, "deleted", samen_value ((bool) false));
  assert_goals (self, shadow, "A C B");
  fixture_delete (self, a);
  fixture_delete (self, b);
  fixture_delete (self, c);
  assert_goals (self, shadow, "");
}

/* What does not concern a list leaves it alone: list views are slow to rebuild */
static void
test_unconcerned (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "A");
  g_autoptr (Shadow) shadow = shadow_new (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  SamenEdit *edit = samen_edit_new ("Add person");

  fixture_set (self, goal, "title", samen_value ("B"));
  samen_edit_add (edit, SAMEN_TYPE_PERSON, "name", samen_value ("Jan"), NULL);
  fixture_apply (self, edit);
  assert_goals (self, shadow, "B");
  g_assert_cmpuint (shadow->n_signals, ==, 0);
}

static void
test_by_reference (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) goal = fixture_add_goal (self, "Groeien");
  g_autoptr (SamenGoal) other = fixture_add_goal (self, "Bloeien");
  const char *goal_id = ((SamenRecord *) goal)->id, *other_id = ((SamenRecord *) other)->id;
  g_autoptr (Shadow) of_goal = shadow_new (self->store, SAMEN_TYPE_MILESTONE, "goal", goal_id);
  g_autoptr (Shadow) of_other = shadow_new (self->store, SAMEN_TYPE_MILESTONE, "goal", other_id);
  g_autoptr (Shadow) of_none = shadow_new (self->store, SAMEN_TYPE_MILESTONE, "goal", NULL);
  g_autoptr (SamenRecord) milestone = NULL;
  SamenEdit *edit = samen_edit_new ("Add milestones");
  g_autofree char *id =
      g_strdup (samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value ("Een"), "goal",
                                samen_value (goal_id), NULL));

  samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value ("Twee"), NULL);
  fixture_apply (self, edit);
  g_assert_cmpuint (of_goal->items->len, ==, 1);
  g_assert_cmpuint (of_other->items->len, ==, 0);
  g_assert_cmpuint (of_none->items->len, ==, 1);

  milestone = samen_store_get (self->store, SAMEN_TYPE_MILESTONE, id);
  fixture_set (self, milestone, "goal", samen_value (other_id));
  g_assert_cmpuint (of_goal->items->len, ==, 0);
  g_assert_true (g_ptr_array_index (of_other->items, 0) == milestone);
  fixture_set (self, milestone, "goal", NULL);
  g_assert_cmpuint (of_other->items->len, ==, 0);
  g_assert_cmpuint (of_none->items->len, ==, 2);
}

/* As precise as they are, in the order of samen_date_compare(), and those without a date at the end */
static void
test_date_order (Fixture *self, gconstpointer unused)
{
  static const char *const dates[] = {
    "2026",       "2027-01-01", "2027-01", "2027-02-28", "2027-02",    "2026-24", "2027-05-31",
    "2027-05",    "2027-21",    "2027-06", "2027-22",    "2027-11-30", "2027-11", "2027-23",
    "2027-12-31", "2027-12",    "2027",    "2028-01",    "2027-24",    "9998",    NULL,
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (Shadow) shadow = shadow_new (self->store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_ptr_array_add (left, (gpointer) dates[i]);
  while (left->len > 0)
    {
      const char *date = g_ptr_array_steal_index_fast (
          left, (guint) g_rand_int_range (random, 0, (gint32) left->len));
      SamenEdit *edit = samen_edit_new ("Add milestone");

      samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value (date != NULL ? date : "-"),
                      "due", samen_value (date), NULL);
      fixture_apply (self, edit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      SamenMilestone *milestone = g_ptr_array_index (shadow->items, i);

      g_assert_cmpstr (milestone->title, ==, dates[i] != NULL ? dates[i] : "-");
    }
}

static void
assert_plan (Fixture *self, const SamenRecordClass *klass, const char *reference)
{
  g_autofree char *order = samen_schema_order (klass);
  g_autofree char *where =
      reference != NULL ? g_strdup_printf (" AND \"%s\" IS ?1", reference) : g_strdup ("");
  g_autofree char *sql =
      g_strdup_printf ("EXPLAIN QUERY PLAN SELECT rowid FROM \"%s\" WHERE deleted = 0%s "
                       "ORDER BY %s, id",
                       klass->table, where, order);
  g_autofree char *index =
      g_strdup_printf ("INDEX %s_%s", klass->table, reference != NULL ? reference : "all");
  sqlite3_stmt *statement = samen_db_prepare (self->store->db, sql, NULL);
  gboolean has_row;

  g_assert_true (samen_db_step (self->store->db, statement, &has_row, NULL) && has_row);
  g_assert_nonnull (strstr (samen_db_column_text (statement, 3), index));
  /* A second line of the plan would be the sorting */
  g_assert_true (samen_db_step (self->store->db, statement, &has_row, NULL));
  g_assert_false (has_row);
}

/* A long list is read from its index: it is never sorted, and never read from front to back */
static void
test_uses_index (Fixture *self, gconstpointer unused)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);

      assert_plan (self, klass, NULL);
      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].kind == SAMEN_KIND_REFERENCE)
          assert_plan (self, klass, klass->fields[j].name);
    }
}

static void
test_append_position (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenGoal) a = fixture_add_goal (self, "A");
  g_autoptr (SamenGoal) b = fixture_add_goal (self, "B");
  g_autofree char *first = samen_store_append_position (self->store, SAMEN_TYPE_CRITERION, "goal",
                                                        ((SamenRecord *) a)->id);

  g_assert_cmpstr (a->position.key, <, b->position.key);
  g_assert_true (samen_position_is_valid (first));
}

/* Who hears that one list changed may drop another, or make one */
typedef struct
{
  Fixture *fixture;
  GListModel *dropped;
  GListModel *made;
} Meddler;

static void
meddle_cb (GListModel *list, guint position, guint removed, guint added, Meddler *self)
{
  g_clear_object (&self->dropped);
  if (self->made == NULL)
    self->made = samen_store_list (self->fixture->store, SAMEN_TYPE_GOAL, NULL, NULL);
}

static void
test_lists_come_and_go (Fixture *self, gconstpointer unused)
{
  g_autoptr (GListModel) list = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  Meddler meddler = { self, samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL), NULL };
  g_autoptr (SamenGoal) a = NULL;
  g_autoptr (SamenGoal) b = NULL;

  g_signal_connect (list, "items-changed", G_CALLBACK (meddle_cb), &meddler);
  a = fixture_add_goal (self, "A");
  b = fixture_add_goal (self, "B");
  g_assert_null (meddler.dropped);
  g_assert_cmpuint (g_list_model_get_n_items (meddler.made), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_clear_object (&meddler.made);
}

/* Hundreds of edits of several records each, by chance */
static void
test_random (Fixture *self, gconstpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (Shadow) shadow = shadow_new (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 400; i++)
    {
      SamenEdit *edit = samen_edit_new ("Anything");
      g_autofree char *id = NULL;
      g_autofree char *position = g_strdup_printf ("a%d", g_rand_int_range (random, 0, 10));

      if (all->len < 30 && g_rand_boolean (random))
        id = g_strdup (samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("G"),
                                       "position", samen_value (position), NULL));
      for (int j = g_rand_int_range (random, 0, 4); j > 0 && all->len > 0; j--)
        {
          SamenRecord *record =
              g_ptr_array_index (all, (guint) g_rand_int_range (random, 0, (gint32) all->len));

          if (g_rand_boolean (random))
            samen_edit_set (edit, record, "position", samen_value (position));
          else
            samen_edit_set (edit, record, "deleted", samen_value ((bool) g_rand_boolean (random)));
        }
      fixture_apply (self, edit);
      if (id != NULL)
        g_ptr_array_add (all, samen_store_get (self->store, SAMEN_TYPE_GOAL, id));
      assert_goals (self, shadow, NULL);
    }
  fixture_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  FIXTURE_TEST ("/list/goals", test_goals);
  FIXTURE_TEST ("/list/unconcerned", test_unconcerned);
  FIXTURE_TEST ("/list/by-reference", test_by_reference);
  FIXTURE_TEST ("/list/date-order", test_date_order);
  FIXTURE_TEST ("/list/uses-index", test_uses_index);
  FIXTURE_TEST ("/list/append-position", test_append_position);
  FIXTURE_TEST ("/list/lists-come-and-go", test_lists_come_and_go);
  FIXTURE_TEST ("/list/random", test_random);

  return g_test_run ();
}
