/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "record/agreement.h"
#include "rules/covenant-text.h"

G_BEGIN_DECLS

/**
 * SamenCovenantTextTerm:
 * @says_start: whether the text says when it takes effect
 * @starts: how: on signing, the day after, or on @start
 * @start: that day; no date otherwise
 * @end: the last day on which it is in force; no date where the text does not say one, or several
 * @notice: the notice period in months, or 0
 *
 * From when till when a covenant is in force, as far as its clauses say so in the usual words.
 */
typedef struct
{
  gboolean says_start;
  SamenStart starts;
  SamenDate start;
  SamenDate end;
  gint64 notice;
} SamenCovenantTextTerm;

/**
 * samen_covenant_text_find_term:
 * @self: a tree
 * @term: (out caller-allocates): what its clauses say
 *
 * Only sentences about the covenant itself are read ("Dit convenant eindigt op 31 juli 2029"), and only where
 * the day follows at once: "eindigt als het plan er is, of op 1 januari 2028" says no day. "Loopt tot 1
 * augustus" ends on 31 July.
 */
void samen_covenant_text_find_term (const SamenCovenantText *self, SamenCovenantTextTerm *term);

G_END_DECLS
