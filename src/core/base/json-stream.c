/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/json-stream.h"

#define BUFFER_SIZE 65536
#define LONGEST_NUMBER 64

#define END_OF_TEXT (-1)
#define FAILED (-2)

/* What may stand at this place */
typedef enum
{
  PLACE_VALUE,
  PLACE_FIRST_VALUE, /* or the end of the list */
  PLACE_KEY,
  PLACE_FIRST_KEY, /* or the end of the object */
  PLACE_COMMA,     /* or the end of what is open */
} Place;

typedef struct
{
  SamenJsonStream stream;
  SamenJsonFill fill;
  gpointer data;
  guint deepest;
  gsize longest;
  Place place;
  guint64 lists; /* for each depth, whether what is open there is a list */
  gsize position;
  gsize length;
  char buffer[BUFFER_SIZE];
} Stream;

SamenJsonStream *
samen_json_stream_new (SamenJsonFill fill, gpointer data, guint deepest, gsize longest)
{
  Stream *self = g_new0 (Stream, 1);

  self->fill = fill;
  self->data = data;
  self->deepest = MIN (deepest, 64);
  self->longest = longest;
  self->stream.text = g_string_new (NULL);
  self->stream.line = 1;
  return &self->stream;
}

void
samen_json_stream_free (SamenJsonStream *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
invalid (GError **error, const char *message)
{
  g_set_error_literal (error, SAMEN_ERROR, SAMEN_ERROR_INVALID, message);
  return FALSE;
}

static int
peek (Stream *self, GError **error)
{
  if (self->position == self->length)
    {
      gssize n = self->fill (self->data, self->buffer, BUFFER_SIZE, error);

      if (n <= 0)
        return n == 0 ? END_OF_TEXT : FAILED;
      self->position = 0;
      self->length = (gsize) n;
    }
  return (guchar) self->buffer[self->position];
}

static void
advance (Stream *self)
{
  if (self->buffer[self->position++] == '\n')
    self->stream.line++;
}

/* There is nothing more, while something is still open */
static gboolean
ends_early (int c, GError **error)
{
  return c == END_OF_TEXT ? invalid (error, _ ("The text ends in the middle.")) : FALSE;
}

static int
read_byte (Stream *self, GError **error)
{
  int c = peek (self, error);

  if (c >= 0)
    advance (self);
  else
    ends_early (c, error);
  return c;
}

static int
skip_space (Stream *self, GError **error)
{
  int c;

  while ((c = peek (self, error)) == ' ' || c == '\t' || c == '\r' || c == '\n')
    advance (self);
  return c;
}

/* ---- texts ---- */

static gboolean
read_four_digits (Stream *self, gunichar *unit, GError **error)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      int c = read_byte (self, error);

      if (c < 0)
        return FALSE;
      if (!g_ascii_isxdigit (c))
        return invalid (error, _ ("After \\u come four hexadecimal digits."));
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value ((char) c);
    }
  return TRUE;
}

static gboolean
missing_half (GError **error)
{
  return error != NULL && *error != NULL ? FALSE
                                         : invalid (error, _ ("Half of a character is missing."));
}

/* What follows "\u": a character, or the first half of one with the other half after it */
static gboolean
read_character (Stream *self, GError **error)
{
  gunichar unit, low;

  if (!read_four_digits (self, &unit, error))
    return FALSE;
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      if (peek (self, error) != '\\')
        return missing_half (error);
      advance (self);
      if (peek (self, error) != 'u')
        return missing_half (error);
      advance (self);
      if (!read_four_digits (self, &low, error))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return missing_half (error);
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (unit == 0 || !g_unichar_validate (unit))
    return invalid (error, _ ("There is no such character."));
  g_string_append_unichar (self->stream.text, unit);
  return TRUE;
}

static gboolean
read_escape (Stream *self, GError **error)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  int c = read_byte (self, error);
  const char *found;

  if (c < 0)
    return FALSE;
  if (c == 'u')
    return read_character (self, error);
  found = c != '\0' ? strchr (letters, c) : NULL;
  if (found == NULL)
    return invalid (error, _ ("After \\ comes something that JSON does not know."));
  g_string_append_c (self->stream.text, meanings[found - letters]);
  return TRUE;
}

/* What of the buffer is text as it stands, in one go */
static void
read_plain (Stream *self)
{
  gsize start = self->position;

  while (self->position < self->length && (guchar) self->buffer[self->position] >= 0x20 &&
         self->buffer[self->position] != '"' && self->buffer[self->position] != '\\')
    self->position++;
  g_string_append_len (self->stream.text, self->buffer + start, (gssize) (self->position - start));
}

static gboolean
read_text (Stream *self, GError **error)
{
  GString *text = self->stream.text;

  g_string_truncate (text, 0);
  advance (self);
  for (;;)
    {
      int c;

      read_plain (self);
      if (text->len > self->longest)
        return invalid (error, _ ("A text is too long."));
      c = peek (self, error);
      if (c < 0x20 && c >= 0)
        return invalid (error, _ ("A text has a control character in it, or is not closed."));
      if (c < 0)
        return ends_early (c, error);
      if (c != '"' && c != '\\')
        continue;
      advance (self);
      if (c == '"')
        break;
      if (!read_escape (self, error))
        return FALSE;
    }
  if (!g_utf8_validate_len (text->str, text->len, NULL))
    return invalid (error, _ ("A text is not in UTF-8."));
  return TRUE;
}

/* ---- numbers and words ---- */

static gboolean
collect (Stream *self, const char *allowed, GError **error)
{
  GString *text = self->stream.text;
  int c;

  g_string_truncate (text, 0);
  while ((c = peek (self, error)) > 0 && strchr (allowed, c) != NULL)
    {
      if (text->len == LONGEST_NUMBER)
        return invalid (error, _ ("A number or word is too long."));
      g_string_append_c (text, (char) c);
      advance (self);
    }
  return c != FAILED;
}

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  return p;
}

/* Whether @text is a number as JSON writes it */
static gboolean
is_number (const char *text, gboolean *is_whole)
{
  const char *p = text + (*text == '-');
  const char *digits = p;

  *is_whole = TRUE;
  p = skip_digits (p);
  if (p == digits || (*digits == '0' && p - digits > 1))
    return FALSE;
  if (*p == '.')
    {
      *is_whole = FALSE;
      digits = p + 1;
      p = skip_digits (digits);
      if (p == digits)
        return FALSE;
    }
  if (*p == 'e' || *p == 'E')
    {
      *is_whole = FALSE;
      digits = p + 1 + (p[1] == '-' || p[1] == '+');
      p = skip_digits (digits);
      if (p == digits)
        return FALSE;
    }
  return *p == '\0';
}

static gboolean
read_number (Stream *self, GError **error)
{
  SamenJsonStream *stream = &self->stream;
  gboolean is_whole;

  if (!collect (self, "0123456789+-.eE", error))
    return FALSE;
  if (!is_number (stream->text->str, &is_whole))
    return invalid (error, _ ("This is not a number."));
  stream->token = is_whole ? SAMEN_JSON_INTEGER : SAMEN_JSON_DECIMAL;
  stream->decimal = g_ascii_strtod (stream->text->str, NULL);
  if (!isfinite (stream->decimal) ||
      (is_whole && !g_ascii_string_to_signed (stream->text->str, 10, G_MININT64 + 1, G_MAXINT64,
                                              &stream->integer, NULL)))
    return invalid (error, _ ("A number is too large."));
  return TRUE;
}

static gboolean
read_word (Stream *self, GError **error)
{
  SamenJsonStream *stream = &self->stream;

  if (!collect (self, "abcdefghijklmnopqrstuvwxyz", error))
    return FALSE;
  stream->boolean = g_str_equal (stream->text->str, "true");
  if (stream->boolean || g_str_equal (stream->text->str, "false"))
    stream->token = SAMEN_JSON_BOOLEAN;
  else if (g_str_equal (stream->text->str, "null"))
    stream->token = SAMEN_JSON_NULL;
  else
    return invalid (error, _ ("This is not JSON."));
  return TRUE;
}

/* ---- what stands within what ---- */

static gboolean
is_in_list (Stream *self)
{
  return (self->lists >> (self->stream.depth - 1) & 1) != 0;
}

static void
value_read (Stream *self)
{
  self->place = self->stream.depth > 0 ? PLACE_COMMA : PLACE_VALUE;
}

static gboolean
open_level (Stream *self, gboolean is_list, GError **error)
{
  const guint64 bit = G_GUINT64_CONSTANT (1) << (self->stream.depth & 63);

  if (self->stream.depth >= self->deepest)
    return invalid (error, _ ("Lists and objects are nested too deeply."));
  advance (self);
  self->lists = is_list ? self->lists | bit : self->lists & ~bit;
  self->stream.depth++;
  self->stream.token = is_list ? SAMEN_JSON_ARRAY : SAMEN_JSON_OBJECT;
  self->place = is_list ? PLACE_FIRST_VALUE : PLACE_FIRST_KEY;
  return TRUE;
}

static gboolean
close_level (Stream *self)
{
  advance (self);
  self->stream.token = is_in_list (self) ? SAMEN_JSON_ARRAY_END : SAMEN_JSON_OBJECT_END;
  self->stream.depth--;
  value_read (self);
  return TRUE;
}

static gboolean
read_value (Stream *self, int c, GError **error)
{
  if (c == '{' || c == '[')
    return open_level (self, c == '[', error);
  if (c == '"')
    {
      self->stream.token = SAMEN_JSON_TEXT;
      if (!read_text (self, error))
        return FALSE;
    }
  else if (!(c == '-' || g_ascii_isdigit (c) ? read_number (self, error) : read_word (self, error)))
    return FALSE;
  value_read (self);
  return TRUE;
}

static gboolean
read_key (Stream *self, int c, GError **error)
{
  if (c != '"')
    return invalid (error, _ ("Here a name in quotes has to stand."));
  if (!read_text (self, error))
    return FALSE;
  if (skip_space (self, error) == FAILED)
    return FALSE;
  c = read_byte (self, error);
  if (c < 0)
    return FALSE;
  if (c != ':')
    return invalid (error, _ ("After a name a colon has to stand."));
  self->stream.token = SAMEN_JSON_KEY;
  self->place = PLACE_VALUE;
  return TRUE;
}

gboolean
samen_json_stream_next (SamenJsonStream *stream, GError **error)
{
  Stream *self = (Stream *) stream;
  int c = skip_space (self, error);
  const gboolean is_closing = c == (stream->depth > 0 && is_in_list (self) ? ']' : '}');

  if (c == FAILED)
    return FALSE;
  if (c == END_OF_TEXT && stream->depth == 0)
    {
      stream->token = SAMEN_JSON_END;
      return TRUE;
    }
  if (c == END_OF_TEXT)
    return ends_early (c, error);
  if (self->place == PLACE_COMMA)
    {
      if (is_closing)
        return close_level (self);
      if (c != ',')
        return invalid (error, _ ("Here a comma is missing, or something is not closed."));
      advance (self);
      self->place = is_in_list (self) ? PLACE_VALUE : PLACE_KEY;
      c = skip_space (self, error);
      if (c < 0)
        return ends_early (c, error);
    }
  else if (is_closing && (self->place == PLACE_FIRST_VALUE || self->place == PLACE_FIRST_KEY))
    return close_level (self);
  return self->place == PLACE_KEY || self->place == PLACE_FIRST_KEY ? read_key (self, c, error)
                                                                    : read_value (self, c, error);
}
