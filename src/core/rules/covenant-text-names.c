/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* What a party is called, and where its name ends: before its seat or address. */

/* Where a name ends when nothing else ends it. */
static const char *const name_ends[] = {
  "gevestigd",    "statutair", "kantoorhoudende", "zetelend",    "handelend", "handelende",
  "ingeschreven", "namens",    "having its",      "established", "acting",    "wonende",
};

char *
samen_covenant_text_trimmed (const char *text, gsize length)
{
  char *copy = g_strndup (text, length);
  gsize n;

  g_strdelimit (copy, "\n", ' ');
  g_strstrip (copy);
  for (n = strlen (copy); n > 0 && strchr (" ,;:(", copy[n - 1]) != NULL; n--)
    copy[n - 1] = '\0';
  /* The full stop of a sentence, not that of "drs." or "B.V." */
  if (n > 4 && copy[n - 1] == '.' && g_ascii_islower (copy[n - 2]) &&
      g_ascii_islower (copy[n - 3]) && g_ascii_islower (copy[n - 4]) && copy[n - 5] != ' ')
    copy[n - 1] = '\0';
  return samen_covenant_text_strip_tail (copy);
}

const char *
samen_covenant_text_earliest (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return a < b ? a : b;
}

/* ", te Zuiderveld" and not ", te dezen" */
const char *
samen_covenant_text_find_place (const char *text)
{
  const char *p = strstr (text, ", te ");

  if (p == NULL || samen_covenant_text_starts_lower (p + strlen (", te ")))
    return NULL;
  return p;
}

/* "Mbo Oost te Oostdorp": the place behind the name, or NULL */
const char *
samen_covenant_text_find_place_behind (const char *name)
{
  const char *last = g_strrstr (name, " te ");
  guint words = 1;

  if (last == NULL || !g_unichar_isupper (g_utf8_get_char (last + strlen (" te "))))
    return NULL;
  for (const char *p = last + strlen (" te "); *p != '\0'; p++)
    words += *p == ' ';
  return words <= 3 && strchr (name, ' ') < last ? last : NULL;
}

/* Whether the last mark of @name is the sentence's: that of "B.V." is not. */
static gboolean
ends_sentence (const char *name, gsize length)
{
  const char *word;

  if (strchr (".,;:", name[length - 1]) == NULL)
    return FALSE;
  word = g_strrstr_len (name, (gssize) length, " ");
  word = word != NULL ? word + 1 : name;
  return name[length - 1] != '.' || memchr (word, '.', (gsize) (name + length - 1 - word)) == NULL;
}

/* Bytes of a postcode, such as "1234 AB ", or 0 */
static gsize
postcode_length (const char *text)
{
  gsize n = strspn (text, "0123456789");

  if (n != 4)
    return 0;
  n += strspn (text + n, " ");
  if (!g_ascii_isupper (text[n]) || !g_ascii_isupper (text[n + 1]) ||
      (text[n + 2] != ' ' && text[n + 2] != '\0'))
    return 0;
  return n + 2 + strspn (text + n + 2, " ");
}

/* ", Dijk 1, 1234 AB Dorp": where the address behind a name begins, or NULL; @place is set to the town. */
const char *
samen_covenant_text_find_address (const char *text, const char **place)
{
  const char *address = NULL;

  for (const char *p = strchr (text, ','); p != NULL; p = strchr (p + 1, ','))
    {
      const char *piece = p + 1 + strspn (p + 1, " ");
      gsize length = strcspn (piece, ",\n");
      gsize code = postcode_length (piece);
      const char *last = g_strrstr_len (piece, (gssize) length, " ");

      if (code > 0)
        *place = piece + code;
      if (code > 0 || (length < 60 && last != NULL && g_ascii_isdigit (last[1]) &&
                       strcspn (last + 1, ",\n ") <= 5))
        address = address != NULL ? address : p;
    }
  return *place != NULL ? address : NULL;
}

char *
samen_covenant_text_read_name (const char *text, const char *end)
{
  Found found;
  char *name;

  if (samen_covenant_text_find (text, name_ends, G_N_ELEMENTS (name_ends), &found) &&
      found.start > text)
    end = samen_covenant_text_earliest (end, found.start);
  end = samen_covenant_text_earliest (end, samen_covenant_text_find_place (text));
  if (end == NULL)
    end = text + strcspn (text, ";\n");
  if (strcspn (text, "\n") < (gsize) (end - text) && end - text > 300)
    end = text + strcspn (text, "\n");

  name = samen_covenant_text_trimmed (text, (gsize) (end - text));
  for (gsize n = strlen (name); n > 0 && ends_sentence (name, n);)
    name[--n] = '\0';
  if (*name == '\0')
    g_clear_pointer (&name, g_free);
  return name;
}

/* Where a name or function ends in @text, or NULL */
const char *
samen_covenant_text_name_end (const char *text)
{
  Found found;

  return samen_covenant_text_find (text, name_ends, G_N_ELEMENTS (name_ends), &found) ? found.start
                                                                                      : NULL;
}
