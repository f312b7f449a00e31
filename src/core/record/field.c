/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/id.h"
#include "record/field.h"

/* A text longer than a book is a mistake or an attack */
#define LONGEST_TEXT (1024 * 1024)

/* What is typed on one line, in characters: more cannot be read in a list */
#define LONGEST_LINE 500

#define MEMBER(self, record, type) (*(type *) ((char *) (record) + (self)->offset))
#define CONST_MEMBER(self, record, type)                                                           \
  (*(type const *) ((const char *) (record) + (self)->offset))

static GVariant *
get_floating (const SamenField *self, gconstpointer record)
{
  switch (self->kind)
    {
    case SAMEN_KIND_TEXT:
      return samen_value (CONST_MEMBER (self, record, char *));
    case SAMEN_KIND_REFERENCE:
      return samen_value (CONST_MEMBER (self, record, SamenReference).id);
    case SAMEN_KIND_POSITION:
      return samen_value (CONST_MEMBER (self, record, SamenPosition).key);
    case SAMEN_KIND_BYTES:
      return samen_value (CONST_MEMBER (self, record, SamenBytes).hash);
    case SAMEN_KIND_INTEGER:
      return samen_value (CONST_MEMBER (self, record, gint64));
    case SAMEN_KIND_DECIMAL:
      return samen_value (CONST_MEMBER (self, record, double));
    case SAMEN_KIND_MONEY:
      return samen_value (CONST_MEMBER (self, record, SamenMoney));
    case SAMEN_KIND_DATE:
      return samen_value (CONST_MEMBER (self, record, SamenDate));
    case SAMEN_KIND_TIME:
      return samen_value (CONST_MEMBER (self, record, SamenTime));
    case SAMEN_KIND_BOOLEAN:
      return samen_value (CONST_MEMBER (self, record, bool));
    case SAMEN_KIND_CHOICE:
      return samen_value (self->choices[CONST_MEMBER (self, record, guint)].name);
    default:
      g_return_val_if_reached (NULL);
    }
}

GVariant *
samen_field_get (const SamenField *self, gconstpointer record)
{
  GVariant *value = get_floating (self, record);

  return value != NULL ? g_variant_ref_sink (value) : NULL;
}

static const char *
string_of (GVariant *value)
{
  return value != NULL ? g_variant_get_string (value, NULL) : NULL;
}

static gint64
integer_of (GVariant *value)
{
  return value != NULL ? g_variant_get_int64 (value) : SAMEN_INTEGER_NONE;
}

static SamenDate
date_of (GVariant *value)
{
  SamenDate date = SAMEN_DATE_NONE;

  if (value != NULL)
    samen_date_parse (string_of (value), &date);
  return date;
}

static SamenTime
time_of (GVariant *value)
{
  SamenTime time = { 0 };

  if (value != NULL)
    samen_time_parse (string_of (value), &time);
  return time;
}

void
samen_field_set (const SamenField *self, gpointer record, GVariant *value)
{
  switch (self->kind)
    {
    case SAMEN_KIND_TEXT:
      g_set_str (&MEMBER (self, record, char *), string_of (value));
      break;
    case SAMEN_KIND_REFERENCE:
      g_set_str (&MEMBER (self, record, SamenReference).id, string_of (value));
      break;
    case SAMEN_KIND_POSITION:
      g_set_str (&MEMBER (self, record, SamenPosition).key, string_of (value));
      break;
    case SAMEN_KIND_BYTES:
      g_set_str (&MEMBER (self, record, SamenBytes).hash, string_of (value));
      break;
    case SAMEN_KIND_INTEGER:
      MEMBER (self, record, gint64) = integer_of (value);
      break;
    case SAMEN_KIND_DECIMAL:
      MEMBER (self, record, double) = value != NULL ? g_variant_get_double (value) : NAN;
      break;
    case SAMEN_KIND_MONEY:
      MEMBER (self, record, SamenMoney).cents = integer_of (value);
      break;
    case SAMEN_KIND_DATE:
      MEMBER (self, record, SamenDate) = date_of (value);
      break;
    case SAMEN_KIND_TIME:
      MEMBER (self, record, SamenTime) = time_of (value);
      break;
    case SAMEN_KIND_BOOLEAN:
      MEMBER (self, record, bool) = value != NULL && g_variant_get_boolean (value);
      break;
    case SAMEN_KIND_CHOICE:
      MEMBER (self, record, guint) =
          value != NULL ? (guint) MAX (0, samen_field_choice_index (self, string_of (value))) : 0;
      break;
    default:
      g_return_if_reached ();
    }
}

GVariant *
samen_field_default (const SamenField *self)
{
  if (self->kind == SAMEN_KIND_BOOLEAN)
    return g_variant_ref_sink (samen_value ((bool) false));
  if (self->kind == SAMEN_KIND_CHOICE)
    return g_variant_ref_sink (samen_value (self->choices[0].name));
  return NULL;
}

int
samen_field_choice_index (const SamenField *self, const char *name)
{
  for (int i = 0; self->choices[i].name != NULL; i++)
    if (g_str_equal (self->choices[i].name, name))
      return i;
  return -1;
}

static const GVariantType *
type_of_kind (SamenKind kind)
{
  switch (kind)
    {
    case SAMEN_KIND_INTEGER:
    case SAMEN_KIND_MONEY:
      return G_VARIANT_TYPE_INT64;
    case SAMEN_KIND_DECIMAL:
      return G_VARIANT_TYPE_DOUBLE;
    case SAMEN_KIND_BOOLEAN:
      return G_VARIANT_TYPE_BOOLEAN;
    default:
      return G_VARIANT_TYPE_STRING;
    }
}

static gboolean
is_hash (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static gboolean
has_form (const SamenField *self, GVariant *value)
{
  const char *text;
  SamenDate date;
  SamenTime time;

  if (!g_variant_is_of_type (value, type_of_kind (self->kind)))
    return FALSE;
  if (self->kind == SAMEN_KIND_DECIMAL)
    return isfinite (g_variant_get_double (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return g_variant_get_int64 (value) != SAMEN_INTEGER_NONE;
  if (self->kind == SAMEN_KIND_BOOLEAN)
    return TRUE;

  text = string_of (value);
  switch (self->kind)
    {
    case SAMEN_KIND_DATE:
      return samen_date_parse (text, &date);
    case SAMEN_KIND_TIME:
      return samen_time_parse (text, &time);
    case SAMEN_KIND_CHOICE:
      return samen_field_choice_index (self, text) >= 0;
    case SAMEN_KIND_REFERENCE:
      return samen_id_is_valid (text);
    case SAMEN_KIND_POSITION:
      return samen_position_is_valid (text);
    case SAMEN_KIND_BYTES:
      return is_hash (text);
    default:
      return TRUE;
    }
}

/* Of other kinds a blank text is not nothing, but wrong */
static gboolean
is_empty (const SamenField *self, GVariant *value)
{
  const char *text;

  if (value == NULL)
    return TRUE;
  if (self->kind != SAMEN_KIND_TEXT || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return FALSE;
  text = string_of (value);
  return text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
may_be_empty (const SamenField *self)
{
  return (self->flags & SAMEN_REQUIRED) == 0 && self->kind != SAMEN_KIND_BOOLEAN &&
         self->kind != SAMEN_KIND_CHOICE;
}

static gboolean invalid (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
invalid (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
is_within_bounds (const SamenField *self, GVariant *value, GError **error)
{
  double number;

  if (self->min == 0 && self->max == 0)
    return TRUE;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    number = (double) g_variant_get_int64 (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    number = g_variant_get_double (value);
  else
    return TRUE;
  if (number >= self->min && number <= self->max)
    return TRUE;

  g_autofree char *min = samen_decimal_format (self->min, NULL);
  g_autofree char *max = samen_decimal_format (self->max, NULL);
  return invalid (error, _ ("%s has to be from %s to %s"), _ (self->label), min, max);
}

/* Enough of @value to know it by */
static char *
print_shortly (GVariant *value)
{
  g_autofree char *printed = g_variant_print (value, FALSE);

  return g_utf8_strlen (printed, -1) > 80 ? g_utf8_substring (printed, 0, 80)
                                          : g_steal_pointer (&printed);
}

gboolean
samen_field_accepts (const SamenField *self, GVariant *value, GError **error)
{
  if (is_empty (self, value))
    return may_be_empty (self) ||
           /* Translators: %s is the name of a field, such as "Name" or "Title" */
           invalid (error, _ ("%s cannot be empty"), _ (self->label));
  if (!has_form (self, value))
    {
      g_autofree char *printed = print_shortly (value);

      return invalid (error, _ ("%s cannot be %s"), _ (self->label), printed);
    }
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) &&
      g_variant_get_size (value) > LONGEST_TEXT)
    return invalid (error, _ ("%s is too long; the most is a million characters"), _ (self->label));
  return is_within_bounds (self, value, error);
}

static char *
with_unit (const SamenField *self, char *number, SamenLanguage *language)
{
  g_autofree char *owned = number;

  if (self->unit == NULL || *number == '\0')
    return g_steal_pointer (&owned);
  return g_strdup_printf ("%s %s", number, samen_language_text (language, NULL, self->unit));
}

char *
samen_field_format (const SamenField *self, GVariant *value, SamenLanguage *language)
{
  int choice;

  if (value == NULL)
    return g_strdup ("");
  switch (self->kind)
    {
    case SAMEN_KIND_INTEGER:
      return with_unit (self, g_strdup_printf ("%" G_GINT64_FORMAT, integer_of (value)), language);
    case SAMEN_KIND_DECIMAL:
      return with_unit (self, samen_decimal_format (g_variant_get_double (value), language),
                        language);
    case SAMEN_KIND_MONEY:
      return samen_money_format ((SamenMoney) { integer_of (value) }, language);
    case SAMEN_KIND_DATE:
      return samen_date_format (date_of (value), language);
    case SAMEN_KIND_BOOLEAN:
      return g_strdup (samen_language_text (
          language, NULL, g_variant_get_boolean (value) ? N_ ("Yes") : N_ ("No")));
    case SAMEN_KIND_CHOICE:
      choice = samen_field_choice_index (self, string_of (value));
      g_return_val_if_fail (choice >= 0, g_strdup (""));
      return g_strdup (samen_language_text (language, "choice", self->choices[choice].label));
    default:
      return g_strdup (string_of (value));
    }
}

static gboolean
parse_text (const SamenField *self, const char *text, GVariant **floating, GError **error)
{
  if ((self->flags & SAMEN_LONG) == 0 && g_utf8_strlen (text, -1) > LONGEST_LINE)
    return invalid (error, _ ("%s is too long; the most is %d characters"), _ (self->label),
                    LONGEST_LINE);
  *floating = samen_value (text);
  return TRUE;
}

/* Into *@floating, whose nothing is NULL */
static gboolean
parse_kind (const SamenField *self, const char *text, GVariant **floating, GError **error)
{
  double number;
  SamenMoney money;
  SamenDate date;
  SamenTime time = { 0 };

  switch (self->kind)
    {
    case SAMEN_KIND_INTEGER:
    case SAMEN_KIND_DECIMAL:
      if (!samen_decimal_parse_input (text, &number, error))
        return FALSE;
      if (self->kind == SAMEN_KIND_DECIMAL || isnan (number))
        *floating = samen_value (number);
      else if (number == floor (number))
        *floating = samen_value ((gint64) number);
      else
        return invalid (error, _ ("%s has to be a whole number"), _ (self->label));
      return TRUE;
    case SAMEN_KIND_MONEY:
      if (!samen_money_parse_input (text, &money, error))
        return FALSE;
      *floating = samen_value (money);
      return TRUE;
    case SAMEN_KIND_DATE:
      if (!samen_date_parse_input (text, &date, error))
        return FALSE;
      if ((self->flags & SAMEN_PAST) != 0 && samen_date_is_set (date) &&
          samen_date_compare (samen_date_first_day (date), samen_date_today ()) > 0)
        return invalid (error, _ ("“%s” is still to come. Fill in today, or a day before."), text);
      *floating = samen_value (date);
      return TRUE;
    case SAMEN_KIND_TIME:
      if (*text != '\0' && !samen_time_parse (text, &time))
        {
          g_autofree char *quote = samen_error_quote (text);

          return invalid (error, _ ("“%s” is not a time. Write it as 14:30."), quote);
        }
      *floating = samen_value (time);
      return TRUE;
    default:
      return parse_text (self, text, floating, error);
    }
}

gboolean
samen_field_parse_input (const SamenField *self, const char *text, GVariant **value, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  GVariant *floating = NULL;
  g_autoptr (GVariant) parsed = NULL;

  if (!parse_kind (self, trimmed, &floating, error))
    return FALSE;
  parsed = floating != NULL ? g_variant_ref_sink (floating) : NULL;
  if (!samen_field_accepts (self, parsed, error))
    return FALSE;
  *value = g_steal_pointer (&parsed);
  return TRUE;
}
