/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "fixture.h"
#include "store/check.h"
#include "store/log.h"
#include "store/search.h"

#define N_SEEDS 4
#define N_BATCHES 6
#define N_EDITS_PER_BATCH 120

/* Thousands of edits of everything by chance, and who holds what meanwhile */
typedef struct
{
  Fixture *fixture;
  GRand *random;
  GHashTable *ids; /* table to GPtrArray of ids */
  GPtrArray *held; /* SamenRecord */
  char *hash;      /* of bytes in the dossier */
  guint n_applied;
  guint n_undone;
} Chaos;

static GPtrArray *
ids_of (Chaos *self, GType type)
{
  const char *table = samen_record_class_of (type)->table;
  GPtrArray *ids = g_hash_table_lookup (self->ids, table);

  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->ids, (gpointer) table, ids);
    }
  return ids;
}

static guint
below (Chaos *self, guint n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

static const char *
pick (gpointer data, GType type)
{
  Chaos *self = data;
  GPtrArray *ids;

  if (type == G_TYPE_BYTES)
    return self->hash;
  ids = ids_of (self, type);
  return ids->len > 0 ? g_ptr_array_index (ids, below (self, ids->len)) : NULL;
}

static GType
any_type (Chaos *self)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  return types[below (self, n_types)];
}

/* A field that has to refer to something needs something to refer to */
static gboolean
can_begin (Chaos *self, GType type)
{
  const SamenRecordClass *klass = samen_record_class_of (type);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == SAMEN_KIND_REFERENCE &&
        (klass->fields[i].flags & SAMEN_REQUIRED) != 0 &&
        pick (self, klass->fields[i].refers ()) == NULL)
      return FALSE;
  return TRUE;
}

static void
add (Chaos *self, SamenEdit *edit)
{
  GType type = any_type (self);
  const SamenRecordClass *klass = samen_record_class_of (type);
  const char *id;

  if (!can_begin (self, type))
    return;
  id = samen_edit_add (edit, type, NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autoptr (GVariant) value = fixture_random_value (self->random, field, pick, self);

      if ((field->flags & SAMEN_REQUIRED) != 0 || g_rand_boolean (self->random))
        samen_edit_set_by_id (edit, type, id, field->name, value);
    }
  g_ptr_array_add (ids_of (self, type), g_strdup (id));
}

static void
set (Chaos *self, SamenEdit *edit)
{
  GType type = any_type (self);
  const SamenRecordClass *klass = samen_record_class_of (type);
  const SamenField *field = &klass->fields[below (self, klass->n_fields)];
  const char *id = pick (self, type);
  g_autoptr (GVariant) value = fixture_random_value (self->random, field, pick, self);

  if (id != NULL)
    samen_edit_set_by_id (edit, type, id, field->name, value);
}

static void
delete_or_restore (Chaos *self, SamenEdit *edit)
{
  GType type = any_type (self);
  const char *id = pick (self, type);

  if (id != NULL)
    samen_edit_set_by_id (edit, type, id, "deleted", samen_value ((bool) (below (self, 3) > 0)));
}

/* Somebody looks at a record for a while, and at another later */
static void
hold (Chaos *self)
{
  GType type = any_type (self);
  SamenRecord *record = samen_store_get (self->fixture->store, type, pick (self, type));

  if (record != NULL)
    g_ptr_array_add (self->held, record);
  if (self->held->len > 40)
    g_ptr_array_remove_index_fast (self->held, below (self, self->held->len));
}

static void
go (Chaos *self, gboolean (*function) (SamenStore *, char **, GError **))
{
  g_autoptr (GError) error = NULL;

  if (function (self->fixture->store, NULL, &error))
    self->n_undone++;
  else
    g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
}

static void
do_anything (Chaos *self)
{
  SamenEdit *edit;
  guint dice = below (self, 100);

  if (dice < 12)
    {
      go (self, samen_store_undo);
      return;
    }
  if (dice < 18)
    {
      go (self, samen_store_redo);
      return;
    }
  edit = samen_edit_new ("Anything");
  for (guint n = 1 + below (self, 4); n > 0; n--)
    {
      dice = below (self, 100);
      if (dice < 35)
        add (self, edit);
      else if (dice < 88)
        set (self, edit);
      else
        delete_or_restore (self, edit);
    }
  fixture_apply (self->fixture, edit);
  self->n_applied++;
}

static sqlite3 *
open_file (Fixture *fixture)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return statement;
}

static const char *
text_at (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/* "table/id/field" to the SQL literal that it holds; "table/id" where it begins */
static GHashTable *
replay (sqlite3 *db)
{
  GHashTable *state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement =
      prepare (db, "SELECT c.type, c.record, c.field, quote (c.new) FROM change c "
                   "JOIN edit e ON e.seq = c.edit ORDER BY e.clock, e.device");

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_hash_table_insert (state,
                           g_strdup_printf ("%s/%s/%s", text_at (statement, 0),
                                            text_at (statement, 1), text_at (statement, 2)),
                           g_strdup (text_at (statement, 3)));
      g_hash_table_insert (
          state, g_strdup_printf ("%s/%s", text_at (statement, 0), text_at (statement, 1)),
          g_strdup (""));
    }
  sqlite3_finalize (statement);
  return state;
}

/* The same as the file's tables have it; a column that was never set has the default of the table */
static GHashTable *
read_tables (sqlite3 *db, GHashTable *replayed)
{
  GHashTable *state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *columns =
      prepare (db, "SELECT t.name, c.name, coalesce (c.dflt_value, 'NULL') FROM sqlite_schema t "
                   "JOIN pragma_table_info (t.name) c WHERE t.type = 'table' "
                   "AND t.name NOT LIKE 'search%' AND c.name <> 'id' "
                   "AND t.name NOT IN ('info', 'content', 'edit', 'change')");

  while (sqlite3_step (columns) == SQLITE_ROW)
    {
      const char *table = text_at (columns, 0), *column = text_at (columns, 1);
      g_autofree char *sql =
          g_strdup_printf ("SELECT id, quote (\"%s\") FROM \"%s\"", column, table);
      sqlite3_stmt *rows = prepare (db, sql);

      while (sqlite3_step (rows) == SQLITE_ROW)
        {
          char *key = g_strdup_printf ("%s/%s/%s", table, text_at (rows, 0), column);

          g_hash_table_insert (state, g_strdup_printf ("%s/%s", table, text_at (rows, 0)),
                               g_strdup (""));
          /* What no change speaks of is to be what the table gives by itself */
          if (!g_hash_table_contains (replayed, key))
            {
              g_assert_cmpstr (text_at (rows, 1), ==, text_at (columns, 2));
              g_free (key);
            }
          else
            g_hash_table_insert (state, key, g_strdup (text_at (rows, 1)));
        }
      sqlite3_finalize (rows);
    }
  sqlite3_finalize (columns);
  return state;
}

static void
assert_same (GHashTable *tables, GHashTable *replayed)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, replayed);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const char *kept = g_hash_table_lookup (tables, key);

      if (g_strcmp0 (kept, value) != 0)
        g_error ("%s is %s, and %s according to the log", (char *) key,
                 kept != NULL ? kept : "not there", (char *) value);
    }
  g_assert_cmpuint (g_hash_table_size (tables), ==, g_hash_table_size (replayed));
}

static void
assert_tables_are_log (Fixture *fixture)
{
  sqlite3 *db = open_file (fixture);
  g_autoptr (GHashTable) replayed = replay (db);
  g_autoptr (GHashTable) tables = read_tables (db, replayed);

  assert_same (tables, replayed);
  sqlite3_close (db);
}

/* What is on show is what another, who opens the dossier now, sees */
static void
assert_held_are_fresh (Chaos *self)
{
  g_autoptr (SamenStore) fresh = samen_store_open (self->fixture->path, NULL);

  for (guint i = 0; i < self->held->len; i++)
    {
      SamenRecord *live = g_ptr_array_index (self->held, i);
      const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (live);
      g_autoptr (SamenRecord) read = samen_store_get (fresh, G_OBJECT_TYPE (live), live->id);

      g_assert_cmpint (live->deleted, ==, read->deleted);
      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_autoptr (GVariant) shown = samen_field_get (&klass->fields[j], live);
          g_autoptr (GVariant) kept = samen_field_get (&klass->fields[j], read);

          g_assert_true (samen_value_equal (shown, kept));
        }
    }
}

/* Every word of every text is found where it stands, and no hit is one that does not stand there */
static void
assert_search_is_right (Chaos *self)
{
  static const char *const words[] = { "praktijk", "cooperatie", "reflec", "regel", "ruimte" };
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    {
      g_autoptr (GListModel) hits = samen_store_search (self->fixture->store, words[w], G_MAXUINT);
      guint expected = 0;

      for (guint t = 0; t < n_types; t++)
        {
          g_autoptr (GListModel) all =
              samen_store_list (self->fixture->store, types[t], NULL, NULL);
          const SamenRecordClass *klass = samen_record_class_of (types[t]);

          for (guint i = 0; i < g_list_model_get_n_items (all); i++)
            for (guint j = 0; j < klass->n_fields; j++)
              {
                g_autoptr (SamenRecord) record = g_list_model_get_item (all, i);
                g_autoptr (GVariant) value = samen_field_get (&klass->fields[j], record);

                expected += klass->fields[j].kind == SAMEN_KIND_TEXT && value != NULL &&
                            (klass->fields[j].flags & SAMEN_INTERNAL) == 0 &&
                            g_str_match_string (words[w], g_variant_get_string (value, NULL), TRUE);
              }
        }
      g_assert_cmpuint (g_list_model_get_n_items (hits), ==, expected);
    }
}

static void
chaos_set_up (Chaos *self, Fixture *fixture, guint32 seed)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("inhoud", 6);

  *self = (Chaos) {
    .fixture = fixture,
    .random = g_rand_new_with_seed (seed),
    .ids =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref),
    .held = g_ptr_array_new_with_free_func (g_object_unref),
  };
  g_assert_true (samen_store_add_bytes (fixture->store, bytes, &self->hash, NULL));
}

static void
chaos_tear_down (Chaos *self)
{
  g_ptr_array_unref (self->held);
  g_hash_table_unref (self->ids);
  g_rand_free (self->random);
  g_free (self->hash);
}

/* The rows of all tables but those of the log */
static char *
dump_records (Fixture *fixture)
{
  g_autofree char *all = fixture_dump (fixture);
  g_auto (GStrv) rows = g_strsplit (all, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; rows[i] != NULL; i++)
    if (!g_str_has_prefix (rows[i], "edit|") && !g_str_has_prefix (rows[i], "change|"))
      g_string_append_printf (out, "%s\n", rows[i]);
  return g_string_free_and_steal (out);
}

/* Names the first row that differs: all of them would be too many */
static void
assert_same_rows (const char *before, const char *after)
{
  g_auto (GStrv) rows_before = g_strsplit (before, "\n", -1);
  g_auto (GStrv) rows_after = g_strsplit (after, "\n", -1);

  for (guint i = 0; rows_before[i] != NULL && rows_after[i] != NULL; i++)
    g_assert_cmpstr (rows_after[i], ==, rows_before[i]);
  g_assert_cmpuint (g_strv_length (rows_after), ==, g_strv_length (rows_before));
}

/* The records that cannot be undone: those of the first edit, if that made the partnership */
static guint
count_lasting (Fixture *fixture)
{
  return (guint) fixture_number (
      fixture, "SELECT count (*) FROM change WHERE field = 'deleted' AND old IS NULL "
               "AND edit = (SELECT min (seq) FROM edit) AND EXISTS (SELECT 1 FROM change c "
               "WHERE c.edit = change.edit AND c.type = 'partnership')");
}

/* All the way back, until nothing is left, and all the way forth */
static void
undo_and_redo_all (Fixture *fixture)
{
  guint n_undone = 0, n_types, n_left = 0;
  const GType *types = samen_record_types (&n_types);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  while (samen_store_redo (fixture->store, NULL, NULL))
    ;
  before = dump_records (fixture);
  while (samen_store_undo (fixture->store, NULL, NULL))
    n_undone++;
  for (guint i = 0; i < n_types; i++)
    n_left += samen_store_count (fixture->store, types[i]);
  g_assert_cmpuint (n_left, ==, count_lasting (fixture));
  fixture_assert_sound (fixture);

  while (samen_store_redo (fixture->store, NULL, NULL))
    n_undone--;
  g_assert_cmpuint (n_undone, ==, 0);
  after = dump_records (fixture);
  assert_same_rows (before, after);
}

static void
test_chaos (Fixture *fixture, gconstpointer seed)
{
  Chaos chaos;

  chaos_set_up (&chaos, fixture, GPOINTER_TO_UINT (seed));
  for (guint batch = 0; batch < N_BATCHES; batch++)
    {
      for (guint i = 0; i < N_EDITS_PER_BATCH; i++)
        {
          do_anything (&chaos);
          hold (&chaos);
        }
      fixture_assert_sound (fixture);
      assert_tables_are_log (fixture);
      assert_held_are_fresh (&chaos);
      assert_search_is_right (&chaos);
      g_ptr_array_set_size (chaos.held, 0);
      fixture_reopen (fixture);
      fixture_assert_sound (fixture);
      assert_tables_are_log (fixture);
    }
  /* Chance has not left anything out */
  g_assert_cmpuint (chaos.n_applied, >, N_BATCHES * N_EDITS_PER_BATCH / 2);
  g_assert_cmpuint (chaos.n_undone, >, N_BATCHES * N_EDITS_PER_BATCH / 20);
  g_assert_cmpuint (g_hash_table_size (chaos.ids), >=, 10);
  undo_and_redo_all (fixture);
  fixture_assert_sound (fixture);
  assert_tables_are_log (fixture);
  chaos_tear_down (&chaos);
}

/* A little of everything, some of it changed afterwards */
static void
add_one_of_all (Fixture *fixture)
{
  Chaos chaos;
  SamenEdit *edit = samen_edit_new ("Add");
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  chaos_set_up (&chaos, fixture, 1);
  for (guint i = 0; i < 300; i++)
    add (&chaos, edit);
  fixture_apply (fixture, edit);
  for (guint i = 0; i < n_types; i++)
    g_assert_cmpuint (samen_store_count (fixture->store, types[i]), >, 0);
  for (guint i = 0; i < 100; i++)
    {
      edit = samen_edit_new ("Set");
      set (&chaos, edit);
      fixture_apply (fixture, edit);
    }
  chaos_tear_down (&chaos);
}

/* Whatever is done behind the store's back, the check says so */
static void
test_tampered (Fixture *fixture, gconstpointer sql)
{
  g_auto (GStrv) problems = NULL;

  add_one_of_all (fixture);
  fixture_assert_sound (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  fixture_sql (fixture, sql);
  fixture->store = samen_store_open (fixture->path, NULL);
  problems = samen_store_check (fixture->store);
  if (problems[0] == NULL)
    g_error ("“%s” goes unnoticed", (const char *) sql);
  g_assert_cmpuint (g_strv_length (problems), <=, 20);
  for (guint i = 0; problems[i] != NULL; i++)
    g_assert_cmpstr (problems[i], !=, "");
}

static const char *const tamperings[] = {
  "UPDATE goal SET title = title || '!' WHERE rowid = 1",
  "UPDATE goal SET due = NULL",
  "UPDATE goal SET deleted = 1 WHERE rowid = 1",
  "UPDATE milestone SET note = 'x' WHERE note IS NULL",
  "UPDATE partnership SET quiet = 1 - quiet WHERE rowid = 1",
  "UPDATE criterion SET direction = 'range' WHERE direction = 'higher'",
  "UPDATE measurement SET value = value + 0.125 WHERE rowid = 1",
  "UPDATE agreement SET notice = 7",
  "DELETE FROM goal WHERE rowid = 1",
  "DELETE FROM clause",
  "INSERT INTO goal (id, title) VALUES ('6ba7b810-9dad-41d1-80b4-00c04fd430c8', 'Nieuw')",
  "UPDATE change SET new = 'x' WHERE field = 'title'",
  "DELETE FROM change WHERE field = 'title'",
  "DELETE FROM change WHERE field = 'deleted'",
  "UPDATE edit SET clock = -clock",
  "UPDATE celebration SET milestone = '6ba7b810-9dad-41d1-80b4-00c04fd430c8'",
  "UPDATE attachment SET content = 'x'",
  "DELETE FROM content",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '(deleted', '(deleted "
  "+ 1') "
  "WHERE name = 'goal_all'",
  "PRAGMA ignore_check_constraints = ON; UPDATE goal SET title = '' WHERE rowid = 1",
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/replay/chaos/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, test_chaos,
                  fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/replay/tampered/%u", i);

      g_test_add (path, Fixture, tamperings[i], fixture_set_up, test_tampered, fixture_tear_down);
    }

  return g_test_run ();
}
