/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "base/device.h"
#include "cli/command.h"
#include "document/covenant.h"
#include "document/pdf.h"
#include "exchange/covenant-import.h"
#include "store/check.h"

int
samen_command_new (int argc, char **argv)
{
  g_auto (GStrv) arguments = samen_command_parse (argc, argv, NULL, 1, G_MAXUINT);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenLibrary) library = NULL;
  g_autoptr (SamenStore) store = NULL;
  g_auto (GStrv) texts = NULL;

  if (arguments == NULL)
    return SAMEN_EXIT_USAGE;
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      char *text = samen_command_to_utf8 (arguments[i]);

      if (text == NULL)
        return SAMEN_EXIT_FAILED;
      g_strv_builder_take (names, text);
    }
  texts = g_strv_builder_end (names);
  library = samen_library_new (NULL);
  store = samen_library_create (library, texts[0], samen_account_name (),
                                (const char *const *) texts + 1, &error);
  if (store == NULL)
    return samen_command_fail ("%s", error->message);
  puts (samen_store_get_path (store));
  return SAMEN_EXIT_OK;
}

int
samen_command_list (int argc, char **argv)
{
  g_auto (GStrv) arguments = samen_command_parse (argc, argv, NULL, 0, 0);
  g_autoptr (SamenLibrary) library = NULL;
  GListModel *dossiers;

  if (arguments == NULL)
    return SAMEN_EXIT_USAGE;
  library = samen_library_new (NULL);
  dossiers = samen_library_get_dossiers (library);
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (SamenDossier) dossier = g_list_model_get_item (dossiers, i);

      g_print ("%s\t%s\n", dossier->path,
               dossier->problem != NULL ? dossier->problem : dossier->name);
    }
  return SAMEN_EXIT_OK;
}

static void
print_summary (const SamenCovenantText *text)
{
  g_autofree char *title = samen_covenant_import_title (text);
  SamenCovenantSummary summary;
  g_auto (GStrv) lines = NULL;

  samen_covenant_import_summarise (text, &summary);
  lines = samen_covenant_summary_describe (&summary);
  g_printerr ("%s\n", title);
  for (guint i = 0; lines[i] != NULL; i++)
    g_printerr ("  %s\n", lines[i]);
  for (guint i = 0; i < text->blanks->len; i++)
    {
      const SamenCovenantTextBlank *blank = g_ptr_array_index (text->blanks, i);
      g_autofree char *line = NULL;

      /* Translators: the number of a line in a text file, and what stands there */
      line = g_strdup_printf (_ ("line %u: %s"), blank->line, blank->text);
      g_printerr ("  %s\n", line);
    }
}

/* What was recognised, in a new dossier or in one that is there. Returns: where it is */
static char *
keep_text (const SamenCovenantText *text,
           GBytes *source,
           const char *name,
           const char *into,
           const char *output,
           GError **error)
{
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (SamenLibrary) library = NULL;

  if (into != NULL)
    return samen_covenant_import_into_path (into, text, source, name, samen_account_name (), NULL,
                                            error)
               ? g_strdup (into)
               : NULL;
  if (output != NULL)
    store =
        samen_covenant_import_to_path (output, text, source, name, samen_account_name (), error);
  else
    {
      library = samen_library_new (NULL);
      store = samen_covenant_import_new_dossier (library, text, source, name, samen_account_name (),
                                                 error);
    }
  return store != NULL ? g_strdup (samen_store_get_path (store)) : NULL;
}

static int
import_text (const char *argument, const char *into, const char *output)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);
  g_autofree char *name = g_path_get_basename (argument);
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamenCovenantText) text = samen_covenant_import_read (file, &source, NULL, &error);
  g_autofree char *path =
      text != NULL ? keep_text (text, source, name, into, output, &error) : NULL;

  if (path == NULL)
    return samen_command_fail ("%s: %s", text != NULL && into != NULL ? into : argument,
                               error->message);
  print_summary (text);
  puts (path);
  return SAMEN_EXIT_OK;
}

int
samen_command_import_text (int argc, char **argv)
{
  g_autofree char *into = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "into", 'i', 0, G_OPTION_ARG_FILENAME, &into, N_ ("The dossier to add the covenant to"),
      N_ ("DOSSIER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to put the dossier"),
      N_ ("DOSSIER") },
    { NULL },
  };
  g_auto (GStrv) arguments = samen_command_parse (argc, argv, entries, 1, 1);
  g_autoptr (SamenStore) store = NULL;

  if (arguments == NULL)
    return SAMEN_EXIT_USAGE;
  if (into != NULL && output != NULL)
    {
      samen_command_fail ("%s", _ ("Choose one of --into and --output."));
      return SAMEN_EXIT_USAGE;
    }
  if (!samen_command_is_there (arguments[0]))
    return SAMEN_EXIT_FAILED;
  /* Said in the words that every command has for it */
  store = into != NULL ? samen_command_open (into) : NULL;
  if (into != NULL && store == NULL)
    return SAMEN_EXIT_FAILED;
  return import_text (arguments[0], into, output);
}

int
samen_command_check (int argc, char **argv)
{
  g_auto (GStrv) arguments = samen_command_parse (argc, argv, NULL, 1, 1);
  g_autoptr (SamenStore) store = NULL;
  g_auto (GStrv) problems = NULL;

  if (arguments == NULL)
    return SAMEN_EXIT_USAGE;
  store = samen_command_open (arguments[0]);
  if (store == NULL)
    return SAMEN_EXIT_FAILED;
  problems = samen_store_check (store);
  for (guint i = 0; problems[i] != NULL; i++)
    samen_command_fail ("%s", problems[i]);
  if (problems[0] != NULL)
    return SAMEN_EXIT_FAILED;
  g_print ("%s\n", _ ("This dossier is whole."));
  return SAMEN_EXIT_OK;
}

int
samen_command_pdf (int argc, char **argv)
{
  g_autofree char *output = NULL;
  int number = 1;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("FILE") },
    { "agreement", 'a', 0, G_OPTION_ARG_INT, &number, N_ ("Which covenant, from 1"),
      N_ ("NUMBER") },
    { NULL },
  };
  g_auto (GStrv) arguments = samen_command_parse (argc, argv, entries, 1, 1);
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (GListModel) agreements = NULL;
  g_autoptr (SamenAgreement) agreement = NULL;
  g_autoptr (SamenDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return SAMEN_EXIT_USAGE;
  store = samen_command_open (arguments[0]);
  if (store == NULL)
    return SAMEN_EXIT_FAILED;
  agreements = samen_store_list (store, SAMEN_TYPE_AGREEMENT, NULL, NULL);
  if (number >= 1)
    agreement = g_list_model_get_item (agreements, (guint) number - 1);
  if (g_list_model_get_n_items (agreements) == 0)
    return samen_command_fail ("%s", _ ("There is no covenant in this dossier yet."));
  if (agreement == NULL)
    return samen_command_fail (_ ("There is no covenant %d in this dossier; it has %u of them."),
                               number, g_list_model_get_n_items (agreements));
  if (output == NULL)
    output = samen_pdf_file_name (agreement->title);
  document = samen_covenant_document_new (store, agreement);
  if (!samen_document_write_pdf (document, output, NULL, &error))
    return samen_command_fail ("%s", error->message);
  puts (output);
  return SAMEN_EXIT_OK;
}
