/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/installed.h"
#include "base/region.h"

/* One region on a line, the code and the name, divided by a semicolon; the first line says so */
static void
read_lines (GArray *regions, char **lines)
{
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      char *name = strchr (line, ';');
      SamenRegion region;

      if (name == NULL)
        continue;
      *name++ = '\0';
      region = (SamenRegion) { g_strdup (line), g_strdup (name) };
      g_array_append_val (regions, region);
    }
}

static gpointer
read_regions (gpointer unused)
{
  GArray *regions = g_array_new (TRUE, TRUE, sizeof (SamenRegion));
  g_autofree char *path = samen_installed_file ("regions.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL) ||
      !g_utf8_validate_len (text, length, NULL))
    {
      g_debug ("no list of regions in %s", path);
      return regions;
    }
  lines = g_strsplit (text, "\n", -1);
  read_lines (regions, lines);
  return regions;
}

const SamenRegion *
samen_regions (guint *n_regions)
{
  static GOnce once = G_ONCE_INIT;
  const GArray *regions = g_once (&once, read_regions, NULL);

  *n_regions = regions->len;
  return (const SamenRegion *) (gconstpointer) regions->data;
}

const SamenRegion *
samen_region_by_code (const char *code)
{
  guint n_regions;
  const SamenRegion *regions = samen_regions (&n_regions);

  for (guint i = 0; code != NULL && i < n_regions; i++)
    if (g_ascii_strcasecmp (regions[i].code, code) == 0)
      return &regions[i];
  return NULL;
}

static char *
fold (const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *plain = g_str_to_ascii (trimmed, "C");

  return g_utf8_casefold (plain, -1);
}

const SamenRegion *
samen_region_by_name (const char *name)
{
  guint n_regions;
  const SamenRegion *regions = samen_regions (&n_regions);
  g_autofree char *wanted = name != NULL ? fold (name) : NULL;

  for (guint i = 0; wanted != NULL && i < n_regions; i++)
    {
      g_autofree char *found = fold (regions[i].name);

      if (g_str_equal (found, wanted))
        return &regions[i];
    }
  return NULL;
}
