/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/covenant-text-private.h"

typedef struct
{
  const char *bytes;
  gsize length;
} Signature;

/* Files that a secretary is likely to choose instead of a plain text. */
static const Signature signatures[] = {
  { "%PDF-", 5 },
  { "PK\003\004", 4 },
  { "{\\rtf", 5 },
  { "\xd0\xcf\x11\xe0", 4 },
};

static gboolean
is_binary (const char *text, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (length >= signatures[i].length &&
        memcmp (text, signatures[i].bytes, signatures[i].length) == 0)
      return TRUE;

  return FALSE;
}

/* The byte order of UTF-16, by its mark or by where its zero bytes stand. */
static const char *
find_utf16 (const char *text, gsize length, gsize *skip)
{
  gsize zeros[2] = { 0, 0 };

  *skip = 2;
  if (length >= 2 && memcmp (text, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (text, "\xfe\xff", 2) == 0)
    return "UTF-16BE";

  *skip = 0;
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0')
      zeros[i % 2]++;

  if (length < 8)
    return NULL;
  if (zeros[1] > length / 3 && zeros[0] < length / 50 + 1)
    return "UTF-16LE";
  if (zeros[0] > length / 3 && zeros[1] < length / 50 + 1)
    return "UTF-16BE";
  return NULL;
}

static gboolean
is_control (unsigned char c)
{
  return (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v') || c == 0x7f;
}

/* Control characters become spaces; too many of them, and it is no text. */
static gboolean
blank_controls (char *text, gsize length, SamenCovenantTextNotes *notes)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (is_control ((unsigned char) text[i]))
      {
        text[i] = ' ';
        n++;
      }

  if (n > 0)
    *notes |= SAMEN_COVENANT_TEXT_NOTE_CONTROLS;
  return n <= 16 + length / 10;
}

static gboolean
fail_not_text (GError **error)
{
  g_set_error_literal (error, SAMEN_COVENANT_TEXT_ERROR, SAMEN_COVENANT_TEXT_ERROR_NOT_TEXT,
                       _ ("This is not a plain text. Open it in a word "
                          "processor, copy the whole text, or save it as "
                          "“plain text” and choose that file."));
  return FALSE;
}

static gboolean
fail_encoding (GError **error)
{
  g_set_error_literal (error, SAMEN_COVENANT_TEXT_ERROR, SAMEN_COVENANT_TEXT_ERROR_ENCODING,
                       _ ("The characters of this text cannot be read. Save it "
                          "again as plain text with the encoding UTF-8."));
  return FALSE;
}

static gboolean
check_size (const char *text, gsize length, GError **error)
{
  if (length == 0)
    {
      g_set_error_literal (error, SAMEN_COVENANT_TEXT_ERROR, SAMEN_COVENANT_TEXT_ERROR_EMPTY,
                           _ ("The text is empty. Paste or choose the text of "
                              "the covenant."));
      return FALSE;
    }
  if (is_binary (text, length))
    return fail_not_text (error);
  if (length > SAMEN_COVENANT_TEXT_MAX_BYTES)
    {
      g_set_error (error, SAMEN_COVENANT_TEXT_ERROR, SAMEN_COVENANT_TEXT_ERROR_TOO_LARGE,
                   _ ("The text is too large: at most %d MiB can be read. "
                      "Leave out the annexes and try again."),
                   SAMEN_COVENANT_TEXT_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  return TRUE;
}

static char *
decode_bytes (const char *text, gsize length, SamenCovenantTextNotes *notes, GError **error)
{
  g_autofree char *copy = NULL;
  char *converted = NULL;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  copy = g_malloc (length + 1);
  memcpy (copy, text, length);
  copy[length] = '\0';
  if (!blank_controls (copy, length, notes))
    {
      fail_not_text (error);
      return NULL;
    }
  if (g_utf8_validate (copy, (gssize) length, NULL))
    return g_steal_pointer (&copy);

  converted = g_convert (copy, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  if (converted == NULL)
    fail_encoding (error);
  else
    *notes |= SAMEN_COVENANT_TEXT_NOTE_WINDOWS_1252;
  return converted;
}

char *
samen_covenant_text_decode (const char *text,
                            gssize length,
                            SamenCovenantTextNotes *notes,
                            GError **error)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *converted = NULL;
  const char *charset;
  gsize skip, written = 0;

  if (!check_size (text, n, error))
    return NULL;

  charset = find_utf16 (text, n, &skip);
  if (charset == NULL)
    return decode_bytes (text, n, notes, error);

  converted = g_convert (text + skip, (gssize) (n - skip), "UTF-8", charset, NULL, &written, NULL);
  if (converted == NULL)
    {
      fail_encoding (error);
      return NULL;
    }
  *notes |= SAMEN_COVENANT_TEXT_NOTE_UTF16;
  return decode_bytes (converted, written, notes, error);
}
