/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/** SamenSide: from which world an organisation comes */
typedef enum
{
  SAMEN_SIDE_EDUCATION,
  SAMEN_SIDE_CARE,
  SAMEN_SIDE_DISABILITY,
  SAMEN_SIDE_CHILDCARE,
  SAMEN_SIDE_OTHER,
} SamenSide;

#define SAMEN_TYPE_ORGANISATION (samen_organisation_get_type ())

G_DECLARE_FINAL_TYPE (SamenOrganisation, samen_organisation, SAMEN, ORGANISATION, SamenRecord)

/** SamenOrganisation: A school or a care or childcare organisation that takes part. */
struct _SamenOrganisation
{
  SamenRecord parent_instance;
  char *name;
  char *short_name;
  SamenSide side;
  char *place;
  char *kvk;
  char *branch;
  char *rsin;
  char *brin;
  char *agb;
  char *lrk;
  char *note;
  SamenPosition position;
};

G_END_DECLS
