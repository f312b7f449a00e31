/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#define _GNU_SOURCE /* fallocate */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/sync.h"
#include "base/unfinished.h"

#define PREFIX ".samenspel-"
#define MARK "XXXXXX"

static gboolean
is_name (const char *name)
{
  const char *mark = name + strlen (PREFIX);

  if (!g_str_has_prefix (name, PREFIX) || strlen (mark) != strlen (MARK))
    return FALSE;
  for (; *mark != '\0'; mark++)
    if (!g_ascii_isalnum (*mark))
      return FALSE;
  return TRUE;
}

/* Not every file system has locks, and another computer may be writing it, whose locks are not seen here */
static gboolean
is_left_behind (int descriptor)
{
  GStatBuf status;

  return fstat (descriptor, &status) == 0 && S_ISREG (status.st_mode) &&
         status.st_uid == geteuid () &&
         status.st_mtime < g_get_real_time () / G_USEC_PER_SEC - SAMEN_UNFINISHED_SECONDS &&
         (flock (descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK);
}

void
samen_remove_with_companions (const char *path)
{
  /* What SQLite keeps beside a file that it writes */
  static const char *const endings[] = { "-wal", "-shm", "-journal", "" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

void
samen_unfinished_clear (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int descriptor =
          is_name (name) ? g_open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0) : -1;

      if (descriptor < 0)
        continue;
      if (is_left_behind (descriptor))
        samen_remove_with_companions (path);
      close (descriptor);
    }
}

SamenUnfinished *
samen_unfinished_new (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, PREFIX MARK, NULL);
  SamenUnfinished *self;
  int descriptor;

  samen_unfinished_clear (folder);
  descriptor = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0666);
  if (descriptor < 0)
    return NULL;
  flock (descriptor, LOCK_EX | LOCK_NB);
  self = g_new0 (SamenUnfinished, 1);
  self->path = g_steal_pointer (&path);
  self->descriptor = descriptor;
  return self;
}

gboolean
samen_unfinished_reserve (SamenUnfinished *self, goffset size)
{
  if (size <= 0 || fallocate (self->descriptor, FALLOC_FL_KEEP_SIZE, 0, size) == 0)
    return TRUE;
  return errno != ENOSPC && errno != EDQUOT && errno != EFBIG;
}

gboolean
samen_unfinished_put (SamenUnfinished *self, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  const gboolean is_safe = fsync (self->descriptor) == 0;

  if (is_safe)
    {
      /* Later, this would take away the locks that SQLite has on what it is called by then */
      close (self->descriptor);
      self->descriptor = -1;
    }
  if (!is_safe || g_rename (self->path, target) != 0)
    return FALSE;
  self->is_put = TRUE;
  return samen_sync_folder (folder);
}

void
samen_unfinished_free (SamenUnfinished *self)
{
  const int reason = errno;

  if (self->descriptor >= 0)
    close (self->descriptor);
  if (!self->is_put)
    samen_remove_with_companions (self->path);
  g_free (self->path);
  g_free (self);
  errno = reason;
}
