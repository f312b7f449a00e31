/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_wording_kind:
 * @type: a record type
 *
 * Returns: (transfer full): what such a record is called, as a heading: "Milestone".
 */
char *samen_wording_kind (GType type);

/**
 * samen_wording_text:
 * @text: a text of the dossier as it is kept
 *
 * Returns: (transfer full): the text in which references to articles and clauses name these, for they are kept
 *   as ids. (What number an article has now is for rules/numbering.h to say, if @text is of now.)
 */
char *samen_wording_text (SamenStore *store, const char *text);

/**
 * samen_wording_title:
 *
 * Returns: (transfer full): what people know the record by, in one line: its title, or else the beginning
 *   of what it says; for one known by its date, what it is part of too. Empty if there is nothing.
 */
char *samen_wording_title (SamenStore *store, SamenRecord *record);

/**
 * samen_wording_record:
 * @id: the id of a record, deleted or not
 *
 * Returns: (transfer full): which one it is: “Milestone “First lesson””.
 */
char *samen_wording_record (SamenStore *store, GType type, const char *id);

/**
 * samen_wording_value:
 * @value: (nullable): a value of @field
 *
 * Returns: (transfer full): it in words: references by what they refer to; "nothing" for none.
 */
char *samen_wording_value (SamenStore *store, const SamenField *field, GVariant *value);

/**
 * samen_wording_change:
 * @is_new: whether the record begins with this, so that it held nothing before
 *
 * Returns: (transfer full) (nullable): what became of the field: “Due: March 2027 → June 2027”; %NULL for
 *   what is not worth a word.
 */
char *samen_wording_change (SamenStore *store, const SamenChange *change, gboolean is_new);

G_END_DECLS
