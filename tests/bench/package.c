/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

/*
 * What it costs to hand over and to back up a large dossier: beside a bare zip of the same bytes, and beside
 * SQLite's own backup; how much memory it takes as the dossier grows; and how long the main loop of a program
 * that does it in a thread stands still meanwhile.
 */

#include "config.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

#include "bench.h"
#include "store/backup.h"
#include "store/package.h"
#include "store/store-private.h"

#define RECORDS 100000
#define ATTACHMENTS 100
#define ATTACHMENT_SIZE (2 << 20)
#define ROUNDS 5

/* How often the main loop looks at the clock, and how long it may stand still, in milliseconds */
#define TICK 2
#define LONGEST_STALL 50.0

/* How much more memory a dossier ten times as large may take */
#define MOST_MEMORY 1.3

typedef struct
{
  char *folder;
  char *dossier;
  char *package;
  char *plain;
  char *copy;
  GPtrArray *parts; /* the entries of the package, as files */
} Place;

static Place
place_new (const char *folder, const char *name, const char *dossier)
{
  Place self = {
    .folder = g_strdup (folder),
    .dossier = g_strdup (dossier),
    .package = g_strdup_printf ("%s/%s.samenspel", folder, name),
    .plain = g_strdup_printf ("%s/%s.zip", folder, name),
    .copy = g_strdup_printf ("%s/%s.copy", folder, name),
    .parts = g_ptr_array_new_with_free_func (g_free),
  };

  return self;
}

static void
place_clear (Place *self)
{
  g_free (self->folder);
  g_free (self->dossier);
  g_free (self->package);
  g_free (self->plain);
  g_free (self->copy);
  g_ptr_array_unref (self->parts);
}

static void
attach (BenchDossier *dossier, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree guint32 *data = g_malloc (ATTACHMENT_SIZE);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SamenEdit) edit = samen_edit_new ("Add Attachment");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *hash = NULL;

      for (guint j = 0; j < ATTACHMENT_SIZE / sizeof *data; j++)
        data[j] = g_rand_int (random);
      bytes = g_bytes_new_static (data, ATTACHMENT_SIZE);
      samen_store_add_bytes (dossier->store, bytes, &hash, &error);
      bench_fail_on (error);
      samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value ("scan.pdf"), "record",
                      samen_value ("all"), "content", samen_value (hash), NULL);
      samen_store_apply (dossier->store, edit, &error);
      bench_fail_on (error);
    }
  samen_db_run (dossier->store->db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
}

/* ---- what is measured ---- */

static void export (gpointer data, guint round)
{
  const Place *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (self->dossier, &error);

  bench_fail_on (error);
  samen_package_export (store, self->package, NULL, NULL, &error);
  bench_fail_on (error);
}

static void
import (gpointer data, guint round)
{
  const Place *self = data;
  g_autoptr (GError) error = NULL;

  samen_db_remove_files (self->copy);
  samen_package_import (self->package, NULL, self->copy, NULL, &error);
  bench_fail_on (error);
  g_unlink (self->copy);
}

static void
back_up (gpointer data, guint round)
{
  const Place *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenBackup) backup =
      samen_backup_make (self->dossier, SAMEN_BACKUP_DAILY, NULL, &error);

  bench_fail_on (error);
  g_unlink (backup->path);
}

/* As the command .backup of the sqlite3 shell does */
static void
back_up_bare (gpointer data, guint round)
{
  const Place *self = data;
  sqlite3_backup *backup;
  sqlite3 *from, *to;

  g_unlink (self->copy);
  sqlite3_open_v2 (self->dossier, &from, SQLITE_OPEN_READONLY, NULL);
  sqlite3_open_v2 (self->copy, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  backup = sqlite3_backup_init (to, "main", from, "main");
  while (sqlite3_backup_step (backup, 100) == SQLITE_OK)
    ;
  g_assert_cmpint (sqlite3_backup_finish (backup), ==, SQLITE_OK);
  sqlite3_close (from);
  sqlite3_close (to);
}

static void
back_up_and_check (gpointer data, guint round)
{
  const Place *self = data;
  sqlite3 *db;

  back_up_bare (data, round);
  sqlite3_open_v2 (self->copy, &db, SQLITE_OPEN_READWRITE, NULL);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA integrity_check (1)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
}

/* ---- the same bytes, in a bare zip ---- */

static void
unpack (Place *self)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, self->package, 65536), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      char *path = g_strdup_printf ("%s/part-%u", self->folder, self->parts->len);
      int descriptor = g_open (path, O_CREAT | O_WRONLY, 0600);

      g_assert_cmpint (archive_read_data_into_fd (archive, descriptor), ==, ARCHIVE_OK);
      close (descriptor);
      g_ptr_array_add (self->parts, path);
    }
  archive_read_free (archive);
}

static void
write_file (struct archive *archive, const char *path)
{
  struct archive_entry *entry = archive_entry_new ();
  int descriptor = g_open (path, O_RDONLY, 0);
  char buffer[65536];
  GStatBuf status;
  gssize n;

  g_stat (path, &status);
  archive_entry_set_pathname (entry, path);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, status.st_size);
  archive_write_header (archive, entry);
  while ((n = read (descriptor, buffer, sizeof buffer)) > 0)
    archive_write_data (archive, buffer, (gsize) n);
  close (descriptor);
  archive_entry_free (entry);
}

/* The same zip, by what bsdtar is made of: the two texts deflated, the attachments stored */
static void
zip_bare (gpointer data, guint round)
{
  const Place *self = data;
  struct archive *archive = archive_write_new ();
  int descriptor = g_open (self->plain, O_CREAT | O_TRUNC | O_WRONLY, 0600);

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression-level=1");
  g_assert_cmpint (archive_write_open_fd (archive, descriptor), ==, ARCHIVE_OK);
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (i < 2)
        archive_write_zip_set_compression_deflate (archive);
      else
        archive_write_zip_set_compression_store (archive);
      write_file (archive, g_ptr_array_index (self->parts, i));
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  fsync (descriptor);
  close (descriptor);
}

static void
zip_7z (gpointer data, guint round)
{
  const Place *self = data;
  g_autoptr (GStrvBuilder) command = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;

  g_unlink (self->plain);
  g_strv_builder_add_many (command, "7z", "a", "-tzip", "-mx=0", self->plain, NULL);
  for (guint i = 0; i < self->parts->len; i++)
    g_strv_builder_add (command, g_ptr_array_index (self->parts, i));
  arguments = g_strv_builder_end (command);
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                NULL, NULL, NULL, &error);
  bench_fail_on (error);
}

/* ---- memory ---- */

/* The most memory that a program of its own takes for it, in kilobytes */
static double
peak (BenchWork work, Place *place)
{
  struct rusage usage;
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      work (place, 0);
      _exit (0);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  return (double) usage.ru_maxrss;
}

static gboolean
compare_memory (const char *what, BenchWork work, Place *small, Place *large)
{
  double base = peak (work, small), this = peak (work, large);

  g_print ("| %-58s | %8.0f | %8.0f | %5.2f | %4.1f%s |\n", what, base, this, this / base,
           MOST_MEMORY, this / base > MOST_MEMORY ? " (over)" : "");
  return this / base <= MOST_MEMORY;
}

/* ---- the main loop meanwhile ---- */

typedef struct
{
  GMainLoop *loop;
  gint64 last;
  gint64 longest;
  BenchWork work;
  Place *place;
} Loop;

static gboolean
tick_cb (gpointer data)
{
  Loop *self = data;
  gint64 now = g_get_monotonic_time ();

  if (self->last != 0)
    self->longest = MAX (self->longest, now - self->last);
  self->last = now;
  return G_SOURCE_CONTINUE;
}

static gpointer
work_in_thread (gpointer data)
{
  Loop *self = data;

  self->work (self->place, 0);
  g_main_loop_quit (self->loop);
  return NULL;
}

static void
do_nothing (gpointer data, guint round)
{
  g_usleep (2 * G_USEC_PER_SEC);
}

/* The longest time in milliseconds that the main loop did not come by */
static double
stall (BenchWork work, Place *place)
{
  Loop self = { g_main_loop_new (NULL, FALSE), 0, 0, work, place };
  guint source = g_timeout_add (TICK, tick_cb, &self);
  GThread *thread = g_thread_new ("work", work_in_thread, &self);

  g_main_loop_run (self.loop);
  g_thread_join (thread);
  g_source_remove (source);
  g_main_loop_unref (self.loop);
  return (double) self.longest / 1000;
}

static gboolean
measure_stalls (Place *place)
{
  static const struct
  {
    const char *what;
    BenchWork work;
  } works[] = {
    { "the main loop stands still, nothing / export", export },
    { "the main loop stands still, nothing / import", import },
    { "the main loop stands still, nothing / backup", back_up },
  };
  gboolean ok = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      double idle = stall (do_nothing, place), busy = stall (works[i].work, place);

      g_print ("| %-58s | %8.1f | %8.1f |       | %4.0f%s |\n", works[i].what, idle, busy,
               LONGEST_STALL, busy > LONGEST_STALL ? " (over)" : "");
      ok = ok && busy <= LONGEST_STALL;
    }
  return ok;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("samenspel-bench-XXXXXX", &error);
  BenchDossier *dossier = bench_dossier_new (folder, "large", RECORDS, 200);
  BenchDossier *tenth = bench_dossier_new (folder, "tenth", RECORDS / 10, 200);
  Place place = place_new (folder, "large", dossier->path);
  Place small = place_new (folder, "tenth", tenth->path);
  g_autofree char *backups = samen_backup_folder (dossier->path);
  g_autofree char *small_backups = samen_backup_folder (tenth->path);
  gboolean ok;

  attach (dossier, ATTACHMENTS);
  attach (tenth, ATTACHMENTS / 10);
  bench_dossier_free (dossier);
  bench_dossier_free (tenth);
  export (&place, 0);
  export (&small, 0);
  unpack (&place);

  bench_print_head ();
  ok = bench_report ("100,000 records, 200 MB: a bare zip / export", ROUNDS, zip_bare, &place,
                     export, &place, 2) <= 2;
  bench_report ("the same: all of it stored, by 7z -mx=0 / export", ROUNDS, zip_7z, &place, export,
                &place, 0);
  /* To know that it is whole takes longer than to copy it, but is done meanwhile */
  ok = bench_report ("the same: .backup of SQLite / backup", ROUNDS, back_up_bare, &place, back_up,
                     &place, 1.5) <= 1.5 &&
       ok;
  bench_report ("the same: .backup and integrity_check / backup", ROUNDS, back_up_and_check, &place,
                back_up, &place, 0);
  bench_report ("the same: export / import", 3, export, &place, import, &place, 0);
  ok = compare_memory ("kB of memory for an export, a tenth of it / all", export, &small, &place) &&
       ok;
  ok = compare_memory ("kB of memory for an import, a tenth of it / all", import, &small, &place) &&
       ok;
  ok = compare_memory ("kB of memory for a backup, a tenth of it / all", back_up, &small, &place) &&
       ok;
  ok = measure_stalls (&place) && ok;
  place_clear (&place);
  place_clear (&small);
  bench_remove_folder (backups);
  bench_remove_folder (small_backups);
  bench_remove_folder (folder);
  return ok ? 0 : 1;
}
