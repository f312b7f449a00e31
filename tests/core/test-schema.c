/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "fixture.h"
#include "store/log.h"
#include "store/schema.h"
#include "store/search.h"
#include "store/store-private.h"

/*
 * tests/data/schema/N.sql makes an empty dossier of version N, and N-rows.sql fills it. Those of the
 * version at hand are written anew with SAMENSPEL_UPDATE_GOLDEN=1; those of earlier versions never.
 */

static gboolean
is_updating (void)
{
  return g_getenv ("SAMENSPEL_UPDATE_GOLDEN") != NULL;
}

static char *
golden_path (int version, const char *suffix)
{
  g_autofree char *name = g_strdup_printf ("%d%s.sql", version, suffix);

  return g_test_build_filename (G_TEST_DIST, "schema", name, NULL);
}

static char *
read_golden (int version, const char *suffix)
{
  g_autofree char *path = golden_path (version, suffix);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_golden (const char *suffix, const char *text)
{
  g_autofree char *path = golden_path (SAMEN_SCHEMA_VERSION, suffix);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0755);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_golden (void)
{
  g_autofree char *now = samen_schema_sql ();
  g_autofree char *golden = NULL;

  if (is_updating ())
    write_golden ("", now);
  golden = read_golden (SAMEN_SCHEMA_VERSION, "");
  if (!g_str_equal (golden, now))
    g_error (
        "The schema is not that of tests/data/schema/%d.sql. If that version was released, raise "
        "SAMEN_SCHEMA_VERSION, with a step in schema.c where adding tables and columns does not "
        "do. Then run this test with SAMENSPEL_UPDATE_GOLDEN=1.",
        SAMEN_SCHEMA_VERSION);
}

/* The ids are the same each time, so that a diff shows what changed */
static const char *
fixed_id (gpointer data, GType type)
{
  static char id[37];

  if (type == G_TYPE_BYTES)
    return *(char **) data;
  g_snprintf (id, sizeof id, "6ba7b810-9dad-41d1-80b4-%012x",
              g_str_hash (samen_record_class_of (type)->table));
  return id;
}

static void
add_record (Fixture *self, GRand *random, GType type, char *hash)
{
  const SamenRecordClass *klass = samen_record_class_of (type);
  SamenEdit *edit = samen_edit_new ("Add");

  samen_edit_set_by_id (edit, type, fixed_id (&hash, type), "deleted", samen_value ((bool) false));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      /* What refers to its own type would refer to itself */
      gboolean own =
          klass->fields[i].kind == SAMEN_KIND_REFERENCE && klass->fields[i].refers () == type;
      g_autoptr (GVariant) value =
          own ? NULL : fixture_random_value (random, &klass->fields[i], fixed_id, &hash);

      samen_edit_set_by_id (edit, type, fixed_id (&hash, type), klass->fields[i].name, value);
    }
  fixture_apply (self, edit);
}

static void
fill (Fixture *self)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("inhoud", 6);
  g_autofree char *hash = NULL;
  g_autoptr (SamenRecord) goal = NULL;
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  g_assert_true (samen_store_add_bytes (self->store, bytes, &hash, NULL));
  for (guint i = 0; i < n_types; i++)
    add_record (self, random, types[i], hash);
  goal = samen_store_get (self->store, SAMEN_TYPE_GOAL, fixed_id (NULL, SAMEN_TYPE_GOAL));
  fixture_set (self, goal, "title", samen_value ("Reflectie op de coöperatie"));
  fixture_set (self, goal, "title", samen_value ("Weer anders"));
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  fixture_sql (self, "UPDATE info SET value = '6ba7b810-9dad-41d1-80b4-00c04fd430c8';"
                     "UPDATE edit SET id = format ('6ba7b810-9dad-41d1-80b4-%012x', seq),"
                     "  device = '6ba7b811-9dad-41d1-80b4-00c04fd430c8', author = 'Fatima',"
                     "  time = 1795430000000 + seq, clock = (1795430000000 + seq) << 16");
}

/* The columns of @table, each as @format has it */
static char *
join_columns (sqlite3 *db, const char *table, const char *format, const char *separator)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT group_concat (format ('%s', name), '%s') FROM pragma_table_info ('%s')", format,
      separator, table);
  sqlite3_stmt *statement;
  char *joined;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  joined = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return joined;
}

static void
dump_table (sqlite3 *db, const char *table, GString *out)
{
  g_autofree char *names = join_columns (db, table, "\"%s\"", ", ");
  g_autofree char *quoted = join_columns (db, table, "quote (\"%s\")", " || '', '' || ");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY 1", quoted, table);
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (out, "INSERT INTO \"%s\" (%s) VALUES (%s);\n", table, names,
                            (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
}

/* The index keeps no texts: they are put into it as the store did */
static void
dump_index (sqlite3 *db, GString *out)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (
      sqlite3_prepare_v2 (db,
                          "SELECT format ('INSERT INTO search (rowid, text) SELECT %d, "
                          "\"%s\" FROM \"%s\" WHERE id = %Q AND \"%s\" IS NOT NULL;', "
                          "id, field, type, record, field) FROM search_entry ORDER BY id",
                          -1, &statement, NULL),
      ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (out, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
}

static char *
dump_rows (Fixture *self)
{
  static const char *const first[] = { "info", "content", "edit", "change", "search_entry" };
  GString *out = g_string_new (NULL);
  guint n_types;
  const GType *types = samen_record_types (&n_types);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    dump_table (db, first[i], out);
  for (guint i = 0; i < n_types; i++)
    dump_table (db, samen_record_class_of (types[i])->table, out);
  dump_index (db, out);
  sqlite3_close (db);
  return g_string_free_and_steal (out);
}

static void
build (Fixture *self, int version)
{
  g_autofree char *schema = read_golden (version, "");
  g_autofree char *rows = read_golden (version, "-rows");
  g_autofree char *header =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; "
                       "PRAGMA journal_mode = WAL",
                       SAMEN_APPLICATION_ID, version);

  if (self->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->store));
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_file_set_contents (self->path, "", 0, NULL);
  fixture_sql (self, header);
  fixture_sql (self, schema);
  fixture_sql (self, rows);
}

static void
assert_alive (Fixture *self)
{
  g_autoptr (GListModel) hits = samen_store_search (self->store, "cooperatie reflec", 10);
  g_autoptr (SamenHit) hit = g_list_model_get_item (hits, 0);
  g_autoptr (SamenGoal) goal =
      samen_store_get (self->store, SAMEN_TYPE_GOAL, fixed_id (NULL, SAMEN_TYPE_GOAL));
  g_autofree char *undo = NULL;

  g_assert_cmpint (fixture_number (self, "PRAGMA user_version"), ==, SAMEN_SCHEMA_VERSION);
  g_assert_cmpstr (samen_store_get_dossier_id (self->store), ==,
                   "6ba7b810-9dad-41d1-80b4-00c04fd430c8");
  g_assert_nonnull (hit);
  g_assert_true (hit->record == (SamenRecord *) goal);
  fixture_assert_sound (self);

  g_object_get (self->store, "undo-label", &undo, NULL);
  g_assert_cmpstr (undo, ==, "Set field");
  g_assert_true (samen_store_redo (self->store, NULL, NULL));
  g_assert_cmpstr (goal->title, ==, "Weer anders");
  fixture_delete (self, goal);
  g_assert_true (samen_store_undo (self->store, NULL, NULL));
  while (samen_store_undo (self->store, NULL, NULL))
    ;
  g_assert_true (((SamenRecord *) goal)->deleted);
  fixture_assert_sound (self);
}

/* A dossier of each version there ever was opens, and is of this version then */
static void
test_every_version (Fixture *self, gconstpointer unused)
{
  if (is_updating ())
    {
      g_autofree char *rows = NULL;

      fill (self);
      rows = dump_rows (self);
      write_golden ("-rows", rows);
    }
  for (int version = 1; version <= SAMEN_SCHEMA_VERSION; version++)
    {
      g_autoptr (GError) error = NULL;
      guint n_types;
      const GType *types = samen_record_types (&n_types);

      build (self, version);
      self->store = samen_store_open (self->path, &error);
      g_assert_no_error (error);
      for (guint i = 0; version == SAMEN_SCHEMA_VERSION && i < n_types; i++)
        g_assert_cmpuint (samen_store_count (self->store, types[i]), ==, 1);
      assert_alive (self);
    }
}

static char *
describe_tables (Fixture *self)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  GString *out = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_prepare_v2 (db,
                          "SELECT s.name, c.name, c.type, c.\"notnull\", c.dflt_value "
                          "FROM sqlite_schema s JOIN pragma_table_info (s.name) c "
                          "WHERE s.name NOT LIKE 'search%' UNION ALL "
                          "SELECT name, type, '', '', '' FROM sqlite_schema ORDER BY 1, 2",
                          -1, &statement, NULL),
      ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < 5; i++)
        {
          const char *text = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (out, "%s ", text != NULL ? text : "-");
        }
      g_string_append_c (out, '\n');
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_string_free_and_steal (out);
}

/* What an earlier version did not have yet is added: a column, a choice, a reference, a whole type */
static void
test_complete (Fixture *self, gconstpointer unused)
{
  g_autofree char *before = describe_tables (self);
  g_autofree char *without = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SamenEdit *edit = samen_edit_new ("Add party");
  const char *agreement;

  agreement = samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Convenant"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_PARTY, "agreement", samen_value (agreement), "name",
                  samen_value ("School"), NULL);
  fixture_apply (self, edit);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  fixture_sql (self, "DROP TABLE celebration;"
                     "DROP INDEX party_organisation; ALTER TABLE party DROP COLUMN organisation;"
                     "ALTER TABLE agreement DROP COLUMN kind;"
                     "ALTER TABLE agreement DROP COLUMN end;"
                     "ALTER TABLE partnership DROP COLUMN quiet");
  without = describe_tables (self);
  g_assert_cmpstr (without, !=, before);

  g_autoptr (SamenDb) db = samen_db_open (self->path, SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  g_assert_true (samen_schema_complete (db, &error));
  g_assert_no_error (error);
  after = describe_tables (self);
  g_assert_cmpstr (after, ==, before);
  /* Nothing is missing any more */
  g_assert_true (samen_schema_complete (db, &error));
  g_clear_pointer (&db, samen_db_close);

  self->store = samen_store_open (self->path, &error);
  g_assert_no_error (error);
  fixture_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/schema/golden", test_golden);
  FIXTURE_TEST ("/schema/every-version", test_every_version);
  FIXTURE_TEST ("/schema/complete", test_complete);

  return g_test_run ();
}
