/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "document/block.h"
#include "document/pdf.h"
#include "document/person-data.h"
#include "exchange/person-data.h"
#include "sample.h"
#include "somebody.h"

static SamenTraces *
find (Fixture *self, Somebody *somebody)
{
  g_auto (GStrv) names = samen_traces_names (self->store, somebody->person);
  g_autoptr (GError) error = NULL;
  SamenTraces *traces =
      samen_traces_find (self->store, somebody->person, (const char *const *) names, &error);

  g_assert_no_error (error);
  return traces;
}

static JsonObject *
element (JsonObject *root, const char *name, guint index)
{
  return json_array_get_object_element (json_object_get_array_member (root, name), index);
}

static void
test_json (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autoptr (SamenTraces) traces = find (self, somebody);
  g_autofree char *text = samen_person_data_to_json (self->store, traces);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  JsonObject *root = json_node_get_object (node);
  JsonObject *person = element (root, "person", 0);
  JsonObject *last = element (root, "edits", 0);

  g_assert_cmpstr (json_object_get_string_member (person, "name"), ==, SOMEBODY);
  g_assert_cmpstr (json_object_get_string_member (person, "phone"), ==, "06-13572468");
  /* Taken back, so only in the history */
  g_assert_false (json_object_has_member (person, "email"));
  g_assert_nonnull (strstr (text, "\"new\" : \"zoe@school.example\""));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "roles")), ==, 3);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "files")), ==, 2);
  g_assert_nonnull (strstr (text, "\"signed_on\" : \"2026-03-12\""));
  g_assert_true (json_object_get_boolean_member (root, "in_draft"));
  g_assert_cmpstr (json_object_get_string_member (last, "edit"), ==, "Delete record");
  g_assert_cmpuint (strlen (json_object_get_string_member (last, "time")), ==,
                    strlen ("2026-11-25T12:00:00Z"));
}

static void
append_text (SamenBlock *block, GString *text)
{
  if (block->text != NULL)
    g_string_append_printf (text, "%s\n", block->text);
  for (guint i = 0; block->cells != NULL && block->cells[i] != NULL; i++)
    g_string_append_printf (text, "%s | ", block->cells[i]);
  for (guint i = 0; i < samen_block_get_n_children (block); i++)
    append_text (samen_block_get_child (block, i), text);
}

static void
test_document (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autoptr (SamenTraces) traces = find (self, somebody);
  g_autoptr (SamenDocument) document = samen_person_document_new (self->store, traces);
  g_autofree char *path = sample_output ("person-data.pdf");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  static const char *const expected[] = {
    "Wat er over " SOMEBODY " wordt bewaard",
    "Telefoon: 06-13572468",
    "Heette eerder: " SOMEBODY_BEFORE,
    "Partij “ROC” | Vertegenwoordigd door | portefeuillehouder",
    "Partij “ROC” | Ondertekend door | 12 maart 2026, portefeuillehouder",
    "Met dank aan " SOMEBODY_DECOMPOSED,
    "E-mail: zoe@school.example",
  };

  append_text (samen_document_get_root (document), text);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text->str, expected[i]) == NULL)
      g_error ("“%s” is not in:\n%s", expected[i], text->str);
  samen_document_write_pdf (document, path, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/person-data/json", test_json);
  FIXTURE_TEST ("/person-data/document", test_document);
  return g_test_run ();
}
