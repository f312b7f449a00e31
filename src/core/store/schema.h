/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

/** The number of the schema: raised, with a step in schema.c, whenever the schema changes. */
#define SAMEN_SCHEMA_VERSION 4

/** What marks a SQLite file as a dossier: "Smsp" */
#define SAMEN_APPLICATION_ID 0x536d7370

/** samen_schema_sql: Returns: (transfer full): the statements that make an empty dossier. */
char *samen_schema_sql (void);

/**
 * samen_schema_order:
 * @klass: a class of records
 *
 * Returns: (transfer full): the SQL expression by which lists of these records are sorted, before their
 *   id; indexed. Dates sort as samen_date_compare() has it, no date last.
 */
char *samen_schema_order (const SamenRecordClass *klass);

/**
 * samen_schema_insert:
 * @klass: a class of records
 *
 * Returns: (transfer full): the statement that adds one: ?1 is its id, ?2 `deleted`, and from ?3 on its fields.
 */
char *samen_schema_insert (const SamenRecordClass *klass);

/** samen_schema_create: makes the tables of an empty file, and the dossier the one with that @id. */
gboolean samen_schema_create (SamenDb *db, const char *id, GError **error);

/** samen_schema_complete: makes the tables, columns and indexes that are declared and not there yet. */
gboolean samen_schema_complete (SamenDb *db, GError **error);

/**
 * samen_schema_is_current:
 * @current: (out): whether it is of this version of the schema, or an earlier one
 *
 * Returns: whether the file is a dossier that can be brought up to this version. If not, @error is
 *   %SAMEN_ERROR_NOT_A_DOSSIER or %SAMEN_ERROR_NEWER.
 */
gboolean samen_schema_is_current (SamenDb *db, gboolean *current, GError **error);

/**
 * samen_schema_update:
 * @updated: (out) (optional): whether the file was of an earlier version
 *
 * Sees that the file is a dossier and brings it up to this version: numbered steps for what was
 * renamed or reshaped, and then a column, table or index for each new field or type. All or nothing.
 *
 * Returns: whether it is a dossier of this version now. %SAMEN_ERROR_NOT_A_DOSSIER or
 *   %SAMEN_ERROR_NEWER if it cannot be.
 */
gboolean samen_schema_update (SamenDb *db, gboolean *updated, GError **error);

G_END_DECLS
