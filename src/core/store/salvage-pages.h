/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/progress.h"

G_BEGIN_DECLS

/*
 * The rows of a SQLite file that SQLite itself cannot read any more: each page is looked at by itself, so
 * what is damaged takes nothing with it that is elsewhere. The file may hold anything.
 */

/** The most columns that a row can have; of more, the row is passed over */
#define SAMEN_SALVAGE_COLUMNS 64

/**
 * SamenSalvageValue:
 * @type: SQLite's: SQLITE_NULL, SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT or SQLITE_BLOB
 * @integer: a whole number
 * @real: another number
 * @bytes: a text or a blob; not zero-terminated
 * @length: how many bytes that is
 *
 * One column of a row.
 */
typedef struct
{
  int type;
  gint64 integer;
  double real;
  const guint8 *bytes;
  gsize length;
} SamenSalvageValue;

/**
 * SamenSalvageRow:
 * @page: the number of the page it stands on; rows on one page are of the same table
 * @rowid: its number in the table; 0 in a table without
 * @values: the columns
 * @n_values: how many they are
 *
 * A row, for as long as the call that is handed it.
 */
typedef struct
{
  guint32 page;
  gint64 rowid;
  SamenSalvageValue values[SAMEN_SALVAGE_COLUMNS];
  guint n_values;
} SamenSalvageRow;

/**
 * samen_salvage_pages:
 * @path: the file; what lies ready in a WAL beside it is taken along
 * @found: called for each row
 * @progress: (nullable): who waits for it, from 0 to @share
 *
 * Returns: whether the file could be read at all; not a byte of it was changed.
 */
gboolean samen_salvage_pages (const char *path,
                              void (*found) (const SamenSalvageRow *row, gpointer data),
                              gpointer data,
                              const SamenProgress *progress,
                              double share,
                              GError **error);

G_END_DECLS
