/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "rules/parties.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_party_row_new:
 *
 * Returns: (transfer floating): a #SamenRecordRow for @party, to be shown with samen_party_row_show(). Its
 *   actions are those of #SamenPartiesSection.
 */
GtkWidget *samen_party_row_new (SamenStore *store, SamenParty *party);

/**
 * samen_party_row_show:
 * @row: a row that samen_party_row_new() made
 * @lines: (element-type SamenPartyLine): all parties of the agreement
 * @line: the one of @lines that the row is of
 * @editable: whether parties can be moved and deleted
 *
 * Shows the number of the party, who represents it and whether it signed, with a button to record that and
 * a menu of what can be done.
 */
void samen_party_row_show (GtkWidget *row,
                           GPtrArray *lines,
                           const SamenPartyLine *line,
                           gboolean editable);

G_END_DECLS
