/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "chart/chart.h"

/* 1 January of these years, counted from 1 January of the year 1. */
#define DAY_2026 739616.0
#define DAY_2027 739981.0
#define DAY_2028 740346.0

static void
assert_values (GArray *ticks, guint n, const double *values)
{
  g_assert_cmpuint (ticks->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (ticks, double, i), values[i], 1e-9);
  g_array_unref (ticks);
}

static void
test_value_ticks (void)
{
  guint decimals;

  assert_values (samen_value_ticks (0, 100, 6, &decimals), 6,
                 (double[]) { 0, 20, 40, 60, 80, 100 });
  g_assert_cmpuint (decimals, ==, 0);
  assert_values (samen_value_ticks (3, 97, 6, NULL), 6, (double[]) { 0, 20, 40, 60, 80, 100 });
  assert_values (samen_value_ticks (0, 1, 6, &decimals), 6, (double[]) { 0, .2, .4, .6, .8, 1 });
  g_assert_cmpuint (decimals, ==, 1);
  assert_values (samen_value_ticks (6.1, 6.9, 5, &decimals), 3, (double[]) { 6, 6.5, 7 });
  g_assert_cmpuint (decimals, ==, 1);
  assert_values (samen_value_ticks (-7, 12, 5, NULL), 4, (double[]) { -10, 0, 10, 20 });
  assert_values (samen_value_ticks (0, 1234567, 5, NULL), 4, (double[]) { 0, 5e5, 1e6, 1.5e6 });
  assert_values (samen_value_ticks (0.01, 0.04, 4, &decimals), 4,
                 (double[]) { .01, .02, .03, .04 });
  g_assert_cmpuint (decimals, ==, 2);
}

static void
test_value_ticks_edges (void)
{
  assert_values (samen_value_ticks (42, 42, 5, NULL), 4, (double[]) { 35, 40, 45, 50 });
  assert_values (samen_value_ticks (0, 0, 4, NULL), 3, (double[]) { 0, .5, 1 });
  assert_values (samen_value_ticks (3, 97, 2, NULL), 2, (double[]) { 0, 100 });
  assert_values (samen_value_ticks (-5, 12, 2, NULL), 2, (double[]) { -20, 20 });
  assert_values (samen_value_ticks (NAN, 12, 4, NULL), 3, (double[]) { 0, .5, 1 });
  assert_values (samen_value_ticks (9, 3, 4, NULL), 3, (double[]) { 0, .5, 1 });
}

/* Whatever the numbers: both ends are covered, and there are not too many. */
static void
test_value_ticks_cover (void)
{
  for (int i = 0; i < 2000; i++)
    {
      double low = g_test_rand_double_range (-1000, 1000);
      double high = low + pow (10, g_test_rand_double_range (-6, 9));
      guint most = (guint) g_test_rand_int_range (2, 9);
      g_autoptr (GArray) ticks = samen_value_ticks (low, high, most, NULL);
      double slack = (high - low) * 1e-6;

      g_assert_cmpuint (ticks->len, >=, 2);
      g_assert_cmpuint (ticks->len, <=, most);
      g_assert_cmpfloat (g_array_index (ticks, double, 0), <=, low + slack);
      g_assert_cmpfloat (g_array_index (ticks, double, ticks->len - 1), >=, high - slack);
    }
}

static void
assert_days (GArray *ticks, SamenTimeUnit unit, guint n, const double *days)
{
  g_assert_cmpuint (ticks->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (g_array_index (ticks, SamenTimeTick, i).day, ==, days[i]);
      g_assert_cmpint (g_array_index (ticks, SamenTimeTick, i).unit, ==, unit);
    }
  g_array_unref (ticks);
}

static void
test_time_ticks (void)
{
  assert_days (samen_time_ticks (DAY_2026, DAY_2028, 4), SAMEN_TIME_YEAR, 3,
               (double[]) { DAY_2026, DAY_2027, DAY_2028 });
  assert_days (samen_time_ticks (DAY_2026, DAY_2028, 5), SAMEN_TIME_QUARTER, 5,
               (double[]) { DAY_2026, DAY_2026 + 181, DAY_2027, DAY_2027 + 181, DAY_2028 });
  assert_days (samen_time_ticks (DAY_2026, DAY_2027 - 1, 4), SAMEN_TIME_QUARTER, 4,
               (double[]) { DAY_2026, DAY_2026 + 90, DAY_2026 + 181, DAY_2026 + 273 });
  /* 10 February to 20 May */
  assert_days (samen_time_ticks (DAY_2026 + 40, DAY_2026 + 139, 4), SAMEN_TIME_MONTH, 3,
               (double[]) { DAY_2026 + 59, DAY_2026 + 90, DAY_2026 + 120 });
  /* 2026 to 2066: 2030, 2040, 2050, 2060 */
  assert_days (samen_time_ticks (DAY_2026, DAY_2026 + 14610, 5), SAMEN_TIME_YEAR, 4,
               (double[]) { 741077, 744729, 748382, 752034 });
  assert_days (samen_time_ticks (DAY_2026 + 60, DAY_2026 + 78, 5), SAMEN_TIME_MONTH, 0, NULL);
  assert_days (samen_time_ticks (NAN, DAY_2026, 5), SAMEN_TIME_MONTH, 0, NULL);
  assert_days (samen_time_ticks (DAY_2027, DAY_2026, 5), SAMEN_TIME_MONTH, 0, NULL);
}

static void
test_scale (void)
{
  SamenScale up = { 0, 100, 200, 20 };
  SamenScale flat = { 5, 5, 0, 80 };

  g_assert_cmpfloat (samen_scale_place (&up, 0), ==, 200);
  g_assert_cmpfloat (samen_scale_place (&up, 100), ==, 20);
  g_assert_cmpfloat (samen_scale_place (&up, 25), ==, 155);
  g_assert_cmpfloat (samen_scale_place (&flat, 5), ==, 40);
  g_assert_true (isnan (samen_scale_place (&up, NAN)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/value", test_value_ticks);
  g_test_add_func ("/ticks/value-edges", test_value_ticks_edges);
  g_test_add_func ("/ticks/value-cover", test_value_ticks_cover);
  g_test_add_func ("/ticks/time", test_time_ticks);
  g_test_add_func ("/ticks/scale", test_scale);
  return g_test_run ();
}
