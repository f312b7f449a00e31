/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/progress.h"
#include "store/store.h"

G_BEGIN_DECLS

/*
 * Files that come into a dossier and go out of it, byte by byte as they are, and never whole in memory. All
 * this takes its time: to be done in a thread, with a store of its own.
 */

/** The largest file that a dossier takes, in bytes */
#define SAMEN_FILE_MOST_BYTES (50 * 1000 * 1000)

/**
 * SamenFile:
 * @name: what it is called
 * @media_type: what it is, told by its contents; by its name only where the contents leave that open
 * @hash: what to put into a field of bytes
 * @size: in bytes
 *
 * A file whose contents are in a dossier.
 */
typedef struct
{
  char *name;
  char *media_type;
  char *hash;
  gint64 size;
} SamenFile;

void samen_file_free (SamenFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenFile, samen_file_free)

/**
 * samen_file_guess_type:
 * @name: what the file is called
 * @start: how it begins
 *
 * Returns: (transfer full): its media type. A name can make a type more precise, such as a document of an
 *   office in what is a Zip file, and cannot make it another.
 */
char *samen_file_guess_type (const char *name, const guint8 *start, gsize length);

/**
 * samen_file_show_name:
 *
 * Returns: (transfer full): what a file is called, as it can be shown: without what nobody sees, such as marks
 *   of the direction of writing, by which a program can pass for a photo.
 */
char *samen_file_show_name (const char *name);

/**
 * samen_file_safe_name:
 *
 * Returns: (transfer full): the same as the name of a file in any folder: it leads to no other, is not hidden,
 *   and of a long one the end stays, which tells the type.
 */
char *samen_file_safe_name (const char *name);

/**
 * samen_store_take_file:
 * @file: a file that somebody chose
 * @progress: (nullable): who waits for it
 * @error: why it is not taken, and what to do
 *
 * Keeps the contents of a file, to be referred to in an edit.
 *
 * Returns: (transfer full) (nullable): the file; on failure nothing is kept of it.
 */
SamenFile *samen_store_take_file (SamenStore *self,
                                  GFile *file,
                                  const SamenProgress *progress,
                                  GError **error);

/**
 * samen_store_write_file:
 * @hash: the contents
 * @file: where to; it is replaced once all is written
 *
 * Returns: whether @file holds the contents, just as they came in.
 */
gboolean samen_store_write_file (SamenStore *self,
                                 const char *hash,
                                 GFile *file,
                                 const SamenProgress *progress,
                                 GError **error);

/** samen_store_bytes_size: Returns: how many bytes are kept under @hash; -1 for none. Takes no time. */
gint64 samen_store_bytes_size (SamenStore *self, const char *hash);

G_END_DECLS
