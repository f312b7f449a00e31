/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/format.h"
#include "record/organisation.h"
#include "record/person.h"

static const SamenField fields[] = {
  SAMEN_FIELD (SamenPerson, name, N_ ("Name"), .flags = SAMEN_REQUIRED | SAMEN_PERSONAL),
  SAMEN_FIELD (SamenPerson, organisation, N_ ("Organisation"),
               .refers = samen_organisation_get_type),
  SAMEN_FIELD (SamenPerson, function, N_ ("Function"), .flags = SAMEN_PERSONAL),
  SAMEN_FIELD (SamenPerson, email, N_ ("E-mail"), .flags = SAMEN_PERSONAL,
               .check = samen_check_email),
  SAMEN_FIELD (SamenPerson, phone, N_ ("Phone"), .flags = SAMEN_PERSONAL),
  SAMEN_FIELD (SamenPerson, note, N_ ("Note"), .flags = SAMEN_LONG | SAMEN_PERSONAL),
  SAMEN_FIELD (SamenPerson, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenPerson, samen_person, "person", N_ ("person"), fields)
