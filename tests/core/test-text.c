/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/text.h"

static void
test_clean (void)
{
  const struct
  {
    const char *text, *clean;
  } cases[] = {
    { "", "" },
    { "een", "een" },
    /* Ends of lines of all sorts; none at the beginning and the end, and an empty one within stays */
    { "\r\n\na\r\n\r\nb\rc\nd\n\n", "a\n\nb\nc\nd" },
    { "a\fb\xc2\x85"
      "c\u2029d\u2029",
      "a\nb\nc\nd" },
    /* A line that is broken within a paragraph goes on */
    { "a\vb\u2028c\v", "a b c " },
    /* Spaces: tabs, hard ones, wide ones; those of a copied sentence stay, at the edge of a line none */
    { "1.\tDe\u00a0 heer\u2003X", "1. De heer X" },
    { " a ", " a " },
    { "a \n b", "a\n b" },
    { "a\n\t", "a" },
    /* What nobody sees, and what controls something */
    { "mede\u00adwer\u200bkers \ufeff\u202eab\u202c\u2066c\ufffc", "medewerkers abc" },
    { "a\x07\x01 b\x7f", "a b " },
    /* What is seen stays */
    { "\u201célk\u201d jaar \U0001f393 \u20ac 5", "\u201célk\u201d jaar \U0001f393 \u20ac 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = samen_text_clean (cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
assert_text (const char *bytes, gsize length, const char *expected)
{
  g_autofree char *text = samen_text_of_bytes (bytes, length);

  g_assert_cmpstr (text, ==, expected);
}

#define ASSERT_TEXT(bytes, expected) assert_text (bytes, sizeof bytes - 1, expected)

static void
test_of_bytes (void)
{
  ASSERT_TEXT ("Zo\u00eb\r\n\tlid\f", "Zo\u00eb\r\n\tlid\f");
  ASSERT_TEXT ("Zo\xeb \x80", "Zo\u00eb \u20ac");
  ASSERT_TEXT ("\xff\xfeZ\0o\0\xeb\0", "Zo\u00eb");
  ASSERT_TEXT ("\xfe\xff\0Z\0o\0\xeb", "Zo\u00eb");
  ASSERT_TEXT ("\xff\xd8\xff\xe0\0\x10JFIF", NULL);
  ASSERT_TEXT ("Zo\0", NULL);
  ASSERT_TEXT ("\x89PNG\r\n\x1a\n\x01", NULL);
  ASSERT_TEXT ("", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/of-bytes", test_of_bytes);
  return g_test_run ();
}
