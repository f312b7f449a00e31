/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SamenRegion:
 * @code: the code of Statistics Netherlands (CBS), such as `AM10`
 * @name: what the region is called
 *
 * One of the labour-market regions (arbeidsmarktregio's) of the Netherlands. Their names drift and their
 * borders move: a dossier keeps the code beside a name that people may change.
 */
typedef struct
{
  const char *code;
  const char *name;
} SamenRegion;

/**
 * samen_regions:
 * @n_regions: (out): how many there are
 *
 * The regions of the list that comes with the app, in its order; read once. Without that list there are
 * none, and a region is what people type.
 *
 * Returns: (transfer none) (array length=n_regions): the regions.
 */
const SamenRegion *samen_regions (guint *n_regions);

/** samen_region_by_code: Returns: (transfer none) (nullable): the region with that code. */
const SamenRegion *samen_region_by_code (const char *code);

/**
 * samen_region_by_name:
 * @name: what somebody typed; capitals, accents and spaces around it do not count
 *
 * Returns: (transfer none) (nullable): the region called so.
 */
const SamenRegion *samen_region_by_name (const char *name);

G_END_DECLS
