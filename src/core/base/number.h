/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

#include "base/language.h"

G_BEGIN_DECLS

/** What a whole number is that was not filled in. A decimal is then not a number (NAN). */
#define SAMEN_INTEGER_NONE G_MININT64

/** SamenMoney: @cents: euro cents, or %SAMEN_INTEGER_NONE */
typedef struct
{
  gint64 cents;
} SamenMoney;

/** SamenTime: a time of day; zeroed for none. */
typedef struct
{
  gboolean is_set;
  guint8 hour;
  guint8 minute;
} SamenTime;

/**
 * samen_decimal_parse_input:
 * @text: what somebody typed, such as `12,5`, `1.234,50` or `1,234.5`; empty is not a number
 * @number: (out): the number, NAN for an empty text
 * @error: says what a number looks like
 *
 * Of two kinds of marks the last one is the decimal sign. A single mark is the decimal sign if it
 * is that of the interface's language, or if it does not stand where it would group digits by three.
 *
 * Returns: whether @text is a number, or empty.
 */
gboolean samen_decimal_parse_input (const char *text, double *number, GError **error);

/**
 * samen_decimal_format:
 * @language: (nullable): the language of a document, or %NULL for that of the interface
 *
 * Returns: (transfer full): @number in as few digits as tell it, with that language's decimal sign;
 *   empty if it is not a number.
 */
char *samen_decimal_format (double number, SamenLanguage *language);

/** samen_decimal_format_grouped: as samen_decimal_format(), with the digits of a large number in threes. */
char *samen_decimal_format_grouped (double number, SamenLanguage *language);

/** samen_money_parse_input: as samen_decimal_parse_input(), with or without `€`; whole cents. */
gboolean samen_money_parse_input (const char *text, SamenMoney *money, GError **error);

/** samen_money_format: Returns: (transfer full): such as `€ 1234,50`; empty for none. */
char *samen_money_format (SamenMoney money, SamenLanguage *language);

/** samen_time_parse: Returns: whether @text, such as `14:30`, is a time; @time is then set. */
gboolean samen_time_parse (const char *text, SamenTime *time);

/** samen_time_to_string: Returns: (transfer full): such as `14:30`; empty for none. */
char *samen_time_to_string (SamenTime time);

G_END_DECLS
