/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/read-json.h"

static gboolean
is_deeper (const char *json, gsize length, guint deepest)
{
  guint depth = 0;
  gboolean is_quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (is_quoted && json[i] == '\\')
        i++;
      else if (json[i] == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && (json[i] == '{' || json[i] == '['))
        depth++;
      else if (!is_quoted && (json[i] == '}' || json[i] == ']') && depth > 0)
        depth--;
      if (depth > deepest)
        return TRUE;
    }
  return FALSE;
}

static JsonNode *
invalid (GError **error, const char *message)
{
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, message);
  return NULL;
}

JsonNode *
samen_read_json (const char *json, gsize length, gsize largest, guint deepest, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *message = NULL;
  JsonNode *root;

  if (length > largest)
    return invalid (error, _ ("The file is too large."));
  if (!g_utf8_validate_len (json, length, NULL))
    return invalid (error, _ ("The file is not a text in UTF-8."));
  if (is_deeper (json, length, deepest))
    return invalid (error, _ ("The file is nested too deeply."));
  if (!json_parser_load_from_data (parser, json, (gssize) length, &reason))
    {
      message = g_strdup_printf (_ ("The file is not JSON: %s"), reason->message);
      return invalid (error, message);
    }
  root = json_parser_steal_root (parser);
  return root != NULL ? root : invalid (error, _ ("The file is empty."));
}
