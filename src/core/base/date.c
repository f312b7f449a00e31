/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/date.h"
#include "base/error.h"

/* Translators: the context "date" names months and seasons within a date: "15 March 2027" */
static const char *const month_names[] = {
  NC_ ("date", "January"), NC_ ("date", "February"), NC_ ("date", "March"),
  NC_ ("date", "April"),   NC_ ("date", "May"),      NC_ ("date", "June"),
  NC_ ("date", "July"),    NC_ ("date", "August"),   NC_ ("date", "September"),
  NC_ ("date", "October"), NC_ ("date", "November"), NC_ ("date", "December"),
};

static const char *const season_names[] = {
  NC_ ("date", "spring"),
  NC_ ("date", "summer"),
  NC_ ("date", "autumn"),
  NC_ ("date", "winter"),
};

/* What people type, whatever the language of the interface; a word is known by its beginning */
static const struct
{
  const char *word;
  guint8 month;
} typed_words[] = {
  { "january", 1 },
  { "januari", 1 },
  { "february", 2 },
  { "februari", 2 },
  { "march", 3 },
  { "maart", 3 },
  { "mrt", 3 },
  { "april", 4 },
  { "may", 5 },
  { "mei", 5 },
  { "june", 6 },
  { "juni", 6 },
  { "july", 7 },
  { "juli", 7 },
  { "august", 8 },
  { "augustus", 8 },
  { "september", 9 },
  { "october", 10 },
  { "oktober", 10 },
  { "november", 11 },
  { "december", 12 },
  { "spring", SAMEN_SPRING },
  { "voorjaar", SAMEN_SPRING },
  { "lente", SAMEN_SPRING },
  { "summer", SAMEN_SUMMER },
  { "zomer", SAMEN_SUMMER },
  { "autumn", SAMEN_AUTUMN },
  { "fall", SAMEN_AUTUMN },
  { "najaar", SAMEN_AUTUMN },
  { "herfst", SAMEN_AUTUMN },
  { "winter", SAMEN_WINTER },
};

static gboolean
is_valid (int year, int month, int day)
{
  if (year < 1 || year > 9999)
    return FALSE;
  if (day == 0)
    return month == 0 || (month >= 1 && month <= 12) ||
           (month >= SAMEN_SPRING && month <= SAMEN_WINTER);
  return month >= 1 && month <= 12 && g_date_valid_dmy (day, month, year);
}

SamenDate
samen_date_today (void)
{
  const char *fixed = g_getenv ("SAMENSPEL_TODAY");
  SamenDate date;

  if (fixed != NULL && samen_date_parse (fixed, &date))
    return samen_date_first_day (date);

  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return samen_date_day (g_date_time_get_year (now), g_date_time_get_month (now),
                         g_date_time_get_day_of_month (now));
}

SamenDate
samen_date_first_day (SamenDate date)
{
  if (!samen_date_is_set (date) || date.day != 0)
    return date;
  if (date.month == 0)
    return samen_date_day (date.year, 1, 1);
  if (date.month <= 12)
    return samen_date_day (date.year, date.month, 1);
  return samen_date_day (date.year, 3 * (date.month - SAMEN_SPRING + 1), 1);
}

SamenDate
samen_date_last_day (SamenDate date)
{
  SamenDate month;

  if (!samen_date_is_set (date) || date.day != 0)
    return date;
  if (date.month == 0)
    return samen_date_day (date.year, 12, 31);

  /* Not the day before the next month, which may be one too late for a date */
  month = samen_date_add_months (date, date.month <= 12 ? 0 : 2);
  return samen_date_day (month.year, month.month,
                         g_date_get_days_in_month (month.month, month.year));
}

int
samen_date_days (SamenDate date)
{
  SamenDate first = samen_date_first_day (date);
  GDate day;

  if (!samen_date_is_set (date))
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, first.day, first.month, first.year);
  return (int) g_date_get_julian (&day) - 1;
}

static SamenDate
from_gdate (const GDate *day)
{
  return samen_date_day (g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

SamenDate
samen_date_from_days (int days)
{
  /* 9999-12-31: a SamenDate holds no later year */
  const int last = 3652058;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) CLAMP (days, 0, last) + 1);
  return from_gdate (&day);
}

SamenDate
samen_date_add_months (SamenDate date, int months)
{
  SamenDate first = samen_date_first_day (date);
  int month, year, day;

  if (!samen_date_is_set (date))
    return date;
  month = first.year * 12 + first.month - 1 + CLAMP (months, -120000, 120000);
  month = CLAMP (month, 12, 9999 * 12 + 11);
  year = month / 12;
  month = month % 12 + 1;
  day = MIN (first.day, g_date_get_days_in_month (month, year));
  return samen_date_day (year, month, day);
}

SamenDate
samen_date_add_days (SamenDate date, int days)
{
  if (!samen_date_is_set (date))
    return date;
  return samen_date_from_days (samen_date_days (date) + CLAMP (days, -4000000, 4000000));
}

int
samen_date_compare (SamenDate a, SamenDate b)
{
  int last_a, last_b;

  if (!samen_date_is_set (a) || !samen_date_is_set (b))
    return samen_date_is_set (b) - samen_date_is_set (a);
  last_a = samen_date_days (samen_date_last_day (a));
  last_b = samen_date_days (samen_date_last_day (b));
  if (last_a != last_b)
    return last_a - last_b;
  return samen_date_days (b) - samen_date_days (a);
}

/* Exactly @digits digits at *@text, which moves on */
static gboolean
read_digits (const char **text, int digits, int *number)
{
  *number = 0;
  for (int i = 0; i < digits; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      *number = *number * 10 + (*text)[i] - '0';
    }
  *text += digits;
  return TRUE;
}

gboolean
samen_date_parse (const char *text, SamenDate *date)
{
  int year, month = 0, day = 0;

  if (!read_digits (&text, 4, &year))
    return FALSE;
  if (*text == '-')
    {
      text++;
      if (!read_digits (&text, 2, &month) || month == 0)
        return FALSE;
      if (*text == '-')
        {
          text++;
          if (!read_digits (&text, 2, &day) || day == 0)
            return FALSE;
        }
    }
  if (*text != '\0' || !is_valid (year, month, day))
    return FALSE;
  *date = samen_date_day (year, month, day);
  return TRUE;
}

static int
month_of_word (const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (typed_words); i++)
    if (g_str_has_prefix (typed_words[i].word, word))
      return typed_words[i].month;
  return 0;
}

static gboolean
read_number (const char *word, int *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (word, 10, 1, 9999, &value, NULL))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

/* "15-3-2027", "15 maart 2027", "maart 2027", "3-2027", "2027" */
static gboolean
read_words (char **words, SamenDate *date)
{
  guint n = g_strv_length (words);
  int year, month = 0, day = 0;

  if (n < 1 || n > 3 || !read_number (words[n - 1], &year) || strlen (words[n - 1]) != 4)
    return FALSE;
  if (n >= 2)
    {
      month = month_of_word (words[n - 2]);
      if (month == 0 && (!read_number (words[n - 2], &month) || month > 12))
        return FALSE;
    }
  if (n == 3 && !read_number (words[0], &day))
    return FALSE;
  if (!is_valid (year, month, day))
    return FALSE;
  *date = samen_date_day (year, month, day);
  return TRUE;
}

static char **
split_words (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) all = g_strsplit_set (lower, " -/.,\t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);
  return g_strv_builder_end (words);
}

gboolean
samen_date_parse_input (const char *text, SamenDate *date, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (*trimmed == '\0')
    {
      *date = SAMEN_DATE_NONE;
      return TRUE;
    }
  if (samen_date_parse (trimmed, date))
    return TRUE;

  g_auto (GStrv) words = split_words (trimmed);
  if (read_words (words, date))
    return TRUE;

  g_autofree char *quote = samen_error_quote (trimmed);
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID,
               _ ("“%s” is not a date. Write it as 15-3-2027, March 2027, spring 2027 or 2027."),
               quote);
  return FALSE;
}

char *
samen_date_to_string (SamenDate date)
{
  if (!samen_date_is_set (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04u-%02u", date.year, date.month);
  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

char *
samen_date_format (SamenDate date, SamenLanguage *language)
{
  const char *name = NULL;
  g_autofree char *year = g_strdup_printf ("%04u", date.year);

  if (!samen_date_is_set (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_steal_pointer (&year);
  if (date.month > 12)
    {
      name = samen_language_text (language, "date", season_names[date.month - SAMEN_SPRING]);
      return g_strdup_printf ("%s %s", name, year);
    }
  name = samen_language_text (language, "date", month_names[date.month - 1]);
  if (date.day == 0)
    return g_strdup_printf ("%s %s", name, year);
  return g_strdup_printf ("%u %s %s", date.day, name, year);
}

SamenDate
samen_moment_day (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  /* A damaged file may hold any number */
  if (moment == NULL)
    return SAMEN_DATE_NONE;
  return samen_date_day (g_date_time_get_year (moment), g_date_time_get_month (moment),
                         g_date_time_get_day_of_month (moment));
}

char *
samen_moment_format (gint64 time, SamenLanguage *language)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);
  g_autofree char *day = samen_date_format (samen_moment_day (time), language);
  g_autofree char *clock = moment != NULL ? g_date_time_format (moment, "%H:%M") : NULL;

  if (moment == NULL)
    return g_strdup ("");
  /* Translators: a day and a time: 23 November 2026 at 14:05 */
  return g_strdup_printf (samen_language_text (language, NULL, N_ ("%s at %s")), day, clock);
}
