/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_CONSIDERATION (samen_consideration_get_type ())

G_DECLARE_FINAL_TYPE (SamenConsideration, samen_consideration, SAMEN, CONSIDERATION, SamenRecord)

/** SamenConsideration: One of the reasons (overwegingen) that an agreement begins with. */
struct _SamenConsideration
{
  SamenRecord parent_instance;
  SamenReference agreement;
  char *text;
  SamenPosition position;
};

G_END_DECLS
