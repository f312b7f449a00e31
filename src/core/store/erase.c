/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/draft.h"
#include "store/erase.h"
#include "store/erase-private.h"
#include "store/person-sql.h"
#include "store/store-private.h"

/* In the order of the clock, which change of a field came just before this one */
#define BEFORE_THIS                                                                                \
  "(SELECT p.new FROM change p JOIN edit e ON e.seq = p.edit JOIN edit m ON m.seq = change.edit "  \
  "WHERE p.record = change.record AND p.field = change.field "                                     \
  "AND (e.clock, e.device) < (m.clock, m.device) ORDER BY e.clock DESC, e.device DESC LIMIT 1)"

/* One erasure on its way */
typedef struct
{
  SamenStore *store;
  SamenDb *db;
  SamenPersonSql *sql;
  const SamenErasure *what;
  GPtrArray *files; /* ids of the attachments that are emptied */
} Erasing;

const char *
samen_erased_word (SamenStore *store)
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);
  gboolean english = partnership != NULL && partnership->language == SAMEN_DOCUMENT_ENGLISH;

  /* Translators: what stands where the name of a person stood who is erased from the dossier */
  return samen_language_text (samen_language_get (english ? "en" : "nl"), "person",
                              NC_ ("person", "erased"));
}

G_GNUC_PRINTF (3, 4)
static gboolean
run (Erasing *self, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list values;

  va_start (values, format);
  sql = g_strdup_vprintf (format, values);
  va_end (values);
  return samen_db_run (self->db, sql, error);
}

/* ---- the record of the person ---- */

static gboolean
erase_own_field (Erasing *self,
                 const SamenRecordClass *klass,
                 const SamenField *field,
                 GError **error)
{
  if (field == klass->title)
    return run (self, error, "UPDATE \"%s\" SET \"%s\" = person_word () WHERE person_own (id)",
                klass->table, field->name) &&
           run (self, error,
                "UPDATE change SET old = iif (old IS NULL, NULL, person_word ()), "
                "new = iif (new IS NULL, NULL, person_word ()) "
                "WHERE field = '%s' AND person_own (record)",
                field->name);
  if (field->kind == SAMEN_KIND_POSITION)
    return TRUE;
  return run (self, error, "UPDATE \"%s\" SET \"%s\" = NULL WHERE person_own (id)", klass->table,
              field->name) &&
         run (self, error, "DELETE FROM change WHERE field = '%s' AND person_own (record)",
              field->name);
}

static gboolean
erase_own (Erasing *self, GError **error)
{
  const SamenRecordClass *klass = samen_record_class_of (SAMEN_TYPE_PERSON);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!erase_own_field (self, klass, &klass->fields[i], error))
      return FALSE;
  return TRUE;
}

/* ---- where the person is named ---- */

/* What else is said of whoever the field @named names, such as a function: gone with the name. Of what was
 * said of somebody else before or after, the latest stays. */
static gboolean
erase_beside (Erasing *self,
              const SamenRecordClass *klass,
              const SamenField *named,
              const SamenField *beside,
              GError **error)
{
  return run (self, error,
              "DELETE FROM change WHERE type = '%1$s' AND field = '%3$s' AND record IN "
              "(SELECT id FROM \"%1$s\" WHERE person_is (\"%2$s\"))",
              klass->table, named->name, beside->name) &&
         run (self, error, "UPDATE \"%1$s\" SET \"%3$s\" = NULL WHERE person_is (\"%2$s\")",
              klass->table, named->name, beside->name) &&
         run (self, error,
              "DELETE FROM change WHERE type = '%1$s' AND field = '%3$s' AND record IN "
              "(SELECT record FROM change WHERE type = '%1$s' AND field = '%2$s' "
              "AND (person_is (old) OR person_is (new))) AND edit <> "
              "(SELECT c.edit FROM change c JOIN edit e ON e.seq = c.edit "
              "WHERE c.record = change.record AND c.field = '%3$s' "
              "ORDER BY e.clock DESC, e.device DESC LIMIT 1)",
              klass->table, named->name, beside->name) &&
         run (self, error,
              "UPDATE change SET old = NULL WHERE type = '%1$s' AND field = '%3$s' AND record IN "
              "(SELECT record FROM change WHERE type = '%1$s' AND field = '%2$s' "
              "AND (person_is (old) OR person_is (new)))",
              klass->table, named->name, beside->name);
}

static gboolean
erase_all_beside (Erasing *self, const SamenRecordClass *klass, guint named, GError **error)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (i != named && samen_field_is_role (&klass->fields[i]) &&
        (klass->fields[i].flags & SAMEN_REQUIRED) == 0 &&
        !erase_beside (self, klass, &klass->fields[named], &klass->fields[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
erase_in_type (Erasing *self, GType type, GError **error)
{
  const SamenRecordClass *klass = samen_record_class_of (type);

  for (guint i = 0; i < klass->n_fields; i++)
    if (samen_field_is_role (&klass->fields[i]) && type != SAMEN_TYPE_PERSON &&
        !erase_all_beside (self, klass, i, error))
      return FALSE;
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];

      if (field->kind != SAMEN_KIND_TEXT || (!samen_field_is_role (field) && !self->what->texts))
        continue;
      if (!run (self, error,
                "UPDATE \"%1$s\" SET \"%2$s\" = person_out (\"%2$s\") "
                "WHERE person_in (\"%2$s\") AND NOT person_spared (id, '%2$s')",
                klass->table, field->name))
        return FALSE;
    }
  return TRUE;
}

static gboolean
erase_in_records (Erasing *self, GError **error)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (!erase_in_type (self, types[i], error))
      return FALSE;
  return TRUE;
}

/* What became of the tables becomes of the log, so that it still replays to them */
static gboolean
erase_in_log (Erasing *self, GError **error)
{
  return run (self, error,
              "UPDATE change SET old = person_out (old), new = person_out (new) "
              "WHERE (%d OR person_role (type, field)) AND (person_in (old) OR person_in (new)) "
              "AND NOT person_spared (record, field)",
              self->what->texts ? 1 : 0) &&
         run (self, error,
              "UPDATE edit SET author = person_out (author) WHERE person_in (author)") &&
         /* One word for all that a name ever was is no change any more */
         run (self, error,
              "DELETE FROM change WHERE old IS new AND field <> 'deleted' AND " BEFORE_THIS
              " IS new");
}

/* ---- what is being written ---- */

static void
copy_without (Erasing *self, SamenEdit *to, const SamenChange *change)
{
  g_autoptr (GVariant) value = change->new != NULL ? g_variant_ref (change->new) : NULL;

  if (g_hash_table_contains (self->sql->own, change->record))
    return;
  if (value != NULL && change->field->kind == SAMEN_KIND_TEXT &&
      (self->what->texts || samen_field_is_role (change->field)))
    {
      g_autofree char *text = samen_mentions_replace (
          self->sql->mentions, g_variant_get_string (value, NULL), self->sql->word);

      g_variant_unref (value);
      value = g_variant_ref_sink (g_variant_new_string (text));
    }
  samen_edit_set_by_id (to, change->type, change->record, change->field->name, value);
}

static gboolean
erase_in_draft (Erasing *self, GError **error)
{
  g_autoptr (SamenEdit) draft = samen_store_get_draft (self->store);
  g_autoptr (SamenEdit) without = NULL;
  GPtrArray *changes;

  if (draft == NULL)
    return TRUE;
  without = samen_edit_new (samen_edit_get_label (draft));
  changes = samen_edit_get_changes (draft);
  for (guint i = 0; i < changes->len; i++)
    copy_without (self, without, g_ptr_array_index (changes, i));
  return samen_store_keep_draft (self->store, without, error);
}

/* ---- all of it ---- */

/* Tells in the history that it was done, by whom and when, and takes the person off the page */
static gboolean
log_erasure (Erasing *self, GError **error)
{
  g_autoptr (SamenEdit) edit = samen_edit_new (SAMEN_ERASE_LABEL);
  g_autofree char *author = g_strdup (self->store->author);
  g_autofree char *allowed = samen_mentions_replace (self->sql->mentions, author, self->sql->word);
  GHashTableIter iter;
  gpointer id;
  gboolean success;

  g_hash_table_iter_init (&iter, self->sql->own);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    samen_edit_set_by_id (edit, SAMEN_TYPE_PERSON, id, samen_record_deleted.name,
                          samen_value ((bool) true));
  for (guint i = 0; i < self->files->len; i++)
    samen_edit_set_by_id (edit, SAMEN_TYPE_ATTACHMENT, g_ptr_array_index (self->files, i),
                          samen_record_deleted.name, samen_value ((bool) true));
  samen_store_set_author (self->store, allowed);
  success = samen_store_write_along (self->store, edit, error);
  samen_store_set_author (self->store, author);
  return success;
}

static gboolean
erase_all (Erasing *self, const SamenProgress *progress, GError **error)
{
  return samen_person_sql_find_own (self->sql, self->db, self->what->person, error) &&
         (!self->what->files || samen_erase_files (self->db, self->files, error)) &&
         (!self->what->texts || samen_erase_in_files (self->db, self->sql, error)) &&
         erase_own (self, error) && samen_progress_report (progress, 0.2, error) &&
         erase_in_records (self, error) && samen_progress_report (progress, 0.3, error) &&
         erase_in_log (self, error) && erase_in_draft (self, error) &&
         samen_progress_report (progress, 0.6, error) && log_erasure (self, error) &&
         samen_store_index_anew (self->store, error) &&
         run (self, error, "INSERT OR REPLACE INTO info (key, value) VALUES ('erasing', '1')") &&
         samen_progress_report (progress, 0.8, error) && !samen_db_failed (self->db, error);
}

static gboolean
erase_in_transaction (Erasing *self, const SamenProgress *progress, GError **error)
{
  if (!samen_db_begin (self->db, error))
    return FALSE;
  if (erase_all (self, progress, error) && samen_db_commit (self->db, error))
    return TRUE;
  samen_db_rollback (self->db);
  return FALSE;
}

gboolean
samen_erase_is_unfinished (SamenDb *db)
{
  return samen_db_query_integer (db, "SELECT 1 FROM info WHERE key = 'erasing'", 0) == 1;
}

/* Whether the WAL is empty: others may still read what it held */
static gboolean
empty_wal (SamenDb *db)
{
  return samen_db_query_integer (db, "PRAGMA wal_checkpoint (TRUNCATE)", 1) == 0;
}

gboolean
samen_erase_finish (SamenDb *db)
{
  g_autoptr (GError) error = NULL;

  /* The mark goes once all is gone that it is about */
  return samen_db_run (db, "VACUUM", &error) && empty_wal (db) &&
         samen_db_run (db, "DELETE FROM info WHERE key = 'erasing'", &error) && empty_wal (db);
}

gboolean
samen_store_is_erasing (SamenStore *self)
{
  return samen_erase_is_unfinished (self->db);
}

gboolean
samen_store_erase (SamenStore *self,
                   const SamenErasure *erasure,
                   const SamenProgress *progress,
                   GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  Erasing erasing = { self, self->db, NULL, erasure, files };
  gboolean success;

  if (!samen_store_is_in_place (self, error) || samen_store_is_damaged (self, error))
    return FALSE;
  samen_db_forget_failure (self->db);
  erasing.sql = samen_person_sql_new (self->db, erasure->names, samen_erased_word (self), error);
  if (erasing.sql == NULL)
    return FALSE;
  success = erase_in_transaction (&erasing, progress, error);
  samen_person_sql_free (erasing.sql, self->db);
  if (!success)
    return FALSE;
  samen_erase_finish (self->db);
  samen_progress_report (progress, 1, NULL);
  /* Its own writing is like another program's: what is live is read again */
  self->data_version = -1;
  samen_store_refresh (self);
  return TRUE;
}
