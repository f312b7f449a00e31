/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "base/value.h"

/* Whether numbers are those of @name from now on; if it is not installed, the test is skipped */
static gboolean
use_locale (const char *name)
{
  if (setlocale (LC_NUMERIC, name) != NULL)
    return TRUE;
  g_test_skip ("the locale is not installed");
  return FALSE;
}

typedef struct
{
  const char *text;
  double number;
} Decimal;

static void
assert_decimals (const Decimal *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      double number = -1;

      if (!samen_decimal_parse_input (cases[i].text, &number, &error))
        g_error ("“%s”: %s", cases[i].text, error->message);
      if (number != cases[i].number)
        g_error ("“%s” is read as %.17g", cases[i].text, number);
    }
}

static void
test_decimal_input_dutch (void)
{
  static const Decimal cases[] = {
    { "0", 0 },
    { "85", 85 },
    { "12,5", 12.5 },
    { "-3,25", -3.25 },
    { "1.234,50", 1234.5 },
    { "1,234.5", 1234.5 },
    { "1.234", 1234 },
    { "1,234", 1.234 },
    { "12.5", 12.5 },
    { "1.234.567", 1.234567e6 },
    { "1.234.567,89", 1234567.89 },
    { "1 234,5", 1234.5 },
    { "1'234", 1234 },
    { " 7 ", 7 },
    { "0,001", 0.001 },
    { "0.123", 0.123 },
    { "1234.567", 1234.567 },
    { ",5", 0.5 },
    { "5,", 5 },
    { "100.000", 100000 },
    { "-1.000", -1000 },
    { "1,234,567", 1.234567e6 },
  };

  if (use_locale ("nl_NL.UTF-8"))
    assert_decimals (cases, G_N_ELEMENTS (cases));
}

static void
test_decimal_input_english (void)
{
  static const Decimal cases[] = {
    { "12.5", 12.5 },
    { "12,5", 12.5 },
    { "1,234", 1234 },
    { "1.234", 1.234 },
    { "1,234.50", 1234.5 },
    { "1.234,50", 1234.5 },
    { "1,234,567", 1.234567e6 },
    { "-0.25", -0.25 },
    { "0,123", 0.123 },
    { "1 000 000", 1e6 },
    { ".5", 0.5 },
  };

  if (use_locale ("en_US.UTF-8"))
    assert_decimals (cases, G_N_ELEMENTS (cases));
}

static void
test_decimal_bad_input (void)
{
  static const char *const bad[] = {
    "x",
    "12a",
    "1e5",
    "0x10",
    "inf",
    "nan",
    "-",
    ",",
    ".",
    "1-2",
    "--1",
    "1..5",
    "1.2.3",
    "1,2,3",
    "15.3.2027",
    "1.23,45.6",
    "1 2",
    "12 34",
    "1.234,5,6",
    "5%",
    "€ 5",
    "1,234.567.8",
    "999999999999999999999999",
    "+",
    "1.2345.678",
    "1'2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      double number = 42;

      if (samen_decimal_parse_input (bad[i], &number, &error))
        g_error ("“%s” is read as %.17g", bad[i], number);
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, bad[i]));
      g_assert_cmpfloat (number, ==, 42);
    }
}

static void
test_decimal_grouped (void)
{
  static const struct
  {
    double number;
    const char *dutch, *english;
  } cases[] = {
    { 0, "0", "0" },
    { 999, "999", "999" },
    { 1234.5, "1234,5", "1234.5" },
    { 12345, "12.345", "12,345" },
    { -12345.678, "-12.345,678", "-12,345.678" },
    { 123456, "123.456", "123,456" },
    { 1e15, "1.000.000.000.000.000", "1,000,000,000,000,000" },
    { NAN, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dutch =
          samen_decimal_format_grouped (cases[i].number, samen_language_get ("nl"));
      g_autofree char *english =
          samen_decimal_format_grouped (cases[i].number, samen_language_get ("en"));

      g_assert_cmpstr (dutch, ==, cases[i].dutch);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
}

/* It is told from what is no number at all, and not repeated to the end */
static void
test_decimal_too_large (void)
{
  g_autofree char *digits = g_strnfill (10000, '9');
  const char *const large[] = { "1000000000000001", "-1000000000000001", digits };

  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autoptr (GError) error = NULL;
      double number;

      g_assert_false (samen_decimal_parse_input (large[i], &number, &error));
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "too large"));
      g_assert_cmpuint (strlen (error->message), <, 200);
    }
}

static void
test_decimal_empty (void)
{
  double number = 42;

  g_assert_true (samen_decimal_parse_input ("", &number, NULL));
  g_assert_true (isnan (number));
  number = 42;
  g_assert_true (samen_decimal_parse_input ("  ", &number, NULL));
  g_assert_true (isnan (number));
}

static void
test_decimal_format (void)
{
  static const struct
  {
    double number;
    const char *english;
    const char *dutch;
  } cases[] = {
    { 0, "0", "0" },
    { -0.0, "0", "0" },
    { 85, "85", "85" },
    { 12.5, "12.5", "12,5" },
    { -3.25, "-3.25", "-3,25" },
    { 0.1 + 0.2, "0.3", "0,3" },
    { 1234567.89, "1234567.89", "1234567,89" },
    { 0.00001, "0.00001", "0,00001" },
    { 1e15, "1000000000000000", "1000000000000000" },
    { 123456789012345, "123456789012345", "123456789012345" },
    { -1e-7, "-0.0000001", "-0,0000001" },
    { NAN, "", "" },
    { INFINITY, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *english = samen_decimal_format (cases[i].number, samen_language_get ("en"));
      g_autofree char *dutch = samen_decimal_format (cases[i].number, samen_language_get ("nl"));

      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (dutch, ==, cases[i].dutch);
    }
}

/* What a form shows is what it reads, or opening a form would change a dossier */
static void
test_decimal_round_trip (void)
{
  static const char *const locales[] = { "nl_NL.UTF-8", "en_US.UTF-8" };

  for (guint l = 0; l < G_N_ELEMENTS (locales); l++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (l + 1);

      if (!use_locale (locales[l]))
        return;
      for (guint i = 0; i < 20000; i++)
        {
          /* Up to 15 digits, with the point anywhere */
          double number = floor (g_rand_double_range (random, -1e6, 1e6)) /
                          pow (10, g_rand_int_range (random, 0, 9));
          g_autofree char *text = samen_decimal_format (number, NULL);
          g_autoptr (GError) error = NULL;
          double again = NAN;

          samen_decimal_parse_input (text, &again, &error);
          g_assert_no_error (error);
          if (again != number)
            g_error ("%.17g is shown as “%s” and read as %.17g", number, text, again);
        }
    }
}

typedef struct
{
  const char *text;
  gint64 cents;
} Amount;

static void
test_money_input (void)
{
  static const Amount cases[] = {
    { "1234,50", 123450 },
    { "€ 1234,50", 123450 },
    { "€1.234,50", 123450 },
    { "1.234,50 €", 123450 },
    { "0,01", 1 },
    { "0,1", 10 },
    { "0,005", 1 },
    { "0,004", 0 },
    { "1,006", 101 },
    { "-5", -500 },
    { "€ -5,25", -525 },
    { "-€ 5,25", -525 },
    { "0,285", 29 },
    { "2,675", 268 },
    { "1,005", 101 },
    { "-1,005", -101 },
    { "19,99", 1999 },
    { "1.000.000", 100000000 },
    { "9999999999,99", 999999999999 },
    { "", SAMEN_INTEGER_NONE },
    { "€", SAMEN_INTEGER_NONE },
  };
  static const char *const bad[] = { "x",     "€ x", "€€ 5",  "5 euro",       "1,2,3",
                                     "€ 5 €", "--5", "-€ -5", "1000000000001" };

  if (!use_locale ("nl_NL.UTF-8"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SamenMoney money = { 42 };

      if (!samen_money_parse_input (cases[i].text, &money, &error))
        g_error ("“%s”: %s", cases[i].text, error->message);
      if (money.cents != cases[i].cents)
        g_error ("“%s” is read as %" G_GINT64_FORMAT " cents", cases[i].text, money.cents);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      SamenMoney money = { 42 };

      if (samen_money_parse_input (bad[i], &money, &error))
        g_error ("“%s” is read as %" G_GINT64_FORMAT " cents", bad[i], money.cents);
      g_assert_error (error, SAMEN_ERROR, SAMEN_ERROR_INVALID);
      g_assert_cmpint (money.cents, ==, 42);
    }
}

static void
test_money_format (void)
{
  static const Amount cases[] = {
    { "€ 1234,50", 123450 },
    { "€ 0,00", 0 },
    { "€ 0,05", 5 },
    { "€ -0,05", -5 },
    { "€ -12,00", -1200 },
    { "", SAMEN_INTEGER_NONE },
    { "€ 92233720368547758,07", G_MAXINT64 },
    { "€ -92233720368547758,07", -G_MAXINT64 },
  };
  g_autofree char *english =
      samen_money_format ((SamenMoney) { 123456 }, samen_language_get ("en"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          samen_money_format ((SamenMoney) { cases[i].cents }, samen_language_get ("nl"));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpstr (english, ==, "€ 1234.56");
}

static void
test_money_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  if (!use_locale ("nl_NL.UTF-8"))
    return;
  for (guint i = 0; i < 20000; i++)
    {
      gint64 cents = (gint64) g_rand_double_range (random, -1e12, 1e12);
      g_autofree char *text = samen_money_format ((SamenMoney) { cents }, NULL);
      SamenMoney again = { 42 };

      g_assert_true (samen_money_parse_input (text, &again, NULL));
      g_assert_cmpint (again.cents, ==, cents);
    }
}

static void
test_time (void)
{
  static const char *const bad[] = {
    "",     "9:30",   "24:00",  "12:60", "12-30", "1230",
    "12:3", "12:300", " 12:30", "ab:cd", "-1:30", "１２:30",
  };

  for (int minute = 0; minute < 24 * 60; minute++)
    {
      g_autofree char *text = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
      g_autofree char *again = NULL;
      SamenTime time = { 0 };

      g_assert_true (samen_time_parse (text, &time));
      again = samen_time_to_string (time);
      g_assert_cmpstr (again, ==, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      SamenTime time = { 0 };

      g_assert_false (samen_time_parse (bad[i], &time));
      g_assert_false (time.is_set);
    }
}

/* Midnight is a time, and no time is nothing */
static void
test_values (void)
{
  g_autoptr (GVariant) midnight = g_variant_ref_sink (samen_value (((SamenTime) { TRUE, 0, 0 })));
  g_autoptr (GVariant) zero = g_variant_ref_sink (samen_value (-0.0));
  g_autoptr (GVariant) also_zero = g_variant_ref_sink (samen_value (0.0));

  g_assert_cmpstr (g_variant_get_string (midnight, NULL), ==, "00:00");
  g_assert_true (samen_value_equal (zero, also_zero));
  g_assert_null (samen_value ((SamenTime) { 0 }));
  g_assert_null (samen_value (SAMEN_DATE_NONE));
  g_assert_null (samen_value (""));
  g_assert_null (samen_value ((const char *) NULL));
  g_assert_null (samen_value ((double) NAN));
  g_assert_null (samen_value ((double) INFINITY));
  g_assert_null (samen_value ((gint64) SAMEN_INTEGER_NONE));
  g_assert_null (samen_value ((SamenMoney) { SAMEN_INTEGER_NONE }));
  g_assert_true (samen_value_equal (NULL, NULL));
  g_assert_false (samen_value_equal (NULL, zero));
  g_assert_false (samen_value_equal (midnight, zero));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/number/decimal-input-dutch", test_decimal_input_dutch);
  g_test_add_func ("/number/decimal-input-english", test_decimal_input_english);
  g_test_add_func ("/number/decimal-bad-input", test_decimal_bad_input);
  g_test_add_func ("/number/decimal-empty", test_decimal_empty);
  g_test_add_func ("/number/decimal-grouped", test_decimal_grouped);
  g_test_add_func ("/number/decimal-too-large", test_decimal_too_large);
  g_test_add_func ("/number/decimal-format", test_decimal_format);
  g_test_add_func ("/number/decimal-round-trip", test_decimal_round_trip);
  g_test_add_func ("/number/money-input", test_money_input);
  g_test_add_func ("/number/money-format", test_money_format);
  g_test_add_func ("/number/money-round-trip", test_money_round_trip);
  g_test_add_func ("/number/time", test_time);
  g_test_add_func ("/number/values", test_values);

  return g_test_run ();
}
