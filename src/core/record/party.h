/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_PARTY (samen_party_get_type ())

G_DECLARE_FINAL_TYPE (SamenParty, samen_party, SAMEN, PARTY, SamenRecord)

/**
 * SamenParty:
 *
 * Who concludes an agreement: an organisation, or a group that other parties are members of. It names one
 * who represents it; there may be further ones, see #SamenRepresentative. All of them sign, but for those
 * who abstain. A party that withdrew stays in the text, and need not sign any more.
 */
struct _SamenParty
{
  SamenRecord parent_instance;
  SamenReference agreement;
  SamenReference organisation;
  SamenReference group;
  char *name;
  char *alias;
  char *representative;
  char *function;
  bool abstains;
  char *particulars;
  bool is_group;
  SamenDate withdrawn;
  SamenPosition position;
};

G_END_DECLS
