/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "shell/page-list.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_record_place:
 *
 * Returns: (transfer none) (nullable): the page on which a record is to be seen, or what it is part of.
 */
const SamenPageEntry *samen_record_place (SamenStore *store, SamenRecord *record);

G_END_DECLS
