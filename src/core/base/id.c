/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/id.h"

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

#define BASE 62
#define FIRST_POSITION "a0"

char *
samen_id_new (void)
{
  return g_uuid_string_random ();
}

gboolean
samen_id_is_valid (const char *text)
{
  if (text == NULL || !g_uuid_string_is_valid (text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isupper (*p))
      return FALSE;
  return TRUE;
}

static int
digit_value (char digit)
{
  const char *found = digit != '\0' ? strchr (digits, digit) : NULL;

  return found != NULL ? (int) (found - digits) : -1;
}

/* How many characters the whole number at the start of @key takes, its first letter included */
static gsize
whole_length (const char *key)
{
  if (*key >= 'a' && *key <= 'z')
    return (gsize) (*key - 'a') + 2;
  if (*key >= 'A' && *key <= 'Z')
    return (gsize) ('Z' - *key) + 2;
  return 0;
}

gboolean
samen_position_is_valid (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  gsize whole = length > 0 ? whole_length (text) : 0;

  if (whole == 0 || length < whole || length > 1000)
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (digit_value (text[i]) < 0)
      return FALSE;
  return length == whole || text[length - 1] != '0';
}

/* The whole number of @key and one; a longer one, or NULL, where its digits are used up */
static char *
whole_plus_one (const char *key)
{
  gsize length = whole_length (key);
  g_autofree char *next = g_strndup (key, length);

  for (gsize i = length - 1; i > 0; i--)
    {
      int value = digit_value (next[i]);

      if (value + 1 < BASE)
        {
          next[i] = digits[value + 1];
          return g_steal_pointer (&next);
        }
      next[i] = '0';
    }
  if (*key == 'z')
    return NULL;
  if (*key == 'Z')
    return g_strdup (FIRST_POSITION);
  next[0] = *key + 1;
  if (*key < 'a')
    next[length - 1] = '\0';
  else
    return g_strconcat (next, "0", NULL);
  return g_steal_pointer (&next);
}

static char *
whole_minus_one (const char *key)
{
  gsize length = whole_length (key);
  g_autofree char *previous = g_strndup (key, length);

  for (gsize i = length - 1; i > 0; i--)
    {
      int value = digit_value (previous[i]);

      if (value > 0)
        {
          previous[i] = digits[value - 1];
          return g_steal_pointer (&previous);
        }
      previous[i] = 'z';
    }
  if (*key == 'A')
    return NULL;
  if (*key == 'a')
    return g_strdup ("Zz");
  previous[0] = *key - 1;
  if (*key > 'a')
    previous[length - 1] = '\0';
  else
    return g_strconcat (previous, "z", NULL);
  return g_steal_pointer (&previous);
}

/* A fraction between @a and @b, neither ending in "0"; @b NULL for one */
static void
append_fraction_between (GString *out, const char *a, const char *b)
{
  for (;;)
    {
      int low = *a != '\0' ? digit_value (*a) : 0;
      int high = b != NULL && *b != '\0' ? digit_value (*b) : BASE;

      if (b != NULL && *b == '\0')
        high = 0;
      if (low == high)
        {
          g_string_append_c (out, digits[low]);
          a += *a != '\0';
          b++;
          continue;
        }
      if (high - low > 1)
        {
          g_string_append_c (out, digits[(low + high) / 2]);
          return;
        }
      if (b != NULL && b[0] != '\0' && b[1] != '\0')
        {
          g_string_append_c (out, digits[high]);
          return;
        }
      g_string_append_c (out, digits[low]);
      a += *a != '\0';
      b = NULL;
    }
}

static char *
with_fraction (const char *whole, const char *a, const char *b)
{
  GString *key = g_string_new_len (whole, (gssize) whole_length (whole));

  append_fraction_between (key, a, b);
  return g_string_free_and_steal (key);
}

static char *
position_after (const char *before)
{
  g_autofree char *next = whole_plus_one (before);

  if (next != NULL)
    return g_steal_pointer (&next);
  return with_fraction (before, before + whole_length (before), NULL);
}

static char *
position_before (const char *after)
{
  gsize length = whole_length (after);
  g_autofree char *previous = NULL;

  if (after[length] != '\0')
    return g_strndup (after, length);
  previous = whole_minus_one (after);
  return previous != NULL ? g_steal_pointer (&previous) : g_strdup (after);
}

char *
samen_position_between (const char *before, const char *after)
{
  g_autofree char *next = NULL;
  gsize length;

  if (before != NULL && !samen_position_is_valid (before))
    before = NULL;
  if (after != NULL && !samen_position_is_valid (after))
    after = NULL;
  if (before == NULL)
    return after == NULL ? g_strdup (FIRST_POSITION) : position_before (after);
  if (after == NULL || strcmp (before, after) >= 0)
    return position_after (before);

  length = whole_length (before);
  if (length == whole_length (after) && strncmp (before, after, length) == 0)
    return with_fraction (before, before + length, after + length);
  next = whole_plus_one (before);
  if (next != NULL && strcmp (next, after) < 0)
    return g_steal_pointer (&next);
  return with_fraction (before, before + length, NULL);
}
