/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** samen_combo_show_whole: shows what @row has chosen, and what there is to choose, on as many lines as it takes. */
void samen_combo_show_whole (AdwComboRow *row);

/**
 * samen_group_set_name:
 * @name: as it is: no markup
 *
 * Calls @group after an organisation, a person or the like, on as many lines as the name takes.
 */
void samen_group_set_name (AdwPreferencesGroup *group, const char *name);

G_END_DECLS
