/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

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

G_END_DECLS
