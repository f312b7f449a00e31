/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/device.h"
#include "base/id.h"
#include "base/mention.h"
#include "cli/command.h"
#include "document/pdf.h"
#include "document/person-data.h"
#include "exchange/person-data.h"
#include "store/backup-traces.h"
#include "store/erase.h"
#include "store/known-names.h"

/* What is asked for */
typedef struct
{
  char *output;
  gboolean erase;
  gboolean yes;
  gboolean keep_texts;
  gboolean files;
  gboolean backups;
} Options;

/* Whom it is about: one of the people, or whoever goes by a name */
typedef struct
{
  char *id; /* or NULL */
  GStrv names;
} Somebody;

static GStrv
parse (int argc, char **argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write it to a file: a PDF where the name ends in .pdf, else JSON"), N_ ("FILE") },
    { "erase", 'e', 0, G_OPTION_ARG_NONE, &options->erase,
      N_ ("Erase the person for good, from the history too; print the backups that still hold "
          "the person, with the day on which each goes"),
      NULL },
    { "yes", 'y', 0, G_OPTION_ARG_NONE, &options->yes,
      N_ ("Confirm that; without it is only told how much would go"), NULL },
    { "keep-texts", 'k', 0, G_OPTION_ARG_NONE, &options->keep_texts,
      N_ ("Leave the name where it stands in texts"), NULL },
    { "files", 'f', 0, G_OPTION_ARG_NONE, &options->files,
      N_ ("Erase the files too that are kept with the person, or that mention the name"), NULL },
    { "backups", 'b', 0, G_OPTION_ARG_NONE, &options->backups,
      N_ ("Delete the backups that hold the person, and make a new one"), NULL },
    { NULL },
  };

  return samen_command_parse (argc, argv, entries, 2, 2);
}

static void
options_clear (Options *self)
{
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
somebody_clear (Somebody *self)
{
  g_free (self->id);
  g_strfreev (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Somebody, somebody_clear)

/* The person with that id, or the only one of that name; else whoever goes by it */
static gboolean
find_somebody (SamenStore *store, const char *who, Somebody *somebody)
{
  g_auto (GStrv) people = samen_people_called (store, who);
  g_autofree char *ids = g_strjoinv (", ", people);

  if (g_strv_length (people) > 1)
    {
      samen_command_fail (_ ("More than one person is called “%s”. Give the id of one: %s"), who,
                          ids);
      return FALSE;
    }
  if (samen_id_is_valid (who))
    somebody->id = g_strdup (who);
  else if (people[0] != NULL)
    somebody->id = g_strdup (people[0]);
  else if (!samen_mentions_is_name (who))
    {
      samen_command_fail (_ ("“%s” is no name."), who);
      return FALSE;
    }
  somebody->names = somebody->id != NULL ? samen_traces_names (store, somebody->id)
                                         : g_strdupv ((char *[]) { (char *) who, NULL });
  return TRUE;
}

static gboolean
write_file (SamenStore *store, const SamenTraces *traces, const char *path, GError **error)
{
  g_autoptr (SamenDocument) document = NULL;
  g_autofree char *text = NULL;

  if (g_str_has_suffix (path, ".pdf"))
    {
      document = samen_person_document_new (store, traces);
      return samen_document_write_pdf (document, path, NULL, error);
    }
  text = samen_person_data_to_json (store, traces);
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static int
say_how_much (const char *who, const SamenTraces *traces, GPtrArray *backups)
{
  /* Translators: a name, and three numbers */
  return samen_command_fail (
      _ ("Nothing is erased yet. “%s”: places: %u, changes in the history: %u, backups: %u. It "
         "cannot be undone. Erase it with: --erase --yes"),
      who, traces->places->len, traces->past->len, backups->len);
}

/* Such as "/…/2026-11-23.sqlite	2026-11-30" */
static void
print_backup (const SamenBackupTrace *backup)
{
  g_autofree char *gone = samen_date_to_string (backup->gone);

  g_print ("%s\t%s\n", backup->path, gone);
}

static int
erase (SamenStore *store, const Somebody *somebody, const Options *options, GPtrArray *backups)
{
  const SamenErasure erasure = { somebody->id, (const char *const *) somebody->names,
                                 !options->keep_texts, options->files };
  g_autoptr (GError) error = NULL;

  samen_store_set_author (store, samen_account_name ());
  if (!samen_store_erase (store, &erasure, NULL, &error) ||
      (options->backups && backups->len > 0 &&
       !samen_backup_remove_traces (samen_store_get_path (store), backups, &error)))
    return samen_command_fail ("%s", error->message);
  if (samen_store_is_erasing (store))
    return samen_command_fail ("%s", _ ("The person is erased, but another program has the dossier "
                                        "open: what is left in the file goes when it is opened "
                                        "next."));
  for (guint i = 0; !options->backups && i < backups->len; i++)
    print_backup (g_ptr_array_index (backups, i));
  return SAMEN_EXIT_OK;
}

static int
run (SamenStore *store, const char *who, const Options *options)
{
  g_auto (Somebody) somebody = { NULL, NULL };
  g_autoptr (SamenTraces) traces = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  if (!find_somebody (store, who, &somebody))
    return SAMEN_EXIT_FAILED;
  traces = samen_traces_find (store, somebody.id, (const char *const *) somebody.names, &error);
  if (traces == NULL)
    return samen_command_fail ("%s", error->message);
  backups = options->erase ? samen_backup_find_traces (samen_store_get_path (store),
                                                       (const char *const *) somebody.names)
                           : g_ptr_array_new ();
  if (traces->places->len + traces->past->len + traces->edits->len + backups->len == 0 &&
      !traces->in_draft)
    return samen_command_fail (_ ("Nothing is kept about “%s” in this dossier."), who);
  if (options->output != NULL && !write_file (store, traces, options->output, &error))
    return samen_command_fail ("%s", error->message);
  if (options->erase)
    return options->yes ? erase (store, &somebody, options, backups)
                        : say_how_much (who, traces, backups);
  if (options->output != NULL)
    g_print ("%s\n", options->output);
  else
    {
      g_autofree char *text = samen_person_data_to_json (store, traces);

      g_print ("%s", text);
    }
  return SAMEN_EXIT_OK;
}

int
samen_command_person (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) arguments = parse (argc, argv, &options);
  g_autofree char *who = NULL;
  g_autoptr (SamenStore) store = NULL;

  if (arguments == NULL)
    return SAMEN_EXIT_USAGE;
  if (!options.erase && (options.yes || options.keep_texts || options.files || options.backups))
    {
      samen_command_fail ("%s", _ ("What is erased, and that it may be, is told with --erase."));
      return SAMEN_EXIT_USAGE;
    }
  who = samen_command_to_utf8 (arguments[1]);
  if (who == NULL)
    return SAMEN_EXIT_FAILED;
  store = samen_command_open (arguments[0]);
  return store != NULL ? run (store, who, &options) : SAMEN_EXIT_FAILED;
}
