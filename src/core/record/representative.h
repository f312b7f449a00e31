/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_REPRESENTATIVE (samen_representative_get_type ())

G_DECLARE_FINAL_TYPE (SamenRepresentative, samen_representative, SAMEN, REPRESENTATIVE, SamenRecord)

/** SamenRepresentative: Somebody who represents a party together with the one that the party names. */
struct _SamenRepresentative
{
  SamenRecord parent_instance;
  SamenReference party;
  char *name;
  char *function;
  bool abstains;
  SamenPosition position;
};

G_END_DECLS
