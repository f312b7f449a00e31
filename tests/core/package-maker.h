/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Packages as nobody should make them */

/** MakerKind: what an entry of a package is */
typedef enum
{
  MAKER_FILE,
  MAKER_FOLDER,
  MAKER_SYMLINK,
} MakerKind;

/** MakerEntry: one entry; @data is what is in it, or where a link leads */
typedef struct
{
  char *name;
  MakerKind kind;
  GBytes *data;
} MakerEntry;

/** maker_read: Returns: (transfer full) (element-type MakerEntry): all that is in the zip in the file @path. */
GPtrArray *maker_read (const char *path);

/** maker_find: Returns: (transfer none): the first entry of that name. */
MakerEntry *maker_find (GPtrArray *entries, const char *name);

/** maker_add: adds a file at the end. */
void maker_add (GPtrArray *entries, const char *name, const void *data, gsize size);

/** maker_replace: in the entry called @name, puts @with in the place of the first @text. Fails if it is not there. */
void maker_replace (GPtrArray *entries, const char *name, const char *text, const char *with);

/** maker_write: makes a zip of @entries. */
void maker_write (GPtrArray *entries, const char *path);

G_END_DECLS
