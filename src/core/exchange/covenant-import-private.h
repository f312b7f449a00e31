/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "exchange/covenant-import.h"

G_BEGIN_DECLS

/* words.c: which words of a text are told by something else too */

/* A set of words, whatever their capitals */
typedef GHashTable SamenWords;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenWords, g_hash_table_unref)

SamenWords *samen_words_new (const char *const *words);
void samen_words_add (SamenWords *self, const char *text);
/* Whether all words of @text are in the set; a text without words is */
gboolean samen_words_tell (SamenWords *self, const char *text);

/* covenant-parties.c */

typedef struct
{
  SamenEdit *edit;
  SamenStore *store;
  const SamenCovenantText *text;
  const char *agreement; /* its id */
} SamenCovenantImport;

void samen_covenant_import_add_parties (SamenCovenantImport *self);
/* Returns: (transfer full): the words of the parties that their records keep, for the lines below which
 * they sign */
SamenWords *samen_covenant_import_signers (const SamenCovenantText *text);

/* covenant-summary.c */

/* Returns: (transfer none): `nl` or `en` */
const char *samen_covenant_import_language (const SamenCovenantText *text);

G_END_DECLS
