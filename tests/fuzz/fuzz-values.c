/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/format.h"
#include "base/id.h"
#include "fuzz.h"
#include "record/types.h"

/* What somebody typed or a file says: numbers, dates, times, positions, and each field of each record */

static void
read_date (const char *text)
{
  SamenDate date = SAMEN_DATE_NONE, again = SAMEN_DATE_NONE;
  g_autofree char *written = NULL;
  g_autofree char *shown = NULL;

  if (!samen_date_parse_input (text, &date, NULL) || !samen_date_is_set (date))
    return;
  written = samen_date_to_string (date);
  fuzz_assert (samen_date_parse (written, &again) && samen_date_equal (date, again));
  shown = samen_date_format (date, NULL);
  fuzz_assert (samen_date_parse_input (shown, &again, NULL) && samen_date_equal (date, again));
  fuzz_assert (samen_date_days (samen_date_first_day (date)) <=
               samen_date_days (samen_date_last_day (date)));
  samen_date_add_months (date, 7);
  samen_date_add_days (date, -40);
}

static void
read_number (const char *text)
{
  double number, again;
  g_autofree char *shown = NULL;

  if (!samen_decimal_parse_input (text, &number, NULL) || isnan (number))
    return;
  fuzz_assert (isfinite (number));
  shown = samen_decimal_format (number, NULL);
  fuzz_assert (samen_decimal_parse_input (shown, &again, NULL));
  fuzz_assert (fabs (again - number) <= fabs (number) * 1e-9 + 1e-9);
}

static void
read_money (const char *text)
{
  SamenMoney money, again;
  g_autofree char *shown = NULL;

  if (!samen_money_parse_input (text, &money, NULL) || money.cents == SAMEN_INTEGER_NONE)
    return;
  shown = samen_money_format (money, NULL);
  fuzz_assert (samen_money_parse_input (shown, &again, NULL) && again.cents == money.cents);
}

static void
read_time (const char *text)
{
  SamenTime time, again;
  g_autofree char *written = NULL;

  if (!samen_time_parse (text, &time))
    return;
  written = samen_time_to_string (time);
  fuzz_assert (samen_time_parse (written, &again) && again.hour == time.hour &&
               again.minute == time.minute);
}

/* The text is two positions with a space between */
static void
read_positions (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  const char *after = parts[0] != NULL ? parts[1] : NULL;
  g_autofree char *between = NULL;

  if (!samen_position_is_valid (parts[0]) || !samen_position_is_valid (after) ||
      strcmp (parts[0], after) >= 0)
    return;
  between = samen_position_between (parts[0], after);
  fuzz_assert (strcmp (parts[0], between) < 0 && strcmp (between, after) < 0);
}

static void
read_field (const SamenField *field, const char *text)
{
  g_autoptr (GVariant) value = NULL;
  g_autofree char *shown = NULL;

  if (field->check != NULL)
    field->check (text);
  switch (field->kind)
    {
    case SAMEN_KIND_CHOICE:
    case SAMEN_KIND_BOOLEAN:
    case SAMEN_KIND_REFERENCE:
    case SAMEN_KIND_POSITION:
    case SAMEN_KIND_BYTES:
      value = g_variant_ref_sink (g_variant_new_string (text));
      samen_field_accepts (field, value, NULL);
      return;
    default:
      break;
    }
  if (!samen_field_parse_input (field, text, &value, NULL))
    return;
  fuzz_assert (samen_field_accepts (field, value, NULL));
  shown = samen_field_format (field, value, NULL);
  fuzz_assert (g_utf8_validate (shown, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* What is typed or read is UTF-8 by the time it comes here */
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  read_date (text);
  read_number (text);
  read_money (text);
  read_time (text);
  read_positions (text);
  samen_id_is_valid (text);
  for (guint i = 0; i < n_types; i++)
    {
      const SamenRecordClass *klass = samen_record_class_of (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        read_field (&klass->fields[j], text);
    }
  return 0;
}
