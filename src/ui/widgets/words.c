/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <stdarg.h>

#include "widgets/words.h"

char *
samen_join_facts (const char *first, ...)
{
  GString *line = g_string_new (NULL);
  va_list facts;

  va_start (facts, first);
  for (const char *fact = first; fact != SAMEN_END; fact = va_arg (facts, const char *))
    if (fact != NULL && *fact != '\0')
      {
        /* A sentence ends at the dot between, as well as at its own */
        if (line->len > 0 && line->str[line->len - 1] == '.')
          g_string_truncate (line, line->len - 1);
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", fact);
      }
  va_end (facts);
  return g_string_free_and_steal (line);
}
