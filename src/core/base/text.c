/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/text.h"

gboolean
samen_text_is_unseen (gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c == 0xfffc;
}

/* Not what breaks a line within a paragraph, as a word processor's Shift+Enter does */
static gboolean
ends_line (gunichar c)
{
  return c == '\n' || c == '\f' || c == '\r' || c == 0x85 || c == 0x2029;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

char *
samen_text_clean (const char *text)
{
  GString *clean = g_string_new (NULL);
  gboolean has_space = FALSE;
  guint n_lines = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (samen_text_is_unseen (c) || (c == '\n' && p > text && p[-1] == '\r'))
        continue;
      if (ends_line (c))
        n_lines += clean->len > 0;
      else if (is_space (c))
        has_space = TRUE;
      else
        {
          for (; n_lines > 0; n_lines--)
            g_string_append_c (clean, '\n');
          if (has_space)
            g_string_append_c (clean, ' ');
          has_space = FALSE;
          g_string_append_unichar (clean, c);
        }
      if (ends_line (c))
        has_space = FALSE;
    }
  if (has_space && n_lines == 0)
    g_string_append_c (clean, ' ');
  return g_string_free (clean, FALSE);
}

/* Bytes that a text has none of: those of a picture or a PDF soon come to one */
static gboolean
has_controls (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_iscntrl (bytes[i]) && strchr ("\t\n\v\f\r\x1a", bytes[i]) == NULL)
      return TRUE;
  return memchr (bytes, '\0', length) != NULL;
}

char *
samen_text_of_bytes (const char *bytes, gsize length)
{
  static const struct
  {
    const char *mark;
    const char *charset;
  } wide[] = { { "\xff\xfe", "UTF-16LE" }, { "\xfe\xff", "UTF-16BE" } };

  for (guint i = 0; i < G_N_ELEMENTS (wide) && length >= 2; i++)
    if (memcmp (bytes, wide[i].mark, 2) == 0)
      return g_convert (bytes + 2, (gssize) (length - 2), "UTF-8", wide[i].charset, NULL, NULL,
                        NULL);
  if (length == 0 || has_controls (bytes, length))
    return NULL;
  if (g_utf8_validate (bytes, (gssize) length, NULL))
    return g_strndup (bytes, length);
  return g_convert (bytes, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
}
