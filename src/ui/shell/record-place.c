/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "pages/page.h"
#include "shell/record-place.h"

/* Where whole things are; what is part of one is where that is */
static const struct
{
  const char *table;
  const char *page;
} places[] = {
  { "partnership", "overview" }, { "organisation", "people" }, { "person", "people" },
  { "agreement", "covenant" },   { "goal", "steering" },       { "milestone", "steps" },
};

const SamenPageEntry *
samen_record_place (SamenStore *store, SamenRecord *record)
{
  g_autoptr (SamenRecord) whole = g_object_ref (record);

  while (whole != NULL)
    {
      g_autoptr (SamenRecord) part = g_steal_pointer (&whole);

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        if (g_str_equal (places[i].table, SAMEN_RECORD_GET_CLASS (part)->table))
          return samen_page_list_find (places[i].page);
      whole = samen_store_get_owner (store, part);
    }
  return NULL;
}
