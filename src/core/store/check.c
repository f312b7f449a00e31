/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/check.h"
#include "store/store-private.h"

/* A dossier that is damaged all over need not be told in full */
#define MOST_PROBLEMS 20

/* How many steps of SQLite are done before it is seen that nobody wants to know any more */
#define STEPS_AT_ONCE 100000

static gboolean
is_full (GPtrArray *problems)
{
  return problems->len >= MOST_PROBLEMS;
}

/* Adds a problem for each row of @sql, whose columns @describe turns into a sentence */
static void
collect (SamenStore *self,
         const char *sql,
         char *(*describe) (sqlite3_stmt *statement),
         GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = samen_db_prepare (self->db, sql, &error);
  gboolean has_row = TRUE;

  while (statement != NULL && !is_full (problems) &&
         samen_db_step (self->db, statement, &has_row, &error) && has_row)
    {
      char *problem = describe (statement);

      if (problem != NULL)
        g_ptr_array_add (problems, problem);
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  if (error != NULL)
    g_ptr_array_add (problems, g_strdup (error->message));
}

static char *
describe_integrity (sqlite3_stmt *statement)
{
  const char *finding = samen_db_column_text (statement, 0);

  return g_str_equal (finding, "ok") ? NULL : g_strdup (finding);
}

static char *
describe_foreign_key (sqlite3_stmt *statement)
{
  return g_strdup_printf (_ ("A record in “%s” refers to something in “%s” that is not there."),
                          samen_db_column_text (statement, 0), samen_db_column_text (statement, 2));
}

static char *
describe_difference (sqlite3_stmt *statement)
{
  return g_strdup_printf (_ ("%s of %s %s is not what the log says."),
                          samen_db_column_text (statement, 2), samen_db_column_text (statement, 0),
                          samen_db_column_text (statement, 1));
}

/*
 * What the log says a field holds: the latest change of it, or, where none speaks of it, its default.
 * The log writes "old" of a first change as the default too, but a replay does not look at that.
 */
static char *
difference_sql (const SamenRecordClass *klass, const SamenField *field)
{
  g_autoptr (GVariant) value = samen_field_default (field);
  g_autofree char *usual = NULL;

  if (value == NULL)
    usual = g_strdup ("NULL");
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    usual = g_strdup ("0");
  else
    usual = g_strdup_printf ("'%s'", g_variant_get_string (value, NULL));

  return g_strdup_printf (
      "SELECT '%s', t.id, '%s' FROM \"%s\" t WHERE t.\"%s\" IS NOT "
      "iif (EXISTS (SELECT 1 FROM change c WHERE c.record = t.id AND c.field = '%s'), "
      "(SELECT c.new FROM change c JOIN edit e ON e.seq = c.edit WHERE c.record = t.id "
      "AND c.field = '%s' ORDER BY e.clock DESC, e.device DESC LIMIT 1), %s)",
      klass->table, field->name, klass->table, field->name, field->name, field->name, usual);
}

static void
check_replay (SamenStore *self, const SamenRecordClass *klass, GPtrArray *problems)
{
  g_autofree char *unlogged =
      g_strdup_printf ("SELECT '%s', id, 'id' FROM \"%s\" WHERE id NOT IN "
                       "(SELECT record FROM change WHERE type = '%s' AND field = 'deleted')",
                       klass->table, klass->table, klass->table);
  g_autofree char *missing =
      g_strdup_printf ("SELECT DISTINCT '%s', record, 'id' FROM change WHERE type = '%s' "
                       "AND record NOT IN (SELECT id FROM \"%s\")",
                       klass->table, klass->table, klass->table);

  collect (self, unlogged, describe_difference, problems);
  collect (self, missing, describe_difference, problems);
  for (int i = -1; i < (int) klass->n_fields; i++)
    {
      g_autofree char *sql =
          difference_sql (klass, i < 0 ? &samen_record_deleted : &klass->fields[i]);

      collect (self, sql, describe_difference, problems);
    }
}

GStrv
samen_store_check (SamenStore *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  collect (self, "PRAGMA integrity_check", describe_integrity, problems);
  collect (self, "PRAGMA foreign_key_check", describe_foreign_key, problems);
  for (guint i = 0; i < n_types && !is_full (problems); i++)
    check_replay (self, samen_record_class_of (types[i]), problems);
  g_ptr_array_add (problems, NULL);
  return (GStrv) g_ptr_array_steal (problems, NULL);
}

static int
is_cancelled_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

GStrv
samen_store_check_for (SamenStore *self, const SamenProgress *progress)
{
  sqlite3 *handle = samen_db_handle (self->db);
  GStrv problems;

  if (progress != NULL)
    sqlite3_progress_handler (handle, STEPS_AT_ONCE, is_cancelled_cb, progress->cancellable);
  problems = samen_store_check (self);
  sqlite3_progress_handler (handle, 0, NULL, NULL);
  return problems;
}
