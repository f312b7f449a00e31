/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include "base/value.h"

GVariant *
samen_value_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_variant_new_string (text) : NULL;
}

GVariant *
samen_value_integer (gint64 number)
{
  return number != SAMEN_INTEGER_NONE ? g_variant_new_int64 (number) : NULL;
}

GVariant *
samen_value_int (int number)
{
  return g_variant_new_int64 (number);
}

GVariant *
samen_value_decimal (double number)
{
  /* A zero has no sign in SQLite, and adding nothing takes it away here too */
  return isfinite (number) ? g_variant_new_double (number + 0.0) : NULL;
}

GVariant *
samen_value_boolean (bool truth)
{
  return g_variant_new_boolean (truth);
}

GVariant *
samen_value_money (SamenMoney money)
{
  return samen_value_integer (money.cents);
}

GVariant *
samen_value_date (SamenDate date)
{
  g_autofree char *text = samen_date_to_string (date);

  return samen_value_text (text);
}

GVariant *
samen_value_time (SamenTime time)
{
  g_autofree char *text = samen_time_to_string (time);

  return samen_value_text (text);
}

gboolean
samen_value_equal (GVariant *a, GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_variant_equal (a, b);
}
