/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <signal.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "fuzz.h"

static char *folder;

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

const char *
fuzz_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_intern_string (path);
}

/* GLib stops where a debugger would look, and libFuzzer keeps only what a program aborts at */
static void
trapped_cb (int signal_number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  signal (SIGTRAP, trapped_cb);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  g_setenv ("SAMENSPEL_TODAY", "2026-11-23", TRUE);
  folder = g_dir_make_tmp ("samenspel-fuzz-XXXXXX", NULL);
  fuzz_assert (folder != NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  atexit (remove_folder);
  return 0;
}
