/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "document/document.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_covenant_document_new:
 * @store: a dossier
 * @agreement: one of its agreements
 *
 * Writes out an agreement as its parties sign it, in the language of the dossier: who they are, what they
 * consider, what they agree on, and where they sign, or when and where they did; annexes after that, each
 * on a new page. Until somebody has signed, the footer says that it is a draft, and of which day.
 *
 * Returns: (transfer full): the document.
 */
SamenDocument *samen_covenant_document_new (SamenStore *store, SamenAgreement *agreement);

G_END_DECLS
