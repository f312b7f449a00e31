/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/id.h"
#include "cli/command.h"
#include "exchange/person-data.h"

/* The traces of the person with that id, or of whoever goes by that name */
static SamenTraces *
find (SamenStore *store, const char *who, GError **error)
{
  const char *const name[] = { who, NULL };
  g_auto (GStrv) names = NULL;

  if (!samen_id_is_valid (who))
    return samen_traces_find (store, NULL, name, error);
  names = samen_traces_names (store, who);
  return samen_traces_find (store, who, (const char *const *) names, error);
}

int
samen_command_person (int argc, char **argv)
{
  g_auto (GStrv) arguments = samen_command_parse (argc, argv, NULL, 2, 2);
  g_autofree char *who = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SamenStore) store = NULL;
  g_autoptr (SamenTraces) traces = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return SAMEN_EXIT_USAGE;
  who = samen_command_to_utf8 (arguments[1]);
  if (who == NULL)
    return SAMEN_EXIT_FAILED;
  store = samen_command_open (arguments[0]);
  if (store == NULL)
    return SAMEN_EXIT_FAILED;
  traces = find (store, who, &error);
  if (traces == NULL)
    return samen_command_fail ("%s", error->message);
  if (traces->places->len + traces->past->len + traces->edits->len == 0)
    return samen_command_fail (_ ("Nothing is kept about “%s” in this dossier."), who);
  text = samen_person_data_to_json (store, traces);
  g_print ("%s", text);
  return SAMEN_EXIT_OK;
}
