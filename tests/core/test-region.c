/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/region.h"

static void
test_list (void)
{
  guint n_regions;
  const SamenRegion *regions = samen_regions (&n_regions);

  g_assert_cmpuint (n_regions, ==, 35);
  for (guint i = 0; i < n_regions; i++)
    {
      g_assert_true (g_regex_match_simple ("^AM[0-9]{2}$", regions[i].code, 0, 0));
      g_assert_cmpuint (strlen (regions[i].name), >, 4);
      g_assert_true (g_utf8_validate (regions[i].name, -1, NULL));
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpstr (regions[i].code, !=, regions[j].code);
          g_assert_cmpstr (regions[i].name, !=, regions[j].name);
        }
    }
}

static void
test_by_code (void)
{
  g_assert_cmpstr (samen_region_by_code ("AM10")->name, ==, "Rivierenland");
  g_assert_true (samen_region_by_code ("am10") == samen_region_by_code ("AM10"));
  g_assert_null (samen_region_by_code ("AM99"));
  g_assert_null (samen_region_by_code (""));
  g_assert_null (samen_region_by_code (NULL));
}

static void
test_by_name (void)
{
  guint n_regions;
  const SamenRegion *regions = samen_regions (&n_regions);

  for (guint i = 0; i < n_regions; i++)
    g_assert_true (samen_region_by_name (regions[i].name) == &regions[i]);
  g_assert_cmpstr (samen_region_by_name (" zééland ")->code, ==, "AM24");
  g_assert_null (samen_region_by_name ("Regio Rivierenhoek"));
  g_assert_null (samen_region_by_name (""));
  g_assert_null (samen_region_by_name (NULL));
}

/* The list may be missing, as from a broken installation: then there are no regions */
static void
test_missing (void)
{
  guint n_regions;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  if (g_file_test (PKGDATADIR "/regions.csv", G_FILE_TEST_EXISTS))
    return;
  g_setenv ("SAMENSPEL_DATADIR", "/nowhere", TRUE);
  samen_regions (&n_regions);
  g_assert_cmpuint (n_regions, ==, 0);
  g_assert_null (samen_region_by_code ("AM10"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/list", test_list);
  g_test_add_func ("/region/by-code", test_by_code);
  g_test_add_func ("/region/by-name", test_by_name);
  g_test_add_func ("/region/missing", test_missing);
  return g_test_run ();
}
