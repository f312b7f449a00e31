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

/* Above this, a double does not tell every cent */
#define MOST_EUROS 1e12

#define DIGITS "0123456789"

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
  gsize before;

  if (mark == NULL)
    return NULL;
  if (point != NULL && comma != NULL)
    return mark;
  if (strchr (text, *mark) != mark)
    return NULL;
  if (*mark == decimal_sign (NULL) || strlen (mark + 1) != 3)
    return mark;
  /* "1.234" groups digits where the comma is the decimal sign; "0.123" and "1234.567" never do */
  text += *text == '-';
  before = (gsize) (mark - text);
  return *text == '0' || before == 0 || before > 3 ? mark : NULL;
}

/* The digits from @text up to @end, all together or in groups of three; FALSE if there is more */
static gboolean
append_whole (GString *out, const char *text, const char *end)
{
  gsize length = strspn (text, DIGITS);
  char mark = text[length];

  g_string_append_len (out, text, (gssize) length);
  if (text + length == end)
    return TRUE;
  if (length < 1 || length > 3 || strchr (".,' ", mark) == NULL)
    return FALSE;
  for (text += length; text < end; text += 4)
    {
      if (*text != mark || strspn (text + 1, DIGITS) < 3)
        return FALSE;
      g_string_append_len (out, text + 1, 3);
    }
  return text == end;
}

/* @text with a point for its decimal sign and without what groups digits; NULL if not a number */
static char *
normalise (const char *text)
{
  const char *sign = find_decimal_sign (text);
  const char *end = text + strlen (text);
  g_autoptr (GString) out = g_string_new (NULL);

  if (*text == '-')
    g_string_append_c (out, *text++);
  if (!append_whole (out, text, sign != NULL ? sign : end))
    return NULL;
  if (sign != NULL)
    {
      if (sign + 1 + strspn (sign + 1, DIGITS) != end)
        return NULL;
      g_string_append_printf (out, ".%s", sign + 1);
    }
  return g_string_free_and_steal (g_steal_pointer (&out));
}

gboolean
samen_decimal_parse_input (const char *text, double *number, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *plain = NULL;
  g_autofree char *quote = NULL;
  double value;

  if (*trimmed == '\0')
    {
      *number = NAN;
      return TRUE;
    }
  plain = normalise (trimmed);
  quote = samen_error_quote (trimmed);
  if (plain == NULL || strpbrk (plain, DIGITS) == NULL)
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
                   _ ("“%s” is not a number. Use digits only, such as 85 or 12.5."), quote);
      return FALSE;
    }
  value = g_ascii_strtod (plain, NULL);
  if (fabs (value) > LARGEST)
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
                   _ ("“%s” is too large. Count in thousands or millions instead."), quote);
      return FALSE;
    }
  *number = value;
  return TRUE;
}

/* What 15 digits tell of @number, written in full: people do not type "1e-05" */
static void
write_in_full (double number, char *digits, int size)
{
  double rounded = g_ascii_strtod (g_ascii_formatd (digits, size, "%.15g", number), NULL);

  /* The smallest double has its last digit of 15 at the 338th decimal */
  for (int decimals = 0; decimals <= 338; decimals++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%df", decimals);
      if (g_ascii_strtod (g_ascii_formatd (digits, size, format, rounded), NULL) == rounded)
        return;
    }
}

char *
samen_decimal_format (double number, SamenLanguage *language)
{
  char digits[512];
  char *point;

  if (!isfinite (number))
    return g_strdup ("");
  /* Adding nothing leaves a zero without its sign */
  write_in_full (number + 0.0, digits, sizeof digits);
  point = strchr (digits, '.');
  if (point != NULL)
    *point = decimal_sign (language);
  return g_strdup (digits);
}

/* From five digits on: "1234", "12.345" */
char *
samen_decimal_format_grouped (double number, SamenLanguage *language)
{
  g_autofree char *digits = samen_decimal_format (number, language);
  const char *whole = *digits == '-' ? digits + 1 : digits;
  const gsize length = strspn (whole, DIGITS);
  GString *grouped = g_string_new_len (digits, whole - digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && length > 4 && (length - i) % 3 == 0)
        g_string_append_c (grouped, decimal_sign (language) == ',' ? '.' : ',');
      g_string_append_c (grouped, whole[i]);
    }
  g_string_append (grouped, whole + length);
  return g_string_free_and_steal (grouped);
}

/* The number in @text without its euro sign, which goes before it, between it and a minus, or after */
static char *
without_euro_sign (const char *text)
{
  g_autofree char *amount = g_strstrip (g_strdup (text));
  const char *unsigned_amount = amount;
  const char *minus = "";

  if (*amount == '-')
    {
      minus = "-";
      unsigned_amount = g_strchug (amount + 1);
    }
  if (g_str_has_prefix (unsigned_amount, "€"))
    return g_strconcat (minus, g_strchug ((char *) unsigned_amount + strlen ("€")), NULL);
  if (g_str_has_suffix (amount, "€"))
    amount[strlen (amount) - strlen ("€")] = '\0';
  return g_steal_pointer (&amount);
}

gboolean
samen_money_parse_input (const char *text, SamenMoney *money, GError **error)
{
  g_autofree char *number = without_euro_sign (text);
  double euros;

  if (!samen_decimal_parse_input (number, &euros, error))
    return FALSE;
  if (fabs (euros) > MOST_EUROS)
    {
      g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, _ ("“%s” is too large an amount."),
                   number);
      return FALSE;
    }
  /* By way of millionths, or 1.005 would be a little less than what was typed, and 1.00 */
  money->cents = isnan (euros) ? SAMEN_INTEGER_NONE : (gint64) llround (round (euros * 1e6) / 1e4);
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
