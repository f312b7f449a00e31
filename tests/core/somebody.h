/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* Somebody who is in all that a dossier can keep of a person, for tests of what it keeps and erases */

#define SOMEBODY "Zo\u00eb Zuiderveldhuis"
#define SOMEBODY_DECOMPOSED "Zoe\u0308  Zuiderveldhuis"
#define SOMEBODY_BEFORE "Zo\u00eb Ardelmeijer"

/** Somebody: the ids of what the person is in */
typedef struct
{
  char *person;
  char *party;
  char *past_party; /* which somebody represented before */
  char *signature;
  char *goal;
} Somebody;

/** somebody_come: Returns: (transfer full): a person, in all of the dossier and its log, with a draft. */
Somebody *somebody_come (Fixture *self);

void somebody_free (Somebody *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Somebody, somebody_free)

/**
 * somebody_is_in:
 *
 * Returns: (transfer full) (nullable): what of the person is among the bytes of the dossier's file, or what
 *   SQLite keeps beside it.
 */
char *somebody_is_in (const char *dossier);

G_END_DECLS
