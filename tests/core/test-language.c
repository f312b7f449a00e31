/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/date.h"
#include "base/language.h"

typedef struct
{
  const char *original;
  const char *translation;
} Entry;

/* A catalogue as msgfmt writes it: a header, two tables of lengths and places, and the texts */
static GByteArray *
make_catalogue (const Entry *entries, guint n)
{
  GByteArray *out = g_byte_array_new ();
  guint32 header[] = { 0x950412de, 0, n, 28, 28 + 8 * n, 0, 28 + 16 * n };
  guint32 place = 28 + 16 * n;

  g_byte_array_append (out, (const guint8 *) header, sizeof header);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const char *text = pass == 0 ? entries[i].original : entries[i].translation;
        guint32 row[] = { (guint32) strlen (text), place };

        g_byte_array_append (out, (const guint8 *) row, sizeof row);
        place += row[0] + 1;
      }
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const char *text = pass == 0 ? entries[i].original : entries[i].translation;

        g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text) + 1);
      }
  return out;
}

static const Entry dutch[] = {
  { "", "Content-Type: text/plain; charset=UTF-8\n" },
  { "Covenant", "Convenant" },
  { "date\004March", "maart" },
  { "date\004spring", "voorjaar" },
  { "months", "maanden" },
  { "not yet translated", "" },
};

static char *locale_folder;

static void
install (const char *code, gconstpointer data, gsize size)
{
  g_autofree char *folder = g_build_filename (locale_folder, code, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  /* Without a sync to the disk: there are many of these */
  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/* The interface is in English here, as the test runs without translations of it */
static void
test_other_than_interface (void)
{
  g_autoptr (GByteArray) catalogue = make_catalogue (dutch, G_N_ELEMENTS (dutch));
  SamenLanguage *nl, *en;
  g_autofree char *date = NULL;

  install ("nl", catalogue->data, catalogue->len);
  nl = samen_language_get ("nl");
  en = samen_language_get ("en");
  g_assert_cmpstr (samen_language_code (nl), ==, "nl");
  g_assert_cmpstr (samen_language_text (nl, NULL, "Covenant"), ==, "Convenant");
  g_assert_cmpstr (samen_language_text (nl, "date", "March"), ==, "maart");
  g_assert_cmpstr (samen_language_text (NULL, "date", "March"), ==, "March");
  g_assert_cmpstr (samen_language_text (en, "date", "March"), ==, "March");

  date = samen_date_format (samen_date_day (2027, 3, 15), nl);
  g_assert_cmpstr (date, ==, "15 maart 2027");
  g_assert_true (samen_language_get ("nl") == nl);
}

static void
test_missing (void)
{
  SamenLanguage *nl = samen_language_get ("nl");

  /* Of another context, not translated yet, and not there at all */
  g_assert_cmpstr (samen_language_text (nl, NULL, "March"), ==, "March");
  g_assert_cmpstr (samen_language_text (nl, NULL, "not yet translated"), ==, "not yet translated");
  g_assert_cmpstr (samen_language_text (nl, "date", "never"), ==, "never");
  g_assert_cmpstr (samen_language_text (samen_language_get ("fy"), NULL, "Covenant"), ==,
                   "Covenant");
  g_assert_cmpstr (samen_language_code (samen_language_get ("fy")), ==, "fy");
}

static void
use_damaged (guint number, gconstpointer data, gsize size)
{
  g_autofree char *code = g_strdup_printf ("x%u", number);
  SamenLanguage *language;
  const char *text;

  install (code, data, size);
  language = samen_language_get (code);
  text = samen_language_text (language, NULL, "Covenant");
  g_assert_true (g_str_equal (text, "Covenant") || g_str_equal (text, "Convenant"));
}

static void
test_truncated (void)
{
  g_autoptr (GByteArray) catalogue = make_catalogue (dutch, G_N_ELEMENTS (dutch));

  for (guint size = 0; size < catalogue->len; size++)
    use_damaged (size, catalogue->data, size);
}

/* Each number of the header and the tables at its most, and each byte upside down */
static void
test_damaged (void)
{
  g_autoptr (GByteArray) catalogue = make_catalogue (dutch, G_N_ELEMENTS (dutch));
  const guint tables = 28 + 16 * G_N_ELEMENTS (dutch);

  for (guint i = 0; i < tables; i += 4)
    {
      g_autofree guint8 *copy = g_memdup2 (catalogue->data, catalogue->len);

      memset (copy + i, 0xff, 4);
      use_damaged (10000 + i, copy, catalogue->len);
    }
  for (guint i = 0; i < tables; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (catalogue->data, catalogue->len);
      SamenLanguage *language;
      g_autofree char *code = g_strdup_printf ("y%u", i);

      copy[i] = (guint8) ~copy[i];
      install (code, copy, catalogue->len);
      language = samen_language_get (code);
      g_assert_nonnull (samen_language_text (language, NULL, "Covenant"));
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  locale_folder = g_dir_make_tmp ("samenspel-language-XXXXXX", NULL);
  g_assert_nonnull (locale_folder);
  g_setenv ("SAMENSPEL_LOCALEDIR", locale_folder, TRUE);

  g_test_add_func ("/language/other-than-interface", test_other_than_interface);
  g_test_add_func ("/language/missing", test_missing);
  g_test_add_func ("/language/truncated", test_truncated);
  g_test_add_func ("/language/damaged", test_damaged);

  result = g_test_run ();
  remove_tree (locale_folder);
  g_free (locale_folder);
  return result;
}
