/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_CRITERION_CARD (samen_criterion_card_get_type ())

/**
 * SamenCriterionCard: an evaluation criterion: a chart of its measurements against the target, the same
 * in a sentence, and the measurements themselves.
 */
G_DECLARE_FINAL_TYPE (SamenCriterionCard,
                      samen_criterion_card,
                      SAMEN,
                      CRITERION_CARD,
                      GtkListBoxRow)

/** samen_criterion_card_new: Returns: (transfer floating): the card of @criterion. */
GtkWidget *samen_criterion_card_new (SamenStore *store, SamenCriterion *criterion);

/** samen_criterion_card_shows: Returns: whether it is the card of @record. */
gboolean samen_criterion_card_shows (SamenCriterionCard *self, SamenRecord *record);

G_END_DECLS
