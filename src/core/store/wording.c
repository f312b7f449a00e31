/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/wording.h"

/* How much of a text to show, in characters */
#define LONGEST_TITLE 80
#define LONGEST_VALUE 300
#define LONGEST_CITED 40

static char *
shorten (const char *text, glong most)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (text), "\n\r\t", ' '));
  g_autofree char *part = NULL;

  if (g_utf8_strlen (line, -1) <= most)
    return g_steal_pointer (&line);
  part = g_utf8_substring (line, 0, most - 1);
  return g_strconcat (g_strchomp (part), "…", NULL);
}

char *
samen_wording_kind (GType type)
{
  const char *label = _ (samen_record_class_of (type)->label);
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (label)), first);
  return g_strconcat (first, g_utf8_next_char (label), NULL);
}

static gboolean
append_cited (const GMatchInfo *match, GString *text, gpointer store)
{
  g_autofree char *id = g_match_info_fetch (match, 1);
  g_autoptr (SamenRecord) record = samen_store_get (store, SAMEN_TYPE_ARTICLE, id);
  g_autofree char *cited = NULL;
  g_autofree char *title = NULL;

  if (record == NULL)
    record = samen_store_get (store, SAMEN_TYPE_CLAUSE, id);
  if (record == NULL)
    {
      g_string_append_c (text, '?');
      return FALSE;
    }
  /* Not what it cites in turn, which may be this */
  cited = SAMEN_IS_ARTICLE (record) ? g_strdup (SAMEN_ARTICLE (record)->heading)
                                    : g_strdup (SAMEN_CLAUSE (record)->text);
  title = shorten (cited != NULL ? cited : "?", LONGEST_CITED);
  g_string_append_printf (text, "%s “%s”", _ (SAMEN_RECORD_GET_CLASS (record)->label), title);
  return FALSE;
}

char *
samen_wording_text (SamenStore *store, const char *text)
{
  static GRegex *citation;

  if (strchr (text, '{') == NULL)
    return g_strdup (text);
  if (g_once_init_enter (&citation))
    g_once_init_leave (&citation,
                       g_regex_new ("\\{[Aa]rticle:([0-9a-f-]{36})\\}", G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_replace_eval (citation, text, -1, 0, 0, append_cited, store, NULL);
}

/* The first text that a record without a title has */
static char *
first_text (SamenRecord *record)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == SAMEN_KIND_TEXT && (klass->fields[i].flags & SAMEN_INTERNAL) == 0)
      {
        g_autoptr (GVariant) value = samen_field_get (&klass->fields[i], record);

        if (value != NULL)
          return g_variant_dup_string (value, NULL);
      }
  return g_strdup ("");
}

char *
samen_wording_title (SamenStore *store, SamenRecord *record)
{
  const SamenField *field = SAMEN_RECORD_GET_CLASS (record)->title;
  g_autofree char *title = field != NULL ? samen_record_dup_title (record) : first_text (record);
  g_autofree char *readable = samen_wording_text (store, title);
  g_autofree char *short_title = shorten (readable, LONGEST_TITLE);
  g_autoptr (SamenRecord) owner = NULL;
  g_autofree char *whole = NULL;

  if (field != NULL && field->kind == SAMEN_KIND_DATE)
    owner = samen_store_get_owner (store, record);
  if (owner == NULL)
    return g_steal_pointer (&short_title);
  whole = samen_wording_title (store, owner);
  return g_strdup_printf ("%s – %s", short_title, whole);
}

char *
samen_wording_record (SamenStore *store, GType type, const char *id)
{
  g_autoptr (SamenRecord) record = samen_store_get (store, type, id);
  g_autofree char *kind = samen_wording_kind (type);
  g_autofree char *title = record != NULL ? samen_wording_title (store, record) : g_strdup ("");

  if (*title == '\0')
    return g_steal_pointer (&kind);
  /* Translators: the kind of a thing, and which one: Milestone “First lesson” */
  return g_strdup_printf (_ ("%s “%s”"), kind, title);
}

char *
samen_wording_value (SamenStore *store, const SamenField *field, GVariant *value)
{
  g_autofree char *text = NULL;
  g_autoptr (SamenRecord) record = NULL;

  if (value != NULL && field->kind == SAMEN_KIND_REFERENCE)
    {
      record = samen_store_get (store, field->refers (), g_variant_get_string (value, NULL));
      text = record != NULL ? samen_wording_title (store, record) : NULL;
    }
  else if (value != NULL && field->kind == SAMEN_KIND_BOOLEAN)
    text = g_strdup (g_variant_get_boolean (value) ? C_ ("value", "yes") : C_ ("value", "no"));
  else if (value != NULL && field->kind == SAMEN_KIND_TEXT)
    text = samen_wording_text (store, g_variant_get_string (value, NULL));
  else if (value != NULL)
    text = samen_field_format (field, value, NULL);
  if (text == NULL || *text == '\0')
    /* Translators: what a field holds that is empty */
    return g_strdup (C_ ("value", "nothing"));
  return shorten (text, LONGEST_VALUE);
}

/* Fields whose values mean nothing to people */
static char *
describe_inner (const SamenField *field, gboolean is_new)
{
  if (is_new)
    return NULL;
  if (field->kind == SAMEN_KIND_POSITION)
    return g_strdup (_ ("Another place in the list"));
  return g_strdup (_ ("Another file"));
}

char *
samen_wording_change (SamenStore *store, const SamenChange *change, gboolean is_new)
{
  const SamenField *field = change->field;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (field == &samen_record_deleted)
    return NULL;
  if (field->kind == SAMEN_KIND_POSITION || field->kind == SAMEN_KIND_BYTES)
    return describe_inner (field, is_new);
  /* An id, kept as a text */
  if (field->kind == SAMEN_KIND_TEXT && (field->flags & SAMEN_INTERNAL) != 0 && is_new)
    return NULL;
  new = samen_wording_value (store, field, change->new);
  if (is_new)
    /* Translators: the name of a field and what it holds */
    return g_strdup_printf (_ ("%s: %s"), _ (field->label), new);
  old = samen_wording_value (store, field, change->old);
  /* Translators: the name of a field, what it held, and what it holds now */
  return g_strdup_printf (_ ("%s: %s → %s"), _ (field->label), old, new);
}
