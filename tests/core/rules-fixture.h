/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/types.h"

/*
 * Records without a store, for the rules that look at them.
 */

/** T, N, I: the value of a field: a text, date, choice or reference; a decimal; a whole number */
#define T(text) samen_value_text (text)
#define N(number) samen_value_decimal (number)
#define I(number) samen_value_integer (number)

/** make: Returns: (transfer full): a record with these fields, name and value, then %NULL. */
G_GNUC_UNUSED static gpointer G_GNUC_NULL_TERMINATED
make (GType type, const char *id, ...)
{
  SamenRecord *record = samen_record_new (type, id);
  va_list fields;
  const char *name;

  va_start (fields, id);
  while ((name = va_arg (fields, const char *)) != NULL)
    {
      g_autoptr (GVariant) value = va_arg (fields, GVariant *);
      const SamenField *field = samen_record_class_find (SAMEN_RECORD_GET_CLASS (record), name);

      if (value != NULL)
        g_variant_ref_sink (value);
      g_assert_nonnull (field);
      /* Ids are short words here, to be read */
      g_assert_true (field->kind == SAMEN_KIND_REFERENCE ||
                     samen_field_accepts (field, value, NULL));
      samen_record_apply (record, field, value);
    }
  va_end (fields);
  return record;
}

/** set: sets one field of @record. */
G_GNUC_UNUSED static void
set (gpointer record, const char *name, GVariant *value)
{
  g_autoptr (GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;

  samen_record_apply (record, samen_record_class_find (SAMEN_RECORD_GET_CLASS (record), name),
                      sunk);
}

/** put: adds @record (transfer full) to the end of @list. Returns: (transfer none): it. */
G_GNUC_UNUSED static gpointer
put (GListStore *list, gpointer record)
{
  g_list_store_append (list, record);
  g_object_unref (record);
  return record;
}

/** day: Returns: a date by its written form; none for an empty one. */
G_GNUC_UNUSED static SamenDate
day (const char *text)
{
  SamenDate date = SAMEN_DATE_NONE;

  if (*text != '\0')
    g_assert_true (samen_date_parse (text, &date));
  return date;
}

/** assert_day: fails if @date is another one. */
G_GNUC_UNUSED static void
assert_day (SamenDate date, const char *expected)
{
  g_autofree char *text = samen_date_to_string (date);

  g_assert_cmpstr (text, ==, expected);
}

/** assert_text: fails if @text (transfer full) is another one. */
G_GNUC_UNUSED static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}
