/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * What data/package/dossier.schema.json has to say, from the field tables: package-schema prints it.
 * package-schema PACKAGE makes a package that has all there is to have, to hold against it.
 */

#include "config.h"

#include <stdio.h>

#include <json-glib/json-glib.h>

#include "fixture.h"
#include "store/package.h"
#include "store/schema.h"

static const char *const defs[] = {
  [SAMEN_KIND_DATE] = "date",         [SAMEN_KIND_TIME] = "time",  [SAMEN_KIND_REFERENCE] = "id",
  [SAMEN_KIND_POSITION] = "position", [SAMEN_KIND_BYTES] = "hash",
};

static void
add (JsonBuilder *out, const char *name, const char *text)
{
  json_builder_set_member_name (out, name);
  json_builder_add_string_value (out, text);
}

static void
add_reference (JsonBuilder *out, const char *name)
{
  g_autofree char *place = g_strconcat ("#/$defs/", name, NULL);

  add (out, "$ref", place);
}

static void
begin (JsonBuilder *out, const char *name)
{
  json_builder_set_member_name (out, name);
  json_builder_begin_object (out);
}

static void
end_closed (JsonBuilder *out)
{
  json_builder_set_member_name (out, "additionalProperties");
  json_builder_add_boolean_value (out, FALSE);
  json_builder_end_object (out);
}

static void
add_bound (JsonBuilder *out, const char *name, double bound)
{
  json_builder_set_member_name (out, name);
  if (bound == (double) (gint64) bound)
    json_builder_add_int_value (out, (gint64) bound);
  else
    json_builder_add_double_value (out, bound);
}

static void
add_number (JsonBuilder *out, const SamenField *field)
{
  add (out, "type", field->kind == SAMEN_KIND_DECIMAL ? "number" : "integer");
  if (field->min == 0 && field->max == 0)
    return;
  add_bound (out, "minimum", field->min);
  add_bound (out, "maximum", field->max);
}

static void
add_choices (JsonBuilder *out, const SamenField *field)
{
  json_builder_set_member_name (out, "enum");
  json_builder_begin_array (out);
  for (guint i = 0; field->choices[i].name != NULL; i++)
    json_builder_add_string_value (out, field->choices[i].name);
  json_builder_end_array (out);
}

static void
add_field (JsonBuilder *out, const SamenField *field)
{
  begin (out, field->name);
  add (out, "description", field->label);
  switch (field->kind)
    {
    case SAMEN_KIND_TEXT:
      add (out, "type", "string");
      break;
    case SAMEN_KIND_INTEGER:
    case SAMEN_KIND_MONEY:
    case SAMEN_KIND_DECIMAL:
      add_number (out, field);
      break;
    case SAMEN_KIND_BOOLEAN:
      add (out, "type", "boolean");
      break;
    case SAMEN_KIND_CHOICE:
      add_choices (out, field);
      break;
    default:
      add_reference (out, defs[field->kind]);
    }
  json_builder_end_object (out);
}

static void
add_type (JsonBuilder *out, const SamenRecordClass *klass)
{
  begin (out, klass->table);
  add (out, "type", "object");
  begin (out, "properties");
  begin (out, "id");
  add_reference (out, "id");
  json_builder_end_object (out);
  add_field (out, &samen_record_deleted);
  for (guint i = 0; i < klass->n_fields; i++)
    add_field (out, &klass->fields[i]);
  json_builder_end_object (out);
  json_builder_set_member_name (out, "required");
  json_builder_begin_array (out);
  json_builder_add_string_value (out, "id");
  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & SAMEN_REQUIRED) != 0 &&
        klass->fields[i].kind != SAMEN_KIND_CHOICE)
      json_builder_add_string_value (out, klass->fields[i].name);
  json_builder_end_array (out);
  end_closed (out);
}

static void
add_pattern (JsonBuilder *out, const char *name, const char *description, const char *pattern)
{
  begin (out, name);
  add (out, "description", description);
  add (out, "type", "string");
  add (out, "pattern", pattern);
  json_builder_end_object (out);
}

static void
add_definitions (JsonBuilder *out)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  begin (out, "$defs");
  add_pattern (out, "id", "A UUID in small letters",
               "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");
  add_pattern (out, "date",
               "A year, season (21 spring to 24 winter), month or day, as ISO 8601-2 writes it",
               "^[0-9]{4}(-(0[1-9]|1[0-2]|2[1-4])|-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$");
  add_pattern (out, "time", "A time of day", "^([01][0-9]|2[0-3]):[0-5][0-9]$");
  add_pattern (
      out, "position",
      "Where in its list: positions sort by their bytes, and there is always one in between",
      "^[A-Za-z][0-9A-Za-z]+$");
  add_pattern (out, "hash", "The SHA-256 of an attachment, which is its name in the package",
               "^[0-9a-f]{64}$");
  for (guint i = 0; i < n_types; i++)
    add_type (out, samen_record_class_of (types[i]));
  json_builder_end_object (out);
}

static void
add_records (JsonBuilder *out)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  begin (out, "records");
  add (out, "type", "object");
  begin (out, "properties");
  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);

      begin (out, klass->table);
      add (out, "type", "array");
      begin (out, "items");
      add_reference (out, klass->table);
      json_builder_end_object (out);
      json_builder_end_object (out);
    }
  json_builder_end_object (out);
  end_closed (out);
}

static void
add_head (JsonBuilder *out)
{
  static const char *const required[] = { "format", "schema", "dossier", "records" };

  begin (out, "properties");
  begin (out, "format");
  json_builder_set_member_name (out, "const");
  json_builder_add_int_value (out, 1);
  json_builder_end_object (out);
  begin (out, "schema");
  add (out, "description", "Which version of Samenspel’s tables these are the fields of");
  add (out, "type", "integer");
  add_bound (out, "minimum", 1);
  add_bound (out, "maximum", SAMEN_SCHEMA_VERSION);
  json_builder_end_object (out);
  begin (out, "dossier");
  add_reference (out, "id");
  json_builder_end_object (out);
  add_records (out);
  json_builder_end_object (out);
  json_builder_set_member_name (out, "required");
  json_builder_begin_array (out);
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    json_builder_add_string_value (out, required[i]);
  json_builder_end_array (out);
}

static void
print_schema (void)
{
  g_autoptr (JsonBuilder) out = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (out);
  add (out, "$schema", "https://json-schema.org/draft/2020-12/schema");
  add (out, "title", "dossier.json, of a package of Samenspel");
  add (out, "type", "object");
  add_head (out);
  add_definitions (out);
  end_closed (out);
  root = json_builder_get_root (out);
  text = json_to_string (root, TRUE);
  puts (text);
}

int
main (int argc, char *argv[])
{
  Fixture fixture = { 0 };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GError) error = NULL;

  if (argc < 2)
    {
      print_schema ();
      return 0;
    }
  fixture_set_up (&fixture, NULL);
  for (guint i = 0; i < 30; i++)
    fixture_add_all (&fixture, random);
  if (!samen_package_export (fixture.store, argv[1], NULL, NULL, &error))
    g_printerr ("%s\n", error->message);
  fixture_tear_down (&fixture, NULL);
  return error != NULL;
}
