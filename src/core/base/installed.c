/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/installed.h"

char *
samen_installed_file (const char *name)
{
  const char *folder = g_getenv ("SAMENSPEL_DATADIR");

  if (folder != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return g_build_filename (PKGDATADIR, name, NULL);
}
