/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "document/document.h"
#include "store/traces.h"

G_BEGIN_DECLS

/**
 * samen_person_document_new:
 * @traces: what the dossier keeps about somebody
 *
 * Writes out for the person what a dossier keeps, in the language of the dossier: the own data, in which
 * roles, which texts mention the name, which files there are, what the history says, and what the person
 * did.
 *
 * Returns: (transfer full): the document.
 */
SamenDocument *samen_person_document_new (SamenStore *store, const SamenTraces *traces);

G_END_DECLS
