/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/text.h"
#include "store/draft.h"
#include "store/log.h"
#include "store/person-sql.h"
#include "store/store-private.h"
#include "store/traces.h"

static void
trace_free (gpointer data)
{
  SamenTrace *self = data;

  g_object_unref (self->record);
  g_free (self);
}

void
samen_traces_free (SamenTraces *self)
{
  g_strfreev (self->names);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

SamenRecord *
samen_trace_get_place (const SamenTrace *self, SamenStore *store)
{
  /* A party is part of a covenant, but known by itself */
  gboolean named = self->kind != SAMEN_TRACE_ROLE || (self->field->flags & SAMEN_REQUIRED) == 0;
  SamenRecord *owner = named ? NULL : samen_store_get_owner (store, self->record);

  return owner != NULL ? owner : g_object_ref (self->record);
}

static char *
pick_lines (const char *text, SamenMentions *mentions)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *picked = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (samen_mentions_find (mentions, lines[i], NULL, NULL))
      g_string_append_printf (picked, "%s%s", picked->len > 0 ? "\n" : "", g_strstrip (lines[i]));
  /* A name can go on in the next line */
  if (picked->len == 0)
    g_string_append (picked, text);
  return g_string_free_and_steal (picked);
}

char *
samen_trace_get_text (const SamenTrace *self, SamenStore *store, SamenMentions *mentions)
{
  g_autoptr (GVariant) value = samen_field_get (self->field, self->record);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (value == NULL || self->field->kind != SAMEN_KIND_BYTES)
    return value != NULL ? g_variant_dup_string (value, NULL) : g_strdup ("");
  bytes = samen_store_load_bytes (store, g_variant_get_string (value, NULL), NULL);
  if (bytes != NULL)
    text = samen_text_of_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return text != NULL ? pick_lines (text, mentions) : g_strdup ("");
}

guint
samen_traces_count (const SamenTraces *self, SamenTraceKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++)
    n += ((const SamenTrace *) g_ptr_array_index (self->places, i))->kind == kind;
  return n;
}

/* The texts that @sql gives for ?1 */
static GStrv
query_texts (SamenStore *store, const char *sql, const char *parameter, GError **error)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  sqlite3_stmt *statement = samen_db_prepare (store->db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  if (parameter != NULL)
    samen_db_bind_text (statement, 1, parameter);
  while (samen_db_step (store->db, statement, &has_row, error))
    {
      g_autoptr (GVariant) value = NULL;

      if (!has_row)
        return g_strv_builder_end (texts);
      value = samen_db_column (statement, 0, FALSE);
      if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        g_strv_builder_add (texts, g_variant_get_string (value, NULL));
    }
  return NULL;
}

GStrv
samen_traces_names (SamenStore *store, const char *person)
{
  g_autoptr (SamenPerson) record = samen_store_get (store, SAMEN_TYPE_PERSON, person);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) before = query_texts (
      store,
      "SELECT DISTINCT new FROM change WHERE record = ?1 AND field = 'name' AND new IS NOT NULL "
      "AND new NOT IN (SELECT name FROM person WHERE deleted = 0) ORDER BY new",
      person, NULL);

  if (record == NULL || record->name == NULL)
    return g_strv_builder_end (names);
  g_strv_builder_add (names, record->name);
  for (guint i = 0; before != NULL && before[i] != NULL; i++)
    if (!g_str_equal (before[i], record->name))
      g_strv_builder_add (names, before[i]);
  return g_strv_builder_end (names);
}

static void
add_place (GPtrArray *places, SamenTraceKind kind, SamenRecord *record, const SamenField *field)
{
  SamenTrace *trace = g_new (SamenTrace, 1);

  trace->kind = kind;
  trace->record = g_object_ref (record);
  trace->field = field;
  g_ptr_array_add (places, trace);
}

static gboolean
add_places (SamenTraces *self,
            SamenStore *store,
            GType type,
            const SamenField *field,
            SamenTraceKind kind,
            const char *where,
            GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE %s ORDER BY deleted, id",
                                          samen_record_class_of (type)->table, where);
  g_auto (GStrv) ids = query_texts (store, sql, NULL, error);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (SamenRecord) record = samen_store_get (store, type, ids[i]);

      if (record != NULL)
        add_place (self->places, kind, record, field);
    }
  return ids != NULL;
}

/* In the texts of records of that type; what a file is called is told with the file */
static gboolean
find_in_type (SamenTraces *self, SamenStore *store, GType type, SamenTraceKind kind, GError **error)
{
  const SamenRecordClass *klass = samen_record_class_of (type);

  for (guint i = 0; type != SAMEN_TYPE_ATTACHMENT && i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autofree char *where = NULL;

      if (field->kind != SAMEN_KIND_TEXT ||
          samen_field_is_role (field) != (kind == SAMEN_TRACE_ROLE))
        continue;
      where = g_strdup_printf (
          "person_in (\"%s\") AND NOT person_own (id) AND NOT person_spared (id, '%s')",
          field->name, field->name);
      if (!add_places (self, store, type, field, kind, where, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_places (SamenTraces *self, SamenStore *store, GError **error)
{
  static const SamenTraceKind kinds[] = { SAMEN_TRACE_ROLE, SAMEN_TRACE_TEXT };
  guint n_types;
  const GType *types = samen_record_types (&n_types);
  const SamenRecordClass *files = samen_record_class_of (SAMEN_TYPE_ATTACHMENT);

  if (!add_places (self, store, SAMEN_TYPE_PERSON, samen_record_class_of (SAMEN_TYPE_PERSON)->title,
                   SAMEN_TRACE_OWN, "person_own (id)", error))
    return FALSE;
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < n_types; i++)
      if (!find_in_type (self, store, types[i], kinds[kind], error))
        return FALSE;
  return add_places (self, store, SAMEN_TYPE_ATTACHMENT, samen_record_class_find (files, "content"),
                     SAMEN_TRACE_TEXT,
                     "content IN (SELECT hash FROM content WHERE person_in_file (bytes))", error) &&
         add_places (self, store, SAMEN_TYPE_ATTACHMENT, files->title, SAMEN_TRACE_FILE,
                     "person_own (record) OR person_in (name) OR person_in (description)", error);
}

static gboolean
find_edits (SamenTraces *self, SamenStore *store, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (store->db,
                        "SELECT seq, label, author, time FROM edit WHERE person_in (author) "
                        "ORDER BY clock DESC, device DESC",
                        error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (samen_db_step (store->db, statement, &has_row, error))
    {
      SamenLogEntry *entry;

      if (!has_row)
        return TRUE;
      entry = g_object_new (SAMEN_TYPE_LOG_ENTRY, NULL);
      entry->edit = sqlite3_column_int64 (statement, 0);
      entry->label = g_strdup (samen_db_column_text (statement, 1));
      entry->author = g_strdup (samen_db_column_text (statement, 2));
      entry->time = sqlite3_column_int64 (statement, 3);
      g_ptr_array_add (self->edits, entry);
    }
  return FALSE;
}

static gboolean
is_in_draft (SamenStore *store, SamenPersonSql *sql)
{
  g_autoptr (SamenEdit) draft = samen_store_get_draft (store);
  GPtrArray *changes = draft != NULL ? samen_edit_get_changes (draft) : NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (changes, i);

      if (change->field->kind == SAMEN_KIND_TEXT &&
          change->new != NULL &&samen_mentions_find (
                             sql->mentions, g_variant_get_string (change->new, NULL), NULL, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_all (SamenTraces *self,
          SamenStore *store,
          SamenPersonSql *sql,
          const char *person,
          GError **error)
{
  g_autoptr (GListModel) past = NULL;

  if (!samen_person_sql_find_own (sql, store->db, person, error) ||
      !find_places (self, store, error) || !find_edits (self, store, error))
    return FALSE;
  past = samen_log_of_person (store);
  for (guint i = 0; i < g_list_model_get_n_items (past); i++)
    g_ptr_array_add (self->past, g_list_model_get_item (past, i));
  self->in_draft = is_in_draft (store, sql);
  return !samen_db_failed (store->db, error);
}

SamenTraces *
samen_traces_find (SamenStore *store, const char *person, const char *const *names, GError **error)
{
  g_autoptr (SamenTraces) self = g_new0 (SamenTraces, 1);
  SamenPersonSql *sql;
  gboolean success;

  self->names = g_strdupv ((char **) names);
  self->places = g_ptr_array_new_with_free_func (trace_free);
  self->past = g_ptr_array_new_with_free_func (g_object_unref);
  self->edits = g_ptr_array_new_with_free_func (g_object_unref);
  samen_db_forget_failure (store->db);
  sql = samen_person_sql_new (store->db, names, NULL, error);
  if (sql == NULL)
    return NULL;
  success = find_all (self, store, sql, person, error);
  samen_person_sql_free (sql, store->db);
  return success ? g_steal_pointer (&self) : NULL;
}
