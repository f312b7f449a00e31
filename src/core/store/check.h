/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/progress.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * samen_store_check:
 *
 * Checks what a dossier promises: SQLite finds the file whole, every reference leads to a record, and
 * the tables hold just what replaying the log gives.
 *
 * Returns: (transfer full): what is wrong, a sentence each, in the interface's language; empty if all is
 *   well.
 */
GStrv samen_store_check (SamenStore *self);

/**
 * samen_store_check_for:
 * @progress: (nullable): who waits for it
 *
 * As samen_store_check(), for somebody who may no longer want to know; then what it returns means nothing.
 */
GStrv samen_store_check_for (SamenStore *self, const SamenProgress *progress);

G_END_DECLS
