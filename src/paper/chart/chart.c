/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "chart/chart.h"

#include <math.h>

#define COLOR(hex)                                                                                 \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1 }

/* 1 January 10000 is out of a GDate's reach as far as we care */
#define LAST_DAY 3652058

void
samen_chart_style_init (SamenChartStyle *style, SamenChartScheme scheme)
{
  static const struct
  {
    SamenChartColor foreground, dim, accent, success, warning, background;
  } schemes[] = {
    [SAMEN_CHART_LIGHT] = { COLOR (0x1f1f23), COLOR (0x5e5c64), COLOR (0x1c63b7), COLOR (0x1b7345),
                            COLOR (0xa34b00), COLOR (0xffffff) },
    [SAMEN_CHART_DARK] = { COLOR (0xf4f4f6), COLOR (0xb0afb6), COLOR (0x81b5f2), COLOR (0x78d69b),
                           COLOR (0xffb454), COLOR (0x222226) },
    [SAMEN_CHART_LIGHT_CONTRAST] = { COLOR (0x000000), COLOR (0x2b2b30), COLOR (0x003a80),
                                     COLOR (0x00491f), COLOR (0x6b2b00), COLOR (0xffffff) },
    [SAMEN_CHART_DARK_CONTRAST] = { COLOR (0xffffff), COLOR (0xe2e2e6), COLOR (0xa9d0ff),
                                    COLOR (0xa6f4c0), COLOR (0xffd699), COLOR (0x000000) },
    [SAMEN_CHART_PAPER] = { COLOR (0x17171c), COLOR (0x5c5e66), COLOR (0x1a4d6e), COLOR (0x1b6640),
                            COLOR (0x8f4400), COLOR (0xffffff) },
  };

  *style = (SamenChartStyle) {
    .foreground = schemes[scheme].foreground,
    .dim = schemes[scheme].dim,
    .accent = schemes[scheme].accent,
    .success = schemes[scheme].success,
    .warning = schemes[scheme].warning,
    .background = schemes[scheme].background,
    .high_contrast = scheme == SAMEN_CHART_LIGHT_CONTRAST || scheme == SAMEN_CHART_DARK_CONTRAST,
    .family = "Adwaita Sans,Inter,Cantarell,Noto Sans,Liberation Sans,DejaVu Sans,sans-serif",
    .font_size = scheme == SAMEN_CHART_PAPER ? 8.5 : 12,
    .line_width = scheme == SAMEN_CHART_PAPER ? 1.4 : 2,
  };
  if (style->high_contrast)
    style->line_width = 2.5;
}

double
samen_scale_place (const SamenScale *scale, double value)
{
  if (scale->to == scale->from)
    return (scale->start + scale->end) / 2;
  return scale->start +
         (value - scale->from) / (scale->to - scale->from) * (scale->end - scale->start);
}

/* The smallest of 1, 2, 5 times a power of ten that is at least @step. */
static double
nice_step (double step)
{
  static const double parts[] = { 1, 2, 5, 10 };
  double power = pow (10, floor (log10 (step)));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] * power >= step * (1 - 1e-9))
      return parts[i] * power;
  return 10 * power;
}

GArray *
samen_value_ticks (double low, double high, guint most, guint *decimals)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double step;
  double first;
  double last;

  most = MAX (most, 2);
  if (!isfinite (low) || !isfinite (high) || low > high)
    low = high = 0;
  if (high - low <= fabs (high) * 1e-9)
    {
      double room = high == 0 ? 1 : fabs (high) / 10;

      low = high >= 0 ? MAX (low - room, 0) : low - room;
      high += room;
    }

  step = nice_step ((high - low) / (most - 1));
  for (;;)
    {
      first = floor (low / step + 1e-9);
      last = ceil (high / step - 1e-9);
      if (last - first + 1 <= most || most == 2)
        break;
      step = nice_step (step * 1.1);
    }
  /* two ticks: one on either side, whatever their distance */
  for (double i = first; i <= last; i += most == 2 ? MAX (last - first, 1) : 1)
    {
      /* through the step's inverse where that is whole, so that 0.3 is 0.3 */
      double value = step < 1 ? i / round (1 / step) : i * step;

      g_array_append_val (ticks, value);
    }
  if (decimals != NULL)
    *decimals = (guint) CLAMP (-floor (log10 (step) + 1e-9), 0, 9);
  return ticks;
}

/* Months since the beginning of the year 0. */
static int
month_of_day (double day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (floor (day), 0, LAST_DAY) + 1);
  return g_date_get_year (&date) * 12 + g_date_get_month (&date) - 1;
}

static double
day_of_month (int month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) CLAMP (month / 12, 1, 9999));
  return (double) g_date_get_julian (&date) - 1;
}

GArray *
samen_time_ticks (double first, double last, guint most)
{
  static const int steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000 };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (SamenTimeTick));
  int low;
  int high;

  if (!isfinite (first) || !isfinite (last) || last < first)
    return ticks;

  low = month_of_day (first);
  if (day_of_month (low) < first)
    low++;
  high = month_of_day (last);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      int begin = (low + steps[i] - 1) / steps[i] * steps[i];

      if (begin <= high && (guint) ((high - begin) / steps[i] + 1) > MAX (most, 1))
        continue;
      for (int month = begin; month <= high; month += steps[i])
        {
          SamenTimeTick tick = { day_of_month (month), steps[i] < 3    ? SAMEN_TIME_MONTH
                                                       : steps[i] < 12 ? SAMEN_TIME_QUARTER
                                                                       : SAMEN_TIME_YEAR };

          g_array_append_val (ticks, tick);
        }
      break;
    }
  return ticks;
}
