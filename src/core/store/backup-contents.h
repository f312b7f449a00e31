/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/backup.h"

G_BEGIN_DECLS

/** How many of the edits since a backup are told one by one */
#define SAMEN_BACKUP_MOST_TOLD 20

/**
 * SamenBackupEdit:
 * @label: what was done, in the interface's language
 * @author: who did it; may be empty
 * @time: when, in seconds since 1970
 */
typedef struct
{
  char *label;
  char *author;
  gint64 time;
} SamenBackupEdit;

/**
 * SamenBackupContents:
 * @name: the name of the partnership
 * @n_records: how many records it has, deleted ones not counted
 * @n_since: how many edits the dossier has that the backup has not; -1 where that cannot be told, for the
 *   dossier is damaged or has gone another way
 * @since: (element-type SamenBackupEdit): the latest of these, at most %SAMEN_BACKUP_MOST_TOLD
 *
 * What somebody wants to know of a backup before it is restored.
 */
typedef struct
{
  char *name;
  guint n_records;
  int n_since;
  GPtrArray *since;
} SamenBackupContents;

void samen_backup_contents_free (SamenBackupContents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenBackupContents, samen_backup_contents_free)

/**
 * samen_backup_look:
 * @dossier: the file of the dossier, to compare with; it may be in use, damaged or missing
 * @error: why the backup cannot be restored
 *
 * Looks into a backup without changing it or the dossier.
 *
 * Returns: (transfer full) (nullable): what is in it.
 */
SamenBackupContents *samen_backup_look (SamenBackup *self, const char *dossier, GError **error);

G_END_DECLS
