/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/library.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_CHOOSER (samen_chooser_get_type ())

/**
 * SamenChooser:
 *
 * Chooses a dossier: a welcome where there is none, and else each with its region, its next date and how
 * many points of attention it has; below those, what is in the bin. Signal `chosen`, with the path of a
 * dossier.
 */
G_DECLARE_FINAL_TYPE (SamenChooser, samen_chooser, SAMEN, CHOOSER, AdwBin)

/** samen_chooser_set_library: @library: the dossiers to choose from; called once. */
void samen_chooser_set_library (SamenChooser *self, SamenLibrary *library);

G_END_DECLS
