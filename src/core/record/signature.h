/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_SIGNATURE (samen_signature_get_type ())

G_DECLARE_FINAL_TYPE (SamenSignature, samen_signature, SAMEN, SIGNATURE, SamenRecord)

/** SamenSignature: That a party signed. */
struct _SamenSignature
{
  SamenRecord parent_instance;
  SamenReference party;
  SamenDate signed_on;
  char *place;
  char *signatory;
  char *function;
};

G_END_DECLS
