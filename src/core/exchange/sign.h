/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * SamenSigning:
 * @party: who signs
 * @signatory: by whom
 * @function: (nullable): as what
 */
typedef struct
{
  SamenParty *party;
  char *signatory;
  char *function;
} SamenSigning;

/** samen_signing_new: Returns: (transfer full): that @party signs; free with samen_signing_free(). */
SamenSigning *samen_signing_new (SamenParty *party, const char *signatory, const char *function);

/** samen_signing_free: for a #GPtrArray of them. */
void samen_signing_free (gpointer data);

/**
 * samen_sign_edit:
 * @signings: (element-type SamenSigning): who signs by whom; a party that two people sign for is in it
 *   twice
 * @date: when
 * @place: (nullable): where
 *
 * Returns: (transfer full): the edit that adds a signature for each of @signings.
 */
SamenEdit *samen_sign_edit (GPtrArray *signings, SamenDate date, const char *place);

/**
 * samen_sign_set_abstains:
 * @edit: an edit of samen_sign_edit()
 * @representative: who represents a party, see #SamenSignatory
 *
 * Adds to @edit whether that person abstains from signing, if that is news.
 */
void samen_sign_set_abstains (SamenEdit *edit, SamenRecord *representative, gboolean abstains);

G_END_DECLS
