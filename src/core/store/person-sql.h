/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "base/mention.h"
#include "record/types.h"
#include "store/db.h"

G_BEGIN_DECLS

/*
 * Somebody, as SQL can ask for: functions of a connection that look for one person.
 *
 *   person_own (id)            whether that record is the person
 *   person_in (value)          whether it mentions a name
 *   person_is (value)          whether it is a name, and nothing else
 *   person_out (value)         the value with another word in the place of the name
 *   person_in_file (bytes)     whether it is a plain text that mentions a name
 *   person_word ()             that other word
 *   person_role (type, field)  whether that field says who somebody is
 *   person_spared (id, field)  whether it is the name of somebody else, who is called the same
 */

/**
 * SamenPersonSql:
 * @mentions: the names
 * @own: ids of the records that are the person
 * @namesakes: ids of those that are somebody else of the same name
 * @word: what stands in the place of the name
 */
typedef struct
{
  SamenMentions *mentions;
  GHashTable *own;
  GHashTable *namesakes;
  char *word;
} SamenPersonSql;

/**
 * samen_person_sql_new:
 * @db: where the functions are to be known, until @self is freed
 * @word: (nullable): what stands in the place of the name
 *
 * Returns: (transfer full) (nullable): who is looked for; see samen_person_sql_find_own().
 */
SamenPersonSql *samen_person_sql_new (SamenDb *db,
                                      const char *const *names,
                                      const char *word,
                                      GError **error);

/** samen_person_sql_free: @db: that of samen_person_sql_new(). Nothing may be reading with the functions. */
void samen_person_sql_free (SamenPersonSql *self, SamenDb *db);

/**
 * samen_person_sql_find_own:
 * @person: (nullable): the id of a record; %NULL for all persons of that name
 *
 * Fills @own, with that person and those of the same name that are deleted, and @namesakes.
 */
gboolean samen_person_sql_find_own (SamenPersonSql *self,
                                    SamenDb *db,
                                    const char *person,
                                    GError **error);

/** samen_field_is_role: Returns: whether the field says in a few words who somebody is. */
gboolean samen_field_is_role (const SamenField *field);

G_END_DECLS
