/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_lock_text:
 *
 * Locks the text of each covenant in the dossier once a party has signed it: its parties, considerations,
 * articles, clauses, and what it says of itself. An edit that would change these is refused, and says why.
 */
void samen_lock_text (SamenStore *store);

/**
 * samen_lock_reason:
 *
 * Returns: (transfer full) (nullable): why the text of @agreement cannot be changed, in the interface's
 *   language; %NULL while it can.
 */
char *samen_lock_reason (SamenStore *store, SamenAgreement *agreement);

G_END_DECLS
