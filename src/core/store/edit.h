/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/**
 * SamenChange:
 * @type: the type of the record
 * @record: the id of the record
 * @field: one of its fields, or %samen_record_deleted
 * @old: (nullable): what it held; only in a change that was made
 * @new: (nullable): what it is to hold
 *
 * The one kind of change there is: this field of this record becomes that. A record begins when its
 * field `deleted` is set to no for the first time, and is deleted when that is set to yes.
 */
typedef struct
{
  GType type;
  char *record;
  const SamenField *field;
  GVariant *old;
  GVariant *new;
} SamenChange;

SamenChange *samen_change_new (GType type,
                               const char *record,
                               const SamenField *field,
                               GVariant *old,
                               GVariant *new);
void samen_change_free (SamenChange *self);

/**
 * SamenEdit:
 *
 * What somebody did, in one go: the changes that belong together, under a name such as "Move
 * milestone". It is written to the dossier by samen_store_apply(), as a whole or not at all.
 */
typedef struct _SamenEdit SamenEdit;

/**
 * samen_edit_new:
 * @label: what is done, as a source string marked with NC_("edit", …): the log keeps it, and people
 *   read it in their own language
 *
 * Returns: (transfer full): an edit without changes.
 */
SamenEdit *samen_edit_new (const char *label);

void samen_edit_free (SamenEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenEdit, samen_edit_free)

/**
 * samen_edit_add:
 * @type: the type of the new record
 * @...: names of fields with a floating value each, such as `"title", samen_value (text)`; then %NULL
 *
 * Adds a record.
 *
 * Returns: (transfer none): its id, to refer to it in the same edit.
 */
const char *samen_edit_add (SamenEdit *self, GType type, ...) G_GNUC_NULL_TERMINATED;

/**
 * samen_edit_set:
 * @record: the record to change
 * @field: the name of one of its fields
 * @value: (nullable) (transfer floating): what it becomes; see base/value.h
 */
void samen_edit_set (SamenEdit *self, SamenRecord *record, const char *field, GVariant *value);

/** samen_edit_set_by_id: as samen_edit_set(), for a record known by its type and id. */
void samen_edit_set_by_id (SamenEdit *self,
                           GType type,
                           const char *id,
                           const char *field,
                           GVariant *value);

/** samen_edit_delete: deletes a record, and what is part of it. */
void samen_edit_delete (SamenEdit *self, SamenRecord *record);

/** samen_edit_get_label: Returns: (transfer none): what is done, untranslated. */
const char *samen_edit_get_label (SamenEdit *self);

/** samen_edit_get_changes: Returns: (transfer none) (element-type SamenChange): in order. */
GPtrArray *samen_edit_get_changes (SamenEdit *self);

G_END_DECLS
