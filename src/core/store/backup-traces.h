/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/date.h"
#include "store/backup.h"

G_BEGIN_DECLS

/**
 * SamenBackupTrace:
 * @path: the file
 * @time: when it was made, in seconds since 1970
 * @size: in bytes
 * @gone: the day on which it is thinned out if the dossier is used every day, and not before; none for a
 *   damaged dossier that was kept, which stays until somebody takes it away
 *
 * A backup that says something about a person.
 */
typedef struct
{
  char *path;
  gint64 time;
  goffset size;
  SamenDate gone;
} SamenBackupTrace;

/**
 * samen_backup_gone_on:
 * @backups: the #SamenBackup of a dossier, the latest first
 * @backup: one of them
 *
 * Returns: the day on which it is superfluous, if a daily backup is made each day from now on; see
 *   samen_backup_find_superfluous().
 */
SamenDate samen_backup_gone_on (GListModel *backups, SamenBackup *backup);

/**
 * samen_backup_find_traces:
 * @dossier: the file of a dossier
 * @names: what somebody is called
 *
 * Looks into each backup. A damaged dossier that was kept is taken to hold the person, for it cannot be
 * read. To be called in a thread.
 *
 * Returns: (transfer full) (element-type SamenBackupTrace): those that mention one of the names.
 */
GPtrArray *samen_backup_find_traces (const char *dossier, const char *const *names);

/**
 * samen_backup_remove_traces:
 * @traces: (element-type SamenBackupTrace): what is to go
 *
 * Removes these backups, and makes one of the dossier as it is now, so that there is one.
 *
 * Returns: whether they are gone.
 */
gboolean samen_backup_remove_traces (const char *dossier, GPtrArray *traces, GError **error);

G_END_DECLS
