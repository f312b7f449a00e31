/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gstdio.h>

#include "fuzz.h"
#include "store/check.h"
#include "store/package-private.h"

/* Whether all of it can be taken out of the zip: this is sooner known than what becomes of it */
static gboolean
can_be_unpacked (const char *path, const char *passphrase)
{
  g_autoptr (SamenPackageArchive) archive =
      samen_package_archive_open (path, passphrase, NULL, NULL);
  const char *name;
  char buffer[4096];
  gssize n = 0;

  if (archive == NULL)
    return FALSE;
  while (samen_package_archive_next (archive, &name, NULL))
    {
      if (name == NULL)
        return TRUE;
      fuzz_assert (g_utf8_validate (name, -1, NULL));
      do
        n = samen_package_archive_read (archive, buffer, sizeof buffer, NULL);
      while (n > 0);
      if (n < 0)
        return FALSE;
    }
  return FALSE;
}

/* A file that is said to be a package becomes a dossier that is whole, or none */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *path = fuzz_file ("package");
  const char *target = fuzz_file ("imported");
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = NULL;
  g_auto (GStrv) problems = NULL;

  fuzz_assert (g_file_set_contents_full (path, (const char *) data, (gssize) size,
                                         G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  can_be_unpacked (path, "geheim");
  if (!can_be_unpacked (path, NULL))
    return 0;
  if (!samen_package_import (path, NULL, target, NULL, &error))
    {
      fuzz_assert (error != NULL && !g_file_test (target, G_FILE_TEST_EXISTS));
      return 0;
    }
  store = samen_store_open (target, NULL);
  fuzz_assert (store != NULL);
  problems = samen_store_check (store);
  fuzz_assert (problems[0] == NULL);
  g_clear_object (&store);
  g_unlink (target);
  return 0;
}
