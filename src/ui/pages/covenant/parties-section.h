/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_PARTIES_SECTION (samen_parties_section_get_type ())

/**
 * SamenPartiesSection:
 *
 * The parties of an agreement, numbered, in their groups, and who of them has signed.
 *
 * Actions: `parties.add`, `parties.add-group`; `parties.into` (party, group), where "" for the group takes
 * the party out; `parties.sign` (party), where "" is for several. In here `record.move` moves a party among
 * those that are in the same group.
 */
G_DECLARE_FINAL_TYPE (SamenPartiesSection, samen_parties_section, SAMEN, PARTIES_SECTION, AdwBin)

/** samen_parties_section_show: shows the parties of @agreement from now on; called once. */
void samen_parties_section_show (SamenPartiesSection *self,
                                 SamenStore *store,
                                 SamenAgreement *agreement);

G_END_DECLS
