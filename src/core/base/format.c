/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/format.h"

/* Whether @text looks like @pattern, in which 9 stands for a digit and A for a capital letter */
static gboolean
looks_like (const char *text, const char *pattern)
{
  if (strlen (text) != strlen (pattern))
    return FALSE;
  for (; *text != '\0'; text++, pattern++)
    if (*pattern == '9' ? !g_ascii_isdigit (*text) : !g_ascii_isupper (*text))
      return FALSE;
  return TRUE;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

const char *
samen_check_kvk (const char *number)
{
  if (is_empty (number) || looks_like (number, "99999999"))
    return NULL;
  return _ ("A KvK number has 8 digits");
}

const char *
samen_check_branch (const char *number)
{
  if (is_empty (number) || looks_like (number, "999999999999"))
    return NULL;
  return _ ("A branch number has 12 digits");
}

const char *
samen_check_brin (const char *number)
{
  if (is_empty (number) || looks_like (number, "99AA") || looks_like (number, "99AA99"))
    return NULL;
  return _ ("A BRIN number looks like 05KO, or 07NU00 for a location");
}

const char *
samen_check_agb (const char *number)
{
  if (is_empty (number) || looks_like (number, "99999999"))
    return NULL;
  return _ ("An AGB code has 8 digits");
}

const char *
samen_check_lrk (const char *number)
{
  if (is_empty (number) || looks_like (number, "999999999"))
    return NULL;
  return _ ("An LRK number has 9 digits");
}

const char *
samen_check_rsin (const char *number)
{
  int sum = 0;

  if (is_empty (number))
    return NULL;
  if (!looks_like (number, "999999999"))
    return _ ("An RSIN has 9 digits");
  for (int i = 0; i < 8; i++)
    sum += (9 - i) * (number[i] - '0');
  return sum % 11 == number[8] - '0' ? NULL : _ ("This RSIN has a digit that is not right");
}

const char *
samen_check_email (const char *address)
{
  const char *at;

  if (is_empty (address))
    return NULL;
  at = strchr (address, '@');
  if (at != NULL && at > address && at[1] != '\0' && strchr (at + 1, '@') == NULL &&
      strchr (at + 2, '.') != NULL && !g_str_has_suffix (at, ".") &&
      strpbrk (address, " ,;<>") == NULL)
    return NULL;
  return _ ("An e-mail address looks like name@example.nl");
}
