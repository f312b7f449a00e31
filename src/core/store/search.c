/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "store/search.h"
#include "store/store-private.h"
#include "store/wording.h"

/* How much of a text to show, in characters, and how much of that before the word */
#define EXCERPT_LENGTH 90
#define EXCERPT_BEFORE 30

/* How many finds to order by how well they fit: of more, the latest come first */
#define MOST_RANKED 2000

/* How many words can be spread over the fields of a record, and at how many places to look for each of them */
#define MOST_WORDS 8
#define MOST_SPREAD 5000

G_DEFINE_FINAL_TYPE (SamenHit, samen_hit, G_TYPE_OBJECT)

static void
samen_hit_finalize (GObject *object)
{
  SamenHit *self = SAMEN_HIT (object);

  g_clear_object (&self->record);
  g_free (self->excerpt);
  G_OBJECT_CLASS (samen_hit_parent_class)->finalize (object);
}

static void
samen_hit_class_init (SamenHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_hit_finalize;
}

static void
samen_hit_init (SamenHit *self)
{
}

/* The number of the field in the index; made if @make, 0 if it is not there */
static gint64
entry_id (SamenStore *self, const SamenChange *change, gboolean make, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (
      self->db,
      make ? "INSERT INTO search_entry (type, record, field) VALUES (?1, ?2, ?3) "
             "ON CONFLICT (record, field) DO UPDATE SET type = type RETURNING id"
           : "SELECT id FROM search_entry WHERE type = ?1 AND record = ?2 AND field = ?3",
      error);
  gint64 id = 0;
  gboolean has_row;

  if (statement == NULL)
    return 0;
  samen_db_bind_text (statement, 1, samen_record_class_of (change->type)->table);
  samen_db_bind_text (statement, 2, change->record);
  samen_db_bind_text (statement, 3, change->field->name);
  if (samen_db_step (self->db, statement, &has_row, error) && has_row)
    id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return id;
}

static gboolean
run_on_index (SamenStore *self, const char *sql, gint64 id, GVariant *text, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  samen_db_bind (statement, 2, text);
  return samen_db_step (self->db, statement, NULL, error);
}

static gboolean
is_searched (const SamenField *field)
{
  return field->kind == SAMEN_KIND_TEXT && (field->flags & SAMEN_INTERNAL) == 0;
}

gboolean
samen_store_index (SamenStore *self, const SamenChange *change, GError **error)
{
  gint64 id;

  if (!is_searched (change->field))
    return TRUE;
  id = entry_id (self, change, TRUE, error);
  if (id == 0)
    return FALSE;
  /* The index keeps no copy of the text, so it has to be told what to forget */
  if (change->old != NULL &&
      !run_on_index (self, "INSERT INTO search (search, rowid, text) VALUES ('delete', ?1, ?2)", id,
                     change->old, error))
    return FALSE;
  return change->new == NULL ||
         run_on_index (self, "INSERT INTO search (rowid, text) VALUES (?1, ?2)", id, change->new,
                       error);
}

static gboolean
index_field (SamenStore *self,
             const SamenRecordClass *klass,
             const SamenField *field,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO search_entry (type, record, field) SELECT '%1$s', id, '%2$s' FROM \"%1$s\" "
      "WHERE \"%2$s\" IS NOT NULL ORDER BY rowid;"
      "INSERT INTO search (rowid, text) SELECT s.id, t.\"%2$s\" FROM \"%1$s\" t "
      "JOIN search_entry s ON s.record = t.id AND s.field = '%2$s' ORDER BY s.id",
      klass->table, field->name);

  return samen_db_run (self->db, sql, error);
}

gboolean
samen_store_index_anew (SamenStore *self, GError **error)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  if (!samen_db_run (self->db,
                     "INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM search_entry",
                     error))
    return FALSE;
  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if (is_searched (&klass->fields[j]) && !index_field (self, klass, &klass->fields[j], error))
          return FALSE;
    }
  return TRUE;
}

/* The words of @text as quoted prefixes, so that nothing in them has a meaning to FTS5 */
static GStrv
words_of (const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);
  g_autoptr (GStrvBuilder) quoted = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_strv_builder_take (quoted, g_strdup_printf ("\"%s\"*", words[i]));
  return g_strv_builder_end (quoted);
}

/* Without case and accents, each character still one character; so places correspond */
static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      g_unichar_fully_decompose (g_unichar_tolower (g_utf8_get_char (p)), FALSE, parts,
                                 G_N_ELEMENTS (parts));
      g_string_append_unichar (folded, parts[0]);
    }
  return g_string_free_and_steal (folded);
}

/* Where in @text the first of the words that it has stands, in characters; gives how long that is */
static glong
place_of_word (const char *text, const char *wanted, glong *length)
{
  g_autofree char *folded = fold (text);
  g_autofree char *all = fold (wanted);
  g_auto (GStrv) words = g_str_tokenize_and_fold (all, NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (folded, words[i]);

      *length = g_utf8_strlen (words[i], -1);
      if (found != NULL)
        return g_utf8_pointer_to_offset (folded, found);
    }
  *length = 0;
  return 0;
}

static void
make_excerpt (SamenHit *hit, const char *text, const char *wanted)
{
  glong match_length;
  glong match = place_of_word (text, wanted, &match_length);
  glong length = g_utf8_strlen (text, -1);
  glong start = MAX (0, match - EXCERPT_BEFORE);
  glong end = MIN (length, start + EXCERPT_LENGTH);
  g_autofree char *part = g_utf8_substring (text, start, end);
  glong before = match - start + (start > 0 ? 1 : 0);
  glong after;

  hit->excerpt = g_strdup_printf ("%s%s%s", start > 0 ? "…" : "",
                                  g_strdelimit (part, "\n\r\t", ' '), end < length ? "…" : "");
  after = MIN (before + match_length, g_utf8_strlen (hit->excerpt, -1));
  hit->match_start = (guint) (g_utf8_offset_to_pointer (hit->excerpt, before) - hit->excerpt);
  hit->match_end = (guint) (g_utf8_offset_to_pointer (hit->excerpt, after) - hit->excerpt);
}

/* What is found in that field of a record; NULL if it is not there any more */
static SamenHit *
hit_new (SamenStore *self, SamenRecord *record, const SamenField *field, const char *wanted)
{
  g_autoptr (GVariant) value = samen_field_get (field, record);
  g_autofree char *text = NULL;
  SamenHit *hit;

  if (value == NULL)
    return NULL;
  hit = g_object_new (SAMEN_TYPE_HIT, NULL);
  hit->record = g_object_ref (record);
  hit->field = field;
  text = samen_wording_text (self, g_variant_get_string (value, NULL));
  make_excerpt (hit, text, wanted);
  return hit;
}

/* The record of which the type and id are the first columns; NULL if it is deleted, or of a later version */
static SamenRecord *
read_record (SamenStore *self, sqlite3_stmt *statement)
{
  GType type = samen_record_type_of_table (samen_db_column_text (statement, 0));
  g_autoptr (SamenRecord) record = NULL;

  if (type != G_TYPE_INVALID)
    record = samen_store_get (self, type, samen_db_column_text (statement, 1));
  return record != NULL && !record->deleted ? g_steal_pointer (&record) : NULL;
}

static SamenHit *
read_hit (SamenStore *self, sqlite3_stmt *statement, const char *wanted)
{
  g_autoptr (SamenRecord) record = read_record (self, statement);
  const SamenField *field = record != NULL
                                ? samen_record_class_find (SAMEN_RECORD_GET_CLASS (record),
                                                           samen_db_column_text (statement, 2))
                                : NULL;

  return field != NULL ? hit_new (self, record, field, wanted) : NULL;
}

/* By the first of its fields that has one of the words */
static SamenHit *
read_spread_hit (SamenStore *self, sqlite3_stmt *statement, const char *wanted)
{
  g_autoptr (SamenRecord) record = read_record (self, statement);
  const SamenRecordClass *klass = record != NULL ? SAMEN_RECORD_GET_CLASS (record) : NULL;

  for (guint i = 0; klass != NULL && i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autoptr (SamenHit) hit = NULL;

      if (field->kind == SAMEN_KIND_TEXT && (field->flags & SAMEN_INTERNAL) == 0)
        hit = hit_new (self, record, field, wanted);
      if (hit != NULL && hit->match_end > hit->match_start)
        return g_steal_pointer (&hit);
    }
  return NULL;
}

/* Whether more is found than can be put in order while somebody types */
static gboolean
is_everywhere (SamenStore *self, const char *query)
{
  sqlite3_stmt *statement = samen_db_prepare (
      self->db, "SELECT rowid FROM search WHERE search MATCH ?1 LIMIT 1 OFFSET ?2", NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, query);
  sqlite3_bind_int (statement, 2, MOST_RANKED);
  samen_db_step (self->db, statement, &has_row, NULL);
  sqlite3_reset (statement);
  return has_row;
}

static sqlite3_stmt *
prepare_search (SamenStore *self, const char *query)
{
  sqlite3_stmt *statement = samen_db_prepare (
      self->db,
      is_everywhere (self, query) ? "SELECT s.type, s.record, s.field FROM search "
                                    "JOIN search_entry s ON s.id = search.rowid "
                                    "WHERE search MATCH ?1 ORDER BY search.rowid DESC"
                                  : "SELECT s.type, s.record, s.field FROM search "
                                    "JOIN search_entry s ON s.id = search.rowid "
                                    "WHERE search MATCH ?1 ORDER BY search.rank",
      NULL);

  if (statement != NULL)
    samen_db_bind_text (statement, 1, query);
  return statement;
}

/* The records that have all the words, wherever. Of a word that stands in thousands of places, only where it
 * stands lately: nobody waits for the rest while typing. */
static sqlite3_stmt *
prepare_spread (SamenStore *self, GStrv words)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;

  for (int i = 0; words[i] != NULL; i++)
    g_string_append_printf (sql,
                            "%sSELECT type, record FROM (SELECT s.type, s.record FROM search "
                            "JOIN search_entry s ON s.id = search.rowid WHERE search MATCH ?%d "
                            "ORDER BY search.rowid DESC LIMIT %d)",
                            i > 0 ? " INTERSECT " : "", i + 1, MOST_SPREAD);
  statement = samen_db_prepare (self->db, sql->str, NULL);
  for (int i = 0; statement != NULL && words[i] != NULL; i++)
    samen_db_bind_text (statement, i + 1, words[i]);
  return statement;
}

static gboolean
has_record (GListModel *hits, SamenRecord *record)
{
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (SamenHit) hit = g_list_model_get_item (hits, i);

      if (hit->record == record)
        return TRUE;
    }
  return FALSE;
}

typedef SamenHit *(*ReadHit) (SamenStore *self, sqlite3_stmt *statement, const char *wanted);

/* Adds what @statement finds, up to @limit; where there is to be but @one hit of a record, no more of it */
static void
read_hits (SamenStore *self,
           sqlite3_stmt *statement,
           ReadHit read,
           const char *wanted,
           guint limit,
           gboolean one,
           GListStore *hits)
{
  gboolean has_row;

  if (statement == NULL)
    return;
  while (g_list_model_get_n_items (G_LIST_MODEL (hits)) < limit &&
         samen_db_step (self->db, statement, &has_row, NULL) && has_row)
    {
      g_autoptr (SamenHit) hit = read (self, statement, wanted);

      if (hit != NULL && (!one || !has_record (G_LIST_MODEL (hits), hit->record)))
        g_list_store_append (hits, hit);
    }
  sqlite3_reset (statement);
}

GListModel *
samen_store_search (SamenStore *self, const char *text, guint limit)
{
  GListStore *hits = g_list_store_new (SAMEN_TYPE_HIT);
  g_auto (GStrv) words = words_of (text);
  g_autofree char *all = g_strjoinv (" ", words);
  const guint n_words = g_strv_length (words);

  if (n_words == 0)
    return G_LIST_MODEL (hits);
  read_hits (self, prepare_search (self, all), read_hit, text, limit, FALSE, hits);
  if (n_words > 1 && n_words <= MOST_WORDS)
    read_hits (self, prepare_spread (self, words), read_spread_hit, text, limit, TRUE, hits);
  return G_LIST_MODEL (hits);
}
