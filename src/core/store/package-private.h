/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/json-stream.h"
#include "store/package.h"
#include "store/store-private.h"

G_BEGIN_DECLS

/* What the files that write and read packages share */

/** How the name of what is being made ends, until it is complete: see samen_library_new() */
#define SAMEN_UNFINISHED ".unfinished"

/** The number of the format of a package; data/package/FORMAT.md tells what it is raised for. */
#define SAMEN_PACKAGE_FORMAT 1

#define SAMEN_PACKAGE_RECORDS "dossier.json"
#define SAMEN_PACKAGE_LOG "log.jsonl"
#define SAMEN_PACKAGE_ATTACHMENTS "attachments/"

/** What no dossier needs: the bytes of an attachment, of all entries together, and how many there are */
#define SAMEN_PACKAGE_LARGEST_ATTACHMENT (G_GUINT64_CONSTANT (512) << 20)
#define SAMEN_PACKAGE_LARGEST (G_GUINT64_CONSTANT (8) << 30)
#define SAMEN_PACKAGE_MOST_ENTRIES 100000

/** How much larger than the file what is in it may be, once it is more than the second number of bytes */
#define SAMEN_PACKAGE_MOST_RATIO 200
#define SAMEN_PACKAGE_RATIO_FREE (G_GUINT64_CONSTANT (32) << 20)

/** How long a text may be in bytes, and how deep lists and objects may be nested */
#define SAMEN_PACKAGE_LONGEST_TEXT (1024 * 1024)
#define SAMEN_PACKAGE_DEEPEST 4

/**
 * SamenPackageArchive:
 *
 * A zip that is read without trust. Nothing is unpacked to a name that it gives: what is in it is handed
 * over as bytes, and any name but those of the format is refused.
 */
typedef struct _SamenPackageArchive SamenPackageArchive;

/** samen_package_archive_open: Returns: (transfer full) (nullable): the archive; see samen_package_import(). */
SamenPackageArchive *samen_package_archive_open (const char *path,
                                                 const char *passphrase,
                                                 const SamenProgress *progress,
                                                 GError **error);

void samen_package_archive_close (SamenPackageArchive *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenPackageArchive, samen_package_archive_close)

/**
 * samen_package_archive_next:
 * @name: (out) (nullable): the name of the next entry, until that after it; %NULL at the end
 *
 * Returns: whether it went well.
 */
gboolean samen_package_archive_next (SamenPackageArchive *self, const char **name, GError **error);

/** samen_package_archive_size: Returns: what the entry says its size is, in bytes; -1 if it does not. */
gint64 samen_package_archive_size (SamenPackageArchive *self);

/** samen_package_archive_read: a #SamenJsonFill of the entry: as read() does. */
gssize samen_package_archive_read (gpointer self, char *buffer, gsize size, GError **error);

/**
 * samen_package_fail:
 * @entry: in which entry of the package something is wrong
 * @line: on which line, or 0
 *
 * Returns: %FALSE, with @error.
 */
gboolean samen_package_fail (const char *entry, guint line, const char *message, GError **error);

/** samen_package_blame: names the entry and line in @error, if it is about what the stream reads. */
gboolean samen_package_blame (const char *entry, SamenJsonStream *stream, GError **error);

/**
 * samen_package_read_value:
 * @stream: at a value of a field
 * @value: (out) (transfer full) (nullable): what that is
 * @error: why the field does not take it
 *
 * Returns: whether @field accepts it.
 */
gboolean samen_package_read_value (const SamenField *field,
                                   const SamenJsonStream *stream,
                                   GVariant **value,
                                   GError **error);

/**
 * samen_package_read_head:
 * @id: (out) (transfer full): the id of the dossier
 *
 * Reads of dossier.json as far as the dossier's id.
 *
 * Returns: whether it is there, and of a format that this version reads.
 */
gboolean samen_package_read_head (SamenJsonStream *stream, char **id, GError **error);

/**
 * samen_package_read_records:
 *
 * Reads all of dossier.json, into the tables of an empty dossier in the middle of a transaction.
 *
 * Returns: whether it could.
 */
gboolean samen_package_read_records (SamenJsonStream *stream, SamenStore *store, GError **error);

/** samen_package_check_references: Returns: whether no record refers to what is not there, or to itself. */
gboolean samen_package_check_references (SamenStore *store, GError **error);

/** samen_package_read_log: reads all of log.jsonl; as samen_package_read_records(). */
gboolean samen_package_read_log (SamenJsonStream *stream, SamenStore *store, GError **error);

G_END_DECLS
