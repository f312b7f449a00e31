/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/agreement.h"
#include "rules/outline.h"
#include "store/edit.h"

G_BEGIN_DECLS

/**
 * samen_outline_collect:
 * @agreement: whose text it is
 * @edit: where to put what changed
 *
 * Finds what was done to @self since it was made of the records: adds what is new, unless nothing is written
 * in it; sets what is written, where a line is part of something else, and as few positions as will do;
 * deletes what was removed.
 */
void samen_outline_collect (SamenOutline *self, SamenAgreement *agreement, SamenEdit *edit);

G_END_DECLS
