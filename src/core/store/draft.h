/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/*
 * What somebody is writing is one edit, made when it is done; until then it is kept here, outside the log,
 * so that a crash takes no more than a few seconds of it.
 */

/**
 * samen_store_keep_draft:
 * @edit: (nullable): the edit that would be made now; %NULL for none
 *
 * Keeps one draft, in place of the one before.
 *
 * Returns: whether it is kept, safe against a loss of power.
 */
gboolean samen_store_keep_draft (SamenStore *self, SamenEdit *edit, GError **error);

/** samen_store_get_draft: Returns: (transfer full) (nullable): the draft that is kept, if it can be read. */
SamenEdit *samen_store_get_draft (SamenStore *self);

G_END_DECLS
