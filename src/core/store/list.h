/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_LIST (samen_list_get_type ())

/**
 * SamenList:
 *
 * The live list that samen_store_list() gives. It knows the rows of its records, and reads a record
 * when it is asked for; from then on it keeps that, so that to go through a list again costs nothing.
 */
G_DECLARE_FINAL_TYPE (SamenList, samen_list, SAMEN, LIST, GObject)

/** samen_list_new: for the store: see samen_store_list(). */
SamenList *samen_list_new (SamenStore *store, GType type, const char *reference, const char *id);

/** samen_list_concerns: Returns: whether @change may add, remove or move an item. */
gboolean samen_list_concerns (SamenList *self, const SamenChange *change);

/**
 * samen_list_update:
 * @anew: whether to ask for its records again too, since another program may have changed the file
 *
 * Reads the rows again and tells what was added, removed or moved.
 */
void samen_list_update (SamenList *self, gboolean anew);

G_END_DECLS
