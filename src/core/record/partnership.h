/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/** SamenDocumentLanguage: the language in which a dossier's documents are written */
typedef enum
{
  SAMEN_DOCUMENT_DUTCH,
  SAMEN_DOCUMENT_ENGLISH,
} SamenDocumentLanguage;

#define SAMEN_TYPE_PARTNERSHIP (samen_partnership_get_type ())

G_DECLARE_FINAL_TYPE (SamenPartnership, samen_partnership, SAMEN, PARTNERSHIP, SamenRecord)

/**
 * SamenPartnership:
 *
 * The co-makership that the dossier is of: there is one in each dossier. For how many years after its last
 * covenant ended it keeps what it knows of people is agreed on or not.
 */
struct _SamenPartnership
{
  SamenRecord parent_instance;
  char *name;
  char *region_code;
  char *region;
  char *sectors;
  char *purpose;
  char *principles;
  SamenDocumentLanguage language;
  bool quiet;
  gint64 keep_years;
};

G_END_DECLS
