/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "somebody.h"
#include "store/backup-traces.h"
#include "store/erase.h"
#include "store/traces.h"

#define DAY G_GINT64_CONSTANT (86400)

static const char *const names[] = { SOMEBODY, SOMEBODY_BEFORE, NULL };

static SamenBackup *
make (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  SamenBackup *backup = samen_backup_make (self->path, SAMEN_BACKUP_UPDATE, NULL, &error);

  g_assert_no_error (error);
  return backup;
}

static void
keep_damaged (Fixture *self)
{
  g_autofree char *folder = samen_backup_folder (self->path);
  g_autofree char *path = g_build_filename (folder, "20261101-090000-damaged.sqlite", NULL);

  g_assert_true (g_file_set_contents (path, "Not a dossier; who knows of whom", -1, NULL));
}

static guint
count_files (Fixture *self)
{
  g_autofree char *folder = samen_backup_folder (self->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_find (Fixture *self, gconstpointer unused)
{
  g_autoptr (SamenBackup) before = make (self);
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autoptr (SamenBackup) with = make (self);
  g_autofree char *left = somebody_is_in (with->path);
  const SamenErasure erasure = { somebody->person, names, TRUE, TRUE };
  g_autoptr (SamenBackup) after = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GListModel) backups = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (left);
  samen_store_erase (self->store, &erasure, NULL, &error);
  g_assert_no_error (error);
  after = make (self);
  keep_damaged (self);

  traces = samen_backup_find_traces (self->path, names);
  g_assert_cmpuint (traces->len, ==, 2);
  g_assert_cmpstr (((SamenBackupTrace *) traces->pdata[0])->path, ==, with->path);
  g_assert_true (samen_date_is_set (((SamenBackupTrace *) traces->pdata[0])->gone));
  g_assert_false (samen_date_is_set (((SamenBackupTrace *) traces->pdata[1])->gone));

  samen_backup_remove_traces (self->path, traces, &error);
  g_assert_no_error (error);
  none = samen_backup_find_traces (self->path, names);
  g_assert_cmpuint (none->len, ==, 0);
  /* Before and after, and the one that came in the place of those that went */
  g_assert_cmpuint (count_files (self), ==, 3);
  backups = samen_backup_list (self->path);
  for (guint i = 0; i < g_list_model_get_n_items (backups); i++)
    {
      g_autoptr (SamenBackup) backup = g_list_model_get_item (backups, i);
      g_autofree char *found = somebody_is_in (backup->path);

      g_assert_cmpstr (found, ==, NULL);
    }
  samen_backup_remove_all (self->path);
}

/* None goes before there is another: not while the dossier cannot be copied */
static void
test_remove_nothing (Fixture *self, gconstpointer unused)
{
  g_autoptr (Somebody) somebody = somebody_come (self);
  g_autoptr (SamenBackup) with = make (self);
  g_autoptr (GPtrArray) traces = samen_backup_find_traces (self->path, names);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (traces->len, ==, 1);
  g_clear_object (&self->store);
  g_assert_true (g_file_set_contents (self->path, "damaged", -1, NULL));
  g_assert_false (samen_backup_remove_traces (self->path, traces, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (with->path, G_FILE_TEST_EXISTS));
  samen_backup_remove_all (self->path);
}

static SamenBackup *
pretend (GListStore *backups, gint64 time, SamenBackupReason reason)
{
  SamenBackup *backup = g_object_new (SAMEN_TYPE_BACKUP, NULL);

  backup->time = time;
  backup->reason = reason;
  g_list_store_append (backups, backup);
  return backup;
}

static int
days_left (GListModel *backups, SamenBackup *backup)
{
  SamenDate gone = samen_backup_gone_on (backups, backup);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  SamenDate today = samen_date_day (g_date_time_get_year (now), g_date_time_get_month (now),
                                    g_date_time_get_day_of_month (now));

  g_assert_true (samen_date_is_set (gone));
  return samen_date_days (gone) - samen_date_days (today);
}

/* By what is promised of backups: a week of days, a month of weeks, a year of months */
static void
test_gone_on (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GListStore) backups = g_list_store_new (SAMEN_TYPE_BACKUP);
  g_autoptr (SamenBackup) latest = pretend (backups, now, SAMEN_BACKUP_DAILY);
  g_autoptr (SamenBackup) update = pretend (backups, now - 2, SAMEN_BACKUP_UPDATE);
  g_autoptr (SamenBackup) earlier = pretend (backups, now - 60, SAMEN_BACKUP_DAILY);
  g_autoptr (SamenBackup) old = pretend (backups, now - 300 * DAY, SAMEN_BACKUP_DAILY);
  int left = days_left (G_LIST_MODEL (backups), latest);

  g_assert_cmpint (left, >=, SAMEN_BACKUP_DAYS);
  g_assert_cmpint (left, <=, (SAMEN_BACKUP_MONTHS + 1) * 31);
  g_assert_cmpint (days_left (G_LIST_MODEL (backups), earlier), <=, 1);
  left = days_left (G_LIST_MODEL (backups), update);
  g_assert_cmpint (left, >=, SAMEN_BACKUP_SAFETY_DAYS);
  g_assert_cmpint (left, <=, SAMEN_BACKUP_SAFETY_DAYS + 2);
  /* Few backups are kept longer than their age tells, for each takes the place of a month */
  left = days_left (G_LIST_MODEL (backups), old);
  g_assert_cmpint (left, >, 200);
  g_assert_cmpint (left, <=, SAMEN_BACKUP_MONTHS * 31);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/backup-traces/find", test_find);
  FIXTURE_TEST ("/backup-traces/remove-nothing", test_remove_nothing);
  g_test_add_func ("/backup-traces/gone-on", test_gone_on);
  return g_test_run ();
}
