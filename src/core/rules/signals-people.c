/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record/partnership.h"
#include "rules/signals-private.h"

/* The day on which the last of the covenants ended; none while one is in the making or in force */
static SamenDate
find_end (SamenSignalSearch *search)
{
  SamenDate end = SAMEN_DATE_NONE;

  for (guint i = 0; i < search->agreements->len; i++)
    {
      const SamenSignalAgreement *it = g_ptr_array_index (search->agreements, i);

      /* What took its place tells how long */
      if (it->term->status == SAMEN_AGREEMENT_REPLACED)
        continue;
      if (it->term->status != SAMEN_AGREEMENT_ENDED)
        return SAMEN_DATE_NONE;
      if (!samen_date_is_set (end) || samen_date_compare (it->term->end, end) > 0)
        end = it->term->end;
    }
  return end;
}

static guint
count_people (GListModel *people)
{
  guint n = 0;

  for (guint i = 0; i < samen_n_items (people); i++)
    {
      g_autoptr (SamenRecord) person = g_list_model_get_item (people, i);

      n += !person->deleted;
    }
  return n;
}

void
samen_signals_kept_long (SamenSignalSearch *search)
{
  const SamenSignalSources *sources = search->sources;
  g_autoptr (SamenPartnership) partnership = samen_n_items (sources->partnerships) > 0
                                                 ? g_list_model_get_item (sources->partnerships, 0)
                                                 : NULL;
  guint n = count_people (sources->people);
  SamenDate end = find_end (search);
  SamenDate until;
  g_autofree char *day = NULL;

  if (partnership == NULL || partnership->keep_years <= 0 || n == 0 || !samen_date_is_set (end))
    return;
  until = samen_date_add_months (samen_date_last_day (end), 12 * (int) partnership->keep_years);
  if (samen_date_compare (search->today, until) <= 0)
    return;
  day = samen_date_format (until, NULL);
  samen_signal_search_add (
      search, partnership, until, n,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       /* Translators: a date */
                       "Data of %u person is still kept, while that was to be until %s.",
                       "Data of %u people are still kept, while that was to be until %s.", n),
          n, day));
}
