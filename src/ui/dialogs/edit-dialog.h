/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_EDIT_DIALOG (samen_edit_dialog_get_type ())

/**
 * SamenEditDialog:
 *
 * A dialog that makes one edit of what was filled in, when Save is pressed. What went wrong is told in it,
 * and what was filled in is lost only after a question. Property `store` (construct only).
 */
G_DECLARE_DERIVABLE_TYPE (SamenEditDialog, samen_edit_dialog, SAMEN, EDIT_DIALOG, AdwDialog)

/**
 * SamenEditDialogClass:
 * @make_edit: (transfer full) (nullable): makes the edit; %NULL where something is not filled in rightly,
 *   after telling so
 * @is_changed: whether something was filled in that would be lost
 */
struct _SamenEditDialogClass
{
  AdwDialogClass parent_class;
  SamenEdit *(*make_edit) (SamenEditDialog *self);
  gboolean (*is_changed) (SamenEditDialog *self);
};

/** samen_edit_dialog_get_store: Returns: (transfer none): the dossier. */
SamenStore *samen_edit_dialog_get_store (SamenEditDialog *self);

/** samen_edit_dialog_add: adds @group below what is there. */
void samen_edit_dialog_add (SamenEditDialog *self, gpointer group);

/** samen_edit_dialog_set_can_save: whether there is anything to save. */
void samen_edit_dialog_set_can_save (SamenEditDialog *self, gboolean can_save);

/** samen_edit_dialog_tell: tells @message above what is filled in. */
void samen_edit_dialog_tell (SamenEditDialog *self, const char *message);

G_END_DECLS
