/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include <glib/gstdio.h>

#include "base/id.h"
#include "fixture.h"
#include "store/check.h"

void
fixture_set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("samenspel-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = fixture_file (self, "dossier");
  self->store = samen_store_create (self->path, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
fixture_tear_down (Fixture *self, gconstpointer unused)
{
  /* Whoever still holds the store here holds it for ever */
  if (self->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->store));
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&self->store));
  self->store = samen_store_open (self->path, &error);
  g_assert_no_error (error);
}

char *
fixture_file (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
fixture_apply (Fixture *self, SamenEdit *edit)
{
  g_autoptr (SamenEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  samen_store_apply (self->store, owned, &error);
  g_assert_no_error (error);
}

void
fixture_set (Fixture *self, gpointer record, const char *field, GVariant *value)
{
  SamenEdit *edit = samen_edit_new ("Set field");

  samen_edit_set (edit, record, field, value);
  fixture_apply (self, edit);
}

void
fixture_delete (Fixture *self, gpointer record)
{
  SamenEdit *edit = samen_edit_new ("Delete record");

  samen_edit_delete (edit, record);
  fixture_apply (self, edit);
}

SamenGoal *
fixture_add_goal (Fixture *self, const char *title)
{
  SamenEdit *edit = samen_edit_new ("Add goal");
  g_autofree char *position =
      samen_store_append_position (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  g_autofree char *id =
      g_strdup (samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value (title), "position",
                                samen_value (position), NULL));

  fixture_apply (self, edit);
  return samen_store_get (self->store, SAMEN_TYPE_GOAL, id);
}

static sqlite3 *
open_behind (Fixture *self)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return db;
}

void
fixture_sql (Fixture *self, const char *sql)
{
  sqlite3 *db = open_behind (self);
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (db);
}

gint64
fixture_number (Fixture *self, const char *sql)
{
  sqlite3 *db = open_behind (self);
  sqlite3_stmt *statement;
  gint64 number;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return number;
}

void
fixture_assert_sound (Fixture *self)
{
  g_auto (GStrv) problems = samen_store_check (self->store);
  g_autofree char *all = g_strjoinv ("\n", problems);

  g_assert_cmpstr (all, ==, "");
}

static void
dump_table (sqlite3 *db, const char *table, GString *out)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2, 3", table);
  sqlite3_stmt *statement;

  /* Some tables have two columns only */
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      g_free (sql);
      sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", table);
      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
    }
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (out, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *text = (const char *) sqlite3_column_text (statement, i);
          g_autofree char *escaped = text != NULL ? g_strescape (text, NULL) : NULL;

          /* A line for each row */
          g_string_append_printf (out, "|%s", escaped != NULL ? escaped : "NULL");
        }
      g_string_append_c (out, '\n');
    }
  sqlite3_finalize (statement);
}

char *
fixture_dump (Fixture *self)
{
  sqlite3 *db = open_behind (self);
  GString *out = g_string_new (NULL);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                       "AND name NOT LIKE 'search%' ORDER BY name",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    dump_table (db, (const char *) sqlite3_column_text (statement, 0), out);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_string_free_and_steal (out);
}

static const char *const texts[] = {
  "Leren in de praktijk",
  "coöperatie",
  "x",
  "“Zo & zo”\n\tregel twee",
  "SELECT 'a' -- \"b\"",
  "Reflectie op de samenwerking",
  "👩‍🏫 leert 🤝",
  " met ruimte ",
  "0",
  "12,5",
  "éen\u2028twee",
};

static SamenDate
random_date (GRand *random)
{
  SamenDate date = samen_date_from_days (g_rand_int_range (random, 735000, 745000));

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return (SamenDate) { date.year, 0, 0 };
    case 1:
      return (SamenDate) { date.year, (guint8) g_rand_int_range (random, 21, 25), 0 };
    case 2:
      return (SamenDate) { date.year, date.month, 0 };
    default:
      return date;
    }
}

/* In eighths, which are exact, or whole */
static double
random_number (GRand *random, const SamenField *field, double steps)
{
  gboolean unbounded = field->min == 0 && field->max == 0;
  double min = unbounded ? -1e4 : field->min;
  double max = unbounded ? 1e4 : field->max;

  return MIN (max, ceil (g_rand_double_range (random, min, max) * steps) / steps);
}

static GVariant *
random_text (GRand *random)
{
  const char *text = texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];

  if (g_rand_boolean (random))
    return samen_value (text);
  return g_variant_new_take_string (
      g_strdup_printf ("%s %d", text, g_rand_int_range (random, 0, 1000)));
}

static GVariant *
random_position (GRand *random)
{
  char digit = (char) ('1' + g_rand_int_range (random, 0, 9));

  return g_variant_new_take_string (
      g_strdup_printf ("a%d%c", g_rand_int_range (random, 0, 10), digit));
}

static GVariant *
random_floating (GRand *random,
                 const SamenField *field,
                 const char *(*pick) (gpointer data, GType type),
                 gpointer data)
{
  int choices = 0;

  switch (field->kind)
    {
    case SAMEN_KIND_INTEGER:
      return samen_value ((gint64) random_number (random, field, 1));
    case SAMEN_KIND_MONEY:
      return samen_value ((SamenMoney) { g_rand_int (random) });
    case SAMEN_KIND_DECIMAL:
      return samen_value (random_number (random, field, 8));
    case SAMEN_KIND_DATE:
      return samen_value (random_date (random));
    case SAMEN_KIND_TIME:
      return samen_value (((SamenTime) { TRUE, (guint8) g_rand_int_range (random, 0, 24),
                                         (guint8) g_rand_int_range (random, 0, 60) }));
    case SAMEN_KIND_BOOLEAN:
      return samen_value ((bool) g_rand_boolean (random));
    case SAMEN_KIND_CHOICE:
      while (field->choices[choices].name != NULL)
        choices++;
      return samen_value (field->choices[g_rand_int_range (random, 0, choices)].name);
    case SAMEN_KIND_REFERENCE:
      return samen_value (pick (data, field->refers ()));
    case SAMEN_KIND_BYTES:
      return samen_value (pick (data, G_TYPE_BYTES));
    case SAMEN_KIND_POSITION:
      return random_position (random);
    default:
      return random_text (random);
    }
}

GVariant *
fixture_random_value (GRand *random,
                      const SamenField *field,
                      const char *(*pick) (gpointer data, GType type),
                      gpointer data)
{
  GVariant *value = NULL;
  gboolean never_empty = (field->flags & SAMEN_REQUIRED) != 0 ||
                         field->kind == SAMEN_KIND_BOOLEAN || field->kind == SAMEN_KIND_CHOICE;

  if (never_empty || g_rand_int_range (random, 0, 5) > 0)
    value = random_floating (random, field, pick, data);
  return value != NULL ? g_variant_ref_sink (value) : NULL;
}

typedef struct
{
  GHashTable *ids; /* a record of each type */
  char *hash;
} Picks;

static const char *
pick (gpointer data, GType type)
{
  const Picks *self = data;

  return type == G_TYPE_BYTES ? self->hash
                              : g_hash_table_lookup (self->ids, GSIZE_TO_POINTER (type));
}

static void
add_record (Picks *self, SamenEdit *edit, GType type, GRand *random)
{
  const SamenRecordClass *klass = samen_record_class_of (type);
  const char *id = samen_edit_add (edit, type, NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autoptr (GVariant) value = fixture_random_value (random, field, pick, self);

      if (value != NULL)
        samen_edit_set_by_id (edit, type, id, field->name, value);
    }
  g_hash_table_insert (self->ids, GSIZE_TO_POINTER (type), g_strdup (id));
}

void
fixture_add_all (Fixture *self, GRand *random)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("scan", 4);
  g_autoptr (GError) error = NULL;
  SamenEdit *edit = samen_edit_new ("All fields");
  Picks picks = { ids, NULL };
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  samen_store_add_bytes (self->store, bytes, &picks.hash, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_types; i++)
    add_record (&picks, edit, types[i], random);
  fixture_apply (self, edit);
  g_free (picks.hash);
}
