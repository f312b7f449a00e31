/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/progress.h"
#include "store/db.h"

G_BEGIN_DECLS

/*
 * Backups of a dossier: whole copies of its file, in a folder of their own beside that of the dossiers.
 * They are made while the dossier is in use, and only of one that is whole, so that the good ones stay.
 */

/** How many days, weeks and months with a backup keep one, counted from the latest */
#define SAMEN_BACKUP_DAYS 7
#define SAMEN_BACKUP_WEEKS 4
#define SAMEN_BACKUP_MONTHS 12

/** How long a backup is kept anyway that was made before an update or before a restore, in days */
#define SAMEN_BACKUP_SAFETY_DAYS 30

/**
 * SamenBackupReason:
 * @SAMEN_BACKUP_DAILY: at the first change of a day
 * @SAMEN_BACKUP_UPDATE: before a new version of the app brought the dossier up to date
 * @SAMEN_BACKUP_RESTORE: of what the dossier held before another backup was restored
 */
typedef enum
{
  SAMEN_BACKUP_DAILY,
  SAMEN_BACKUP_UPDATE,
  SAMEN_BACKUP_RESTORE,
} SamenBackupReason;

#define SAMEN_TYPE_BACKUP (samen_backup_get_type ())

G_DECLARE_FINAL_TYPE (SamenBackup, samen_backup, SAMEN, BACKUP, GObject)

/**
 * SamenBackup:
 * @path: its file
 * @time: when it was made, in seconds since 1970
 * @reason: why
 * @size: in bytes
 *
 * A backup. The members may be read.
 */
struct _SamenBackup
{
  GObject parent_instance;
  char *path;
  gint64 time;
  SamenBackupReason reason;
  goffset size;
};

/**
 * samen_backup_folder:
 * @dossier: the file of a dossier
 *
 * Returns: (transfer full): the folder of its backups, which need not exist.
 */
char *samen_backup_folder (const char *dossier);

/** samen_backup_list: Returns: (transfer full): the #SamenBackup of @dossier, the latest first. */
GListModel *samen_backup_list (const char *dossier);

/** samen_backup_is_due: Returns: whether the daily backup of @dossier is still to be made. */
gboolean samen_backup_is_due (const char *dossier);

/**
 * samen_backup_make:
 * @dossier: the file of a dossier, which may be in use
 * @progress: (nullable): who waits for it
 * @error: %SAMEN_ERROR_DAMAGED or %SAMEN_ERROR_NOT_A_DOSSIER if the dossier is not whole
 *
 * Makes a backup and takes away those that are no longer to be kept. To be called in a thread.
 *
 * Returns: (transfer full) (nullable): the backup; if there is none, the earlier ones are all there.
 */
SamenBackup *samen_backup_make (const char *dossier,
                                SamenBackupReason reason,
                                const SamenProgress *progress,
                                GError **error);

/** samen_backup_make_of: as samen_backup_make(), of the dossier that @db has open. */
SamenBackup *samen_backup_make_of (SamenDb *db,
                                   const char *dossier,
                                   SamenBackupReason reason,
                                   const SamenProgress *progress,
                                   GError **error);

/**
 * samen_backup_find_superfluous:
 * @backups: (element-type SamenBackup): the latest first
 *
 * Returns: (transfer container) (element-type SamenBackup): those that are not to be kept: neither the last
 *   of one of the latest days, weeks or months that have a backup, nor from before a recent update or
 *   restore.
 */
GPtrArray *samen_backup_find_superfluous (GListModel *backups);

/**
 * samen_backup_restore:
 * @dossier: the file of the dossier, open nowhere; it may be damaged, or missing
 * @kept: (out) (transfer full): where what the dossier held until now is kept; %NULL if it is missing
 * @error: why nothing was changed
 *
 * Puts the backup in the place of the dossier, once it is known to be whole. What the dossier held is kept
 * first: as a backup, or, if it is damaged, as it is.
 *
 * Returns: whether the dossier is what the backup holds.
 */
gboolean samen_backup_restore (SamenBackup *self, const char *dossier, char **kept, GError **error);

/** samen_backup_remove_all: removes all backups of @dossier, when that is gone itself. */
void samen_backup_remove_all (const char *dossier);

G_END_DECLS
