/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/error.h"

G_DEFINE_QUARK (samen-error-quark, samen_error)

#define LONGEST_QUOTE 60

char *
samen_error_quote (const char *text)
{
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (text, -1) <= LONGEST_QUOTE)
    return g_strdup (text);
  begin = g_utf8_substring (text, 0, LONGEST_QUOTE - 1);
  return g_strconcat (begin, "…", NULL);
}
