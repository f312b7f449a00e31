/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#define _GNU_SOURCE /* renameat2 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/sync.h"

static gboolean
sync_and_close (int descriptor)
{
  gboolean success;
  int reason;

  if (descriptor < 0)
    return FALSE;
  success = fsync (descriptor) == 0;
  reason = errno;
  close (descriptor);
  errno = reason;
  return success;
}

gboolean
samen_sync_file (const char *path)
{
  return sync_and_close (g_open (path, O_RDONLY | O_CLOEXEC, 0));
}

gboolean
samen_sync_folder (const char *path)
{
  /* Some file systems cannot sync a folder, and say so */
  return sync_and_close (g_open (path, O_RDONLY | O_CLOEXEC, 0)) || errno == EINVAL ||
         errno == ENOTSUP;
}

/* Not every file system can refuse by itself to replace a file */
static gboolean
rename_to_new (const char *path, const char *target)
{
  if (renameat2 (AT_FDCWD, path, AT_FDCWD, target, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (path, target) == 0;
}

gboolean
samen_put_in_place (const char *path, const char *target, gboolean replace)
{
  g_autofree char *folder = g_path_get_dirname (target);

  return samen_sync_file (path) &&
         (replace ? g_rename (path, target) == 0 : rename_to_new (path, target)) &&
         samen_sync_folder (folder);
}
