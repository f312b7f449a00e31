/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/format.h"
#include "record/organisation.h"

static const SamenChoice sides[] = {
  { "education", NC_ ("choice", "Education") },
  { "care", NC_ ("choice", "Care") },
  { "disability", NC_ ("choice", "Disability care") },
  { "childcare", NC_ ("choice", "Childcare") },
  { "other", NC_ ("choice", "Other") },
  { NULL },
};

static const SamenField fields[] = {
  SAMEN_FIELD (SamenOrganisation, name, N_ ("Name"), .flags = SAMEN_REQUIRED),
  SAMEN_FIELD (SamenOrganisation, short_name, N_ ("Short name")),
  SAMEN_FIELD (SamenOrganisation, side, N_ ("Side"), .choices = sides),
  SAMEN_FIELD (SamenOrganisation, place, N_ ("Place")),
  SAMEN_FIELD (SamenOrganisation, kvk, N_ ("KvK number"), .check = samen_check_kvk),
  SAMEN_FIELD (SamenOrganisation, branch, N_ ("Branch number"), .check = samen_check_branch),
  SAMEN_FIELD (SamenOrganisation, rsin, N_ ("RSIN"), .check = samen_check_rsin),
  SAMEN_FIELD (SamenOrganisation, brin, N_ ("BRIN number"), .check = samen_check_brin),
  SAMEN_FIELD (SamenOrganisation, agb, N_ ("AGB code"), .check = samen_check_agb),
  SAMEN_FIELD (SamenOrganisation, lrk, N_ ("LRK number"), .check = samen_check_lrk),
  SAMEN_FIELD (SamenOrganisation, note, N_ ("Note"), .flags = SAMEN_LONG),
  SAMEN_FIELD (SamenOrganisation, position, N_ ("Place in the list"), .flags = SAMEN_INTERNAL),
};

SAMEN_DEFINE_RECORD (SamenOrganisation, samen_organisation, "organisation", N_ ("organisation"),
                     fields)
