/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "base/id.h"
#include "store/json.h"
#include "store/schema.h"

typedef struct
{
  char *folder;
  SamenStore *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("samenspel-json-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "dossier", NULL);
  self->store = samen_store_create (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_strdup (samen_store_get_path (self->store));

  g_clear_object (&self->store);
  g_unlink (path);
  g_rmdir (self->folder);
  g_free (self->folder);
}

/* What a dossier of all kinds of values holds */
static void
fill (Fixture *self)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Fill");
  g_autoptr (GError) error = NULL;
  g_autofree char *first = samen_position_between (NULL, NULL);
  g_autofree char *second = samen_position_between (first, NULL);
  const char *goal, *criterion, *agreement;

  samen_edit_add (edit, SAMEN_TYPE_PARTNERSHIP, "name", samen_value ("“Zo & zo”\n<\\tab\t\"\u2028"),
                  "quiet", samen_value ((bool) true), "language", samen_value ("en"), NULL);
  goal = samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value ("Groeien"), "due",
                         samen_value (((SamenDate) { 2027, SAMEN_SPRING, 0 })), NULL);
  criterion = samen_edit_add (edit, SAMEN_TYPE_CRITERION, "goal", samen_value (goal), "title",
                              samen_value ("Cijfer"), "target", samen_value (7.4), "baseline",
                              samen_value (-0.0), "rhythm", samen_value ((gint64) 6), "direction",
                              samen_value ("lower"), "position", samen_value (second), NULL);
  samen_edit_add (edit, SAMEN_TYPE_MEASUREMENT, "criterion", samen_value (criterion), "date",
                  samen_value (samen_date_day (2026, 5, 4)), "value", samen_value (0.1 + 0.2),
                  NULL);
  samen_edit_add (edit, SAMEN_TYPE_CRITERION, "goal", samen_value (goal), "title",
                  samen_value ("Uitval"), "position", samen_value (first), NULL);
  samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value ("Voorjaar"), "due",
                  samen_value (((SamenDate) { 2027, SAMEN_SPRING, 0 })), NULL);
  samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value ("Ooit"), NULL);
  samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value ("December"), "due",
                  samen_value (((SamenDate) { 2027, 12, 0 })), NULL);
  agreement = samen_edit_add (edit, SAMEN_TYPE_AGREEMENT, "title", samen_value ("Convenant"),
                              "notice", samen_value ((gint64) 0), NULL);
  samen_edit_add (edit, SAMEN_TYPE_CONSIDERATION, "agreement", samen_value (agreement), "text",
                  samen_value ("dat"), NULL);
  g_assert_true (samen_store_apply (self->store, edit, &error));
  g_assert_no_error (error);
}

static JsonNode *export (Fixture *self, SamenJsonFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = samen_store_to_json (self->store, flags, &error);
  g_autofree char *again = samen_store_to_json (self->store, flags, &error);
  JsonNode *root;

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (text, "\n}\n"));
  g_assert_cmpstr (text, ==, again);
  root = json_from_string (text, &error);
  g_assert_no_error (error);
  return root;
}

static JsonArray *
records_of (JsonNode *root, const char *table)
{
  JsonObject *records = json_object_get_object_member (json_node_get_object (root), "records");

  g_assert_true (json_object_has_member (records, table));
  return json_object_get_array_member (records, table);
}

static gboolean
json_equals (JsonNode *node, GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_strcmp0 (json_node_get_string (node), g_variant_get_string (value, NULL)) == 0;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return json_node_get_boolean (node) == g_variant_get_boolean (value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return json_node_get_int (node) == g_variant_get_int64 (value);
  return json_node_get_double (node) == g_variant_get_double (value);
}

static void
assert_same_record (JsonObject *object, SamenRecord *record)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);
  guint n_written = 1;

  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, record->id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SamenField *field = &klass->fields[i];
      g_autoptr (GVariant) value = samen_field_get (field, record);
      g_autoptr (GVariant) usual = samen_field_default (field);

      if (samen_value_equal (value, usual))
        {
          g_assert_false (json_object_has_member (object, field->name));
          continue;
        }
      g_assert_true (json_equals (json_object_get_member (object, field->name), value));
      n_written++;
    }
  g_assert_cmpuint (json_object_get_size (object), ==, n_written);
}

static void
test_same_as_records (Fixture *self, gconstpointer unused)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  fill (self);
  root = export (self, SAMEN_JSON_DEFAULT);
  object = json_node_get_object (root);
  g_assert_cmpint (json_object_get_int_member (object, "format"), ==, SAMEN_JSON_FORMAT);
  g_assert_cmpint (json_object_get_int_member (object, "schema"), ==, SAMEN_SCHEMA_VERSION);
  g_assert_cmpstr (json_object_get_string_member (object, "dossier"), ==,
                   samen_store_get_dossier_id (self->store));

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GListModel) list = samen_store_list (self->store, types[i], NULL, NULL);
      JsonArray *array = records_of (root, samen_record_class_of (types[i])->table);

      g_assert_cmpuint (json_array_get_length (array), ==, g_list_model_get_n_items (list));
      for (guint j = 0; j < json_array_get_length (array); j++)
        {
          g_autoptr (SamenRecord) record = g_list_model_get_item (list, j);

          assert_same_record (json_array_get_object_element (array, j), record);
        }
    }
}

static void
test_few_digits (Fixture *self, gconstpointer unused)
{
  g_autofree char *text = NULL;

  fill (self);
  text = samen_store_to_json (self->store, SAMEN_JSON_DEFAULT, NULL);
  g_assert_nonnull (strstr (text, "\"target\": 7.4,"));
  g_assert_nonnull (strstr (text, "\"due\": \"2027-21\""));
}

static void
test_deleted (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Delete");
  g_autoptr (GListModel) goals = NULL;
  g_autoptr (SamenRecord) goal = NULL;
  g_autoptr (JsonNode) present = NULL;
  g_autoptr (JsonNode) all = NULL;

  fill (self);
  goals = samen_store_list (self->store, SAMEN_TYPE_GOAL, NULL, NULL);
  goal = g_list_model_get_item (goals, 0);
  samen_edit_delete (edit, goal);
  g_assert_true (samen_store_apply (self->store, edit, NULL));

  present = export (self, SAMEN_JSON_DEFAULT);
  g_assert_cmpuint (json_array_get_length (records_of (present, "goal")), ==, 0);
  g_assert_cmpuint (json_array_get_length (records_of (present, "criterion")), ==, 0);
  g_assert_cmpuint (json_array_get_length (records_of (present, "agreement")), ==, 1);

  all = export (self, SAMEN_JSON_DELETED);
  g_assert_cmpuint (json_array_get_length (records_of (all, "criterion")), ==, 2);
  g_assert_true (json_object_get_boolean_member (
      json_array_get_object_element (records_of (all, "goal"), 0), "deleted"));
}

static void
test_empty (Fixture *self, gconstpointer unused)
{
  g_autoptr (JsonNode) root = export (self, SAMEN_JSON_DEFAULT);
  guint n_types;

  samen_record_types (&n_types);
  g_assert_cmpuint (
      json_object_get_size (json_object_get_object_member (json_node_get_object (root), "records")),
      ==, n_types);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/json/same-as-records", Fixture, NULL, set_up, test_same_as_records, tear_down);
  g_test_add ("/json/few-digits", Fixture, NULL, set_up, test_few_digits, tear_down);
  g_test_add ("/json/deleted", Fixture, NULL, set_up, test_deleted, tear_down);
  g_test_add ("/json/empty", Fixture, NULL, set_up, test_empty, tear_down);
  return g_test_run ();
}
