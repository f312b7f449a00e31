/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/progress.h"
#include "store/db.h"
#include "store/store.h"

G_BEGIN_DECLS

/** SamenSalvagedEdit: an edit that was read; one whose row is lost has no @id */
typedef struct
{
  gint64 seq;
  char *id;
  char *label;
  char *author;
  char *device;
  gint64 time;
  gint64 clock;
  char *action;
  gint64 target;
} SamenSalvagedEdit;

/** SamenSalvagedChange: a change that was read, of edit @edit */
typedef struct
{
  gint64 edit;
  SamenChange *change;
} SamenSalvagedChange;

/**
 * SamenSalvagedRecord:
 * @row: (nullable): what its table holds, the field `deleted` first; NULL where that is lost
 * @n_row: how many fields that are: an older row has fewer
 * @page: on which page it stands
 *
 * A record of which something was read.
 */
typedef struct
{
  char *id;
  GType type; /* G_TYPE_INVALID until that is known */
  GVariant **row;
  guint n_row;
  guint32 page;
} SamenSalvagedRecord;

/**
 * SamenSalvaged:
 * @dossier: (nullable): the dossier's own id
 * @edits: number to #SamenSalvagedEdit
 * @changes: (element-type SamenSalvagedChange): each once
 * @records: id to #SamenSalvagedRecord
 *
 * What could be read of a damaged dossier.
 */
typedef struct
{
  char *dossier;
  GHashTable *edits;
  GPtrArray *changes;
  GHashTable *records;
} SamenSalvaged;

void samen_salvaged_free (SamenSalvaged *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenSalvaged, samen_salvaged_free)

/**
 * samen_salvaged_read:
 * @path: a damaged dossier
 * @db: where to put the contents of attachments, those that are what their hash says
 * @progress: (nullable): who waits for it, from 0 to @share
 *
 * Returns: (transfer full) (nullable): what could be read; no two records of one id, and of a known type only.
 */
SamenSalvaged *samen_salvaged_read (const char *path,
                                    SamenDb *db,
                                    const SamenProgress *progress,
                                    double share,
                                    GError **error);

/** samen_salvaged_get_edit: Returns: (transfer none): edit @seq; one without an id if its row is lost. */
SamenSalvagedEdit *samen_salvaged_get_edit (SamenSalvaged *self, gint64 seq);

G_END_DECLS
