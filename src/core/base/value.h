/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <stdbool.h>

#include <gio/gio.h>

#include "base/date.h"
#include "base/number.h"

G_BEGIN_DECLS

/*
 * A value as it is kept: a #GVariant of one of the types that SQLite and JSON know too, or %NULL
 * for nothing (an empty text, no date, a number not filled in):
 *
 *   s  text, the written form of a date or time, the id of another record, the name of a choice
 *   x  whole number, money in cents
 *   d  decimal
 *   b  yes or no
 */

/** samen_value_text: Returns: (nullable) (transfer floating): @text; %NULL for an empty one. */
GVariant *samen_value_text (const char *text);

/** samen_value_integer: Returns: (nullable) (transfer floating): @number. */
GVariant *samen_value_integer (gint64 number);

/** samen_value_int: Returns: (transfer floating): @number. */
GVariant *samen_value_int (int number);

/** samen_value_decimal: Returns: (nullable) (transfer floating): @number; %NULL if not finite. */
GVariant *samen_value_decimal (double number);

/** samen_value_boolean: Returns: (transfer floating): @truth. */
GVariant *samen_value_boolean (bool truth);

/** samen_value_money: Returns: (nullable) (transfer floating): the cents of @money. */
GVariant *samen_value_money (SamenMoney money);

/** samen_value_date: Returns: (nullable) (transfer floating): the written form of @date. */
GVariant *samen_value_date (SamenDate date);

/** samen_value_time: Returns: (nullable) (transfer floating): the written form of @time. */
GVariant *samen_value_time (SamenTime time);

/**
 * samen_value:
 *
 * Any of the above, by the type of what it is given. A choice is its name, as text.
 */
#define samen_value(thing)                                                                         \
  _Generic ((thing),                                                                               \
      char *: samen_value_text,                                                                    \
      const char *: samen_value_text,                                                              \
      gint64: samen_value_integer,                                                                 \
      int: samen_value_int,                                                                        \
      double: samen_value_decimal,                                                                 \
      bool: samen_value_boolean,                                                                   \
      SamenMoney: samen_value_money,                                                               \
      SamenDate: samen_value_date,                                                                 \
      SamenTime: samen_value_time) (thing)

/** samen_value_equal: Returns: whether both are nothing, or the same. */
gboolean samen_value_equal (GVariant *a, GVariant *b);

G_END_DECLS
