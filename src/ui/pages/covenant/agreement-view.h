/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_AGREEMENT_VIEW (samen_agreement_view_get_type ())

/**
 * SamenAgreementView: an agreement as it reads: parties, considerations, and the articles with their
 * clauses, numbered by their order.
 */
G_DECLARE_FINAL_TYPE (SamenAgreementView, samen_agreement_view, SAMEN, AGREEMENT_VIEW, AdwBin)

/** samen_agreement_view_new: Returns: (transfer floating): the view of @agreement. */
GtkWidget *samen_agreement_view_new (SamenStore *store, SamenAgreement *agreement);

/** samen_agreement_view_find: Returns: (transfer none) (nullable): the line of the text that shows @record. */
GtkWidget *samen_agreement_view_find (SamenAgreementView *self, SamenRecord *record);

G_END_DECLS
