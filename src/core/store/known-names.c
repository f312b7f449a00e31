/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/mention.h"
#include "store/erase.h"
#include "store/known-names.h"
#include "store/person-sql.h"
#include "store/store-private.h"

typedef struct
{
  SamenStore *store;
  GPtrArray *names;
  GHashTable *seen; /* keys of names */
} Collecting;

static void
known_name_free (gpointer data)
{
  SamenKnownName *self = data;

  g_free (self->name);
  g_clear_object (&self->record);
  g_free (self);
}

static void
add (Collecting *self, const char *name, SamenRecord *record)
{
  SamenKnownName *known = g_new (SamenKnownName, 1);

  known->name = g_strdup (name);
  known->record = record != NULL ? g_object_ref (record) : NULL;
  g_ptr_array_add (self->names, known);
}

static void
add_once (Collecting *self, const char *name, SamenRecord *record)
{
  if (samen_mentions_is_name (name) && !g_str_equal (name, samen_erased_word (self->store)) &&
      g_hash_table_add (self->seen, samen_mentions_key (name)))
    add (self, name, record);
}

/* Each of them, also where two are called the same */
static void
add_people (Collecting *self)
{
  g_autoptr (GListModel) people = samen_store_list (self->store, SAMEN_TYPE_PERSON, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (SamenPerson) person = g_list_model_get_item (people, i);

      if (person == NULL || person->name == NULL)
        continue;
      g_hash_table_add (self->seen, samen_mentions_key (person->name));
      add (self, person->name, SAMEN_RECORD (person));
    }
}

/* @sql gives names, and ids of records of @type if that is a type */
static gboolean
add_from (Collecting *self, GType type, const char *sql, GError **error)
{
  SamenDb *db = self->store->db;
  sqlite3_stmt *statement = samen_db_prepare (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (samen_db_step (db, statement, &has_row, error))
    {
      g_autoptr (GVariant) name = has_row ? samen_db_column (statement, 0, FALSE) : NULL;
      g_autoptr (SamenRecord) record = NULL;

      if (!has_row)
        return TRUE;
      if (name == NULL || !g_variant_is_of_type (name, G_VARIANT_TYPE_STRING))
        continue;
      if (type != G_TYPE_INVALID)
        record = samen_store_get (self->store, type, samen_db_column_text (statement, 1));
      add_once (self, g_variant_get_string (name, NULL), record);
    }
  return FALSE;
}

/* Of what a record says of somebody the name comes first, and the rest follows */
static const SamenField *
find_name (const SamenRecordClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (samen_field_is_role (&klass->fields[i]))
      return &klass->fields[i];
  return NULL;
}

static gboolean
add_roles (Collecting *self, gboolean past, GError **error)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);
      const SamenField *field = find_name (klass);
      g_autofree char *sql = NULL;

      if (field == NULL)
        continue;
      sql = past ? g_strdup_printf ("SELECT DISTINCT new FROM change WHERE type = '%s' "
                                    "AND field = '%s' AND new IS NOT NULL",
                                    klass->table, field->name)
                 : g_strdup_printf ("SELECT \"%2$s\", id FROM \"%1$s\" WHERE \"%2$s\" IS NOT NULL "
                                    "ORDER BY deleted, id",
                                    klass->table, field->name);
      if (!add_from (self, past ? G_TYPE_INVALID : types[i], sql, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const SamenKnownName *const *left = a, *const *right = b;

  return g_utf8_collate ((*left)->name, (*right)->name);
}

GPtrArray *
samen_known_names (SamenStore *store, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (known_name_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collecting collecting = { store, names, seen };

  samen_db_forget_failure (store->db);
  add_people (&collecting);
  if (!add_roles (&collecting, FALSE, error) || !add_roles (&collecting, TRUE, error) ||
      !add_from (&collecting, G_TYPE_INVALID, "SELECT DISTINCT author FROM edit", error) ||
      samen_db_failed (store->db, error))
    return NULL;
  g_ptr_array_sort (names, compare);
  return g_steal_pointer (&names);
}

GStrv
samen_people_called (SamenStore *store, const char *name)
{
  const char *const names[] = { name, NULL };
  g_autoptr (SamenMentions) mentions = samen_mentions_new (names);
  g_autoptr (GListModel) people = samen_store_list (store, SAMEN_TYPE_PERSON, NULL, NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (SamenPerson) person = g_list_model_get_item (people, i);

      if (person != NULL && samen_mentions_is (mentions, person->name))
        g_strv_builder_add (ids, SAMEN_RECORD (person)->id);
    }
  return g_strv_builder_end (ids);
}
