/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_FIND_PERSON_DIALOG (samen_find_person_dialog_get_type ())

/**
 * SamenFindPersonDialog:
 *
 * Asks about whom something is to be done: one of the names that the dossier knows, or any other that may
 * stand in a text. Signal `chosen`, with the id of a person, or %NULL, and a name.
 */
G_DECLARE_FINAL_TYPE (SamenFindPersonDialog,
                      samen_find_person_dialog,
                      SAMEN,
                      FIND_PERSON_DIALOG,
                      AdwDialog)

/** samen_find_person_dialog_new: Returns: (transfer floating): the dialog. */
AdwDialog *samen_find_person_dialog_new (SamenStore *store);

G_END_DECLS
