/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * SamenKnownName:
 * @name: what somebody is called
 * @record: (nullable): where that stands: a #SamenPerson for one of the people, else what names somebody,
 *   such as a signature; %NULL if only the log says it
 *
 * Somebody of whom a dossier says the name. The members may be read.
 */
typedef struct
{
  char *name;
  SamenRecord *record;
} SamenKnownName;

/**
 * samen_known_names:
 * @error: why the dossier could not be read
 *
 * Who is known by name: the people; whom other records name, deleted ones too; whom they named before; who
 * made edits. Not who is only mentioned in a text. Takes its time: to be called in a thread, with a store
 * of its own.
 *
 * Returns: (transfer full) (element-type SamenKnownName) (nullable): each of the people, and each other name
 *   once, in the order of the alphabet.
 */
GPtrArray *samen_known_names (SamenStore *store, GError **error);

/** samen_people_called: Returns: (transfer full): the ids of the people of that name, deleted ones not counted. */
GStrv samen_people_called (SamenStore *store, const char *name);

G_END_DECLS
