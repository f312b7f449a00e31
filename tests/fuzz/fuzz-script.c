/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gstdio.h>

#include "fuzz.h"
#include "store/check.h"
#include "store/script.h"

/* The script of an example dossier */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *path = fuzz_file ("dossier");
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_script_load ((const char *) data, size, path, &error);
  g_auto (GStrv) problems = NULL;

  fuzz_assert ((store == NULL) == (error != NULL));
  if (store == NULL)
    {
      fuzz_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
      return 0;
    }
  problems = samen_store_check (store);
  fuzz_assert (problems[0] == NULL);
  g_clear_object (&store);
  g_unlink (path);
  return 0;
}
