/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <sqlite3.h>

#include "base/error.h"
#include "store/check.h"
#include "store/log.h"
#include "story.h"

#define FILE_SIZE 30000

static gboolean
add_goal (SamenStore *store, guint number, GError **error)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Add Goal");
  g_autofree char *title = g_strdup_printf ("Goal %u", number);
  g_autofree char *position = samen_store_append_position (store, SAMEN_TYPE_GOAL, NULL, NULL);
  g_autofree char *goal =
      g_strdup (samen_edit_add (edit, SAMEN_TYPE_GOAL, "title", samen_value (title), "position",
                                samen_value (position), NULL));
  const char *criterion =
      samen_edit_add (edit, SAMEN_TYPE_CRITERION, "goal", samen_value (goal), "title",
                      samen_value ("Places"), "target", samen_value (40.5), NULL);

  samen_edit_add (edit, SAMEN_TYPE_MEASUREMENT, "criterion", samen_value (criterion), "date",
                  samen_value (samen_date_day (2026, 3, 15)), "value", samen_value (12.0), NULL);
  samen_edit_add (edit, SAMEN_TYPE_MILESTONE, "title", samen_value (title), "goal",
                  samen_value (goal), NULL);
  return samen_store_apply (store, edit, error);
}

static gboolean
change_goals (SamenStore *store, guint number, GError **error)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Change Goal");
  g_autoptr (GListModel) goals = samen_store_list (store, SAMEN_TYPE_GOAL, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "What we agreed about %u and %u. ", number, i);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (SamenRecord) goal = g_list_model_get_item (goals, i);

      samen_edit_set (edit, goal, "text", samen_value (text->str));
    }
  return samen_store_apply (store, edit, error);
}

static gboolean
delete_goal (SamenStore *store, GError **error)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Delete Goal");
  g_autoptr (GListModel) goals = samen_store_list (store, SAMEN_TYPE_GOAL, NULL, NULL);
  g_autoptr (SamenRecord) goal = g_list_model_get_item (goals, 0);

  if (goal == NULL)
    return TRUE;
  samen_edit_delete (edit, goal);
  return samen_store_apply (store, edit, error);
}

static gboolean
attach (SamenStore *store, guint number, GError **error)
{
  g_autoptr (SamenEdit) edit = samen_edit_new ("Add Attachment");
  g_autofree guint8 *noise = g_malloc (FILE_SIZE);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;

  for (guint i = 0; i < FILE_SIZE; i++)
    noise[i] = (guint8) ((i * 2654435761u + number * 40503u) >> 13);
  bytes = g_bytes_new (noise, FILE_SIZE);
  if (!samen_store_add_bytes (store, bytes, &hash, error))
    return FALSE;
  samen_edit_add (edit, SAMEN_TYPE_ATTACHMENT, "name", samen_value ("scan.pdf"), "record",
                  samen_value ("all"), "content", samen_value (hash), NULL);
  return samen_store_apply (store, edit, error);
}

static gboolean
step_through_log (gboolean (*step) (SamenStore *, char **, GError **),
                  SamenStore *store,
                  GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (step (store, NULL, &reason) || g_error_matches (reason, SAMEN_ERROR, SAMEN_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

gboolean
story_step (SamenStore *store, guint number, GError **error)
{
  switch (number % 12)
    {
    case 1:
    case 5:
    case 9:
      return change_goals (store, number, error);
    case 3:
      return attach (store, number, error);
    case 6:
      return delete_goal (store, error);
    case 7:
    case 10:
      return step_through_log (samen_store_undo, store, error);
    case 8:
      return step_through_log (samen_store_redo, store, error);
    default:
      return add_goal (store, number, error);
    }
}

static sqlite3 *
open_to_read (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return db;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return statement;
}

gint64
story_edits (const char *path)
{
  sqlite3 *db = open_to_read (path);
  sqlite3_stmt *statement = prepare (db, "SELECT count(*) FROM edit");
  gint64 n;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return n;
}

char *
story_log (const char *path, gint64 n)
{
  sqlite3 *db = open_to_read (path);
  sqlite3_stmt *statement =
      prepare (db, "SELECT e.seq, e.id, e.label, e.time, e.clock, e.action, e.target, c.type, "
                   "c.record, c.field, quote (c.old), quote (c.new) FROM edit e "
                   "LEFT JOIN change c ON c.edit = e.seq WHERE e.seq <= ?1 ORDER BY 1, 9, 10");
  GString *log = g_string_new (NULL);

  sqlite3_bind_int64 (statement, 1, n);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (log, "%s|", sqlite3_column_text (statement, i));
      g_string_append_c (log, '\n');
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_string_free_and_steal (log);
}

void
story_assert_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenStore) store = samen_store_open (path, &error);
  g_auto (GStrv) problems = NULL;
  g_autofree char *all = NULL;

  g_assert_no_error (error);
  problems = samen_store_check (store);
  all = g_strjoinv ("\n", problems);
  g_assert_cmpstr (all, ==, "");
}
