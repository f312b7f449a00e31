/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/agreement.h"
#include "record/article.h"
#include "record/attachment.h"
#include "record/celebration.h"
#include "record/clause.h"
#include "record/consideration.h"
#include "record/criterion.h"
#include "record/evaluation.h"
#include "record/goal.h"
#include "record/measurement.h"
#include "record/milestone.h"
#include "record/organisation.h"
#include "record/partnership.h"
#include "record/party.h"
#include "record/person.h"
#include "record/representative.h"
#include "record/signature.h"

G_BEGIN_DECLS

/**
 * samen_record_types:
 * @n_types: (out): how many there are
 *
 * All types of records that a dossier keeps, each after those it refers to. A new type is added here.
 *
 * Returns: (transfer none) (array length=n_types): the types.
 */
const GType *samen_record_types (guint *n_types);

/** samen_record_type_of_table: Returns: the type kept in that table, or %G_TYPE_INVALID. */
GType samen_record_type_of_table (const char *table);

G_END_DECLS
