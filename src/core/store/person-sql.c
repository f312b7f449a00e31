/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/text.h"
#include "store/person-sql.h"

static const char *
text_of (sqlite3_value *value)
{
  const char *text =
      sqlite3_value_type (value) == SQLITE_TEXT ? (const char *) sqlite3_value_text (value) : NULL;

  /* A damaged file may hold anything */
  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static void
own_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  SamenPersonSql *self = sqlite3_user_data (context);
  const char *id = text_of (values[0]);

  sqlite3_result_int (context, id != NULL && g_hash_table_contains (self->own, id));
}

static void
spared_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  SamenPersonSql *self = sqlite3_user_data (context);
  const char *id = text_of (values[0]), *field = text_of (values[1]);

  sqlite3_result_int (context, id != NULL && field != NULL && g_str_equal (field, "name") &&
                                   g_hash_table_contains (self->namesakes, id));
}

static void
in_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  SamenPersonSql *self = sqlite3_user_data (context);

  sqlite3_result_int (context,
                      samen_mentions_find (self->mentions, text_of (values[0]), NULL, NULL));
}

static void
in_file_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  SamenPersonSql *self = sqlite3_user_data (context);
  const char *bytes = sqlite3_value_blob (values[0]);
  g_autofree char *text =
      bytes != NULL ? samen_text_of_bytes (bytes, (gsize) sqlite3_value_bytes (values[0])) : NULL;

  sqlite3_result_int (context, samen_mentions_find (self->mentions, text, NULL, NULL));
}

static void
is_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  SamenPersonSql *self = sqlite3_user_data (context);

  sqlite3_result_int (context, samen_mentions_is (self->mentions, text_of (values[0])));
}

static void
word_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  SamenPersonSql *self = sqlite3_user_data (context);

  sqlite3_result_text (context, self->word, -1, SQLITE_TRANSIENT);
}

static void
out_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  SamenPersonSql *self = sqlite3_user_data (context);
  const char *text = text_of (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, samen_mentions_replace (self->mentions, text, self->word), -1,
                         g_free);
  else
    sqlite3_result_value (context, values[0]);
}

gboolean
samen_field_is_role (const SamenField *field)
{
  return field->kind == SAMEN_KIND_TEXT && (field->flags & SAMEN_PERSONAL) != 0 &&
         (field->flags & (SAMEN_LONG | SAMEN_INTERNAL)) == 0;
}

static void
role_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *table = text_of (values[0]), *name = text_of (values[1]);
  GType type = table != NULL ? samen_record_type_of_table (table) : G_TYPE_INVALID;
  const SamenField *field = type != G_TYPE_INVALID && name != NULL
                                ? samen_record_class_find (samen_record_class_of (type), name)
                                : NULL;

  sqlite3_result_int (context, field != NULL && samen_field_is_role (field));
}

static const struct
{
  const char *name;
  int n;
  void (*call) (sqlite3_context *context, int n, sqlite3_value **values);
} functions[] = {
  { "person_own", 1, own_cb },   { "person_in", 1, in_cb },
  { "person_is", 1, is_cb },     { "person_out", 1, out_cb },
  { "person_role", 2, role_cb }, { "person_spared", 2, spared_cb },
  { "person_word", 0, word_cb }, { "person_in_file", 1, in_file_cb },
};

SamenPersonSql *
samen_person_sql_new (SamenDb *db, const char *const *names, const char *word, GError **error)
{
  SamenPersonSql *self = g_new0 (SamenPersonSql, 1);

  self->mentions = samen_mentions_new (names);
  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->namesakes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->word = g_strdup (word);
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      int code = sqlite3_create_function (samen_db_handle (db), functions[i].name, functions[i].n,
                                          SQLITE_UTF8 | SQLITE_DIRECTONLY, self, functions[i].call,
                                          NULL, NULL);

      if (code == SQLITE_OK)
        continue;
      samen_db_set_error (db, code, error);
      samen_person_sql_free (self, db);
      return NULL;
    }
  return self;
}

void
samen_person_sql_free (SamenPersonSql *self, SamenDb *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    sqlite3_create_function (samen_db_handle (db), functions[i].name, functions[i].n, SQLITE_UTF8,
                             NULL, NULL, NULL, NULL);
  samen_mentions_free (self->mentions);
  g_hash_table_unref (self->own);
  g_hash_table_unref (self->namesakes);
  g_free (self->word);
  g_free (self);
}

gboolean
samen_person_sql_find_own (SamenPersonSql *self, SamenDb *db, const char *person, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (db,
                                              "SELECT id, id = ?1 OR ?1 IS NULL OR deleted = 1 "
                                              "FROM person WHERE id = ?1 OR person_is (name)",
                                              error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  if (person != NULL)
    samen_db_bind_text (statement, 1, person);
  while (samen_db_step (db, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_hash_table_add (sqlite3_column_int (statement, 1) != 0 ? self->own : self->namesakes,
                        g_strdup (samen_db_column_text (statement, 0)));
    }
  return FALSE;
}
