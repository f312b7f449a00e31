/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <sqlite3.h>

#include "faults.h"

/* What a disk writes as a whole, if anything */
#define SECTOR 512

/* A change that was not synced yet: a write, or with no bytes a new length */
typedef struct
{
  gsize offset;
  GBytes *bytes;
} Pending;

/* What the disk holds for sure of a file, and what is on its way */
typedef struct
{
  GByteArray *safe;
  GPtrArray *pending;
  gboolean is_listed;  /* its name is in the folder, for sure */
  gboolean is_deleted; /* which the disk may not have heard of */
} Disk;

typedef struct
{
  sqlite3_file base;
  Disk *disk; /* NULL for what is not recorded */
  sqlite3_file *real;
} File;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs vfs;

static struct
{
  FaultsCall calls;
  guint first, times, seen, failed;
  int code;
} plan;

static struct
{
  char *folder;
  GHashTable *disks; /* path to Disk */
  void (*before_change) (gpointer data);
  gpointer data;
} recording;

/* The code with which this call is to fail, or SQLITE_OK */
static int
fault (FaultsCall call)
{
  guint number;

  if ((plan.calls & call) == 0)
    return SQLITE_OK;
  number = plan.seen++;
  if (number < plan.first || number - plan.first >= plan.times)
    return SQLITE_OK;
  plan.failed++;
  return plan.code;
}

static void
pending_free (gpointer data)
{
  Pending *self = data;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static void
disk_clear (gpointer data)
{
  Disk *self = data;

  g_byte_array_unref (self->safe);
  g_ptr_array_unref (self->pending);
}

/* It is in the table and in each file that is open */
static void
disk_unref (gpointer self)
{
  g_rc_box_release_full (self, disk_clear);
}

static void
change_bytes (GByteArray *content, gsize offset, gconstpointer bytes, gsize size)
{
  gsize before = content->len;

  if (size == 0)
    return;
  if (offset + size > before)
    {
      g_byte_array_set_size (content, (guint) (offset + size));
      memset (content->data + before, 0, offset + size - before);
    }
  memcpy (content->data + offset, bytes, size);
}

static void
apply (GByteArray *content, const Pending *change)
{
  if (change->bytes != NULL)
    change_bytes (content, change->offset, g_bytes_get_data (change->bytes, NULL),
                  g_bytes_get_size (change->bytes));
  else if (change->offset < content->len)
    g_byte_array_set_size (content, (guint) change->offset);
}

/* Some sectors of a write, and not the others */
static void
apply_torn (GByteArray *content, const Pending *change, GRand *random)
{
  const guint8 *bytes = change->bytes != NULL ? g_bytes_get_data (change->bytes, NULL) : NULL;
  gsize size = bytes != NULL ? g_bytes_get_size (change->bytes) : 0;

  for (gsize i = 0; i < size; i += SECTOR)
    if (g_rand_boolean (random))
      change_bytes (content, change->offset + i, bytes + i, MIN (SECTOR, size - i));
}

static void
add_pending (File *self, gsize offset, GBytes *bytes)
{
  Pending *change = g_new0 (Pending, 1);

  change->offset = offset;
  change->bytes = bytes;
  g_ptr_array_add (self->disk->pending, change);
}

static void
sync_disk (Disk *disk)
{
  for (guint i = 0; i < disk->pending->len; i++)
    apply (disk->safe, g_ptr_array_index (disk->pending, i));
  g_ptr_array_set_size (disk->pending, 0);
  disk->is_listed = TRUE;
}

static void
announce_change (gboolean is_recorded)
{
  if (is_recorded && recording.before_change != NULL)
    recording.before_change (recording.data);
}

static int
file_close (sqlite3_file *file)
{
  File *self = (File *) file;
  int code = self->real->pMethods != NULL ? self->real->pMethods->xClose (self->real) : SQLITE_OK;

  self->base.pMethods = NULL;
  g_clear_pointer (&self->disk, disk_unref);
  return code;
}

static int
file_read (sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
  File *self = (File *) file;
  int code = fault (FAULTS_READ);

  return code != SQLITE_OK ? code : self->real->pMethods->xRead (self->real, bytes, size, offset);
}

static int
file_write (sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
  File *self = (File *) file;
  int code = fault (FAULTS_WRITE);

  announce_change (self->disk != NULL);
  if (code == SQLITE_OK)
    code = self->real->pMethods->xWrite (self->real, bytes, size, offset);
  if (code == SQLITE_OK && self->disk != NULL)
    add_pending (self, (gsize) offset, g_bytes_new (bytes, (gsize) size));
  return code;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  File *self = (File *) file;
  int code = fault (FAULTS_TRUNCATE);

  announce_change (self->disk != NULL);
  if (code == SQLITE_OK)
    code = self->real->pMethods->xTruncate (self->real, size);
  if (code == SQLITE_OK && self->disk != NULL)
    add_pending (self, (gsize) size, NULL);
  return code;
}

static int
file_sync (sqlite3_file *file, int flags)
{
  File *self = (File *) file;
  int code = fault (FAULTS_SYNC);

  announce_change (self->disk != NULL);
  /* The disk is this program's own: nothing is gained by waiting for the real one */
  if (code == SQLITE_OK && self->disk != NULL)
    sync_disk (self->disk);
  return code;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  File *self = (File *) file;

  return self->real->pMethods->xFileSize (self->real, size);
}

static int
file_lock (sqlite3_file *file, int lock)
{
  File *self = (File *) file;
  int code = fault (FAULTS_LOCK);

  return code != SQLITE_OK ? code : self->real->pMethods->xLock (self->real, lock);
}

static int
file_unlock (sqlite3_file *file, int lock)
{
  File *self = (File *) file;

  return self->real->pMethods->xUnlock (self->real, lock);
}

static int
file_check_lock (sqlite3_file *file, int *result)
{
  File *self = (File *) file;

  return self->real->pMethods->xCheckReservedLock (self->real, result);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  File *self = (File *) file;

  return self->real->pMethods->xFileControl (self->real, operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  File *self = (File *) file;

  return self->real->pMethods->xSectorSize (self->real);
}

static int
file_characteristics (sqlite3_file *file)
{
  File *self = (File *) file;

  return self->real->pMethods->xDeviceCharacteristics (self->real);
}

static int
file_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **result)
{
  File *self = (File *) file;
  int code = fault (FAULTS_SHARE);

  return code != SQLITE_OK ? code
                           : self->real->pMethods->xShmMap (self->real, page, size, extend, result);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  File *self = (File *) file;
  int code = (flags & SQLITE_SHM_UNLOCK) == 0 ? fault (FAULTS_LOCK) : SQLITE_OK;

  return code != SQLITE_OK ? code : self->real->pMethods->xShmLock (self->real, offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  File *self = (File *) file;

  self->real->pMethods->xShmBarrier (self->real);
}

static int
file_shm_unmap (sqlite3_file *file, int delete)
{
  File *self = (File *) file;

  return self->real->pMethods->xShmUnmap (self->real, delete);
}

/* Version 2: with shared memory for the WAL, and without mapping the file itself */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static Disk *
find_disk (const char *path)
{
  Disk *disk;
  char *bytes = NULL;
  gsize size = 0;

  if (path == NULL || recording.folder == NULL || !g_str_has_prefix (path, recording.folder))
    return NULL;
  disk = g_hash_table_lookup (recording.disks, path);
  if (disk != NULL && !disk->is_deleted)
    return disk;
  disk = g_rc_box_new0 (Disk);
  disk->pending = g_ptr_array_new_with_free_func (pending_free);
  disk->is_listed = g_file_get_contents (path, &bytes, &size, NULL);
  disk->safe =
      disk->is_listed ? g_byte_array_new_take ((guint8 *) bytes, size) : g_byte_array_new ();
  g_hash_table_insert (recording.disks, g_strdup (path), disk);
  return disk;
}

static int
vfs_open (sqlite3_vfs *unused, sqlite3_filename name, sqlite3_file *file, int flags, int *result)
{
  File *self = (File *) file;
  int code = fault (FAULTS_OPEN);

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (self + 1);
  if (code != SQLITE_OK)
    return code;
  self->disk = find_disk (name);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, result);
  if (self->real->pMethods == NULL)
    return code;
  self->base.pMethods = &methods;
  if (self->disk != NULL)
    g_rc_box_acquire (self->disk);
  return code;
}

static int
vfs_delete (sqlite3_vfs *unused, const char *name, int sync_folder)
{
  Disk *disk = recording.disks != NULL ? g_hash_table_lookup (recording.disks, name) : NULL;
  int code = fault (FAULTS_DELETE);

  announce_change (disk != NULL);
  if (code == SQLITE_OK)
    code = real_vfs->xDelete (real_vfs, name, sync_folder);
  if (code != SQLITE_OK || disk == NULL)
    return code;
  disk->is_deleted = TRUE;
  if (sync_folder)
    g_hash_table_remove (recording.disks, name);
  return code;
}

void
faults_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "faults";
  vfs.pNext = NULL;
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

void
faults_fail (FaultsCall calls, guint first, guint times, int code)
{
  plan.calls = calls;
  plan.first = first;
  plan.times = times;
  plan.code = code;
  plan.seen = 0;
  plan.failed = 0;
}

guint
faults_stop (void)
{
  plan.calls = 0;
  return plan.seen;
}

guint
faults_failed (void)
{
  return plan.failed;
}

void
faults_record (const char *folder, void (*before_change) (gpointer data), gpointer data)
{
  recording.folder = g_strconcat (folder, "/", NULL);
  recording.disks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, disk_unref);
  recording.before_change = before_change;
  recording.data = data;
}

void
faults_record_end (void)
{
  g_clear_pointer (&recording.folder, g_free);
  g_clear_pointer (&recording.disks, g_hash_table_unref);
  recording.before_change = NULL;
}

/* What the disk may hold of one file */
static GByteArray *
content_after_cut (Disk *disk, GRand *random)
{
  GByteArray *content = g_byte_array_new ();
  int luck = g_rand_int_range (random, 0, 3);
  guint n = disk->pending->len;
  guint in_order = luck == 1 ? (guint) g_rand_int_range (random, 0, (gint32) n + 1) : 0;

  g_byte_array_append (content, disk->safe->data, disk->safe->len);
  for (guint i = 0; i < n; i++)
    {
      const Pending *change = g_ptr_array_index (disk->pending, i);
      int fate = luck == 2 ? g_rand_int_range (random, 0, 3) : 0;

      if (i < in_order || fate == 1)
        apply (content, change);
      else if (fate == 2)
        apply_torn (content, change, random);
    }
  return content;
}

void
faults_cut_power (GRand *random, const char *target)
{
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, recording.disks);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      Disk *disk = value;
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *copy = g_build_filename (target, name, NULL);
      g_autoptr (GByteArray) content = NULL;
      g_autoptr (GError) error = NULL;

      if ((!disk->is_listed || disk->is_deleted) && g_rand_boolean (random))
        continue;
      content = content_after_cut (disk, random);
      g_file_set_contents_full (copy, (const char *) content->data, content->len,
                                G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
}

GRand *
faults_random (void)
{
  const char *wanted = g_getenv ("SAMENSPEL_SEED");
  guint32 seed = wanted != NULL ? (guint32) g_ascii_strtoull (wanted, NULL, 10) : g_random_int ();

  g_test_message ("SAMENSPEL_SEED=%u", seed);
  return g_rand_new_with_seed (seed);
}

guint
faults_rounds (guint usual)
{
  const char *factor = g_getenv ("SAMENSPEL_FAULT_ROUNDS");

  return factor != NULL ? (guint) (usual * g_ascii_strtod (factor, NULL)) : usual;
}
