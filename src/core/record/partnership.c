/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/region.h"
#include "record/partnership.h"

static const SamenChoice languages[] = {
  { "nl", NC_ ("choice", "Dutch") },
  { "en", NC_ ("choice", "English") },
  { NULL },
};

static char **
suggest_regions (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n_regions;
  const SamenRegion *regions = samen_regions (&n_regions);

  for (guint i = 0; i < n_regions; i++)
    g_strv_builder_add (names, regions[i].name);
  return g_strv_builder_end (names);
}

static const SamenField fields[] = {
  SAMEN_FIELD (SamenPartnership, name, N_ ("Name"), .flags = SAMEN_REQUIRED),
  SAMEN_FIELD (SamenPartnership, region, N_ ("Region"), .suggest = suggest_regions),
  SAMEN_FIELD (SamenPartnership, region_code, N_ ("Region code"), .flags = SAMEN_INTERNAL),
  SAMEN_FIELD (SamenPartnership, sectors, N_ ("Sectors")),
  SAMEN_FIELD (SamenPartnership, purpose, N_ ("Purpose"), .flags = SAMEN_LONG),
  SAMEN_FIELD (SamenPartnership, principles, N_ ("Principles"), .flags = SAMEN_LONG),
  SAMEN_FIELD (SamenPartnership, language, N_ ("Language of documents"), .choices = languages),
  SAMEN_FIELD (SamenPartnership, quiet, N_ ("Quiet celebrations")),
  SAMEN_FIELD (SamenPartnership, keep_years, N_ ("Years to keep people’s data"), .min = 1,
               .max = 50,
               .hint = N_ ("Counted from the end of the last covenant. After that, a point of "
                           "attention asks you to erase them.")),
};

SAMEN_DEFINE_RECORD (SamenPartnership, samen_partnership, "partnership", N_ ("partnership"), fields)
