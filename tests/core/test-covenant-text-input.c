/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "covenant-text-util.h"

#define N_MUTATIONS 250

static void
test_encodings (void)
{
  static const char text[] = "Convenant coördinatie\r\n\r\nArtikel 1 Één\r\n\r\nTekst.\r\n";
  static const char *const charsets[] = { "UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE" };
  static const char *const boms[] = { "\xef\xbb\xbf", "", "\xff\xfe", "\xfe\xff" };
  static const SamenCovenantTextNotes notes[] = { SAMEN_COVENANT_TEXT_NOTE_NONE,
                                                  SAMEN_COVENANT_TEXT_NOTE_WINDOWS_1252,
                                                  SAMEN_COVENANT_TEXT_NOTE_UTF16,
                                                  SAMEN_COVENANT_TEXT_NOTE_UTF16 };

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    for (guint bom = 0; bom < 2; bom++)
      {
        gsize length;
        g_autofree char *bytes = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
        g_autoptr (GByteArray) all = g_byte_array_new ();
        g_autoptr (SamenCovenantText) tree = NULL;

        if (bom)
          g_byte_array_append (all, (const guint8 *) boms[i], (guint) strlen (boms[i]));
        g_byte_array_append (all, (const guint8 *) bytes, (guint) length);
        tree = parse ((const char *) all->data, all->len);
        g_assert_cmpint (tree->notes, ==, notes[i]);
        g_assert_cmpstr (tree->title->text, ==, "Convenant coördinatie");
        g_assert_cmpuint (article (tree, 0)->line, ==, 3);
        g_assert_cmpstr (article (tree, 0)->heading, ==, "Één");
        g_assert_cmpuint (item (article (tree, 0)->clauses, 0)->line, ==, 5);
      }
}

static void
test_controls (void)
{
  static const char text[] = "Convenant Proef\0\n\nArtikel\xc2\xa0"
                             "1\xe2\x80\x8b\n\fDoel\x07\r\rSamen\xc2\xad"
                             "werken.\n";
  g_autoptr (SamenCovenantText) tree = parse (text, sizeof text - 1);

  g_assert_true (tree->notes & SAMEN_COVENANT_TEXT_NOTE_CONTROLS);
  assert_article (tree, 0, "1", "Doel", 1);
  g_assert_cmpuint (article (tree, 0)->heading_line, ==, 4);
  g_assert_cmpstr (item (article (tree, 0)->clauses, 0)->text, ==, "Samenwerken.");
  g_assert_cmpuint (item (article (tree, 0)->clauses, 0)->line, ==, 6);
}

static void
assert_fails (const char *text, gssize length, SamenCovenantTextError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (samen_covenant_text_parse (text, length, &error));
  g_assert_error (error, SAMEN_COVENANT_TEXT_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
test_errors (void)
{
  g_autofree char *large = g_malloc (SAMEN_COVENANT_TEXT_MAX_BYTES + 1);
  g_autofree char *lines = g_malloc (SAMEN_COVENANT_TEXT_MAX_LINES * 2 + 2);

  memset (large, 'a', SAMEN_COVENANT_TEXT_MAX_BYTES + 1);
  for (gsize i = 0; i <= SAMEN_COVENANT_TEXT_MAX_LINES; i++)
    memcpy (lines + 2 * i, "a\n", 2);

  assert_fails ("", 0, SAMEN_COVENANT_TEXT_ERROR_EMPTY);
  assert_fails (" \n\r\n\t\f\xc2\xa0\n", -1, SAMEN_COVENANT_TEXT_ERROR_EMPTY);
  assert_fails (large, SAMEN_COVENANT_TEXT_MAX_BYTES + 1, SAMEN_COVENANT_TEXT_ERROR_TOO_LARGE);
  assert_fails (lines, SAMEN_COVENANT_TEXT_MAX_LINES * 2 + 2, SAMEN_COVENANT_TEXT_ERROR_TOO_LARGE);
  assert_fails ("%PDF-1.7 ...", -1, SAMEN_COVENANT_TEXT_ERROR_NOT_TEXT);
  assert_fails ("PK\003\004docx", -1, SAMEN_COVENANT_TEXT_ERROR_NOT_TEXT);
  assert_fails ("{\\rtf1 Convenant}", -1, SAMEN_COVENANT_TEXT_ERROR_NOT_TEXT);
  assert_fails ("\x01\x02\x03\x04\x05\x06\x07\x08\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10", -1,
                SAMEN_COVENANT_TEXT_ERROR_NOT_TEXT);
  assert_fails ("Convenant \x81\x8d", -1, SAMEN_COVENANT_TEXT_ERROR_ENCODING);
  assert_fails ("\xff\xfe\x00\xd8\x00", 5, SAMEN_COVENANT_TEXT_ERROR_ENCODING);
}

static void
test_depth (void)
{
  g_autoptr (SamenCovenantText) tree =
      parse ("Convenant\n\nArtikel 1 Diep\n\n1. een:\na. twee:\n(i) drie:\n1° vier:\n- vijf;\n"
             "• zes.\n",
             -1);
  const GPtrArray *items = article (tree, 0)->clauses;

  g_assert_true (tree->notes & SAMEN_COVENANT_TEXT_NOTE_FLATTENED);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (items->len, ==, 1);
      items = item (items, 0)->parts;
    }
  g_assert_cmpuint (items->len, ==, 3);
  assert_item (items, 2, "•", "zes.");
}

static const char *const snippets[] = {
  "\n",
  "\n\n",
  "1. ",
  "a. ",
  "- ",
  "(i) ",
  "1.2.3.4.5.6.7 ",
  "Artikel ",
  "Artikel 1",
  "Hoofdstuk 2\n",
  "Bijlage ",
  "[pm",
  "]",
  "....",
  "____",
  "|",
  "\f",
  "\r",
  "# ",
  "**",
  "Partijen:\n",
  "hierna te noemen: ",
  "Overwegende dat\n",
  "Komen het volgende overeen:\n",
  "Aldus overeengekomen",
  "vertegenwoordigd door ",
  "\nPagina 1 van 2\n",
  "\xc2\xa0",
  "\xe2\x80\x8b",
  "é",
  "…",
  "-\n",
  " en ",
  "\nInhoud\n",
  "3\n",
  ": ",
  "; en ",
  "§ ",
  "*",
};

/* A place between two characters */
static gsize
any_place (GRand *rand, const char *text)
{
  gint32 chars = (gint32) g_utf8_strlen (text, -1);

  return (gsize) (g_utf8_offset_to_pointer (text, g_rand_int_range (rand, 0, chars + 1)) - text);
}

/* Changes a text in a way that keeps it UTF-8: cuts, copies, inserts. */
static char *
mutate (GRand *rand, const char *text)
{
  GString *out = g_string_new (text);
  gint32 n = g_rand_int_range (rand, 1, 9);

  while (n-- > 0)
    {
      gsize at = any_place (rand, out->str);
      const char *p = out->str + at;
      glong wanted = g_rand_int_range (rand, 1, 80);
      glong length = MIN (wanted, g_utf8_strlen (p, -1));
      gsize size = (gsize) (g_utf8_offset_to_pointer (p, length) - p);
      g_autofree char *copy = g_strndup (p, size);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          g_string_erase (out, (gssize) at, (gssize) size);
          break;
        case 1:
          g_string_insert (out, (gssize) any_place (rand, out->str), copy);
          break;
        default:
          g_string_insert (out, (gssize) at,
                           snippets[g_rand_int_range (rand, 0, G_N_ELEMENTS (snippets))]);
          break;
        }
    }

  return g_string_free (out, FALSE);
}

static void
test_mutations (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize length;
      g_autofree char *text = load (files[i], &length);
      GRand *rand = g_rand_new_with_seed ((guint32) (20240501 + i));

      for (guint j = 0; j < N_MUTATIONS; j++)
        {
          g_autofree char *mutant = mutate (rand, text);
          g_autoptr (SamenCovenantText) tree = samen_covenant_text_parse (mutant, -1, NULL);

          if (tree != NULL)
            assert_kept (mutant, strlen (mutant), tree);
        }
      g_rand_free (rand);
    }
}

/* Bytes that need not be text at all: only that it comes back. */
static void
test_random_bytes (void)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    {
      gsize length;
      g_autofree char *text = load (files[i % G_N_ELEMENTS (files)], &length);
      gsize used = (gsize) g_rand_int_range (rand, 0, (gint32) length);

      for (guint j = 0; j < 6; j++)
        text[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, 0, 256);
      samen_covenant_text_free (samen_covenant_text_parse (text, (gssize) used, NULL));
    }
  g_rand_free (rand);
}

/* Four times as much of the worst lines takes four times the work. */
static void
test_linear (void)
{
  static const char *const lines[] = {
    "1. \n",
    "a\n",
    "- a:\n",
    "Artikel 1\n",
    "Artikel 1 Doel\n",
    "[",
    "....",
    "x",
    ") ",
    "\"",
    "Pagina 1\na\n",
    "hierna te noemen: a, en b\n",
    "Inhoud\nDoel\n",
    "en\n",
    "3\nDoel\n",
    "vertegenwoordigd door de heer A, en ",
    "| a |\n",
    "1.1.1 a\n",
    "Whereas a\n",
    "a-\n",
    "Partijen:\nOverwegende dat\n",
    "a\n\n",
    "**",
    "> ",
    "é",
    "…",
    "; en ",
    "Aldus besloten\n\n",
  };
  static const char front[] = "Convenant\n\nPartijen:\n\nStichting A, hierna te noemen: A\n\n";

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      guint64 work[2];

      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (GString) text = g_string_new (front);
          g_autoptr (SamenCovenantText) tree = NULL;

          while (text->len < (j == 0 ? 20000u : 80000u))
            g_string_append (text, lines[i]);
          tree = parse (text->str, -1);
          work[j] = tree->work;
        }
      g_test_message ("%s: %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, lines[i], work[0], work[1]);
      g_assert_cmpuint (work[1], <, 5 * work[0]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/covenant-text-input/encodings", test_encodings);
  g_test_add_func ("/covenant-text-input/controls", test_controls);
  g_test_add_func ("/covenant-text-input/errors", test_errors);
  g_test_add_func ("/covenant-text-input/depth", test_depth);
  g_test_add_func ("/covenant-text-input/mutations", test_mutations);
  g_test_add_func ("/covenant-text-input/random-bytes", test_random_bytes);
  g_test_add_func ("/covenant-text-input/linear", test_linear);

  return g_test_run ();
}
