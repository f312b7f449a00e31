/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/language.h"
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
 * samen_celebration_photo:
 * @celebration: (nullable): the id of a celebration
 *
 * Returns: (transfer full) (nullable): the photo that is kept with it.
 */
SamenAttachment *samen_celebration_photo (SamenStore *store, const char *celebration);

/**
 * samen_celebration_photo_alt:
 * @milestone: what is celebrated on it
 * @language: (nullable): of a document, or %NULL for that of the interface
 *
 * Returns: (transfer full): what there is to see, for who does not see it.
 */
char *samen_celebration_photo_alt (SamenAttachment *photo,
                                   SamenMilestone *milestone,
                                   SamenLanguage *language);

/**
 * samen_success_book_new:
 *
 * Returns: (transfer full): the milestones that were celebrated, as a document in the dossier's language.
 */
SamenDocument *samen_success_book_new (SamenStore *store);

G_END_DECLS
