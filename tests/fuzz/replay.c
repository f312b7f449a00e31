/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/* In the place of libFuzzer: reads all files of the folders it is given, and those only */

#include "config.h"

#include "fuzz.h"

static guint
replay (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *data = NULL;
      g_autofree guint8 *exact = NULL;
      gsize size;

      if (!g_file_get_contents (file, &data, &size, NULL))
        g_error ("%s cannot be read", file);
      /* Without the zero that GLib puts after it, so that it is noticed who reads on */
      exact = g_memdup2 (data, size);
      LLVMFuzzerTestOneInput (exact, size);
      n++;
    }
  return n;
}

int
main (int argc, char *argv[])
{
  guint n = 0;

  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    n += replay (argv[i]);
  g_print ("%u seeds\n", n);
  return n > 0 ? 0 : 1;
}
