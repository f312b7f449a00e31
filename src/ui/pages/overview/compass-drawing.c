/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "chart/compass-chart.h"
#include "pages/overview/compass-drawing.h"

static void
draw (cairo_t *cr, const SamenChartStyle *style, double width, double height, gpointer data)
{
  SamenCompassChart chart = { .sectors = data, .n_sectors = SAMEN_N_TIPS };

  samen_compass_chart_draw (&chart, style, cr, width, height);
}

/* A sentence for each tip */
static char *
describe (const SamenTipState states[SAMEN_N_TIPS])
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SAMEN_N_TIPS; i++)
    {
      /* Translators: the number of a tip, what it is about, and where the partnership stands on it */
      g_autofree char *line = g_strdup_printf (
          _ ("Tip %u, %s: %s."), i + 1, samen_tip_title (i + 1), samen_tip_state_label (states[i]));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", line);
    }
  return g_string_free_and_steal (text);
}

void
samen_compass_drawing_show (SamenChartView *view, const SamenTipState states[SAMEN_N_TIPS])
{
  static const SamenCompassFill fills[] = {
    [SAMEN_TIP_NOT_BEGUN] = SAMEN_COMPASS_EMPTY,
    [SAMEN_TIP_NOW] = SAMEN_COMPASS_LOW,
    [SAMEN_TIP_SOON] = SAMEN_COMPASS_HALF,
    [SAMEN_TIP_IN_ORDER] = SAMEN_COMPASS_FULL,
  };
  SamenCompassFill *sectors = g_new (SamenCompassFill, SAMEN_N_TIPS);
  g_autofree char *description = describe (states);

  for (guint i = 0; i < SAMEN_N_TIPS; i++)
    sectors[i] = fills[states[i]];
  samen_chart_view_set (view, draw, NULL, sectors, g_free, _ ("Compass of the six tips"),
                        description);
}
