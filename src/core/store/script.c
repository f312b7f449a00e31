/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/id.h"
#include "base/installed.h"
#include "base/read-json.h"
#include "store/script-private.h"
#include "store/store-private.h"

/* What no script needs */
#define LARGEST_SCRIPT (8 * 1024 * 1024)
#define DEEPEST_SCRIPT 8

#define NOON 12

/* A script may call its edits as the app does, so that the history of its dossier can be translated */
static const char *const labels[] = {
  NC_ ("edit", "Start Dossier"),
  NC_ ("edit", "Change Partnership"),
  NC_ ("edit", "Add Organisation"),
  NC_ ("edit", "Change Organisation"),
  NC_ ("edit", "Add Person"),
  NC_ ("edit", "Change Person"),
  NC_ ("edit", "Delete Person"),
  NC_ ("edit", "Add Covenant"),
  NC_ ("edit", "Change Covenant"),
  NC_ ("edit", "Add Party"),
  NC_ ("edit", "Change Party"),
  NC_ ("edit", "Add Consideration"),
  NC_ ("edit", "Change Consideration"),
  NC_ ("edit", "Add Article"),
  NC_ ("edit", "Change Article"),
  NC_ ("edit", "Add Clause"),
  NC_ ("edit", "Change Clause"),
  NC_ ("edit", "Add Signature"),
  NC_ ("edit", "Add Goal"),
  NC_ ("edit", "Change Goal"),
  NC_ ("edit", "Add Evaluation Criterion"),
  NC_ ("edit", "Change Evaluation Criterion"),
  NC_ ("edit", "Add Measurement"),
  NC_ ("edit", "Change Measurement"),
  NC_ ("edit", "Add Milestone"),
  NC_ ("edit", "Change Milestone"),
  NC_ ("edit", "Move Milestone"),
  NC_ ("edit", "Delete Milestone"),
  NC_ ("edit", "Reach Milestone"),
  NC_ ("edit", "Add Celebration"),
};

/* A UUID by the name of what it is of, the same each time (RFC 9562, version 5) */
static char *
id_of_key (const char *key)
{
  static const char space[] = "io.github.comakership.Samenspel/script/";
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 hash[20];
  gsize size = sizeof hash;

  g_checksum_update (sum, (const guchar *) space, sizeof space - 1);
  g_checksum_update (sum, (const guchar *) key, -1);
  g_checksum_get_digest (sum, hash, &size);
  hash[6] = (guint8) ((hash[6] & 0x0f) | 0x50);
  hash[8] = (guint8) ((hash[8] & 0x3f) | 0x80);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7],
                          hash[8], hash[9], hash[10], hash[11], hash[12], hash[13], hash[14],
                          hash[15]);
}

static gboolean
check_key (SamenScript *self, const char *key, GError **error)
{
  const char *slash = strchr (key, '/');

  self->key = key;
  if (strlen (key) > SAMEN_SCRIPT_LONGEST_NAME || slash == NULL || slash[1] == '\0' ||
      strspn (slash + 1, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (slash + 1))
    return samen_script_fail (
        self, error,
        _ ("A record is called by its type and a name of small letters, digits and "
           "dashes, such as goal/first."));
  if (samen_script_type (key) == G_TYPE_INVALID)
    return samen_script_fail (self, error, _ ("There is no such type of record."));
  return TRUE;
}

static gboolean
set_field (SamenScript *self, SamenEdit *edit, const char *name, JsonNode *node, GError **error)
{
  GType type = samen_script_type (self->key);
  const SamenField *field = samen_record_class_find (samen_record_class_of (type), name);
  g_autoptr (GVariant) value = NULL;

  self->field = name;
  if (field == NULL)
    return samen_script_fail (self, error, _ ("There is no such field."));
  if (!samen_script_read_value (self, field, node, &value, error))
    return FALSE;
  samen_edit_set_by_id (edit, type, g_hash_table_lookup (self->ids, self->key), name, value);
  self->field = NULL;
  return TRUE;
}

/* A record comes after those of its type that were mentioned before */
static void
set_position (SamenScript *self, SamenEdit *edit, GType type, const char *id)
{
  const SamenField *order = samen_record_class_of (type)->order;
  const char *last = g_hash_table_lookup (self->positions, GSIZE_TO_POINTER (type));
  char *position;

  if (order == NULL || order->kind != SAMEN_KIND_POSITION)
    return;
  position = samen_position_between (last, NULL);
  samen_edit_set_by_id (edit, type, id, order->name, samen_value (position));
  g_hash_table_insert (self->positions, GSIZE_TO_POINTER (type), position);
}

static gboolean
has_required (SamenScript *self, JsonObject *fields, GError **error)
{
  const SamenRecordClass *klass = samen_record_class_of (samen_script_type (self->key));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GVariant) usual = samen_field_default (&klass->fields[i]);

      self->field = klass->fields[i].name;
      if (!json_object_has_member (fields, self->field) &&
          !samen_script_accept (self, &klass->fields[i], usual, error))
        return FALSE;
    }
  self->field = NULL;
  return TRUE;
}

static gboolean
set_record (SamenScript *self, SamenEdit *edit, JsonObject *fields, gboolean is_new, GError **error)
{
  GType type = samen_script_type (self->key);
  const char *id = g_hash_table_lookup (self->ids, self->key);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (is_new)
    {
      if (!has_required (self, fields, error))
        return FALSE;
      samen_edit_set_by_id (edit, type, id, samen_record_deleted.name, samen_value ((bool) false));
      set_position (self, edit, type, id);
    }
  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!set_field (self, edit, name, node, error))
      return FALSE;
  return TRUE;
}

/* Gives new records their ids, so that within an edit they may refer to one another */
static gboolean
read_keys (SamenScript *self, JsonObject *records, GHashTable *new_keys, GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, records);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      if (!check_key (self, key, error))
        return FALSE;
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return samen_script_fail (self, error, _ ("The fields of a record belong in an object."));
      if (g_hash_table_contains (self->ids, key))
        continue;
      if (json_object_has_member (json_node_get_object (node), samen_record_deleted.name))
        return samen_script_fail (self, error, _ ("This record is not there yet."));
      g_hash_table_insert (self->ids, g_strdup (key), id_of_key (key));
      g_hash_table_add (new_keys, g_strdup (key));
    }
  self->key = NULL;
  return TRUE;
}

static gboolean
set_records (SamenScript *self, SamenEdit *edit, JsonObject *records, GError **error)
{
  g_autoptr (GHashTable) new_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonObjectIter iter;
  JsonNode *node;

  if (!read_keys (self, records, new_keys, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, records);
  while (json_object_iter_next_ordered (&iter, &self->key, &node))
    if (!set_record (self, edit, json_node_get_object (node),
                     g_hash_table_contains (new_keys, self->key), error))
      return FALSE;
  self->key = NULL;
  return TRUE;
}

/* In a shorter month two days may become one, and the later hour stand first */
static void
set_time (SamenScript *self, SamenDate date, SamenTime hour)
{
  g_autoptr (GDateTime) moment =
      g_date_time_new_local (date.year, date.month, date.day, hour.hour, hour.minute, 0);

  self->time = MAX (self->time, g_date_time_to_unix (moment) * 1000);
}

/* "2024-09-12" or "2024-09-12T15:30", here and now */
static gboolean
read_time (SamenScript *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "T", 2);
  SamenTime hour = { TRUE, NOON, 0 };
  SamenDate date = SAMEN_DATE_NONE;
  gint64 written;

  if (parts[0] == NULL || !samen_date_parse (parts[0], &date) || date.day == 0 ||
      (parts[1] != NULL && !samen_time_parse (parts[1], &hour)))
    return samen_script_fail (self, error,
                              _ ("A time is written as 2024-09-12 or 2024-09-12T15:30."));
  if (samen_script_months (date) >= self->today)
    return samen_script_fail (self, error,
                              _ ("An edit has to be before the month of the script’s “today”."));
  written = samen_date_days (date) * G_GINT64_CONSTANT (1440) + hour.hour * 60 + hour.minute;
  if (written < self->written)
    return samen_script_fail (self, error, _ ("This edit is earlier than the one before it."));
  self->written = written;
  set_time (self, samen_script_shift (date, self->shift), hour);
  return TRUE;
}

static gboolean
has_only (SamenScript *self, JsonObject *object, const char *const *names, GError **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (names, name))
      {
        self->field = name;
        return samen_script_fail (self, error, _ ("There is no such field."));
      }
  return TRUE;
}

/* The text of that member of an edit, empty where it may be left out */
static const char *
read_text (SamenScript *self,
           JsonObject *object,
           const char *name,
           const char *fallback,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL && fallback != NULL)
    return fallback;
  self->field = name;
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    {
      samen_script_fail (self, error, _ ("There has to be a text here."));
      return NULL;
    }
  self->field = NULL;
  return json_node_get_string (node);
}

static gboolean
check_label (SamenScript *self, const char *label, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i], label))
      return TRUE;
  self->field = "label";
  return samen_script_fail (self, error, _ ("The app has no edit with this label."));
}

static gboolean
apply (SamenScript *self, SamenEdit *edit, const char *author, GError **error)
{
  g_autoptr (GError) reason = NULL;

  samen_store_set_author (self->store, author);
  self->store->fixed_time = self->time;
  return samen_store_apply (self->store, edit, &reason) ||
         samen_script_fail (self, error, reason->message);
}

static gboolean
load_edit (SamenScript *self, JsonNode *node, GError **error)
{
  static const char *const names[] = { "label", "author", "time", "set", NULL };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *set = object != NULL ? json_object_get_member (object, "set") : NULL;
  const char *label, *author, *time;
  g_autoptr (SamenEdit) edit = NULL;

  if (set == NULL || !JSON_NODE_HOLDS_OBJECT (set))
    return samen_script_fail (self, error, _ ("An edit is an object, with an object “set”."));
  if (!has_only (self, object, names, error) ||
      (label = read_text (self, object, "label", NULL, error)) == NULL ||
      (author = read_text (self, object, "author", "", error)) == NULL ||
      (time = read_text (self, object, "time", NULL, error)) == NULL ||
      !check_label (self, label, error))
    return FALSE;
  self->field = "time";
  if (!read_time (self, time, error))
    return FALSE;
  self->field = NULL;

  edit = samen_edit_new (label);
  return set_records (self, edit, json_node_get_object (set), error) &&
         apply (self, edit, author, error);
}

static gboolean
load_edits (SamenScript *self, JsonObject *root, GError **error)
{
  JsonArray *edits = json_object_get_array_member (root, "edits");

  for (guint i = 0; i < json_array_get_length (edits); i++)
    {
      self->number = i + 1;
      if (!load_edit (self, json_array_get_element (edits, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_head (SamenScript *self, JsonNode *node, JsonObject **root, GError **error)
{
  static const char *const names[] = { "today", "edits", NULL };
  JsonNode *edits = NULL;
  const char *text;
  SamenDate today;

  *root = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  if (*root != NULL)
    edits = json_object_get_member (*root, "edits");
  if (edits == NULL || !JSON_NODE_HOLDS_ARRAY (edits))
    return samen_script_fail (self, error, _ ("A script is an object, with a list “edits”."));
  text =
      has_only (self, *root, names, error) ? read_text (self, *root, "today", NULL, error) : NULL;
  if (text == NULL)
    return FALSE;
  self->field = "today";
  if (!samen_date_parse (text, &today))
    return samen_script_fail (self, error, _ ("The script’s “today” is written as 2026-11."));
  self->field = NULL;
  self->today = samen_script_months (today);
  self->shift = samen_script_months (samen_date_today ()) - self->today;
  return TRUE;
}

/* The file is of no use before it is complete, so it need not be safe on the disk at every edit */
static gboolean
load (SamenScript *self, JsonObject *root, GError **error)
{
  SamenDb *db = self->store->db;

  if (!samen_db_run (db, "PRAGMA synchronous = OFF", error) || !load_edits (self, root, error))
    return FALSE;
  self->store->fixed_time = 0;
  samen_store_set_author (self->store, NULL);
  return samen_db_run (db, "PRAGMA synchronous = FULL; PRAGMA wal_checkpoint (TRUNCATE)", error);
}

SamenStore *
samen_script_load (const char *json, gsize length, const char *path, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) positions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  SamenScript script = { .ids = ids, .positions = positions };
  g_autoptr (JsonNode) node = samen_read_json (json, length, LARGEST_SCRIPT, DEEPEST_SCRIPT, error);
  JsonObject *root;

  if (node == NULL || !read_head (&script, node, &root, error))
    return NULL;
  script.store = samen_store_create (path, error);
  if (script.store == NULL)
    return NULL;
  if (!load (&script, root, error))
    {
      g_clear_object (&script.store);
      samen_db_remove_files (path);
    }
  return script.store;
}

SamenStore *
samen_script_load_example (const char *language, const char *path, GError **error)
{
  const gboolean is_dutch = g_str_has_prefix (language, "nl");
  g_autofree char *file =
      samen_installed_file (is_dutch ? "examples/example.nl.json" : "examples/example.en.json");
  g_autofree char *json = NULL;
  g_autoptr (GError) reason = NULL;
  gsize length;

  if (g_file_get_contents (file, &json, &length, &reason))
    return samen_script_load (json, length, path, error);
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND,
               _ ("The example cannot be read; install the app again. (%s)"), reason->message);
  return NULL;
}
