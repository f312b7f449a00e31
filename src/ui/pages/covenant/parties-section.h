/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_PARTIES_SECTION (samen_parties_section_get_type ())

/** SamenPartiesSection: the parties of an agreement, and who of them has signed. */
G_DECLARE_FINAL_TYPE (SamenPartiesSection, samen_parties_section, SAMEN, PARTIES_SECTION, AdwBin)

/** samen_parties_section_show: shows the parties of @agreement from now on; called once. */
void samen_parties_section_show (SamenPartiesSection *self,
                                 SamenStore *store,
                                 SamenAgreement *agreement);

G_END_DECLS
