/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* The labels above the columns of a table of parties, or before a colon */

#define LABEL_MAX 40

typedef struct
{
  const char *text;
  PartyField field;
} Label;

static const Label labels[] = {
  { "organisatie", FIELD_NAME },
  { "organisaties", FIELD_NAME },
  { "naam organisatie", FIELD_NAME },
  { "naam van de organisatie", FIELD_NAME },
  { "organisatienaam", FIELD_NAME },
  { "instelling", FIELD_NAME },
  { "naam instelling", FIELD_NAME },
  { "partij", FIELD_NAME },
  { "partijen", FIELD_NAME },
  { "naam partij", FIELD_NAME },
  { "partner", FIELD_NAME },
  { "deelnemer", FIELD_NAME },
  { "deelnemende organisatie", FIELD_NAME },
  { "rechtspersoon", FIELD_NAME },
  { "statutaire naam", FIELD_NAME },
  { "organisation", FIELD_NAME },
  { "party", FIELD_NAME },
  { "naam", FIELD_ANY_NAME },
  { "name", FIELD_ANY_NAME },
  { "plaats", FIELD_SEAT },
  { "vestigingsplaats", FIELD_SEAT },
  { "gevestigd te", FIELD_SEAT },
  { "zetel", FIELD_SEAT },
  { "statutaire zetel", FIELD_SEAT },
  { "seat", FIELD_SEAT },
  { "place", FIELD_SEAT },
  { "vertegenwoordigd door", FIELD_PERSON },
  { "rechtsgeldig vertegenwoordigd door", FIELD_PERSON },
  { "vertegenwoordiger", FIELD_PERSON },
  { "naam vertegenwoordiger", FIELD_PERSON },
  { "wettelijk vertegenwoordiger", FIELD_PERSON },
  { "ondertekenaar", FIELD_PERSON },
  { "naam ondertekenaar", FIELD_PERSON },
  { "tekenbevoegde", FIELD_PERSON },
  { "bestuurder", FIELD_PERSON },
  { "represented by", FIELD_PERSON },
  { "representative", FIELD_PERSON },
  { "functie", FIELD_FUNCTION },
  { "functie vertegenwoordiger", FIELD_FUNCTION },
  { "hoedanigheid", FIELD_FUNCTION },
  { "in de hoedanigheid van", FIELD_FUNCTION },
  { "function", FIELD_FUNCTION },
  { "hierna te noemen", FIELD_ALIAS },
  { "verder te noemen", FIELD_ALIAS },
  { "hierna", FIELD_ALIAS },
  { "afkorting", FIELD_ALIAS },
  { "korte naam", FIELD_ALIAS },
  { "aanduiding", FIELD_ALIAS },
  { "adres", FIELD_OTHER },
  { "postadres", FIELD_OTHER },
  { "bezoekadres", FIELD_OTHER },
  { "postcode", FIELD_OTHER },
  { "kvk", FIELD_OTHER },
  { "kvk-nummer", FIELD_OTHER },
  { "kvk nummer", FIELD_OTHER },
  { "brin", FIELD_OTHER },
  { "nr", FIELD_OTHER },
  { "nr.", FIELD_OTHER },
  { "nummer", FIELD_OTHER },
  { "sector", FIELD_OTHER },
  { "branche", FIELD_OTHER },
  { "contactpersoon", FIELD_OTHER },
  { "telefoon", FIELD_OTHER },
  { "e-mail", FIELD_OTHER },
  { "e-mailadres", FIELD_OTHER },
  { "datum", FIELD_OTHER },
  { "handtekening", FIELD_OTHER },
};

PartyField
samen_covenant_text_label (const char *text, gsize length)
{
  while (length > 0 && (text[length - 1] == ':' || text[length - 1] == ' '))
    length--;
  if (length > LABEL_MAX)
    return FIELD_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strlen (labels[i].text) == length &&
        g_ascii_strncasecmp (labels[i].text, text, length) == 0)
      return labels[i].field;
  return FIELD_NONE;
}

PartyField
samen_covenant_text_labelled (const char *text, const char **value)
{
  gsize length = strcspn (text, ":\n");
  PartyField field;

  if (text[length] != ':' || length > LABEL_MAX)
    return FIELD_NONE;
  field = samen_covenant_text_label (text, length);
  *value = text + length + 1 + strspn (text + length + 1, " ");
  return field;
}
