/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/id.h"

static void
assert_between (const char *before, const char *position, const char *after)
{
  if (!samen_position_is_valid (position))
    g_error ("“%s” is not a position", position);
  if (before != NULL && strcmp (before, position) >= 0)
    g_error ("“%s” does not come after “%s”", position, before);
  if (after != NULL && strcmp (position, after) >= 0)
    g_error ("“%s” does not come before “%s”", position, after);
}

/* Puts a position into the sorted @positions at @index */
static void
insert (GPtrArray *positions, guint index)
{
  const char *before = index > 0 ? g_ptr_array_index (positions, index - 1) : NULL;
  const char *after = index < positions->len ? g_ptr_array_index (positions, index) : NULL;
  char *position = samen_position_between (before, after);

  assert_between (before, position, after);
  g_ptr_array_insert (positions, (int) index, position);
}

static gsize
longest (GPtrArray *positions)
{
  gsize length = 0;

  for (guint i = 0; i < positions->len; i++)
    length = MAX (length, strlen (g_ptr_array_index (positions, i)));
  return length;
}

static void
test_append (void)
{
  g_autoptr (GPtrArray) positions = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 10000; i++)
    insert (positions, i);
  g_assert_cmpuint (longest (positions), <, 8);
}

static void
test_prepend (void)
{
  g_autoptr (GPtrArray) positions = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 10000; i++)
    insert (positions, 0);
  g_assert_cmpuint (longest (positions), <, 8);
}

/* What people do: mostly at the end, sometimes in between, sometimes at the beginning */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) positions = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < 4000; i++)
        {
          double dice = g_rand_double (random);
          guint last = positions->len;

          insert (positions, dice < 0.2 ? last
                             : dice < 0.3
                                 ? 0
                                 : (guint) g_rand_int_range (random, 0, (gint32) last + 1));
          /* Things leave too, so that neighbours were not always neighbours */
          if (dice > 0.95)
            g_ptr_array_remove_index (
                positions, (guint) g_rand_int_range (random, 0, (gint32) positions->len));
        }
      for (guint i = 1; i < positions->len; i++)
        assert_between (NULL, g_ptr_array_index (positions, i - 1),
                        g_ptr_array_index (positions, i));
      g_assert_cmpuint (longest (positions), <, 24);
    }
}

/* Always at the same spot, the worst there is: each time between the last and one neighbour of it */
static void
test_same_spot (void)
{
  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *before = samen_position_between (NULL, NULL);
      g_autofree char *after = samen_position_between (before, NULL);

      for (guint i = 0; i < 1000; i++)
        {
          char *position = samen_position_between (before, after);

          assert_between (before, position, after);
          g_free (side == 0 ? before : after);
          *(side == 0 ? &before : &after) = position;
        }
    }
}

/* All short positions there are, pair by pair */
static void
test_all_pairs (void)
{
  static const char digits[] = "01Vz";
  g_autoptr (GPtrArray) positions = g_ptr_array_new_with_free_func (g_free);

  for (const char *first = "YZab"; *first != '\0'; first++)
    for (guint i = 0; i < 4 * 4 * 4; i++)
      for (gsize length = 2; length <= 4; length++)
        {
          char text[] = { *first, digits[i / 16], digits[i / 4 % 4], digits[i % 4], '\0' };

          text[length] = '\0';
          if (samen_position_is_valid (text) &&
              !g_ptr_array_find_with_equal_func (positions, text, g_str_equal, NULL))
            g_ptr_array_add (positions, g_strdup (text));
        }
  g_assert_cmpuint (positions->len, >, 150);

  for (guint i = 0; i < positions->len; i++)
    for (guint j = 0; j < positions->len; j++)
      {
        const char *before = g_ptr_array_index (positions, i),
                   *after = g_ptr_array_index (positions, j);
        g_autofree char *position = samen_position_between (before, after);

        assert_between (before, position, strcmp (before, after) < 0 ? after : NULL);
      }
  for (guint i = 0; i < positions->len; i++)
    {
      const char *edge = g_ptr_array_index (positions, i);
      g_autofree char *first = samen_position_between (NULL, edge);
      g_autofree char *last = samen_position_between (edge, NULL);

      assert_between (NULL, first, edge);
      assert_between (edge, last, NULL);
    }
}

/* Two people at once can put things at one position, or swap them: never an error, never a loop */
static void
test_equal_or_reversed (void)
{
  g_autofree char *same = samen_position_between ("a1", "a1");
  g_autofree char *reversed = samen_position_between ("a5V", "a1");
  g_autofree char *nonsense = samen_position_between ("", "?!");
  g_autofree char *half = samen_position_between ("a1", "a1V0");

  assert_between ("a1", same, NULL);
  assert_between ("a5V", reversed, NULL);
  assert_between (NULL, nonsense, NULL);
  assert_between ("a1", half, NULL);
}

/* Where the whole numbers themselves end, which nobody reaches by hand but a file may hold */
static void
test_extremes (void)
{
  g_autofree char *zs = g_strnfill (26, 'z');
  g_autofree char *zeros = g_strnfill (26, '0');
  g_autofree char *highest = g_strconcat ("z", zs, NULL);
  g_autofree char *lowest = g_strconcat ("A", zeros, NULL);
  g_autofree char *above = samen_position_between (highest, NULL);
  g_autofree char *low = g_strconcat (lowest, "1", NULL);
  g_autofree char *below = samen_position_between (NULL, low);
  g_autofree char *between = samen_position_between (lowest, low);

  g_assert_true (samen_position_is_valid (highest));
  assert_between (highest, above, NULL);
  assert_between (NULL, below, low);
  assert_between (lowest, between, low);
}

static void
test_valid (void)
{
  static const char *const good[] = { "a0", "Zz", "b00", "a0V", "a01", "az", "a0zz", "Y00" };
  static const char *const bad[] = { "",     "a",   "0",   "00",  "b0", "a00",
                                     "a0V0", "a0-", "a0 ", "a0é", "?" };
  g_autofree char *long_fraction = g_strnfill (2000, 'V');
  g_autofree char *too_long = g_strconcat ("a", long_fraction, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (samen_position_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (samen_position_is_valid (bad[i]))
      g_error ("“%s” should not be a position", bad[i]);
  g_assert_false (samen_position_is_valid (NULL));
  g_assert_false (samen_position_is_valid (too_long));
}

static void
test_id (void)
{
  static const char *const bad[] = {
    "",
    "x",
    "6BA7B810-9DAD-41D1-80B4-00C04FD430C8",
    "6ba7b810-9dad-41d1-80b4-00c04fd430c",
    "6ba7b810-9dad-41d1-80b4-00c04fd430c8 ",
    "{6ba7b810-9dad-41d1-80b4-00c04fd430c8}",
  };
  g_autofree char *id = samen_id_new ();
  g_autofree char *other = samen_id_new ();

  g_assert_true (samen_id_is_valid (id));
  g_assert_cmpstr (id, !=, other);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (samen_id_is_valid (bad[i]));
  g_assert_false (samen_id_is_valid (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/position/append", test_append);
  g_test_add_func ("/position/prepend", test_prepend);
  g_test_add_func ("/position/random", test_random);
  g_test_add_func ("/position/same-spot", test_same_spot);
  g_test_add_func ("/position/all-pairs", test_all_pairs);
  g_test_add_func ("/position/equal-or-reversed", test_equal_or_reversed);
  g_test_add_func ("/position/extremes", test_extremes);
  g_test_add_func ("/position/valid", test_valid);
  g_test_add_func ("/position/id", test_id);

  return g_test_run ();
}
