/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include "rules-fixture.h"
#include "rules/misfit.h"

/* Fields of one record that are right each, and do not fit together */

typedef struct
{
  const char *direction;
  double baseline, target, high;
  const char *measured, *due;
  const char *field; /* NULL where all is well */
  gboolean is_error;
} Case;

static void
test_criterion (void)
{
  const Case cases[] = {
    { "higher", NAN, NAN, NAN, NULL, NULL, NULL, FALSE },
    { "higher", 50, 90, NAN, "2026-09-01", "2027-09-01", NULL, FALSE },
    { "lower", 90, 50, NAN, NULL, NULL, NULL, FALSE },
    { "higher", NAN, 90, NAN, NULL, NULL, NULL, FALSE },
    /* To stay there, or met already: it can be meant */
    { "higher", 50, 50, NAN, NULL, NULL, "target", FALSE },
    { "lower", 50, 50, NAN, NULL, NULL, "target", FALSE },
    { "higher", 90, 50, NAN, NULL, NULL, "target", FALSE },
    { "lower", 50, 90, NAN, NULL, NULL, "target", FALSE },
    { "range", 50, 50, 60, NULL, NULL, NULL, FALSE },
    /* Upside down, or none */
    { "range", NAN, 18, 21, NULL, NULL, NULL, FALSE },
    { "range", NAN, 18, 18, NULL, NULL, NULL, FALSE },
    { "range", NAN, NAN, 18, NULL, NULL, NULL, FALSE },
    { "range", NAN, 21, 18, NULL, NULL, "target_high", TRUE },
    { "range", NAN, -18, -21, NULL, NULL, "target_high", TRUE },
    { "higher", NAN, 18, 21, NULL, NULL, "target_high", FALSE },
    /* The time between: a month, a season and a year may be any day of it */
    { "higher", NAN, NAN, NAN, "2026-09-01", "2026-09-02", NULL, FALSE },
    { "higher", NAN, NAN, NAN, "2026-09-01", "2026-09-01", "due", TRUE },
    { "higher", NAN, NAN, NAN, "2026-09-02", "2026-09-01", "due", TRUE },
    { "higher", NAN, NAN, NAN, "2026-09-02", "2026-09", NULL, FALSE },
    { "higher", NAN, NAN, NAN, "2026-09-02", "2026", NULL, FALSE },
    { "higher", NAN, NAN, NAN, "2026", "2026", NULL, FALSE },
    { "higher", NAN, NAN, NAN, "2026-09", "2026-08", "due", TRUE },
    { "higher", NAN, NAN, NAN, "2026-24", "2026-21", "due", TRUE },
    /* What cannot be kept comes before what can be meant */
    { "higher", 50, 50, 60, "2026-09-02", "2026-09-01", "due", TRUE },
    { "higher", 50, 50, 60, NULL, NULL, "target", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *it = &cases[i];
      g_autoptr (SamenRecord) criterion =
          make (SAMEN_TYPE_CRITERION, "c", "title", T ("Places"), "direction", T (it->direction),
                "baseline", N (it->baseline), "target", N (it->target), "target_high", N (it->high),
                "baseline_date", T (it->measured), "due", T (it->due), NULL);
      SamenMisfit misfit = { 0 };

      g_test_message ("case %u", i);
      g_assert_true (samen_misfit_find (criterion, &misfit) == (it->field != NULL));
      g_assert_cmpstr (misfit.field, ==, it->field);
      g_assert_true (misfit.is_error == it->is_error);
    }
}

static void
test_message (void)
{
  g_autoptr (SamenRecord) criterion = make (SAMEN_TYPE_CRITERION, "c", "direction", T ("higher"),
                                            "baseline", N (90), "target", N (50), NULL);
  SamenMisfit misfit;

  g_assert_true (samen_misfit_find (criterion, &misfit));
  g_assert_cmpstr (misfit.message, ==,
                   "The baseline is above this target already. Is lower better?");
  set (criterion, "direction", T ("lower"));
  g_assert_false (samen_misfit_find (criterion, &misfit));
}

static gboolean
goal_misfits (const char *started, const char *due)
{
  g_autoptr (SamenRecord) goal = make (SAMEN_TYPE_GOAL, "g", "title", T ("A place"), "started",
                                       T (started), "due", T (due), NULL);
  SamenMisfit misfit;

  if (!samen_misfit_find (goal, &misfit))
    return FALSE;
  g_assert_cmpstr (misfit.field, ==, "due");
  g_assert_true (misfit.is_error);
  return TRUE;
}

static void
test_goal (void)
{
  g_assert_false (goal_misfits (NULL, NULL));
  g_assert_false (goal_misfits ("2027-01-01", NULL));
  g_assert_false (goal_misfits ("2027-01-01", "2027-01-01"));
  g_assert_false (goal_misfits ("2027-03-01", "2027"));
  g_assert_true (goal_misfits ("2027-03-01", "2027-02"));
}

static gboolean
agreement_misfits (const char *starts, const char *start, const char *end)
{
  g_autoptr (SamenRecord) agreement =
      make (SAMEN_TYPE_AGREEMENT, "a", "title", T ("Covenant"), "starts", T (starts), "start",
            T (start), "end", T (end), NULL);
  SamenMisfit misfit;

  if (!samen_misfit_find (agreement, &misfit))
    return FALSE;
  g_assert_cmpstr (misfit.field, ==, "end");
  g_assert_true (misfit.is_error);
  return TRUE;
}

static void
test_agreement (void)
{
  g_assert_false (agreement_misfits ("date", "2027-01-01", "2031-01-01"));
  g_assert_false (agreement_misfits ("date", "2027-01-01", NULL));
  g_assert_true (agreement_misfits ("date", "2027-01-01", "2026-12-31"));
  g_assert_false (agreement_misfits ("signing", "2027-01-01", "2026-12-31"));
}

/* All fit with others of their kind, where there is nothing to compare */
static void
test_others (void)
{
  guint n_types;
  const GType *types = samen_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (SamenRecord) record = samen_record_new (types[i], "r");
      SamenMisfit misfit;

      g_assert_false (samen_misfit_find (record, &misfit));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/misfit/criterion", test_criterion);
  g_test_add_func ("/misfit/message", test_message);
  g_test_add_func ("/misfit/goal", test_goal);
  g_test_add_func ("/misfit/agreement", test_agreement);
  g_test_add_func ("/misfit/others", test_others);
  return g_test_run ();
}
