/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_TERM_SECTION (samen_term_section_get_type ())

/**
 * SamenTermSection: from when until when an agreement is in force, what follows from that, and the moments
 * at which it is evaluated.
 */
G_DECLARE_FINAL_TYPE (SamenTermSection, samen_term_section, SAMEN, TERM_SECTION, AdwBin)

/** samen_term_section_show: shows the term of @agreement from now on; called once. */
void samen_term_section_show (SamenTermSection *self, SamenStore *store, SamenAgreement *agreement);

G_END_DECLS
