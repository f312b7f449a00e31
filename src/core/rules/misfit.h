/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/**
 * SamenMisfit:
 * @field: the name of the field to look at
 * @is_error: whether it cannot be kept so; otherwise it can be meant
 * @message: what does not fit, and what would, in the interface's language
 *
 * Fields of one record, each of which is right, that do not fit together.
 */
typedef struct
{
  const char *field;
  gboolean is_error;
  const char *message;
} SamenMisfit;

/**
 * samen_misfit_find:
 * @record: a record as it would be
 * @misfit: (out caller-allocates): what does not fit; what cannot be kept comes before what can be meant
 *
 * The rules, in words:
 *
 * - The highest target of a range is no lower than its lowest. A highest target counts for a range only.
 * - A target is still to be reached when it is named: it lies beyond the baseline, in the direction that is
 *   better. To stay where one is can be meant.
 * - A criterion is due after its baseline was measured, a goal when work on it has started, and a covenant
 *   does not end before it starts. Dates that are a month, a season or a year may be any day of it.
 *
 * Returns: whether there is something that does not fit.
 */
gboolean samen_misfit_find (SamenRecord *record, SamenMisfit *misfit);

G_END_DECLS
