/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/person-data.h"
#include "store/log.h"
#include "store/wording.h"

typedef struct
{
  SamenDocument *document;
  SamenStore *store;
  const SamenTraces *traces;
  SamenLanguage *language;
} Writer;

static const char *
say (Writer *self, const char *text)
{
  return samen_language_text (self->language, NULL, text);
}

/* A value in words, or NULL for what says nothing to people */
static char *
format_value (Writer *self, const SamenField *field, GVariant *value)
{
  g_autoptr (SamenRecord) referred = NULL;

  if (value == NULL || field->kind == SAMEN_KIND_POSITION || field->kind == SAMEN_KIND_BYTES)
    return NULL;
  if (field->kind == SAMEN_KIND_REFERENCE)
    {
      referred =
          samen_store_get (self->store, field->refers (), g_variant_get_string (value, NULL));
      return referred != NULL ? samen_wording_title (self->store, referred) : NULL;
    }
  if (field->kind == SAMEN_KIND_TEXT)
    return (field->flags & SAMEN_INTERNAL) == 0
               ? samen_wording_text (self->store, g_variant_get_string (value, NULL))
               : NULL;
  return samen_field_format (field, value, self->language);
}

/* Such as "Party “ROC”" */
static char *
name_record (Writer *self, SamenRecord *record)
{
  const char *kind = say (self, SAMEN_RECORD_GET_CLASS (record)->label);
  g_autofree char *title = samen_wording_title (self->store, record);
  char first[7] = { 0 };
  g_autofree char *heading = NULL;

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (kind)), first);
  heading = g_strconcat (first, g_utf8_next_char (kind), NULL);
  if (*title == '\0')
    return g_steal_pointer (&heading);
  /* Translators: the kind of a thing, and which one: Milestone “First lesson” */
  return g_strdup_printf (samen_language_text (self->language, NULL, N_ ("%s “%s”")), heading,
                          title);
}

static char *
name_place (Writer *self, const SamenTrace *trace)
{
  g_autoptr (SamenRecord) place = samen_trace_get_place (trace, self->store);
  g_autofree char *name = name_record (self, place);

  if (!trace->record->deleted)
    return g_steal_pointer (&name);
  /* Translators: after what was deleted, and can be brought back */
  return g_strdup_printf (samen_language_text (self->language, NULL, N_ ("%s (deleted)")), name);
}

static void
add_fact (Writer *self, const char *label, const char *value)
{
  g_autofree char *bold = g_strdup_printf ("%s: ", say (self, label));

  samen_document_add_spans (self->document,
                            (const SamenSpan[]) { { bold, SAMEN_STYLE_BOLD }, { value, 0 } }, 2);
}

static void
add_facts (Writer *self, SamenRecord *record)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GVariant) value = samen_field_get (&klass->fields[i], record);
      g_autofree char *text = format_value (self, &klass->fields[i], value);

      if (text != NULL && *text != '\0')
        add_fact (self, klass->fields[i].label, text);
    }
  if (record->deleted)
    samen_document_add_paragraph (
        self->document, say (self, N_ ("This was deleted, and can still be brought back.")));
}

static void
add_heading (Writer *self, const char *text)
{
  samen_document_add_heading (self->document, 1, NULL, say (self, text));
}

static void
add_nothing (Writer *self, guint n)
{
  if (n == 0)
    samen_document_add_paragraph (self->document, say (self, N_ ("Nothing.")));
}

static void
add_own (Writer *self)
{
  add_heading (self, N_ ("Own data"));
  for (guint i = 0; i < self->traces->places->len; i++)
    {
      const SamenTrace *trace = g_ptr_array_index (self->traces->places, i);

      if (trace->kind == SAMEN_TRACE_OWN)
        add_facts (self, trace->record);
    }
  for (guint i = 1; self->traces->names[0] != NULL && self->traces->names[i] != NULL; i++)
    add_fact (self, N_ ("Called before"), self->traces->names[i]);
  add_nothing (self, samen_traces_count (self->traces, SAMEN_TRACE_OWN));
}

/* What else the record says: a date of signing, a function */
static char *
describe_beside (Writer *self, const SamenTrace *trace)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (trace->record);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GVariant) value = NULL;
      g_autofree char *text = NULL;

      if (&klass->fields[i] == trace->field || klass->fields[i].kind == SAMEN_KIND_REFERENCE ||
          (klass->fields[i].kind == SAMEN_KIND_TEXT &&
           (klass->fields[i].flags & SAMEN_PERSONAL) == 0))
        continue;
      value = samen_field_get (&klass->fields[i], trace->record);
      text = klass->fields[i].kind != SAMEN_KIND_BOOLEAN
                 ? format_value (self, &klass->fields[i], value)
                 : NULL;
      if (text != NULL && *text != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", text);
    }
  return g_string_free_and_steal (line);
}

static void
add_roles (Writer *self)
{
  const SamenColumn columns[] = {
    { say (self, N_ ("Where")), 3, SAMEN_ALIGN_START },
    { say (self, N_ ("As what")), 2, SAMEN_ALIGN_START },
    { say (self, N_ ("Further")), 3, SAMEN_ALIGN_START },
  };
  guint n = samen_traces_count (self->traces, SAMEN_TRACE_ROLE);

  add_heading (self, N_ ("Roles"));
  add_nothing (self, n);
  if (n == 0)
    return;
  samen_document_begin_table (self->document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->traces->places->len; i++)
    {
      const SamenTrace *trace = g_ptr_array_index (self->traces->places, i);
      g_autofree char *place = NULL;
      g_autofree char *beside = NULL;

      if (trace->kind != SAMEN_TRACE_ROLE)
        continue;
      place = name_place (self, trace);
      beside = describe_beside (self, trace);
      samen_document_add_row (
          self->document,
          (const char *const[]) { place, say (self, trace->field->label), beside, NULL });
    }
  samen_document_end_table (self->document);
}

static void
add_texts (Writer *self)
{
  g_autoptr (SamenMentions) mentions =
      samen_mentions_new ((const char *const *) self->traces->names);

  add_heading (self, N_ ("Texts that mention the name"));
  for (guint i = 0; i < self->traces->places->len; i++)
    {
      const SamenTrace *trace = g_ptr_array_index (self->traces->places, i);
      g_autofree char *place = NULL;
      g_autofree char *said = NULL;
      g_autofree char *text = NULL;

      if (trace->kind != SAMEN_TRACE_TEXT)
        continue;
      place = name_place (self, trace);
      said = samen_trace_get_text (trace, self->store, mentions);
      text = samen_wording_text (self->store, said);
      samen_document_add_heading (self->document, 2, NULL, place);
      add_fact (self, trace->field->label, text);
    }
  if (self->traces->in_draft)
    samen_document_add_paragraph (
        self->document, say (self, N_ ("A text that is being written mentions the name too.")));
  add_nothing (self, samen_traces_count (self->traces, SAMEN_TRACE_TEXT) + self->traces->in_draft);
}

static void
add_files (Writer *self)
{
  add_heading (self, N_ ("Files"));
  for (guint i = 0; i < self->traces->places->len; i++)
    {
      const SamenTrace *trace = g_ptr_array_index (self->traces->places, i);
      SamenAttachment *file = (SamenAttachment *) trace->record;
      g_autofree char *place = NULL;

      if (trace->kind != SAMEN_TRACE_FILE)
        continue;
      place = name_place (self, trace);
      samen_document_add_heading (self->document, 2, NULL, place);
      if (file->description != NULL)
        add_fact (self, N_ ("What there is to see"), file->description);
    }
  add_nothing (self, samen_traces_count (self->traces, SAMEN_TRACE_FILE));
}

/* What a field held and holds, in one cell */
static char *
describe_change (Writer *self, const SamenChange *change)
{
  g_autofree char *old = format_value (self, change->field, change->old);
  g_autofree char *new = format_value (self, change->field, change->new);

  if (change->field == &samen_record_deleted || (old == NULL && new == NULL))
    return NULL;
  if (old == NULL)
    /* Translators: the name of a field and what it holds */
    return g_strdup_printf (samen_language_text (self->language, NULL, N_ ("%s: %s")),
                            say (self, change->field->label), new);
  /* Translators: the name of a field, what it held, and what it holds now */
  return g_strdup_printf (samen_language_text (self->language, NULL, N_ ("%s: %s → %s")),
                          say (self, change->field->label), old, new != NULL ? new : "–");
}

static void
add_entry (Writer *self, const SamenLogEntry *entry)
{
  const char *label = samen_language_text (self->language, "edit", entry->label);
  g_autofree char *time = samen_moment_format (entry->time / 1000, self->language);
  g_autofree char *change = entry->change != NULL ? describe_change (self, entry->change) : NULL;

  if (entry->change == NULL)
    samen_document_add_row (self->document, (const char *const[]) { time, label, NULL });
  else if (change != NULL || entry->change->field == &samen_record_deleted)
    samen_document_add_row (
        self->document,
        (const char *const[]) { time, entry->author, label, change != NULL ? change : "", NULL });
}

static void
add_entries (Writer *self, GPtrArray *entries, const SamenColumn *columns, gsize n_columns)
{
  add_nothing (self, entries->len);
  if (entries->len == 0)
    return;
  samen_document_begin_table (self->document, columns, n_columns);
  for (guint i = 0; i < entries->len; i++)
    add_entry (self, g_ptr_array_index (entries, i));
  samen_document_end_table (self->document);
}

static void
add_log (Writer *self)
{
  const SamenColumn past[] = {
    { say (self, N_ ("When")), 4, SAMEN_ALIGN_START },
    { say (self, N_ ("By whom")), 3, SAMEN_ALIGN_START },
    { say (self, N_ ("What was done")), 3, SAMEN_ALIGN_START },
    { say (self, N_ ("What changed")), 5, SAMEN_ALIGN_START },
  };
  const SamenColumn edits[] = {
    { say (self, N_ ("When")), 1, SAMEN_ALIGN_START },
    { say (self, N_ ("What was done")), 2, SAMEN_ALIGN_START },
  };

  add_heading (self, N_ ("What the history says"));
  add_entries (self, self->traces->past, past, G_N_ELEMENTS (past));
  add_heading (self, N_ ("What this person did"));
  add_entries (self, self->traces->edits, edits, G_N_ELEMENTS (edits));
}

SamenDocument *
samen_person_document_new (SamenStore *store, const SamenTraces *traces)
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);
  gboolean dutch = partnership == NULL || partnership->language == SAMEN_DOCUMENT_DUTCH;
  Writer self = { NULL, store, traces, samen_language_get (dutch ? "nl" : "en") };
  /* Translators: the title of a document for the person it is about; %s is a name */
  g_autofree char *title =
      g_strdup_printf (samen_language_text (self.language, NULL, N_ ("What is kept about %s")),
                       traces->names[0] != NULL ? traces->names[0] : "");

  self.document = samen_document_new (samen_language_code (self.language), title);
  samen_document_add_title (self.document, title, partnership != NULL ? partnership->name : NULL);
  samen_document_add_paragraph (
      self.document,
      say (&self, N_ ("This is all that the dossier of this partnership holds. Backups of the "
                      "dossier may hold the same; documents that were made of it before are "
                      "not part of it.")));
  add_own (&self);
  add_roles (&self);
  add_texts (&self);
  add_files (&self);
  add_log (&self);
  return self.document;
}
