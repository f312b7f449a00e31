/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "record/types.h"

static GType (*const type_functions[]) (void) = {
  samen_partnership_get_type,    samen_organisation_get_type, samen_person_get_type,
  samen_agreement_get_type,      samen_party_get_type,        samen_consideration_get_type,
  samen_article_get_type,        samen_clause_get_type,       samen_signature_get_type,
  samen_goal_get_type,           samen_criterion_get_type,    samen_measurement_get_type,
  samen_milestone_get_type,      samen_celebration_get_type,  samen_attachment_get_type,
  samen_representative_get_type, samen_evaluation_get_type,
};

static gpointer
make_types (gpointer unused)
{
  GType *types = g_new (GType, G_N_ELEMENTS (type_functions));

  for (guint i = 0; i < G_N_ELEMENTS (type_functions); i++)
    types[i] = type_functions[i]();
  return types;
}

const GType *
samen_record_types (guint *n_types)
{
  static GOnce once = G_ONCE_INIT;

  *n_types = G_N_ELEMENTS (type_functions);
  return g_once (&once, make_types, NULL);
}

GType
samen_record_type_of_table (const char *table)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (g_str_equal (samen_record_class_of (types[i])->table, table))
      return types[i];
  return G_TYPE_INVALID;
}
