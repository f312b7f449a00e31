/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_PHOTO_GROUP (samen_photo_group_get_type ())

/**
 * SamenPhotoGroup:
 *
 * The part of a form in which a photo is chosen, dropped, described, replaced or taken away. Nothing is
 * written until the form is saved. Property `busy` (readable): whether a photo is being read.
 */
G_DECLARE_FINAL_TYPE (SamenPhotoGroup, samen_photo_group, SAMEN, PHOTO_GROUP, AdwPreferencesGroup)

/**
 * samen_photo_group_new:
 * @record: (nullable): what the photo is kept with, if that is in the dossier already
 *
 * Returns: (transfer floating): the group.
 */
GtkWidget *samen_photo_group_new (SamenStore *store, SamenRecord *record);

/**
 * samen_photo_group_take:
 * @file: a file that somebody chose
 *
 * Reads a photo, in a thread. What is wrong with it is said in the group.
 */
void samen_photo_group_take (SamenPhotoGroup *self, GFile *file);

/** samen_photo_group_is_changed: Returns: whether there is anything to save. */
gboolean samen_photo_group_is_changed (SamenPhotoGroup *self);

/**
 * samen_photo_group_collect:
 * @edit: where to put what was changed
 * @id: the record that the photo is kept with
 * @error: why the photo cannot be kept
 *
 * Returns: whether @edit can be applied.
 */
gboolean samen_photo_group_collect (SamenPhotoGroup *self,
                                    SamenEdit *edit,
                                    const char *id,
                                    GError **error);

G_END_DECLS
