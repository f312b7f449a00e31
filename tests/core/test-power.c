/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gstdio.h>

#include "faults.h"
#include "fixture.h"
#include "store/db.h"
#include "story.h"

/* The power is cut between any two of the calls that change a file, while a dossier is in use. */

#define CUTS 300
#define STEPS 180
#define CALLS_PER_STEP 70
#define REOPEN_EVERY 30

/* What is left after a cut, and what had been confirmed by then */
typedef struct
{
  char *folder;
  gint64 confirmed;
} Cut;

typedef struct
{
  Fixture *fixture;
  GRand *random;
  GArray *cuts;
  guint wanted;
  guint calls;
  gint64 confirmed;
} Story;

static void
before_change_cb (gpointer data)
{
  Story *self = data;
  Cut cut = { .confirmed = self->confirmed };
  g_autofree char *name = NULL;

  /* The cuts are spread over all of the story */
  self->calls++;
  if (self->cuts->len >= self->wanted ||
      g_rand_int_range (self->random, 0, STEPS * CALLS_PER_STEP) >= (gint32) self->wanted)
    return;
  name = g_strdup_printf ("cut-%u", self->cuts->len);
  cut.folder = fixture_file (self->fixture, name);
  g_assert_cmpint (g_mkdir (cut.folder, 0700), ==, 0);
  faults_cut_power (self->random, cut.folder);
  g_array_append_val (self->cuts, cut);
}

static void
tell (Story *self)
{
  for (guint i = 0; self->cuts->len < self->wanted && i < 3 * STEPS; i++)
    {
      g_autoptr (GError) error = NULL;

      story_step (self->fixture->store, i, &error);
      g_assert_no_error (error);
      self->confirmed = fixture_number (self->fixture, "SELECT count(*) FROM edit");
      if (i % REOPEN_EVERY == REOPEN_EVERY - 1)
        fixture_reopen (self->fixture);
    }
}

static void
check (Story *self, const Cut *cut)
{
  g_autofree char *path = g_build_filename (cut->folder, "dossier", NULL);
  g_autofree char *before = story_log (self->fixture->path, cut->confirmed);
  g_autofree char *after = NULL;

  story_assert_sound (path);
  after = story_log (path, cut->confirmed);
  g_assert_cmpstr (after, ==, before);
  /* What was on its way may be there or not, and nothing else */
  g_assert_cmpint (story_edits (path), <=, cut->confirmed + 1);
}

static void
remove_cut (Cut *cut)
{
  g_autofree char *path = g_build_filename (cut->folder, "dossier", NULL);

  samen_db_remove_files (path);
  g_rmdir (cut->folder);
  g_free (cut->folder);
}

static void
test_power (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = faults_random ();
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  Story story = { fixture, random, cuts, faults_rounds (CUTS), 0, 0 };

  fixture_reopen (fixture);
  g_clear_object (&fixture->store);
  faults_record (fixture->folder, before_change_cb, &story);
  fixture->store = samen_store_open (fixture->path, NULL);
  tell (&story);
  faults_record_end ();
  for (guint i = 0; i < cuts->len; i++)
    {
      check (&story, &g_array_index (cuts, Cut, i));
      remove_cut (&g_array_index (cuts, Cut, i));
    }
  g_test_message ("%u cuts among %u calls, %" G_GINT64_FORMAT " edits", cuts->len, story.calls,
                  story.confirmed);
  g_assert_cmpuint (cuts->len, ==, story.wanted);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faults_install ();
  FIXTURE_TEST ("/faults/power", test_power);
  return g_test_run ();
}
