/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * samen_join_facts:
 * @...: (nullable): short texts, and %SAMEN_END
 *
 * Returns: (transfer full): those that are not empty, in one line with dots between.
 */
char *samen_join_facts (const char *first, ...);

/** Ends the texts of samen_join_facts(), in which %NULL is a text that is not there */
#define SAMEN_END ((const char *) -1)

G_END_DECLS
