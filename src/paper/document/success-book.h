/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "document/document.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_celebrated_milestones:
 *
 * Returns: (transfer full): the #SamenCelebration of milestones that are reached, the latest first.
 */
GListModel *samen_celebrated_milestones (SamenStore *store);

/**
 * samen_success_book_new:
 *
 * Returns: (transfer full): the milestones that were celebrated, as a document in the dossier's language.
 */
SamenDocument *samen_success_book_new (SamenStore *store);

G_END_DECLS
