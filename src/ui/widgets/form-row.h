/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "rules/numbering.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SamenFormRow:
 *
 * One field in a form: the row to fill it in, and below that a row for what there is to say about it:
 * an error, a warning or a hint.
 */
typedef struct _SamenFormRow SamenFormRow;

/**
 * samen_form_row_new:
 * @field: the field
 * @store: the dossier, for the records that a reference can be to
 * @value: (nullable): what the field holds now
 * @numbering: (nullable): the numbers of the agreement that it is a text of; it lives as long as the row
 *
 * Returns: (transfer full): the row; its widgets belong to whatever list they are put in.
 */
SamenFormRow *samen_form_row_new (const SamenField *field,
                                  SamenStore *store,
                                  GVariant *value,
                                  SamenNumbering *numbering);

void samen_form_row_free (SamenFormRow *self);

/** samen_form_row_add_to: puts the row and its message into @group. */
void samen_form_row_add_to (SamenFormRow *self, AdwPreferencesGroup *group);

/** samen_form_row_add_to_expander: puts the row and its message into @expander. */
void samen_form_row_add_to_expander (SamenFormRow *self, AdwExpanderRow *expander);

/** samen_form_row_is_empty: Returns: whether a text is left empty. */
gboolean samen_form_row_is_empty (SamenFormRow *self);

/** samen_form_row_get_field: Returns: the field that the row fills in. */
const SamenField *samen_form_row_get_field (SamenFormRow *self);

/**
 * samen_form_row_read:
 * @value: (out) (transfer full) (nullable): what was filled in
 *
 * Says below the row what is wrong with it, if anything is.
 *
 * Returns: whether it can be kept.
 */
gboolean samen_form_row_read (SamenFormRow *self, GVariant **value);

/**
 * samen_form_row_choose:
 * @id: the record that a reference is to at first
 *
 * Chooses it, as if it had been so when the row was made.
 */
void samen_form_row_choose (SamenFormRow *self, const char *id);

/**
 * samen_form_row_get_value:
 * @value: (out) (transfer full) (nullable): what was filled in
 *
 * Reads it as samen_form_row_read() does, and says nothing.
 *
 * Returns: whether it can be kept.
 */
gboolean samen_form_row_get_value (SamenFormRow *self, GVariant **value);

/**
 * samen_form_row_show:
 * @is_error: whether it cannot be kept so
 * @message: what does not fit
 *
 * Says something below the row that only whoever knows the other rows can tell.
 */
void samen_form_row_show (SamenFormRow *self, gboolean is_error, const char *message);

/**
 * samen_form_row_set_left:
 * @left: called when the keyboard focus has left the row
 * @data: handed to @left
 */
void samen_form_row_set_left (SamenFormRow *self, void (*left) (gpointer data), gpointer data);

/** samen_form_row_is_changed: Returns: whether it says something else than at first. */
gboolean samen_form_row_is_changed (SamenFormRow *self);

/** samen_form_row_focus: puts the keyboard focus where the field is filled in. */
void samen_form_row_focus (SamenFormRow *self);

/** samen_form_row_get_control: Returns: (transfer none): what it is filled in with. */
GtkWidget *samen_form_row_get_control (SamenFormRow *self);

G_END_DECLS
