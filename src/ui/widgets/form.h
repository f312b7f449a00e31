/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_FORM (samen_form_get_type ())

/**
 * SamenForm:
 *
 * A form for a record, made from its table of fields: a row for each field that is there to be filled in.
 */
G_DECLARE_FINAL_TYPE (SamenForm, samen_form, SAMEN, FORM, AdwBin)

/**
 * samen_form_new:
 * @store: the dossier
 * @type: the type of the record
 * @record: (nullable): the record to change; %NULL for a new one
 * @agreement: (nullable): the agreement that it is a text of, to refer to its articles by their numbers
 *
 * Returns: (transfer floating): the form.
 */
GtkWidget *samen_form_new (SamenStore *store,
                           GType type,
                           SamenRecord *record,
                           SamenAgreement *agreement);

/**
 * samen_form_collect:
 * @edit: where to put what was filled in
 * @id: the record that it is of
 *
 * Reads all rows. If one cannot be kept, it says why and gets the focus. Of a record that is there, only
 * what was changed here is set: the rest may meanwhile have been changed elsewhere.
 *
 * Returns: whether @edit can be applied.
 */
gboolean samen_form_collect (SamenForm *self, SamenEdit *edit, const char *id);

/**
 * samen_form_choose:
 * @field: the name of a field that refers to another record
 * @id: what it refers to at first
 *
 * Chooses what a new record belongs to, where the form asks for that too.
 */
void samen_form_choose (SamenForm *self, const char *field, const char *id);

/**
 * samen_form_dup_text:
 * @field: the name of a text field
 *
 * Returns: (transfer full) (nullable): what was filled in there.
 */
char *samen_form_dup_text (SamenForm *self, const char *field);

/** samen_form_is_changed: Returns: whether something was filled in that is not in the record. */
gboolean samen_form_is_changed (SamenForm *self);

/** samen_form_get_control: Returns: (transfer none) (nullable): what that field is filled in with. */
GtkWidget *samen_form_get_control (SamenForm *self, const char *field);

/** samen_form_get_first: Returns: (transfer none) (nullable): what to put the keyboard focus on at first. */
GtkWidget *samen_form_get_first (SamenForm *self);

G_END_DECLS
