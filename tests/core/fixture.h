/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <sqlite3.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Fixture: a dossier of its own for each test, in a folder of its own */
typedef struct
{
  char *folder;
  char *path;
  SamenStore *store;
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer unused);
void fixture_tear_down (Fixture *self, gconstpointer unused);

/** FIXTURE_TEST: adds a test of a function that takes a #Fixture */
#define FIXTURE_TEST(path, function)                                                               \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/** fixture_reopen: closes the dossier and opens it again, as a restart does. */
void fixture_reopen (Fixture *self);

/** fixture_file: Returns: (transfer full): the path of a file called @name in the test's folder. */
char *fixture_file (Fixture *self, const char *name);

/** fixture_apply: applies @edit, takes it over, and fails if that fails. */
void fixture_apply (Fixture *self, SamenEdit *edit);

/** fixture_set: sets one field of one record, in an edit of its own. */
void fixture_set (Fixture *self, gpointer record, const char *field, GVariant *value);

/** fixture_delete: deletes one record, in an edit of its own. */
void fixture_delete (Fixture *self, gpointer record);

/** fixture_add_goal: Returns: (transfer full): a new goal, at the end of the list. */
SamenGoal *fixture_add_goal (Fixture *self, const char *title);

/** fixture_sql: runs @sql on the file behind the store's back. */
void fixture_sql (Fixture *self, const char *sql);

/** fixture_number: Returns: the first number that @sql gives, read behind the store's back. */
gint64 fixture_number (Fixture *self, const char *sql);

/** fixture_assert_sound: fails if samen_store_check() finds anything wrong. */
void fixture_assert_sound (Fixture *self);

/**
 * fixture_dump:
 *
 * Returns: (transfer full): all rows of all tables but those of the search index, to compare what a
 *   dossier holds at two moments.
 */
char *fixture_dump (Fixture *self);

/**
 * fixture_random_value:
 * @pick: (nullable): gives the id of a record of a type, or for %G_TYPE_BYTES a hash; or %NULL
 *
 * Returns: (transfer full) (nullable): something that @field accepts; nothing, now and then, where the
 *   field may be empty.
 */
GVariant *fixture_random_value (GRand *random,
                                const SamenField *field,
                                const char *(*pick) (gpointer data, GType type),
                                gpointer data);

/** fixture_add_all: adds a record of each type, whose fields hold anything that they can hold. */
void fixture_add_all (Fixture *self, GRand *random);

G_END_DECLS
