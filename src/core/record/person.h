/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

#define SAMEN_TYPE_PERSON (samen_person_get_type ())

G_DECLARE_FINAL_TYPE (SamenPerson, samen_person, SAMEN, PERSON, SamenRecord)

/** SamenPerson: Somebody who takes part for an organisation. */
struct _SamenPerson
{
  SamenRecord parent_instance;
  char *name;
  SamenReference organisation;
  char *function;
  char *email;
  char *phone;
  char *note;
  SamenPosition position;
};

G_END_DECLS
