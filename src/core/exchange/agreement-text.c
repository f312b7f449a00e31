/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "exchange/agreement-text.h"

/* By which reference a record belongs to what */
static const struct
{
  GType (*type) (void);
  const char *reference;
  GType (*owner) (void);
} owners[] = {
  { samen_party_get_type, "agreement", samen_agreement_get_type },
  { samen_representative_get_type, "party", samen_party_get_type },
  { samen_consideration_get_type, "agreement", samen_agreement_get_type },
  { samen_article_get_type, "agreement", samen_agreement_get_type },
  { samen_clause_get_type, "article", samen_article_get_type },
};

static SamenAgreement *
agreement_of_owner (SamenStore *store, SamenRecord *record, guint i)
{
  g_autoptr (GVariant) owner = samen_record_get (record, owners[i].reference);

  return owner != NULL
             ? samen_agreement_of (store, owners[i].owner (), g_variant_get_string (owner, NULL))
             : NULL;
}

SamenAgreement *
samen_agreement_of (SamenStore *store, GType type, const char *id)
{
  g_autoptr (SamenRecord) record = samen_store_get (store, type, id);

  if (record == NULL)
    return NULL;
  if (type == SAMEN_TYPE_AGREEMENT)
    return SAMEN_AGREEMENT (g_steal_pointer (&record));
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (owners[i].type () == type)
      return agreement_of_owner (store, record, i);
  return NULL;
}

SamenLanguage *
samen_agreement_language (SamenStore *store)
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);

  return samen_language_get (
      partnership != NULL && partnership->language == SAMEN_DOCUMENT_ENGLISH ? "en" : "nl");
}

SamenNumbering *
samen_agreement_number (SamenStore *store, SamenAgreement *agreement)
{
  g_autoptr (GListModel) articles =
      samen_store_list (store, SAMEN_TYPE_ARTICLE, "agreement", SAMEN_RECORD (agreement)->id);
  g_autoptr (GListModel) clauses = samen_store_list (store, SAMEN_TYPE_CLAUSE, NULL, NULL);

  return samen_numbering_new (articles, clauses, SAMEN_NUMBERING_DEFAULT);
}

SamenAgreementTerm *
samen_agreement_term_today (SamenStore *store, SamenAgreement *agreement)
{
  g_autoptr (GListModel) agreements = samen_store_list (store, SAMEN_TYPE_AGREEMENT, NULL, NULL);
  g_autoptr (SamenAgreement) successor = samen_agreement_find_successor (agreement, agreements);
  /* Those of others are many, and count only where one of these follows */
  g_autoptr (GListModel) parties =
      successor != NULL
          ? samen_store_list (store, SAMEN_TYPE_PARTY, NULL, NULL)
          : samen_store_list (store, SAMEN_TYPE_PARTY, "agreement", SAMEN_RECORD (agreement)->id);
  g_autoptr (GListModel) representatives =
      samen_store_list (store, SAMEN_TYPE_REPRESENTATIVE, NULL, NULL);
  g_autoptr (GListModel) signatures = samen_store_list (store, SAMEN_TYPE_SIGNATURE, NULL, NULL);

  return samen_agreement_term_new (agreement, agreements, parties, representatives, signatures,
                                   samen_date_today ());
}
