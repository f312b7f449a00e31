/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

#include "base/language.h"

G_BEGIN_DECLS

/**
 * SamenDate:
 * @year: 1 to 9999, or 0 for no date
 * @month: 1 to 12; 21 to 24 for spring, summer, autumn, winter; 0 where only the year is known
 * @day: 1 to 31, or 0 where the day is not known
 *
 * A date as precise as people agreed on it: "spring 2027" is a real deadline. The numbers of the
 * seasons, and the written form, are those of ISO 8601-2:2019 (EDTF level 1): `2027`, `2027-21`,
 * `2027-03`, `2027-03-15`. A zeroed SamenDate is no date.
 */
typedef struct
{
  guint16 year;
  guint8 month;
  guint8 day;
} SamenDate;

enum
{
  SAMEN_SPRING = 21,
  SAMEN_SUMMER,
  SAMEN_AUTUMN,
  SAMEN_WINTER,
};

#define SAMEN_DATE_NONE ((SamenDate) { 0 })

/** samen_date_day: Returns: that day; the caller sees to it that it exists. */
static inline SamenDate
samen_date_day (int year, int month, int day)
{
  return (SamenDate) { (guint16) year, (guint8) month, (guint8) day };
}

/** samen_date_is_set: Returns: whether @date is a date at all. */
static inline gboolean
samen_date_is_set (SamenDate date)
{
  return date.year != 0;
}

/** samen_date_today: Returns: today here; `SAMENSPEL_TODAY` (2026-11-23) overrules the clock. */
SamenDate samen_date_today (void);

/**
 * samen_date_first_day:
 *
 * Returns: the first day that @date covers; a season begins with its month as meteorologists
 *   count it (spring in March). No date for no date.
 */
SamenDate samen_date_first_day (SamenDate date);

/**
 * samen_date_last_day:
 *
 * Returns: the last day that @date covers, the one that counts for a deadline; winter 2027 ends in
 *   February 2028. No date for no date.
 */
SamenDate samen_date_last_day (SamenDate date);

/** samen_date_days: Returns: days since 1 January of the year 1 of @date's first day; 0 if none. */
int samen_date_days (SamenDate date);

/** samen_date_from_days: Returns: the day that is @days days after 1 January of the year 1. */
SamenDate samen_date_from_days (int days);

/**
 * samen_date_add_months:
 * @months: may be negative
 *
 * Returns: the same day @months later, or the month's last day where it has no such day
 *   (31 January and a month is 28 or 29 February); counted from @date's first day.
 */
SamenDate samen_date_add_months (SamenDate date, int months);

/** samen_date_add_days: Returns: the day @days (may be negative) after @date's first day. */
SamenDate samen_date_add_days (SamenDate date, int days);

/**
 * samen_date_compare:
 *
 * Returns: below, at or above zero, by last day, and of two that end together the more precise
 *   first. No date comes after every date.
 */
int samen_date_compare (SamenDate a, SamenDate b);

/** samen_date_equal: Returns: whether both are the same date, equally precise. */
static inline gboolean
samen_date_equal (SamenDate a, SamenDate b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

/**
 * samen_date_parse:
 * @text: the written form kept in dossiers, such as `2027-03-15`
 * @date: (out): the date
 *
 * Returns: whether @text is a date that exists; @date is left alone if not.
 */
gboolean samen_date_parse (const char *text, SamenDate *date);

/**
 * samen_date_parse_input:
 * @text: what somebody typed: `15-3-2027`, `15 maart 2027`, `March 2027`, `voorjaar 2027`, `2027`,
 *   or the written form; empty is no date
 * @date: (out): the date
 * @error: says what a date looks like
 *
 * Reads Dutch and English whatever the language of the interface.
 *
 * Returns: whether @text is a date, or empty.
 */
gboolean samen_date_parse_input (const char *text, SamenDate *date, GError **error);

/** samen_date_to_string: Returns: (transfer full): the written form; empty for no date. */
char *samen_date_to_string (SamenDate date);

/**
 * samen_date_format:
 * @language: (nullable): the language of a document, or %NULL for that of the interface
 *
 * Returns: (transfer full): the date as people read it, such as `15 maart 2027`; empty for none.
 */
char *samen_date_format (SamenDate date, SamenLanguage *language);

/**
 * samen_moment_format:
 * @time: in seconds since 1970
 * @language: (nullable): as in samen_date_format()
 *
 * Returns: (transfer full): the day and the time here, such as `15 maart 2027 om 14:05`; empty for what is
 *   no time.
 */
char *samen_moment_format (gint64 time, SamenLanguage *language);

/** samen_moment_day: Returns: the day here of @time, in seconds since 1970; none for what is no time. */
SamenDate samen_moment_day (gint64 time);

G_END_DECLS
