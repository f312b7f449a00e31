/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "store/store-private.h"
#include "store/take-back-private.h"
#include "store/wording.h"

/* One edit that is to be taken back */
typedef struct
{
  SamenStore *store;
  gint64 seq;
  GPtrArray *changes;
} TakeBack;

/* The numbers that @sql gives for edit @seq */
static GArray *
query_numbers (SamenStore *self, const char *sql, gint64 seq)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = samen_db_prepare (self->db, sql, NULL);
  gboolean has_row;

  if (statement == NULL)
    return numbers;
  sqlite3_bind_int64 (statement, 1, seq);
  while (samen_db_step (self->db, statement, &has_row, NULL) && has_row)
    {
      gint64 number = sqlite3_column_int64 (statement, 0);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

static gboolean
holds (SamenStore *self, const char *sql, gint64 seq)
{
  g_autoptr (GArray) numbers = query_numbers (self, sql, seq);

  return numbers->len > 0;
}

/* Whether an edit that took this one back stands: it may have been undone, or taken back in turn. Each is
 * later in the log than what it is about, or the log is not what it should be. */
static gboolean
is_taken_back (SamenStore *self, gint64 seq)
{
  g_autoptr (GArray) by = query_numbers (
      self,
      "SELECT e.seq FROM edit e WHERE e.target = ?1 AND e.seq > ?1 AND e.action = 'do' "
      "AND NOT (" SAMEN_IS_UNDONE ")",
      seq);

  for (guint i = 0; i < by->len; i++)
    if (!is_taken_back (self, g_array_index (by, gint64, i)))
      return TRUE;
  return FALSE;
}

SamenPastState
samen_log_state (SamenStore *self, gint64 seq)
{
  if (!holds (self, "SELECT 1 FROM edit WHERE seq = ?1 AND action = 'do'", seq))
    return SAMEN_PAST_STEP;
  if (holds (self,
             "SELECT 1 FROM edit WHERE seq = ?1 AND seq = (SELECT min (seq) FROM edit) AND EXISTS "
             "(SELECT 1 FROM change c WHERE c.edit = ?1 AND c.type = 'partnership')",
             seq))
    return SAMEN_PAST_FOUNDING;
  if (!holds (self, "SELECT 1 FROM edit e WHERE e.seq = ?1 AND " SAMEN_IS_LEFT, seq))
    return SAMEN_PAST_ERASED;
  if (holds (self, "SELECT 1 FROM edit e WHERE e.seq = ?1 AND " SAMEN_IS_UNDONE, seq) ||
      is_taken_back (self, seq))
    return SAMEN_PAST_UNDONE;
  return SAMEN_PAST_STANDS;
}

/* The name of the last edit that changed the field after this one, or NULL */
static char *
find_later (TakeBack *self, const char *record, const char *field)
{
  SamenStore *store = self->store;
  sqlite3_stmt *statement =
      samen_db_prepare (store->db,
                        "SELECT e.label FROM change c JOIN edit e ON e.seq = c.edit "
                        "WHERE c.record = ?1 AND c.field = ?2 AND e.seq <> ?3 "
                        "ORDER BY e.clock DESC, e.device DESC LIMIT 1",
                        NULL);
  char *label = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  samen_db_bind_text (statement, 1, record);
  samen_db_bind_text (statement, 2, field);
  sqlite3_bind_int64 (statement, 3, self->seq);
  if (samen_db_step (store->db, statement, &has_row, NULL) && has_row)
    label = g_strdup (samen_log_translate (samen_db_column_text (statement, 0)));
  sqlite3_reset (statement);
  return label;
}

static gboolean
refuse (TakeBack *self, SamenRecord *record, const SamenField *field, GError **error)
{
  g_autofree char *name = samen_wording_record (self->store, G_OBJECT_TYPE (record), record->id);
  g_autofree char *later = find_later (self, record->id, field->name);

  if (field == &samen_record_deleted)
    g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
                 record->deleted
                     /* Translators: %s is a thing, such as: Milestone “First lesson” */
                     ? _ ("%s was deleted since. Bring that back first.")
                     : _ ("%s was brought back since, so there is nothing to take back."),
                 name);
  else if (later != NULL)
    g_set_error (
        error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
        /* Translators: a field, a thing, and the name of an edit, such as “Move Milestone” */
        _ ("“%s” of %s was changed again later. Take that edit back first: “%s”."),
        _ (field->label), name, later);
  else
    g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
                 _ ("“%s” of %s holds something else by now."), _ (field->label), name);
  return FALSE;
}

static gboolean
is_changed_here (TakeBack *self, const char *record)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (self->changes, i);

      if (change->field == &samen_record_deleted && g_str_equal (change->record, record))
        return TRUE;
    }
  return FALSE;
}

/* What was added later to what would be deleted */
static gboolean
check_unreferred (TakeBack *self, SamenRecord *record, GError **error)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_autoptr (GListModel) list = NULL;

          if (klass->fields[j].kind != SAMEN_KIND_REFERENCE ||
              klass->fields[j].refers () != G_OBJECT_TYPE (record))
            continue;
          list = samen_store_list (self->store, types[i], klass->fields[j].name, record->id);
          for (guint k = 0; k < g_list_model_get_n_items (list); k++)
            {
              g_autoptr (SamenRecord) other = g_list_model_get_item (list, k);
              g_autofree char *name = NULL;

              if (is_changed_here (self, other->id))
                continue;
              name = samen_wording_record (self->store, types[i], other->id);
              g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_FAILED,
                           /* Translators: %s is a thing, such as: Milestone “First lesson” */
                           _ ("%s was added to it since. Delete that first."), name);
              return FALSE;
            }
        }
    }
  return TRUE;
}

/* What a record that begins with the edit was given there */
static GVariant *
first_value (TakeBack *self, const char *record, const SamenField *field)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const SamenChange *change = g_ptr_array_index (self->changes, i);

      if (change->field == field && g_str_equal (change->record, record))
        return change->new != NULL ? g_variant_ref (change->new) : NULL;
    }
  return samen_field_default (field);
}

/* A record that was added is deleted again, so nothing else may have become of it */
static gboolean
check_addition (TakeBack *self, SamenRecord *record, GError **error)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GVariant) then = first_value (self, record->id, &klass->fields[i]);
      g_autoptr (GVariant) now = samen_field_get (&klass->fields[i], record);

      if (!samen_value_equal (then, now))
        return refuse (self, record, &klass->fields[i], error);
    }
  return check_unreferred (self, record, error);
}

/* A record that was deleted comes back into what it is part of, so that is to be there */
static gboolean
check_deletion (TakeBack *self, SamenRecord *record, GError **error)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & SAMEN_OWNER) != 0)
      {
        g_autoptr (GVariant) id = samen_field_get (&klass->fields[i], record);
        g_autoptr (SamenRecord) owner = NULL;

        if (id != NULL)
          owner = samen_store_get (self->store, klass->fields[i].refers (),
                                   g_variant_get_string (id, NULL));
        if (owner != NULL && owner->deleted && !is_changed_here (self, owner->id))
          return refuse (self, owner, &samen_record_deleted, error);
      }
  return TRUE;
}

static gboolean
check_change (TakeBack *self, const SamenChange *change, GError **error)
{
  g_autoptr (SamenRecord) record = samen_store_get (self->store, change->type, change->record);
  g_autoptr (GVariant) now = NULL;

  if (record == NULL)
    {
      g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND,
                           _ ("What you are changing is no longer in the dossier."));
      return FALSE;
    }
  if (change->field != &samen_record_deleted && record->deleted &&
      !is_changed_here (self, record->id))
    return refuse (self, record, &samen_record_deleted, error);
  now = samen_field_get (change->field, record);
  if (!samen_value_equal (now, change->new))
    return refuse (self, record, change->field, error);
  if (samen_change_is_beginning (change))
    return check_addition (self, record, error);
  if (change->field == &samen_record_deleted && record->deleted)
    return check_deletion (self, record, error);
  return TRUE;
}

static gboolean
check_state (SamenStore *self, gint64 seq, GError **error)
{
  const char *problem = NULL;

  switch (samen_log_state (self, seq))
    {
    case SAMEN_PAST_UNDONE:
      problem = _ ("This was undone already.");
      break;
    case SAMEN_PAST_STEP:
      problem = _ ("What undid something cannot itself be taken back.");
      break;
    case SAMEN_PAST_FOUNDING:
      problem = _ ("This made the dossier, so it stays.");
      break;
    case SAMEN_PAST_ERASED:
      problem = _ ("What was erased cannot be brought back.");
      break;
    default:
      return TRUE;
    }
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_FAILED, problem);
  return FALSE;
}

gboolean
samen_store_take_back (SamenStore *self, gint64 seq, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (SamenEdit) edit = NULL;
  TakeBack context = { self, seq, NULL };

  samen_store_refresh (self);
  if (!check_state (self, seq, error))
    return FALSE;
  changes = samen_log_read_changes (self, seq, error);
  if (changes == NULL)
    return FALSE;
  context.changes = changes;
  for (guint i = 0; i < changes->len; i++)
    if (!check_change (&context, g_ptr_array_index (changes, i), error))
      return FALSE;
  edit = samen_log_edit_from_changes (NC_ ("edit", "Take Back an Edit"), changes, TRUE);
  return samen_store_write (self, edit, SAMEN_ACTION_DO, seq, error);
}
