/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_party_row_new:
 *
 * Returns: (transfer floating): a #SamenRecordRow for @party, that says who represents it and whether it
 *   signed, with a button to record that.
 */
GtkWidget *samen_party_row_new (SamenStore *store, SamenParty *party);

G_END_DECLS
