/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_PARTY (samen_party_get_type ())

G_DECLARE_FINAL_TYPE (SamenParty, samen_party, SAMEN, PARTY, SamenRecord)

/** SamenParty: Who concludes an agreement: an organisation, or a group that parties are members of. */
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
  char *particulars;
  SamenPosition position;
};

G_END_DECLS
