/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/command.h"

typedef struct
{
  const char *name;
  const char *arguments; /* to be translated, or NULL */
  const char *summary;   /* to be translated */
  int (*run) (int argc, char **argv);
} Command;

static const Command commands[] = {
  { "new", N_ ("NAME [ORGANISATION…]"), N_ ("Make a dossier for a partnership, and print its path"),
    samen_command_new },
  { "list", NULL, N_ ("Print the path and name of each dossier"), samen_command_list },
  { "import-text", N_ ("FILE"), N_ ("Make a dossier of the text of a covenant, and print its path"),
    samen_command_import_text },
  { "show", N_ ("DOSSIER"), N_ ("Print what is in a dossier"), samen_command_show },
  { "check", N_ ("DOSSIER"), N_ ("Check that a dossier is whole"), samen_command_check },
  { "export", N_ ("DOSSIER FILE"), N_ ("Write a dossier as a package, to keep or to hand over"),
    samen_command_export },
  { "import", N_ ("FILE"), N_ ("Make a dossier of a package, and print its path"),
    samen_command_import },
  { "pdf", N_ ("DOSSIER"), N_ ("Write a covenant as a PDF file, and print its path"),
    samen_command_pdf },
  { "person", N_ ("DOSSIER NAME"),
    N_ ("Print, save or erase all that a dossier keeps about a person, by name or id"),
    samen_command_person },
  { NULL },
};

static const Command *
find (const char *name)
{
  for (const Command *command = commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

int
samen_command_fail (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_strdelimit (message, "\n", ' ');
  g_printerr ("samenspel-cli: %s\n", message);
  return SAMEN_EXIT_FAILED;
}

/* "show DOSSIER": how a command is called */
static char *
dup_use (const Command *command)
{
  return command->arguments != NULL ? g_strconcat (command->name, " ", _ (command->arguments), NULL)
                                    : g_strdup (command->name);
}

static void
usage (const Command *command, const char *problem)
{
  g_autofree char *use = dup_use (command);

  /* Translators: what was wrong with the command line; a command and its arguments */
  samen_command_fail (_ ("%s Use: samenspel-cli %s"), problem, use);
}

GStrv
samen_command_parse (int argc, char **argv, const GOptionEntry *entries, guint least, guint most)
{
  const Command *command = find (argv[0]);
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, command->arguments },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strconcat ("samenspel-cli ", command->name, NULL);
  guint n;

  g_set_prgname (program);
  g_option_context_set_summary (context, _ (command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_autofree char *problem = g_strconcat (error->message, ".", NULL);

      usage (command, problem);
      return NULL;
    }
  n = arguments != NULL ? g_strv_length (arguments) : 0;
  if (n < least || n > most)
    {
      usage (command, n < least ? _ ("Something is missing.") : _ ("That is too much."));
      return NULL;
    }
  return arguments != NULL ? g_steal_pointer (&arguments) : g_new0 (char *, 1);
}

char *
samen_command_to_utf8 (const char *argument)
{
  char *text = g_locale_to_utf8 (argument, -1, NULL, NULL, NULL);

  if (text == NULL)
    samen_command_fail ("%s", _ ("A name has characters that cannot be read. Write it in UTF-8."));
  return text;
}

gboolean
samen_command_is_there (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  samen_command_fail (_ ("There is no file called %s."), name);
  return FALSE;
}

SamenStore *
samen_command_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_name (path);
  SamenStore *store;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      samen_command_fail (_ ("There is no file “%s”. List the dossiers with: samenspel-cli list"),
                          name);
      return NULL;
    }
  store = samen_store_open (path, &error);
  if (store == NULL)
    samen_command_fail ("%s: %s", name, error->message);
  return store;
}

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Use: samenspel-cli COMMAND [OPTION…] [ARGUMENT…]"));
  for (const Command *command = commands; command->name != NULL; command++)
    {
      g_autofree char *use = dup_use (command);

      g_print ("  %s\n      %s\n", use, _ (command->summary));
    }
  g_print ("\n%s\n", _ ("Help on one command: samenspel-cli COMMAND --help"));
}

static void
set_locale (void)
{
  const char *folder = g_getenv ("SAMENSPEL_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char *argv[])
{
  const Command *command;
  int status;

  set_locale ();
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") ||
                   g_str_equal (argv[1], "help")))
    {
      print_help ();
      return SAMEN_EXIT_OK;
    }
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("samenspel-cli %s\n", PACKAGE_VERSION);
      return SAMEN_EXIT_OK;
    }
  command = argc > 1 ? find (argv[1]) : NULL;
  if (command == NULL)
    {
      if (argc > 1)
        samen_command_fail (_ ("There is no command “%s”. See: samenspel-cli --help"), argv[1]);
      else
        samen_command_fail ("%s", _ ("A command is missing. See: samenspel-cli --help"));
      return SAMEN_EXIT_USAGE;
    }
  status = command->run (argc - 1, argv + 1);
  if (fflush (stdout) != 0 || ferror (stdout))
    return samen_command_fail (_ ("Not all could be written: %s"), g_strerror (errno));
  return status;
}
