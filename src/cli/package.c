/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "cli/command.h"
#include "store/library.h"
#include "store/package.h"

/* A passphrase longer than this is another file */
#define LONGEST_PASSPHRASE 1000

/* Of the first line of a file, so that it stands in no list of commands */
static gboolean
read_passphrase (const char *path, char **passphrase)
{
  char line[LONGEST_PASSPHRASE + 2];
  FILE *file = g_fopen (path, "re");
  gboolean has_line = file != NULL && fgets (line, sizeof line, file) != NULL;
  const int reason = errno;

  if (file != NULL)
    fclose (file);
  if (file == NULL)
    {
      samen_command_fail ("%s: %s", path, g_strerror (reason));
      return FALSE;
    }
  if (has_line)
    line[strcspn (line, "\r\n")] = '\0';
  if (!has_line || *line == '\0' || strlen (line) > LONGEST_PASSPHRASE ||
      !g_utf8_validate (line, -1, NULL))
    {
      samen_command_fail (_ ("%s: The first line has to be the passphrase, in UTF-8."), path);
      return FALSE;
    }
  *passphrase = g_strdup (line);
  return TRUE;
}

static GStrv
parse (int argc, char **argv, guint n, char **passphrase_file, char **output)
{
  const GOptionEntry entries[] = {
    { "passphrase-file", 'p', 0, G_OPTION_ARG_FILENAME, passphrase_file,
      N_ ("A file whose first line is the passphrase"), N_ ("FILE") },
    { output != NULL ? "output" : NULL, 'o', 0, G_OPTION_ARG_FILENAME, output,
      N_ ("Where to put the dossier"), N_ ("DOSSIER") },
    { NULL },
  };

  return samen_command_parse (argc, argv, entries, n, n);
}

int
samen_command_export (int argc, char **argv)
{
  g_autofree char *passphrase_file = NULL;
  g_autofree char *passphrase = NULL;
  g_auto (GStrv) arguments = parse (argc, argv, 2, &passphrase_file, NULL);
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return SAMEN_EXIT_USAGE;
  if (passphrase_file != NULL && !read_passphrase (passphrase_file, &passphrase))
    return SAMEN_EXIT_FAILED;
  if (g_file_test (arguments[1], G_FILE_TEST_EXISTS))
    return samen_command_fail (_ ("There is a file called %s already."), arguments[1]);
  store = samen_command_open (arguments[0]);
  if (store == NULL)
    return SAMEN_EXIT_FAILED;
  if (!samen_package_export (store, arguments[1], passphrase, NULL, &error))
    return samen_command_fail ("%s", error->message);
  puts (arguments[1]);
  return SAMEN_EXIT_OK;
}

/* Where the dossier is already, if it is */
static char *
path_of_copy (SamenLibrary *library, const char *id)
{
  SamenDossier *found = library != NULL ? samen_library_find (library, id) : NULL;

  return found != NULL ? g_strdup (found->path) : NULL;
}

int
samen_command_import (int argc, char **argv)
{
  g_autofree char *passphrase_file = NULL;
  g_autofree char *passphrase = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) arguments = parse (argc, argv, 1, &passphrase_file, &output);
  g_autoptr (SamenLibrary) library = NULL;
  g_autofree char *id = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return SAMEN_EXIT_USAGE;
  if (!samen_command_is_there (arguments[0]) ||
      (passphrase_file != NULL && !read_passphrase (passphrase_file, &passphrase)))
    return SAMEN_EXIT_FAILED;
  if (output == NULL)
    {
      library = samen_library_new (NULL);
      output = samen_library_new_path (library);
    }
  id = samen_package_look (arguments[0], passphrase, &error);
  copy = id != NULL ? path_of_copy (library, id) : NULL;
  if (id == NULL || !samen_package_import (arguments[0], passphrase, output, NULL, &error))
    return samen_command_fail ("%s: %s", arguments[0], error->message);
  if (copy != NULL)
    g_printerr (_ ("This dossier was here already, and stays as it is: %s\n"), copy);
  puts (output);
  return SAMEN_EXIT_OK;
}
