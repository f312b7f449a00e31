/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "base/error.h"
#include "base/installed.h"
#include "fixture.h"
#include "store/json.h"
#include "store/log.h"
#include "store/script.h"

#define TODAY "2026-11-23"

/* In place of the empty dossier of the fixture, the example as it is on that day */
static void
load_example (Fixture *self, const char *language, const char *today)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("SAMENSPEL_TODAY", today, TRUE);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_unlink (self->path);
  self->store = samen_script_load_example (language, self->path, &error);
  g_assert_no_error (error);
}

static const struct
{
  GType (*type) (void);
  guint n;
} contents[] = {
  { samen_partnership_get_type, 1 }, { samen_organisation_get_type, 14 },
  { samen_person_get_type, 21 },     { samen_agreement_get_type, 2 },
  { samen_party_get_type, 20 },      { samen_consideration_get_type, 10 },
  { samen_article_get_type, 24 },    { samen_clause_get_type, 76 },
  { samen_signature_get_type, 17 },  { samen_goal_get_type, 4 },
  { samen_criterion_get_type, 9 },   { samen_measurement_get_type, 20 },
  { samen_milestone_get_type, 14 },  { samen_celebration_get_type, 5 },
  { samen_attachment_get_type, 0 },
};

static void
check_contents (Fixture *self, const char *language)
{
  const gint64 start = g_get_monotonic_time ();

  load_example (self, language, TODAY);
  g_test_message ("loaded in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  fixture_assert_sound (self);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    g_assert_cmpuint (samen_store_count (self->store, contents[i].type ()), ==, contents[i].n);
  fixture_reopen (self);
  fixture_assert_sound (self);
}

static void
test_dutch (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenPartnership) partnership = NULL;

  check_contents (self, "nl_NL.UTF-8");
  partnership = samen_store_get_partnership (self->store);
  g_assert_cmpint (partnership->language, ==, SAMEN_DOCUMENT_DUTCH);
}

static void
test_english (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenPartnership) partnership = NULL;

  check_contents (self, "de");
  partnership = samen_store_get_partnership (self->store);
  g_assert_cmpint (partnership->language, ==, SAMEN_DOCUMENT_ENGLISH);
}

typedef void (*FieldFunc) (SamenStore *store, SamenRecord *record, const SamenField *field);

static void
for_each_field (SamenStore *store, FieldFunc function)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);
      g_autoptr (GListModel) list = samen_store_list (store, types[i], NULL, NULL);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (SamenRecord) record = g_list_model_get_item (list, j);

          for (guint k = 0; k < klass->n_fields; k++)
            function (store, record, &klass->fields[k]);
        }
    }
}

static void
assert_form (SamenStore *store, SamenRecord *record, const SamenField *field)
{
  g_autoptr (GVariant) value = samen_field_get (field, record);
  const char *text;

  if (value == NULL || field->kind != SAMEN_KIND_TEXT)
    return;
  text = g_variant_get_string (value, NULL);
  if (field->check != NULL)
    g_assert_null (field->check (text));
  g_assert_false (g_ascii_isspace (text[0]) || g_ascii_isspace (text[strlen (text) - 1]));
  g_assert_null (strstr (text, "  "));
  g_assert_null (strchr (text, '\''));
  g_assert_null (strchr (text, '"'));
}

/* Numbers have their forms, texts their typography */
static void
test_form (Fixture *self, gconstpointer unused)
{
  load_example (self, "nl", TODAY);
  for_each_field (self->store, assert_form);
  load_example (self, "en", TODAY);
  for_each_field (self->store, assert_form);
}

/* A milestone that was moved remembers where it first stood */
static void
test_history (Fixture *self, gconstpointer unused)
{
  g_autoptr (GListModel) milestones = NULL;
  g_autoptr (GListModel) history = NULL;
  guint n_drifted = 0;
  gint64 time = G_MAXINT64;

  load_example (self, "en", TODAY);
  milestones = samen_store_list (self->store, SAMEN_TYPE_MILESTONE, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (SamenRecord) milestone = g_list_model_get_item (milestones, i);
      g_autoptr (GVariant) first = samen_store_first_value (self->store, milestone, "due");
      g_autoptr (GVariant) due = samen_record_get (milestone, "due");

      n_drifted += !samen_value_equal (first, due);
    }
  g_assert_cmpuint (n_drifted, ==, 2);

  history = samen_store_history (self->store, NULL, 0);
  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (SamenLogEntry) entry = g_list_model_get_item (history, i);

      g_assert_cmpint (entry->time, <=, time);
      g_assert_cmpstr (entry->author, !=, "");
      time = entry->time;
    }
}

/* After the script, edits are made here and now */
static void
test_edit_after (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenPartnership) partnership = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (SamenLogEntry) entry = NULL;

  load_example (self, "en", TODAY);
  partnership = samen_store_get_partnership (self->store);
  fixture_set (self, partnership, "region", samen_value ("Elsewhere"));
  history = samen_store_history (self->store, NULL, 1);
  entry = g_list_model_get_item (history, 0);
  g_assert_cmpstr (entry->change->field->name, ==, "region");
  g_assert_cmpstr (entry->author, ==, "");
  g_assert_cmpint (ABS (entry->time - g_get_real_time () / 1000), <, 60 * 1000);
  fixture_assert_sound (self);
}

static void
assert_past (SamenStore *store, SamenRecord *record, const SamenField *field)
{
  static const char *const past[] = { "signed_on", "reached", "date", "baseline_date", NULL };
  g_autoptr (GVariant) value = samen_field_get (field, record);
  SamenDate date = SAMEN_DATE_NONE;

  g_assert_cmpint (samen_date_compare (samen_store_added_on (store, record), samen_date_today ()),
                   <, 0);
  if (field->kind != SAMEN_KIND_DATE || value == NULL || !g_strv_contains (past, field->name))
    return;
  g_assert_true (samen_date_parse (g_variant_get_string (value, NULL), &date));
  g_assert_cmpint (samen_date_compare (date, samen_date_today ()), <, 0);
}

/* On any day, what has happened lies behind it */
static void
test_past_stays_past (Fixture *self, gconstpointer unused)
{
  static const char *const days[] = { "2025-03-01", "2026-11-01", "2026-11-30", "2027-02-28",
                                      "2028-02-29", "2031-12-31", "2033-03-31" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      load_example (self, "en", days[i]);
      fixture_assert_sound (self);
      for_each_field (self->store, assert_past);
    }
}

/* The same script gives records the same ids */
static void
test_same_ids (Fixture *self, gconstpointer unused)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *json = NULL;

      load_example (self, "en", TODAY);
      json = samen_store_to_json (self->store, SAMEN_JSON_DELETED, NULL);
      if (first == NULL)
        first = g_strdup (strstr (json, "\"records\""));
      g_assert_cmpstr (strstr (json, "\"records\""), ==, first);
    }
}

static void
test_missing (Fixture *self, gconstpointer unused)
{
  g_autofree char *folder = g_strdup (g_getenv ("SAMENSPEL_DATADIR"));
  g_autofree char *path = fixture_file (self, "example");
  g_autoptr (GError) error = NULL;

  if (g_file_test (PKGDATADIR "/examples", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the app is installed");
      return;
    }
  g_setenv ("SAMENSPEL_DATADIR", self->folder, TRUE);
  g_assert_null (samen_script_load_example ("nl", path, &error));
  g_setenv ("SAMENSPEL_DATADIR", folder, TRUE);
  g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static JsonObject *
read_example (const char *name, JsonNode **node)
{
  g_autofree char *path = samen_installed_file (name);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  *node = json_from_string (text, NULL);
  return json_node_get_object (*node);
}

static void
assert_same_fields (const char *key, JsonObject *nl, JsonObject *en)
{
  g_auto (GStrv) table = g_strsplit (key, "/", 2);
  const SamenRecordClass *klass = samen_record_class_of (samen_record_type_of_table (table[0]));
  g_autoptr (GList) names = json_object_get_members (nl);

  g_assert_cmpuint (json_object_get_size (nl), ==, json_object_get_size (en));
  for (GList *l = names; l != NULL; l = l->next)
    {
      const SamenField *field = samen_record_class_find (klass, l->data);
      JsonNode *a = json_object_get_member (nl, l->data);
      JsonNode *b = json_object_get_member (en, l->data);

      g_test_message ("%s %s", key, (const char *) l->data);
      g_assert_nonnull (b);
      if (field->kind == SAMEN_KIND_TEXT)
        g_assert_cmpint (strlen (json_node_get_string (a)) > 0, ==,
                         strlen (json_node_get_string (b)) > 0);
      else if (!g_str_equal (field->name, "language"))
        g_assert_true (json_node_equal (a, b));
    }
}

static void
assert_same_edit (JsonObject *nl, JsonObject *en)
{
  const char *const heads[] = { "label", "author", "time" };
  JsonObject *set_nl = json_object_get_object_member (nl, "set");
  JsonObject *set_en = json_object_get_object_member (en, "set");
  JsonObjectIter a, b;
  const char *key_a, *key_b;
  JsonNode *node_a, *node_b;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_assert_cmpstr (json_object_get_string_member (nl, heads[i]), ==,
                     json_object_get_string_member (en, heads[i]));
  g_assert_cmpuint (json_object_get_size (set_nl), ==, json_object_get_size (set_en));
  json_object_iter_init_ordered (&a, set_nl);
  json_object_iter_init_ordered (&b, set_en);
  while (json_object_iter_next_ordered (&a, &key_a, &node_a) &&
         json_object_iter_next_ordered (&b, &key_b, &node_b))
    {
      g_assert_cmpstr (key_a, ==, key_b);
      assert_same_fields (key_a, json_node_get_object (node_a), json_node_get_object (node_b));
    }
}

/* Both languages tell the same */
static void
test_same_structure (void)
{
  g_autoptr (JsonNode) node_nl = NULL;
  g_autoptr (JsonNode) node_en = NULL;
  JsonObject *nl = read_example ("examples/example.nl.json", &node_nl);
  JsonObject *en = read_example ("examples/example.en.json", &node_en);
  JsonArray *edits_nl = json_object_get_array_member (nl, "edits");
  JsonArray *edits_en = json_object_get_array_member (en, "edits");

  g_assert_cmpstr (json_object_get_string_member (nl, "today"), ==,
                   json_object_get_string_member (en, "today"));
  g_assert_cmpuint (json_array_get_length (edits_nl), ==, json_array_get_length (edits_en));
  for (guint i = 0; i < json_array_get_length (edits_nl); i++)
    assert_same_edit (json_array_get_object_element (edits_nl, i),
                      json_array_get_object_element (edits_en, i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/example/dutch", test_dutch);
  FIXTURE_TEST ("/example/english", test_english);
  FIXTURE_TEST ("/example/form", test_form);
  FIXTURE_TEST ("/example/history", test_history);
  FIXTURE_TEST ("/example/edit-after", test_edit_after);
  FIXTURE_TEST ("/example/past-stays-past", test_past_stays_past);
  FIXTURE_TEST ("/example/same-ids", test_same_ids);
  FIXTURE_TEST ("/example/missing", test_missing);
  g_test_add_func ("/example/same-structure", test_same_structure);
  return g_test_run ();
}
