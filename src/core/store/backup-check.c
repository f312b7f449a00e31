/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "store/backup-private.h"
#include "store/schema.h"

/*
 * Together, the threads ask what "PRAGMA integrity_check" asks: what is on all pages and what virtual tables
 * say of themselves, and of each other table whether its indexes say what it holds. They see what whoever
 * copies it sees, for no transaction ended in between.
 */

/* How many threads check at most: the last of them is the one that copies, when it has done that */
#define MOST_CHECKERS 4

/* How much each has in memory, in KiB: what is in an index is looked up in no order */
#define CACHE "16384"

/* How many steps of SQLite are done before it is seen that nobody wants to know any more */
#define STEPS_AT_ONCE 10000

/* How long to wait for a moment at which nobody else writes, in tries of 20 milliseconds */
#define MOST_TRIES 250

struct _SamenBackupCheck
{
  SamenDb *dbs[MOST_CHECKERS];
  GThread *threads[MOST_CHECKERS]; /* none for the last */
  guint n;
  GPtrArray *questions; /* SQL */
  int n_asked;          /* of those, by any thread */
  int is_over;          /* something is wrong, or nobody wants to know any more */
  GError *error;        /* of the thread that set that */
  const SamenProgress *progress;
};

/* What a thread is handed */
typedef struct
{
  SamenBackupCheck *check;
  SamenDb *db;
} Checker;

static gboolean
is_dossier (SamenDb *db, GError **error)
{
  if (samen_db_query_integer (db, "PRAGMA application_id", 0) == SAMEN_APPLICATION_ID)
    return TRUE;
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_NOT_A_DOSSIER,
                       _ ("This file is not a dossier of Samenspel, or it is damaged."));
  return FALSE;
}

static gboolean
list_questions (SamenDb *db, GPtrArray *questions, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (
      db,
      "SELECT format ('PRAGMA integrity_check (\"%w\")', name) FROM sqlite_schema "
      "WHERE type = 'table' AND rootpage > 0 ORDER BY rowid DESC",
      error);
  gboolean has_row;

  g_ptr_array_add (questions, g_strdup ("PRAGMA quick_check (1)"));
  while (statement != NULL && samen_db_step (db, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (questions, g_strdup (samen_db_column_text (statement, 0)));
    }
  return FALSE;
}

static gboolean
ask (SamenDb *db, const char *question, GError **error)
{
  sqlite3_stmt *statement = samen_db_prepare (db, question, error);
  g_autofree char *finding = NULL;
  gboolean has_row;

  if (statement == NULL || !samen_db_step (db, statement, &has_row, error))
    return FALSE;
  finding = g_strdup (has_row ? samen_db_column_text (statement, 0) : "");
  sqlite3_reset (statement);
  if (g_str_equal (finding, "ok"))
    return TRUE;
  g_set_error (error, SAMEN_ERROR, SAMEN_ERROR_DAMAGED, _ ("The dossier is damaged: %s"), finding);
  return FALSE;
}

static int
look_cb (gpointer data)
{
  const SamenBackupCheck *self = data;

  return g_atomic_int_get (&self->is_over) ||
         (self->progress != NULL && g_cancellable_is_cancelled (self->progress->cancellable));
}

static void
ask_all (SamenBackupCheck *self, SamenDb *db)
{
  g_autoptr (GError) error = NULL;
  gboolean success = TRUE;

  while (success && !g_atomic_int_get (&self->is_over))
    {
      guint i = (guint) g_atomic_int_add (&self->n_asked, 1);

      if (i >= self->questions->len)
        return;
      success = ask (db, g_ptr_array_index (self->questions, i), &error);
    }
  /* Those that are interrupted by what one found have nothing to tell */
  if (!success && g_atomic_int_compare_and_exchange (&self->is_over, 0, 1))
    self->error = g_steal_pointer (&error);
}

static gpointer
ask_in_thread (gpointer data)
{
  g_autofree Checker *checker = data;

  ask_all (checker->check, checker->db);
  return NULL;
}

/* Lets @from and all that check begin to read; *@is_same tells whether nobody wrote meanwhile */
static gboolean
begin_all (SamenBackupCheck *self, SamenDb *from, gboolean *is_same, GError **error)
{
  static const char version[] = "PRAGMA data_version";
  SamenDb *watching = self->dbs[self->n - 1];
  const gint64 before = samen_db_query_integer (watching, version, -1);

  if (!samen_db_begin_read (from, error))
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    if (!samen_db_begin_read (self->dbs[i], error))
      return FALSE;
  *is_same = samen_db_query_integer (watching, version, -2) == before;
  return TRUE;
}

static void
end_all (SamenBackupCheck *self, SamenDb *from)
{
  samen_db_rollback (from);
  for (guint i = 0; i < self->n; i++)
    samen_db_rollback (self->dbs[i]);
}

static gboolean
begin_at_one_moment (SamenBackupCheck *self, SamenDb *from, GError **error)
{
  for (guint tries = 0; tries < MOST_TRIES; tries++)
    {
      gboolean is_same = FALSE;
      const gboolean success = begin_all (self, from, &is_same, error);

      if (success && is_same)
        return TRUE;
      end_all (self, from);
      if (!success || !samen_progress_report (self->progress, 0, error))
        return FALSE;
      g_usleep (20000);
    }
  samen_db_set_error (from, SQLITE_BUSY, error);
  return FALSE;
}

static gboolean
open_all (SamenBackupCheck *self, const char *path, GError **error)
{
  const guint most = CLAMP (g_get_num_processors (), 1, MOST_CHECKERS);

  while (self->n < most)
    {
      SamenDb *db = samen_db_open (path, SQLITE_OPEN_READONLY, error);

      if (db == NULL)
        return FALSE;
      self->dbs[self->n++] = db;
      if (!samen_db_run (db, "PRAGMA cache_size = -" CACHE, error))
        return FALSE;
      sqlite3_progress_handler (samen_db_handle (db), STEPS_AT_ONCE, look_cb, self);
    }
  return TRUE;
}

SamenBackupCheck *
samen_backup_check_begin (SamenDb *from, const SamenProgress *progress, GError **error)
{
  g_autoptr (SamenBackupCheck) self = g_new0 (SamenBackupCheck, 1);

  self->progress = progress;
  self->questions = g_ptr_array_new_with_free_func (g_free);
  if (!open_all (self, sqlite3_db_filename (samen_db_handle (from), "main"), error) ||
      !begin_at_one_moment (self, from, error))
    return NULL;
  if (!is_dossier (from, error) || !list_questions (from, self->questions, error))
    {
      samen_db_rollback (from);
      return NULL;
    }
  for (guint i = 0; i + 1 < self->n; i++)
    {
      Checker *checker = g_new (Checker, 1);

      *checker = (Checker) { self, self->dbs[i] };
      self->threads[i] = g_thread_new ("check", ask_in_thread, checker);
    }
  return g_steal_pointer (&self);
}

static void
join_all (SamenBackupCheck *self)
{
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->threads[i], g_thread_join);
}

gboolean
samen_backup_check_end (SamenBackupCheck *self, GError **error)
{
  ask_all (self, self->dbs[self->n - 1]);
  join_all (self);
  /* Whoever does not want it any more has interrupted it, which is no finding */
  if (!samen_progress_report (self->progress, 1, error))
    return FALSE;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

void
samen_backup_check_free (SamenBackupCheck *self)
{
  g_atomic_int_set (&self->is_over, 1);
  join_all (self);
  for (guint i = 0; i < self->n; i++)
    {
      samen_db_rollback (self->dbs[i]);
      samen_db_close (self->dbs[i]);
    }
  g_ptr_array_unref (self->questions);
  g_clear_error (&self->error);
  g_free (self);
}
