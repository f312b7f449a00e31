/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <json-glib/json-glib.h>

#include "exchange/person-data.h"
#include "store/log.h"

static void
add_text (JsonBuilder *out, const char *name, const char *text)
{
  json_builder_set_member_name (out, name);
  json_builder_add_string_value (out, text);
}

static void
add_value (JsonBuilder *out, const char *name, GVariant *value)
{
  json_builder_set_member_name (out, name);
  if (value == NULL)
    json_builder_add_null_value (out);
  else
    json_builder_add_value (out, json_gvariant_serialize (value));
}

static void
add_time (JsonBuilder *out, const char *name, gint64 milliseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (milliseconds / 1000);
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : g_strdup ("");

  add_text (out, name, text);
}

/* All that is filled in: what a record of a role says beside the name is about the person too */
static void
add_fields (JsonBuilder *out, SamenRecord *record)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);

  for (int i = -1; i < (int) klass->n_fields; i++)
    {
      const SamenField *field = i < 0 ? &samen_record_deleted : &klass->fields[i];
      g_autoptr (GVariant) value = samen_field_get (field, record);
      g_autoptr (GVariant) usual = samen_field_default (field);

      if (value != NULL && !samen_value_equal (value, usual))
        add_value (out, field->name, value);
    }
}

static void
add_place (JsonBuilder *out, SamenStore *store, SamenMentions *mentions, const SamenTrace *trace)
{
  json_builder_begin_object (out);
  add_text (out, "type", SAMEN_RECORD_GET_CLASS (trace->record)->table);
  add_text (out, "id", trace->record->id);
  if (trace->kind == SAMEN_TRACE_TEXT)
    {
      g_autofree char *text = samen_trace_get_text (trace, store, mentions);

      add_text (out, "field", trace->field->name);
      add_text (out, "text", text);
      if (trace->record->deleted)
        {
          json_builder_set_member_name (out, "deleted");
          json_builder_add_boolean_value (out, TRUE);
        }
    }
  else
    add_fields (out, trace->record);
  json_builder_end_object (out);
}

static void
add_places (JsonBuilder *out,
            SamenStore *store,
            const char *name,
            const SamenTraces *traces,
            SamenTraceKind kind)
{
  g_autoptr (SamenMentions) mentions = samen_mentions_new ((const char *const *) traces->names);

  json_builder_set_member_name (out, name);
  json_builder_begin_array (out);
  for (guint i = 0; i < traces->places->len; i++)
    if (((SamenTrace *) g_ptr_array_index (traces->places, i))->kind == kind)
      add_place (out, store, mentions, g_ptr_array_index (traces->places, i));
  json_builder_end_array (out);
}

static void
add_entry (JsonBuilder *out, const SamenLogEntry *entry)
{
  json_builder_begin_object (out);
  add_time (out, "time", entry->time);
  add_text (out, "edit", entry->label);
  if (entry->change != NULL)
    {
      add_text (out, "author", entry->author);
      add_text (out, "type", samen_record_class_of (entry->change->type)->table);
      add_text (out, "id", entry->change->record);
      add_text (out, "field", entry->change->field->name);
      add_value (out, "old", entry->change->old);
      add_value (out, "new", entry->change->new);
    }
  json_builder_end_object (out);
}

static void
add_entries (JsonBuilder *out, const char *name, GPtrArray *entries)
{
  json_builder_set_member_name (out, name);
  json_builder_begin_array (out);
  for (guint i = 0; i < entries->len; i++)
    add_entry (out, g_ptr_array_index (entries, i));
  json_builder_end_array (out);
}

static void
add_all (JsonBuilder *out, SamenStore *store, const SamenTraces *traces)
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);

  json_builder_set_member_name (out, "format");
  json_builder_add_int_value (out, SAMEN_PERSON_DATA_FORMAT);
  add_text (out, "dossier", samen_store_get_dossier_id (store));
  if (partnership != NULL)
    add_text (out, "partnership", partnership->name);
  json_builder_set_member_name (out, "names");
  json_builder_begin_array (out);
  for (guint i = 0; traces->names[i] != NULL; i++)
    json_builder_add_string_value (out, traces->names[i]);
  json_builder_end_array (out);
  add_places (out, store, "person", traces, SAMEN_TRACE_OWN);
  add_places (out, store, "roles", traces, SAMEN_TRACE_ROLE);
  add_places (out, store, "texts", traces, SAMEN_TRACE_TEXT);
  add_places (out, store, "files", traces, SAMEN_TRACE_FILE);
  add_entries (out, "history", traces->past);
  add_entries (out, "edits", traces->edits);
  json_builder_set_member_name (out, "in_draft");
  json_builder_add_boolean_value (out, traces->in_draft);
}

char *
samen_person_data_to_json (SamenStore *store, const SamenTraces *traces)
{
  g_autoptr (JsonBuilder) out = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (out);
  add_all (out, store, traces);
  json_builder_end_object (out);
  root = json_builder_get_root (out);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
