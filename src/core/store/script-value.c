/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "store/script-private.h"

/* A message need not repeat all that a script may call a name */
static char *
shorten (const char *name)
{
  return g_utf8_truncate_middle (name, SAMEN_SCRIPT_LONGEST_NAME);
}

static void
append_place (GString *place, const char *name)
{
  g_autofree char *shown = name != NULL ? shorten (name) : NULL;

  if (shown != NULL)
    g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "", shown);
}

gboolean
samen_script_fail (SamenScript *self, GError **error, const char *message)
{
  g_autoptr (GString) place = g_string_new (NULL);

  if (self->number > 0)
    g_string_append_printf (place, _ ("Edit %u"), self->number);
  append_place (place, self->key);
  append_place (place, self->field);
  if (place->len > 0)
    g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, "%s: %s", place->str, message);
  else
    g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, message);
  return FALSE;
}

int
samen_script_months (SamenDate date)
{
  SamenDate first = samen_date_first_day (date);

  return first.year * 12 + first.month - 1;
}

SamenDate
samen_script_shift (SamenDate date, int months)
{
  const int span = date.month == 0 ? 12 : 3;
  SamenDate moved = samen_date_add_months (date, months);

  if (date.day != 0)
    return moved;
  moved.day = 0;
  if (date.month >= 1 && date.month <= 12)
    return moved;
  if (months % span != 0)
    {
      moved = samen_date_add_months (date, months + span - 1);
      moved.day = 0;
    }
  else if (span == 12)
    moved.month = 0;
  else
    {
      /* A winter bears the year in which it begins */
      moved.month = SAMEN_SPRING + (moved.month / 3) - 1;
    }
  return moved;
}

GType
samen_script_type (const char *key)
{
  const char *slash = strchr (key, '/');
  g_autofree char *table = slash != NULL ? g_strndup (key, (gsize) (slash - key)) : NULL;

  return table != NULL ? samen_record_type_of_table (table) : G_TYPE_INVALID;
}

/* The id of the record that the script calls @key */
static const char *
find (SamenScript *self, const char *key, GError **error)
{
  const char *id = g_hash_table_lookup (self->ids, key);

  if (id == NULL)
    {
      g_autofree char *shown = shorten (key);
      g_autofree char *message = g_strdup_printf (_ ("There is no record called %s here."), shown);

      samen_script_fail (self, error, message);
    }
  return id;
}

static gboolean
resolve (SamenScript *self, const SamenField *field, GVariant **value, GError **error)
{
  const char *key = g_variant_get_string (*value, NULL);
  const char *id = find (self, key, error);

  if (id == NULL)
    return FALSE;
  if (samen_script_type (key) != field->refers ())
    return samen_script_fail (self, error,
                              _ ("What this field refers to has to be of another type."));
  g_variant_unref (*value);
  *value = g_variant_ref_sink (samen_value (id));
  return TRUE;
}

/* Where @text next refers to an article, or NULL */
static const char *
find_markup (const char *text)
{
  for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{'))
    if (g_str_has_prefix (p, "{article:") || g_str_has_prefix (p, "{Article:"))
      return p;
  return NULL;
}

/* A text refers to an article by {article:UUID}: here, that is by {article:article/name} */
static gboolean
resolve_markup (SamenScript *self, GVariant **value, GError **error)
{
  const char *p = g_variant_get_string (*value, NULL);
  const char *markup;
  g_autoptr (GString) resolved = g_string_new (NULL);

  while ((markup = find_markup (p)) != NULL)
    {
      const char *name = markup + strlen ("{article:");
      gsize length = strcspn (name, "}");
      g_autofree char *key = g_strndup (name, length);
      const char *id = find (self, key, error);

      if (id == NULL)
        return FALSE;
      g_string_append_len (resolved, p, name - p);
      g_string_append (resolved, id);
      p = name + length;
    }
  g_string_append (resolved, p);
  g_variant_unref (*value);
  *value = g_variant_ref_sink (samen_value (resolved->str));
  return TRUE;
}

static void
shift_value (SamenScript *self, GVariant **value)
{
  SamenDate date;

  if (!samen_date_parse (g_variant_get_string (*value, NULL), &date))
    return;
  g_variant_unref (*value);
  *value = g_variant_ref_sink (samen_value (samen_script_shift (date, self->shift)));
}

/* What JSON has, as a value; whether the field accepts it is another matter */
static gboolean
read_node (SamenScript *self, JsonNode *node, gboolean decimal, GVariant **value, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  GVariant *floating;

  *value = NULL;
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (type == G_TYPE_STRING)
    floating = samen_value (json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    floating = samen_value ((bool) json_node_get_boolean (node));
  else if (type == G_TYPE_INT64 && !decimal)
    floating = samen_value (json_node_get_int (node));
  else if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    floating = samen_value (json_node_get_double (node));
  else
    return samen_script_fail (self, error, _ ("A field cannot hold a list or an object."));
  *value = floating != NULL ? g_variant_ref_sink (floating) : NULL;
  return TRUE;
}

gboolean
samen_script_accept (SamenScript *self, const SamenField *field, GVariant *value, GError **error)
{
  g_autoptr (GError) reason = NULL;

  return samen_field_accepts (field, value, &reason) ||
         samen_script_fail (self, error, reason->message);
}

/* What the script writes in its own way */
static gboolean
translate (SamenScript *self, const SamenField *field, GVariant **value, GError **error)
{
  if (*value == NULL || !g_variant_is_of_type (*value, G_VARIANT_TYPE_STRING))
    return TRUE;
  switch (field->kind)
    {
    case SAMEN_KIND_DATE:
      shift_value (self, value);
      return TRUE;
    case SAMEN_KIND_REFERENCE:
      return resolve (self, field, value, error);
    case SAMEN_KIND_TEXT:
      return resolve_markup (self, value, error);
    default:
      return TRUE;
    }
}

gboolean
samen_script_read_value (SamenScript *self,
                         const SamenField *field,
                         JsonNode *node,
                         GVariant **value,
                         GError **error)
{
  g_autoptr (GVariant) read = NULL;

  if (!read_node (self, node, field->kind == SAMEN_KIND_DECIMAL, &read, error) ||
      !translate (self, field, &read, error))
    return FALSE;
  if (read == NULL)
    read = samen_field_default (field);
  if (!samen_script_accept (self, field, read, error))
    return FALSE;
  *value = g_steal_pointer (&read);
  return TRUE;
}
