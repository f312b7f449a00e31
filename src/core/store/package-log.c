/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/id.h"
#include "store/package-private.h"

#define ENTRY SAMEN_PACKAGE_LOG

/* The end of the year 9999, in milliseconds since 1970 */
#define LATEST_TIME G_GINT64_CONSTANT (253402300799999)

/* A clock can be ahead, but leaves room for all edits that are still to come */
#define LATEST_CLOCK ((G_MAXINT64 >> SAMEN_CLOCK_COUNTER_BITS) - (G_GINT64_CONSTANT (1) << 32))

#define LONGEST_LABEL 1000

/* What a line can have; the first of them tell which kind of line it is */
typedef enum
{
  MEMBER_EDIT,
  MEMBER_LABEL,
  MEMBER_AUTHOR,
  MEMBER_DEVICE,
  MEMBER_ACTION,
  MEMBER_TARGET,
  MEMBER_TIME,
  MEMBER_CLOCK,
  MEMBER_COUNT,
  MEMBER_TYPE,
  MEMBER_RECORD,
  MEMBER_FIELD,
  MEMBER_OLD,
  MEMBER_NEW,
  N_MEMBERS,
} Member;

static const char *const names[N_MEMBERS] = {
  "edit",  "label", "author", "device", "action", "target", "time",
  "clock", "count", "type",   "record", "field",  "old",    "new",
};

/* A value as it stands in the line, until it is known of which field it is */
typedef struct
{
  gboolean is_set;
  SamenJsonStream value;
} Slot;

typedef struct
{
  SamenJsonStream *stream;
  SamenStore *store;
  Slot slots[N_MEMBERS];
  gint64 seq; /* of the edit that the changes are of, or 0 */
} Log;

static gboolean
fail (Log *self, const char *message, GError **error)
{
  return samen_package_fail (ENTRY, self->stream->line, message, error);
}

static gboolean
next (Log *self, GError **error)
{
  return samen_json_stream_next (self->stream, error) ||
         samen_package_blame (ENTRY, self->stream, error);
}

/* ---- a line ---- */

static gboolean
find_slot (Log *self, Slot **slot, GError **error)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    if (g_str_equal (self->stream->text->str, names[i]))
      {
        *slot = &self->slots[i];
        return !(*slot)->is_set || fail (self, _ ("This is said twice."), error);
      }
  return fail (self, _ ("A line of the log cannot have this."), error);
}

static gboolean
read_line (Log *self, GError **error)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    self->slots[i].is_set = FALSE;
  for (;;)
    {
      Slot *slot = NULL;
      GString *text;

      if (!next (self, error))
        return FALSE;
      if (self->stream->token == SAMEN_JSON_OBJECT_END)
        return TRUE;
      if (!find_slot (self, &slot, error) || !next (self, error))
        return FALSE;
      if (self->stream->depth > 1)
        return fail (self, _ ("A field cannot hold a list or an object."), error);
      text = slot->value.text;
      slot->value = *self->stream;
      slot->value.text = text;
      slot->is_set = TRUE;
      g_string_truncate (text, 0);
      if (self->stream->token == SAMEN_JSON_TEXT)
        g_string_append_len (text, self->stream->text->str, (gssize) self->stream->text->len);
    }
}

static const char *
text_of (Log *self, Member member)
{
  const Slot *slot = &self->slots[member];

  return slot->is_set && slot->value.token == SAMEN_JSON_TEXT ? slot->value.text->str : NULL;
}

/* Whether the line has that number; 0 to @most */
static gboolean
has_number (Log *self, Member member, gint64 most)
{
  const Slot *slot = &self->slots[member];

  return slot->is_set && slot->value.token == SAMEN_JSON_INTEGER && slot->value.integer >= 0 &&
         slot->value.integer <= most;
}

static gboolean
has_only (Log *self, Member first, Member last, GError **error)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    if (self->slots[i].is_set && (i < first || i > last))
      return fail (self, _ ("A line of the log is an edit, or a change of the edit before it."),
                   error);
  return TRUE;
}

/* ---- an edit ---- */

static gboolean
is_short (const char *text)
{
  return text != NULL && strlen (text) <= LONGEST_LABEL;
}

static gboolean
check_edit (Log *self, GError **error)
{
  static const char *const actions[] = { "do", "undo", "redo", NULL };
  const char *action = text_of (self, MEMBER_ACTION);

  if (!has_only (self, MEMBER_EDIT, MEMBER_COUNT, error))
    return FALSE;
  if (!samen_id_is_valid (text_of (self, MEMBER_EDIT)) ||
      !samen_id_is_valid (text_of (self, MEMBER_DEVICE)))
    return fail (self, _ ("An id is a UUID in small letters."), error);
  if (!is_short (text_of (self, MEMBER_LABEL)) || !is_short (text_of (self, MEMBER_AUTHOR)))
    return fail (self, _ ("An edit has a “label” and an “author”, which are short texts."), error);
  if (!has_number (self, MEMBER_TIME, LATEST_TIME) ||
      !has_number (self, MEMBER_CLOCK, LATEST_CLOCK) ||
      !has_number (self, MEMBER_COUNT, (1 << SAMEN_CLOCK_COUNTER_BITS) - 1))
    return fail (
        self, _ ("An edit has a “time”, a “clock” and a “count”, which are whole numbers."), error);
  if (action == NULL || !g_strv_contains (actions, action))
    return fail (self, _ ("What is done is “do”, “undo” or “redo”."), error);
  if (self->slots[MEMBER_TARGET].is_set ? text_of (self, MEMBER_TARGET) == NULL
                                        : !g_str_equal (action, "do"))
    return fail (self, _ ("To undo or redo an edit is to name it as the “target”."), error);
  return TRUE;
}

/* Only what came before can be undone, so nothing goes round in circles */
static gboolean
find_target (Log *self, gint64 *seq, GError **error)
{
  sqlite3_stmt *statement =
      samen_db_prepare (self->store->db, "SELECT seq FROM edit WHERE id = ?1", error);
  gboolean has_row;

  *seq = 0;
  if (!self->slots[MEMBER_TARGET].is_set)
    return TRUE;
  if (statement == NULL)
    return FALSE;
  samen_db_bind_text (statement, 1, text_of (self, MEMBER_TARGET));
  if (!samen_db_step (self->store->db, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return fail (self, _ ("No edit before this one has the id of the “target”."), error);
  *seq = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/* Whether the statement added a row; one that is there stays as it is */
static gboolean
insert (Log *self, sqlite3_stmt *statement, const char *otherwise, GError **error)
{
  return samen_db_step (self->store->db, statement, NULL, error) &&
         (sqlite3_changes (samen_db_handle (self->store->db)) == 1 ||
          fail (self, otherwise, error));
}

static gboolean
write_edit (Log *self, GError **error)
{
  static const Member texts[] = { MEMBER_EDIT, MEMBER_LABEL, MEMBER_AUTHOR, MEMBER_DEVICE,
                                  MEMBER_ACTION };
  sqlite3_stmt *statement;
  gint64 target, clock;

  if (!check_edit (self, error) || !find_target (self, &target, error))
    return FALSE;
  statement = samen_db_prepare (
      self->store->db,
      "INSERT OR IGNORE INTO edit (id, label, author, device, action, time, clock, target) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    samen_db_bind_text (statement, (int) i + 1, text_of (self, texts[i]));
  clock = self->slots[MEMBER_CLOCK].value.integer << SAMEN_CLOCK_COUNTER_BITS;
  sqlite3_bind_int64 (statement, 6, self->slots[MEMBER_TIME].value.integer);
  sqlite3_bind_int64 (statement, 7, clock | self->slots[MEMBER_COUNT].value.integer);
  if (target != 0)
    sqlite3_bind_int64 (statement, 8, target);
  if (!insert (self, statement, _ ("Another edit has the same id."), error))
    return FALSE;
  self->seq = sqlite3_last_insert_rowid (samen_db_handle (self->store->db));
  return TRUE;
}

/* ---- a change ---- */

static gboolean
find_field (Log *self, const SamenField **field, GError **error)
{
  const char *table = text_of (self, MEMBER_TYPE);
  const char *name = text_of (self, MEMBER_FIELD);
  GType type = table != NULL ? samen_record_type_of_table (table) : G_TYPE_INVALID;

  if (type == G_TYPE_INVALID)
    return fail (self, _ ("There is no such type of record."), error);
  *field = name != NULL ? samen_record_class_find (samen_record_class_of (type), name) : NULL;
  if (*field == NULL)
    return fail (self, _ ("There is no such field."), error);
  return TRUE;
}

static gboolean
bind_value (Log *self,
            sqlite3_stmt *statement,
            int index,
            const SamenField *field,
            Member member,
            GError **error)
{
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) reason = NULL;

  if (!self->slots[member].is_set)
    return TRUE;
  if (!samen_package_read_value (field, &self->slots[member].value, &value, &reason))
    return fail (self, reason->message, error);
  samen_db_bind (statement, index, value);
  return TRUE;
}

static gboolean
write_change (Log *self, GError **error)
{
  const SamenField *field;
  sqlite3_stmt *statement;

  if (!has_only (self, MEMBER_TYPE, MEMBER_NEW, error))
    return FALSE;
  if (self->seq == 0)
    return fail (self, _ ("This change comes before any edit."), error);
  if (!find_field (self, &field, error))
    return FALSE;
  if (!samen_id_is_valid (text_of (self, MEMBER_RECORD)))
    return fail (self, _ ("An id is a UUID in small letters."), error);
  statement =
      samen_db_prepare (self->store->db,
                        "INSERT OR IGNORE INTO change (edit, type, record, field, old, new) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                        error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->seq);
  samen_db_bind_text (statement, 2, text_of (self, MEMBER_TYPE));
  samen_db_bind_text (statement, 3, text_of (self, MEMBER_RECORD));
  samen_db_bind_text (statement, 4, field->name);
  return bind_value (self, statement, 5, field, MEMBER_OLD, error) &&
         bind_value (self, statement, 6, field, MEMBER_NEW, error) &&
         insert (self, statement, _ ("The same edit changes this field twice."), error);
}

static gboolean
read_lines (Log *self, GError **error)
{
  for (;;)
    {
      if (!next (self, error))
        return FALSE;
      if (self->stream->token == SAMEN_JSON_END)
        return TRUE;
      if (self->stream->token != SAMEN_JSON_OBJECT)
        return fail (self, _ ("A line of the log is an object."), error);
      if (!read_line (self, error) ||
          !(self->slots[MEMBER_EDIT].is_set ? write_edit (self, error)
                                            : write_change (self, error)))
        return FALSE;
    }
}

gboolean
samen_package_read_log (SamenJsonStream *stream, SamenStore *store, GError **error)
{
  Log self = { .stream = stream, .store = store };
  gboolean success;

  for (guint i = 0; i < N_MEMBERS; i++)
    self.slots[i].value.text = g_string_new (NULL);
  success = read_lines (&self, error);
  for (guint i = 0; i < N_MEMBERS; i++)
    g_string_free (self.slots[i].value.text, TRUE);
  return success;
}
