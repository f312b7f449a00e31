/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"

#define assert_date(date, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *written = samen_date_to_string (date);                                        \
    g_assert_cmpstr (written, ==, expected);                                                       \
  }                                                                                                \
  G_STMT_END

static SamenDate
date_of (const char *text)
{
  SamenDate date = SAMEN_DATE_NONE;

  if (*text != '\0' && !samen_date_parse (text, &date))
    g_error ("“%s” should be a date", text);
  return date;
}

static void
test_written_form (void)
{
  static const char *const good[] = {
    "2027",       "2027-03",    "2027-12",    "2027-21",    "2027-22",    "2027-23",
    "2027-24",    "2027-03-15", "2028-02-29", "2000-02-29", "0001",       "0001-01-01",
    "9999-12-31", "9999-24",    "1582-10-10", "0999-06",    "2027-12-31",
  };
  static const char *const bad[] = {
    "",           " ",           "2027-",       "2027-00",    "2027-13",    "2027-20",
    "2027-25",    "2027-3",      "2027-03-",    "2027-03-00", "2027-03-32", "2027-04-31",
    "2027-02-29", "1900-02-29",  "2027-21-01",  "0000",       "0000-01-01", "27",
    "02027",      "2027-03-15 ", " 2027",       "2027/03/15", "2027-03-1a", "2027-03-150",
    "-2027",      "+2027",       "2027-03-15T", "２０２７",   "2027--3",    "10000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_date (date_of (good[i]), good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      SamenDate date = { 2026, 11, 23 };

      if (samen_date_parse (bad[i], &date))
        g_error ("“%s” should not be a date", bad[i]);
      assert_date (date, "2026-11-23");
    }
  assert_date (SAMEN_DATE_NONE, "");
}

static void
test_first_and_last_day (void)
{
  static const char *const cases[][3] = {
    { "2027", "2027-01-01", "2027-12-31" },       { "2027-02", "2027-02-01", "2027-02-28" },
    { "2028-02", "2028-02-01", "2028-02-29" },    { "2027-12", "2027-12-01", "2027-12-31" },
    { "2027-21", "2027-03-01", "2027-05-31" },    { "2027-22", "2027-06-01", "2027-08-31" },
    { "2027-23", "2027-09-01", "2027-11-30" },    { "2027-24", "2027-12-01", "2028-02-29" },
    { "2026-24", "2026-12-01", "2027-02-28" },    { "2027-03-15", "2027-03-15", "2027-03-15" },
    { "9999-12", "9999-12-01", "9999-12-31" },    { "9999", "9999-01-01", "9999-12-31" },
    { "9999-24", "9999-12-01", "9999-12-31" },    { "0001", "0001-01-01", "0001-12-31" },
    { "9999-12-31", "9999-12-31", "9999-12-31" }, { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_date (samen_date_first_day (date_of (cases[i][0])), cases[i][1]);
      assert_date (samen_date_last_day (date_of (cases[i][0])), cases[i][2]);
    }
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } cases[] = {
    { "2027-01-31", 1, "2027-02-28" },
    { "2028-01-31", 1, "2028-02-29" },
    { "2028-02-29", 12, "2029-02-28" },
    { "2028-02-29", 48, "2032-02-29" },
    { "2027-01-01", -6, "2026-07-01" },
    { "2027-03-31", -1, "2027-02-28" },
    { "2027-12-15", 1, "2028-01-15" },
    { "2027-01-15", -1, "2026-12-15" },
    { "2027-08-31", 0, "2027-08-31" },
    { "2027-21", 1, "2027-04-01" },
    { "2027", 6, "2027-07-01" },
    { "", 6, "" },
    { "0001-01-10", -1, "0001-01-10" },
    { "9999-12-10", 1, "9999-12-10" },
    { "2027-05-31", G_MAXINT, "9999-12-31" },
    { "2027-05-31", G_MININT, "0001-01-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_date (samen_date_add_months (date_of (cases[i].from), cases[i].months), cases[i].to);
}

static void
test_days (void)
{
  g_assert_cmpint (samen_date_days (date_of ("0001-01-01")), ==, 0);
  g_assert_cmpint (samen_date_days (date_of ("0001-12-31")), ==, 364);
  g_assert_cmpint (samen_date_days (date_of ("2000-01-01")), ==, 730119);
  g_assert_cmpint (samen_date_days (date_of ("9999-12-31")), ==, 3652058);
  g_assert_cmpint (samen_date_days (SAMEN_DATE_NONE), ==, 0);

  for (int days = 0; days <= 3652058; days += 97)
    g_assert_cmpint (samen_date_days (samen_date_from_days (days)), ==, days);
  assert_date (samen_date_from_days (-1), "0001-01-01");
  assert_date (samen_date_from_days (G_MAXINT), "9999-12-31");

  assert_date (samen_date_add_days (date_of ("2027-02-28"), 1), "2027-03-01");
  assert_date (samen_date_add_days (date_of ("2028-02-28"), 1), "2028-02-29");
  assert_date (samen_date_add_days (date_of ("2027-01-01"), -1), "2026-12-31");
  assert_date (samen_date_add_days (date_of ("2027-03-15"), G_MAXINT), "9999-12-31");
  assert_date (samen_date_add_days (date_of ("2027-03-15"), G_MININT), "0001-01-01");
  assert_date (samen_date_add_days (SAMEN_DATE_NONE, 3), "");
}

/* Each before the next, and no date at the end */
static void
test_compare (void)
{
  static const char *const order[] = {
    "2026",       "2027-01-01", "2027-01", "2027-02-28", "2027-02",    "2026-24", "2027-05-31",
    "2027-05",    "2027-21",    "2027-06", "2027-22",    "2027-11-30", "2027-11", "2027-23",
    "2027-12-31", "2027-12",    "2027",    "2028-01",    "2027-24",    "9999-12", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (order); j++)
      {
        SamenDate a = date_of (order[i]), b = date_of (order[j]);
        int order_of_a = samen_date_compare (a, b);

        if (i < j ? order_of_a >= 0 : i > j ? order_of_a <= 0 : order_of_a != 0)
          g_error ("“%s” and “%s” compare as %d", order[i], order[j], order_of_a);
        g_assert_cmpint (samen_date_equal (a, b), ==, i == j);
      }
}

static void
test_input (void)
{
  static const char *const cases[][2] = {
    { "15-3-2027", "2027-03-15" },
    { "15/03/2027", "2027-03-15" },
    { "15.3.2027", "2027-03-15" },
    { "15 maart 2027", "2027-03-15" },
    { "15 mrt. 2027", "2027-03-15" },
    { "15 March 2027", "2027-03-15" },
    { "1 januari 2027", "2027-01-01" },
    { "1 JANUARY 2027", "2027-01-01" },
    { "feb 2027", "2027-02" },
    { "februari 2027", "2027-02" },
    { "April 2027", "2027-04" },
    { "mei 2027", "2027-05" },
    { "May 2027", "2027-05" },
    { "juni 2027", "2027-06" },
    { "June 2027", "2027-06" },
    { "juli 2027", "2027-07" },
    { "jul 2027", "2027-07" },
    { "jun 2027", "2027-06" },
    { "augustus 2027", "2027-08" },
    { "Aug 2027", "2027-08" },
    { "september 2027", "2027-09" },
    { "sept 2027", "2027-09" },
    { "okt 2027", "2027-10" },
    { "October 2027", "2027-10" },
    { "november 2027", "2027-11" },
    { "31 december 2027", "2027-12-31" },
    { "voorjaar 2027", "2027-21" },
    { "lente 2027", "2027-21" },
    { "Spring 2027", "2027-21" },
    { "zomer 2027", "2027-22" },
    { "summer 2027", "2027-22" },
    { "najaar 2027", "2027-23" },
    { "herfst 2027", "2027-23" },
    { "autumn 2027", "2027-23" },
    { "fall 2027", "2027-23" },
    { "Winter 2027", "2027-24" },
    { "3-2027", "2027-03" },
    { "2027", "2027" },
    { "  2027  ", "2027" },
    { "2027-03", "2027-03" },
    { "2027-21", "2027-21" },
    { "29 februari 2028", "2028-02-29" },
    { "2027-03-15", "2027-03-15" },
    { "", "" },
    { " \t ", "" },
    { "15  maart,  2027", "2027-03-15" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SamenDate date = { 1, 1, 1 };
      g_autoptr (GError) error = NULL;

      samen_date_parse_input (cases[i][0], &date, &error);
      g_assert_no_error (error);
      assert_date (date, cases[i][1]);
    }
}

static void
test_bad_input (void)
{
  static const char *const bad[] = {
    "31 februari 2027",
    "29-2-2027",
    "0-3-2027",
    "15-13-2027",
    "32-1-2027",
    "15-3-27",
    "maart",
    "ma 2027",
    "15 maart",
    "15 voorjaar 2027",
    "15 15 3 2027",
    "gisteren",
    "2027 maart",
    "12345",
    "0000",
    "-",
    "3-99999",
    "maartx 2027",
    "-15 maart 2027x",
    "1e5-3-2027",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      SamenDate date = { 2026, 11, 23 };
      g_autoptr (GError) error = NULL;

      if (samen_date_parse_input (bad[i], &date, &error))
        g_error ("“%s” should not be a date", bad[i]);
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
      /* Says what was typed, and what to type */
      g_assert_nonnull (strstr (error->message, bad[i]));
      g_assert_nonnull (strstr (error->message, "15-3-2027"));
      assert_date (date, "2026-11-23");
    }
}

static void
test_format (void)
{
  static const char *const cases[][2] = {
    { "2027-03-15", "15 March 2027" },
    { "2027-12-01", "1 December 2027" },
    { "2027-03", "March 2027" },
    { "2027-21", "spring 2027" },
    { "2027-24", "winter 2027" },
    { "2027", "2027" },
    { "0033", "0033" }, /* as it is typed */
    { "", "" },
  };
  SamenLanguage *english = samen_language_get ("en");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = samen_date_format (date_of (cases[i][0]), english);

      g_assert_cmpstr (read, ==, cases[i][1]);
    }
}

/* What people read they can type, every day of a leap year and every month and season */
static void
test_format_is_input (void)
{
  SamenLanguage *english = samen_language_get ("en");

  for (int i = 0; i < 366 + 12 + 4; i++)
    {
      SamenDate first = samen_date_day (2028, 1, 1);
      SamenDate date = i < 366        ? samen_date_add_days (first, i)
                       : i < 366 + 12 ? samen_date_day (2028, i - 366 + 1, 0)
                                      : samen_date_day (2028, SAMEN_SPRING + i - 366 - 12, 0);
      g_autofree char *read = samen_date_format (date, english);
      SamenDate again = SAMEN_DATE_NONE;

      g_assert_true (samen_date_parse_input (read, &again, NULL));
      g_assert_true (samen_date_equal (date, again));
    }
}

static void
test_today (void)
{
  g_autoptr (GDateTime) now = NULL;
  SamenDate today;

  g_setenv ("SAMENSPEL_TODAY", "2026-11-23", TRUE);
  assert_date (samen_date_today (), "2026-11-23");
  g_setenv ("SAMENSPEL_TODAY", "2027-21", TRUE);
  assert_date (samen_date_today (), "2027-03-01");

  /* What is no date is as if it were not there; midnight may pass between two looks at the clock */
  g_setenv ("SAMENSPEL_TODAY", "someday", TRUE);
  today = samen_date_today ();
  now = g_date_time_new_now_local ();
  g_assert_cmpint (
      ABS (samen_date_days (today) -
           samen_date_days (samen_date_day (g_date_time_get_year (now), g_date_time_get_month (now),
                                            g_date_time_get_day_of_month (now)))),
      <=, 1);
  g_unsetenv ("SAMENSPEL_TODAY");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/date/written-form", test_written_form);
  g_test_add_func ("/date/first-and-last-day", test_first_and_last_day);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/days", test_days);
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/input", test_input);
  g_test_add_func ("/date/bad-input", test_bad_input);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/format-is-input", test_format_is_input);
  g_test_add_func ("/date/today", test_today);

  return g_test_run ();
}
