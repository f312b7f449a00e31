/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The numbers by which the Netherlands know organisations. Registers change and numbers get copied
 * wrongly in documents that were signed all the same, so each check warns and none forbids: it
 * returns (nullable) (transfer none) a translated hint, or %NULL where the number looks as it should
 * (an empty one does).
 */

/** samen_check_kvk: 8 digits (Handelsregister, Chamber of Commerce). */
const char *samen_check_kvk (const char *number);

/** samen_check_branch: 12 digits (vestigingsnummer, Chamber of Commerce). */
const char *samen_check_branch (const char *number);

/**
 * samen_check_brin: two digits and two letters, and for a location two digits more (register of
 * educational institutions): `05KO`, `07NU00`.
 */
const char *samen_check_brin (const char *number);

/** samen_check_agb: 8 digits (register of care providers). */
const char *samen_check_agb (const char *number);

/** samen_check_lrk: 9 digits (Landelijk Register Kinderopvang). */
const char *samen_check_lrk (const char *number);

/**
 * samen_check_rsin: 9 digits that pass the eleven test: 9·d1 + 8·d2 + … + 2·d8 leaves d9 when
 * divided by 11.
 */
const char *samen_check_rsin (const char *number);

/** samen_check_email: something, one @, and something with a dot. */
const char *samen_check_email (const char *address);

G_END_DECLS
