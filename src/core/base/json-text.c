/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/json-text.h"

static gboolean
is_plain (char c)
{
  return (guchar) c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

static void
append_escaped (GString *out, char c)
{
  static const char special[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";
  const char *found = strchr (special, c);

  if (found != NULL)
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, letters[found - special]);
    }
  else
    g_string_append_printf (out, "\\u%04x", (guint) c);
}

void
samen_json_append_text (GString *out, const char *text)
{
  const char *start = text;

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (is_plain (*p))
        continue;
      g_string_append_len (out, start, p - start);
      append_escaped (out, *p);
      start = p + 1;
    }
  g_string_append (out, start);
  g_string_append_c (out, '"');
}

void
samen_json_append_decimal (GString *out, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  g_string_append (out, g_ascii_strtod (digits, NULL) == number
                            ? digits
                            : g_ascii_dtostr (digits, sizeof digits, number));
}

void
samen_json_append_value (GString *out, GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    g_string_append_printf (out, "%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    samen_json_append_decimal (out, g_variant_get_double (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    g_string_append (out, g_variant_get_boolean (value) ? "true" : "false");
  else
    samen_json_append_text (out, g_variant_get_string (value, NULL));
}
