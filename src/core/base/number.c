/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/number.h"

/* More than any indicator needs, and whole numbers up to here are exact in a double */
#define LARGEST 1e15

static char
decimal_sign (SamenLanguage *language)
{
  if (language != NULL)
    return g_str_equal (samen_language_code (language), "en") ? '.' : ',';
  return *localeconv ()->decimal_point == ',' ? ',' : '.';
}

/* Which mark in @text, if any, is the decimal sign */
static const char *
find_decimal_sign (const char *text)
{
  const char *point = strrchr (text, '.');
  const char *comma = strrchr (text, ',');
  const char *mark = point > comma ? point : comma;

  if (mark == NULL)
    return NULL;
  if (point != NULL && comma != NULL)
    return mark;
  if (strchr (text, *mark) != mark)
    return NULL;
  return *mark == decimal_sign (NULL) || strlen (mark + 1) != 3 ? mark : NULL;
}

/* @text with a point for its decimal sign and without what groups digits; NULL if not a number */
static char *
normalise (const char *text)
{
  const char *sign = find_decimal_sign (text);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || (*p == '-' && p == text))
      g_string_append_c (out, *p);
    else if (p == sign)
      g_string_append_c (out, '.');
    else if (*p != '.' && *p != ',' && *p != ' ' && *p != '\'')
      return NULL;
  return g_string_free_and_steal (g_steal_pointer (&out));
}

gboolean
samen_decimal_parse_input (const char *text, double *number, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *plain = NULL;
  char *end = NULL;

  if (*trimmed == '\0')
    {
      *number = NAN;
      return TRUE;
    }
  plain = normalise (trimmed);
  if (plain != NULL && strpbrk (plain, "0123456789") != NULL)
    {
      double value = g_ascii_strtod (plain, &end);

      if (*end == '\0' && fabs (value) <= LARGEST)
        {
          *number = value;
          return TRUE;
        }
    }
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
               _ ("“%s” is not a number. Use digits only, such as 85 or 12.5."), trimmed);
  return FALSE;
}

char *
samen_decimal_format (double number, SamenLanguage *language)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char *point;

  if (!isfinite (number))
    return g_strdup ("");
  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  point = strchr (digits, '.');
  if (point != NULL)
    *point = decimal_sign (language);
  return g_strdup (digits);
}

gboolean
samen_money_parse_input (const char *text, SamenMoney *money, GError **error)
{
  g_autofree char *amount = g_strstrip (g_strdup (text));
  const char *number = g_str_has_prefix (amount, "€") ? amount + strlen ("€") : amount;
  double euros;

  if (!samen_decimal_parse_input (number, &euros, error))
    return FALSE;
  money->cents = isnan (euros) ? SAMEN_INTEGER_NONE : (gint64) llround (euros * 100);
  return TRUE;
}

char *
samen_money_format (SamenMoney money, SamenLanguage *language)
{
  guint64 cents;

  if (money.cents == SAMEN_INTEGER_NONE)
    return g_strdup ("");
  cents = (guint64) ABS (money.cents);
  return g_strdup_printf ("€ %s%" G_GUINT64_FORMAT "%c%02u", money.cents < 0 ? "-" : "",
                          cents / 100, decimal_sign (language), (guint) (cents % 100));
}

gboolean
samen_time_parse (const char *text, SamenTime *time)
{
  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;

  int hour = (text[0] - '0') * 10 + text[1] - '0';
  int minute = (text[3] - '0') * 10 + text[4] - '0';

  if (hour > 23 || minute > 59)
    return FALSE;
  *time = (SamenTime) { TRUE, (guint8) hour, (guint8) minute };
  return TRUE;
}

char *
samen_time_to_string (SamenTime time)
{
  return time.is_set ? g_strdup_printf ("%02u:%02u", time.hour, time.minute) : g_strdup ("");
}
