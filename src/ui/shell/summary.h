/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/**
 * samen_summarise:
 * @dossier: a dossier that is not open
 *
 * Returns: (transfer full): a line on it for the chooser: its region, its next date, how many points of
 *   attention it has; or why it cannot be opened.
 */
char *samen_summarise (SamenDossier *dossier);

G_END_DECLS
